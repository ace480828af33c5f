//! An import as a whole: who may, all or nothing, the preview that was seen, the history.

use std::ops::ControlFlow;

use licheng::domain::access::{Right, Role};
use licheng::domain::history::ImportEvent;
use licheng::domain::import::{ImportRefusal, RowProblem};
use licheng::domain::refusal::Refusal;
use licheng::domain::roster::{RosterKind, RosterRows};
use licheng::engine::{Command, Failure, ImportCommand, Reply, Roster};
use licheng::store::record::history::{EventV1, LineV1};
use licheng::store::record::{key, list};

use super::{apply, courses, enrolments, roster, standings, student, students, teachers};
use crate::support::school::School;

fn office_lines(school: &School) -> Vec<EventV1> {
    let lines = school
        .engine
        .library()
        .read(|txn| list::<LineV1>(txn, &key::one(0)));
    lines.unwrap().into_iter().map(|(_, line)| line.event).collect()
}

fn empty(kind: RosterKind) -> Roster {
    roster(match kind {
        RosterKind::Students => RosterRows::Students(Vec::new()),
        RosterKind::Teachers => RosterRows::Teachers(Vec::new()),
        RosterKind::Courses => RosterRows::Courses(Vec::new()),
        RosterKind::Enrolments => RosterRows::Enrolments(Vec::new()),
        RosterKind::OfficerPosts => RosterRows::OfficerPosts(Vec::new()),
        RosterKind::Receipts => RosterRows::Receipts(Vec::new()),
    })
}

#[test]
fn each_roster_has_its_office() {
    let school = School::new();
    let session = school.login("a1");
    for role in [
        Role::Student,
        Role::Teacher,
        Role::Homeroom,
        Role::Registry,
        Role::StudentAffairs,
        Role::Administrator,
    ] {
        let mut actor = session.clone();
        actor.roles = vec![role];
        for kind in RosterKind::ALL {
            let (right, allowed) = match kind {
                RosterKind::OfficerPosts => (Right::ImportOfficerPosts, role == Role::StudentAffairs),
                RosterKind::Receipts => (
                    Right::FilePortfolios,
                    matches!(role, Role::Registry | Role::Administrator),
                ),
                _ => (
                    Right::ImportRosters,
                    matches!(role, Role::Registry | Role::Administrator),
                ),
            };
            let mut go_on = |_, _| ControlFlow::Continue(());
            let preview = school.engine.preview_import(&actor, &empty(kind), &mut go_on);
            let applied = school.run(&actor, &apply(&empty(kind), None));
            let last = school.engine.last_import(&actor);
            if allowed {
                assert!(preview.is_ok() && applied.is_ok(), "{role:?} {kind:?}");
            } else {
                let refused = Failure::Refused(Refusal::NoRight { right });
                assert_eq!(preview, Err(refused.clone()), "{role:?} {kind:?}");
                assert_eq!(applied, Err(refused), "{role:?} {kind:?}");
            }
            assert_eq!(last, Ok(None));
        }
    }
}

#[test]
fn one_wrong_row_holds_up_all_others() {
    let school = School::new();
    let office = school.login("r1");
    let roster = teachers(&[("t7", "七"), ("s1", "學生"), ("t8", "八")]);
    let refusal = school.refusal(&office, &apply(&roster, None));
    let Refusal::Import(ImportRefusal::WrongRows {
        wrong: 1,
        row: 3,
        problem: RowProblem::NameOfOtherRole { .. },
        ..
    }) = refusal
    else {
        panic!("{refusal:?}");
    };
    assert_eq!(
        standings(&school.preview(&office, &roster)),
        "NWN",
        "nothing was written"
    );
    let skipping = Command::Import(ImportCommand::Apply {
        roster: roster.clone(),
        seen: None,
        skip_wrong: true,
    });
    school.run(&office, &skipping).unwrap();
    assert_eq!(standings(&school.preview(&office, &roster)), "UWU");
}

#[test]
fn another_result_than_was_seen_is_refused() {
    let school = School::new();
    let office = school.login("r1");
    let roster = students(vec![student("s1", "林𡘙", "一年2班", "01")]);
    let seen = school.preview(&office, &roster).fingerprint;
    let meanwhile = students(vec![student("s1", "林𡘙", "一年3班", "01")]);
    school.import(&office, &meanwhile);
    let refusal = school.refusal(&office, &apply(&roster, Some(seen)));
    let Refusal::Import(ImportRefusal::ChangedMeanwhile { now }) = refusal else {
        panic!("{refusal:?}");
    };
    assert_eq!(now.changed, 1);
    let seen = school.preview(&office, &roster).fingerprint;
    school.run(&office, &apply(&roster, Some(seen))).unwrap();
    // What does not touch the result does not hold it up.
    let other = students(vec![student("s2", "王堃", "一年4班", "01")]);
    let roster = students(vec![student("s1", "林𡘙", "一年5班", "01")]);
    let seen = school.preview(&office, &roster).fingerprint;
    school.import(&office, &other);
    school.run(&office, &apply(&roster, Some(seen))).unwrap();
}

#[test]
fn the_same_file_twice_changes_nothing_and_writes_no_line() {
    let school = School::new();
    let office = school.login("r1");
    let before = office_lines(&school).len();
    let rosters = [
        students(vec![student("s7", "七", "一年1班", "07")]),
        teachers(&[("t7", "教七")]),
        courses(vec![super::course("A", "一年1班", &["t7", "t1"])]),
        enrolments(vec![super::enrolment("s7", "A", "一年1班")]),
    ];
    for roster in &rosters {
        assert!(school.import(&office, roster).import.is_some());
    }
    let lines = office_lines(&school);
    assert_eq!(lines.len(), before + rosters.len(), "one line per import");
    for roster in &rosters {
        let report = school.import(&office, roster);
        assert_eq!((report.import, report.counts.unchanged), (None, 1));
    }
    assert_eq!(office_lines(&school), lines);
    let EventV1::Import(event) = lines.last().unwrap().clone() else {
        panic!("{lines:?}");
    };
    let ImportEvent::Applied { kind, counts } = event.try_into().unwrap() else {
        panic!("undone");
    };
    assert_eq!((kind, counts.new, counts.changed), (RosterKind::Enrolments, 1, 0));
}

#[test]
fn a_repeated_request_gets_the_first_answer() {
    let school = School::new();
    let office = school.login("r1");
    let command = apply(&teachers(&[("t7", "七"), ("t1", "陳老師")]), None);
    let request = school.request();
    let first = school.engine.run(&office, request, &command).unwrap();
    let second = school.engine.run(&office, request, &command).unwrap();
    assert_eq!(first, second);
    let Reply::Import(report) = second else {
        panic!("{second:?}");
    };
    assert_eq!((report.counts.new, report.counts.unchanged), (1, 1));
    assert!(report.import.is_some());
}

#[test]
fn a_preview_can_be_stopped() {
    let school = School::new();
    let office = school.login("r1");
    let rows = (0..2000).map(|number| student(&format!("9{number:04}"), "生", "一年1班", "01"));
    let roster = students(rows.collect());
    let mut told = Vec::new();
    let mut stop_halfway = |done, total| {
        told.push((done, total));
        if done < total / 2 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let preview = school.engine.preview_import(&office, &roster, &mut stop_halfway);
    assert_eq!(preview.unwrap(), None);
    assert!(told.len() > 2 && told.last().unwrap().0 < 2000, "{told:?}");
}
