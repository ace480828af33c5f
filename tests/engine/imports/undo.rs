//! Taking the last import back.

use licheng::domain::history::ImportEvent;
use licheng::domain::import::{Dependence, ImportRefusal};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, Failure, ImportCommand, Roster, Session};
use licheng::store::record::account::AccountV1;
use licheng::store::record::history::{EventV1, LineV1};
use licheng::store::record::people::LoginTimesV1;
use licheng::store::record::{key, list};
use licheng::store::{KeyRange, ReadRecords, StoreError, Table};

use super::{course, courses, enrolment, enrolments, standings, student, students, teachers, with_id};
use crate::support::school::{School, certify, submit};

/// Everything that imports write, as it is stored.
/// A table's name with its keys and values.
type Contents = (&'static str, Vec<(Vec<u8>, Vec<u8>)>);

fn everything(school: &School) -> Vec<Contents> {
    [
        "accounts",
        "account_by_name",
        "placements",
        "identities",
        "account_by_national_id",
        "pending_passwords",
        "offerings",
        "teachings",
        "enrolments",
        "officer_posts",
        "import_undo",
        "last_import",
    ]
    .map(|name| {
        let read = school
            .engine
            .library()
            .read(|txn| txn.range(Table::new(name), KeyRange::all()));
        (name, read.unwrap())
    })
    .to_vec()
}

fn held(school: &School, office: &Session) -> Dependence {
    match school.undo_last(office) {
        Err(Failure::Refused(Refusal::Import(ImportRefusal::Held { first, .. }))) => {
            let last = school.engine.last_import(office).unwrap().unwrap();
            assert_eq!(last.held_by.first(), Some(&first), "the page says the same");
            first
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn undoing_leaves_everything_as_it_was() {
    let school = School::new();
    let office = school.login("r1");
    let rosters: [Roster; 4] = [
        students(vec![
            with_id(student("s1", "改名", "一年2班", "09"), "A123456789"),
            with_id(student("s7", "七", "一年1班", "07"), "A800000014"),
        ]),
        teachers(&[("t1", "改名"), ("t7", "新"), ("r1", "註冊組")]),
        courses(vec![
            course("A", "一年1班", &["t1"]),
            course("114550301H11101歷史", "一年1班", &["t1", "t3"]),
        ]),
        enrolments(vec![
            enrolment("s2", "114550301H11101歷史", "一年1班"),
            enrolment("s1", "114550301H11101退選課", "一年1班"),
        ]),
    ];
    let mut office = office;
    for roster in rosters {
        let before = everything(&school);
        let report = school.import(&office, &roster);
        assert_ne!(everything(&school), before);
        // Roles may be part of what was imported.
        office.roles = vec![licheng::domain::access::Role::Registry];
        school.undo_last(&office).unwrap();
        assert_eq!(everything(&school), before, "{:?}", roster.kind());
        assert!(report.import.is_some());
        assert_eq!(school.engine.last_import(&office), Ok(None));
        school.import(&office, &roster);
        let again = standings(&school.preview(&office, &roster));
        assert_eq!(again, "U".repeat(again.len()));
        school.undo_last(&office).unwrap();
    }
    let lines = school
        .engine
        .library()
        .read(|txn| list::<LineV1>(txn, &key::one(0)))
        .unwrap();
    let EventV1::Import(event) = &lines.last().unwrap().1.event else {
        panic!("{lines:?}");
    };
    assert!(matches!(event.clone().try_into(), Ok(ImportEvent::Undone { .. })));
}

#[test]
fn only_the_last_one_and_only_once() {
    let school = School::new();
    let office = school.login("r1");
    let first = school.import(&office, &teachers(&[("t7", "七")])).import.unwrap();
    school.import(&office, &teachers(&[("t8", "八")]));
    let undo_first = Command::Import(ImportCommand::UndoLast {
        import: first,
        kind: licheng::domain::roster::RosterKind::Teachers,
    });
    let nothing = Refusal::Import(ImportRefusal::NothingToUndo);
    assert_eq!(school.refusal(&office, &undo_first), nothing);
    school.undo_last(&office).unwrap();
    assert_eq!(school.refusal(&office, &undo_first), nothing);
    assert_eq!(school.engine.last_import(&office), Ok(None));
}

#[test]
fn an_import_of_nothing_new_keeps_the_one_before() {
    let school = School::new();
    let office = school.login("r1");
    let roster = teachers(&[("t7", "七")]);
    let first = school.import(&office, &roster).import;
    school.import(&office, &roster);
    let last = school.engine.last_import(&office).unwrap().unwrap();
    assert_eq!(Some(last.import), first);
    school.undo_last(&office).unwrap();
}

#[test]
fn outcomes_hold_their_course_and_enrolment() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s2"));
    school.import(
        &office,
        &enrolments(vec![enrolment("s2", "114550301H11101歷史", "一年1班")]),
    );
    let new = licheng::engine::NewOutcome {
        offering: school.history,
        ..school.new_outcome("史料", vec![school.stage(&student, "a.pdf", b"pdf a")])
    };
    let item = school.item(&student, &Command::AddOutcome(new));
    assert_eq!(
        held(&school, &office),
        Dependence::EnrolmentHasItems {
            student: "王堃".to_owned(),
            course: "歷史".to_owned(),
            items: 1
        }
    );
    // In the trash it can still come back.
    let delete = Command::DeleteOutcome {
        item: item.id,
        seen: item.facts.version,
    };
    school.item(&student, &delete);
    assert!(matches!(
        held(&school, &office),
        Dependence::EnrolmentHasItems { .. }
    ));
}

#[test]
fn a_decision_of_the_new_teacher_holds_the_change() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s1"));
    let new = licheng::engine::NewOutcome {
        offering: school.history,
        ..school.new_outcome("史料", vec![school.stage(&student, "a.pdf", b"pdf a")])
    };
    let draft = school.item(&student, &Command::AddOutcome(new));
    let waiting = school.item(&student, &submit(&draft));
    let mut row = course("114550301H11101歷史", "一年1班", &["t1"]);
    row.name = "歷史".to_owned();
    school.import(&office, &courses(vec![row]));
    school.item(&school.login("t1"), &certify(&waiting));
    assert_eq!(
        held(&school, &office),
        Dependence::DecidedSince {
            course: "歷史".to_owned()
        }
    );
}

#[test]
fn used_accounts_and_courses_stay() {
    let school = School::new();
    let office = school.login("r1");
    school.import(&office, &students(vec![student("s7", "七", "一年1班", "07")]));
    school.import(&office, &courses(vec![course("A", "一年1班", &["t1"])]));
    school.import(&office, &enrolments(vec![enrolment("s7", "A", "一年1班")]));
    // The one before is out of reach; so is the account that the enrolment needs.
    school.undo_last(&office).unwrap();
    assert_eq!(school.engine.last_import(&office), Ok(None));
    school.import(&office, &teachers(&[("t7", "七")]));
    school
        .engine
        .library()
        .write(|txn| {
            for (at, account) in list::<AccountV1>(txn, &[])? {
                if account.name == "t7" {
                    let times = LoginTimesV1 { first: 1, latest: 1 };
                    licheng::store::record::save(txn, &at, &times)?;
                }
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(
        held(&school, &office),
        Dependence::LoggedIn {
            account: "t7".to_owned()
        }
    );
}
