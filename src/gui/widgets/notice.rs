//! Something the person should know, in three parts: what happened, why, what now.

use eframe::egui::{CornerRadius, Frame, Label, Margin, Sense, Stroke, Ui, vec2};

use super::link_ui;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{Colors, Tint, colors, line_height, radius, size, space, stroke, type_size};

/// How heavy a notice is: decides icon and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Something went well.
    Success,
    /// Something will be lost unless the person acts.
    Caution,
    /// Something was refused or went wrong.
    Refusal,
}

impl NoticeKind {
    const fn icon(self) -> &'static str {
        match self {
            Self::Info => icons::INFO,
            Self::Success => icons::CHECK_CIRCLE,
            Self::Caution => icons::WARNING,
            Self::Refusal => icons::WARNING_CIRCLE,
        }
    }

    const fn tint(self, c: &Colors) -> Tint {
        match self {
            Self::Info => Tint {
                ink: c.accent,
                soft: c.accent_soft,
            },
            Self::Success => c.certified,
            Self::Caution => c.submitted,
            Self::Refusal => c.returned,
        }
    }
}

/// A notice in the flow of a page.
#[must_use = "a notice is drawn by `ui`"]
#[derive(Clone, Debug)]
pub struct Notice {
    kind: NoticeKind,
    what: String,
    why: Option<String>,
    now: Option<String>,
    action: Option<String>,
}

impl Notice {
    /// `what` happened.
    pub fn new(kind: NoticeKind, what: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            why: None,
            now: None,
            action: None,
        }
    }

    /// Why it is so.
    pub fn why(mut self, why: impl Into<String>) -> Self {
        self.why = Some(why.into());
        self
    }

    /// What can be done now.
    pub fn now(mut self, now: impl Into<String>) -> Self {
        self.now = Some(now.into());
        self
    }

    /// A link to where it can be done or read.
    pub fn action(mut self, label: impl Into<String>) -> Self {
        self.action = Some(label.into());
        self
    }

    /// Draws the notice; true when the link was chosen.
    pub fn ui(self, ui: &mut Ui) -> bool {
        let tint = self.kind.tint(colors(ui));
        Frame::new()
            // Half as strong as a chip: the surface is much larger.
            .fill(tint.soft.lerp_to_gamma(colors(ui).surface_raised, 0.5))
            .stroke(Stroke::new(stroke::HAIR, tint.ink.gamma_multiply(0.35)))
            .corner_radius(CornerRadius::same(radius::CARD))
            .inner_margin(Margin::symmetric(space::M as i8, space::S as i8))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal_top(|ui| {
                    let height = type_size::BODY * line_height::RUNNING;
                    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, height), Sense::hover());
                    icons::paint(ui.painter(), rect.center(), self.kind.icon(), tint.ink);
                    ui.vertical(|ui| self.words_ui(ui)).inner
                })
                .inner
            })
            .inner
    }

    fn words_ui(self, ui: &mut Ui) -> bool {
        ui.spacing_mut().item_spacing.y = space::XXS;
        ui.set_max_width(ui.available_width().min(size::RUNNING_TEXT));
        ui.add(Label::new(Text::strong(self.what)).wrap());
        for part in [self.why, self.now].into_iter().flatten() {
            ui.add(Label::new(Text::body(part)).wrap());
        }
        self.action.is_some_and(|label| link_ui(ui, &label).clicked())
    }
}
