//! Cells as schools write them.

use super::*;

fn cell(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: f64) -> Cell {
    Cell::Number { value, digits: 0 }
}

#[test]
fn numbers_become_the_text_that_was_typed() {
    for (cell, expected) in [
        (number(12345.0), Ok("12345")),
        (number(0.0), Ok("0")),
        (number(0.5), Ok("0.5")),
        (
            Cell::Number {
                value: 12345.0,
                digits: 7,
            },
            Ok("0012345"),
        ),
        (number(1.234_567_890_123_456_7e22), Err(CellProblem::DigitsLost)),
        (cell("  王小明\u{3000}"), Ok("王小明")),
        (cell("=\"0012345\""), Ok("0012345")),
        (cell("'0012345"), Ok("0012345")),
        (cell("'twas"), Ok("'twas")),
        (Cell::Error, Err(CellProblem::FormulaError)),
        (Cell::NoResult, Err(CellProblem::FormulaWithoutResult)),
        (
            Cell::Date(NaiveDate::from_ymd_opt(2026, 1, 2).unwrap()),
            Err(CellProblem::BecameDate),
        ),
    ] {
        assert_eq!(text(&cell), expected.map(str::to_owned), "{cell:?}");
    }
}

#[test]
fn dates_in_every_form() {
    let day = NaiveDate::from_ymd_opt(2025, 9, 1);
    for text in [
        "1140901",
        "114/9/1",
        "2025-09-01",
        "１１４／０９／０１",
        "114年9月1日",
        "民國114年09月01日",
        "民國 114 年 9 月 1 日",
        "2025/9/1 00:00:00",
        "2025/9/1 上午 12:00:00",
        "2025-09-01T00:00:00",
        "45901",
        " 1140901 ",
    ] {
        assert_eq!(date(&cell(text), false), Ok(day), "{text}");
    }
    assert_eq!(date(&number(1_140_901.0), false), Ok(day));
    assert_eq!(date(&number(45901.0), false), Ok(day));
    assert_eq!(date(&number(44439.0), true), Ok(day));
    assert_eq!(date(&cell(""), false), Ok(None));
    for bad in ["1140931", "九月一日", "1234", "99999999", "114/9", "0"] {
        assert_eq!(date(&cell(bad), false), Err(CellProblem::NotADate), "{bad}");
    }
}

#[test]
fn terms_in_every_form() {
    let expected = Some(Term::new(114, Semester::First));
    for text in [
        "114-1",
        "1141",
        "114上",
        "114學年度第1學期",
        "114 學年度 第一學期",
        "114學年上學期",
        "114/1",
        "１１４－１",
    ] {
        assert_eq!(term(text), expected, "{text}");
    }
    for bad in ["", "114", "114-3", "上", "學期", "12-1"] {
        assert_eq!(term(bad), None, "{bad}");
    }
    assert_eq!(term_in_title("國立某某高中114學年度第1學期選課名單"), expected);
    assert_eq!(term_in_title("114 學年度 上學期"), expected);
    assert_eq!(term_in_title("學生名冊"), None);
    assert_eq!(term_in_title("114學年度學生名冊"), None);
    for (text, expected) in [
        ("114", Some(SchoolYear(114))),
        ("114學年度", Some(SchoolYear(114))),
        ("民國114年", Some(SchoolYear(114))),
        ("2025", None),
        ("", None),
    ] {
        assert_eq!(school_year(text), expected, "{text}");
    }
    assert_eq!(semester("下學期"), Some(Semester::Second));
    assert_eq!(semester("3"), None);
}

#[test]
fn small_values() {
    assert_eq!(seat("1").as_deref(), Some("01"));
    assert_eq!(seat("１２號").as_deref(), Some("12"));
    assert_eq!(
        [seat("0"), seat("100"), seat("甲"), seat("1.5")],
        [None, None, None, None]
    );
    assert_eq!(grade("高二"), Some(2));
    assert_eq!(grade("三年級"), Some(3));
    assert_eq!(grade("4"), None);
    for (text, expected) in [
        ("2", Some(200)),
        ("2.0", Some(200)),
        ("0.5", Some(50)),
        ("1.25", Some(125)),
        ("２學分", Some(200)),
        ("0", Some(0)),
        ("1.255", None),
        ("-1", None),
        ("二", None),
        ("", None),
        ("100", None),
        ("1e2", None),
    ] {
        assert_eq!(credits(text).map(|credits| credits.0), expected, "{text}");
    }
    assert_eq!(
        accounts("T001、T002，T003;T004/T005\nT006"),
        ["T001", "T002", "T003", "T004", "T005", "T006"]
    );
}

#[test]
fn names_of_kinds_modes_and_levels() {
    for (text, expected) in [
        ("部定必修", Some(CourseKind::MinistryRequired)),
        ("部定必修(專業科目)", Some(CourseKind::MinistryRequired)),
        ("校訂必修", Some(CourseKind::SchoolRequired)),
        ("選修-加深加廣選修", Some(CourseKind::Advanced)),
        ("多元選修", Some(CourseKind::Elective)),
        ("彈性學習時間", Some(CourseKind::FlexibleLearning)),
        ("團體活動時間", Some(CourseKind::GroupActivity)),
        ("補強性選修", Some(CourseKind::Other)),
        ("必修", None),
        ("選修", None),
        ("", None),
    ] {
        assert_eq!(course_kind(text), expected, "{text}");
    }
    assert_eq!(mode(""), Some(EnrolmentMode::Regular));
    assert_eq!(mode("轉學（轉科）"), Some(EnrolmentMode::Transfer));
    assert_eq!(mode("旁聽"), None);
    for (text, expected) in [
        ("2", Some(OfficerLevel::Class)),
        ("班級", Some(OfficerLevel::Class)),
        ("2.班級", Some(OfficerLevel::Class)),
        ("社團幹部", Some(OfficerLevel::Club)),
        ("9", Some(OfficerLevel::Other)),
        ("1.班級", None),
        ("7", None),
        ("股長", None),
        ("", None),
    ] {
        assert_eq!(level(text), expected, "{text}");
    }
}
