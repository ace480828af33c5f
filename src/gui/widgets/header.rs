//! The heads of pages and sections.

use eframe::egui::{Align, Label, Layout, Response, TextStyle, TextWrapMode, Ui, WidgetText};

use super::Button;
use crate::gui::fonts::Text;
use crate::gui::theme::{size, space};

/// The head of a page: title, one sentence that says where we are, and the one primary action.
#[must_use = "a header is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct PageHeader {
    title: String,
    sentence: Option<String>,
    action: Option<Button>,
}

impl PageHeader {
    /// A page called `title`.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            sentence: None,
            action: None,
        }
    }

    /// Where we are and what can be done now.
    pub fn sentence(mut self, sentence: impl Into<String>) -> Self {
        self.sentence = Some(sentence.into());
        self
    }

    /// The one primary action, top right.
    pub fn action(mut self, button: Button) -> Self {
        self.action = Some(button);
        self
    }

    /// Draws the head; true when the action was chosen.
    pub fn ui(self, ui: &mut Ui) -> bool {
        let action = self.action;
        let clicked = head_ui(ui, Text::title(self.title), |ui| {
            action.is_some_and(|button| button.ui(ui).clicked())
        });
        if let Some(sentence) = self.sentence {
            ui.scope(|ui| {
                ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
                ui.add(Label::new(Text::body(sentence).weak()).wrap());
            });
        }
        ui.add_space(space::M - space::XS);
        clicked
    }
}

/// The head of a section: title, a softer note after it, and whatever stands at the right end
/// (drawn from right to left).
pub fn section_header_ui<R>(
    ui: &mut Ui,
    title: &str,
    note: Option<&str>,
    trailing: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.add(Label::new(Text::section(title)).extend());
        if let Some(note) = note {
            ui.add(Label::new(Text::secondary(note)).truncate());
        }
        ui.with_layout(Layout::right_to_left(Align::Center), trailing)
            .inner
    })
    .inner
}

fn head_ui<R>(ui: &mut Ui, title: eframe::egui::RichText, trailing: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        let name = title.text().to_owned();
        // A title keeps its room beside the action; only one wider than the page is cut.
        let words = WidgetText::from(title.clone());
        let galley = words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
        let label = Label::new(title);
        let fits = galley.size().x <= ui.available_width();
        let heading: Response = ui.add(if fits { label.extend() } else { label.truncate() });
        ui.ctx().accesskit_node_builder(heading.id, |node| {
            node.set_role(eframe::egui::accesskit::Role::Heading);
            // A label tells its words as its value; a heading is read by its name.
            node.set_label(name);
            node.set_level(1);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), trailing)
            .inner
    })
    .inner
}
