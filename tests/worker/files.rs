//! Taking in, saving, opening outside, drawing; progress and giving up.

use std::fs;

use licheng::domain::file::{FileProblem, Slot};
use licheng::domain::id::ItemId;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, NewOutcome, Reply, Secret, StagedFile, demonstration_password};
use licheng::worker::{Answer, Delivery, Message, PageView, PickedFile, Request, Trouble};
use tempfile::TempDir;

use crate::set_up::{Desk, PATIENCE};
use crate::support::school::{TERM, opening};

const SIZE: usize = 3_000_000;

fn picked(desk: &Desk, folder: &TempDir, bytes: &[u8]) -> Result<PickedFile, Trouble> {
    let path = folder.path().join("報告.pdf");
    fs::write(&path, bytes).unwrap();
    match desk.ask(Request::TakeIn {
        session: desk.session.clone(),
        path,
    })? {
        Answer::TakenIn(file) => Ok(file),
        other => panic!("{other:?}"),
    }
}

fn outcome(desk: &Desk, file: &PickedFile) -> Command {
    Command::AddOutcome(NewOutcome {
        offering: desk.physics,
        term: TERM,
        title: "單擺".into(),
        work_kind: None,
        description: String::new(),
        files: vec![StagedFile {
            stage: file.stage,
            name: file.name.clone(),
            ending_confirmed: false,
        }],
    })
}

fn added(desk: &Desk, file: &PickedFile) -> ItemId {
    match desk.run(outcome(desk, file)) {
        Ok(Reply::Item(item)) => item.id,
        other => panic!("{other:?}"),
    }
}

fn big() -> Vec<u8> {
    let mut bytes = b"pdf".to_vec();
    bytes.resize(SIZE, 7);
    bytes
}

#[test]
fn a_file_goes_in_with_progress_and_comes_out_the_same() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let file = picked(&desk, &folder, &big()).unwrap();
    assert_eq!((file.name.as_str(), file.view.bytes), ("報告.pdf", SIZE as u64));
    let told: Vec<u64> = desk
        .seen()
        .iter()
        .map(|message| match message {
            Message::Progress {
                done_bytes,
                total_bytes,
                ..
            } if *total_bytes == SIZE as u64 => *done_bytes,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!((2..=20).contains(&told.len()) && told.is_sorted(), "{told:?}");

    let item = added(&desk, &file);
    let to = folder.path().join("存回.pdf");
    let (session, slot) = (desk.session.clone(), Slot::Document);
    let saved = desk.ask(Request::SaveFile {
        session: session.clone(),
        item,
        slot,
        to: to.clone(),
    });
    assert!(
        matches!(&saved, Ok(Answer::Saved(Delivery::SavedTo(path))) if *path == to),
        "{saved:?}"
    );
    assert_eq!(fs::read(&to).unwrap(), big());

    let nowhere = folder.path().join("missing").join("a.pdf");
    let refused = desk.ask(Request::SaveFile {
        session: session.clone(),
        item,
        slot,
        to: nowhere.clone(),
    });
    assert!(
        matches!(&refused, Err(Trouble::CannotWrite { path, disk_full: false }) if *path == nowhere),
        "{refused:?}"
    );
    let drawn = desk.ask(Request::Preview {
        session,
        item,
        slot,
        page: 3,
        width_px: 640,
    });
    let Ok(Answer::Preview(preview)) = drawn else {
        panic!("{drawn:?}")
    };
    let image = preview.image.unwrap();
    assert_eq!(
        (preview.item, preview.page, image.width, image.height),
        (item, 3, 640, 3)
    );
    assert_eq!(image.pixels.len(), SIZE);
}

#[test]
fn copies_opened_outside_are_read_only_and_go_with_the_library() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let item = added(&desk, &picked(&desk, &folder, b"pdf").unwrap());
    let open = Request::OpenOutside {
        session: desk.session.clone(),
        item,
        slot: Slot::Document,
    };
    let Ok(Answer::Saved(Delivery::OpenedOutside(copy))) = desk.ask(open) else {
        panic!()
    };
    assert_eq!(*desk.opened_outside.lock().unwrap(), std::slice::from_ref(&copy));
    assert_eq!(fs::read(&copy).unwrap(), b"pdf");
    assert!(fs::metadata(&copy).unwrap().permissions().readonly());
    assert!(matches!(desk.ask(Request::Close), Ok(Answer::Closed)));
    assert!(!copy.exists());
}

#[test]
fn copies_opened_outside_go_when_the_person_leaves() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let item = added(&desk, &picked(&desk, &folder, b"pdf").unwrap());
    let open = || Request::OpenOutside {
        session: desk.session.clone(),
        item,
        slot: Slot::Document,
    };
    let Ok(Answer::Saved(Delivery::OpenedOutside(copy))) = desk.ask(open()) else {
        panic!()
    };
    assert!(matches!(desk.ask(Request::Leave), Ok(Answer::Done)));
    assert!(!copy.exists());
    let Ok(Answer::Saved(Delivery::OpenedOutside(again))) = desk.ask(open()) else {
        panic!()
    };
    assert!(again.exists(), "the library is still open");
}

#[test]
fn kept_pages_are_shown_only_as_long_as_the_person_may_see_the_item() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let file = picked(&desk, &folder, b"pdf").unwrap();
    let Ok(Reply::Item(new)) = desk.run(outcome(&desk, &file)) else {
        panic!()
    };
    let submit = Command::SubmitOutcome {
        item: new.id,
        seen: new.facts.version,
    };
    desk.run(submit).unwrap();
    let Ok(Answer::LoggedIn(deputy)) = desk.ask(Request::Login {
        account: "t3".into(),
        password: Secret::new(demonstration_password("t3")),
    }) else {
        panic!()
    };
    let draw = || {
        desk.ask(Request::Draw {
            session: deputy.clone(),
            item: new.id,
            file: new.files[0].id,
            view: PageView {
                page: 1,
                width_px: 3,
                part: None,
            },
        })
    };
    for _ in 0..2 {
        let drawn = draw();
        assert!(
            matches!(&drawn, Ok(Answer::Drawn { image: Ok(_), .. })),
            "{drawn:?}"
        );
    }
    // The teacher is back.
    desk.clock.set(opening() + chrono::Duration::days(60));
    let refused = draw();
    assert!(
        matches!(&refused, Err(Trouble::Refused(Refusal::NoSuchItem))),
        "{refused:?}"
    );
}

#[test]
fn files_that_cannot_be_taken_in_are_named() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_path_buf();
    let refused = desk.ask(Request::TakeIn {
        session: desk.session.clone(),
        path: path.clone(),
    });
    let Err(Trouble::LocalFile {
        name,
        problem: FileProblem::IsFolder,
    }) = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(name, path.file_name().unwrap().to_str().unwrap());

    let large = folder.path().join("片.mp4");
    fs::File::create(&large).unwrap().set_len(10_485_761).unwrap();
    let refused = desk.ask(Request::TakeIn {
        session: desk.session.clone(),
        path: large,
    });
    let Err(Trouble::LocalFile { problem, .. }) = refused else {
        panic!("{refused:?}")
    };
    let too_big = FileProblem::TooBig {
        bytes: 10_485_761,
        limit: 10_485_760,
        slot: Slot::Media,
    };
    assert_eq!(problem, too_big);

    let refused = picked(&desk, &folder, b"doc");
    assert!(
        matches!(&refused, Err(Trouble::Refused(Refusal::File { name, problem: FileProblem::Content(_) }))
            if name == "報告.pdf"),
        "{refused:?}"
    );
}

#[test]
fn reading_is_given_up_in_the_middle_and_in_the_queue() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("報告.pdf");
    fs::write(&path, big()).unwrap();
    let (at_first_progress, go_on) = desk.waking.close();
    let take_in = || Request::TakeIn {
        session: desk.session.clone(),
        path: path.clone(),
    };
    let (reading, queued) = (desk.send(take_in()), desk.send(take_in()));
    at_first_progress.recv_timeout(PATIENCE).unwrap();
    desk.worker.cancel(queued);
    desk.worker.cancel(reading);
    go_on.send(()).unwrap();
    for ticket in [reading, queued] {
        let answer = desk.answer(ticket);
        assert!(matches!(answer, Err(Trouble::Cancelled)), "{answer:?}");
    }
    assert_eq!(desk.seen().len(), 1, "no progress after giving up");
    assert!(picked(&desk, &folder, b"pdf").is_ok());
}

#[test]
fn a_file_given_up_while_it_is_looked_at_is_not_staged() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("報告.pdf");
    fs::write(&path, b"pdf").unwrap();
    let (looked_at, go_on) = desk.inspector.gate.close();
    let ticket = desk.send(Request::TakeIn {
        session: desk.session.clone(),
        path,
    });
    looked_at.recv_timeout(PATIENCE).unwrap();
    desk.worker.cancel(ticket);
    go_on.send(()).unwrap();
    let answer = desk.answer(ticket);
    assert!(matches!(answer, Err(Trouble::Cancelled)), "{answer:?}");
}

#[test]
fn discarded_content_cannot_be_used() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let file = picked(&desk, &folder, b"pdf").unwrap();
    assert!(matches!(
        desk.ask(Request::Discard { stage: file.stage }),
        Ok(Answer::Done)
    ));
    let refused = desk.run(outcome(&desk, &file));
    assert!(
        matches!(refused, Err(Trouble::Refused(Refusal::StageMissing))),
        "{refused:?}"
    );
}

#[test]
fn records_are_served_while_a_file_takes_its_time() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("報告.pdf");
    fs::write(&path, b"pdf").unwrap();
    let (looked_at, go_on) = desk.inspector.gate.close();
    let slow = desk.send(Request::TakeIn {
        session: desk.session.clone(),
        path,
    });
    looked_at.recv_timeout(PATIENCE).unwrap();
    assert!(
        desk.ask(Request::Load {
            session: desk.session.clone()
        })
        .is_ok()
    );
    go_on.send(()).unwrap();
    assert!(desk.answer(slow).is_ok());
}

#[test]
fn text_is_saved_where_the_person_says() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("復原碼.txt");
    let text = licheng::engine::Secret::new("ABCDE-復原");
    assert!(desk.ask(Request::SaveText { to: to.clone(), text }).is_ok());
    assert_eq!(fs::read_to_string(to).unwrap(), "ABCDE-復原");
}
