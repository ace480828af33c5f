//! Tables of made-up counts.

use chrono::Duration;

use super::table::head;
use super::*;
use crate::domain::id::{AccountId, OfferingId};
use crate::domain::moment::{Moment, parse_moment};
use crate::domain::outcome::OutcomeState;
use crate::domain::progress::Tally;
use crate::domain::term::Semester;
use crate::engine::{ProgressCell, ProgressRow, ProgressScope, ProgressStudent, ReportValue};

fn now() -> Moment {
    parse_moment("2026-01-10T08:00").unwrap()
}

fn tally(drafts: u32, waiting: u32) -> Tally {
    Tally {
        drafts,
        waiting,
        ..Tally::default()
    }
}

fn row(key: ProgressKey, name: &str, tally: Tally, waited: Option<i64>) -> ProgressRow {
    ProgressRow {
        key,
        name: name.to_owned(),
        detail: String::new(),
        students: 2,
        without: 1,
        tally,
        oldest_waiting: waited.map(|days| now() - Duration::days(days)),
        window: None,
    }
}

fn student(id: u64, class: &str, tally: Tally) -> ProgressStudent {
    ProgressStudent {
        id: AccountId(id),
        name: format!("學生{id}"),
        account: format!("00{id}"),
        class: class.to_owned(),
        seat: "01".to_owned(),
        courses: 1,
        tally,
    }
}

fn view() -> ProgressView {
    let class = |name: &str, tally, waited| row(ProgressKey::Class(name.to_owned()), name, tally, waited);
    ProgressView {
        term: Term::new(114, Semester::First),
        at: now(),
        scope: ProgressScope::School,
        total: tally(3, 12),
        students: vec![student(1, "甲", tally(1, 10)), student(2, "乙", tally(0, 0))],
        classes: vec![
            class("甲", tally(1, 10), Some(9)),
            class("乙", tally(2, 2), None),
            class("丙", tally(0, 3), Some(30)),
        ],
        courses: vec![row(
            ProgressKey::Course(OfferingId(5)),
            "物理",
            tally(1, 10),
            Some(9),
        )],
        teachers: vec![row(
            ProgressKey::Teacher(AccountId(9)),
            "陳老師",
            tally(1, 10),
            Some(9),
        )],
        cells: vec![ProgressCell {
            student: 0,
            course: 0,
            tally: tally(1, 10),
            oldest_waiting: Some(now() - Duration::days(9)),
        }],
        taught_by: vec![vec![0]],
        upload: None,
        certification: None,
    }
}

fn names(table: &Table) -> Vec<String> {
    table.lines.iter().map(|line| line.cells[0].shown()).collect()
}

fn sorted(column: Column, descending: bool) -> Vec<String> {
    let sort = Some(Sort { column, descending });
    names(&Table::of(&view(), &ProgressPlace::default(), "", sort))
}

#[test]
fn columns_sort_by_what_they_mean() {
    assert_eq!(
        names(&Table::of(&view(), &ProgressPlace::default(), "", None)),
        ["甲", "乙", "丙"]
    );
    let waiting = Column::State(OutcomeState::Submitted);
    assert_eq!(
        sorted(waiting, true),
        ["甲", "丙", "乙"],
        "10 before 3: numbers, not letters"
    );
    assert_eq!(sorted(waiting, false), ["乙", "丙", "甲"]);
    assert_eq!(
        sorted(Column::Oldest, true),
        ["丙", "甲", "乙"],
        "longest waiting first, nobody last"
    );
    assert_eq!(
        sorted(Column::Detail, true),
        ["甲", "乙", "丙"],
        "a column that is not there"
    );
}

#[test]
fn a_search_narrows_by_names_alone() {
    let find = |text: &str| names(&Table::of(&view(), &ProgressPlace::default(), text, None));
    assert_eq!(find(" 丙 "), ["丙"]);
    assert_eq!(find("10"), [""; 0], "a count is no name");
    let table = Table::of(&view(), &ProgressPlace::default(), "丙", None);
    assert_eq!((table.lines.len(), table.all), (1, 3));
}

#[test]
fn behind_a_row_is_its_list() {
    let place = |tab, open| ProgressPlace {
        tab,
        open: Some(open),
    };
    let teacher = place(ProgressTab::Teacher, ProgressKey::Teacher(AccountId(9)));
    let table = Table::of(&view(), &teacher, "", None);
    assert_eq!(table.title.as_deref(), Some("陳老師"));
    assert_eq!(table.lines[0].name(), "甲 01 001 學生1 物理 10 已等 9 天");
    let class = place(ProgressTab::Class, ProgressKey::Class("乙".to_owned()));
    assert_eq!(
        Table::of(&view(), &class, "", None).lines[0].name(),
        "乙 01 002 學生2 0 0 0 0 0"
    );
    let gone = place(ProgressTab::Class, ProgressKey::Class("丁".to_owned()));
    assert!(Table::of(&view(), &gone, "", None).lines.is_empty());
}

#[test]
fn a_copy_has_tabs_and_a_workbook_has_every_table() {
    let table = Table::of(&view(), &ProgressPlace::default(), "甲", None);
    let copied = table.copied(&view(), ProgressTab::Class);
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0].split('\t').count(), table.columns.len());
    assert_eq!(lines[1], "甲\t2\t11\t1\t10\t0\t0\t1\t已等 9 天\t尚未公布");
    let sheets = sheets(&view());
    let found: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(found, ["班級", "課程", "教師", "沒有成果的學生", "等候認證"]);
    assert_eq!(sheets[4].header[0], "教師");
    assert_eq!(
        sheets[4].rows[0][3],
        ReportValue::from("001"),
        "學號 keeps its zeros"
    );
    assert_eq!(sheets[4].rows[0][6], ReportValue::count(10));
}

#[test]
fn every_column_has_a_head() {
    for tab in ProgressTab::ALL {
        let place = ProgressPlace { tab, open: None };
        for column in Table::of(&view(), &place, "", None).columns {
            assert!(!head(column, tab, false).is_empty(), "{column:?}");
        }
    }
}
