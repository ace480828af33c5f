//! What a case says about its bytes: certified before, returned by the viewer, held by others.

use chrono::Duration;
use licheng::domain::file::Slot;
use licheng::domain::outcome::ReturnReason;
use licheng::domain::window::{Period, WindowKind};
use licheng::engine::{Command, DatesCommand, Extension, ExtensionFor, ItemView, SameBytes, Session};

use crate::support::school::{School, TERM, certify, give_back, submit, undo, upload_end};

const BYTES: &[u8] = b"pdf the same";

fn remarks(school: &School, viewer: &str, item: &ItemView) -> Vec<SameBytes> {
    let viewer = school.login(viewer);
    school.engine.case(&viewer, item.id).unwrap().same_bytes
}

/// The kinds of remarks, in one letter each.
fn kinds(remarks: &[SameBytes]) -> String {
    let letter = |remark: &SameBytes| match remark {
        SameBytes::CertifiedBefore { .. } => 'C',
        SameBytes::ReturnedByYou { .. } => 'R',
        SameBytes::OtherStudents { .. } => 'O',
    };
    remarks.iter().map(letter).collect()
}

fn delete(school: &School, student: &Session, item: &ItemView) {
    let delete = Command::DeleteOutcome {
        item: item.id,
        seen: item.facts.version,
    };
    school.item(student, &delete);
}

#[test]
fn new_bytes_need_no_remark() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted_bytes(&student, school.physics, BYTES);
    assert_eq!(remarks(&school, "t1", &item), []);
    let certified = school.item(&teacher, &certify(&item));
    assert_eq!(remarks(&school, "t1", &certified), [], "what stands is no news");
    let undone = school.item(&teacher, &undo(&certified));
    assert_eq!(remarks(&school, "t1", &undone), [], "what was undone never was");
}

#[test]
fn certified_before_in_the_same_course() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let first = school.submitted_bytes(&student, school.physics, BYTES);
    let first = school.item(&teacher, &certify(&first));
    let again = school.submitted_bytes(&student, school.physics, BYTES);
    let expected = [SameBytes::CertifiedBefore {
        slot: Slot::Document,
        at: first.decisions[0].at,
        by: "陳老師".to_owned(),
    }];
    assert_eq!(remarks(&school, "t1", &again), expected);
    assert_eq!(remarks(&school, "t3", &again), expected, "whoever decides");
    let same_code = school.submitted_bytes(&student, school.physics_again, BYTES);
    assert_eq!(
        remarks(&school, "t2", &same_code),
        expected,
        "one 課程代碼, two 開課班"
    );
    let other_course = school.submitted_bytes(&student, school.history, BYTES);
    assert_eq!(remarks(&school, "t2", &other_course), []);
    let classmate = school.login("s2");
    let somebody_else = school.submitted_bytes(&classmate, school.physics, BYTES);
    assert_eq!(kinds(&remarks(&school, "t1", &somebody_else)), "O");
}

#[test]
fn certified_before_by_an_item_that_is_gone() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted_bytes(&student, school.physics, BYTES);
    let certified = school.item(&teacher, &certify(&item));
    let returned = school.item(&teacher, &give_back(item.id, certified.facts.version, false));
    delete(&school, &student, &returned);
    school.clock.set(upload_end() + Duration::days(31));
    assert_eq!(school.engine.upkeep().unwrap().purged_items, 1);
    for kind in [WindowKind::OutcomeUpload, WindowKind::Certification] {
        let extend = DatesCommand::Extend(Extension {
            kind,
            period: Period::Term(TERM),
            whom: ExtensionFor::Student("s1".into()),
            opens: Some(upload_end()),
            closes: upload_end() + Duration::days(60),
            reason: "補交".into(),
        });
        school.run(&school.login("r1"), &Command::Dates(extend)).unwrap();
    }
    let again = school.submitted_bytes(&student, school.physics, BYTES);
    let found = remarks(&school, "t1", &again);
    let at = certified.decisions[0].at;
    assert!(
        matches!(&found[0], SameBytes::CertifiedBefore { at: when, by, .. } if *when == at && by == "陳老師"),
        "{found:?}"
    );
    assert_eq!(
        found[1],
        SameBytes::ReturnedByYou {
            slot: Slot::Document,
            at: returned.decisions[1].at,
            reason: Some(ReturnReason::WrongFile),
            same_student: true,
        }
    );
    assert_eq!(found.len(), 2);
}

#[test]
fn a_replaced_file_is_remembered() {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    let item = school.submitted_bytes(&student, school.physics, BYTES);
    let certified = school.item(&teacher, &certify(&item));
    let returned = school.item(&teacher, &give_back(item.id, certified.facts.version, false));
    let changes = licheng::engine::OutcomeChanges {
        files: vec![school.stage(&student, "新.pdf", b"pdf another")],
        ..Default::default()
    };
    let edit = Command::EditOutcome {
        item: item.id,
        seen: returned.facts.version,
        changes,
    };
    let edited = school.item(&student, &edit);
    let other = school.item(&student, &submit(&edited));
    assert_eq!(remarks(&school, "t1", &other), [], "these bytes are new");
    let again = school.submitted_bytes(&student, school.physics, BYTES);
    assert_eq!(kinds(&remarks(&school, "t1", &again)), "CR");
}

#[test]
fn returned_by_this_viewer_before() {
    let school = School::new();
    let (student, classmate) = (school.login("s1"), school.login("s2"));
    let teacher = school.login("t1");
    let item = school.submitted_bytes(&student, school.physics, BYTES);
    let returned = school.item(&teacher, &give_back(item.id, item.facts.version, false));
    assert_eq!(remarks(&school, "t1", &returned), [], "what stands is no news");
    let again = school.item(&student, &submit(&returned));
    let remark = |same_student| SameBytes::ReturnedByYou {
        slot: Slot::Document,
        at: returned.decisions[0].at,
        reason: Some(ReturnReason::WrongFile),
        same_student,
    };
    assert_eq!(remarks(&school, "t1", &again), [remark(true)]);
    assert_eq!(remarks(&school, "t3", &again), [], "the deputy returned nothing");
    let other = school.submitted_bytes(&classmate, school.physics, BYTES);
    assert_eq!(remarks(&school, "t1", &other)[0], remark(false));
    // In a course of another teacher it is another viewer.
    let elsewhere = school.submitted_bytes(&student, school.history, BYTES);
    assert_eq!(kinds(&remarks(&school, "t2", &elsewhere)), "O");
}

#[test]
fn others_are_counted_and_named_only_to_whoever_decides_about_both() {
    let school = School::new();
    let (student, classmate) = (school.login("s1"), school.login("s2"));
    let theirs = school.submitted_bytes(&classmate, school.physics, BYTES);
    // Twice the same student is one student, and the first time is the one to look at.
    school.clock.advance(Duration::hours(1));
    school.submitted_bytes(&classmate, school.physics, BYTES);
    let own = school.submitted_bytes(&student, school.history, BYTES);
    let others = |viewer: &str| match &remarks(&school, viewer, &own)[..] {
        [
            SameBytes::OtherStudents {
                slot: Slot::Document,
                count,
                named,
            },
        ] => (*count, named.clone()),
        other => panic!("{other:?}"),
    };
    let (count, named) = others("t2");
    assert_eq!((count, named), (1, Vec::new()), "not this teacher's student");
    let (count, named) = others("t3");
    assert_eq!((count, named.len()), (1, 1), "the deputy of both");
    assert_eq!(
        (
            named[0].item,
            named[0].name.as_str(),
            named[0].class.as_str(),
            named[0].course_name.as_str()
        ),
        (theirs.id, "王堃", "一年1班", "物理")
    );
    assert_eq!(named[0].submitted, theirs.submitted);
}

#[test]
fn what_others_never_handed_in_or_deleted_is_private() {
    let school = School::new();
    let (student, classmate, teacher) = (school.login("s1"), school.login("s2"), school.login("t1"));
    let file = school.stage(&classmate, "草稿.pdf", BYTES);
    school.item(
        &classmate,
        &Command::AddOutcome(school.new_outcome("草稿", vec![file])),
    );
    let own = school.submitted_bytes(&student, school.physics, BYTES);
    assert_eq!(remarks(&school, "t1", &own), []);
    let theirs = school.submitted_bytes(&classmate, school.physics, BYTES);
    assert_eq!(kinds(&remarks(&school, "t1", &own)), "O");
    let returned = school.item(&teacher, &give_back(theirs.id, theirs.facts.version, false));
    assert_eq!(
        kinds(&remarks(&school, "t1", &own)),
        "RO",
        "returned, but it was handed in"
    );
    delete(&school, &classmate, &returned);
    assert_eq!(kinds(&remarks(&school, "t1", &own)), "R");
}
