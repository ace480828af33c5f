//! The school as the engine sees it, with a clock moved by hand.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Duration;
use licheng::demo;
use licheng::domain::moment::{Moment, parse_moment};
use licheng::domain::outcome::OutcomeState;
use licheng::domain::term::{Semester, Term};
use licheng::domain::window::{Phase, WindowKind};
use licheng::engine::{
    Clock, Engine, Face, HandClock, SameBytes, Secret, SeededIds, Session, Surroundings,
    demonstration_password,
};
use licheng::media::InProcess;

const TERM: Term = Term::new(114, Semester::First);
const LAST_TERM: Term = Term::new(113, Semester::Second);
const AS_PROMISED: [Phase; 4] = [Phase::Open; 4];

fn now() -> Moment {
    parse_moment("2026-03-04T10:30:00").unwrap()
}

fn log_in(engine: &Engine, place: usize) -> Session {
    let accounts = engine.demonstration_accounts().unwrap().unwrap();
    let password = Secret::new(accounts[place].password.clone().unwrap());
    engine.login(&accounts[place].account, &password).unwrap()
}

fn phases(engine: &Engine, session: &Session) -> [Phase; 4] {
    let status = engine.status(session).unwrap();
    WindowKind::ALL.map(|kind| status.phase(kind, engine.now()))
}

fn teacher(engine: &Engine, account: &str) -> Session {
    let password = Secret::new(demonstration_password(account));
    engine.login(account, &password).unwrap()
}

/// Somebody stands in for the teacher of 美術.
fn has_a_deputy(engine: &Engine) -> bool {
    let queue = engine.queue(&teacher(engine, "t05")).unwrap();
    queue
        .courses
        .iter()
        .any(|course| course.deputy_for.as_deref() == Some("梁詠絮"))
}

/// A queue of some length, and one of each thing to look at twice.
fn what_the_teachers_find(engine: &Engine) {
    let session = |account| teacher(engine, account);
    for account in ["t02", "t07", "t08"] {
        let queue = engine.queue(&session(account)).unwrap();
        let waiting: Vec<_> = queue.rows.iter().filter(|row| row.waits()).collect();
        assert!(waiting.len() >= 20, "{account}: {}", waiting.len());
        let classes: BTreeSet<&str> = waiting.iter().map(|row| row.class.as_str()).collect();
        assert_eq!(classes.len(), 2, "{account}");
    }
    assert!(has_a_deputy(engine));
    let mut found = BTreeSet::new();
    let mut named = Vec::new();
    for account in ["t02", "t07"] {
        let decider = session(account);
        let queue = engine.queue(&decider).unwrap();
        found.extend(
            queue
                .rows
                .iter()
                .filter_map(|row| row.requested.map(|_| "requested")),
        );
        for row in queue.rows.iter().filter(|row| row.waits()) {
            for remark in engine.case(&decider, row.id).unwrap().same_bytes {
                match remark {
                    SameBytes::CertifiedBefore { .. } => found.insert("certified"),
                    SameBytes::ReturnedByYou { .. } => found.insert("returned"),
                    SameBytes::OtherStudents { named: others, .. } => {
                        assert_eq!(others[0].class, row.class, "one class");
                        named.push(row.account.clone());
                        found.insert("others")
                    }
                };
            }
        }
    }
    assert_eq!(
        found,
        BTreeSet::from(["requested", "certified", "returned", "others"])
    );
    assert_eq!(named.len(), 2, "one pair, seen from both sides: {named:?}");
}

#[test]
fn the_school_is_what_it_promises() {
    let clock = Arc::new(HandClock::at(now()));
    let surroundings = Surroundings {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        ids: Arc::new(SeededIds::new("elsewhere")),
        inspector: Arc::new(InProcess),
    };
    let engine = demo::build(None, surroundings, Face::CommandLine).unwrap();
    let accounts = engine.demonstration_accounts().unwrap().unwrap();
    assert_eq!(accounts.len(), 71);

    let first = log_in(&engine, 0);
    let used = engine.status(&first).unwrap().outcomes;
    assert_eq!((used.used, used.limit), (5, 20));
    let items = engine.items(&first, Some(TERM), false).unwrap();
    let states: BTreeSet<OutcomeState> = items.iter().map(|item| item.state()).collect();
    assert_eq!(states.len(), 4, "every state is there: {states:?}");
    for item in &items {
        assert!(item.updated < now(), "nothing happened in the future");
        let history = engine.history(&first, item.id).unwrap();
        assert!(history.windows(2).all(|pair| pair[0].line.at <= pair[1].line.at));
        assert!(history.iter().all(|view| !view.actor_name.is_empty()));
    }
    assert_eq!(phases(&engine, &first), AS_PROMISED);
    let selectable = engine.items(&first, Some(LAST_TERM), false).unwrap();
    assert!(
        selectable.len() == 2
            && selectable
                .iter()
                .all(|item| item.state() == OutcomeState::Certified)
    );
    let full = engine.status(&log_in(&engine, 1)).unwrap().outcomes;
    assert_eq!((full.used, full.limit), (20, 20));

    what_the_teachers_find(&engine);

    clock.advance(Duration::days(30));
    assert_eq!(phases(&engine, &first)[0], Phase::Closed);
    assert!(!has_a_deputy(&engine), "that time is over");
    demo::refresh_dates(&engine).unwrap();
    assert!(has_a_deputy(&engine), "it moves with the dates");
    assert_eq!(phases(&engine, &first), AS_PROMISED, "as on the first day");
    demo::refresh_dates(&engine).unwrap();
    assert_eq!(phases(&engine, &first), AS_PROMISED, "once a day is enough");
}
