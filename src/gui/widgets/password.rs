//! A field for a secret, with an eye to look at it.

use eframe::egui::{Id, Margin, Rect, Response, TextEdit, Ui, UiBuilder, vec2};

use super::Button;
use super::field::{Frame, mark_error};
use crate::gui::icons;
use crate::gui::theme::{size, space};

/// A labelled field for a secret.
///
/// The input method is off: it would show the composition in clear. Undo keeps no copies of the text.
#[must_use = "a field is drawn by `ui`"]
pub struct PasswordField<'a> {
    label: String,
    text: &'a mut String,
    help: Option<String>,
    error: Option<String>,
    show_name: String,
    hide_name: String,
    width: Option<f32>,
}

impl<'a> PasswordField<'a> {
    /// A field called `label`; the eye is called `show_name` or, while the text is shown, `hide_name`.
    pub fn new(
        label: impl Into<String>,
        text: &'a mut String,
        show_name: impl Into<String>,
        hide_name: impl Into<String>,
    ) -> Self {
        Self {
            label: label.into(),
            text,
            help: None,
            error: None,
            show_name: show_name.into(),
            hide_name: hide_name.into(),
            width: None,
        }
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

    /// Draws the field; the response is that of the text.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let shown_id = ui.make_persistent_id(("shown password", &self.label));
        let shown = ui.data(|data| data.get_temp::<bool>(shown_id)).unwrap_or(false);
        let wrong = self.error.is_some();
        let frame = Frame {
            label: &self.label,
            help: self.help.as_deref(),
            error: self.error.as_deref(),
        };
        let text = self.text;
        let eye_name = if shown { self.hide_name } else { self.show_name };
        frame.ui(ui, self.width, |ui| {
            let response = ui
                .scope(|ui| {
                    mark_error(ui, wrong);
                    secret_edit_ui(ui, text, shown)
                })
                .inner;
            if eye_ui(ui, response.rect, shown, eye_name) {
                ui.data_mut(|data| data.insert_temp(shown_id, !shown));
            }
            response
        })
    }
}

fn secret_edit_ui(ui: &mut Ui, text: &mut String, shown: bool) -> Response {
    let padding = ui.spacing().button_padding;
    let margin = Margin {
        left: padding.x as i8,
        right: (size::CONTROL + space::XXS) as i8,
        top: padding.y as i8,
        bottom: padding.y as i8,
    };
    let mut output = TextEdit::singleline(text)
        .password(!shown)
        .margin(margin)
        .desired_width(f32::INFINITY)
        .show(ui);
    let id: Id = output.response.response.id;
    output.state.clear_undoer();
    output.state.store(ui.ctx(), id);
    let response = output.response.response;
    if response.has_focus() {
        ui.output_mut(|out| out.ime = None);
    }
    response
}

fn eye_ui(ui: &mut Ui, field: Rect, shown: bool, name: String) -> bool {
    let rect = Rect::from_min_size(
        eframe::egui::pos2(field.right() - size::CONTROL, field.top()),
        vec2(size::CONTROL, size::CONTROL),
    );
    let icon = if shown { icons::EYE_SLASH } else { icons::EYE };
    let mut eye = ui.new_child(UiBuilder::new().max_rect(rect));
    Button::icon_only(icon, name).ui(&mut eye).clicked()
}
