//! The power goes at every write of add, replace, submit, delete and restore: what was acknowledged is
//! there, the interrupted command whole or absent, no orphan chunk.

use std::sync::Arc;

use chrono::Duration;
use licheng::domain::file::Slot;
use licheng::domain::limits::Limits;
use licheng::engine::{
    Command, Engine, Failure, HandClock, ItemView, OutcomeChanges, Secret, Session, demonstration_password,
};
use licheng::store::{Library, ReadContents};

use crate::support::crash_backend::{CrashBackend, Unsynced};
use crate::support::school::{School, header, opening, submit, surroundings};

/// What the student sees: every item in and out of the trash.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    items: Vec<ItemView>,
    trash: Vec<ItemView>,
    used: u32,
}

fn look(engine: &Engine, session: &Session) -> Seen {
    Seen {
        items: engine.items(session, None, false).unwrap(),
        trash: engine.items(session, None, true).unwrap(),
        used: engine.status(session).unwrap().outcomes.used,
    }
}

fn bytes(kind: &str, length: usize) -> Vec<u8> {
    kind.bytes()
        .chain((0_u32..).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8))
        .take(length)
        .collect()
}

#[test]
fn power_cuts() {
    let backend = CrashBackend::default();
    let school = School::in_library(
        Library::create_with_backend(backend.clone(), &header()).unwrap(),
        Limits::default(),
    );
    let student = school.login("s1");
    let mut states = vec![look(&school.engine, &student)];
    let mut acknowledged = vec![backend.now()];
    let start = backend.now();

    let large = bytes("mp4", 10 * 1024 * 1024);
    let mut item = None;
    for step in 0..5 {
        let command = match (step, &item) {
            (0, _) => {
                let file = school.stage(&student, "影片.mp4", &large);
                Command::AddOutcome(school.new_outcome("影片", vec![file]))
            }
            (1, Some(item)) => edit(&school, &student, item),
            (2, Some(item)) => Command::DeleteOutcome {
                item: item.id,
                seen: item.facts.version,
            },
            (3, Some(item)) => Command::RestoreOutcome {
                item: item.id,
                seen: item.facts.version,
            },
            (4, Some(item)) => submit(item),
            _ => unreachable!("the first step makes the item"),
        };
        item = Some(school.item(&student, &command));
        states.push(look(&school.engine, &student));
        acknowledged.push(backend.now());
    }
    let end = backend.now();
    drop(school);

    let mut looked_at = 0;
    for moment in backend.moments(start..end) {
        let done = acknowledged.iter().rposition(|at| *at <= moment.number).unwrap();
        for unsynced in [
            Unsynced::Kept,
            Unsynced::Dropped,
            Unsynced::Mixed(7),
            Unsynced::Torn(11),
        ] {
            let found = reopen(moment.image(unsynced));
            let whole = states.get(done + 1);
            assert!(
                found == states[done] || Some(&found) == whole,
                "cut at {} ({unsynced:?}): neither before nor after command {done}",
                moment.number
            );
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at} images");
}

fn edit(school: &School, student: &Session, item: &ItemView) -> Command {
    let file = school.stage(student, "新片.mp4", &bytes("mp4x", 3 * 1024 * 1024));
    let changes = OutcomeChanges {
        files: vec![file],
        ..Default::default()
    };
    Command::EditOutcome {
        item: item.id,
        seen: item.facts.version,
        changes,
    }
}

fn reopen(image: Vec<u8>) -> Seen {
    let library = Library::open_with_backend(CrashBackend::holding(image)).unwrap();
    let clock = Arc::new(HandClock::at(opening() + Duration::days(1)));
    let around = surroundings(&clock, "after the crash");
    let engine = Engine::new(library, around.clock, around.ids, around.inspector);
    let session = engine
        .login("s1", &Secret::new(demonstration_password("s1")))
        .unwrap();
    let seen = look(&engine, &session);
    let mut named: Vec<u64> = Vec::new();
    for item in seen.items.iter().chain(&seen.trash) {
        for file in &item.files {
            named.push(file.id.0);
            let content = engine.read_file(&session, item.id, Slot::Media).unwrap();
            assert_eq!(
                *blake3::hash(&content.bytes).as_bytes(),
                file.blake3,
                "bytes are whole"
            );
        }
    }
    let stored = engine
        .library()
        .read(|txn| txn.content_ids().map_err(Failure::from))
        .unwrap();
    assert_eq!(stored, named, "no orphan, nothing missing");
    seen
}
