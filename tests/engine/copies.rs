//! One's own copy: what is in it, that nothing is lost, and that nothing in it is taken at its word.

#[path = "copies/transfer.rs"]
mod transfer;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::Duration;
use licheng::domain::copies::{CopyKind, CopyRefusal};
use licheng::domain::file::Slot;
use licheng::domain::limits::Limits;
use licheng::domain::outcome::{Origin, OutcomeState};
use licheng::domain::quota::Counter;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::SchoolYear;
use licheng::engine::{
    Command, CopyCheck, CopyCommand, CopyFailure, CurrentTerms, Engine, Failure, Fate, HandClock,
    ImportReport, ItemView, NewOutcome, NewPersonalLibrary, Placement, Secret, Session,
};
use licheng::store::Face;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::activities::{activity, add, competition};
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

#[test]
fn everything_is_there_under_names_that_can_be_read() {
    let (school, student) = school_with_work();
    let entries = unpack(&copy_of(&school.engine, &student));
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "index.html",
            "portfolio.json",
            "課程學習成果.csv",
            "課程學習成果/114-1 歷史/01 報告/報告.pdf",
            "課程學習成果/114-1 歷史/01 報告/影片.mp4",
            "課程學習成果/114-1 物理/01 單擺 ＜b＞＂週期＂＜／b＞：T∝√L？/報告.pdf",
            "課程學習成果/114-1 物理/02 =1+1/報告.pdf",
            "課程學習成果/114-1 物理/03 _..／..／𡘙的摩擦力/報告.pdf",
            "課程學習成果/114-1 物理/04 _COM1/報告.pdf",
            "雜湊值-BLAKE3.txt",
            "雜湊值-MD5.txt",
        ]
    );
    for item in items(&school.engine, &student) {
        for file in &item.files {
            let content = school
                .engine
                .read_file(&student, item.id, file.slot)
                .unwrap()
                .bytes;
            let list = std::str::from_utf8(&entries["雜湊值-BLAKE3.txt"]).unwrap();
            let hash = blake3::hash(&content).to_hex();
            let line = list.lines().find(|line| line.starts_with(hash.as_str())).unwrap();
            let (_, place) = line.split_once("  ").unwrap();
            assert!(entries[place] == content, "{place}");
        }
    }
    let trashed = entries
        .values()
        .any(|bytes| String::from_utf8_lossy(bytes).contains("丟掉的"));
    assert!(!trashed, "the trash stays behind");
}

#[test]
fn names_beyond_ascii_are_marked_as_utf8() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let mut archive = ZipArchive::new(Cursor::new(&copy)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        let name = std::str::from_utf8(entry.name_raw()).unwrap().to_owned();
        assert_eq!(
            entry.name().unwrap(),
            name,
            "read as what it is, not as an old code page"
        );
    }
}

#[test]
fn the_page_holds_words_and_no_code() {
    let (school, student) = school_with_work();
    let entries = unpack(&copy_of(&school.engine, &student));
    let page = std::str::from_utf8(&entries["index.html"]).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("單擺 &lt;b&gt;&quot;週期&quot;&lt;/b&gt;：T∝√L？"));
    assert!(!page.contains("<b>") && !page.contains("<script"));
    for word in [
        "林𡘙",
        "測試高中",
        "編輯中",
        "認證中",
        "認證成功",
        "認證失敗",
        "陳老師",
        "上傳成上週的檔案了",
    ] {
        assert!(page.contains(word), "{word}");
    }
    assert!(
        page.contains("href=\"%E8%AA%B2%E7%A8%8B"),
        "links lead into the copy"
    );
    assert!(
        !page.contains("http://") && !page.contains("https://"),
        "nothing comes from elsewhere"
    );
    let table = std::str::from_utf8(&entries["課程學習成果.csv"]).unwrap();
    assert!(table.starts_with("\u{FEFF}學期,課程,"));
    assert!(table.contains(",'=1+1,"), "no formula");
    assert_eq!(table.lines().filter(|line| line.starts_with("114-1")).count(), 5);
}

#[test]
fn a_cancelled_copy_ends_at_the_next_piece() {
    let (school, student) = school_with_work();
    let mut target = Cursor::new(Vec::new());
    let mut told = 0;
    let answer = school.engine.write_copy(&student, &mut target, &mut |progress| {
        told += 1;
        assert!(progress.done_bytes <= progress.total_bytes);
        if told == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(matches!(answer, Err(CopyFailure::Cancelled)));
    assert_eq!(told, 3);
}

#[test]
fn making_a_copy_is_remembered_and_is_for_those_who_have_something() {
    let (school, student) = school_with_work();
    assert_eq!(school.engine.copies_made(&student), Ok(Vec::new()));
    let note = Command::Copy(CopyCommand::NoteMade {
        kind: CopyKind::Zip,
        items: 5,
        files: 6,
        content_bytes: 7,
    });
    school.run(&student, &note).unwrap();
    let made = school.engine.copies_made(&student).unwrap();
    assert_eq!((made.len(), made[0].kind, made[0].items), (1, CopyKind::Zip, 5));
    let teacher = school.login("t1");
    let mut target = Cursor::new(Vec::new());
    let answer = school
        .engine
        .write_copy(&teacher, &mut target, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused(answer), Refusal::NoRight { .. }));
}

#[test]
fn a_round_trip_loses_nothing() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let (engine, owner) = personal("round trip");
    let preview = check(&engine, &owner, &copy);
    assert_eq!(preview.counts(), (5, 0, 0));
    assert!(items(&engine, &owner).is_empty(), "a check changes nothing");
    let report = import(&engine, &owner, &copy);
    assert_eq!((report.added.len(), report.done.counts()), (5, (5, 0, 0)));

    let before = items(&school.engine, &student);
    let after = items(&engine, &owner);
    assert_eq!(essence(&after), essence(&before));
    for item in &after {
        let expected = (item.state() != OutcomeState::Draft).then_some(Origin::Imported);
        assert_eq!(item.facts.origin, expected, "{}", item.title);
        assert!(
            item.decisions
                .iter()
                .all(|decision| decision.origin == Origin::Imported)
        );
        for file in &item.files {
            let content = engine.read_file(&owner, item.id, file.slot).unwrap().bytes;
            assert_eq!(*blake3::hash(&content).as_bytes(), file.blake3);
        }
    }
    let courses = engine.courses(&owner, Some(TERM)).unwrap();
    assert_eq!(courses.len(), 2, "one for each course that had records");

    // Once more: a copy of the copy, into yet another library, and again into this one.
    let second = copy_of(&engine, &owner);
    let (third, other_owner) = personal("third");
    import(&third, &other_owner, &second);
    assert_eq!(essence(&items(&third, &other_owner)), essence(&before));
    let again = import(&engine, &owner, &copy);
    assert_eq!((again.added.len(), again.done.counts()), (0, (0, 5, 0)));
    assert_eq!(items(&engine, &owner).len(), 5);
}

#[test]
fn a_cancelled_import_goes_on_where_it_stopped() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let (engine, owner) = personal("cancelled");
    let total = std::cell::Cell::new(0);
    let mut records = 0;
    let report = engine
        .import_copy(&owner, Cursor::new(&copy), &mut |progress| {
            total.set(progress.total_bytes);
            if progress.done_bytes * 2 < progress.total_bytes {
                return ControlFlow::Continue(());
            }
            records += 1;
            if records > 2 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })
        .unwrap();
    assert!(report.cancelled);
    let there = items(&engine, &owner).len();
    assert_eq!(there, report.added.len());
    assert!(there > 0 && there < 5, "{there}");
    let rest = import(&engine, &owner, &copy);
    assert_eq!(rest.added.len(), 5 - there);
    assert_eq!(rest.done.counts(), (5 - there, there, 0));
}

/// The heart of the matter: whoever edits a copy gets no certification that counts.
#[test]
fn a_state_edited_in_the_copy_never_becomes_a_certification() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let forged = edited(&copy, |records| {
        for item in records["items"].as_array_mut().unwrap() {
            item["title"] = format!("偽造 {}", item["title"].as_str().unwrap()).into();
            item["filed"] = false.into();
            item["brought"] = false.into();
            item["outcome"]["state"] = "certified".into();
            item["outcome"]["origin"] = "teacher".into();
            item["outcome"]["decisions"] = serde_json::json!([{
                "at": "2026-01-06T08:00:00+08:00", "by": "陳老師", "for_teacher": null, "state": "certified",
                "origin": "accepted-transfer", "reason": null, "note": "", "hashes": [], "unopened": false,
            }]);
        }
    });
    // Into the school, by the one who has these courses, and by one who has not; and into one's own library.
    let (engine, owner) = personal("forged");
    let other = school.login("s2");
    for (engine, session) in [
        (&school.engine, &student),
        (&school.engine, &other),
        (&engine, &owner),
    ] {
        let report = import(engine, session, &forged);
        assert_eq!(report.added.len(), 5);
        for id in &report.added {
            let item = engine.item(session, *id).unwrap();
            let counts = item.facts.origin.is_some_and(Origin::counts_for_filing);
            assert!(!counts, "{:?}", item.facts);
            assert!(
                item.decisions
                    .iter()
                    .all(|decision| decision.origin == Origin::Imported)
            );
        }
    }
    // In the student's own course it starts anew and can be handed in; the teacher has not certified it.
    let own: Vec<ItemView> = items(&school.engine, &student)
        .into_iter()
        .filter(|item| item.title.starts_with("偽造"))
        .collect();
    assert_eq!(own.len(), 5);
    assert!(own.iter().all(|item| item.state() == OutcomeState::Draft));
    let teacher = school.login("t1");
    let queue = school.engine.queue(&teacher).unwrap();
    assert!(
        !format!("{queue:?}").contains("偽造"),
        "no teacher sees what nobody handed in"
    );
}

#[test]
fn what_comes_from_elsewhere_is_kept_readable_and_not_counted() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let from_elsewhere = edited(&copy, |records| {
        records["source"]["school_name"] = "山海高中".into();
        for item in records["items"].as_array_mut().unwrap() {
            item["outcome"]["course"]["code"] = "999999".into();
        }
    });
    let other = school.login("s2");
    let before = school.engine.status(&other).unwrap().usage(Counter::Outcome).used;
    let preview = check(&school.engine, &other, &from_elsewhere);
    assert!(
        preview
            .records
            .iter()
            .all(|record| record.fate == Fate::Add(Placement::Brought))
    );
    let report = import(&school.engine, &other, &from_elsewhere);
    assert_eq!(report.added.len(), 5);
    let after = school.engine.status(&other).unwrap().usage(Counter::Outcome).used;
    assert_eq!(after, before, "it does not count");
    let brought = items(&school.engine, &other);
    assert_eq!(essence(&brought).len(), 5);
    for item in &brought {
        assert!(item.facts.withdrawn, "readable, nothing more");
        let submit = Command::SubmitOutcome {
            item: item.id,
            seen: item.facts.version,
        };
        assert!(matches!(
            school.refusal(&other, &submit),
            Refusal::EnrolmentWithdrawn { .. }
        ));
        for file in &item.files {
            assert!(school.engine.read_file(&other, item.id, file.slot).is_ok());
        }
    }
    let courses = school.engine.courses(&other, Some(TERM)).unwrap();
    let brought_courses = courses
        .iter()
        .filter(|course| course.withdrawn && course.group == "山海高中")
        .count();
    assert_eq!(brought_courses, 2);
    // A copy of it says so, and so it comes back anywhere.
    let again = unpack(&copy_of(&school.engine, &other));
    let flags: Vec<_> = records(&again)["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["brought"].clone())
        .collect();
    assert_eq!(flags, vec![Value::Bool(true); 5]);
}

#[test]
fn the_normal_limits_hold() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let narrow = Limits {
        outcomes_per_term: 2,
        title_chars: 8,
        ..Limits::default()
    };
    let tight = School::with_limits(narrow);
    let session = tight.login("s1");
    let preview = check(&tight.engine, &session, &copy);
    let report = import(&tight.engine, &session, &copy);
    assert_eq!(
        preview.counts(),
        report.done.counts(),
        "the preview says what will happen"
    );
    let usage = tight.engine.status(&session).unwrap().usage(Counter::Outcome);
    assert_eq!((usage.used, usage.limit), (2, 2));
    let reasons: Vec<&Fate> = report.done.records.iter().map(|record| &record.fate).collect();
    assert!(
        reasons
            .iter()
            .any(|fate| matches!(fate, Fate::Refused(Refusal::QuotaReached { .. })))
    );
    assert!(
        reasons
            .iter()
            .any(|fate| matches!(fate, Fate::Refused(Refusal::TitleTooLong { .. })))
    );
}

#[test]
fn what_is_no_sound_copy_is_refused_whole() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let (engine, owner) = personal("spoiled");
    let place = "課程學習成果/114-1 物理/02 =1+1/報告.pdf";
    let with = |change: &dyn Fn(&mut Entries)| {
        let mut entries = unpack(&copy);
        change(&mut entries);
        pack(&entries)
    };
    let name = || "報告.pdf".to_owned();
    let title = || "=1+1".to_owned();
    let same_length = unpack(&copy)[place].len();
    let cases: Vec<(Vec<u8>, CopyRefusal)> = vec![
        (b"PK nonsense".to_vec(), CopyRefusal::NotAZip),
        (copy[..copy.len() / 2].to_vec(), CopyRefusal::NotAZip),
        (
            with(&|entries| drop(entries.remove("portfolio.json"))),
            CopyRefusal::NotACopy,
        ),
        (
            with(&|entries| drop(entries.remove(place))),
            CopyRefusal::FileMissing {
                name: name(),
                title: title(),
            },
        ),
        (
            with(&|entries| drop(entries.insert(place.into(), b"pdf other".to_vec()))),
            CopyRefusal::FileAltered {
                name: name(),
                title: title(),
            },
        ),
        (
            with(&|entries| drop(entries.insert(place.into(), vec![b'p'; same_length]))),
            CopyRefusal::FileAltered {
                name: name(),
                title: title(),
            },
        ),
        (
            // A bomb: fifty megabytes packed into almost nothing, promised as a few bytes.
            with(&|entries| drop(entries.insert(place.into(), vec![0; 50_000_000]))),
            CopyRefusal::FileAltered {
                name: name(),
                title: title(),
            },
        ),
        (
            with(&|entries| drop(entries.insert("../../evil.pdf".into(), Vec::new()))),
            CopyRefusal::UnsafeName {
                name: "../../evil.pdf".into(),
            },
        ),
        (
            with(&|entries| drop(entries.insert("/evil.pdf".into(), Vec::new()))),
            CopyRefusal::UnsafeName {
                name: "/evil.pdf".into(),
            },
        ),
        (
            with(&|entries| drop(entries.insert("portfolio.json".into(), b"{\n \"format\": 7}".to_vec()))),
            CopyRefusal::Malformed { line: 2, column: 12 },
        ),
        (
            edited(&copy, |records| records["version"] = 9.into()),
            CopyRefusal::NewerVersion { found: 9, known: 1 },
        ),
        (
            edited(&copy, |records| {
                records["items"][1]["outcome"]["state"] = "golden".into()
            }),
            CopyRefusal::UnknownValue {
                item: 2,
                field: "state",
            },
        ),
        (
            edited(&copy, |records| {
                records["items"][0]["files"][0]["path"] = place.into()
            }),
            CopyRefusal::TwiceThere { name: place.into() },
        ),
    ];
    for (bytes, expected) in cases {
        let tell: &mut dyn FnMut(_) -> _ = &mut |_| ControlFlow::Continue(());
        let checked = refused(engine.check_copy(&owner, Cursor::new(&bytes), tell));
        assert_eq!(checked, Refusal::Copy(expected));
        let imported = refused(engine.import_copy(&owner, Cursor::new(&bytes), tell));
        assert_eq!(imported, checked);
    }
    assert!(items(&engine, &owner).is_empty(), "nothing came in");
}

#[test]
fn bytes_under_a_wrong_name_are_looked_at_like_any_others() {
    let (school, student) = school_with_work();
    let program = b"MZ a program".to_vec();
    let copy = copy_of(&school.engine, &student);
    let place = "課程學習成果/114-1 物理/02 =1+1/報告.pdf";
    let hash = blake3::hash(&program).to_hex().to_string();
    let mut entries = unpack(&edited(&copy, |records| {
        for item in records["items"].as_array_mut().unwrap() {
            for file in item["files"].as_array_mut().unwrap() {
                if file["path"] == place {
                    file["bytes"] = program.len().into();
                    file["blake3"] = hash.clone().into();
                    file["md5"] = md5_hex(&program).into();
                }
            }
        }
    }));
    entries.insert(place.into(), program);
    let (engine, owner) = personal("program");
    let report = import(&engine, &owner, &pack(&entries));
    assert_eq!(report.done.counts(), (4, 0, 1));
    let refused = report
        .done
        .records
        .iter()
        .find(|record| record.title == "=1+1")
        .unwrap();
    assert!(
        matches!(refused.fate, Fate::Refused(Refusal::File { .. })),
        "{refused:?}"
    );
    assert!(
        items(&engine, &owner)
            .iter()
            .all(|item| item.file(Slot::Document).is_some())
    );
}

fn md5_hex(bytes: &[u8]) -> String {
    use md5::{Digest, Md5};
    Md5::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
