//! A link inside the program.

use eframe::egui::{Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{focus, line};
use crate::gui::fonts;
use crate::gui::theme::{colors, line_height, radius, space, stroke, type_size};

/// Draws `text` as a link; underlined, so that it is known without colour.
pub fn link_ui(ui: &mut Ui, text: &str) -> Response {
    let galley = line::layout(
        ui,
        text,
        fonts::regular(type_size::BODY),
        eframe::egui::Color32::PLACEHOLDER,
        ui.available_width(),
    );
    let height = (type_size::BODY * line_height::RUNNING).max(galley.size().y);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    if ui.is_rect_visible(rect) {
        let c = colors(ui);
        let ink = if response.hovered() {
            c.accent_hovered
        } else {
            c.accent
        };
        let width = if response.hovered() {
            stroke::SHAPE
        } else {
            stroke::HAIR
        };
        line::paint(ui, rect.left_center(), galley, ink);
        let base = (rect.center().y + type_size::BODY / 2.0 + space::XXS / 2.0).round();
        ui.painter().hline(rect.x_range(), base, Stroke::new(width, ink));
        focus::ring(ui, &response, radius::TICK);
    }
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}
