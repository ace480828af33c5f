//! The trash of a term: what can come back, and until when.

use eframe::egui::{Label, Ui};

use super::View;
use crate::domain::act::Act;
use crate::engine::ItemView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, card_ui, divider_ui};
use crate::gui::words;
use crate::text::notes;

pub(super) fn trash_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    ui.add(Label::new(Text::body(notes::trash(&view.data.status.limits)).weak()).wrap());
    ui.add_space(space::S);
    let items: Vec<&ItemView> = view
        .data
        .trash
        .iter()
        .filter(|item| item.facts.term == view.term)
        .collect();
    if items.is_empty() {
        let _ = EmptyState::new(
            icons::TRASH,
            "垃圾桶是空的",
            "刪除的成果會先放在這裡，上傳截止前都可以復原。",
        )
        .ui(ui);
        return;
    }
    card_ui(ui, |ui| {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                divider_ui(ui);
            }
            row_ui(ui, view, item, actions);
        }
    });
}

fn row_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let status = &view.data.status;
    let refusal = status
        .permit(Act::Restore, item, view.state.now)
        .err()
        .or_else(|| view.state.may_create(item.facts.term, 1).err());
    let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
    let until = item
        .trashed
        .map(|trash| notes::trash_until(trash.restorable_until, trash.removed_on))
        .unwrap_or_default();
    let name = Text::body(format!("{}　{}", item.title, item.course_name));
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            let restore = Button::secondary("復原")
                .icon(icons::ARROW_COUNTER_CLOCKWISE)
                .tooltip(format!("復原「{}」", item.title))
                .enabled(!view.state.is_busy())
                .disabled_because(reason);
            if restore.ui(ui).clicked() {
                actions.push(Action::Item(ItemAction::Restore(item.id)));
            }
        },
        |ui| two_lines_ui(ui, size::ROW_TALL, name, Text::secondary(until)),
    );
}
