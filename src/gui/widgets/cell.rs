//! Cells of fixed width, so that the rows of a list stand in columns.

use eframe::egui::{Align, InnerResponse, Layout, Ui, vec2};

/// A cell of `width` points in a horizontal row, its contents at the left.
pub fn cell_ui<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    sized_ui(ui, width, Layout::left_to_right(Align::Center), contents)
}

/// A cell of `width` points in a horizontal row, its contents at the right: for numbers.
pub fn number_cell_ui<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    sized_ui(ui, width, Layout::right_to_left(Align::Center), contents)
}

fn sized_ui<R>(
    ui: &mut Ui,
    width: f32,
    layout: Layout,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let height = ui.available_height();
    ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
        ui.set_width(width);
        contents(ui)
    })
}
