//! Files of openpyxl, LibreOffice and Python's csv (tests/fixtures/rosters/README.md).

use chrono::NaiveDate;
use licheng::domain::course::{CourseKind, Credits, EnrolmentMode};
use licheng::domain::officer::OfficerLevel;
use licheng::domain::roster::{RosterKind, RosterRows, StudentRow};
use licheng::domain::roster_column::RosterColumn;
use licheng::domain::roster_mapping::Confidence;
use licheng::domain::roster_problem::{CellProblem, RosterWarning};
use licheng::domain::table::{TableFormat, TextEncoding};
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::exchange::Watch;
use licheng::exchange::roster::{Reading, guess, guess_at, read, remember};

use crate::{count, open, read_file, read_text};

const TERM: Term = Term::new(114, Semester::First);

fn students(reading: &Reading) -> Vec<&StudentRow> {
    let RosterRows::Students(rows) = &reading.rows else {
        panic!("not students: {reading:?}");
    };
    rows.iter().map(|row| &row.value).collect()
}

fn problems(reading: &Reading) -> Vec<(u32, Option<RosterColumn>, CellProblem)> {
    reading
        .wrong
        .iter()
        .map(|cell| (cell.row, cell.column, cell.problem.clone()))
        .collect()
}

/// The six students say the same in every format, whoever wrote it.
#[test]
fn the_same_students_in_every_workbook() {
    for name in ["students.xlsx", "students.xls", "students.ods", "page-office.xls"] {
        let reading = read_file(name, RosterKind::Students);
        assert_eq!(problems(&reading), [], "{name}");
        let students = students(&reading);
        let accounts: Vec<&str> = students.iter().map(|student| student.account.as_str()).collect();
        assert_eq!(
            accounts,
            ["0012345", "0012346", "0012347", "0012348", "0012349", "0012350"],
            "{name}"
        );
        let names: Vec<&str> = students
            .iter()
            .map(|student| student.display_name.as_str())
            .collect();
        assert_eq!(
            names,
            ["王小明", "陳怡君", "林堃峯", "張喆", "李煊", "黃𡘙𠮷"],
            "{name}"
        );
        for (student, day) in students.iter().zip(1..) {
            assert_eq!(
                student.birth_date,
                NaiveDate::from_ymd_opt(2009, 9, day),
                "{name}"
            );
            assert_eq!(student.seat, format!("{day:02}"), "{name}");
            assert_eq!(student.class, "二年1班", "{name}");
            assert_eq!(student.entry_year, SchoolYear(114), "{name}");
            assert_eq!(student.national_id.as_ref().map(String::len), Some(10), "{name}");
        }
        assert_eq!(
            reading.warnings,
            [RosterWarning::FooterSkipped {
                row: 11,
                text: "合計：6 人".into()
            }],
            "{name}"
        );
    }
}

#[test]
fn the_same_students_in_every_text() {
    for (name, encoding) in [
        ("students-utf8.csv", TextEncoding::Utf8),
        ("students-bom.csv", TextEncoding::Utf8),
        ("students-semicolon.csv", TextEncoding::Utf8),
        ("students-utf16.txt", TextEncoding::Utf16),
    ] {
        assert_eq!(open(name).unwrap().format, TableFormat::Text(encoding), "{name}");
        let reading = read_file(name, RosterKind::Students);
        assert_eq!(problems(&reading), [], "{name}");
        assert_eq!(students(&reading).len(), 6, "{name}");
        assert_eq!(students(&reading)[5].display_name, "黃𡘙𠮷", "{name}");
    }
    for (name, format) in [
        ("students-cp950.csv", TableFormat::Text(TextEncoding::Cp950)),
        ("page-big5.xls", TableFormat::Html(TextEncoding::Cp950)),
    ] {
        assert_eq!(open(name).unwrap().format, format, "{name}");
        let reading = read_file(name, RosterKind::Students);
        assert_eq!(students(&reading)[0].display_name, "王小明", "{name}");
        assert_eq!(students(&reading)[0].account, "0012345", "{name}");
    }
}

#[test]
fn numbers_where_text_is_meant() {
    for name in ["numbers.xlsx", "numbers.xls", "numbers.ods"] {
        let reading = read_file(name, RosterKind::Students);
        let accounts: Vec<&str> = students(&reading)
            .iter()
            .map(|student| student.account.as_str())
            .collect();
        // As shown by the format of the cell; without such a format nothing is invented.
        assert_eq!(accounts, ["0012345", "0012346", "12347", "0012350"], "{name}");
        assert_eq!(students(&reading)[0].class, "201", "{name}");
        assert_eq!(
            problems(&reading),
            [
                (5, Some(RosterColumn::Class), CellProblem::BecameDate),
                (6, Some(RosterColumn::Account), CellProblem::DigitsLost),
            ],
            "{name}"
        );
        assert_eq!(
            reading.warnings,
            [
                RosterWarning::ZerosFromFormat {
                    row: 3,
                    shown: "0012346".into()
                },
                RosterWarning::ZerosPerhapsLost {
                    row: 4,
                    value: "12347".into(),
                    padded: "0012347".into()
                },
            ],
            "{name}"
        );
    }
}

/// The cure for lost zeros: a person says how long an account is.
#[test]
fn zeros_are_added_when_a_person_says_so() {
    let workbook = open("numbers.xlsx").unwrap();
    let mut mapping = guess(&workbook, RosterKind::Students, &[]).mapping;
    mapping.account_digits = Some(7);
    let reading = read(&workbook, &mapping, RosterKind::Students, Watch::nobody()).unwrap();
    assert_eq!(students(&reading)[2].account, "0012347");
    assert_eq!(reading.warnings, [RosterWarning::ZerosAdded { rows: 1 }]);
}

#[test]
fn merged_cells_are_named() {
    for name in ["merged.xlsx", "merged.xls", "merged.ods"] {
        let reading = read_file(name, RosterKind::Students);
        let first = students(&reading)[0];
        assert_eq!(
            (first.account.as_str(), first.seat.as_str()),
            ("0012345", "01"),
            "{name}"
        );
        assert!(first.national_id.is_some(), "{name}");
        let wrong = problems(&reading);
        assert_eq!(wrong.len(), 5, "{name}: {wrong:?}");
        for (row, column, problem) in wrong {
            let CellProblem::Merged(block) = problem else {
                panic!("{name}, row {row}: {problem:?}");
            };
            assert_eq!(
                (column, block.to_string().as_str()),
                (Some(RosterColumn::Class), "C4:C9"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_sheet_with_the_roster_is_found() {
    let workbook = open("teachers.xlsx").unwrap();
    let guess = guess(&workbook, RosterKind::Teachers, &[]);
    assert_eq!(guess.mapping.sheet, 1);
    let seen: Vec<(&str, bool, bool)> = guess
        .sheets
        .iter()
        .map(|sheet| (sheet.name.as_str(), sheet.hidden, sheet.complete))
        .collect();
    assert_eq!(
        seen,
        [
            ("填寫說明", false, false),
            ("教師名冊", false, true),
            ("去年", true, true)
        ]
    );
    let phone = &guess.columns[2];
    assert_eq!(
        (phone.header.as_str(), phone.means, phone.confidence),
        ("電話", None, Confidence::None)
    );
    assert_eq!(phone.samples, ["02-12345678"]);
    let mut hidden = guess.mapping.clone();
    hidden.sheet = 2;
    let reading = read(&workbook, &hidden, RosterKind::Teachers, Watch::nobody()).unwrap();
    assert_eq!(
        reading.warnings,
        [
            RosterWarning::HiddenSheet {
                name: "去年".into()
            },
            RosterWarning::OtherSheets {
                names: vec!["教師名冊".into()]
            }
        ]
    );
}

#[test]
fn courses_with_several_teachers() {
    let reading = read_file("courses.xlsx", RosterKind::Courses);
    let RosterRows::Courses(rows) = &reading.rows else {
        panic!("{reading:?}");
    };
    let said: Vec<_> = rows
        .iter()
        .map(|row| {
            let course = &row.value;
            (
                row.row,
                course.name.as_str(),
                course.credits,
                course.kind,
                course.group.as_str(),
                course.teachers.as_slice(),
            )
        })
        .collect();
    let teachers = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        said,
        [
            (
                2,
                "國語文",
                Credits(400),
                CourseKind::MinistryRequired,
                "二年1班",
                &teachers(&["T001", "T002"])[..]
            ),
            (
                3,
                "物理探究",
                Credits(250),
                CourseKind::Advanced,
                "二年1班",
                &teachers(&["T003", "T004"])[..]
            ),
            (
                4,
                "桌遊設計",
                Credits(100),
                CourseKind::Elective,
                "",
                &teachers(&["T005", "T006"])[..]
            ),
            (
                6,
                "班會",
                Credits(0),
                CourseKind::GroupActivity,
                "二年1班",
                &[][..]
            ),
        ]
    );
    assert!(rows[..3].iter().all(|row| row.value.term == TERM));
    assert_eq!(
        problems(&reading),
        [
            (7, Some(RosterColumn::Semester), CellProblem::NotASemester),
            (7, Some(RosterColumn::Credits), CellProblem::NotCredits),
            (7, Some(RosterColumn::CourseKind), CellProblem::UnknownCourseKind),
        ]
    );
    assert_eq!(
        reading.warnings,
        [
            RosterWarning::TeachersJoined { row: 5, first: 4 },
            RosterWarning::NoTeacher { row: 6 }
        ]
    );
}

#[test]
fn enrolments_with_the_term_in_one_column() {
    let reading = read_file("enrolments.xlsx", RosterKind::Enrolments);
    let RosterRows::Enrolments(rows) = &reading.rows else {
        panic!("{reading:?}");
    };
    assert_eq!(rows.len(), 24);
    assert!(rows.iter().all(|row| row.value.term == TERM));
    let retaken = rows
        .iter()
        .filter(|row| row.value.mode == EnrolmentMode::Retake)
        .count();
    assert_eq!(retaken, 4);
    assert_eq!(reading.warnings, [RosterWarning::SameRow { row: 26, first: 2 }]);
}

#[test]
fn officer_posts_of_the_official_file() {
    for name in ["officer-posts.xlsx", "officer-posts.xls", "officer-posts.ods"] {
        let workbook = open(name).unwrap();
        let guess = guess(&workbook, RosterKind::OfficerPosts, &[]);
        assert_eq!(guess.school_code.as_deref(), Some("550301"), "{name}");
        assert_eq!(guess.mapping.term, Some(TERM), "{name}");
        let reading = read_file(name, RosterKind::OfficerPosts);
        let RosterRows::OfficerPosts(rows) = &reading.rows else {
            panic!("{reading:?}");
        };
        let said: Vec<(u32, &str, &str, OfficerLevel)> = rows
            .iter()
            .map(|row| {
                let post = &row.value;
                (row.row, post.unit.as_str(), post.post.as_str(), post.level)
            })
            .collect();
        assert_eq!(
            said,
            [
                (2, "二年1班", "班長", OfficerLevel::Class),
                (3, "熱舞社", "社長", OfficerLevel::Club),
                (4, "學生會", "會長", OfficerLevel::School),
                (7, "二年1班", "康樂股長", OfficerLevel::Class),
            ],
            "{name}"
        );
        assert_eq!(rows[2].value.until, NaiveDate::from_ymd_opt(2026, 1, 20).unwrap());
        assert_eq!(
            problems(&reading),
            [
                (5, Some(RosterColumn::Until), CellProblem::EndsBeforeStart),
                (6, Some(RosterColumn::Level), CellProblem::UnknownLevel),
            ],
            "{name}"
        );
        assert_eq!(
            reading.warnings,
            [
                RosterWarning::IdCheckDigit { row: 7 },
                RosterWarning::OutsideSchoolYear { row: 7 }
            ],
            "{name}"
        );
    }
}

#[test]
fn formulas_are_their_results() {
    let reading = read_file("formulas-computed.xlsx", RosterKind::Students);
    assert_eq!(students(&reading)[0].class, "二年1班");
    assert_eq!(students(&reading)[0].seat, "01");
    assert_eq!(
        problems(&reading),
        [(4, Some(RosterColumn::Seat), CellProblem::FormulaError)]
    );
    // Written by a program that does not compute.
    let reading = read_file("formulas.xlsx", RosterKind::Students);
    assert_eq!(count(&reading.rows), 0);
    assert_eq!(problems(&reading).len(), 6);
    assert!(
        problems(&reading)
            .iter()
            .all(|(_, _, problem)| *problem == CellProblem::FormulaWithoutResult)
    );
}

#[test]
fn newlines_inside_quotes() {
    let reading = read_file("teachers-newlines.csv", RosterKind::Teachers);
    let RosterRows::Teachers(rows) = &reading.rows else {
        panic!("{reading:?}");
    };
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1].value.account, "T002");
}

#[test]
fn a_mapping_made_by_hand_is_remembered() {
    let text = "編號\t名字\t所在\t號\t進校\n1\t王小明\t101\t1\t114\n2\t李四\t101\t2\t114\n";
    let workbook = licheng::exchange::table::pasted(text, Watch::nobody()).unwrap();
    let first = guess(&workbook, RosterKind::Students, &[]);
    assert!(!first.is_sure());
    let (mut mapping, _) = guess_at(&workbook, RosterKind::Students, &[], 0, 1);
    for (index, column) in [
        (0, RosterColumn::Account),
        (1, RosterColumn::DisplayName),
        (2, RosterColumn::Class),
        (3, RosterColumn::Seat),
        (4, RosterColumn::EntryYear),
    ] {
        mapping.assign(index, Some(column));
    }
    let reading = read(&workbook, &mapping, RosterKind::Students, Watch::nobody()).unwrap();
    assert_eq!(count(&reading.rows), 2);
    let remembered = remember(&workbook, &mapping);
    // Next term's table, with the columns elsewhere and one more.
    let text = "名字\t編號\t電話\t號\t進校\t所在\n張三\t3\t0900\t3\t114\t102\n";
    let workbook = licheng::exchange::table::pasted(text, Watch::nobody()).unwrap();
    let again = guess(&workbook, RosterKind::Students, &remembered);
    assert!(again.is_sure(), "{again:#?}");
    assert_eq!(again.columns[1].confidence, Confidence::Remembered);
    let reading = read(&workbook, &again.mapping, RosterKind::Students, Watch::nobody()).unwrap();
    assert_eq!(students(&reading)[0].display_name, "張三");
}

#[test]
fn a_table_without_a_header_is_mapped_by_hand() {
    let text = "0012345\t王小明\tA123456789\n0012346\t李四\tA800000014\n";
    let workbook = licheng::exchange::table::pasted(text, Watch::nobody()).unwrap();
    let guess = guess(&workbook, RosterKind::Students, &[]);
    assert!(!guess.header_found && !guess.is_sure());
    assert_eq!(guess.mapping.first_row, 0);
    assert_eq!(guess.columns[2].means, Some(RosterColumn::NationalId));
    assert_eq!(guess.columns[2].confidence, Confidence::Likely);
}

#[test]
fn the_same_person_twice() {
    let header = "學號\t姓名\t班級\t座號\t身分證字號\t入學學年度\n";
    let text = format!(
        "{header}1\t王\t101\t1\tA123456789\t114\n1\t王\t101\t1\tA123456789\t114\n1\t李\t101\t2\t\t114\n\
         3\t陳\t101\t3\tA123456789\t114\n4\t林\t101\t1\t\t114\n5\t張?\t101\t5\t\t114\n"
    );
    let reading = read_text(&text, RosterKind::Students);
    assert_eq!(
        problems(&reading),
        [
            (
                4,
                Some(RosterColumn::Account),
                CellProblem::Contradicts { first: 2 }
            ),
            (
                5,
                Some(RosterColumn::NationalId),
                CellProblem::SamePerson { first: 2 }
            ),
        ]
    );
    assert_eq!(
        reading.warnings,
        [
            RosterWarning::SameRow { row: 3, first: 2 },
            RosterWarning::SeatTaken { row: 6, first: 2 },
            RosterWarning::LostLetter { row: 7, letter: '?' },
        ]
    );
    assert_eq!(count(&reading.rows), 3);
}

#[test]
fn the_entry_year_comes_from_the_grade_only_where_there_is_one() {
    let text =
        "114學年度第1學期學生名冊\n學號\t姓名\t年級\t班級\t座號\n1\t王\t二\t201\t1\n2\t李\t4\t201\t2\n";
    let reading = read_text(text, RosterKind::Students);
    assert_eq!(students(&reading)[0].entry_year, SchoolYear(113));
    assert_eq!(
        problems(&reading),
        [(4, Some(RosterColumn::Grade), CellProblem::NotAGrade)]
    );
    assert_eq!(reading.warnings, [RosterWarning::EntryYearFromGrade { rows: 1 }]);
    let workbook =
        licheng::exchange::table::pasted("學號\t姓名\t班級\t座號\n1\t王\t201\t1\n", Watch::nobody()).unwrap();
    let guess = guess(&workbook, RosterKind::Students, &[]);
    assert_eq!(guess.missing(), [RosterColumn::EntryYear]);
}
