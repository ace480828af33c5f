//! Tables of the program for people who live in Excel: title, header, rows → a workbook, CSV, or text for
//! the clipboard.

use crate::domain::table::WriteProblem;

use super::write::csv_text;
use super::write::xlsx::{self, SheetPlan};

pub use super::write::csv_text::CsvEncoding;
pub use super::write::xlsx::Value;

/// One table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Name of its sheet
    pub name: String,
    /// Above the header; may be empty
    pub title: String,
    /// Lines below the title: when it was made, what was counted
    pub notes: Vec<String>,
    pub header: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

/// A workbook with one sheet per table.
///
/// # Errors
/// [`WriteProblem::TooManyCells`], [`WriteProblem::TextTooLong`].
pub fn xlsx(reports: &[Report]) -> Result<Vec<u8>, WriteProblem> {
    let plan = |report: &Report| SheetPlan {
        name: report.name.clone(),
        above: above(report),
        header: report.header.clone(),
        rows: report.rows.clone(),
        all_text: false,
    };
    xlsx::workbook(&reports.iter().map(plan).collect::<Vec<_>>())
}

/// Header and rows for other programs, without title and notes.
///
/// # Errors
/// [`WriteProblem::Unwritable`] in CP950.
pub fn csv(report: &Report, encoding: CsvEncoding) -> Result<Vec<u8>, WriteProblem> {
    csv_text::write(&lines(report), encoding)
}

/// Header and rows as a spreadsheet takes them from the clipboard.
pub fn tab_separated(report: &Report) -> String {
    csv_text::tab_separated(&lines(report))
}

fn above(report: &Report) -> Vec<String> {
    let title = Some(&report.title).filter(|title| !title.is_empty());
    title.into_iter().chain(&report.notes).cloned().collect()
}

fn lines(report: &Report) -> Vec<Vec<String>> {
    let rows = report.rows.iter();
    let rows = rows.map(|row| row.iter().map(Value::shown).collect());
    std::iter::once(report.header.clone()).chain(rows).collect()
}
