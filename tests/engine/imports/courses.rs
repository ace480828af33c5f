//! Courses and who is in them.

use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::import::{RowProblem, RowWarning};
use licheng::domain::refusal::Refusal;
use licheng::domain::term::Term;

use super::{
    absent, changes, course, courses, enrolment, enrolments, problems, standings, student, students,
};
use crate::support::school::{EARLIER_TERM, School, TERM, certify};

/// The code that the school of the tests gives to a course.
fn code(name: &str) -> String {
    format!("114550301H11101{name}")
}

#[test]
fn courses_need_their_teachers() {
    let school = School::new();
    let office = school.login("r1");
    let far = Term::new(141, TERM.semester);
    let mut flexible = course("F", "一年1班", &[]);
    flexible.kind = CourseKind::FlexibleLearning;
    let mut typing_error = course("G", "一年1班", &["t1"]);
    typing_error.term = far;
    let roster = courses(vec![
        course("A", "一年1班", &["t1", "T9"]),
        course("B", "一年1班", &["s1"]),
        course("C", "一年1班", &[]),
        course("D", "一年1班", &["t1", "ｔ2", "t1"]),
        course("D", "一年1班", &["t1"]),
        flexible,
        typing_error,
        course("", "", &["t1"]),
    ]);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "WWWNWNWW");
    let teacher = |account: &str| account.to_owned();
    assert_eq!(
        problems(&preview, 0),
        [RowProblem::UnknownTeacher {
            account: teacher("T9")
        }]
    );
    assert_eq!(
        problems(&preview, 1),
        [RowProblem::NotATeacher {
            account: teacher("s1")
        }]
    );
    assert_eq!(problems(&preview, 2), [RowProblem::WithoutTeacher]);
    assert_eq!(problems(&preview, 4), [RowProblem::Twice { first: 5 }]);
    assert_eq!(
        problems(&preview, 6),
        [RowProblem::TermOutOfReach {
            term: far,
            current: TERM
        }]
    );
    assert_eq!(problems(&preview, 7).len(), 2);
    assert!(
        preview.absent.len() >= 4,
        "the courses of the term: {:?}",
        absent(&preview)
    );
}

#[test]
fn a_course_with_outcomes_keeps_taking_them() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s1"));
    let mut row = course(&code("歷史"), "一年1班", &["t2"]);
    row.name = "歷史".to_owned();
    row.credits = Credits(0);
    assert_eq!(
        standings(&school.preview(&office, &courses(vec![row.clone()]))),
        "C"
    );
    let new = licheng::engine::NewOutcome {
        offering: school.history,
        ..school.new_outcome("史料", vec![school.stage(&student, "a.pdf", b"pdf a")])
    };
    school.item(&student, &licheng::engine::Command::AddOutcome(new));
    let preview = school.preview(&office, &courses(vec![row.clone()]));
    assert_eq!(problems(&preview, 0), [RowProblem::CourseHasItems { items: 1 }]);
    row.credits = Credits::whole(3);
    assert_eq!(standings(&school.preview(&office, &courses(vec![row]))), "C");
}

#[test]
fn new_teachers_get_what_waits() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s1"));
    let mut row = course(&code("歷史"), "一年1班", &["t1"]);
    row.name = "歷史".to_owned();
    let new = licheng::engine::NewOutcome {
        offering: school.history,
        ..school.new_outcome("史料", vec![school.stage(&student, "a.pdf", b"pdf a")])
    };
    let draft = school.item(&student, &licheng::engine::Command::AddOutcome(new));
    let waiting = school.item(&student, &crate::support::school::submit(&draft));
    let roster = courses(vec![row]);
    let preview = school.preview(&office, &roster);
    assert_eq!(changes(&preview, 0), ["教師帳號：t2 → t1"]);
    assert_eq!(
        preview.rows[0].warnings,
        [RowWarning::TeachersLeave {
            accounts: vec!["t2".to_owned()]
        }]
    );
    let is_in_queue = |teacher: &str| {
        let queue = school.engine.queue(&school.login(teacher)).unwrap();
        queue.rows.iter().any(|row| row.id == waiting.id)
    };
    assert!(is_in_queue("t2") && !is_in_queue("t1"));
    school.import(&office, &roster);
    assert!(is_in_queue("t1") && !is_in_queue("t2"));
    school.item(&school.login("t1"), &certify(&waiting));
}

#[test]
fn enrolments_name_students_and_courses() {
    let school = School::new();
    let office = school.login("r1");
    let physics = code("歷史");
    let mut elsewhere = enrolment("s1", &physics, "一年1班");
    elsewhere.term = EARLIER_TERM;
    let roster = enrolments(vec![
        enrolment("s1", &physics, "一年1班"),
        enrolment("s2", &physics, ""),
        enrolment("s2", &physics, "一年1班"),
        enrolment("s9", &physics, "一年1班"),
        enrolment("t1", &physics, "一年1班"),
        enrolment("s1", &physics, "一年9班"),
        elsewhere,
    ]);
    let preview = school.preview(&office, &roster);
    assert_eq!(standings(&preview), "UNWWWWW");
    let account = |account: &str| account.to_owned();
    assert_eq!(problems(&preview, 2), [RowProblem::Twice { first: 3 }]);
    assert_eq!(
        problems(&preview, 3),
        [RowProblem::UnknownStudent {
            account: account("s9")
        }]
    );
    assert_eq!(
        problems(&preview, 4),
        [RowProblem::NotAStudent {
            account: account("t1")
        }]
    );
    assert_eq!(
        problems(&preview, 5),
        [RowProblem::UnknownCourse {
            term: TERM,
            code: physics.clone(),
            groups: vec!["一年1班".to_owned()]
        }]
    );
    assert_eq!(
        problems(&preview, 6),
        [RowProblem::UnknownCourse {
            term: EARLIER_TERM,
            code: physics,
            groups: Vec::new()
        }]
    );
    assert_eq!(preview.rows[1].subject.person, "王堃");
}

#[test]
fn who_left_a_course_comes_back_and_modes_change() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s1"));
    let left = code("退選課");
    let mut row = enrolment("s1", &left, "一年1班");
    row.mode = EnrolmentMode::MakeUp;
    let roster = enrolments(vec![row]);
    let preview = school.preview(&office, &roster);
    assert_eq!(
        changes(&preview, 0),
        ["修習方式：一般 → 補修", "修課狀態：已退選 → 修課中"]
    );
    let add = |title: &str| {
        let file = school.stage(&student, "a.pdf", format!("pdf {title}").as_bytes());
        let new = licheng::engine::NewOutcome {
            offering: school.left,
            ..school.new_outcome(title, vec![file])
        };
        school.run(&student, &licheng::engine::Command::AddOutcome(new))
    };
    assert!(add("太早").is_err());
    school.import(&office, &roster);
    assert!(add("回來了").is_ok());
}

#[test]
fn who_is_not_in_the_file_stays_and_is_listed() {
    let school = School::new();
    let office = school.login("r1");
    school.import(&office, &students(vec![student("s3", "三", "一年1班", "03")]));
    let chemistry = enrolments(vec![enrolment("s3", &code("歷史"), "一年1班")]);
    let preview = school.preview(&office, &chemistry);
    assert_eq!(absent(&preview), ["s1 林𡘙 歷史（114-1，一年1班）"]);
    school.import(&office, &chemistry);
    let courses = school.engine.courses(&school.login("s1"), None).unwrap();
    assert!(
        courses
            .iter()
            .any(|course| course.id == school.history && !course.withdrawn)
    );
}

#[test]
fn an_outcome_needs_the_enrolment_of_a_roster() {
    let school = School::new();
    let (office, student) = (school.login("r1"), school.login("s2"));
    let add = || {
        let file = school.stage(&student, "a.pdf", b"pdf");
        let new = licheng::engine::NewOutcome {
            offering: school.history,
            ..school.new_outcome("史料", vec![file])
        };
        school.run(&student, &licheng::engine::Command::AddOutcome(new))
    };
    assert_eq!(add().unwrap_err(), Refusal::NoSuchCourse.into());
    school.import(
        &office,
        &enrolments(vec![enrolment("s2", &code("歷史"), "一年1班")]),
    );
    add().unwrap();
}
