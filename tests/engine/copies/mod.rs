//! One's own copy: what is in it, that nothing is lost, and that nothing in it is taken at its word.

mod coming_back;
mod making;
mod outside;
mod refused;
mod transfer;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::Duration;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    Command, CopyCheck, CopyFailure, CurrentTerms, Engine, Failure, HandClock, ImportReport, ItemView,
    NewOutcome, NewPersonalLibrary, Secret, Session,
};
use licheng::store::Face;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::school::{School, TERM, certify, give_back, opening, surroundings};

type Entries = BTreeMap<String, Vec<u8>>;

/// A student with an item in each state, one with rare characters and marks that must not be taken for
/// HTML, formulas or folders.
fn school_with_work() -> (School, Session) {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let later = || school.clock.advance(Duration::minutes(1));
    school.draft(&student, "單擺 <b>\"週期\"</b>：T∝√L？");
    later();
    let submitted = school.submitted(&student, "=1+1");
    let certified = school.item(&teacher, &certify(&submitted));
    assert_eq!(certified.state(), OutcomeState::Certified);
    later();
    let submitted = school.submitted(&student, "../../𡘙的摩擦力");
    let files = vec![
        school.stage(&student, "報告.pdf", b"pdf a report with a film"),
        school.stage(
            &student,
            "影片.mp4",
            &[b"mp4".as_slice(), &[7; 3_000_000]].concat(),
        ),
    ];
    let new = NewOutcome {
        offering: school.history,
        ..school.new_outcome("報告.", files)
    };
    let with_film = school.item(&student, &Command::AddOutcome(new));
    assert_eq!(with_film.files.len(), 2);
    school
        .run(&teacher, &give_back(submitted.id, submitted.facts.version, false))
        .unwrap();
    later();
    school.submitted(&student, "COM1");
    let trashed = school.draft(&student, "丟掉的");
    let delete = Command::DeleteOutcome {
        item: trashed.id,
        seen: trashed.facts.version,
    };
    school.run(&student, &delete).unwrap();
    (school, student)
}

fn copy_of(engine: &Engine, session: &Session) -> Vec<u8> {
    let mut target = Cursor::new(Vec::new());
    engine
        .write_copy(session, &mut target, &mut |_| ControlFlow::Continue(()))
        .unwrap();
    target.into_inner()
}

fn unpack(copy: &[u8]) -> Entries {
    let mut archive = ZipArchive::new(Cursor::new(copy)).unwrap();
    let mut entries = Entries::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        assert!(entries.insert(name, bytes).is_none());
    }
    entries
}

fn pack(entries: &Entries) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn records(entries: &Entries) -> Value {
    serde_json::from_slice(&entries["portfolio.json"]).unwrap()
}

/// The copy with its records changed.
fn edited(copy: &[u8], edit: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut entries = unpack(copy);
    let mut records = records(&entries);
    edit(&mut records);
    entries.insert("portfolio.json".into(), serde_json::to_vec(&records).unwrap());
    pack(&entries)
}

fn personal(seed: &str) -> (Engine, Session) {
    let clock = Arc::new(HandClock::at(opening() + Duration::days(5)));
    let new = NewPersonalLibrary {
        account_name: "my-own".into(),
        display_name: "林𡘙".into(),
        password: Secret::new("自己的密碼真的很長"),
        entry_year: SchoolYear(114),
        terms: CurrentTerms {
            outcome: TERM,
            activity: TERM,
            selection: SchoolYear(113),
        },
    };
    let (engine, _) = Engine::create_personal(None, &new, surroundings(&clock, seed), Face::Window).unwrap();
    let session = engine
        .login("my-own", &Secret::new("自己的密碼真的很長"))
        .unwrap();
    (engine, session)
}

fn import(engine: &Engine, session: &Session, copy: &[u8]) -> ImportReport {
    engine
        .import_copy(session, Cursor::new(copy), &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

fn check(engine: &Engine, session: &Session, copy: &[u8]) -> CopyCheck {
    engine
        .check_copy(session, Cursor::new(copy), &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

fn items(engine: &Engine, session: &Session) -> Vec<ItemView> {
    engine.items(session, None, false).unwrap()
}

/// What makes a record: all but ids and versions.
fn essence(items: &[ItemView]) -> Vec<impl PartialEq + std::fmt::Debug + use<>> {
    let mut all: Vec<_> = items
        .iter()
        .map(|item| {
            let files: Vec<_> = item
                .files
                .iter()
                .map(|file| {
                    (
                        file.name.clone(),
                        file.kind,
                        file.bytes,
                        file.blake3,
                        file.md5,
                        file.added,
                    )
                })
                .collect();
            let decisions: Vec<_> = item
                .decisions
                .iter()
                .map(|one| {
                    (
                        one.at,
                        one.by.clone(),
                        one.for_teacher.clone(),
                        one.state,
                        one.reason,
                        one.note.clone(),
                    )
                })
                .collect();
            let course = (
                item.facts.term,
                item.course_code.clone(),
                item.course_name.clone(),
                item.teachers.clone(),
            );
            let words = (item.title.clone(), item.description.clone(), item.work_kind);
            let times = (item.created, item.updated, item.submitted, item.attempt);
            (words, course, item.state(), times, files, decisions)
        })
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

fn refused(result: Result<impl std::fmt::Debug, CopyFailure>) -> Refusal {
    match result {
        Err(CopyFailure::Failed(Failure::Refused(refusal))) => refusal,
        other => panic!("should be refused: {other:?}"),
    }
}
