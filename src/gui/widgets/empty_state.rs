//! A place where nothing is yet: what belongs here, and the first step.

use eframe::egui::{Align, Label, Layout, Sense, Ui, vec2};

use super::Button;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, size, space};

/// What stands where nothing is yet.
#[must_use = "an empty state is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct EmptyState {
    icon: &'static str,
    title: String,
    sentence: String,
    action: Option<Button>,
}

impl EmptyState {
    /// `title` says what is not there, `sentence` what belongs here.
    pub fn new(icon: &'static str, title: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self {
            icon,
            title: title.into(),
            sentence: sentence.into(),
            action: None,
        }
    }

    /// The first step.
    pub fn action(mut self, button: Button) -> Self {
        self.action = Some(button);
        self
    }

    /// Draws it in the middle of the width; true when the first step was chosen.
    pub fn ui(self, ui: &mut Ui) -> bool {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space(space::XL);
            let (rect, _) = ui.allocate_exact_size(vec2(size::ICON_LARGE, size::ICON_LARGE), Sense::hover());
            icons::paint_sized(
                ui.painter(),
                rect.center(),
                self.icon,
                size::ICON_LARGE,
                colors(ui).ink_faint,
            );
            ui.add(Label::new(Text::section(self.title)));
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
                ui.add(Label::new(Text::body(self.sentence).weak()).wrap());
            });
            ui.add_space(space::XS);
            let clicked = self.action.is_some_and(|button| button.ui(ui).clicked());
            ui.add_space(space::XL);
            clicked
        })
        .inner
    }
}
