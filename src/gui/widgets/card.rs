//! Paper on the page.

use eframe::egui::{CornerRadius, Frame, InnerResponse, Label, Margin, Response, Stroke, Ui};

use crate::gui::fonts::Text;
use crate::gui::theme::{colors, radius, size, space, stroke};

/// A card as wide as its surroundings, as high as its contents.
pub fn card_ui<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let c = colors(ui);
    Frame::new()
        .fill(c.surface_raised)
        .stroke(Stroke::new(stroke::HAIR, c.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(Margin::same(space::M as i8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            contents(ui)
        })
}

/// A hair line as wide as its surroundings.
pub fn divider_ui(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(
        eframe::egui::vec2(ui.available_width(), stroke::HAIR),
        eframe::egui::Sense::hover(),
    );
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(stroke::HAIR, colors(ui).line),
    );
}

/// A paragraph, never wider than 38 Han characters.
pub fn running_text_ui(ui: &mut Ui, text: &str) -> Response {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
        ui.add(Label::new(Text::body(text)).wrap())
    })
    .inner
}
