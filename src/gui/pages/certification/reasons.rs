//! Why an item is returned: in the record pane, so that the document stays in sight.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, Label, Layout, Margin, Rect, ScrollArea, TextEdit, Ui, pos2, vec2,
};

use crate::domain::outcome::ReturnReason;
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, ReturnDraft, commands};
use crate::gui::fonts::Text;
use crate::gui::keys;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, divider_ui};
use crate::text::{certification as words, labels};

use super::pane_ui;

/// What reasons, note and buttons need.
const HEIGHT: f32 = 348.0;

/// The buttons below them, which do not scroll.
const BUTTONS: f32 = 44.0;

/// A reason in the list.
const ROW: f32 = 22.0;

/// From where to where they stand, below the head at `head`: above the decision at `foot`, or over it where
/// the window is too low for both. The buttons of the decision do not move.
pub(super) fn place(head: f32, foot: f32, bottom: f32) -> (f32, f32) {
    let end = if foot - head < HEIGHT { bottom } else { foot };
    ((end - HEIGHT).max(head), end)
}

pub(super) fn reasons_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(target) = state.panel.returns.open else {
        return;
    };
    let draft = state.panel.returns.draft(target).cloned().unwrap_or_default();
    let c = colors(ui);
    ui.painter()
        .rect_filled(ui.max_rect(), CornerRadius::ZERO, c.surface);
    divider_ui(ui);
    let pane = ui.max_rect();
    let line = pane.bottom() - BUTTONS;
    let buttons = Rect::from_min_max(pos2(pane.left(), line), pane.max);
    pane_ui(ui, "reason buttons", buttons, |ui| {
        let margin = Margin::symmetric(space::M as i8, space::XXS as i8);
        Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| buttons_ui(ui, &draft, actions));
    });
    ui.set_max_height(line - ui.cursor().top());
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt(("reasons", target))
        .auto_shrink(false)
        .show(ui, |ui| {
            let margin = Margin::symmetric(space::M as i8, space::S as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XXS;
                ui.horizontal(|ui| {
                    ui.add(Label::new(Text::strong(words::REASON)).extend());
                    ui.add(Label::new(Text::secondary(words::REASON_KEYS)).truncate());
                });
                list_ui(ui, &draft, actions);
                note_ui(ui, &draft, actions);
            });
        });
}

fn list_ui(ui: &mut Ui, draft: &ReturnDraft, actions: &mut Vec<Action>) {
    ui.spacing_mut().interact_size.y = ROW;
    for (place, reason) in ReturnReason::ALL.into_iter().enumerate() {
        let text = format!("{} {}", place + 1, labels::return_reason(reason));
        if ui.radio(draft.reason == Some(reason), text).clicked() {
            actions.push(Action::Panel(PanelAction::Reason(reason)));
        }
    }
}

/// Enter gives the item back, Shift + Enter begins a new line.
fn note_ui(ui: &mut Ui, draft: &ReturnDraft, actions: &mut Vec<Action>) {
    let mut text = draft.note.clone();
    let name = ui.add(Label::new(Text::label(words::NOTE)));
    let field = ui.add(
        TextEdit::multiline(&mut text)
            .hint_text(words::NOTE_HINT)
            .desired_width(f32::INFINITY)
            .desired_rows(2)
            .return_key(keys::NEW_LINE.shortcut()),
    );
    let field = field.labelled_by(name.id);
    if field.changed() {
        actions.push(Action::Panel(PanelAction::Note(text)));
    }
    if field.lost_focus() {
        actions.push(Action::LeftField);
    }
    let entered = field.has_focus() && ui.input(|input| keys::ENTER.is_pressed(input));
    if entered {
        actions.push(Action::Panel(PanelAction::Return));
    }
    if commands::note_is_wanted(ui.ctx()) || other_was_chosen(ui, draft) {
        field.request_focus();
    }
    if field.has_focus() {
        field.scroll_to_me(None);
    }
    if draft.lacks_words() {
        ui.add(Label::new(Text::secondary(words::NOTE_NEEDED).color(colors(ui).submitted.ink)).wrap());
    }
}

/// 其他 was chosen just now: it needs words, so the field is ready for them.
fn other_was_chosen(ui: &Ui, draft: &ReturnDraft) -> bool {
    let id = Id::unique("reason drawn last");
    let chosen = draft.reason == Some(ReturnReason::Other);
    let before = ui.ctx().data_mut(|data| {
        let before = data.get_temp::<bool>(id);
        data.insert_temp(id, chosen);
        before
    });
    chosen && before == Some(false)
}

fn buttons_ui(ui: &mut Ui, draft: &ReturnDraft, actions: &mut Vec<Action>) {
    let missing = if draft.reason.is_none() {
        Some(words::PICK_REASON)
    } else if draft.lacks_words() {
        Some(words::NOTE_NEEDED)
    } else {
        None
    };
    let row = vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let cancel = Button::quiet(words::CANCEL).shortcut("Esc");
        if cancel.ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::CloseReasons));
        }
        let confirm = Button::danger(words::CONFIRM_RETURN)
            .shortcut("Enter")
            .disabled_because(missing);
        if confirm.full_width().ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::Return));
        }
    });
}
