//! One row while it is read: its cells by meaning, and what is wrong with them.

use chrono::NaiveDate;

use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::Mapping;
use crate::domain::roster_problem::{CellProblem, WrongCell};
use crate::domain::table::Place;
use crate::exchange::letters::half_width;
use crate::exchange::table::{Cell, Row, Sheet};

use super::value;

/// Letters of a wrong value that are shown.
const SHOWN: usize = 40;

pub(super) struct RowReader<'a> {
    pub sheet: &'a Sheet,
    pub mapping: &'a Mapping,
    pub row: &'a Row,
    pub from_1904: bool,
    pub wrong: Vec<WrongCell>,
}

impl RowReader<'_> {
    /// Counted from 1, as a spreadsheet shows it.
    pub fn number(&self) -> u32 {
        self.row.number + 1
    }

    /// Notes what is wrong with a cell.
    pub fn refuse(&mut self, column: RosterColumn, problem: CellProblem) {
        let value = value::shown(self.cell(column)).chars().take(SHOWN).collect();
        self.wrong.push(WrongCell {
            row: self.number(),
            column: Some(column),
            value,
            problem,
        });
    }

    pub fn cell(&self, column: RosterColumn) -> &Cell {
        static EMPTY: Cell = Cell::Empty;
        self.mapping
            .columns_of(column)
            .next()
            .map_or(&EMPTY, |index| self.row.cell(index))
    }

    /// The text of a cell, empty if it may be; `None` once it is noted as wrong.
    pub fn optional(&mut self, column: RosterColumn) -> Option<String> {
        match value::text(self.cell(column)) {
            Ok(text) => Some(text),
            Err(problem) => {
                self.refuse(column, problem);
                None
            }
        }
    }

    /// The text of a cell that must be filled, at most `longest` letters.
    pub fn needed(&mut self, column: RosterColumn, longest: usize) -> Option<String> {
        let text = self.optional(column)?;
        if text.is_empty() {
            self.refuse_empty(column);
            return None;
        }
        if text.chars().count() > longest {
            let limit = u32::try_from(longest).unwrap_or(u32::MAX);
            self.refuse(column, CellProblem::TooLong { limit });
            return None;
        }
        Some(text)
    }

    /// As [`Self::needed`], with half-width letters and digits: for numbers and codes.
    pub fn code(&mut self, column: RosterColumn, longest: usize) -> Option<String> {
        let text = self.needed(column, longest)?;
        Some(half_width(&text).trim().to_owned())
    }

    /// A needed cell that `read` understands.
    pub fn parsed<T>(
        &mut self,
        column: RosterColumn,
        problem: CellProblem,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.optional(column)?;
        if text.is_empty() {
            self.refuse_empty(column);
            return None;
        }
        let value = read(&text);
        if value.is_none() {
            self.refuse(column, problem);
        }
        value
    }

    /// A date, or none where the cell is empty. The outer `None`: noted as wrong.
    pub fn date(&mut self, column: RosterColumn) -> Option<Option<NaiveDate>> {
        match value::date(self.cell(column), self.from_1904) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.refuse(column, problem);
                None
            }
        }
    }

    pub fn needed_date(&mut self, column: RosterColumn) -> Option<NaiveDate> {
        let date = self.date(column)?;
        if date.is_none() {
            self.refuse_empty(column);
        }
        date
    }

    /// Empty because it is, or because its value stands in the first cell of a merged block.
    fn refuse_empty(&mut self, column: RosterColumn) {
        let covering = self.mapping.columns_of(column).next().and_then(|index| {
            self.sheet.covering(Place {
                row: self.row.number,
                column: index,
            })
        });
        self.refuse(column, covering.map_or(CellProblem::Missing, CellProblem::Merged));
    }
}
