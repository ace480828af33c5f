//! A line at the bottom that says what was just done, with a way back.

use eframe::egui::{Align2, Area, Context, Frame, Id, Label, Margin, Order, vec2};

use super::{Button, link_ui};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{size, space};

/// What the person did with a toast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ToastAnswer {
    /// Nothing yet.
    #[default]
    None,
    /// The action was chosen.
    Action,
    /// It was sent away.
    Dismissed,
}

/// A toast. How long it stays is decided by whoever draws it.
#[must_use = "a toast is drawn by `show`"]
#[derive(Clone, Debug)]
pub struct Toast {
    text: String,
    action: Option<String>,
    close_name: String,
    left: f32,
}

impl Toast {
    /// `text` says what was done; the cross is called `close_name`.
    pub fn new(text: impl Into<String>, close_name: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            action: None,
            close_name: close_name.into(),
            left: space::L,
        }
    }

    /// The way back.
    pub fn action(mut self, label: impl Into<String>) -> Self {
        self.action = Some(label.into());
        self
    }

    /// How far from the left edge of the window it stands, in points.
    pub fn left(mut self, points: f32) -> Self {
        self.left = points;
        self
    }

    /// Draws it over everything at the bottom of the window.
    pub fn show(self, ctx: &Context) -> ToastAnswer {
        Area::new(Id::unique("toast"))
            .order(Order::Tooltip)
            .anchor(Align2::LEFT_BOTTOM, vec2(self.left, -space::L))
            .fade_in(false)
            .show(ctx, |ui| {
                let margin = Margin {
                    left: space::M as i8,
                    right: space::XS as i8,
                    top: space::XS as i8,
                    bottom: space::XS as i8,
                };
                Frame::popup(ui.style())
                    .inner_margin(margin)
                    .show(ui, |ui| self.row_ui(ui))
                    .inner
            })
            .inner
    }

    fn row_ui(self, ui: &mut eframe::egui::Ui) -> ToastAnswer {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            ui.spacing_mut().item_spacing.x = space::S;
            ui.add(Label::new(Text::body(self.text)).extend());
            let mut answer = ToastAnswer::None;
            if self.action.is_some_and(|label| link_ui(ui, &label).clicked()) {
                answer = ToastAnswer::Action;
            }
            if Button::icon_only(icons::X, self.close_name).ui(ui).clicked() {
                answer = ToastAnswer::Dismissed;
            }
            answer
        })
        .inner
    }
}
