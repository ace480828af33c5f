//! A field of several lines that says how much is written.

use eframe::egui::{Align, Label, Layout, Response, TextEdit, Ui};

use super::field::{Frame, error_line_ui, mark_error};
use crate::gui::fonts::Text;
use crate::gui::theme::{colors, size, space};

/// A labelled field of several lines, with a counter that turns amber near the limit. It refuses nothing:
/// what is too long is said when it is saved.
#[must_use = "a field is drawn by `ui`"]
pub struct MultilineField<'a> {
    label: String,
    text: &'a mut String,
    hint: String,
    help: Option<String>,
    error: Option<String>,
    count: Option<(usize, usize)>,
    rows: usize,
    enabled: bool,
}

impl<'a> MultilineField<'a> {
    /// A field called `label` that edits `text`.
    pub fn new(label: impl Into<String>, text: &'a mut String) -> Self {
        Self {
            label: label.into(),
            text,
            hint: String::new(),
            help: None,
            error: None,
            count: None,
            rows: 4,
            enabled: true,
        }
    }

    /// An example, shown while the field is empty.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// What to know before writing: how the characters are counted, who reads it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What is wrong with the text, if anything.
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// `used` of `limit` characters, counted by the rules and not by this widget.
    pub fn count(mut self, used: usize, limit: usize) -> Self {
        self.count = Some((used, limit));
        self
    }

    /// How many lines are visible at least.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
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
            help: None,
            error: None,
        };
        frame.ui(ui, None, |ui| {
            let response = ui
                .scope(|ui| {
                    mark_error(ui, wrong);
                    let edit = TextEdit::multiline(self.text)
                        .hint_text(self.hint)
                        .desired_width(f32::INFINITY)
                        .desired_rows(self.rows)
                        .interactive(self.enabled);
                    ui.add(edit)
                })
                .inner;
            foot_ui(ui, self.help.as_deref(), self.error.as_deref(), self.count);
            response
        })
    }
}

fn foot_ui(ui: &mut Ui, help: Option<&str>, error: Option<&str>, count: Option<(usize, usize)>) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if let Some((used, limit)) = count {
            ui.add(Label::new(counter_text(ui, used, limit)).extend());
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
            match (error, help) {
                (Some(error), _) => error_line_ui(ui, error),
                (None, Some(help)) => {
                    ui.add(Label::new(Text::secondary(help)).wrap());
                }
                (None, None) => {}
            }
        });
    });
}

fn counter_text(ui: &Ui, used: usize, limit: usize) -> eframe::egui::RichText {
    let text = format!("{used}/{limit}");
    match Fullness::of(used, limit) {
        Fullness::Roomy => Text::secondary(text),
        Fullness::NearlyFull => Text::label(text).color(colors(ui).submitted.ink),
        Fullness::Over => Text::label(text).color(colors(ui).returned.ink),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Fullness {
    Roomy,
    NearlyFull,
    Over,
}

impl Fullness {
    /// Nine tenths of the limit are nearly full.
    fn of(used: usize, limit: usize) -> Self {
        if used > limit {
            Self::Over
        } else if used * 10 >= limit * 9 {
            Self::NearlyFull
        } else {
            Self::Roomy
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Fullness;

    #[test]
    fn the_counter_turns_at_ninety_and_after_a_hundred() {
        let found = [89, 90, 100, 101].map(|used| Fullness::of(used, 100));
        assert_eq!(
            found,
            [
                Fullness::Roomy,
                Fullness::NearlyFull,
                Fullness::NearlyFull,
                Fullness::Over
            ]
        );
    }
}
