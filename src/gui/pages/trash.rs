//! The trash of a list: what can come back, and until when.

use eframe::egui::{Label, Ui};

use crate::domain::limits::Limits;
use crate::engine::TrashView;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, card_ui, divider_ui};
use crate::text::notes;

/// Something in the trash.
pub(super) struct Trashed {
    pub title: String,
    /// To what it belongs
    pub about: String,
    /// How long it can come back
    pub until: String,
    /// Why it cannot come back now
    pub refusal: Option<String>,
    pub restore: Action,
}

/// How long something can come back, in words.
pub(super) fn until(trash: Option<&TrashView>) -> String {
    trash
        .map(|trash| notes::trash_until(trash.restorable_until, trash.removed_on))
        .unwrap_or_default()
}

/// Draws all of them; `empty` says what would be here.
pub(super) fn trash_ui(
    ui: &mut Ui,
    limits: &Limits,
    trashed: Vec<Trashed>,
    empty: &str,
    is_busy: bool,
    actions: &mut Vec<Action>,
) {
    ui.add(Label::new(Text::body(notes::trash(limits)).weak()).wrap());
    ui.add_space(space::S);
    if trashed.is_empty() {
        let _ = EmptyState::new(icons::TRASH, "垃圾桶是空的", empty).ui(ui);
        return;
    }
    card_ui(ui, |ui| {
        for (index, one) in trashed.into_iter().enumerate() {
            if index > 0 {
                divider_ui(ui);
            }
            row_ui(ui, one, is_busy, actions);
        }
    });
}

fn row_ui(ui: &mut Ui, one: Trashed, is_busy: bool, actions: &mut Vec<Action>) {
    let name = Text::body(format!("{}　{}", one.title, one.about));
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            let restore = Button::secondary("復原")
                .icon(icons::ARROW_COUNTER_CLOCKWISE)
                .tooltip(format!("復原「{}」", one.title))
                .enabled(!is_busy)
                .disabled_because(one.refusal);
            if restore.ui(ui).clicked() {
                actions.push(one.restore);
            }
        },
        |ui| two_lines_ui(ui, size::ROW_TALL, name, Text::secondary(one.until)),
    );
}
