//! Counts by class, course and teacher: right numbers, for the right eyes, without contents.

use std::collections::BTreeMap;

use chrono::Duration;
use licheng::domain::access::Right;
use licheng::domain::outcome::OutcomeState;
use licheng::domain::progress::{ProgressBy, Tally};
use licheng::domain::refusal::Refusal;
use licheng::engine::{
    AccountCommand, Command, Failure, ProgressKey, ProgressScope, ProgressView, TrashView,
};

use crate::support::school::{
    EARLIER_TERM, School, TERM, certification_end, certify, give_back, opening, upload_end,
};

fn progress(school: &School, account: &str) -> ProgressView {
    school.engine.progress(&school.login(account), TERM).unwrap()
}

fn tally(drafts: u32, waiting: u32, certified: u32, returned: u32) -> Tally {
    Tally {
        drafts,
        waiting,
        certified,
        returned,
    }
}

/// s1: two drafts, one in the trash, one waiting, one certified, one returned in physics (t1), one waiting
/// in history (t2); s2 nothing.
fn busy_school() -> School {
    let school = School::new();
    let (student, teacher) = (school.login("s1"), school.login("t1"));
    school.draft(&student, "一");
    school.draft(&student, "二");
    let gone = school.draft(&student, "丟");
    let delete = Command::DeleteOutcome {
        item: gone.id,
        seen: gone.facts.version,
    };
    let trashed: Option<TrashView> = school.item(&student, &delete).trashed;
    assert!(trashed.is_some());
    let good = school.submitted(&student, "三");
    school.item(&teacher, &certify(&good));
    let bad = school.submitted(&student, "四");
    school.item(&teacher, &give_back(bad.id, bad.facts.version, false));
    school.clock.set(opening() + Duration::days(3));
    school.submitted(&student, "五");
    school.clock.set(opening() + Duration::days(2));
    school.forget_the_time();
    school.submitted_bytes(&student, school.history, b"pdf history");
    school.clock.set(opening() + Duration::days(5));
    school
}

#[test]
fn every_state_is_counted_in_its_class_course_and_teacher() {
    let school = busy_school();
    let view = progress(&school, "r1");
    assert_eq!(view.scope, ProgressScope::School);
    assert_eq!(view.total, tally(2, 2, 1, 1));
    let [class] = &view.classes[..] else {
        panic!("{:?}", view.classes)
    };
    assert_eq!(
        (class.name.as_str(), class.students, class.without),
        ("一年1班", 2, 1)
    );
    assert_eq!(class.tally, view.total);
    assert_eq!(class.oldest_waiting, Some(opening() + Duration::days(2)));
    assert_eq!(class.window.as_ref().unwrap().ends(), upload_end());

    let courses: Vec<(&str, &str, u32, u32, Tally)> = view
        .courses
        .iter()
        .map(|row| {
            (
                row.name.as_str(),
                row.detail.as_str(),
                row.students,
                row.without,
                row.tally,
            )
        })
        .collect();
    assert_eq!(
        courses,
        [
            ("歷史", "一年1班　游喆", 1, 0, tally(0, 1, 0, 0)),
            ("物理", "一年1班　游喆", 1, 1, tally(0, 0, 0, 0)),
            ("物理", "一年1班　陳老師", 2, 1, tally(2, 1, 1, 1)),
        ],
        "neither 班會 nor the course that was left, nor that of another term"
    );
    let teachers: Vec<(&str, u32, u32)> = view
        .teachers
        .iter()
        .map(|row| (row.name.as_str(), row.students, row.tally.waiting))
        .collect();
    assert_eq!(
        teachers,
        [("游喆", 1, 1), ("陳老師", 2, 1)],
        "longest waiting first"
    );
    assert_eq!(
        view.teachers[0].window.as_ref().unwrap().ends(),
        certification_end()
    );
    assert_eq!(view.behind().count(), 2);
    let without: Vec<&str> = view.without().map(|student| student.account.as_str()).collect();
    assert_eq!(without, ["s2"]);
}

#[test]
fn each_row_has_its_list() {
    let school = busy_school();
    let view = progress(&school, "a1");
    let names = |key: &ProgressKey| -> Vec<(String, Option<String>, u32)> {
        let lines = view.lines(key).into_iter();
        lines
            .map(|line| {
                let course = line.course.map(|course| course.name.clone());
                (line.student.account.clone(), course, line.tally.uploaded())
            })
            .collect()
    };
    assert_eq!(
        names(&ProgressKey::Class("一年1班".into())),
        [("s1".into(), None, 6), ("s2".into(), None, 0)]
    );
    assert_eq!(
        names(&ProgressKey::Course(school.physics)),
        [
            ("s1".into(), Some("物理".into()), 5),
            ("s2".into(), Some("物理".into()), 0)
        ]
    );
    let history_teacher = view.teachers.iter().find(|row| row.name == "游喆").unwrap();
    assert_eq!(
        names(&history_teacher.key),
        [("s1".into(), Some("歷史".into()), 1)]
    );
    for by in ProgressBy::ALL {
        for row in view.rows(by).iter().filter(|_| by != ProgressBy::Teacher) {
            let mut added = Tally::default();
            let lines = view.lines(&row.key);
            lines.iter().for_each(|line| added.add(line.tally));
            assert_eq!(added, row.tally, "{}", row.name);
            assert_eq!(lines.len(), row.students as usize);
            let oldest = lines.iter().filter_map(|line| line.oldest_waiting).min();
            assert_eq!(oldest, row.oldest_waiting, "{}", row.name);
        }
    }
}

#[test]
fn counts_agree_with_a_recount() {
    let school = busy_school();
    let view = progress(&school, "r1");
    let mut counted: BTreeMap<OutcomeState, u32> = BTreeMap::new();
    for account in ["s1", "s2"] {
        for item in school
            .engine
            .items(&school.login(account), Some(TERM), false)
            .unwrap()
        {
            *counted.entry(item.state()).or_default() += 1;
        }
    }
    for state in OutcomeState::ALL {
        assert_eq!(view.total.of(state), counted[&state], "{state:?}");
    }
    let earlier = school.engine.progress(&school.login("r1"), EARLIER_TERM).unwrap();
    assert_eq!(earlier.total, Tally::default());
    assert_eq!(earlier.courses.len(), 1);
    assert_eq!(
        earlier
            .students
            .iter()
            .map(|student| student.class.as_str())
            .collect::<Vec<_>>(),
        [""],
        "whoever sits in no class is counted all the same"
    );
}

#[test]
fn students_see_none_teachers_their_courses_the_office_all() {
    let school = busy_school();
    let right = Right::SeeProgress;
    assert_eq!(
        school.engine.progress(&school.login("s1"), TERM),
        Err(Failure::Refused(Refusal::NoRight { right }))
    );
    let view = progress(&school, "t2");
    assert!(matches!(view.scope, ProgressScope::Courses(_)));
    assert_eq!(view.classes, []);
    let courses: Vec<&str> = view.courses.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(courses, ["歷史", "物理"]);
    assert_eq!(view.total, tally(0, 1, 0, 0));
    assert_eq!(view.students.len(), 1);
    assert_eq!(
        view.students[0].tally,
        tally(0, 1, 0, 0),
        "not what s1 has elsewhere"
    );
    assert_eq!(progress(&school, "t3").courses, []);
}

#[test]
fn a_homeroom_teacher_sees_the_own_class_in_every_course_and_no_other() {
    let school = busy_school();
    let registry = school.login("r1");
    let set = |class: &str, account: &str| {
        let command = AccountCommand::SetHomeroom {
            term: TERM,
            class: class.into(),
            teacher: Some(school.engine.account_named(&registry, account).unwrap()),
        };
        school.run(&registry, &Command::Account(command)).unwrap();
    };
    set("一年1班", "t3");
    set("一年2班", "t2");
    let view = progress(&school, "t3");
    assert_eq!(view.scope, ProgressScope::Classes(vec!["一年1班".into()]));
    assert_eq!(view.total, tally(2, 2, 1, 1), "also in courses of others");
    assert_eq!(view.classes.len(), 1);
    assert_eq!(view.teachers.len(), 2);
    let empty = progress(&school, "t2");
    assert_eq!(empty.scope, ProgressScope::Classes(vec!["一年2班".into()]));
    assert_eq!((empty.students.len(), empty.total), (0, Tally::default()));
    let earlier = school.engine.progress(&school.login("t3"), EARLIER_TERM).unwrap();
    assert!(
        matches!(earlier.scope, ProgressScope::Courses(_)),
        "a class of one term says nothing about another"
    );
}
