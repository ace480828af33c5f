//! An entry of the left column.

use eframe::egui::{Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{focus, line};
use crate::gui::theme::{colors, radius, size, space, type_size};
use crate::gui::{fonts, icons};

/// An entry: icon and name, or the icon alone with the name on hover and in the accessibility tree.
#[must_use = "an entry is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct NavItem {
    icon: &'static str,
    label: String,
    selected: bool,
    compact: bool,
    count: usize,
    shortcut: String,
}

impl NavItem {
    /// The entry of the page called `label`.
    pub fn new(icon: &'static str, label: impl Into<String>) -> Self {
        Self {
            icon,
            label: label.into(),
            selected: false,
            compact: false,
            count: 0,
            shortcut: String::new(),
        }
    }

    /// Whether this page is open.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// The icon alone.
    pub fn compact(mut self, compact: bool) -> Self {
        self.compact = compact;
        self
    }

    /// How many things on that page wait for the person; 0 shows nothing.
    pub fn count(mut self, count: usize) -> Self {
        self.count = count;
        self
    }

    /// The keys that lead there, told on hover.
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.shortcut = keys.into();
        self
    }

    /// Draws the entry.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
        let spoken = if self.count > 0 {
            format!("{} {}", self.label, self.count)
        } else {
            self.label.clone()
        };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), self.selected, &spoken));
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
            focus::ring(ui, &response, radius::CONTROL);
        }
        let told = match (self.compact, self.shortcut.is_empty()) {
            (true, true) => self.label,
            (true, false) => format!("{}　{}", self.label, self.shortcut),
            (false, false) => self.shortcut,
            (false, true) => return response,
        };
        response.on_hover_text(told)
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let c = colors(ui);
        let fill = match (self.selected, response.hovered()) {
            (true, _) => c.accent_soft,
            (false, true) => c.line,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
        let ink = if self.selected { c.accent } else { c.ink };
        let middle = rect.center().y;
        if self.selected {
            let mark = Rect::from_min_size(
                rect.left_top() + vec2(0.0, space::XS),
                vec2(size::MARK, rect.height() - space::M),
            );
            ui.painter()
                .rect_filled(mark, CornerRadius::same(radius::TICK), c.accent);
        }
        let icon_x = if self.compact {
            rect.center().x
        } else {
            rect.left() + space::S + size::ICON / 2.0
        };
        icons::paint(ui.painter(), pos2(icon_x, middle), self.icon, ink);
        let count_left = self.paint_count(ui, rect);
        if !self.compact {
            let left = icon_x + size::ICON / 2.0 + space::XS;
            let font = if self.selected {
                fonts::bold(type_size::BODY)
            } else {
                fonts::regular(type_size::BODY)
            };
            let galley = line::layout(ui, &self.label, font, ink, count_left - left - space::XXS);
            line::paint(ui, pos2(left, middle), galley, ink);
        }
    }

    /// Returns where the space for the name ends.
    fn paint_count(&self, ui: &Ui, rect: Rect) -> f32 {
        let c = colors(ui);
        if self.count == 0 {
            return rect.right();
        }
        if self.compact {
            ui.painter().circle_filled(
                rect.right_top() + vec2(-space::S, space::S),
                space::XXS,
                c.submitted.ink,
            );
            return rect.right();
        }
        let text = ui.painter().text(
            pos2(rect.right() - space::S, rect.center().y),
            Align2::RIGHT_CENTER,
            self.count,
            fonts::bold(type_size::SECONDARY),
            c.submitted.ink,
        );
        text.left()
    }
}
