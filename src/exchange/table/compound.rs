//! The container of old Office files: which of them it is, and how large the sheets of an old workbook
//! are. calamine lays out the whole area between the first and the last cell of a sheet, so that two cells
//! in opposite corners would take gigabytes: such a sheet is refused before.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use cfb::CompoundFile;

use crate::domain::table::{ForeignTable, Place, TableFormat, TableProblem};

use super::calamine_cells::digits_of_format;
use super::{LARGEST_UNPACKED, MOST_CELLS};

const DAMAGED: TableProblem = TableProblem::Damaged(TableFormat::Xls);
/// The most that BIFF8 can hold: 65,536 rows of 256 columns.
const LARGEST_AREA: u64 = 65_536 * 256;

/// Cells whose format shows zeros in front, by the place of their sheet in the file.
pub(super) type ShownDigits = HashMap<(usize, Place), u8>;

/// # Errors
/// [`TableProblem::NotATable`], [`TableProblem::PasswordProtected`], [`TableProblem::TooManyCells`],
/// damaged.
pub(super) fn inspect(bytes: &[u8]) -> Result<ShownDigits, TableProblem> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let has = |name: &str| file.exists(name);
    if has("/EncryptedPackage") {
        return Err(TableProblem::PasswordProtected);
    }
    if has("/WordDocument") {
        return Err(TableProblem::NotATable(ForeignTable::Document));
    }
    if has("/PowerPoint Document") {
        return Err(TableProblem::NotATable(ForeignTable::Slides));
    }
    let name = ["/Workbook", "/Book"]
        .into_iter()
        .find(|name| has(name))
        .ok_or(TableProblem::NotATable(ForeignTable::Unknown))?;
    let mut stream = Vec::new();
    file.open_stream(name)
        .map_err(|_| DAMAGED)?
        .take(LARGEST_UNPACKED)
        .read_to_end(&mut stream)
        .map_err(|_| DAMAGED)?;
    scan(&stream)
}

fn scan(stream: &[u8]) -> Result<ShownDigits, TableProblem> {
    let mut starts = Vec::new();
    let mut formats: HashMap<u16, u8> = HashMap::new();
    let mut cell_formats: Vec<u16> = Vec::new();
    for (kind, data) in Records(stream) {
        match kind {
            FILE_PASS => return Err(TableProblem::PasswordProtected),
            BOUND_SHEET => starts.push(long(data, 0).ok_or(DAMAGED)?),
            FORMAT => {
                if let (Some(id), Some(format)) = (word(data, 0), format_text(data)) {
                    formats.insert(id, digits_of_format(&format));
                }
            }
            CELL_FORMAT => cell_formats.push(word(data, 2).unwrap_or(0)),
            END => break,
            _ => {}
        }
    }
    let digits = |cell_format: Option<u16>| {
        let format = cell_formats.get(usize::from(cell_format?))?;
        formats.get(format).copied().filter(|digits| *digits > 0)
    };
    let mut shown = ShownDigits::new();
    let mut all = 0;
    for (index, start) in starts.into_iter().enumerate() {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let mut bounds = Bounds::default();
        let mut depth = 0_u32;
        for (kind, data) in Records(stream.get(start..).ok_or(DAMAGED)?) {
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                DIMENSIONS => check_dimensions(data)?,
                MANY_NUMBERS => {
                    let (Some(row), Some(first)) = (word(data, 0), word(data, 2)) else {
                        return Err(DAMAGED);
                    };
                    let last = data.len().checked_sub(2).and_then(|at| word(data, at));
                    bounds.add(row, first);
                    bounds.add(row, last.ok_or(DAMAGED)?);
                    let numbers = data.get(4..).unwrap_or_default().chunks_exact(6);
                    for (column, number) in (first..).zip(numbers) {
                        if let Some(digits) = digits(word(number, 0)) {
                            shown.insert((index, place(row, column)), digits);
                        }
                    }
                }
                NUMBER | SHORT_NUMBER | FORMULA | LABEL | RICH_LABEL | SHARED_LABEL | FLAG => {
                    let (Some(row), Some(column)) = (word(data, 0), word(data, 2)) else {
                        return Err(DAMAGED);
                    };
                    bounds.add(row, column);
                    if let Some(digits) = digits(word(data, 4)) {
                        shown.insert((index, place(row, column)), digits);
                    }
                }
                _ => {}
            }
        }
        all += bounds.area();
        if all > MOST_CELLS {
            return Err(TableProblem::TooManyCells { limit: MOST_CELLS });
        }
    }
    Ok(shown)
}

// Records of [MS-XLS] 2.3, by what they say.
const FORMULA: u16 = 0x0006;
const END: u16 = 0x000A;
const FILE_PASS: u16 = 0x002F;
const BOUND_SHEET: u16 = 0x0085;
const MANY_NUMBERS: u16 = 0x00BD;
const RICH_LABEL: u16 = 0x00D6;
const CELL_FORMAT: u16 = 0x00E0;
const SHARED_LABEL: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const FLAG: u16 = 0x0205;
const SHORT_NUMBER: u16 = 0x027E;
const FORMAT: u16 = 0x041E;
const BEGIN: u16 = 0x0809;

/// Kind and data of each record; ends where the bytes do.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = word(self.0, 0)?;
        let end = 4 + usize::from(word(self.0, 2)?);
        let data = self.0.get(4..end)?;
        self.0 = self.0.get(end..)?;
        Some((kind, data))
    }
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?.try_into().ok()?;
    Some(u16::from_le_bytes(bytes))
}

fn long(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_le_bytes(bytes))
}

fn place(row: u16, column: u16) -> Place {
    Place {
        row: row.into(),
        column: column.into(),
    }
}

/// The text of a FORMAT record of BIFF8, if its letters are plain ones.
fn format_text(data: &[u8]) -> Option<String> {
    let letters = data.get(5..)?;
    // Formats of interest are zeros; wide letters are of none.
    (data.get(4)? & 1 == 0).then(|| letters.iter().map(|letter| char::from(*letter)).collect())
}

/// calamine makes room for this area before it sees a cell.
fn check_dimensions(data: &[u8]) -> Result<(), TableProblem> {
    let (rows, columns) = if data.len() == 10 {
        let rows = (word(data, 0), word(data, 2));
        (
            (rows.0.map(u64::from), rows.1.map(u64::from)),
            (word(data, 4), word(data, 6)),
        )
    } else {
        let rows = (long(data, 0), long(data, 4));
        (
            (rows.0.map(u64::from), rows.1.map(u64::from)),
            (word(data, 8), word(data, 10)),
        )
    };
    let (Some(from), Some(until)) = rows else {
        return Err(DAMAGED);
    };
    let (Some(_), Some(width)) = columns else {
        return Err(DAMAGED);
    };
    // An empty sheet says 0 and 0.
    if until > 0 && (from >= until || (until - from) * u64::from(width.max(1)) > LARGEST_AREA) {
        return Err(DAMAGED);
    }
    Ok(())
}

#[derive(Default)]
struct Bounds(Option<(Place, Place)>);

impl Bounds {
    fn add(&mut self, row: u16, column: u16) {
        let at = place(row, column);
        let (first, last) = self.0.unwrap_or((at, at));
        self.0 = Some((
            Place {
                row: first.row.min(at.row),
                column: first.column.min(at.column),
            },
            Place {
                row: last.row.max(at.row),
                column: last.column.max(at.column),
            },
        ));
    }

    fn area(&self) -> u64 {
        self.0.map_or(0, |(first, last)| {
            u64::from(last.row - first.row + 1) * u64::from(last.column - first.column + 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet that holds these records.
    fn stream(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
        let begin = record(BEGIN, &[0, 6, 5, 0]);
        let length = begin.len() + globals.concat().len() + 12 + 4;
        let start = u32::try_from(length).unwrap().to_le_bytes();
        let bound = record(BOUND_SHEET, &[&start[..], &[0, 0, 0, 0]].concat());
        let globals = [&begin[..], &globals.concat(), &bound, &record(END, &[])].concat();
        assert_eq!(globals.len(), length);
        let sheet = [
            &record(BEGIN, &[0, 6, 16, 0])[..],
            &sheet.concat(),
            &record(END, &[]),
        ]
        .concat();
        [globals, sheet].concat()
    }

    fn number(row: u16, column: u16, format: u16) -> Vec<u8> {
        let place = [row, column, format].map(u16::to_le_bytes).concat();
        record(NUMBER, &[&place[..], &1.0_f64.to_le_bytes()].concat())
    }

    #[test]
    fn two_cells_in_opposite_corners_are_refused() {
        assert!(scan(&stream(&[], &[number(0, 0, 0), number(100, 10, 0)])).is_ok());
        assert_eq!(
            scan(&stream(&[], &[number(0, 0, 0), number(65_535, 255, 0)])),
            Err(TableProblem::TooManyCells { limit: MOST_CELLS })
        );
        let enormous = record(
            DIMENSIONS,
            &[&[0; 4][..], &[0xFF; 4], &[0, 0, 0xFF, 0xFF, 0, 0]].concat(),
        );
        assert_eq!(scan(&stream(&[], &[enormous])), Err(DAMAGED));
    }

    #[test]
    fn formats_of_zeros_are_found() {
        let format = record(FORMAT, &[&[164, 0, 7, 0, 0][..], b"0000000"].concat());
        let plain = record(CELL_FORMAT, &[0, 0, 0, 0]);
        let zeros = record(CELL_FORMAT, &[0, 0, 164, 0]);
        let shown = scan(&stream(
            &[format, plain, zeros],
            &[number(1, 0, 0), number(2, 0, 1)],
        ));
        assert_eq!(shown, Ok(ShownDigits::from([((0, place(2, 0)), 7)])));
    }

    #[test]
    fn any_protection_counts() {
        let locked = record(FILE_PASS, &[0, 0, 1, 2, 3, 4]);
        assert_eq!(
            scan(&stream(&[locked], &[])),
            Err(TableProblem::PasswordProtected)
        );
    }
}
