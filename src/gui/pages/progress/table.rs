//! The table under the picture: sorted by a click on a head, opened by a click on a row.

use eframe::egui::{Label, Ui, vec2};

use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::pages::two_lines_ui;
use crate::gui::progress::{Cell, Column, Line, ProgressAction, ProgressPlace, Table, head};
use crate::gui::route::Page;
use crate::gui::shell::COMPACT_BELOW;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{ListRow, cell_ui, number_cell_ui, sort_head_ui};
use crate::text::progress as words;

const GAP: f32 = space::XS;
/// Rows beyond the window that are drawn all the same, so that Tab reaches the next one.
const AROUND: f32 = 120.0;

/// The detail stands under the name where a row has both.
fn is_under(table: &Table, column: Column) -> bool {
    column == Column::Detail && table.title.is_none()
}

/// Points for each column; what is left goes to names.
fn widths(ui: &Ui, table: &Table) -> Vec<f32> {
    let compact = ui.ctx().content_rect().width() < COMPACT_BELOW;
    let wide = |wide: f32, narrow: f32| if compact { narrow } else { wide };
    let fixed = |column: Column| match column {
        Column::Class => Some(wide(110.0, 96.0)),
        Column::Seat => Some(52.0),
        Column::Account => Some(wide(110.0, 92.0)),
        Column::Students | Column::Uploaded => Some(wide(56.0, 48.0)),
        Column::State(_) | Column::Without => Some(wide(72.0, 66.0)),
        Column::Oldest | Column::Deadline => Some(wide(88.0, 80.0)),
        Column::Name | Column::Detail => None,
    };
    let shown: Vec<Column> = table
        .columns
        .iter()
        .copied()
        .filter(|column| !is_under(table, *column))
        .collect();
    let used: f32 = shown.iter().filter_map(|column| fixed(*column)).sum();
    let flexible = shown
        .iter()
        .filter(|column| fixed(**column).is_none())
        .count()
        .max(1);
    let gaps = GAP * shown.len().saturating_sub(1) as f32;
    let rest = ((ui.available_width() - used - gaps) / flexible as f32).max(space::XL);
    table
        .columns
        .iter()
        .map(|column| {
            if is_under(table, *column) {
                0.0
            } else {
                fixed(*column).unwrap_or(rest)
            }
        })
        .collect()
}

pub(super) fn table_ui(ui: &mut Ui, state: &State, place: &ProgressPlace, actions: &mut Vec<Action>) {
    let table = &state.progress.table;
    let widths = widths(ui, table);
    heads_ui(ui, state, place, &widths, actions);
    ui.spacing_mut().item_spacing.y = 0.0;
    let tall = table.title.is_none() && table.columns.contains(&Column::Detail);
    let height = if tall { size::ROW_TALL } else { size::ROW };
    let seen = ui.clip_rect().expand(AROUND);
    for (row, line) in table.lines.iter().enumerate() {
        let top = ui.cursor().top();
        if top + height < seen.top() || top > seen.bottom() {
            ui.allocate_space(vec2(ui.available_width(), height));
            continue;
        }
        row_ui(
            ui,
            place,
            line,
            &widths,
            (row, row + 1 == table.lines.len(), tall),
            actions,
        );
    }
}

fn heads_ui(ui: &mut Ui, state: &State, place: &ProgressPlace, widths: &[f32], actions: &mut Vec<Action>) {
    let table = &state.progress.table;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (column, width) in table.columns.iter().zip(widths) {
            if is_under(table, *column) {
                continue;
            }
            let name = head(*column, place.tab, table.title.is_some());
            let sort = state.progress.sort.filter(|sort| sort.column == *column);
            let sorted = sort.map(|sort| sort.descending);
            let right = !matches!(
                column,
                Column::Class | Column::Seat | Column::Account | Column::Name | Column::Detail
            );
            let spoken = words::sort_by(name, sorted);
            if sort_head_ui(ui, *width, (name, &spoken), right, sorted).clicked() {
                actions.push(Action::Progress(ProgressAction::Sort(*column)));
            }
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    place: &ProgressPlace,
    line: &Line,
    widths: &[f32],
    (row, last, tall): (usize, bool, bool),
    actions: &mut Vec<Action>,
) {
    let list = ListRow::new(line.name()).last(last);
    let list = if tall { list.tall() } else { list };
    let id = (row, line.opens.as_ref().map(|key| format!("{key:?}")));
    let response = list.ui(ui, id, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (place, (cell, width)) in line.cells.iter().zip(widths).enumerate() {
            // It stands under the name.
            if *width == 0.0 {
                continue;
            }
            let under = line.cells.get(place + 1).filter(|_| tall && place == 0);
            cell_of_ui(ui, cell, under, *width);
        }
    });
    if let Some(key) = line.opens.clone().filter(|_| response.response.clicked()) {
        actions.push(Action::Go(Page::Progress(ProgressPlace {
            open: Some(key),
            ..place.clone()
        })));
    }
}

fn cell_of_ui(ui: &mut Ui, cell: &Cell, under: Option<&Cell>, width: f32) {
    let text = cell.shown();
    match (cell, under) {
        (_, Some(under)) => {
            cell_ui(ui, width, |ui| {
                two_lines_ui(
                    ui,
                    size::ROW_TALL,
                    Text::body(text),
                    Text::secondary(under.shown()),
                );
            });
        }
        (Cell::Text(_), None) => {
            cell_ui(ui, width, |ui| ui.add(Label::new(Text::body(text)).truncate()));
        }
        (Cell::Count(0), None) => {
            number_cell_ui(ui, width, |ui| ui.add(Label::new(Text::secondary(text))));
        }
        (Cell::Count(_), None) => {
            number_cell_ui(ui, width, |ui| ui.add(Label::new(Text::body(text))));
        }
        (Cell::Since(..) | Cell::Until(..), None) => {
            number_cell_ui(ui, width, |ui| {
                ui.add(Label::new(Text::secondary(text)).truncate())
            });
        }
    }
}
