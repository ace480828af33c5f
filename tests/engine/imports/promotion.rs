//! A new term from the last one.

use licheng::domain::import::{ImportRefusal, ImportReport};
use licheng::domain::promotion::{ClassMapping, Goes, PromotionRefusal};
use licheng::domain::refusal::Refusal;
use licheng::domain::term::{SchoolYear, Term};
use licheng::engine::{Command, ImportCommand, PromotionView, Reply, Roster, StartTerm};

use super::{student, students};
use crate::support::school::{School, TERM};

const SECOND: Term = Term::new(114, licheng::domain::term::Semester::Second);
const NEXT_YEAR: Term = Term::new(115, licheng::domain::term::Semester::First);

fn mapping(pairs: &[(&str, &str)]) -> ClassMapping {
    let pairs = pairs
        .iter()
        .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()));
    pairs.collect()
}

fn start(from: Term, to: Term, pairs: &[(&str, &str)]) -> Command {
    Command::Import(ImportCommand::StartTerm(StartTerm {
        from,
        to,
        mapping: mapping(pairs),
        seen: None,
    }))
}

fn in_term(roster: Roster, term: Term) -> Roster {
    Roster {
        class_term: Some(term),
        ..roster
    }
}

/// Two of the first year beside s1 and s2, one of the third, one in a class without a number.
fn school() -> School {
    let school = School::new();
    let third = |mut row: licheng::domain::roster::StudentRow| {
        row.entry_year = SchoolYear(112);
        row
    };
    let roster = students(vec![
        student("x1", "甲", "一年2班", "01"),
        student("x2", "乙", "一年2班", "02"),
        third(student("x3", "丙", "三年1班", "01")),
        student("x4", "丁", "忠班", "05"),
    ]);
    school.import(&school.login("r1"), &roster);
    school
}

fn classes_of(school: &School, term: Term) -> Vec<String> {
    let view = school.engine.timetable(&school.login("r1")).unwrap();
    let found = view.classes.into_iter().find(|(of, _)| *of == term);
    found.map(|(_, classes)| classes).unwrap_or_default()
}

fn preview(school: &School, from: Term, to: Term, pairs: &[(&str, &str)]) -> PromotionView {
    let registry = school.login("r1");
    school
        .engine
        .preview_promotion(&registry, from, to, &mapping(pairs))
        .unwrap()
}

#[track_caller]
fn done(school: &School, command: &Command) -> ImportReport {
    match school.run(&school.login("r1"), command) {
        Ok(Reply::Import(report)) => report,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused(school: &School, command: &Command) -> PromotionRefusal {
    match school.refusal(&school.login("r1"), command) {
        Refusal::Import(ImportRefusal::Promotion(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_second_semester_keeps_classes_and_seats_and_is_taken_back() {
    let school = school();
    let view = preview(&school, TERM, SECOND, &[]);
    assert_eq!((view.moving(), view.leaving(), view.already), (6, 0, 0));
    assert_eq!(
        classes_of(&school, SECOND),
        Vec::<String>::new(),
        "looking changes nothing"
    );
    let report = done(&school, &start(TERM, SECOND, &[]));
    assert_eq!(report.counts.changed, 6);
    assert_eq!(classes_of(&school, SECOND), classes_of(&school, TERM));
    let again = done(&school, &start(TERM, SECOND, &[]));
    assert!(!again.counts.changes_anything(), "a second time changes nothing");
    assert_eq!(preview(&school, TERM, SECOND, &[]).already, 6);
    school.undo_last(&school.login("r1")).unwrap();
    assert_eq!(classes_of(&school, SECOND), Vec::<String>::new());
    assert!(!classes_of(&school, TERM).is_empty(), "the old term is as it was");
}

#[test]
fn a_new_school_year_promotes_and_asks_for_what_it_cannot_read() {
    let school = school();
    assert_eq!(
        refused(&school, &start(TERM, NEXT_YEAR, &[])),
        PromotionRefusal::Unmapped {
            classes: vec!["忠班".into()]
        }
    );
    assert!(matches!(
        refused(&school, &start(TERM, NEXT_YEAR, &[("忠班", "二年1班")])),
        PromotionRefusal::Shared { to, .. } if to == "二年1班"
    ));
    assert_eq!(
        classes_of(&school, NEXT_YEAR),
        Vec::<String>::new(),
        "all or nothing"
    );
    let pairs = [("忠班", "二年3班")];
    let view = preview(&school, TERM, NEXT_YEAR, &pairs);
    assert_eq!((view.moving(), view.leaving()), (5, 1));
    let leaves: Vec<&str> = view
        .moves
        .iter()
        .filter(|one| one.goes == Some(Goes::Leaves))
        .map(|one| one.class.name.as_str())
        .collect();
    assert_eq!(leaves, ["三年1班"]);
    done(&school, &start(TERM, NEXT_YEAR, &pairs));
    assert_eq!(classes_of(&school, NEXT_YEAR), ["二年1班", "二年2班", "二年3班"]);
    // Seats go along: the next roster with the same rows finds nothing to change.
    let same = in_term(students(vec![student("x2", "乙", "二年2班", "02")]), NEXT_YEAR);
    let counts = school.preview(&school.login("r1"), &same).counts;
    assert_eq!((counts.changed, counts.unchanged), (0, 1));
}

#[test]
fn who_has_a_class_in_the_new_term_keeps_it() {
    let school = school();
    let registry = school.login("r1");
    let moved = in_term(students(vec![student("x1", "甲", "二年9班", "40")]), NEXT_YEAR);
    school.import(&registry, &moved);
    let pairs = [("忠班", "")];
    let view = preview(&school, TERM, NEXT_YEAR, &pairs);
    assert_eq!((view.moving(), view.leaving(), view.already), (3, 2, 1));
    done(&school, &start(TERM, NEXT_YEAR, &pairs));
    assert_eq!(classes_of(&school, NEXT_YEAR), ["二年1班", "二年2班", "二年9班"]);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let school = school();
    assert!(matches!(
        refused(&school, &start(SECOND, TERM, &[])),
        PromotionRefusal::NotTheNext { .. }
    ));
    assert_eq!(
        refused(&school, &start(SECOND, NEXT_YEAR, &[])),
        PromotionRefusal::NoStudents { from: SECOND }
    );
    assert!(matches!(
        refused(&school, &start(TERM, SECOND, &[("九年9班", "x")])),
        PromotionRefusal::UnknownClass { class, .. } if class == "九年9班"
    ));
    let stale = Command::Import(ImportCommand::StartTerm(StartTerm {
        from: TERM,
        to: SECOND,
        mapping: ClassMapping::new(),
        seen: Some(5),
    }));
    assert_eq!(
        refused(&school, &stale),
        PromotionRefusal::ChangedMeanwhile { seen: 5, now: 6 }
    );
    for account in ["s1", "t1"] {
        let session = school.login(account);
        let empty = ClassMapping::new();
        assert!(
            school
                .engine
                .preview_promotion(&session, TERM, SECOND, &empty)
                .is_err()
        );
    }
}
