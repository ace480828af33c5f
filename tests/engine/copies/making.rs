//! What is in a copy.

use std::io::Cursor;
use std::ops::ControlFlow;

use licheng::domain::copies::CopyKind;
use licheng::domain::refusal::Refusal;
use licheng::engine::{Command, CopyCommand, CopyFailure};
use zip::ZipArchive;

use super::{copy_of, items, refused, school_with_work, unpack};

#[test]
fn everything_is_there_under_names_that_can_be_read() {
    let (school, student) = school_with_work();
    let entries = unpack(&copy_of(&school.engine, &student));
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "index.html",
            "portfolio.json",
            "課程學習成果.csv",
            "課程學習成果/114-1 歷史/01 報告/報告.pdf",
            "課程學習成果/114-1 歷史/01 報告/影片.mp4",
            "課程學習成果/114-1 物理/01 單擺 ＜b＞＂週期＂＜／b＞：T∝√L？/報告.pdf",
            "課程學習成果/114-1 物理/02 =1+1/報告.pdf",
            "課程學習成果/114-1 物理/03 _..／..／𡘙的摩擦力/報告.pdf",
            "課程學習成果/114-1 物理/04 _COM1/報告.pdf",
            "雜湊值-BLAKE3.txt",
            "雜湊值-MD5.txt",
        ]
    );
    for item in items(&school.engine, &student) {
        for file in &item.files {
            let content = school
                .engine
                .read_file(&student, item.id, file.slot)
                .unwrap()
                .bytes;
            let list = std::str::from_utf8(&entries["雜湊值-BLAKE3.txt"]).unwrap();
            let hash = blake3::hash(&content).to_hex();
            let line = list.lines().find(|line| line.starts_with(hash.as_str())).unwrap();
            let (_, place) = line.split_once("  ").unwrap();
            assert!(entries[place] == content, "{place}");
        }
    }
    let trashed = entries
        .values()
        .any(|bytes| String::from_utf8_lossy(bytes).contains("丟掉的"));
    assert!(!trashed, "the trash stays behind");
}

#[test]
fn names_beyond_ascii_are_marked_as_utf8() {
    let (school, student) = school_with_work();
    let copy = copy_of(&school.engine, &student);
    let mut archive = ZipArchive::new(Cursor::new(&copy)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        let name = std::str::from_utf8(entry.name_raw()).unwrap().to_owned();
        assert_eq!(
            entry.name().unwrap(),
            name,
            "read as what it is, not as an old code page"
        );
    }
}

#[test]
fn the_page_holds_words_and_no_code() {
    let (school, student) = school_with_work();
    let entries = unpack(&copy_of(&school.engine, &student));
    let page = std::str::from_utf8(&entries["index.html"]).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(page.contains("單擺 &lt;b&gt;&quot;週期&quot;&lt;/b&gt;：T∝√L？"));
    assert!(!page.contains("<b>") && !page.contains("<script"));
    for word in [
        "林𡘙",
        "測試高中",
        "編輯中",
        "認證中",
        "認證成功",
        "認證失敗",
        "陳老師",
        "上傳成上週的檔案了",
    ] {
        assert!(page.contains(word), "{word}");
    }
    assert!(
        page.contains("href=\"%E8%AA%B2%E7%A8%8B"),
        "links lead into the copy"
    );
    assert!(
        !page.contains("http://") && !page.contains("https://"),
        "nothing comes from elsewhere"
    );
    let table = std::str::from_utf8(&entries["課程學習成果.csv"]).unwrap();
    assert!(table.starts_with("\u{FEFF}學期,課程,"));
    assert!(table.contains(",'=1+1,"), "no formula");
    assert_eq!(table.lines().filter(|line| line.starts_with("114-1")).count(), 5);
}

#[test]
fn a_cancelled_copy_ends_at_the_next_piece() {
    let (school, student) = school_with_work();
    let mut target = Cursor::new(Vec::new());
    let mut told = 0;
    let answer = school.engine.write_copy(&student, &mut target, &mut |progress| {
        told += 1;
        assert!(progress.done_bytes <= progress.total_bytes);
        if told == 3 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(matches!(answer, Err(CopyFailure::Cancelled)));
    assert_eq!(told, 3);
}

#[test]
fn making_a_copy_is_remembered_and_is_for_those_who_have_something() {
    let (school, student) = school_with_work();
    assert_eq!(school.engine.copies_made(&student), Ok(Vec::new()));
    let note = Command::Copy(CopyCommand::NoteMade {
        kind: CopyKind::Zip,
        items: 5,
        files: 6,
        content_bytes: 7,
    });
    school.run(&student, &note).unwrap();
    let made = school.engine.copies_made(&student).unwrap();
    assert_eq!((made.len(), made[0].kind, made[0].items), (1, CopyKind::Zip, 5));
    let teacher = school.login("t1");
    let mut target = Cursor::new(Vec::new());
    let answer = school
        .engine
        .write_copy(&teacher, &mut target, &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused(answer), Refusal::NoRight { .. }));
}
