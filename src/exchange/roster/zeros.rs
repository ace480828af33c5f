//! Zeros in front of a 學號: a spreadsheet that takes `0012345` for a number stores 12345. They are never
//! added silently: the format of the cell shows them, or a person says so, else they are only pointed out.

use std::collections::HashMap;

use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::Mapping;
use crate::domain::roster_problem::RosterWarning;
use crate::exchange::letters::half_width;
use crate::exchange::table::{Cell, Sheet};

use super::value;

/// Of all accounts that are digits, so many in a hundred must be of one length to make others look short.
const MOST: usize = 80;
/// More zeros than these were hardly lost.
const FEW: usize = 3;

/// What is known of the accounts of a column before its rows are read.
pub(super) struct Zeros {
    usual: Option<usize>,
    wanted: Option<u8>,
    added: u32,
}

impl Zeros {
    pub(super) fn of(sheet: &Sheet, mapping: &Mapping) -> Self {
        let mut lengths: HashMap<usize, usize> = HashMap::new();
        let mut all = 0;
        for index in mapping.columns_of(RosterColumn::Account).take(1) {
            for row in sheet.rows.iter().filter(|row| row.number >= mapping.first_row) {
                if let Ok(text) = value::text(row.cell(index))
                    && is_digits(&half_width(&text))
                {
                    *lengths.entry(text.chars().count()).or_default() += 1;
                    all += 1;
                }
            }
        }
        let usual = lengths
            .into_iter()
            .max_by_key(|(length, count)| (*count, *length))
            .filter(|(_, count)| all > 1 && count * 100 >= all * MOST)
            .map(|(length, _)| length);
        Self {
            usual,
            wanted: mapping.account_digits,
            added: 0,
        }
    }

    /// The account as it is to be read.
    pub(super) fn account(
        &mut self,
        text: String,
        cell: &Cell,
        row: u32,
        warnings: &mut Vec<RosterWarning>,
    ) -> String {
        if !is_digits(&text) {
            return text;
        }
        if let Some(wanted) = self.wanted {
            if text.len() < usize::from(wanted) {
                self.added += 1;
                return with_zeros(text, wanted);
            }
            return text;
        }
        if matches!(cell, Cell::Number { .. }) && text.starts_with('0') && text.len() > 1 {
            warnings.push(RosterWarning::ZerosFromFormat {
                row,
                shown: text.clone(),
            });
        } else if let Some(usual) = self.usual
            && text.len() < usual
            && usual - text.len() <= FEW
        {
            warnings.push(RosterWarning::ZerosPerhapsLost {
                row,
                padded: format!("{text:0>usual$}"),
                value: text.clone(),
            });
        }
        text
    }

    pub(super) fn finish(&self, warnings: &mut Vec<RosterWarning>) {
        if self.added > 0 {
            warnings.push(RosterWarning::ZerosAdded { rows: self.added });
        }
    }
}

/// Zeros in front of a number that is shorter than `digits`; anything else stays.
pub(super) fn with_zeros(text: String, digits: u8) -> String {
    if is_digits(&text) {
        format!("{text:0>width$}", width = usize::from(digits))
    } else {
        text
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
