//! A one-line field: label above, hint inside, help or error below.

use eframe::egui::{self, Label, Response, TextEdit, Ui};

use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, size, space, type_size};

/// A labelled one-line field.
#[must_use = "a field is drawn by `ui`"]
pub struct Field<'a> {
    label: String,
    text: &'a mut String,
    hint: String,
    help: Option<String>,
    error: Option<String>,
    width: Option<f32>,
    enabled: bool,
}

impl<'a> Field<'a> {
    /// A field called `label` that edits `text`.
    pub fn new(label: impl Into<String>, text: &'a mut String) -> Self {
        Self {
            label: label.into(),
            text,
            hint: String::new(),
            help: None,
            error: None,
            width: None,
            enabled: true,
        }
    }

    /// An example, shown while the field is empty.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What to know before writing; gives way to an error.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What is wrong with the text, if anything.
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// The width in points instead of all there is.
    pub fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Whether the text can be changed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Draws the field; the response is that of the text.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let wrong = self.error.is_some();
        let frame = Frame {
            label: &self.label,
            help: self.help.as_deref(),
            error: self.error.as_deref(),
        };
        frame.ui(ui, self.width, |ui| {
            mark_error(ui, wrong);
            let edit = TextEdit::singleline(self.text)
                .hint_text(self.hint)
                .desired_width(f32::INFINITY)
                .interactive(self.enabled);
            ui.add(edit)
        })
    }
}

/// What surrounds a field: shared by all kinds of fields.
pub(super) struct Frame<'a> {
    pub(super) label: &'a str,
    pub(super) help: Option<&'a str>,
    pub(super) error: Option<&'a str>,
}

impl Frame<'_> {
    pub(super) fn ui(
        self,
        ui: &mut Ui,
        width: Option<f32>,
        edit: impl FnOnce(&mut Ui) -> Response,
    ) -> Response {
        ui.vertical(|ui| {
            if let Some(points) = width {
                ui.set_max_width(points.min(ui.available_width()));
            }
            ui.spacing_mut().item_spacing.y = space::XXS;
            let label = ui.add(Label::new(Text::label(self.label)));
            let response = edit(ui).labelled_by(label.id);
            match (self.error, self.help) {
                (Some(error), _) => error_line_ui(ui, error),
                (None, Some(help)) => {
                    ui.add(Label::new(Text::secondary(help)).wrap());
                }
                (None, None) => {}
            }
            response
        })
        .inner
    }
}

/// Gives the next field the edge of an error.
pub(super) fn mark_error(ui: &mut Ui, wrong: bool) {
    if wrong {
        let ink = colors(ui).returned.ink;
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.inactive.bg_stroke.color = ink;
        widgets.hovered.bg_stroke.color = ink;
    }
}

/// An error in one line: never by colour alone.
pub(super) fn error_line_ui(ui: &mut Ui, error: &str) {
    let ink = colors(ui).returned.ink;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        let height = type_size::SECONDARY * crate::gui::theme::line_height::RUNNING;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(size::ICON_SMALL, height), egui::Sense::hover());
        icons::paint_sized(
            ui.painter(),
            rect.center(),
            icons::WARNING_CIRCLE,
            size::ICON_SMALL,
            ink,
        );
        ui.add(Label::new(Text::secondary(error).color(ink)).wrap());
    });
}
