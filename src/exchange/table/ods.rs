//! ods of LibreOffice and others.

use calamine::{Ods, OdsError, Reader, SheetVisible};

use crate::domain::table::{Place, TableFormat, TableProblem};
use crate::exchange::watch::Watch;

use super::calamine_cells::{Watched, borrowed, cell};
use super::ods_scan::scan;
use super::workbook::{Builder, Workbook};

/// # Errors
/// Damaged, protected by a password, too many cells, empty, cancelled.
pub(super) fn read(bytes: &[u8], watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    let mut shown = scan(bytes)?.into_iter();
    let mut book: Ods<Watched<'_>> = Ods::new(Watched::new(bytes, watch)).map_err(problem)?;
    let about = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    let mut count = 0;
    for sheet in about {
        let hidden = sheet.visible != SheetVisible::Visible;
        let shown = shown.next().unwrap_or_default();
        let mut builder = Builder::new(sheet.name.clone(), hidden, count);
        let range = book.worksheet_range(&sheet.name).map_err(problem)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = Place {
                row: top + u32::try_from(row).unwrap_or(u32::MAX - top),
                column: left + u32::try_from(column).unwrap_or(u32::MAX - left),
            };
            let digits = shown.digits.get(&place).copied().unwrap_or(0);
            builder.put(place, cell(borrowed(value), digits, false))?;
        }
        for block in shown.merged {
            builder.merge(block);
        }
        count = builder.count();
        sheets.push(builder.finish());
    }
    Workbook::of(TableFormat::Ods, sheets, false)
}

fn problem(error: OdsError) -> TableProblem {
    match error {
        OdsError::Password => TableProblem::PasswordProtected,
        _ => TableProblem::Damaged(TableFormat::Ods),
    }
}
