//! Commits of this and other programs.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{Command, Engine, Face, HandClock, OpenMode};
use licheng::store::{ReadRecords, StoreError, Table, WriteRecords};
use licheng::worker::{Answer, Message, Request, Trouble};

use crate::set_up::{Desk, Fragile, PATIENCE, around};
use crate::support::school;

fn draft(desk: &Desk, text: &str) -> Request {
    Request::SaveDraft {
        session: desk.session.clone(),
        field: "title".into(),
        text: text.into(),
    }
}

/// Another program with the same library open.
fn other_program(path: &std::path::Path) -> Engine {
    let clock = Arc::new(HandClock::at(school::opening()));
    let around = around(&clock, &Arc::new(Fragile::default()));
    Engine::open(path, around, OpenMode::ReadWrite, Face::CommandLine).unwrap()
}

#[test]
fn an_own_change_is_answered_first_and_then_announced() {
    let desk = Desk::in_memory();
    // Forgetting a draft is a change of its own that pages show; typing is not.
    for (text, changes) in [("打字", 0), ("打字中", 0), ("", 1)] {
        let answer = desk.ask(draft(&desk, text));
        assert!(matches!(answer, Ok(Answer::DraftSaved { .. })), "{answer:?}");
        assert!(desk.seen().is_empty());
        // Served after what the change led to was sent.
        desk.ask(Request::Load {
            session: desk.session.clone(),
        })
        .unwrap();
        let seen = desk.seen();
        assert_eq!(seen.len(), changes, "{text:?}: {seen:?}");
        assert!(
            seen.iter()
                .all(|message| matches!(message, Message::LibraryChanged))
        );
    }
}

#[test]
fn a_refused_command_changes_nothing() {
    let desk = Desk::in_memory();
    let refused = desk.run(Command::SetProfile {
        display_name: "新名字".into(),
        entry_year: SchoolYear(114),
    });
    assert!(
        matches!(refused, Err(Trouble::Refused(Refusal::NoRight { .. }))),
        "{refused:?}"
    );
    desk.ask(Request::Load {
        session: desk.session.clone(),
    })
    .unwrap();
    assert!(desk.seen().is_empty());
}

#[test]
fn another_programs_commit_shows_within_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("licheng.redb");
    let desk = Desk::in_file(path.clone());
    let other = other_program(&path);
    desk.ask(Request::Load {
        session: desk.session.clone(),
    })
    .unwrap();
    // On a machine busy with other tests one look may come late.
    let mut slowest = Vec::new();
    for text in ["一", "二", "三"] {
        other.save_draft(&desk.session, "elsewhere", text).unwrap();
        let committed = Instant::now();
        let message = desk.worker.receive_within(PATIENCE);
        assert!(matches!(message, Some(Message::LibraryChanged)), "{message:?}");
        slowest.push(committed.elapsed());
    }
    assert!(
        slowest.iter().any(|time| *time < Duration::from_secs(1)),
        "{slowest:?}"
    );
    let Ok(Answer::Loaded(snapshot)) = desk.ask(Request::Load {
        session: desk.session.clone(),
    }) else {
        panic!()
    };
    assert_eq!(snapshot.drafts, [("elsewhere".to_owned(), "三".to_owned())]);
}

#[test]
fn a_change_that_waits_says_so_and_then_happens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("licheng.redb");
    let desk = Desk::in_file(path.clone());
    let other = other_program(&path);
    let (writing, written) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            other.library().write(|txn| {
                txn.put(Table::new("test"), b"a", b"1")?;
                assert!(txn.get(Table::new("test"), b"a")?.is_some());
                writing.send(()).unwrap();
                released.recv_timeout(PATIENCE).unwrap();
                Ok::<(), StoreError>(())
            })
        });
        written.recv_timeout(PATIENCE).unwrap();
        let command = Command::RefreshDemonstrationDates;
        let request = licheng::domain::id::RequestId(1);
        let run = desk.send(Request::Run {
            session: desk.session.clone(),
            request,
            command,
        });
        let message = desk.worker.receive_within(PATIENCE);
        assert!(
            matches!(&message, Some(Message::WaitingFor { ticket, .. }) if *ticket == run),
            "{message:?}"
        );
        release.send(()).unwrap();
        let answer = desk.answer(run);
        assert!(!matches!(answer, Err(Trouble::Library(_))), "{answer:?}");
    });
}

#[test]
fn a_library_closed_by_hand_is_no_surprise() {
    let desk = Desk::in_memory();
    assert!(matches!(desk.ask(Request::Close), Ok(Answer::Closed)));
    let nothing = desk.ask(Request::Load {
        session: desk.session.clone(),
    });
    assert!(matches!(nothing, Err(Trouble::NoLibrary)), "{nothing:?}");
    assert!(matches!(desk.ask(Request::Close), Ok(Answer::Closed)));
}

#[test]
fn reopening_keeps_everything() {
    let desk = Desk::in_memory();
    desk.ask(draft(&desk, "打字")).unwrap();
    assert!(matches!(desk.ask(Request::Reopen), Ok(Answer::Reopened)));
    let Ok(Answer::Loaded(snapshot)) = desk.ask(Request::Load {
        session: desk.session.clone(),
    }) else {
        panic!()
    };
    assert_eq!(snapshot.drafts.len(), 1);
}
