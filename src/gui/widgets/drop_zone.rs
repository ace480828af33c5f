//! Where a dragged file may be let go.

use eframe::egui::{Align2, CornerRadius, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::gui::theme::{colors, radius, size, space, stroke, type_size};
use crate::gui::{fonts, icons};

/// Covers `rect` with an invitation. Drawn only while something is dragged over the window.
pub fn drop_zone_ui(ui: &Ui, rect: Rect, invitation: &str, hovered: bool) {
    let c = colors(ui);
    let width = if hovered { stroke::FOCUS } else { stroke::HAIR };
    let corner = CornerRadius::same(radius::CARD);
    ui.painter().rect(
        rect,
        corner,
        c.accent_soft,
        Stroke::new(width, c.accent),
        StrokeKind::Inside,
    );
    let center = rect.center();
    if rect.height() < size::ICON_LARGE + space::XL {
        ui.painter().text(
            center,
            Align2::CENTER_CENTER,
            invitation,
            fonts::bold(type_size::BODY),
            c.accent,
        );
        return;
    }
    let up = vec2(0.0, type_size::BODY);
    icons::paint_sized(
        ui.painter(),
        center - up,
        icons::DOWNLOAD_SIMPLE,
        size::ICON_LARGE,
        c.accent,
    );
    let below = center + vec2(0.0, size::ICON_LARGE / 2.0 + space::XXS);
    ui.painter().text(
        below,
        Align2::CENTER_CENTER,
        invitation,
        fonts::bold(type_size::BODY),
        c.accent,
    );
}
