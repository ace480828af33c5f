//! Order, tickets, answers, and jobs that break down.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use licheng::domain::id::ItemId;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Face, HandClock, Secret};
use licheng::worker::{Answer, Message, Request, Ticket, Trouble, Worker, WorkerSetup};

use crate::set_up::{Desk, Fragile, PATIENCE, around};
use crate::support::school::opening;

#[test]
fn every_request_is_answered_once_in_order_and_wakes_the_window() {
    let desk = Desk::in_memory();
    let draft = |n: u32| Request::SaveDraft {
        session: desk.session.clone(),
        field: format!("field {n}"),
        text: "打了一半".into(),
    };
    let load = Request::Load {
        session: desk.session.clone(),
    };
    let sent = [desk.send(draft(1)), desk.send(load), desk.send(draft(2))];
    let messages = desk.worker.wait_idle(PATIENCE);
    let answered: Vec<Ticket> = messages
        .iter()
        .map(|message| match message {
            Message::Answer { ticket, .. } => *ticket,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(answered, sent);
    assert_eq!(desk.worker.unanswered(), 0);
    let Message::Answer { answer, .. } = &messages[1] else {
        panic!()
    };
    let Ok(Answer::Loaded(snapshot)) = &**answer else {
        panic!("{answer:?}")
    };
    assert_eq!(snapshot.drafts, [("field 1".to_owned(), "打了一半".to_owned())]);
    assert_eq!(snapshot.terms.len(), 2);
    assert!(!snapshot.courses.is_empty() && snapshot.items.is_empty() && !snapshot.windows.is_empty());
    // Dropping the worker ends its threads: then all wakes are counted.
    let wakes = Arc::clone(&desk.wakes);
    drop(desk);
    assert_eq!(wakes.load(Ordering::SeqCst), messages.len());
}

#[test]
fn refusals_come_as_data() {
    let desk = Desk::in_memory();
    let login = |password: &str| Request::Login {
        account: "s2".into(),
        password: Secret::new(password),
    };
    let refused = desk.ask(login("wrong"));
    assert!(
        matches!(refused, Err(Trouble::Refused(Refusal::LoginFailed))),
        "{refused:?}"
    );
    let right = desk.ask(login("demo-s2"));
    assert!(
        matches!(&right, Ok(Answer::LoggedIn(session)) if session.account_name == "s2"),
        "{right:?}"
    );
    let item = ItemId(1);
    let unknown = desk.ask(Request::History {
        session: desk.session.clone(),
        item,
    });
    assert!(
        matches!(unknown, Err(Trouble::Refused(Refusal::NoSuchItem))),
        "{unknown:?}"
    );
}

#[test]
fn changing_the_password_ends_the_old_session() {
    let desk = Desk::in_memory();
    let changed = desk.ask(Request::ChangePassword {
        session: desk.session.clone(),
        current: Secret::new("demo-s1"),
        new: Secret::new("春眠不覺曉處處聞啼鳥"),
    });
    let Ok(Answer::PasswordChanged {
        session,
        recovery_code: None,
    }) = changed
    else {
        panic!("{changed:?}")
    };
    let old = desk.ask(Request::Load {
        session: desk.session.clone(),
    });
    assert!(
        matches!(old, Err(Trouble::Refused(Refusal::SessionOver))),
        "{old:?}"
    );
    assert!(desk.ask(Request::Load { session }).is_ok());
}

#[test]
fn without_a_library_there_is_nothing_to_do() {
    let clock = Arc::new(HandClock::at(opening()));
    let around = around(&clock, &Arc::new(Fragile::default()));
    let demonstration = Arc::new(|| Err(Refusal::NotADemonstration.into()));
    let setup = WorkerSetup::new(around, demonstration, Face::Window);
    let worker = Worker::start(setup, Arc::new(|| {}));
    let nobody = Request::Login {
        account: "s1".into(),
        password: Secret::new("x"),
    };
    let text = Request::Discard {
        stage: licheng::domain::id::StageId(1),
    };
    for request in [nobody, text, Request::Reopen] {
        worker.send(Ticket(1), request);
        let messages = worker.wait_idle(PATIENCE);
        let [Message::Answer { answer, .. }] = &messages[..] else {
            panic!("{messages:?}")
        };
        assert!(matches!(**answer, Err(Trouble::NoLibrary)), "{answer:?}");
    }
    worker.send(Ticket(2), Request::Close);
    let messages = worker.wait_idle(PATIENCE);
    assert!(
        matches!(&messages[..], [Message::Answer { answer, .. }] if matches!(**answer, Ok(Answer::Closed)))
    );
}

#[test]
fn a_job_that_breaks_down_is_an_answer_and_the_worker_goes_on() {
    let desk = Desk::in_memory();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    let take_in = || Request::TakeIn {
        session: desk.session.clone(),
        path: path.clone(),
    };
    std::fs::write(&path, b"pdf panic").unwrap();
    let broken = desk.ask(take_in());
    assert!(matches!(broken, Err(Trouble::Crashed)), "{broken:?}");
    std::fs::write(&path, b"pdf fine").unwrap();
    let fine = desk.ask(take_in());
    assert!(matches!(fine, Ok(Answer::TakenIn(_))), "{fine:?}");
    assert!(
        desk.ask(Request::Load {
            session: desk.session.clone()
        })
        .is_ok()
    );
}
