//! What every table becomes, whatever it was.

use chrono::NaiveDate;

use crate::domain::table::{Block, Place, TableFormat, TableProblem};

use super::MOST_CELLS;

/// One cell. A formula is the result it had when the file was saved.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number {
        value: f64,
        /// The cell's format shows at least so many digits, with zeros in front
        digits: u8,
    },
    Date(NaiveDate),
    Flag(bool),
    /// `#N/A` and the like
    Error,
    /// A formula whose result was never stored
    NoResult,
}

/// A row that holds at least one filled cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Counted from 0
    pub number: u32,
    /// From column 0 to the last filled one
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    /// In order; empty rows are left out
    pub rows: Vec<Row>,
    pub merged: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    pub format: TableFormat,
    pub sheets: Vec<Sheet>,
    /// Day numbers count from 1904 (old Excel of the Mac)
    pub from_1904: bool,
}

impl Workbook {
    /// # Errors
    /// [`TableProblem::Empty`] if no sheet has a filled cell.
    pub(super) fn of(format: TableFormat, sheets: Vec<Sheet>, from_1904: bool) -> Result<Self, TableProblem> {
        if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            return Err(TableProblem::Empty);
        }
        Ok(Self {
            format,
            sheets,
            from_1904,
        })
    }
}

static EMPTY: Cell = Cell::Empty;

impl Row {
    pub fn cell(&self, column: u32) -> &Cell {
        self.cells
            .get(usize::try_from(column).unwrap_or(usize::MAX))
            .unwrap_or(&EMPTY)
    }
}

impl Sheet {
    pub fn row(&self, number: u32) -> Option<&Row> {
        self.rows
            .binary_search_by_key(&number, |row| row.number)
            .ok()
            .and_then(|at| self.rows.get(at))
    }

    pub fn cell(&self, place: Place) -> &Cell {
        self.row(place.row).map_or(&EMPTY, |row| row.cell(place.column))
    }

    /// Columns, the last filled one of the widest row included.
    pub fn width(&self) -> u32 {
        let widest = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        u32::try_from(widest).unwrap_or(u32::MAX)
    }

    /// The merged block that `place` lies in without being its first cell.
    pub fn covering(&self, place: Place) -> Option<Block> {
        self.merged
            .iter()
            .find(|block| block.contains(place) && block.first != place)
            .copied()
    }
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// Puts cells into rows, in whatever order they come, and counts them.
#[derive(Debug, Default)]
pub(super) struct Builder {
    sheet: Sheet,
    cells: u64,
}

impl Builder {
    /// `already` cells of other sheets count too.
    pub(super) fn new(name: String, hidden: bool, already: u64) -> Self {
        Self {
            sheet: Sheet {
                name,
                hidden,
                ..Sheet::default()
            },
            cells: already,
        }
    }

    /// # Errors
    /// [`TableProblem::TooManyCells`].
    pub(super) fn put(&mut self, place: Place, cell: Cell) -> Result<(), TableProblem> {
        if cell.is_empty() {
            return Ok(());
        }
        let rows = &mut self.sheet.rows;
        let at = match rows.last() {
            Some(last) if last.number == place.row => rows.len() - 1,
            Some(last) if last.number > place.row => {
                match rows.binary_search_by_key(&place.row, |row| row.number) {
                    Ok(at) => at,
                    Err(at) => {
                        rows.insert(at, empty_row(place.row));
                        at
                    }
                }
            }
            _ => {
                rows.push(empty_row(place.row));
                rows.len() - 1
            }
        };
        let Some(row) = rows.get_mut(at) else {
            return Ok(());
        };
        let column = usize::try_from(place.column).unwrap_or(usize::MAX);
        let more = (column + 1).saturating_sub(row.cells.len());
        self.cells += more as u64;
        if self.cells > MOST_CELLS {
            return Err(TableProblem::TooManyCells { limit: MOST_CELLS });
        }
        if more > 0 {
            row.cells.resize(column + 1, Cell::Empty);
        }
        if let Some(slot) = row.cells.get_mut(column) {
            *slot = cell;
        }
        Ok(())
    }

    /// Whether nothing was put there.
    pub(super) fn is_free(&self, place: Place) -> bool {
        matches!(self.sheet.cell(place), Cell::Empty)
    }

    pub(super) fn merge(&mut self, block: Block) {
        if block.first != block.last {
            self.sheet.merged.push(block);
        }
    }

    pub(super) fn count(&self) -> u64 {
        self.cells
    }

    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }
}

fn empty_row(number: u32) -> Row {
    Row {
        number,
        cells: Vec::new(),
    }
}
