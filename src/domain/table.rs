//! Tables that schools exchange: what they are, and what can be wrong with one as a whole
//! (domain.md section 5). What can be wrong with a row is [`super::roster_problem`].

use std::fmt;

/// In which form a table came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableFormat {
    Xlsx,
    Xls,
    Ods,
    /// Text with commas, semicolons or tabs between the fields
    Text(TextEncoding),
    /// A web page with tables, often named .xls
    Html(TextEncoding),
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextEncoding {
    Utf8,
    Utf16,
    /// Big5 as Windows in Taiwan writes it
    Cp950,
}

/// Content that is not a table we read, each with its own way to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForeignTable {
    Pdf,
    /// doc, docx, odt, rtf
    Document,
    /// ppt, pptx, odp
    Slides,
    Picture,
    /// zip, 7z, rar, gz
    Archive,
    Program,
    /// xlsb
    BinaryWorkbook,
    /// Excel 4 and older, without the container of later versions
    AncientWorkbook,
    /// Apple Numbers
    Numbers,
    /// XML of Excel 2003
    ExcelXml,
    /// mht, a web page saved whole
    SavedPage,
    /// A web page or workbook without any table in it
    NoTable,
    Unknown,
}

/// Why a whole table cannot be read. Nothing was taken from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableProblem {
    /// No bytes, or not one filled cell
    Empty,
    /// Bytes of the file
    TooLarge {
        bytes: u64,
        limit: u64,
    },
    /// It unpacks to more bytes than any roster needs
    UnpacksTooLarge {
        limit: u64,
    },
    TooManyCells {
        limit: u64,
    },
    PasswordProtected,
    NotATable(ForeignTable),
    /// Recognised, but its structure cannot be read
    Damaged(TableFormat),
    /// Neither UTF-8 nor CP950: these bytes stand for no character there
    NotDecodable {
        /// Counted from 1
        line: u32,
        /// The letters of that line before the place, to find it by
        before: String,
        bytes: Vec<u8>,
    },
    /// A quotation mark is opened and never closed
    QuoteOpen {
        /// Where it is opened, counted from 1
        line: u32,
    },
    /// Text follows a closing quotation mark
    QuoteBroken {
        line: u32,
    },
    Missing,
    IsFolder,
    NotReadable,
    /// The person stopped it
    Cancelled,
}

/// Why a table cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteProblem {
    /// More rows or columns than a sheet can hold
    TooManyCells,
    /// More letters in one cell than a sheet can hold
    TextTooLong { place: Place },
    /// Letters that the wanted encoding does not know: never written as something else
    Unwritable(Vec<UnwritableLetter>),
}

/// A letter that CP950 does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnwritableLetter {
    pub letter: char,
    /// Where it stands first
    pub place: Place,
    /// The text of that cell
    pub text: String,
    /// How many cells hold it
    pub cells: u32,
}

/// A place in a table, counted from 0; written as a spreadsheet does (`C12`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub row: u32,
    pub column: u32,
}

/// A block of cells, both corners included; written `C3:C32`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Block {
    pub first: Place,
    pub last: Place,
}

impl Block {
    pub fn contains(&self, place: Place) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }
}

/// `A`, `Z`, `AA` … of a column counted from 0.
pub fn column_letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from_u32(u32::from(b'A') + digit).unwrap_or('?'));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.column), self.row + 1)
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_spreadsheets_do() {
        for (column, letters) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letters(column), letters);
        }
        let block = Block {
            first: Place { row: 2, column: 2 },
            last: Place { row: 31, column: 2 },
        };
        assert_eq!(block.to_string(), "C3:C32");
        assert!(block.contains(Place { row: 31, column: 2 }));
        assert!(!block.contains(Place { row: 31, column: 3 }));
    }
}
