//! A choice between a few views of one thing.

use eframe::egui::{
    Color32, CornerRadius, Frame, Margin, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{focus, line};
use crate::gui::fonts;
use crate::gui::theme::{colors, radius, size, space, stroke, type_size};

/// Draws `labels` side by side with the one at `selected` raised; returns the one chosen now.
pub fn tabs_ui(ui: &mut Ui, labels: &[&str], selected: usize) -> Option<usize> {
    let c = colors(ui);
    Frame::new()
        .fill(c.surface_sunken)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::same(size::FOCUS_GAP as i8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let mut chosen = None;
                for (index, label) in labels.iter().enumerate() {
                    if tab_ui(ui, label, index == selected) {
                        chosen = Some(index);
                    }
                }
                chosen
            })
            .inner
        })
        .inner
}

fn tab_ui(ui: &mut Ui, label: &str, selected: bool) -> bool {
    let c = colors(ui);
    let font = if selected {
        fonts::bold(type_size::BODY)
    } else {
        fonts::regular(type_size::BODY)
    };
    let ink = if selected { c.ink } else { c.ink_soft };
    let galley = line::layout(ui, label, font, ink, f32::INFINITY);
    let height = size::CONTROL - space::XXS;
    let (rect, response) = ui.allocate_exact_size(
        vec2((galley.size().x + 2.0 * space::S).ceil(), height),
        Sense::click(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), selected, label));
    if ui.is_rect_visible(rect) {
        let (fill, edge) = match (selected, response.hovered()) {
            (true, _) => (c.surface_raised, c.control_line),
            (false, true) => (c.line, c.line),
            (false, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
        };
        let corner = CornerRadius::same(radius::CONTROL - 1);
        ui.painter().rect(
            rect,
            corner,
            fill,
            Stroke::new(stroke::HAIR, edge),
            StrokeKind::Inside,
        );
        line::paint(ui, pos2(rect.left() + space::S, rect.center().y), galley, ink);
        focus::ring(ui, &response, radius::CONTROL);
    }
    response.clicked()
}
