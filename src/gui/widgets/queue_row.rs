//! A row of a long queue. It paints itself: thousands scroll past, and only those in sight are drawn.

use eframe::egui::{
    Align2, Color32, CornerRadius, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::shape::State;
use super::{focus, line};
use crate::gui::theme::{colors, radius, size, space, stroke, type_size};
use crate::gui::{fonts, icons};

/// What a row shows.
#[must_use = "a row is drawn by `ui`"]
#[derive(Clone, Copy, Debug)]
pub struct QueueRow<'a> {
    pub seat: &'a str,
    pub name: &'a str,
    pub title: &'a str,
    pub state: State,
    /// The word of the state, for those who hear it.
    pub state_name: &'a str,
    /// How long it waits, or what is under way.
    pub note: &'a str,
    /// The note matters more than others: a request, something under way.
    pub loud: bool,
    /// Two words at the second line's end.
    pub mark: Option<&'a str>,
    pub selected: bool,
    /// With a box at its left: whether it is in.
    pub checked: Option<bool>,
}

impl QueueRow<'_> {
    /// Draws the row into `rect`.
    pub fn ui(self, ui: &Ui, id: Id, rect: Rect) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        let chosen = self.checked.unwrap_or(self.selected);
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), chosen, self.spoken())
        });
        if ui.is_rect_visible(rect) {
            let cut = self.paint(ui, rect, &response);
            focus::ring_inside(ui, &response, radius::CONTROL);
            if cut {
                return response.on_hover_text(format!("{} {}\n{}", self.seat, self.name, self.title));
            }
        }
        response
    }

    fn spoken(&self) -> String {
        let mut spoken = format!(
            "{} {} {} {} {}",
            self.seat, self.name, self.title, self.state_name, self.note
        );
        if let Some(mark) = self.mark {
            spoken.push(' ');
            spoken.push_str(mark);
        }
        spoken
    }

    /// Whether something did not fit.
    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) -> bool {
        let c = colors(ui);
        self.paint_ground(ui, rect, response.hovered());
        let first = rect.top() + rect.height() * 0.3;
        let second = rect.top() + rect.height() * 0.7;
        let mut left = rect.left() + space::S;
        if let Some(checked) = self.checked {
            paint_box(ui, pos2(left + size::ICON / 2.0, rect.center().y), checked);
            left += size::ICON + space::XS;
        }
        let right = rect.right() - space::S;
        let note_ink = if self.loud { c.submitted.ink } else { c.ink_soft };
        let note_font = if self.loud {
            fonts::bold(type_size::SECONDARY)
        } else {
            fonts::regular(type_size::SECONDARY)
        };
        let painter = ui.painter();
        let note = painter.text(
            pos2(right, first),
            Align2::RIGHT_CENTER,
            self.note,
            note_font,
            note_ink,
        );
        let shape = pos2(note.left() - space::XXS - size::SHAPE / 2.0, first);
        self.state.paint(painter, shape, self.state.tint(c));
        let room = shape.x - size::SHAPE / 2.0 - space::XS - left;
        let seat = line::layout(ui, self.seat, fonts::regular(type_size::BODY), c.ink_soft, room);
        let seat_width = if self.seat.is_empty() {
            0.0
        } else {
            seat.size().x + space::XS
        };
        line::paint(ui, pos2(left, first), seat, c.ink_soft);
        let name = line::layout(
            ui,
            self.name,
            fonts::bold(type_size::BODY),
            c.ink,
            room - seat_width,
        );
        let mut cut = name.elided;
        line::paint(ui, pos2(left + seat_width, first), name, c.ink);
        let mut title_right = right;
        if let Some(mark) = self.mark {
            let drawn = painter.text(
                pos2(right, second),
                Align2::RIGHT_CENTER,
                mark,
                fonts::regular(type_size::SECONDARY),
                c.submitted.ink,
            );
            title_right = drawn.left() - space::XS;
        }
        let title = line::layout(
            ui,
            self.title,
            fonts::regular(type_size::SECONDARY),
            c.ink_soft,
            title_right - left,
        );
        cut |= title.elided;
        line::paint(ui, pos2(left, second), title, c.ink_soft);
        cut
    }

    fn paint_ground(&self, ui: &Ui, rect: Rect, hovered: bool) {
        let c = colors(ui);
        let fill = match (self.selected || self.checked == Some(true), hovered) {
            (true, _) => c.accent_soft,
            (false, true) => c.surface_sunken,
            (false, false) => Color32::TRANSPARENT,
        };
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
        if self.selected {
            let mark = Rect::from_min_size(rect.left_top(), vec2(size::MARK, rect.height()));
            painter.rect_filled(mark, CornerRadius::ZERO, c.accent);
        }
        painter.hline(
            rect.x_range(),
            rect.bottom() - stroke::HAIR / 2.0,
            Stroke::new(stroke::HAIR, c.line),
        );
    }
}

fn paint_box(ui: &Ui, center: Pos2, checked: bool) {
    let c = colors(ui);
    let square = Rect::from_center_size(center, vec2(size::ICON_SMALL, size::ICON_SMALL));
    let corner = CornerRadius::same(radius::TICK);
    if checked {
        ui.painter().rect_filled(square, corner, c.accent);
        icons::paint_sized(ui.painter(), center, icons::CHECK, size::SHAPE, c.on_accent);
    } else {
        let edge = Stroke::new(stroke::HAIR, c.control_line);
        ui.painter().rect_stroke(square, corner, edge, StrokeKind::Inside);
    }
}
