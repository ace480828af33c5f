//! One of everything, for the tests of all wording.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_problem::{CellProblem, RosterTrouble, RosterWarning, WrongCell};
use crate::domain::table::{
    Block, ForeignTable, Place, TableFormat, TableProblem, TextEncoding, UnwritableLetter, WriteProblem,
};
use crate::text::message::Message;
use crate::text::samples::samples;

use super::{
    cell_problem, column_meaning, reason, roster, roster_trouble, roster_use, roster_warning, table_format,
    template_words, write_problem,
};

const BLOCK: Block = Block {
    first: Place { row: 2, column: 2 },
    last: Place { row: 9, column: 2 },
};

samples! {
    foreign_tables -> ForeignTable {
        ForeignTable::Pdf => [ForeignTable::Pdf],
        ForeignTable::Document => [ForeignTable::Document],
        ForeignTable::Slides => [ForeignTable::Slides],
        ForeignTable::Picture => [ForeignTable::Picture],
        ForeignTable::Archive => [ForeignTable::Archive],
        ForeignTable::Program => [ForeignTable::Program],
        ForeignTable::BinaryWorkbook => [ForeignTable::BinaryWorkbook],
        ForeignTable::AncientWorkbook => [ForeignTable::AncientWorkbook],
        ForeignTable::Numbers => [ForeignTable::Numbers],
        ForeignTable::ExcelXml => [ForeignTable::ExcelXml],
        ForeignTable::SavedPage => [ForeignTable::SavedPage],
        ForeignTable::NoTable => [ForeignTable::NoTable],
        ForeignTable::Unknown => [ForeignTable::Unknown],
    }
}

samples! {
    formats -> TableFormat {
        TableFormat::Xlsx => [TableFormat::Xlsx],
        TableFormat::Xls => [TableFormat::Xls],
        TableFormat::Ods => [TableFormat::Ods],
        TableFormat::Text(_) => [
            TableFormat::Text(TextEncoding::Utf8),
            TableFormat::Text(TextEncoding::Utf16),
            TableFormat::Text(TextEncoding::Cp950),
        ],
        TableFormat::Html(_) => [TableFormat::Html(TextEncoding::Utf8)],
    }
}

samples! {
    table_problems -> TableProblem {
        TableProblem::Empty => [TableProblem::Empty],
        TableProblem::TooLarge { .. } => [TableProblem::TooLarge { bytes: 200 << 20, limit: 64 << 20 }],
        TableProblem::UnpacksTooLarge { .. } => [TableProblem::UnpacksTooLarge { limit: 256 << 20 }],
        TableProblem::TooManyCells { .. } => [TableProblem::TooManyCells { limit: 4_000_000 }],
        TableProblem::PasswordProtected => [TableProblem::PasswordProtected],
        TableProblem::NotATable(_) => foreign_tables().into_iter().map(TableProblem::NotATable).collect::<Vec<_>>(),
        TableProblem::Damaged(_) => formats().into_iter().map(TableProblem::Damaged).collect::<Vec<_>>(),
        TableProblem::NotDecodable { .. } => [
            TableProblem::NotDecodable { line: 3, before: "王".into(), bytes: vec![0xFA, 0x40] },
            TableProblem::NotDecodable { line: 1, before: String::new(), bytes: vec![0xFF] },
        ],
        TableProblem::QuoteOpen { .. } => [TableProblem::QuoteOpen { line: 3 }],
        TableProblem::QuoteBroken { .. } => [TableProblem::QuoteBroken { line: 3 }],
        TableProblem::Missing => [TableProblem::Missing],
        TableProblem::IsFolder => [TableProblem::IsFolder],
        TableProblem::NotReadable => [TableProblem::NotReadable],
        TableProblem::Cancelled => [TableProblem::Cancelled],
    }
}

samples! {
    troubles -> RosterTrouble {
        RosterTrouble::Table(_) => table_problems().into_iter().map(RosterTrouble::Table).collect::<Vec<_>>(),
        RosterTrouble::ColumnsMissing { .. } => [
            RosterTrouble::ColumnsMissing {
                kind: RosterKind::Students,
                columns: vec![RosterColumn::Account, RosterColumn::Seat],
                looks_like: Some(RosterKind::Courses),
            },
            RosterTrouble::ColumnsMissing {
                kind: RosterKind::Courses,
                columns: vec![RosterColumn::CourseCode],
                looks_like: None,
            },
        ],
        RosterTrouble::SheetMissing => [RosterTrouble::SheetMissing],
        RosterTrouble::NoRows => [RosterTrouble::NoRows],
    }
}

samples! {
    cell_problems -> CellProblem {
        CellProblem::Missing => [CellProblem::Missing],
        CellProblem::Merged(_) => [CellProblem::Merged(BLOCK)],
        CellProblem::FormulaError => [CellProblem::FormulaError],
        CellProblem::FormulaWithoutResult => [CellProblem::FormulaWithoutResult],
        CellProblem::DigitsLost => [CellProblem::DigitsLost],
        CellProblem::BecameDate => [CellProblem::BecameDate],
        CellProblem::TooLong { .. } => [CellProblem::TooLong { limit: 60 }],
        CellProblem::NotADate => [CellProblem::NotADate],
        CellProblem::NotASchoolYear => [CellProblem::NotASchoolYear],
        CellProblem::NotASemester => [CellProblem::NotASemester],
        CellProblem::NotATerm => [CellProblem::NotATerm],
        CellProblem::NotAGrade => [CellProblem::NotAGrade],
        CellProblem::NotASeat => [CellProblem::NotASeat],
        CellProblem::NotCredits => [CellProblem::NotCredits],
        CellProblem::UnknownCourseKind => [CellProblem::UnknownCourseKind],
        CellProblem::UnknownMode => [CellProblem::UnknownMode],
        CellProblem::UnknownLevel => [CellProblem::UnknownLevel],
        CellProblem::NotAnMd5 => [CellProblem::NotAnMd5],
        CellProblem::EndsBeforeStart => [CellProblem::EndsBeforeStart],
        CellProblem::Contradicts { .. } => [CellProblem::Contradicts { first: 2 }],
        CellProblem::SamePerson { .. } => [CellProblem::SamePerson { first: 2 }],
    }
}

samples! {
    warnings -> RosterWarning {
        RosterWarning::IdCheckDigit { .. } => [RosterWarning::IdCheckDigit { row: 5 }],
        RosterWarning::IdShape { .. } => [RosterWarning::IdShape { row: 5 }],
        RosterWarning::ZerosPerhapsLost { .. } => [RosterWarning::ZerosPerhapsLost {
            row: 5,
            value: "12345".into(),
            padded: "0012345".into(),
        }],
        RosterWarning::ZerosFromFormat { .. } => [RosterWarning::ZerosFromFormat { row: 5, shown: "0012345".into() }],
        RosterWarning::ZerosAdded { .. } => [RosterWarning::ZerosAdded { rows: 3 }],
        RosterWarning::SameRow { .. } => [RosterWarning::SameRow { row: 5, first: 2 }],
        RosterWarning::TeachersJoined { .. } => [RosterWarning::TeachersJoined { row: 5, first: 2 }],
        RosterWarning::SeatTaken { .. } => [RosterWarning::SeatTaken { row: 5, first: 2 }],
        RosterWarning::FooterSkipped { .. } => [RosterWarning::FooterSkipped { row: 40, text: "合計".into() }],
        RosterWarning::CodeLength { .. } => [RosterWarning::CodeLength { rows: 3, first: 2 }],
        RosterWarning::NoTeacher { .. } => [RosterWarning::NoTeacher { row: 5 }],
        RosterWarning::EntryYearFromGrade { .. } => [RosterWarning::EntryYearFromGrade { rows: 30 }],
        RosterWarning::OutsideSchoolYear { .. } => [RosterWarning::OutsideSchoolYear { row: 5 }],
        RosterWarning::MergedIgnored { .. } => [RosterWarning::MergedIgnored { block: BLOCK }],
        RosterWarning::LostLetter { .. } => [
            RosterWarning::LostLetter { row: 5, letter: '?' },
            RosterWarning::LostLetter { row: 5, letter: '\u{E000}' },
            RosterWarning::LostLetter { row: 5, letter: '\u{FFFD}' },
        ],
        RosterWarning::HiddenSheet { .. } => [RosterWarning::HiddenSheet { name: "去年".into() }],
        RosterWarning::OtherSheets { .. } => [RosterWarning::OtherSheets { names: vec!["甲".into(), "乙".into()] }],
    }
}

samples! {
    write_problems -> WriteProblem {
        WriteProblem::TooManyCells => [WriteProblem::TooManyCells],
        WriteProblem::TextTooLong { .. } => [WriteProblem::TextTooLong { place: BLOCK.first }],
        WriteProblem::Unwritable(_) => [WriteProblem::Unwritable(vec![UnwritableLetter {
            letter: '①',
            place: BLOCK.first,
            text: "林①".into(),
            cells: 2,
        }])],
    }
}

fn wrong_cells() -> Vec<WrongCell> {
    let columns = [
        Some(RosterColumn::Account),
        Some(RosterColumn::CourseCode),
        Some(RosterColumn::Mode),
        None,
    ];
    cell_problems()
        .into_iter()
        .flat_map(|problem| {
            columns.map(|column| WrongCell {
                row: 5,
                column,
                value: if column.is_some() {
                    "甲".into()
                } else {
                    String::new()
                },
                problem: problem.clone(),
            })
        })
        .collect()
}

pub(in crate::text) fn messages() -> Vec<Message> {
    let cells = wrong_cells();
    let cells = cells.iter().map(|cell| cell_problem(cell, RosterKind::Students));
    let troubles = troubles();
    cells
        .chain(troubles.iter().map(|trouble| roster_trouble("名冊", trouble)))
        .chain(write_problems().iter().map(write_problem))
        .collect()
}

pub(in crate::text) fn strings() -> Vec<String> {
    let mut all: Vec<String> = warnings().iter().map(roster_warning).collect();
    all.extend(
        formats()
            .into_iter()
            .map(|format| table_format(format).to_owned()),
    );
    all.extend(
        wrong_cells()
            .iter()
            .map(|cell| reason(cell, RosterKind::Enrolments)),
    );
    for kind in RosterKind::ALL {
        all.extend([roster(kind).to_owned(), roster_use(kind).to_owned()]);
        let columns = RosterColumn::of(kind);
        all.extend(
            columns
                .iter()
                .map(|(column, _)| column_meaning(*column, kind).to_owned()),
        );
        let words = template_words(kind);
        all.extend([words.sheet, words.help_sheet, words.needed, words.optional]);
        all.extend(words.help_headings);
        all.extend(words.notes);
    }
    all
}
