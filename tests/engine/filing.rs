//! 提交名冊: official sheets and order, every cell as text, the files beside them.

mod cells;

use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use licheng::domain::access::Right;
use licheng::domain::refusal::Refusal;
use licheng::domain::selection::SelectionRefusal;
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{Command, CopyFailure, Failure, SelectionCommand};
use zip::ZipArchive;

use crate::activities::{activity, add, competition};
use crate::support::school::{School, at, certify};

const YEAR: SchoolYear = SchoolYear(114);

fn tick(item: licheng::domain::id::ItemId) -> Command {
    Command::Selection(SelectionCommand::Tick { year: YEAR, item })
}

/// One student with a certified outcome and a competition, both filed.
pub fn filed() -> School {
    let school = crate::activities::school();
    let (student, teacher, registry) = (school.login("s1"), school.login("t1"), school.login("r1"));
    let window = Command::SetWindow {
        kind: WindowKind::Selection,
        period: Period::Year(YEAR),
        audience: Audience::All,
        opens: at("2026-01-02T08:00"),
        closes: at("2026-01-20T23:59"),
    };
    school.run(&registry, &window).unwrap();
    let outcome = school.item(&teacher, &certify(&school.submitted(&student, "=單擺")));
    let picture = school.stage(&student, "獎狀.jpg", b"jpg the diploma");
    let award = activity(&school, &student, &add(competition(vec![picture])));
    school.draft(&student, "沒有勾選的");
    school.run(&student, &tick(outcome.id)).unwrap();
    school.run(&student, &tick(award.id)).unwrap();
    school.clock.set(at("2026-01-21T00:00"));
    let file = Command::Selection(SelectionCommand::File {
        year: YEAR,
        grade: None,
    });
    school.run(&registry, &file).unwrap();
    school
}

fn rosters(school: &School, account: &str, year: SchoolYear) -> Result<Vec<u8>, CopyFailure> {
    let mut target = Cursor::new(Vec::new());
    let session = school.login(account);
    let written = school
        .engine
        .write_rosters(&session, year, None, &mut target, &mut |_| {
            ControlFlow::Continue(())
        })?;
    assert_eq!(
        (written.students, written.written.items, written.written.files),
        (1, 2, 2)
    );
    assert_eq!(written.incomplete, ["s1"], "nobody entered an ID");
    Ok(target.into_inner())
}

fn entry(archive: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

fn text(workbook: &[u8], part: &str) -> String {
    String::from_utf8(entry(workbook, part)).unwrap()
}

/// The administrator sees how far filing is, and opens no student's files.
#[test]
fn the_files_of_the_rosters_are_for_the_registry_alone() {
    let school = filed();
    for account in ["a1", "t1", "s1"] {
        assert!(
            matches!(
                rosters(&school, account, YEAR),
                Err(CopyFailure::Failed(Failure::Refused(Refusal::NoRight { .. })))
            ),
            "{account}"
        );
    }
    assert!(school.engine.filing_of(&school.login("a1"), Some(YEAR)).is_ok());
}

#[test]
fn what_was_filed_is_in_the_rosters_with_its_files() {
    let school = filed();
    let archive = rosters(&school, "r1", YEAR).unwrap();
    let names: Vec<String> = ZipArchive::new(Cursor::new(&archive))
        .unwrap()
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        names,
        [
            "7_學生課程學習成果名冊.xlsx",
            "2_學生自填多元表現名冊.xlsx",
            "雜湊值-MD5.txt",
            "說明.txt",
            "檔案/s1_01.pdf",
            "檔案/s1_02.jpg",
        ]
    );
    assert_eq!(entry(&archive, "檔案/s1_02.jpg"), b"jpg the diploma");
    let note = text(&archive, "說明.txt");
    assert!(
        note.contains("尚未經主管機關確認") && note.contains("s1 林𡘙"),
        "{note}"
    );

    let outcomes = entry(&archive, "7_學生課程學習成果名冊.xlsx");
    let book = text(&outcomes, "xl/workbook.xml");
    assert!(book.find("學校資料").unwrap() < book.find("課程學習成果").unwrap());
    let strings = text(&outcomes, "xl/sharedStrings.xml");
    for cell in [
        "000000",
        "114",
        "課程代碼",
        "114550301H11101物理",
        "物理",
        "s1_01.pdf",
    ] {
        assert!(strings.contains(cell), "{cell}");
    }
    assert!(!strings.contains("沒有勾選的"));
    let sheet = text(&outcomes, "xl/worksheets/sheet2.xml");
    assert!(!sheet.contains("<f>"), "no cell is a formula");

    let activities = entry(&archive, "2_學生自填多元表現名冊.xlsx");
    let book = text(&activities, "xl/workbook.xml");
    let order: Vec<usize> = [
        "學校資料",
        "幹部經歷暨事蹟紀錄",
        "競賽參與紀錄",
        "檢定證照紀錄",
        "其他多元表現紀錄",
    ]
    .iter()
    .map(|sheet| book.find(sheet).unwrap())
    .collect();
    assert!(order.is_sorted(), "the official order of sheets");
    let strings = text(&activities, "xl/sharedStrings.xml");
    for cell in ["身分證號", "生日", "競賽名稱", "結果公布日期", "s1_02.jpg"] {
        assert!(strings.contains(cell), "{cell}");
    }
}

#[test]
fn rosters_are_the_offices_and_need_something_filed() {
    let school = filed();
    let refused = |account: &str, year| match rosters(&school, account, year) {
        Err(CopyFailure::Failed(Failure::Refused(refusal))) => refusal,
        other => panic!("{other:?}"),
    };
    let right = Right::FilePortfolios;
    assert_eq!(refused("s1", YEAR), Refusal::NoRight { right });
    assert_eq!(refused("t1", YEAR), Refusal::NoRight { right });
    let year = SchoolYear(112);
    assert_eq!(
        refused("r1", year),
        SelectionRefusal::NothingToFile { year }.into()
    );
}
