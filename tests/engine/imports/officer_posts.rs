//! 校內幹部經歷名冊.

use chrono::NaiveDate;
use licheng::domain::import::RowProblem;
use licheng::domain::officer::OfficerLevel;
use licheng::domain::roster::{OfficerPostRow, RosterRows};
use licheng::engine::Roster;

use super::{absent, born, changes, located, problems, roster, standings, student, students, with_id};
use crate::support::school::{School, TERM};

const ID: &str = "A123456789";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn post(id: &str, post: &str, from: &str, until: &str) -> OfficerPostRow {
    OfficerPostRow {
        term: TERM,
        national_id: id.to_owned(),
        birth_date: None,
        unit: "一年1班".to_owned(),
        from: day(from),
        until: day(until),
        post: post.to_owned(),
        level: OfficerLevel::Class,
    }
}

fn posts(rows: Vec<OfficerPostRow>) -> Roster {
    roster(RosterRows::OfficerPosts(located(rows)))
}

fn school() -> School {
    let school = School::new();
    let row = born(with_id(student("s1", "林𡘙", "一年1班", "01"), ID), 2009, 9, 1);
    school.import(&school.login("r1"), &students(vec![row]));
    school
}

#[test]
fn students_are_found_by_their_national_id() {
    let school = school();
    let affairs = school.affairs();
    let mut other_birth = post(ID, "風紀股長", "2025-09-01", "2026-01-20");
    other_birth.birth_date = Some(day("2009-01-09"));
    let roster = posts(vec![
        post("ａ123456789", "班長", "2025-09-01", "2026-01-20"),
        post("A800000014", "班長", "2025-09-01", "2026-01-20"),
        other_birth,
        post(ID, "學藝股長", "2026-01-20", "2025-09-01"),
        post(ID, "班長", "2025-09-01", "2026-01-20"),
        post(ID, "", "2025-09-01", "2026-01-20"),
    ]);
    let preview = school.preview(&affairs, &roster);
    assert_eq!(standings(&preview), "NWWWWW");
    assert_eq!(problems(&preview, 1), [RowProblem::UnknownNationalId]);
    assert_eq!(problems(&preview, 2), [RowProblem::BirthDateDiffers]);
    assert_eq!(problems(&preview, 3), [RowProblem::EndsBeforeStart]);
    assert_eq!(problems(&preview, 4), [RowProblem::Twice { first: 2 }]);
    assert_eq!(preview.rows[0].subject.person, "林𡘙");
}

#[test]
fn a_mended_date_is_a_change_and_no_second_post() {
    let school = school();
    let affairs = school.affairs();
    let twice = |from: &str| {
        posts(vec![
            post(ID, "班長", "2025-09-01", "2025-10-31"),
            post(ID, "班長", from, "2026-01-20"),
        ])
    };
    assert_eq!(school.import(&affairs, &twice("2025-12-01")).counts.new, 2);
    assert_eq!(standings(&school.preview(&affairs, &twice("2025-12-01"))), "UU");
    let mended = twice("2025-11-24");
    let preview = school.preview(&affairs, &mended);
    assert_eq!(standings(&preview), "UC");
    assert_eq!(changes(&preview, 1), ["開始日期：1141201 → 1141124"]);
    school.import(&affairs, &mended);
    let one = posts(vec![post(ID, "班長", "2025-09-01", "2025-10-31")]);
    let preview = school.preview(&affairs, &one);
    assert_eq!((standings(&preview).as_str(), absent(&preview).len()), ("U", 1));
}
