//! Copies: written whole or not at all, with progress; taken in after a look.

use std::fs;
use std::path::Path;

use licheng::domain::copies::CopyKind;
use licheng::domain::file::FileProblem;
use licheng::engine::{Command, NewOutcome, StagedFile};
use licheng::worker::{Answer, CopyAnswer, CopyResult, CopyWish, Message, Request, Trouble};

use crate::set_up::{Desk, PATIENCE};
use crate::support::school::TERM;

/// A desk with some megabytes of work.
fn desk_with_work() -> Desk {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    for number in 0..3 {
        let path = folder.path().join("報告.pdf");
        let mut bytes = format!("pdf {number}").into_bytes();
        bytes.resize(3_000_000, 7);
        fs::write(&path, bytes).unwrap();
        let session = desk.session.clone();
        let Ok(Answer::TakenIn(file)) = desk.ask(Request::TakeIn { session, path }) else {
            panic!("the file was not taken in")
        };
        let new = NewOutcome {
            offering: desk.physics,
            term: TERM,
            title: format!("單擺 {number}"),
            work_kind: None,
            description: String::new(),
            files: vec![StagedFile {
                stage: file.stage,
                name: file.name,
                ending_confirmed: false,
            }],
        };
        desk.run(Command::AddOutcome(new)).unwrap();
    }
    desk.seen();
    desk
}

fn wish(desk: &Desk, wish: CopyWish) -> Request {
    let session = desk.session.clone();
    Request::Copies { session, wish }
}

fn ask(desk: &Desk, wanted: CopyWish) -> Result<CopyAnswer, Trouble> {
    match desk.ask(wish(desk, wanted))? {
        Answer::Copies(answer) => Ok(*answer),
        other => panic!("{other:?}"),
    }
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_copy_is_written_with_progress_and_remembered() {
    let desk = desk_with_work();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("備份.zip");
    let Ok(CopyAnswer::Looked(before)) = ask(&desk, CopyWish::Look) else {
        panic!("nothing was counted")
    };
    assert_eq!((before.outcomes, before.files, before.made.len()), (3, 3, 0));
    let written = ask(&desk, CopyWish::Zip { to: to.clone() }).unwrap();
    let CopyAnswer::Done(CopyResult::Written {
        kind,
        path,
        written,
        file_bytes,
    }) = written
    else {
        panic!("{written:?}")
    };
    assert_eq!((kind, &path, written.items), (CopyKind::Zip, &to, 3));
    assert_eq!(file_bytes, fs::metadata(&to).unwrap().len());
    assert_eq!(entries(folder.path()), 1, "nothing beside it");
    let told: Vec<u64> = desk
        .seen()
        .iter()
        .filter_map(|message| match message {
            Message::Progress { done_bytes, .. } => Some(*done_bytes),
            _ => None,
        })
        .collect();
    assert!(told.len() >= 3 && told.is_sorted(), "{told:?}");
    let Ok(CopyAnswer::Looked(after)) = ask(&desk, CopyWish::Look) else {
        panic!("nothing was counted")
    };
    assert_eq!(after.made[0].items, 3);
    desk.ask(wish(&desk, CopyWish::ShowFolder { of: to })).unwrap();
    assert_eq!(*desk.opened_outside.lock().unwrap(), [folder.path()]);
}

#[test]
fn a_cancelled_copy_leaves_nothing_and_an_old_one_alone() {
    let desk = desk_with_work();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("備份.zip");
    fs::write(&to, "the copy of last week").unwrap();
    // Held up at the first word of progress.
    let (arrived, go_on) = desk.waking.close();
    let ticket = desk.send(wish(&desk, CopyWish::Zip { to: to.clone() }));
    arrived.recv_timeout(PATIENCE).unwrap();
    desk.worker.cancel(ticket);
    go_on.send(()).unwrap();
    assert_eq!(desk.answer(ticket).unwrap_err(), Trouble::Cancelled);
    assert_eq!(fs::read(&to).unwrap(), b"the copy of last week");
    assert_eq!(entries(folder.path()), 1);
}

#[test]
fn a_copy_that_cannot_be_written_is_no_copy() {
    let desk = desk_with_work();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("missing").join("備份.zip");
    let trouble = ask(&desk, CopyWish::Zip { to: to.clone() }).unwrap_err();
    assert_eq!(
        trouble,
        Trouble::CannotWrite {
            path: to,
            disk_full: false
        }
    );
    let Ok(CopyAnswer::Looked(after)) = ask(&desk, CopyWish::Look) else {
        panic!("nothing was counted")
    };
    assert!(after.made.is_empty(), "nothing was made");
}

#[test]
fn what_comes_back_is_looked_at_first() {
    let desk = desk_with_work();
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("備份.zip");
    ask(&desk, CopyWish::Zip { to: to.clone() }).unwrap();
    let Ok(CopyAnswer::Done(CopyResult::Checked { check, .. })) =
        ask(&desk, CopyWish::Check { from: to.clone() })
    else {
        panic!("nothing was checked")
    };
    assert_eq!(check.counts(), (0, 3, 0));
    let Ok(CopyAnswer::Done(CopyResult::Imported(report))) = ask(&desk, CopyWish::Import { from: to }) else {
        panic!("nothing was looked through")
    };
    assert_eq!((report.added.len(), report.done.counts()), (0, (0, 3, 0)));
    let from = folder.path().to_path_buf();
    assert!(matches!(
        ask(&desk, CopyWish::Check { from }).unwrap_err(),
        Trouble::LocalFile {
            problem: FileProblem::IsFolder,
            ..
        }
    ));
    let text = folder.path().join("text.zip");
    fs::write(&text, "no zip").unwrap();
    assert!(matches!(
        ask(&desk, CopyWish::Check { from: text }),
        Err(Trouble::Refused(_))
    ));
}
