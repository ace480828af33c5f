//! A choice of one among several, with a label above.

use std::hash::Hash;

use eframe::egui::style::WidgetVisuals;
use eframe::egui::{ComboBox, Label, Rect, Ui};

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
    let shown = selected
        .and_then(|index| options.get(index))
        .copied()
        .unwrap_or(nothing_chosen);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let label = ui.add(Label::new(Text::label(label)));
        let mut chosen = None;
        let combo = ComboBox::from_id_salt(("select", id))
            .selected_text(shown)
            .icon(caret)
            .show_ui(ui, |ui| {
                for (index, option) in options.iter().enumerate() {
                    if ui.selectable_label(selected == Some(index), *option).clicked() {
                        chosen = Some(index);
                    }
                }
            });
        let combo = combo.response.labelled_by(label.id);
        ui.ctx()
            .accesskit_node_builder(combo.id, |node| node.set_value(shown));
        chosen
    })
    .inner
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
