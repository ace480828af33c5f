//! The state of an item: word, shape and colour.

use eframe::egui::{CornerRadius, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::line;
use super::shape::State;
use crate::gui::fonts;
use crate::gui::theme::{colors, radius, size, space, type_size};

/// Draws the chip of `state` with its `word`.
pub fn state_chip_ui(ui: &mut Ui, state: State, word: &str) -> Response {
    let tint = state.tint(colors(ui));
    let galley = line::layout(
        ui,
        word,
        fonts::bold(type_size::SECONDARY),
        tint.ink,
        f32::INFINITY,
    );
    let width = space::XS + size::SHAPE + size::CHIP_GAP + galley.size().x + space::XS;
    let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), size::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    if ui.is_rect_visible(rect) {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::CONTROL), tint.soft);
        let center = pos2(rect.left() + space::XS + size::SHAPE / 2.0, rect.center().y);
        state.paint(ui.painter(), center, tint);
        line::paint(
            ui,
            pos2(center.x + size::SHAPE / 2.0 + size::CHIP_GAP, rect.center().y),
            galley,
            tint.ink,
        );
    }
    response
}
