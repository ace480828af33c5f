//! What can be wrong with a row of a roster, and what deserves a word although it is read: data only,
//! worded in `text`.

use super::roster::RosterKind;
use super::roster_column::RosterColumn;
use super::table::{Block, TableProblem};

/// A cell, or a whole row, that cannot be read. Rows count from 1 as a spreadsheet shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongCell {
    pub row: u32,
    /// `None`: the row as a whole
    pub column: Option<RosterColumn>,
    /// What stands there, cut after 40 letters
    pub value: String,
    pub problem: CellProblem,
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellProblem {
    /// Needed and empty
    Missing,
    /// Empty because it lies in a merged block whose value stands in the first cell only
    Merged(Block),
    /// The formula gave an error such as `#N/A`
    FormulaError,
    /// A formula whose result was never stored
    FormulaWithoutResult,
    /// A number so long that the spreadsheet kept only its first 15 digits
    DigitsLost,
    /// Text such as `1-2` that the spreadsheet turned into a date
    BecameDate,
    TooLong {
        limit: u32,
    },
    NotADate,
    NotASchoolYear,
    NotASemester,
    NotATerm,
    NotAGrade,
    NotASeat,
    NotCredits,
    UnknownCourseKind,
    UnknownMode,
    UnknownLevel,
    /// No 32 hexadecimal digits
    NotAnMd5,
    /// The end lies before the start
    EndsBeforeStart,
    /// A row above says something else about the same student, teacher, offering or enrolment.
    Contradicts {
        first: u32,
    },
    /// A row above has the same national ID under another 學號.
    SamePerson {
        first: u32,
    },
}

/// Read, but worth a word. Rows count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterWarning {
    /// Right shape, wrong check digit
    IdCheckDigit { row: u32 },
    /// No national ID or resident number: a foreigner's passport, or a typing error
    IdShape { row: u32 },
    /// A number shorter than the other accounts of the column, which are of one length
    ZerosPerhapsLost {
        row: u32,
        value: String,
        /// With zeros up to the length of the others
        padded: String,
    },
    /// Stored as a number and shown with zeros by the format of the cell: read as shown
    ZerosFromFormat { row: u32, shown: String },
    /// Zeros were added because the mapping says so.
    ZerosAdded { rows: u32 },
    /// The same as a row above, read once
    SameRow { row: u32, first: u32 },
    /// One offering in several rows, each with a teacher: read as one
    TeachersJoined { row: u32, first: u32 },
    /// Two students of one class with one seat
    SeatTaken { row: u32, first: u32 },
    /// Looks like a sum or a note below the table: not read
    FooterSkipped { row: u32, text: String },
    /// Not 23 characters as the national course codes have
    CodeLength { rows: u32, first: u32 },
    /// An offering that nobody can certify
    NoTeacher { row: u32 },
    /// The entry year was worked out from 年級; wrong for who repeated a year.
    EntryYearFromGrade { rows: u32 },
    /// An officer post whose dates lie outside its school year
    OutsideSchoolYear { row: u32 },
    /// Cells that may be empty lie in merged blocks whose value stands in the first cell only.
    MergedIgnored { block: Block },
    /// A letter that stands for a lost one (`?`, `□`, U+FFFD) or that only one computer knows (造字)
    LostLetter { row: u32, letter: char },
    /// The sheet is hidden in the workbook.
    HiddenSheet { name: String },
    /// Other sheets look like this roster too and are not read.
    OtherSheets { names: Vec<String> },
}

impl RosterWarning {
    /// The row to look at; `None`: the table as a whole.
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::IdCheckDigit { row }
            | Self::IdShape { row }
            | Self::ZerosPerhapsLost { row, .. }
            | Self::ZerosFromFormat { row, .. }
            | Self::SameRow { row, .. }
            | Self::TeachersJoined { row, .. }
            | Self::SeatTaken { row, .. }
            | Self::FooterSkipped { row, .. }
            | Self::NoTeacher { row }
            | Self::OutsideSchoolYear { row }
            | Self::LostLetter { row, .. } => Some(*row),
            Self::ZerosAdded { .. }
            | Self::CodeLength { .. }
            | Self::EntryYearFromGrade { .. }
            | Self::MergedIgnored { .. }
            | Self::HiddenSheet { .. }
            | Self::OtherSheets { .. } => None,
        }
    }
}

/// Why a roster cannot be read at all, although its table could be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterTrouble {
    Table(TableProblem),
    /// Not mapped yet, and needed
    ColumnsMissing {
        kind: RosterKind,
        columns: Vec<RosterColumn>,
        /// It has everything of this roster instead
        looks_like: Option<RosterKind>,
    },
    /// The mapping names a sheet that the workbook does not have.
    SheetMissing,
    /// A header and nothing below it
    NoRows,
}
