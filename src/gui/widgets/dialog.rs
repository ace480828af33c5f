//! A question over the page, answered before anything else goes on.

use eframe::egui::{
    Align, Context, CornerRadius, Frame, Id, Label, Layout, Margin, Modal, Response, Stroke, Ui,
};

use super::Button;
use crate::gui::fonts::Text;
use crate::gui::keys::ENTER;
use crate::gui::theme::{Colors, radius, size, space, stroke};

/// How a dialog was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogAnswer {
    /// Go ahead: the button, or Enter while no button has the focus.
    Confirmed,
    /// Leave it: the button, Escape, or a click beside the dialog.
    Cancelled,
}

/// A dialog with a title, the consequence in words, and two ways out.
///
/// The focus stays inside. It starts on the safe button: on cancel when the act destroys, else on confirm.
#[must_use = "a dialog is drawn by `show`"]
#[derive(Clone, Debug)]
pub struct Dialog {
    title: String,
    body: String,
    confirm: String,
    cancel: String,
    destroys: bool,
    refusal: Option<String>,
    focus_content: bool,
    one_way: bool,
    width: f32,
}

impl Dialog {
    /// Something to read, with one button that closes it.
    pub fn reading(title: impl Into<String>, body: impl Into<String>, close: impl Into<String>) -> Self {
        let mut dialog = Self::new(title, body, close, "");
        dialog.one_way = true;
        dialog
    }

    /// A question called `title`; `body` names the consequence; the buttons are verbs.
    pub fn new(
        title: impl Into<String>,
        body: impl Into<String>,
        confirm: impl Into<String>,
        cancel: impl Into<String>,
    ) -> Self {
        Self {
            title: title.into(),
            body: body.into(),
            confirm: confirm.into(),
            cancel: cancel.into(),
            destroys: false,
            refusal: None,
            focus_content: false,
            one_way: false,
            width: size::DIALOG,
        }
    }

    /// The act cannot be taken back.
    pub fn destroys(mut self) -> Self {
        self.destroys = true;
        self
    }

    /// Why it cannot be confirmed yet.
    pub fn disabled_because(mut self, reason: Option<impl Into<String>>) -> Self {
        self.refusal = reason.map(Into::into);
        self
    }

    /// The focus starts in what the page draws between words and buttons.
    pub fn focus_content(mut self) -> Self {
        self.focus_content = true;
        self
    }

    /// The width in points.
    pub fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }

    /// Draws the question alone.
    pub fn show(self, ctx: &Context) -> Option<DialogAnswer> {
        self.show_with(ctx, |_| ())
    }

    /// Draws the question with `content` between its words and its buttons.
    pub fn show_with(self, ctx: &Context, content: impl FnOnce(&mut Ui)) -> Option<DialogAnswer> {
        let c = Colors::of(ctx.global_style().visuals.dark_mode);
        let frame = Frame::popup(&ctx.global_style())
            .fill(c.surface_raised)
            .stroke(Stroke::new(stroke::HAIR, c.line))
            .corner_radius(CornerRadius::same(radius::CARD))
            .inner_margin(Margin::same(space::L as i8));
        let id = Id::unique(("dialog", &self.title));
        let first_frame = first_frame_of(ctx, id);
        let area = Modal::default_area(id)
            .fade_in(false)
            .accessible_name(self.title.clone());
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(c.backdrop);
        let response = modal.show(ctx, |ui| {
            // A narrow window keeps all of it in sight.
            let room = ctx.content_rect().width() - 2.0 * (space::L + space::M);
            ui.set_width(self.width.min(room));
            ui.spacing_mut().item_spacing.y = space::S;
            ui.add(Label::new(Text::section(&self.title)).wrap());
            if !self.body.is_empty() {
                ui.add(Label::new(Text::body(&self.body)).wrap());
            }
            content(ui);
            ui.add_space(space::XXS);
            self.buttons_ui(ui, first_frame)
        });
        response
            .inner
            .or_else(|| response.should_close().then_some(DialogAnswer::Cancelled))
    }

    fn buttons_ui(&self, ui: &mut Ui, first_frame: bool) -> Option<DialogAnswer> {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let confirm = if self.destroys {
                Button::danger(&self.confirm)
            } else {
                Button::primary(&self.confirm)
            };
            let confirm = confirm.disabled_because(self.refusal.as_ref()).ui(ui);
            if self.one_way {
                if first_frame && !self.focus_content {
                    confirm.request_focus();
                }
                let done = confirm.clicked() || enter_is_free(ui, [&confirm, &confirm]);
                return done.then_some(DialogAnswer::Cancelled);
            }
            let cancel = Button::secondary(&self.cancel).ui(ui);
            if first_frame && !self.focus_content {
                if self.destroys {
                    cancel.request_focus()
                } else {
                    confirm.request_focus()
                }
            }
            let entered = self.refusal.is_none() && !self.destroys && enter_is_free(ui, [&confirm, &cancel]);
            if cancel.clicked() {
                Some(DialogAnswer::Cancelled)
            } else if confirm.clicked() || entered {
                Some(DialogAnswer::Confirmed)
            } else {
                None
            }
        })
        .inner
    }
}

/// Enter confirms when nothing else takes it; a one-line field gives up its focus with Enter.
fn enter_is_free(ui: &Ui, buttons: [&Response; 2]) -> bool {
    buttons.iter().all(|button| !button.has_focus())
        && ui.memory(|memory| memory.focused().is_none())
        && ui.input_mut(|input| ENTER.is_taken(input))
}

/// A dialog that was not drawn in the last pass starts anew.
fn first_frame_of(ctx: &Context, id: Id) -> bool {
    let pass = ctx.cumulative_pass_nr();
    let last = ctx.data_mut(|data| data.get_temp_mut_or_default::<u64>(id).to_owned());
    ctx.data_mut(|data| data.insert_temp(id, pass));
    last == 0 || pass > last + 1
}
