//! What comes back: all of it, and nothing that it was not.

use std::io::Cursor;
use std::ops::ControlFlow;

use licheng::domain::limits::Limits;
use licheng::domain::outcome::{Origin, OutcomeState};
use licheng::domain::quota::Counter;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Fate, ItemView, Placement};
use serde_json::Value;

use super::{check, copy_of, edited, essence, import, items, personal, records, school_with_work, unpack};
use crate::activities::{activity, add, competition};
use crate::support::school::{School, TERM};

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
fn activities_go_along_and_come_back() {
    let school = crate::activities::school();
    let student = school.login("s1");
    let picture = school.stage(&student, "獎狀.jpg", b"jpg the diploma");
    let award = activity(&school, &student, &add(competition(vec![picture])));
    let copy = copy_of(&school.engine, &student);
    let entries = unpack(&copy);
    assert!(entries.contains_key("多元表現.csv"));
    assert!(
        entries
            .keys()
            .any(|name| name.starts_with("多元表現/114-1 競賽參與紀錄/01 ") && name.ends_with("獎狀.jpg"))
    );

    let (engine, owner) = personal("activities");
    assert_eq!(check(&engine, &owner, &copy).counts(), (1, 0, 0));
    let report = import(&engine, &owner, &copy);
    assert_eq!(report.added.len(), 1);
    let back = engine.activity(&owner, report.added[0]).unwrap();
    assert_eq!(
        (&back.values, &back.title, &back.link, &back.tags),
        (&award.values, &award.title, &award.link, &award.tags)
    );
    assert_eq!(
        (back.created, back.files[0].blake3),
        (award.created, award.files[0].blake3)
    );
    assert_eq!(import(&engine, &owner, &copy).done.counts(), (0, 1, 0));

    // In a school only as by hand: into the current term, while the window is open.
    let classmate = school.login("s2");
    assert_eq!(import(&school.engine, &classmate, &copy).added.len(), 1);
    let used = school
        .engine
        .status(&classmate)
        .unwrap()
        .usage(Counter::Activity)
        .used;
    assert_eq!(used, 1, "it counts");
    school.clock.set(crate::activities::window_end());
    let later = edited(&copy, |records| {
        let fields = records["items"][0]["activity"]["fields"].as_array_mut().unwrap();
        fields[0]["value"] = "另一場競賽".into();
    });
    let report = import(&school.engine, &classmate, &later);
    assert!(
        matches!(
            report.done.records[0].fate,
            Fate::Refused(Refusal::WindowShut { .. })
        ),
        "{report:?}"
    );
}
