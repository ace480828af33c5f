//! The badges of the status bar: windows of time and counters, on every page.

use eframe::egui::{
    Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::shape::Phase;
use super::{focus, line};
use crate::gui::fonts;
use crate::gui::theme::{colors, radius, size, space, stroke, type_size};

/// A window of time: which one, how it stands, how long it lasts. A click opens the page it speaks of.
#[must_use = "a badge is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct WindowBadge {
    phase: Phase,
    name: String,
    status: String,
    tooltip: Option<String>,
}

impl WindowBadge {
    /// `name` with its term (「課程成果上傳 · 114-1」), `status` with the time left (「開放中 · 還有 2 天 5 小時」).
    pub fn new(phase: Phase, name: impl Into<String>, status: impl Into<String>) -> Self {
        Self {
            phase,
            name: name.into(),
            status: status.into(),
            tooltip: None,
        }
    }

    /// When it closes, in full.
    pub fn tooltip(mut self, text: impl Into<String>) -> Self {
        self.tooltip = Some(text.into());
        self
    }

    /// Draws the badge.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let c = colors(ui);
        let ink = self.phase.ink(c);
        let name_ink = if self.phase == Phase::ClosingSoon {
            c.on_closing
        } else {
            c.ink_soft
        };
        let edge = match self.phase {
            Phase::ClosingSoon => c.submitted.ink,
            Phase::Open => c.accent,
            Phase::Unannounced | Phase::NotOpen | Phase::Closed => c.line,
        };
        let fill = self.phase.fill(c);
        let lines = TwoLines {
            name: &self.name,
            name_ink,
            status: &self.status,
            status_ink: ink,
        };
        let phase = self.phase;
        let response = lines.ui(
            ui,
            fill,
            edge,
            Some(&|ui: &Ui, center| phase.paint(ui.painter(), center, ink)),
        );
        match self.tooltip {
            Some(text) => response.on_hover_text(text),
            None => response,
        }
    }
}

/// How much of a quota is used. A click opens the page it speaks of.
#[must_use = "a badge is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct CounterBadge {
    name: String,
    used: u32,
    limit: u32,
    tooltip: Option<String>,
}

impl CounterBadge {
    /// `used` of `limit` things called `name`.
    pub fn new(name: impl Into<String>, used: u32, limit: u32) -> Self {
        Self {
            name: name.into(),
            used,
            limit,
            tooltip: None,
        }
    }

    /// What counts, in full.
    pub fn tooltip(mut self, text: impl Into<String>) -> Self {
        self.tooltip = Some(text.into());
        self
    }

    /// Draws the badge; a full quota has a heavy edge in the colour of cautions.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let c = colors(ui);
        let full = self.used >= self.limit;
        let (fill, edge, ink) = if full {
            (c.submitted.soft, c.submitted.ink, c.submitted.ink)
        } else {
            (c.surface_raised, c.line, c.ink)
        };
        let status = format!("{} / {}", self.used, self.limit);
        let lines = TwoLines {
            name: &self.name,
            name_ink: c.ink_soft,
            status: &status,
            status_ink: ink,
        };
        let response = lines.ui(ui, fill, edge, None);
        match self.tooltip {
            Some(text) => response.on_hover_text(text),
            None => response,
        }
    }
}

type PaintShape<'a> = &'a dyn Fn(&Ui, eframe::egui::Pos2);

struct TwoLines<'a> {
    name: &'a str,
    name_ink: Color32,
    status: &'a str,
    status_ink: Color32,
}

impl TwoLines<'_> {
    fn ui(self, ui: &mut Ui, fill: Color32, edge: Color32, shape: Option<PaintShape<'_>>) -> Response {
        let shape_width = if shape.is_some() {
            size::ICON + space::XS
        } else {
            0.0
        };
        let text_room = ui.available_width() - 2.0 * space::S - shape_width;
        let name = line::layout(
            ui,
            self.name,
            fonts::regular(type_size::SECONDARY),
            self.name_ink,
            text_room,
        );
        let status = line::layout(
            ui,
            self.status,
            fonts::bold(type_size::SECONDARY),
            self.status_ink,
            text_room,
        );
        let width = 2.0 * space::S + shape_width + name.size().x.max(status.size().x);
        let (rect, response) = ui.allocate_exact_size(vec2(width.ceil(), size::BADGE), Sense::click());
        let spoken = format!("{} {}", self.name, self.status);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let edge = if response.hovered() {
            colors(ui).ink_soft
        } else {
            edge
        };
        let corner = CornerRadius::same(radius::CONTROL);
        ui.painter().rect(
            rect,
            corner,
            fill,
            Stroke::new(stroke::HAIR, edge),
            StrokeKind::Inside,
        );
        let mut x = rect.left() + space::S;
        if let Some(paint_shape) = shape {
            paint_shape(ui, pos2(x + size::ICON / 2.0, rect.center().y));
            x += shape_width;
        }
        let quarter = (rect.height() - space::XS) / 4.0;
        line::paint(ui, pos2(x, rect.center().y - quarter), name, self.name_ink);
        line::paint(ui, pos2(x, rect.center().y + quarter), status, self.status_ink);
        focus::ring(ui, &response, radius::CONTROL);
        response
    }
}
