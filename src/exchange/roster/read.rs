//! Reads the rows of a mapped table.

use std::collections::HashMap;

use crate::domain::roster::{Located, RosterKind, RosterRows};
use crate::domain::roster_column::{Need, RosterColumn};
use crate::domain::roster_mapping::Mapping;
use crate::domain::roster_problem::{RosterTrouble, RosterWarning, WrongCell};
use crate::domain::table::Block;
use crate::exchange::letters::bare;
use crate::exchange::table::{Row, Sheet, Workbook};
use crate::exchange::watch::{Stage, Watch};

use super::kinds;
use super::row::RowReader;
use super::value;
use super::zeros::Zeros;

/// Rows between two words of progress.
const STEP: usize = 2048;

/// What a roster says.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The rows that could be read
    pub rows: RosterRows,
    /// In the order of the rows; one row may have several
    pub wrong: Vec<WrongCell>,
    pub warnings: Vec<RosterWarning>,
    /// Filled rows below the header, those that say the same as another included
    pub total: u32,
}

impl Reading {
    /// Rows that cannot be read, each once.
    pub fn wrong_rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.wrong.iter().map(|cell| cell.row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}

/// Everything that is known while rows are read.
pub(super) struct State {
    pub wrong: Vec<WrongCell>,
    pub warnings: Vec<RosterWarning>,
    pub zeros: Zeros,
}

/// Reads all rows below the header.
///
/// # Errors
/// [`RosterTrouble::ColumnsMissing`], [`RosterTrouble::SheetMissing`], [`RosterTrouble::NoRows`],
/// cancelled. What is wrong with a row is part of the answer.
pub fn read(
    workbook: &Workbook,
    mapping: &Mapping,
    kind: RosterKind,
    watch: Watch<'_>,
) -> Result<Reading, RosterTrouble> {
    let sheet = usize::try_from(mapping.sheet)
        .ok()
        .and_then(|at| workbook.sheets.get(at))
        .ok_or(RosterTrouble::SheetMissing)?;
    let missing = mapping.missing(kind);
    if !missing.is_empty() {
        return Err(RosterTrouble::ColumnsMissing {
            kind,
            columns: missing,
            looks_like: super::guess(workbook, kind, &[]).looks_like,
        });
    }
    let mut state = State {
        wrong: Vec::new(),
        warnings: about_sheets(workbook, sheet, mapping, kind),
        zeros: Zeros::of(sheet, mapping),
    };
    let data = data_rows(sheet, mapping, &mut state.warnings);
    if data.is_empty() {
        return Err(RosterTrouble::NoRows);
    }
    let walk = Walk {
        workbook,
        sheet,
        mapping,
        data: &data,
        watch,
    };
    let rows = match kind {
        RosterKind::Students => RosterRows::Students(kinds::students(&walk, &mut state)?),
        RosterKind::Teachers => RosterRows::Teachers(kinds::teachers(&walk, &mut state)?),
        RosterKind::Courses => RosterRows::Courses(kinds::courses(&walk, &mut state)?),
        RosterKind::Enrolments => RosterRows::Enrolments(kinds::enrolments(&walk, &mut state)?),
        RosterKind::OfficerPosts => RosterRows::OfficerPosts(kinds::officer_posts(&walk, &mut state)?),
        RosterKind::Receipts => RosterRows::Receipts(kinds::receipts(&walk, &mut state)?),
    };
    state.zeros.finish(&mut state.warnings);
    state.wrong.sort_by_key(|cell| cell.row);
    Ok(Reading {
        rows,
        wrong: state.wrong,
        warnings: state.warnings,
        total: u32::try_from(data.len()).unwrap_or(u32::MAX),
    })
}

/// The rows of one table, and how to go through them.
pub(super) struct Walk<'a> {
    workbook: &'a Workbook,
    sheet: &'a Sheet,
    pub mapping: &'a Mapping,
    data: &'a [&'a Row],
    watch: Watch<'a>,
}

impl Walk<'_> {
    /// Reads every row with `read`; what it answers is kept if nothing of the row is wrong.
    pub(super) fn rows<T>(
        &self,
        state: &mut State,
        mut read: impl FnMut(&mut RowReader<'_>, &mut State) -> Option<T>,
    ) -> Result<Vec<Located<T>>, RosterTrouble> {
        let mut found = Vec::with_capacity(self.data.len());
        for (at, row) in self.data.iter().enumerate() {
            if at % STEP == 0 {
                self.watch
                    .step(Stage::Rows, at as u64, self.data.len() as u64)
                    .map_err(RosterTrouble::Table)?;
            }
            let mut reader = RowReader {
                sheet: self.sheet,
                mapping: self.mapping,
                row,
                from_1904: self.workbook.from_1904,
                wrong: Vec::new(),
            };
            let value = read(&mut reader, state);
            let row = reader.number();
            if reader.wrong.is_empty()
                && let Some(value) = value
            {
                found.push(Located { row, value });
            }
            state.wrong.append(&mut reader.wrong);
        }
        Ok(found)
    }
}

/// Remembers by a key in which row something was seen first.
pub(super) struct Seen<K>(HashMap<K, u32>);

impl<K: std::hash::Hash + Eq> Seen<K> {
    pub(super) fn new() -> Self {
        Self(HashMap::new())
    }

    /// The row that had this key before; else this row has it now.
    pub(super) fn before(&mut self, key: K, row: u32) -> Option<u32> {
        match self.0.entry(key) {
            std::collections::hash_map::Entry::Occupied(first) => Some(*first.get()),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

/// Rows below the header that say something, without sums and notes.
fn data_rows<'a>(sheet: &'a Sheet, mapping: &Mapping, warnings: &mut Vec<RosterWarning>) -> Vec<&'a Row> {
    sheet
        .rows
        .iter()
        .filter(|row| row.number >= mapping.first_row)
        .filter(|row| {
            let footer = footer(row);
            if let Some(text) = &footer {
                warnings.push(RosterWarning::FooterSkipped {
                    row: row.number + 1,
                    text: text.clone(),
                });
            }
            footer.is_none()
        })
        .collect()
}

const FOOTERS: [&str; 11] = [
    "合計",
    "總計",
    "小計",
    "共計",
    "製表",
    "列印",
    "備註",
    "說明:",
    "以下空白",
    "以下無資料",
    "註:",
];

/// The text of a row that holds one or two cells and begins like a sum or a note.
fn footer(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let first = value::shown(filled.next()?);
    let plain = bare(&first);
    let begins = FOOTERS.iter().any(|footer| plain.starts_with(footer));
    (begins && filled.count() <= 1).then(|| first.chars().take(40).collect())
}

/// Hidden sheets, other sheets, merged blocks in columns that may be empty.
fn about_sheets(
    workbook: &Workbook,
    sheet: &Sheet,
    mapping: &Mapping,
    kind: RosterKind,
) -> Vec<RosterWarning> {
    let mut warnings = Vec::new();
    if sheet.hidden {
        warnings.push(RosterWarning::HiddenSheet {
            name: sheet.name.clone(),
        });
    }
    if workbook.sheets.len() > 1 {
        let guess = super::guess(workbook, kind, &[]);
        let names: Vec<String> = (0..)
            .zip(guess.sheets)
            .filter(|(index, other): &(u32, _)| *index != mapping.sheet && other.complete && !other.hidden)
            .map(|(_, other)| other.name)
            .collect();
        if !names.is_empty() {
            warnings.push(RosterWarning::OtherSheets { names });
        }
    }
    let optional: Vec<u32> = RosterColumn::of(kind)
        .iter()
        .filter(|(_, need)| *need != Need::Needed)
        .flat_map(|(column, _)| mapping.columns_of(*column))
        .collect();
    // Below the header, and with covered cells in a column that is read.
    let hides = |block: &&Block| {
        optional.iter().any(|column| {
            block.first.row >= mapping.first_row
                && (block.first.column..=block.last.column).contains(column)
                && (block.first.row != block.last.row || block.first.column != *column)
        })
    };
    let hidden = sheet.merged.iter().filter(hides);
    warnings.extend(hidden.map(|block| RosterWarning::MergedIgnored { block: *block }));
    warnings
}
