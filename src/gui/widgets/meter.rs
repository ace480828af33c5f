//! How much of something is used or done: a quota as ticks, a share as a bar.

use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::line;
use crate::gui::fonts;
use crate::gui::theme::{colors, line_height, radius, size, space, type_size};

/// Draws `used` of `limit` as filled and faint ticks under the name and the number, as wide as its surroundings.
/// `note` says what is left or what counts, under the ticks.
pub fn quota_meter_ui(ui: &mut Ui, name: &str, used: u32, limit: u32, note: Option<&str>) -> Response {
    let c = colors(ui);
    let number_ink = if used >= limit { c.submitted.ink } else { c.ink };
    let width = ui.available_width();
    let number = line::layout(
        ui,
        &used.to_string(),
        fonts::bold(type_size::TITLE),
        number_ink,
        width,
    );
    let of = line::layout(
        ui,
        &format!(" / {limit}"),
        fonts::regular(type_size::BODY),
        c.ink_soft,
        width,
    );
    let name_room = width - number.size().x - of.size().x - space::XS;
    let label = line::layout(ui, name, fonts::bold(type_size::BODY), c.ink, name_room);
    let note_line =
        note.map(|n| line::layout(ui, n, fonts::regular(type_size::SECONDARY), c.ink_soft, width));

    // The line of the big number is higher than its digits need.
    let head = type_size::TITLE * line_height::TABLE;
    let foot = note_line
        .as_ref()
        .map_or(0.0, |galley| space::XS + galley.size().y);
    let height = head + space::XXS + size::TICK + foot;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height.ceil()), Sense::hover());
    response.widget_info(|| {
        let spoken = format!("{name} {used} / {limit}");
        let mut info = WidgetInfo::labeled(Role::Meter, ui.is_enabled(), spoken);
        info.value = Some(f64::from(used));
        info
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }

    // Number and name stand on one base line although their sizes differ.
    let top = rect.top() + head - number.size().y;
    let base = top + baseline(&number);
    ui.painter()
        .galley(pos2(rect.left(), base - baseline(&label)), label, c.ink);
    let of_left = rect.right() - of.size().x;
    ui.painter()
        .galley(pos2(of_left - number.size().x, top), number, number_ink);
    ui.painter()
        .galley(pos2(of_left, base - baseline(&of)), of, c.ink_soft);

    let ticks = Rect::from_min_size(
        pos2(rect.left(), rect.top() + head + space::XXS),
        vec2(width, size::TICK),
    );
    paint_ticks(ui, ticks, used, limit, c.accent);
    if let Some(galley) = note_line {
        ui.painter()
            .galley(pos2(rect.left(), ticks.bottom() + space::XS), galley, c.ink_soft);
    }
    response
}

fn baseline(galley: &eframe::egui::Galley) -> f32 {
    let glyph = galley.rows.first().and_then(|row| row.glyphs.first());
    glyph.map_or_else(|| galley.size().y, |glyph| glyph.pos.y)
}

fn paint_ticks(ui: &Ui, rect: Rect, used: u32, limit: u32, ink: eframe::egui::Color32) {
    let count = limit.max(used).max(1);
    let gap = space::XXS;
    let tick = (rect.width() - gap * (count - 1) as f32) / count as f32;
    for index in 0..count {
        let left = rect.left() + index as f32 * (tick + gap);
        let tick_rect = Rect::from_min_size(pos2(left, rect.top()), vec2(tick, rect.height()));
        let fill = if index < used { ink } else { colors(ui).line };
        ui.painter()
            .rect_filled(tick_rect, CornerRadius::same(radius::TICK), fill);
    }
}

/// How much of a whole is done, as a bar of at most `width` points. `name` says both numbers.
pub fn share_bar_ui(ui: &mut Ui, name: &str, part: usize, whole: usize, width: f32) -> Response {
    let room = vec2(ui.available_width().min(width), size::PROGRESS);
    let (bar, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Meter, true, name);
        info.value = Some(part as f64);
        info
    });
    let c = colors(ui);
    let corner = CornerRadius::same(radius::TICK);
    ui.painter().rect_filled(bar, corner, c.line);
    if whole > 0 {
        let share = (part as f32 / whole as f32).min(1.0);
        let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
        ui.painter().rect_filled(done, corner, c.accent);
    }
    response
}
