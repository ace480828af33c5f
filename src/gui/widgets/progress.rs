//! Work that takes a while. Nothing turns: a still text is as true and costs nothing.

use eframe::egui::{Align, CornerRadius, Label, Layout, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Button;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, radius, size, space};

/// A still line for work of unknown length.
pub fn waiting_ui(ui: &mut Ui, text: &str) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
        icons::paint(ui.painter(), rect.center(), icons::HOURGLASS, colors(ui).ink_soft);
        ui.add(Label::new(Text::body(text).weak()).truncate());
    });
}

/// Work of known length.
#[must_use = "progress is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct Progress {
    text: String,
    fraction: f32,
    cancel: Option<String>,
}

impl Progress {
    /// `fraction` from 0 to 1 of what `text` names.
    pub fn new(text: impl Into<String>, fraction: f32) -> Self {
        Self {
            text: text.into(),
            fraction: fraction.clamp(0.0, 1.0),
            cancel: None,
        }
    }

    /// A button to stop the work.
    pub fn cancel(mut self, label: impl Into<String>) -> Self {
        self.cancel = Some(label.into());
        self
    }

    /// Draws text, percent and bar; true when the work is to be stopped.
    pub fn ui(self, ui: &mut Ui) -> bool {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let stop = self
                .cancel
                .as_ref()
                .is_some_and(|label| Button::secondary(label).ui(ui).clicked());
            ui.add_space(space::XXS);
            ui.with_layout(Layout::top_down(Align::Min), |ui| self.bar_ui(ui));
            stop
        })
        .inner
    }

    fn bar_ui(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let percent = format!("{:.0}%", (self.fraction * 100.0).floor());
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(Label::new(Text::secondary(&percent)).extend());
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(Text::secondary(&self.text)).truncate());
                });
            });
        });
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), size::PROGRESS), Sense::hover());
        response.widget_info(|| {
            let spoken = format!("{} {percent}", self.text);
            let mut info = WidgetInfo::labeled(Role::ProgressIndicator, ui.is_enabled(), spoken);
            info.value = Some(f64::from(self.fraction));
            info
        });
        let corner = CornerRadius::same(radius::TICK + 1);
        ui.painter().rect_filled(rect, corner, colors(ui).line);
        let done = Rect::from_min_max(
            rect.min,
            pos2(rect.left() + rect.width() * self.fraction, rect.bottom()),
        );
        ui.painter().rect_filled(done, corner, colors(ui).accent);
    }
}
