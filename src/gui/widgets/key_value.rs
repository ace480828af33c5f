//! Facts as rows: what it is, and its value.

use eframe::egui::{Align, Label, Layout, Ui, vec2};

use crate::gui::fonts::Text;
use crate::gui::theme::{line_height, size, space, type_size};

/// A row with a soft key in a column of its own and whatever `value` draws.
pub fn key_value_ui<R>(ui: &mut Ui, key: &str, value: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let row = type_size::BODY * line_height::RUNNING;
        ui.allocate_ui_with_layout(
            vec2(size::KEY_COLUMN, row),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_width(size::KEY_COLUMN);
                ui.add(Label::new(Text::secondary(key)).truncate());
            },
        );
        ui.vertical(value).inner
    })
    .inner
}

/// A row whose value is text that can be marked and copied.
pub fn key_text_ui(ui: &mut Ui, key: &str, value: &str) {
    key_value_ui(ui, key, |ui| {
        ui.add(Label::new(Text::body(value)).wrap().selectable(true));
    });
}
