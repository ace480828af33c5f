//! A choice of one among several, with a label above or in a row.

use std::hash::Hash;

use eframe::egui::style::WidgetVisuals;
use eframe::egui::{ComboBox, Label, Rect, Response, Ui};

use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{size, space};

/// Draws the choice `options[selected]` under `label`; returns the option chosen now.
/// With `selected` out of range it shows `nothing_chosen`.
pub fn select_ui(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    label: &str,
    options: &[&str],
    selected: Option<usize>,
    nothing_chosen: &str,
) -> Option<usize> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let label = ui.add(Label::new(Text::label(label)));
        let (combo, chosen) = combo_ui(ui, id, options, selected, nothing_chosen, None);
        combo.labelled_by(label.id);
        chosen
    })
    .inner
}

/// The same within a row that says already what is chosen: `name` is read out only.
pub fn select_in_row_ui(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    name: &str,
    options: &[&str],
    selected: Option<usize>,
    nothing_chosen: &str,
    width: f32,
) -> Option<usize> {
    let (combo, chosen) = combo_ui(ui, id, options, selected, nothing_chosen, Some(width));
    ui.ctx()
        .accesskit_node_builder(combo.id, |node| node.set_label(name));
    chosen
}

fn combo_ui(
    ui: &mut Ui,
    id: impl Hash + std::fmt::Debug,
    options: &[&str],
    selected: Option<usize>,
    nothing_chosen: &str,
    width: Option<f32>,
) -> (Response, Option<usize>) {
    let shown = selected
        .and_then(|index| options.get(index))
        .copied()
        .unwrap_or(nothing_chosen);
    let mut chosen = None;
    let mut combo = ComboBox::from_id_salt(("select", id))
        .selected_text(shown)
        .icon(caret);
    if let Some(width) = width {
        combo = combo.width(width).truncate();
    }
    let combo = combo.show_ui(ui, |ui| {
        for (index, option) in options.iter().enumerate() {
            if ui.selectable_label(selected == Some(index), *option).clicked() {
                chosen = Some(index);
            }
        }
    });
    ui.ctx()
        .accesskit_node_builder(combo.response.id, |node| node.set_value(shown));
    (combo.response, chosen)
}

/// The caret of a combo box.
pub fn caret(ui: &Ui, rect: Rect, visuals: &WidgetVisuals, _open: bool) {
    icons::paint_sized(
        ui.painter(),
        rect.center(),
        icons::CARET_DOWN,
        size::ICON_SMALL,
        visuals.text_color(),
    );
}
