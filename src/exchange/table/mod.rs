//! Any table a school may hold → a [`Workbook`]. What it is, is recognised from its content; the ending
//! of its name says nothing, because school systems write web pages named .xls.

mod calamine_cells;
mod compound;
mod delimited;
mod encoding;
mod html;
mod ods;
mod ods_scan;
mod package;
mod recognise;
mod source;
mod workbook;
mod xls;
mod xlsx;

use std::path::Path;

use crate::domain::table::{TableFormat, TableProblem};

use super::watch::{Stage, Watch};

use calamine_cells::guarded;
use encoding::Decoded;
use package::Package;
use recognise::{Content, Writing, recognise, recognise_text};

pub use workbook::{Cell, Row, Sheet, Workbook};

/// Bytes of the largest file that is read: ten times a school of 3,000 in its most wasteful form.
pub const LARGEST_FILE: u64 = 64 << 20;
/// Bytes that a compressed file may unpack to.
pub const LARGEST_UNPACKED: u64 = 256 << 20;
/// Cells of all sheets together, empty ones between filled ones included.
pub const MOST_CELLS: u64 = 4_000_000;

/// Reads a table.
///
/// # Errors
/// Any [`TableProblem`] but those about a path.
pub fn open(bytes: &[u8], watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    let size = bytes.len() as u64;
    if size > LARGEST_FILE {
        return Err(TableProblem::TooLarge {
            bytes: size,
            limit: LARGEST_FILE,
        });
    }
    watch.step(Stage::Opening, 0, size)?;
    match recognise(bytes)? {
        Content::Package => guarded(TableFormat::Xlsx, watch, || {
            match package::inspect(bytes, watch)? {
                Package::Xlsx { has_formulas } => xlsx::read(bytes, has_formulas, watch),
                Package::Ods => guarded(TableFormat::Ods, watch, || ods::read(bytes, watch)),
            }
        }),
        Content::Compound => guarded(TableFormat::Xls, watch, || {
            let digits = compound::inspect(bytes)?;
            xls::read(bytes, &digits, watch)
        }),
        Content::Text => {
            let Decoded { text, encoding } = encoding::decode(bytes)?;
            match recognise_text(&text)? {
                Writing::Page => {
                    Workbook::of(TableFormat::Html(encoding), html::sheets(&text, watch)?, false)
                }
                Writing::Delimited => {
                    let sheet = delimited::sheet(&text, watch)?;
                    Workbook::of(TableFormat::Text(encoding), vec![sheet], false)
                }
            }
        }
    }
}

/// Reads a table from a file. One that is too large is refused before anything of it is read.
///
/// # Errors
/// Any [`TableProblem`].
pub fn open_path(path: &Path, watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    open(&source::read(path)?, watch)
}

/// Reads what was copied from a spreadsheet: tabs between the cells.
///
/// # Errors
/// [`TableProblem::Empty`], a broken quotation mark, or too many cells.
pub fn pasted(text: &str, watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    open(text.as_bytes(), watch)
}
