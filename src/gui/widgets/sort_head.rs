//! The head of a column that sorts its table.

use eframe::egui::{CornerRadius, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{focus, line};
use crate::gui::theme::{colors, radius, size, space, type_size};
use crate::gui::{fonts, icons};

/// The mark of the sorted column.
const ARROW: f32 = 12.0;

/// Draws `label` over a column of `width` points, at the right for numbers. `sorted`: by this column, the
/// greatest first or last. `spoken` says what a click does.
pub fn sort_head_ui(
    ui: &mut Ui,
    width: f32,
    (label, spoken): (&str, &str),
    right: bool,
    sorted: Option<bool>,
) -> Response {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL), Sense::click());
    let is_sorted = sorted.is_some();
    response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, ui.is_enabled(), is_sorted, spoken));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            let corner = CornerRadius::same(radius::CONTROL);
            ui.painter()
                .rect_filled(rect.expand2(vec2(space::XXS, 0.0)), corner, c.surface_sunken);
        }
        let ink = if is_sorted { c.ink } else { c.ink_soft };
        let room = if is_sorted { width - ARROW } else { width };
        let galley = line::layout(ui, label, fonts::bold(type_size::SECONDARY), ink, room);
        let used = galley.size().x + if is_sorted { ARROW } else { 0.0 };
        let left = if right { rect.right() - used } else { rect.left() };
        let middle = rect.center().y;
        let end = line::paint(ui, pos2(left, middle), galley, ink);
        if let Some(descending) = sorted {
            let arrow = if descending {
                icons::CARET_DOWN
            } else {
                icons::CARET_UP
            };
            icons::paint_sized(ui.painter(), pos2(end + ARROW / 2.0, middle), arrow, ARROW, ink);
        }
        focus::ring(ui, &response, radius::CONTROL);
    }
    response
}
