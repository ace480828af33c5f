//! A row of a list: a click, Space or Enter opens it.

use std::hash::Hash;

use eframe::egui::{
    Align, Color32, CornerRadius, InnerResponse, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::focus;
use crate::gui::theme::{colors, radius, size, space, stroke};

/// A row as wide as its surroundings.
#[must_use = "a row is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct ListRow {
    name: String,
    selected: bool,
    height: f32,
    last: bool,
    inset: bool,
}

impl ListRow {
    /// A row whose accessible name says everything the row shows.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            selected: false,
            height: size::ROW,
            last: false,
            inset: false,
        }
    }

    /// Whether this row is the open one.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Two lines high.
    pub fn tall(mut self) -> Self {
        self.height = size::ROW_TALL;
        self
    }

    /// Without a hair line below.
    pub fn last(mut self, last: bool) -> Self {
        self.last = last;
        self
    }

    /// Stays within its surroundings: for panes without padding. Else the ground of the row reaches a little
    /// beyond them, so that its words stand in line with what is above.
    pub fn inset(mut self) -> Self {
        self.inset = true;
        self
    }

    /// Draws the row with `contents` from left to right. `id` keeps focus and scrolling with the row when
    /// others come and go.
    pub fn ui<R>(
        self,
        ui: &mut Ui,
        id: impl Hash + std::fmt::Debug,
        contents: impl FnOnce(&mut Ui) -> R,
    ) -> InnerResponse<R> {
        let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        let (_, space_given) = ui.allocate_space(vec2(ui.available_width(), self.height));
        ui.spacing_mut().item_spacing.y = gap;
        let rect = if self.inset {
            space_given
        } else {
            space_given.expand2(vec2(space::S, 0.0))
        };
        let row_id = ui.make_persistent_id(("list row", &id));
        let response = ui.interact(rect, row_id, Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), self.selected, &self.name)
        });
        self.paint_ground(ui, rect, response.hovered());

        let inner = rect.shrink2(vec2(space::S, 0.0));
        let mut row = ui.new_child(
            UiBuilder::new()
                .id_salt(row_id)
                .max_rect(inner)
                .layout(Layout::left_to_right(Align::Center)),
        );
        row.spacing_mut().item_spacing.x = space::S;
        let result = contents(&mut row);
        focus::ring_inside(ui, &response, radius::CONTROL);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        InnerResponse::new(result, response)
    }

    fn paint_ground(&self, ui: &Ui, rect: Rect, hovered: bool) {
        let c = colors(ui);
        let corner = CornerRadius::same(radius::CONTROL);
        let fill = match (self.selected, hovered) {
            (true, _) => c.accent_soft,
            (false, true) => c.surface_sunken,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, corner, fill);
        if self.selected {
            let mark = Rect::from_min_size(
                rect.left_top() + vec2(0.0, space::XS),
                vec2(size::MARK, rect.height() - 2.0 * space::XS),
            );
            ui.painter()
                .rect_filled(mark, CornerRadius::same(radius::TICK), c.accent);
        } else if !self.last {
            ui.painter().hline(
                rect.x_range().shrink(space::S),
                rect.bottom() - stroke::HAIR / 2.0,
                Stroke::new(stroke::HAIR, c.line),
            );
        }
    }
}
