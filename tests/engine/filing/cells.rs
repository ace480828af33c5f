//! The exported rosters, opened by another program (calamine reads, `rust_xlsxwriter` wrote) and compared
//! cell by cell with what was filed and with a small expectation that is kept here.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use licheng::domain::activity::Category;
use licheng::domain::filing_layout::{FilingLayout, LayoutProblem, OutcomeColumn};
use licheng::domain::selection::SelectionRefusal;
use licheng::engine::{Command, SelectionCommand};

use super::{YEAR, entry, filed, rosters};

/// `FILE` stands for the name of a file.
const OUTCOMES: &[&[&str]] = &[
    &[
        "身分證號",
        "出生年月日",
        "學年度",
        "學期",
        "課程代碼",
        "科目名稱",
        "學分數",
        "證明文件",
        "影音檔案",
        "內容簡述",
    ],
    &[
        "",
        "",
        "114",
        "1",
        "114550301H11101物理",
        "物理",
        "2",
        "s1_01.pdf",
        "",
        "這份報告記錄單擺實驗。",
    ],
];

const COMPETITIONS: &[&[&str]] = &[
    &[
        "身分證號",
        "生日",
        "競賽名稱",
        "項目(組別)",
        "競賽等級",
        "獎項",
        "結果公布日期",
        "個人或團體",
        "內容簡述",
        "證明文件",
        "影音檔案",
        "外部影音連結",
    ],
    &["", "", "科展", "", "", "", "1141201", "", "", "s1_02.jpg", "", ""],
];

type Book = Xlsx<Cursor<Vec<u8>>>;

fn open(archive: &[u8], name: &str) -> Book {
    Xlsx::new(Cursor::new(entry(archive, name))).unwrap()
}

/// All cells as text; anything that is no text would be a number that lost its zeros.
fn cells(book: &mut Book, sheet: &str) -> Vec<Vec<String>> {
    let range = book.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => panic!("{sheet}: {other:?} is no text"),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

fn expect(cells: &[Vec<String>], wanted: &[&[&str]]) {
    assert_eq!(cells.len(), wanted.len(), "{cells:?}");
    for (number, (row, wanted)) in cells.iter().zip(wanted).enumerate() {
        assert_eq!(row, wanted, "row {number}");
    }
}

#[test]
fn every_cell_of_both_rosters_is_as_filed() {
    let school = filed();
    let archive = rosters(&school, "r1", YEAR).unwrap();
    let mut outcomes = open(&archive, "7_學生課程學習成果名冊.xlsx");
    assert_eq!(outcomes.sheet_names(), ["學校資料", "課程學習成果"]);
    expect(
        &cells(&mut outcomes, "學校資料"),
        &[&["學校代碼", "學年度"], &["000000", "114"]],
    );
    expect(&cells(&mut outcomes, "課程學習成果"), OUTCOMES);

    let mut activities = open(&archive, "2_學生自填多元表現名冊.xlsx");
    expect(
        &cells(&mut activities, "學校資料"),
        &[&["學校代碼", "學年", "學期"], &["000000", "114", "0"]],
    );
    let names = activities.sheet_names();
    assert_eq!(names.len(), 1 + Category::ALL.len());
    expect(&cells(&mut activities, "競賽參與紀錄"), COMPETITIONS);
    for (sheet, category) in names.iter().skip(1).zip(Category::ALL) {
        let rows = cells(&mut activities, sheet);
        let fields: Vec<&str> = category.fields().iter().map(|field| field.name).collect();
        assert_eq!(&rows[0][2..2 + fields.len()], fields, "{sheet}: official order");
        if sheet != "競賽參與紀錄" {
            assert_eq!(rows.len(), 1, "{sheet} holds nothing else");
        }
    }
}

/// A school writes another year's announcement into the layout.
#[test]
fn columns_follow_the_layout_of_the_school() {
    let school = filed();
    let office = school.login("r1");
    let mut layout = FilingLayout::standard();
    layout.outcome_file = "成果名冊".into();
    layout.outcomes = vec![
        ("課程代碼".into(), OutcomeColumn::CourseCode),
        ("備用欄".into(), OutcomeColumn::Empty),
        ("檔名".into(), OutcomeColumn::Document),
    ];
    layout.activities.rotate_left(2);
    let set = |layout: Option<FilingLayout>| Command::Selection(SelectionCommand::SetLayout { layout });
    school.run(&office, &set(Some(layout.clone()))).unwrap();
    assert_eq!(
        school.engine.filing_layout(&office).unwrap(),
        (layout.clone(), true)
    );
    let archive = rosters(&school, "r1", YEAR).unwrap();
    let mut outcomes = open(&archive, "成果名冊.xlsx");
    expect(
        &cells(&mut outcomes, "課程學習成果"),
        &[
            &["課程代碼", "備用欄", "檔名"],
            &["114550301H11101物理", "", "s1_01.pdf"],
        ],
    );
    let mut activities = open(&archive, "2_學生自填多元表現名冊.xlsx");
    let rows = cells(&mut activities, "競賽參與紀錄");
    assert_eq!((rows[0][0].as_str(), rows[1][0].as_str()), ("競賽名稱", "科展"));

    layout.outcomes.clear();
    assert_eq!(
        school.refusal(&office, &set(Some(layout))),
        SelectionRefusal::Layout(LayoutProblem::NoColumns).into()
    );
    school.run(&office, &set(None)).unwrap();
    let (standard, own) = school.engine.filing_layout(&office).unwrap();
    assert_eq!((standard, own), (FilingLayout::standard(), false));
}
