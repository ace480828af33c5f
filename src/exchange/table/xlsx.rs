//! xlsx: cells are taken one by one, so that a value in the last cell of the last row costs one cell and
//! not the sheet's whole area.

use std::collections::HashSet;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::domain::table::{Place, TableFormat, TableProblem};
use crate::exchange::watch::{Stage, Watch};

use super::calamine_cells::{Watched, block, cell, digits_of_format};
use super::workbook::{Builder, Cell, Workbook};

/// Cells between two words of progress.
const STEP: u64 = 16_384;

type Book<'a> = Xlsx<Watched<'a>>;

/// # Errors
/// Damaged, protected by a password, too many cells, empty, cancelled.
pub(super) fn read(bytes: &[u8], has_formulas: bool, watch: Watch<'_>) -> Result<Workbook, TableProblem> {
    let mut book: Book<'_> = Xlsx::new(Watched::new(bytes, watch)).map_err(problem)?;
    let from_1904 = book.has_1904_epoch();
    let about: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    let mut count = 0;
    for (name, hidden) in about {
        let mut builder = Builder::new(name.clone(), hidden, count);
        fill(&mut book, &name, from_1904, &mut builder, watch)?;
        if has_formulas {
            mark_formulas_without_result(&mut book, &name, &mut builder)?;
        }
        for dimensions in book.merge_cells_by_sheet_name(&name).map_err(problem)? {
            builder.merge(block(dimensions));
        }
        count = builder.count();
        sheets.push(builder.finish());
    }
    Workbook::of(TableFormat::Xlsx, sheets, from_1904)
}

fn fill(
    book: &mut Book<'_>,
    name: &str,
    from_1904: bool,
    builder: &mut Builder,
    watch: Watch<'_>,
) -> Result<(), TableProblem> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A page of a chart or a dialogue.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(problem(error)),
    };
    let total = cells.dimensions().len();
    let digits: Vec<u8> = cells
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref();
            format.map_or(0, |format| digits_of_format(&format.format_code))
        })
        .collect();
    let mut seen = 0;
    while let Some((found, style)) = cells.next_cell_with_style_id().map_err(problem)? {
        let (row, column) = found.get_position();
        let digits = digits.get(style).copied().unwrap_or(0);
        builder.put(
            Place { row, column },
            cell(found.get_value().clone(), digits, from_1904),
        )?;
        seen += 1;
        if seen % STEP == 0 {
            watch.step(Stage::Cells, seen, total.max(seen))?;
        }
    }
    Ok(())
}

/// Programs that write formulas do not compute them: until Excel has saved the file there is no result.
fn mark_formulas_without_result(
    book: &mut Book<'_>,
    name: &str,
    builder: &mut Builder,
) -> Result<(), TableProblem> {
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Ok(());
    };
    let mut formulas = HashSet::new();
    while let Some(found) = cells.next_formula().map_err(problem)? {
        if !found.get_value().is_empty() {
            formulas.insert(found.get_position());
        }
    }
    for (row, column) in formulas {
        let place = Place { row, column };
        if builder.is_free(place) {
            builder.put(place, Cell::NoResult)?;
        }
    }
    Ok(())
}

fn problem(error: XlsxError) -> TableProblem {
    match error {
        XlsxError::Password => TableProblem::PasswordProtected,
        _ => TableProblem::Damaged(TableFormat::Xlsx),
    }
}
