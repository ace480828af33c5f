//! What the office sets: high-school years, lists, counting per school year.

use licheng::domain::access::Right;
use licheng::domain::activity::Category;
use licheng::domain::activity::field::FieldProblem;
use licheng::domain::activity::lists::List;
use licheng::domain::activity::refusal::ActivityRefusal;
use licheng::domain::refusal::Refusal;
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::domain::window::Phase;
use licheng::engine::{ActivityCommand, Command};

use super::{YEAR, activity, add, changes, competition, edit, new, school, set_window, window_end};
use crate::support::school::{School, at};

fn office(command: ActivityCommand) -> Command {
    Command::Activity(command)
}

fn set_years(school: &School, extra_years: u8, left: Option<&str>) -> Command {
    let student = school.engine.student_named(&school.login("r1"), "s1").unwrap();
    let left = left.map(|text| licheng::domain::roc::parse_date(text).unwrap());
    office(ActivityCommand::SetYears {
        student,
        extra_years,
        left,
    })
}

fn painted_on(day: &str) -> Command {
    add(new(Category::Work, &[("名稱", "畫"), ("作品日期", day)]))
}

#[test]
fn years_follow_what_the_office_sets() {
    let school = school();
    let (student, registry) = (school.login("s1"), school.login("r1"));
    let outside = |refusal: Refusal| {
        matches!(
            refusal,
            Refusal::Activity(ActivityRefusal::Field {
                problem: FieldProblem::OutsideYears { .. },
                ..
            })
        )
    };
    assert!(outside(school.refusal(&student, &painted_on("1170901"))));
    school.run(&registry, &set_years(&school, 1, None)).unwrap();
    activity(&school, &student, &painted_on("1170901"));
    school
        .run(&registry, &set_years(&school, 0, Some("1150115")))
        .unwrap();
    activity(&school, &student, &painted_on("1150115"));
    assert!(outside(school.refusal(&student, &painted_on("1150116"))));
    // The other student is not concerned.
    activity(&school, &school.login("s2"), &painted_on("1150116"));

    let refused = |command| school.refusal(&registry, &command);
    assert!(matches!(
        refused(set_years(&school, 6, None)),
        Refusal::Activity(ActivityRefusal::TooManyExtraYears { limit: 5 })
    ));
    assert!(matches!(
        refused(set_years(&school, 0, Some("1140731"))),
        Refusal::Activity(ActivityRefusal::LeftBeforeEntry { .. })
    ));
    assert_eq!(
        school.refusal(&student, &set_years(&school, 5, None)),
        Refusal::NoRight {
            right: Right::KeepActivityRules
        }
    );
    assert!(school.engine.student_named(&student, "s2").is_err());
}

/// The refusal must not promise a next year to somebody who will have left by then.
#[test]
fn the_last_year_is_told_its_last_date() {
    let school = school();
    let (student, registry) = (school.login("s1"), school.login("r1"));
    set_window(&school, SchoolYear(115), "2026-09-01T08:00", "2027-06-30T23:59");
    school.clock.set(window_end());
    let shut = school.refusal(&student, &add(competition(Vec::new())));
    let Refusal::WindowShut { phase, next, .. } = shut else {
        panic!("{shut:?}")
    };
    assert_eq!(phase, Phase::Closed);
    assert_eq!(next.unwrap().opens, at("2026-09-01T08:00"));
    school
        .run(&registry, &set_years(&school, 0, Some("1150731")))
        .unwrap();
    assert_eq!(
        school.refusal(&student, &add(competition(Vec::new()))),
        Refusal::Activity(ActivityRefusal::LastYearOver {
            year: YEAR,
            closed: at("2026-06-30T23:59")
        })
    );
}

#[test]
fn lists_of_choices_are_the_schools() {
    let school = school();
    let (student, registry) = (school.login("s1"), school.login("r1"));
    let job = |kind: &str| {
        let typed: super::Typed<'_> = &[
            ("類別", kind),
            ("單位", "書店"),
            ("職稱", "店員"),
            ("開始日期", "1140901"),
            ("結束日期", "1141001"),
        ];
        add(new(Category::Workplace, typed))
    };
    let item = activity(&school, &student, &job("校外打工"));
    let set = |entries: &[&str]| {
        office(ActivityCommand::SetList {
            list: List::Workplace,
            entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
        })
    };
    school
        .run(&registry, &set(&["產業實習", " ", "產業實習", "職場體驗"]))
        .unwrap();
    let rules = school.engine.status(&student).unwrap().activity_rules;
    assert_eq!(rules.lists.entries(List::Workplace), ["產業實習", "職場體驗"]);
    activity(&school, &student, &job("產業實習"));
    assert!(matches!(
        school.refusal(&student, &job("校外打工")),
        Refusal::Activity(ActivityRefusal::Field {
            problem: FieldProblem::NotAChoice { .. },
            ..
        })
    ));
    // What was chosen before stays, and other fields can be changed.
    let hours = changes(Category::Workplace, &[("時數", "40")]);
    let item = activity(&school, &student, &edit(&item, hours));
    assert!(item.lacking.is_empty());
    assert_eq!(
        school.refusal(&registry, &set(&["  "])),
        Refusal::Activity(ActivityRefusal::ListEmpty {
            list: List::Workplace
        })
    );
}

#[test]
fn a_school_may_count_per_school_year() {
    let school = school();
    let (student, registry) = (school.login("s1"), school.login("r1"));
    let per_year = |limit| office(ActivityCommand::SetYearQuota { year: YEAR, limit });
    school.run(&registry, &per_year(Some(3))).unwrap();
    for _ in 0..2 {
        activity(&school, &student, &add(competition(Vec::new())));
    }
    let second = Term::new(114, Semester::Second);
    let terms = Command::SetCurrentTerms {
        outcome: second,
        activity: second,
        selection: SchoolYear(113),
    };
    school.run(&registry, &terms).unwrap();
    let status = school.engine.status(&student).unwrap();
    assert_eq!((status.activities.used, status.activities.limit), (2, 3));
    assert!(status.activity_rules.counted_per_year);
    activity(&school, &student, &add(competition(Vec::new())));
    assert_eq!(
        school.refusal(&student, &add(competition(Vec::new()))),
        Refusal::Activity(ActivityRefusal::YearQuotaReached {
            year: YEAR,
            used: 3,
            limit: 3,
            more: 1
        })
    );
    school.run(&registry, &per_year(None)).unwrap();
    assert_eq!(school.engine.status(&student).unwrap().activities.used, 1);
    activity(&school, &student, &add(competition(Vec::new())));
}
