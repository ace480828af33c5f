//! Finds the header of a sheet: title rows and empty rows may stand above it, and it may be split over
//! merged cells.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{Confidence, RememberedHeader};
use crate::domain::table::{Block, Place};
use crate::exchange::table::{Row, Sheet};

use super::names::{meaning, plain};
use super::value::shown;

/// Filled rows in which a header is looked for.
const LOOKED_AT: usize = 40;
/// Rows that one header may take.
const TALLEST: u32 = 3;
/// Columns beyond this one are no part of a roster.
const WIDEST: u32 = 400;

/// Between the rows of a split header. A cell may hold new lines of its own.
const BETWEEN: char = '\u{1F}';

/// The text of a column as it is shown.
pub(super) fn shown_text(text: &str) -> String {
    text.replace(BETWEEN, "\n")
}

/// A header, with what each of its columns means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Row below the header, counted from 0
    pub first_row: u32,
    /// The text of every column, empty ones too; rows of a split header are parted by [`BETWEEN`]
    pub texts: Vec<String>,
    pub columns: Vec<(u32, RosterColumn, Confidence)>,
}

impl Header {
    /// How many columns were found by name; those that only may be meant count half.
    fn weight(&self) -> usize {
        self.columns
            .iter()
            .map(|(_, _, confidence)| if *confidence >= Confidence::Alias { 2 } else { 1 })
            .sum()
    }

    pub(super) fn found_by_name(&self) -> usize {
        self.columns
            .iter()
            .filter(|(_, _, confidence)| *confidence >= Confidence::Alias)
            .count()
    }
}

/// The best header of a sheet; `None` if no row has a name that is known.
pub(super) fn find(sheet: &Sheet, kind: RosterKind, remembered: &[RememberedHeader]) -> Option<Header> {
    let mut best: Option<Header> = None;
    for row in sheet.rows.iter().take(LOOKED_AT) {
        for height in 1..=TALLEST {
            if height > 1 && !is_split(sheet, row, height) {
                break;
            }
            let found = read(sheet, row.number, height, kind, remembered);
            let better = best.as_ref().is_none_or(|best| found.weight() > best.weight());
            if found.found_by_name() > 0 && better {
                best = Some(found);
            }
        }
    }
    best.map(|mut header| {
        header.first_row = below_merged(sheet, header.first_row);
        header
    })
}

/// The header of `height` rows above `first_row`, whatever stands there.
pub(super) fn texts_above(sheet: &Sheet, first_row: u32) -> Vec<String> {
    let Some(last) = first_row.checked_sub(1) else {
        return Vec::new();
    };
    // A header chosen by hand may be split as well: take the rows that merged cells tie together.
    let top = sheet
        .merged
        .iter()
        .filter(|block| {
            block.last.row >= last && block.first.row < last && block.last.row - block.first.row < TALLEST
        })
        .map(|block| block.first.row)
        .min()
        .unwrap_or(last);
    texts(sheet, top, last - top + 1)
}

/// Whether merged cells tie the rows below to this one.
fn is_split(sheet: &Sheet, row: &Row, height: u32) -> bool {
    let touches = |block: &Block| block.first.row >= row.number && block.first.row < row.number + height;
    sheet.merged.iter().any(|block| {
        let is_wide = block.first.column != block.last.column && block.last.row + 1 < row.number + height;
        let is_tall = block.last.row > block.first.row && block.last.row < row.number + height;
        touches(block) && (is_wide || is_tall)
    })
}

/// A header that is merged downwards ends where its lowest cell ends.
fn below_merged(sheet: &Sheet, first_row: u32) -> u32 {
    sheet
        .merged
        .iter()
        .filter(|block| block.first.row < first_row && first_row <= block.last.row)
        .filter(|block| block.last.row - block.first.row < TALLEST)
        .map(|block| block.last.row + 1)
        .max()
        .unwrap_or(first_row)
}

fn texts(sheet: &Sheet, top: u32, height: u32) -> Vec<String> {
    let width = sheet.width().min(WIDEST);
    (0..width)
        .map(|column| {
            let mut parts: Vec<String> = Vec::new();
            for row in top..top + height {
                let place = Place { row, column };
                let first = sheet.covering(place).map_or(place, |block| block.first);
                let text = shown(sheet.cell(first));
                if !text.is_empty() && parts.last() != Some(&text) {
                    parts.push(text);
                }
            }
            parts.join(&BETWEEN.to_string())
        })
        .collect()
}

fn read(sheet: &Sheet, top: u32, height: u32, kind: RosterKind, remembered: &[RememberedHeader]) -> Header {
    let texts = texts(sheet, top, height);
    let columns = assign(&texts, kind, remembered);
    Header {
        first_row: top + height,
        texts,
        columns,
    }
}

/// Gives each column its meaning; the surest take theirs first.
pub(super) fn assign(
    texts: &[String],
    kind: RosterKind,
    remembered: &[RememberedHeader],
) -> Vec<(u32, RosterColumn, Confidence)> {
    let mut found: Vec<(u32, RosterColumn, Confidence)> = (0..)
        .zip(texts)
        .filter_map(|(index, text)| {
            let (column, confidence) = means(text, kind, remembered)?;
            Some((index, column, confidence))
        })
        .collect();
    found.sort_by_key(|(index, _, confidence)| (std::cmp::Reverse(*confidence), *index));
    let mut given: Vec<(u32, RosterColumn, Confidence)> = Vec::new();
    for one in found {
        let taken = given.iter().any(|(_, column, _)| *column == one.1);
        // Further columns of teachers are read only if they are named as surely as the first.
        let repeats = one.1.may_repeat() && one.2 >= Confidence::Alias;
        if !taken || repeats {
            given.push(one);
        }
    }
    given.sort_unstable();
    given
}

fn means(
    text: &str,
    kind: RosterKind,
    remembered: &[RememberedHeader],
) -> Option<(RosterColumn, Confidence)> {
    let header = plain(&shown_text(text));
    if let Some(known) = remembered.iter().find(|known| known.header == header) {
        return known.means.map(|column| (column, Confidence::Remembered));
    }
    // A split header: all of it, or the part nearest to the data, or the one above.
    let parts: Vec<&str> = text.split(BETWEEN).collect();
    let whole = meaning(&shown_text(text), kind);
    let tail = parts.last().and_then(|part| meaning(part, kind));
    let head = parts.first().and_then(|part| meaning(part, kind));
    [whole, tail, head]
        .into_iter()
        .flatten()
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
}
