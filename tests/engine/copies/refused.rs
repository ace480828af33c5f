//! Copies that are not taken in.

use std::io::Cursor;
use std::ops::ControlFlow;

use licheng::domain::copies::CopyRefusal;
use licheng::domain::dates::DatesRefusal;
use licheng::domain::file::{FileKind, Slot};
use licheng::domain::refusal::Refusal;
use licheng::domain::term_rules::TermRules;
use licheng::engine::{Command, DatesCommand, Fate};

use crate::activities::{activity, add, competition};
use crate::support::school::TERM;

use super::{Entries, copy_of, edited, import, items, pack, personal, refused, school_with_work, unpack};

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

/// A copy is no way around what the school takes.
#[test]
fn a_kind_of_file_that_the_term_does_not_take_stays_outside() {
    let school = crate::activities::school();
    let student = school.login("s1");
    let picture = school.stage(&student, "獎狀.jpg", b"jpg the diploma");
    activity(&school, &student, &add(competition(vec![picture])));
    let copy = copy_of(&school.engine, &student);
    let only_pdf = Command::Dates(DatesCommand::SetRules {
        term: TERM,
        rules: TermRules {
            accepted: vec![FileKind::Pdf],
            source: "課發會決議".into(),
            ..TermRules::default()
        },
    });
    school.run(&school.login("r1"), &only_pdf).unwrap();
    let report = import(&school.engine, &school.login("s2"), &copy);
    assert!(
        matches!(
            report.done.records[0].fate,
            Fate::Refused(Refusal::Dates(DatesRefusal::KindNotAccepted { .. }))
        ),
        "{report:?}"
    );
}

fn md5_hex(bytes: &[u8]) -> String {
    use md5::{Digest, Md5};
    Md5::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
