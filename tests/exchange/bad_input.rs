//! Everything that is no roster, or a broken one: refused with what is wrong, nothing half-read.

use std::fs::File;
use std::io::{Cursor, Write};

use licheng::domain::roster::RosterKind;
use licheng::domain::roster_column::RosterColumn;
use licheng::domain::roster_problem::RosterTrouble;
use licheng::domain::table::{ForeignTable, TableFormat, TableProblem};
use licheng::exchange::Watch;
use licheng::exchange::roster::{guess, read};
use licheng::exchange::table::{self, LARGEST_FILE, LARGEST_UNPACKED};
use zip::write::SimpleFileOptions;

use crate::{fixture, open};

fn refused(bytes: &[u8]) -> TableProblem {
    table::open(bytes, Watch::nobody()).unwrap_err()
}

#[test]
fn protected_workbooks() {
    for name in ["protected.xlsx", "protected.xls", "protected.ods"] {
        assert_eq!(open(name).unwrap_err(), TableProblem::PasswordProtected, "{name}");
    }
}

#[test]
fn broken_texts() {
    assert_eq!(
        open("broken-quote.csv").unwrap_err(),
        TableProblem::QuoteOpen { line: 3 }
    );
    assert_eq!(
        open("made-character.csv").unwrap_err(),
        TableProblem::NotDecodable {
            line: 3,
            before: "T002,王".into(),
            bytes: vec![0xFA, 0x40]
        }
    );
}

#[test]
fn empty_and_foreign_content() {
    for (bytes, expected) in [
        (&b""[..], TableProblem::Empty),
        (b" \r\n\t\n", TableProblem::Empty),
        (b"\xEF\xBB\xBF\n", TableProblem::Empty),
        (b",,,\n,,\n", TableProblem::Empty),
        (b"%PDF-1.7", TableProblem::NotATable(ForeignTable::Pdf)),
        (b"\x89PNG\r\n", TableProblem::NotATable(ForeignTable::Picture)),
        (b"MZ\x90\0", TableProblem::NotATable(ForeignTable::Program)),
        (b"{\\rtf1", TableProblem::NotATable(ForeignTable::Document)),
        (b"a\0b", TableProblem::NotATable(ForeignTable::Unknown)),
        (
            b"MIME-Version: 1.0\r\n",
            TableProblem::NotATable(ForeignTable::SavedPage),
        ),
        (
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
            TableProblem::NotATable(ForeignTable::ExcelXml),
        ),
        (
            b"<html><body>no rows</body></html>",
            TableProblem::NotATable(ForeignTable::NoTable),
        ),
        (b"PK\x03\x04 cut off", TableProblem::Damaged(TableFormat::Xlsx)),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off",
            TableProblem::Damaged(TableFormat::Xls),
        ),
    ] {
        assert_eq!(refused(bytes), expected, "{bytes:?}");
    }
}

/// Cut anywhere, or with any byte changed, a workbook is read or refused, never a crash.
#[test]
fn damaged_workbooks_do_not_crash() {
    for name in ["officer-posts.xlsx", "numbers.xls", "numbers.ods"] {
        let whole = std::fs::read(fixture(name)).unwrap();
        for part in 1..16 {
            let cut = &whole[..whole.len() * part / 16];
            assert!(table::open(cut, Watch::nobody()).is_err(), "{name} {part}");
        }
        let mut at = 0;
        while at < whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x55;
            // Some bytes mean nothing, so that it may well be read.
            let _answer = table::open(&changed, Watch::nobody());
            at += whole.len() / 60;
        }
    }
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn other_packages() {
    for (parts, expected) in [
        (&[("word/document.xml", &b"<w/>"[..])][..], ForeignTable::Document),
        (&[("ppt/presentation.xml", b"<p/>")], ForeignTable::Slides),
        (&[("xl/workbook.bin", b"x")], ForeignTable::BinaryWorkbook),
        (&[("Index/Document.iwa", b"x")], ForeignTable::Numbers),
        (
            &[("mimetype", b"application/vnd.oasis.opendocument.text")],
            ForeignTable::Document,
        ),
        (&[("readme.txt", b"x")], ForeignTable::Archive),
    ] {
        assert_eq!(
            refused(&package(parts)),
            TableProblem::NotATable(expected),
            "{parts:?}"
        );
    }
}

/// Half a megabyte that unpacks to more than is allowed: refused while it is unpacked, never held.
#[test]
fn a_file_that_unpacks_to_gigabytes() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file("xl/workbook.xml", SimpleFileOptions::default())
        .unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..=LARGEST_UNPACKED >> 20 {
        writer.write_all(&zeros).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!((bytes.len() as u64) < LARGEST_FILE);
    assert_eq!(
        refused(&bytes),
        TableProblem::UnpacksTooLarge {
            limit: LARGEST_UNPACKED
        }
    );
}

/// A table of texts that says it has a thousand million million of them.
#[test]
fn a_workbook_that_announces_too_much() {
    let bytes = package(&[
        ("xl/workbook.xml", b"<workbook/>"),
        (
            "xl/sharedStrings.xml",
            b"<sst uniqueCount=\"1000000000000000\"><si><t>x</t></si></sst>",
        ),
    ]);
    assert_eq!(refused(&bytes), TableProblem::Damaged(TableFormat::Xlsx));
}

/// Its length is looked at, not its content: the file is sparse and reading it would take as much memory.
#[test]
fn a_file_of_200_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名冊.xlsx");
    File::create(&path).unwrap().set_len(200 << 20).unwrap();
    assert_eq!(
        table::open_path(&path, Watch::nobody()).unwrap_err(),
        TableProblem::TooLarge {
            bytes: 200 << 20,
            limit: LARGEST_FILE
        }
    );
    assert_eq!(
        table::open_path(folder.path(), Watch::nobody()).unwrap_err(),
        TableProblem::IsFolder
    );
    assert_eq!(
        table::open_path(&folder.path().join("沒有"), Watch::nobody()).unwrap_err(),
        TableProblem::Missing
    );
}

/// A value in the last cell of the sheet costs one cell, not sixteen thousand million.
#[test]
fn far_corners_of_a_sheet() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "帳號").unwrap();
    sheet.write(0, 1, "姓名").unwrap();
    sheet.write(1_048_575, 0, "T1").unwrap();
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let opened = table::open(&bytes, Watch::nobody()).unwrap();
    assert_eq!(opened.sheets[0].rows.len(), 2);
    assert_eq!(opened.sheets[0].rows[1].number, 1_048_575);
}

#[test]
fn the_wrong_roster_is_named() {
    let workbook = open("courses.xlsx").unwrap();
    let guess = guess(&workbook, RosterKind::Students, &[]);
    assert_eq!(guess.looks_like, Some(RosterKind::Courses));
    let trouble = read(&workbook, &guess.mapping, RosterKind::Students, Watch::nobody()).unwrap_err();
    let RosterTrouble::ColumnsMissing {
        columns, looks_like, ..
    } = trouble
    else {
        panic!("{trouble:?}");
    };
    assert!(columns.contains(&RosterColumn::DisplayName));
    assert_eq!(looks_like, Some(RosterKind::Courses));
}

#[test]
fn a_header_and_nothing_below() {
    let workbook = table::pasted("帳號\t姓名\n", Watch::nobody()).unwrap();
    let guess = guess(&workbook, RosterKind::Teachers, &[]);
    assert_eq!(
        read(&workbook, &guess.mapping, RosterKind::Teachers, Watch::nobody()),
        Err(RosterTrouble::NoRows)
    );
}
