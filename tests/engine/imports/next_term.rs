//! A new term from the last one.

use licheng::domain::promotion::Promotion;
use licheng::domain::refusal::Refusal;
use licheng::domain::roster::RosterRows;
use licheng::domain::term::{Semester, Term};
use licheng::engine::{Failure, NextTerm, Session, TermPart};

use super::{course, courses, enrolment, enrolments, standings, student, students};
use crate::support::school::{School, TERM};

const NEXT: Term = Term::new(114, Semester::Second);
const NEXT_YEAR: Term = Term::new(115, Semester::First);

/// Four students in three classes of one term, with two courses more.
fn school() -> (School, Session) {
    let school = School::new();
    let office = school.login("r1");
    for roster in [
        students(vec![
            student("s1", "林𡘙", "一年1班", "01"),
            student("s2", "王堃", "一年1班", "02"),
            student("s3", "三", "三年1班", "01"),
            student("s4", "四", "國際班", "01"),
        ]),
        courses(vec![
            course("A", "一年1班", &["t1"]),
            course("B", "三年1班、一年1班", &["t1"]),
        ]),
        enrolments(vec![
            enrolment("s1", "A", "一年1班"),
            enrolment("s2", "A", "一年1班"),
            enrolment("s3", "B", "三年1班、一年1班"),
        ]),
    ] {
        school.import(&office, &roster);
    }
    (school, office)
}

/// Those of [`school`], not those that every school of the tests has.
fn only_ours(school: &School, office: &Session, wish: NextTerm) -> NextTerm {
    let view = school.engine.next_term(office, wish.from, wish.to).unwrap();
    let ours = view
        .courses
        .iter()
        .filter(|it| ["A", "B"].contains(&it.code.as_str()));
    NextTerm {
        courses: Some(ours.map(|it| it.id).collect()),
        ..wish
    }
}

fn import_part(school: &School, office: &Session, wish: &NextTerm, part: TermPart) -> String {
    let roster = school.engine.next_term_roster(office, wish, part).unwrap();
    let preview = school.preview(office, &roster);
    school.import(office, &roster);
    standings(&preview)
}

#[test]
fn classes_move_up_and_the_last_grade_is_left_out() {
    let (school, office) = school();
    let view = school.engine.next_term(&office, TERM, NEXT_YEAR).unwrap();
    let classes: Vec<_> = view
        .classes
        .iter()
        .map(|it| (it.class.as_str(), it.students, it.promotion.clone()))
        .collect();
    assert_eq!(
        classes,
        [
            ("一年1班", 2, Promotion::To("二年1班".to_owned())),
            ("三年1班", 1, Promotion::Graduates),
            ("國際班", 1, Promotion::Unknown),
        ]
    );
    let mut wish = NextTerm::of(TERM, NEXT_YEAR);
    let roster = school
        .engine
        .next_term_roster(&office, &wish, TermPart::Students)
        .unwrap();
    let RosterRows::Students(rows) = roster.rows.as_ref() else {
        panic!("{roster:?}");
    };
    let placed: Vec<_> = rows
        .iter()
        .map(|row| [&row.value.account, &row.value.class, &row.value.seat].map(String::as_str))
        .collect();
    let expected = [
        ["s1", "二年1班", "01"],
        ["s2", "二年1班", "02"],
        ["s4", "國際班", "01"],
    ];
    assert_eq!(placed, expected);
    wish.classes
        .insert("國際班".to_owned(), Some("國際二班".to_owned()));
    wish.classes.insert("一年1班".to_owned(), None);
    assert_eq!(import_part(&school, &office, &wish, TermPart::Students), "C");
    // The old term is as it was, and the new one can be taken back.
    let now = students(vec![student("s4", "四", "國際班", "01")]);
    assert_eq!(standings(&school.preview(&office, &now)), "U");
    school.undo_last(&office).unwrap();
    assert_eq!(import_part(&school, &office, &wish, TermPart::Students), "C");
}

#[test]
fn within_a_year_everything_goes_on() {
    let (school, office) = school();
    let wish = only_ours(&school, &office, NextTerm::of(TERM, NEXT));
    assert_eq!(import_part(&school, &office, &wish, TermPart::Students), "CCCC");
    assert_eq!(import_part(&school, &office, &wish, TermPart::Courses), "NN");
    assert_eq!(import_part(&school, &office, &wish, TermPart::Enrolments), "NNN");
    let courses = school.engine.courses(&school.login("s1"), Some(NEXT)).unwrap();
    assert_eq!(
        courses.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(),
        ["A"]
    );
    // Once more brings nothing.
    assert_eq!(import_part(&school, &office, &wish, TermPart::Enrolments), "UUU");
}

#[test]
fn groups_that_are_classes_move_up_with_them() {
    let (school, office) = school();
    let wish = only_ours(&school, &office, NextTerm::of(TERM, NEXT_YEAR));
    let courses = school
        .engine
        .next_term_roster(&office, &wish, TermPart::Courses)
        .unwrap();
    let RosterRows::Courses(rows) = courses.rows.as_ref() else {
        panic!("{courses:?}");
    };
    let groups: Vec<_> = rows.iter().map(|row| row.value.group.as_str()).collect();
    assert_eq!(groups, ["二年1班", "三年1班、二年1班"]);
    let enrolments = school
        .engine
        .next_term_roster(&office, &wish, TermPart::Enrolments)
        .unwrap();
    let RosterRows::Enrolments(rows) = enrolments.rows.as_ref() else {
        panic!("{enrolments:?}");
    };
    let accounts: Vec<_> = rows.iter().map(|row| row.value.account.as_str()).collect();
    assert_eq!(accounts, ["s1", "s2"], "who graduates enrols in nothing");
}

#[test]
fn only_who_imports_rosters_starts_a_term() {
    let (school, office) = school();
    for account in ["s1", "t1"] {
        let refused = school.engine.next_term(&school.login(account), TERM, NEXT);
        assert!(
            matches!(refused, Err(Failure::Refused(Refusal::NoRight { .. }))),
            "{account}"
        );
    }
    let far = Term::new(130, Semester::First);
    let refused = school.engine.next_term(&office, TERM, far);
    assert!(matches!(refused, Err(Failure::Refused(Refusal::Import(_)))));
}
