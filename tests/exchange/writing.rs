//! What the program writes, read back by its own reader.

use licheng::domain::roster::{RosterKind, RosterRows};
use licheng::domain::roster_column::{Need, RosterColumn};
use licheng::domain::roster_problem::RosterTrouble;
use licheng::domain::table::TableProblem;
use licheng::domain::term::{Semester, Term};
use licheng::exchange::Watch;
use licheng::exchange::report::{self, CsvEncoding, Report, Value};
use licheng::exchange::roster::{guess, read, rows_to_mend, template};
use licheng::exchange::table::{self, Cell};
use licheng::text::rosters::{REASON, reason, template_words};

use crate::open;

#[test]
fn every_template_is_understood_by_the_reader() {
    for kind in RosterKind::ALL {
        let bytes = template(kind, &template_words(kind)).unwrap();
        let workbook = table::open(&bytes, Watch::nobody()).unwrap();
        let guess = guess(&workbook, kind, &[]);
        assert!(guess.header_found, "{kind:?}");
        let missing = match kind {
            // Filled in on the first sheet.
            RosterKind::OfficerPosts => vec![RosterColumn::Year, RosterColumn::Semester],
            _ => vec![],
        };
        assert_eq!(guess.missing(), missing, "{kind:?}");
        let found: Vec<RosterColumn> = guess.mapping.columns.iter().map(|(_, column)| *column).collect();
        let expected: Vec<RosterColumn> = RosterColumn::of_template(kind)
            .into_iter()
            .map(|(column, _)| column)
            .collect();
        assert_eq!(found, expected, "{kind:?}");
        if missing.is_empty() {
            assert_eq!(
                read(&workbook, &guess.mapping, kind, Watch::nobody()),
                Err(RosterTrouble::NoRows)
            );
        }
    }
}

#[test]
fn the_help_sheet_says_what_every_column_means() {
    let kind = RosterKind::Students;
    let bytes = template(kind, &template_words(kind)).unwrap();
    let workbook = table::open(&bytes, Watch::nobody()).unwrap();
    let help = workbook.sheets.last().unwrap();
    for (column, need) in RosterColumn::of_template(kind) {
        let row = help
            .rows
            .iter()
            .find(|row| row.cell(0) == &Cell::Text(column.header(kind).into()))
            .unwrap();
        let expected = if need == Need::Optional {
            "可以空白"
        } else {
            "必填"
        };
        assert_eq!(row.cell(1), &Cell::Text(expected.into()));
        assert!(matches!(row.cell(2), Cell::Text(_)));
    }
}

/// The rows that were wrong come back with their reasons; mended, they are read.
#[test]
fn wrong_rows_are_saved_to_mend() {
    let workbook = open("officer-posts.xlsx").unwrap();
    let kind = RosterKind::OfficerPosts;
    let mapping = guess(&workbook, kind, &[]).mapping;
    let reading = read(&workbook, &mapping, kind, Watch::nobody()).unwrap();
    let rows: Vec<(u32, String)> = reading
        .wrong
        .iter()
        .map(|wrong| (wrong.row, reason(wrong, kind)))
        .collect();
    assert_eq!(rows.len(), 2);
    let bytes = rows_to_mend(&workbook, &mapping, kind, &rows, REASON).unwrap();
    let mut again = table::open(&bytes, Watch::nobody()).unwrap();
    let header: Vec<&Cell> = again.sheets[0].rows[0].cells.iter().collect();
    assert_eq!(header.last(), Some(&&Cell::Text(REASON.into())));
    let Cell::Text(said) = again.sheets[0].rows[1].cells.last().unwrap() else {
        panic!("no reason");
    };
    assert!(said.contains("結束日期在開始日期之前"), "{said}");
    // The person mends both rows in place.
    again.sheets[0].rows[1].cells[3] = Cell::Text("1140902".into());
    again.sheets[0].rows[1].cells[4] = Cell::Text("1150120".into());
    again.sheets[0].rows[2].cells[6] = Cell::Text("2".into());
    let guess = guess(&again, kind, &[]);
    assert!(guess.is_sure(), "{guess:#?}");
    let reading = read(&again, &guess.mapping, kind, Watch::nobody()).unwrap();
    assert_eq!(reading.wrong, []);
    let RosterRows::OfficerPosts(posts) = &reading.rows else {
        panic!("{reading:?}");
    };
    assert_eq!(posts.len(), 2);
    assert_eq!(posts[0].value.term, Term::new(114, Semester::First));
}

/// What a person said for the whole table is in the file that comes back.
#[test]
fn mended_rows_keep_what_was_said_by_hand() {
    let text = "編號\t名字\t所在\t號\n12345\t王小明\t101\t甲\n";
    let workbook = table::pasted(text, Watch::nobody()).unwrap();
    let kind = RosterKind::Students;
    let mut mapping = guess(&workbook, kind, &[]).mapping;
    mapping.first_row = 1;
    for (index, column) in [
        (0, RosterColumn::Account),
        (1, RosterColumn::DisplayName),
        (2, RosterColumn::Class),
        (3, RosterColumn::Seat),
    ] {
        mapping.assign(index, Some(column));
    }
    mapping.entry_year = Some(licheng::domain::term::SchoolYear(114));
    mapping.account_digits = Some(7);
    let bytes = rows_to_mend(&workbook, &mapping, kind, &[(2, "座號".into())], REASON).unwrap();
    let mut again = table::open(&bytes, Watch::nobody()).unwrap();
    again.sheets[0].rows[1].cells[3] = Cell::Text("5".into());
    let guess = guess(&again, kind, &[]);
    assert!(guess.is_sure(), "{guess:#?}");
    let reading = read(&again, &guess.mapping, kind, Watch::nobody()).unwrap();
    let RosterRows::Students(students) = &reading.rows else {
        panic!("{reading:?}");
    };
    assert_eq!(students[0].value.account, "0012345");
    assert_eq!(students[0].value.entry_year.0, 114);
}

fn report() -> Report {
    Report {
        name: "進度".into(),
        title: "認證進度".into(),
        notes: vec!["115 年 2 月 3 日".into()],
        header: vec!["學號".into(), "姓名".into(), "件數".into(), "完成".into()],
        rows: vec![vec![
            "0012345".into(),
            "林堃峯".into(),
            Value::count(3),
            Value::Share(0.5),
        ]],
    }
}

#[test]
fn a_report_is_a_workbook_csv_and_clipboard_text() {
    let second = Report {
        rows: vec![vec!["=1+1".into(), Value::Empty, Value::Number(0.5)]],
        ..report()
    };
    let bytes = report::xlsx(&[report(), second.clone()]).unwrap();
    let workbook = table::open(&bytes, Watch::nobody()).unwrap();
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["進度", "進度 (2)"]);
    let row = &workbook.sheets[0].rows[3];
    assert_eq!(row.cell(0), &Cell::Text("0012345".into()));
    assert_eq!(
        row.cell(3),
        &Cell::Number {
            value: 0.5,
            digits: 0
        }
    );
    assert_eq!(workbook.sheets[1].rows[3].cell(0), &Cell::Text("=1+1".into()));
    assert_eq!(
        report::tab_separated(&report()),
        "學號\t姓名\t件數\t完成\r\n0012345\t林堃峯\t3\t50%\r\n"
    );
    assert_eq!(
        report::tab_separated(&second).lines().nth(1),
        Some("'=1+1\t\t0.5")
    );
    let csv = report::csv(&report(), CsvEncoding::Utf8).unwrap();
    assert!(csv.starts_with(b"\xEF\xBB\xBF"));
    assert!(report::csv(&report(), CsvEncoding::Cp950).is_err());
}

#[test]
fn an_empty_report_is_no_crash() {
    let bytes = report::xlsx(&[Report::default()]).unwrap();
    assert_eq!(
        table::open(&bytes, Watch::nobody()).unwrap_err(),
        TableProblem::Empty
    );
}
