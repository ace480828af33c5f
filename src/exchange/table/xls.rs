//! xls of Excel 97 to 2003, and 5.

use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};

use crate::domain::table::{Place, TableFormat, TableProblem};
use crate::exchange::watch::Watch;

use super::calamine_cells::{Watched, block, borrowed, cell};
use super::compound::ShownDigits;
use super::workbook::{Builder, Workbook};

/// # Errors
/// Damaged, protected by a password, too many cells, empty, cancelled.
pub(super) fn read(bytes: &[u8], digits: &ShownDigits, watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    let mut book: Xls<Watched<'_>> = Xls::new(Watched::new(bytes, watch)).map_err(problem)?;
    let from_1904 = book.has_1904_epoch();
    let about = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    let mut count = 0;
    for (index, sheet) in about.into_iter().enumerate() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let hidden = sheet.visible != SheetVisible::Visible;
        let mut builder = Builder::new(sheet.name.clone(), hidden, count);
        let range = book.worksheet_range(&sheet.name).map_err(problem)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place = Place {
                row: top + u32::try_from(row).unwrap_or(u32::MAX - top),
                column: left + u32::try_from(column).unwrap_or(u32::MAX - left),
            };
            let digits = digits.get(&(index, place)).copied().unwrap_or(0);
            builder.put(place, cell(borrowed(value), digits, from_1904))?;
        }
        for dimensions in book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default() {
            builder.merge(block(dimensions));
        }
        count = builder.count();
        sheets.push(builder.finish());
    }
    Workbook::of(TableFormat::Xls, sheets, from_1904)
}

fn problem(error: XlsError) -> TableProblem {
    match error {
        XlsError::Password => TableProblem::PasswordProtected,
        _ => TableProblem::Damaged(TableFormat::Xls),
    }
}
