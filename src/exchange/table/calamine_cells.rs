//! What is common to all formats that calamine reads.

use std::io::{Cursor, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Dimensions};
use chrono::NaiveDate;

use crate::domain::table::{Block, Place, TableFormat, TableProblem};
use crate::exchange::day::day_of_serial;
use crate::exchange::watch::{Stage, Watch};

use super::workbook::Cell;

/// Bytes between two words of progress.
const STEP: u64 = 256 << 10;

/// Bytes that tell how far they were read, and end when somebody says stop.
pub(super) struct Watched<'a> {
    bytes: Cursor<&'a [u8]>,
    watch: Watch<'a>,
    told: u64,
}

impl<'a> Watched<'a> {
    pub(super) fn new(bytes: &'a [u8], watch: Watch<'a>) -> Self {
        Self {
            bytes: Cursor::new(bytes),
            watch,
            told: 0,
        }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let at = self.bytes.position();
        if at >= self.told + STEP {
            self.told = at;
            let total = self.bytes.get_ref().len() as u64;
            self.watch
                .step(Stage::Opening, at, total)
                .map_err(|_| std::io::Error::other("stopped"))?;
        }
        self.bytes.read(room)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// Runs a reader of strangers' bytes. A panic inside means that the bytes are broken in a way its author
/// did not think of, so it is answered like any other damage.
///
/// # Errors
/// What `read` answers, or damaged, or cancelled.
pub(super) fn guarded<T>(
    format: TableFormat,
    watch: Watch<'_>,
    read: impl FnOnce() -> Result<T, TableProblem>,
) -> Result<T, TableProblem> {
    let answer = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(TableProblem::Damaged(format)));
    match answer {
        Err(_) if watch.is_stopped() => Err(TableProblem::Cancelled),
        answer => answer,
    }
}

/// One value. `digits`: how many the cell's format shows at least.
pub(super) fn cell(value: DataRef<'_>, digits: u8, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        #[expect(
            clippy::cast_precision_loss,
            reason = "spreadsheets hold no larger whole numbers"
        )]
        DataRef::Int(value) => Cell::Number {
            value: value as f64,
            digits,
        },
        DataRef::Float(value) => Cell::Number { value, digits },
        DataRef::String(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text.to_owned()),
        DataRef::Bool(flag) => Cell::Flag(flag),
        DataRef::Error(_) => Cell::Error,
        DataRef::DateTime(moment) => {
            let serial = moment.as_f64();
            // A time of day or a length of time has no day.
            let day = (!moment.is_duration() && serial >= 1.0)
                .then(|| day_of_serial(serial, from_1904))
                .flatten();
            day.map_or(
                Cell::Number {
                    value: serial,
                    digits: 0,
                },
                Cell::Date,
            )
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).unwrap_or(&text);
            NaiveDate::parse_from_str(day, "%Y-%m-%d").map_or(Cell::Text(text), Cell::Date)
        }
        DataRef::DurationIso(text) => Cell::Text(text),
    }
}

pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(flag) => DataRef::Bool(*flag),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(kind) => DataRef::Error(kind.clone()),
    }
}

pub(super) fn block(dimensions: Dimensions) -> Block {
    let place = |(row, column)| Place { row, column };
    Block {
        first: place(dimensions.start),
        last: place(dimensions.end),
    }
}

/// Digits that a format of nothing but zeros shows: `0000000` → 7. One zero shows nothing special.
pub(super) fn digits_of_format(format: &str) -> u8 {
    let first = format.split(';').next().unwrap_or_default();
    let zeros = first.trim_matches('"');
    if zeros.len() > 1 && zeros.bytes().all(|byte| byte == b'0') {
        return u8::try_from(zeros.len().min(30)).unwrap_or(0);
    }
    0
}
