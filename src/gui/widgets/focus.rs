//! The ring around what has the keyboard's focus.

use eframe::egui::{CornerRadius, Response, Stroke, StrokeKind, Ui};

use crate::gui::theme::{colors, size, stroke};

/// Draws the ring a little outside the control.
pub(super) fn ring(ui: &Ui, response: &Response, corner: u8) {
    if response.has_focus() {
        let rect = response.rect.expand(size::FOCUS_GAP);
        let corner = CornerRadius::same(corner + size::FOCUS_GAP as u8);
        ui.painter()
            .rect_stroke(rect, corner, line(ui), StrokeKind::Outside);
    }
}

/// Draws the ring inside: for rows that fill their surroundings, where the outside is cut off.
pub(super) fn ring_inside(ui: &Ui, response: &Response, corner: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            CornerRadius::same(corner),
            line(ui),
            StrokeKind::Inside,
        );
    }
}

fn line(ui: &Ui) -> Stroke {
    Stroke::new(stroke::FOCUS, colors(ui).accent)
}
