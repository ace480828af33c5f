//! The trash: what can come back, and until when.

use eframe::egui::{Label, Ui};

use super::View;
use crate::domain::act::Act;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::ActivityAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, card_ui, divider_ui};
use crate::gui::words;
use crate::text::{activity as said, labels, notes};

pub(super) fn trash_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    ui.add(Label::new(Text::body(notes::trash(&view.data.status.limits)).weak()).wrap());
    ui.add_space(space::S);
    let items = &view.data.activity_trash;
    if items.is_empty() {
        let _ = EmptyState::new(
            icons::TRASH,
            "垃圾桶是空的",
            "刪除的多元表現會先放在這裡，截止前都可以復原。",
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

fn row_ui(ui: &mut Ui, view: &View<'_>, item: &ActivityView, actions: &mut Vec<Action>) {
    let permit = view
        .data
        .status
        .permit_activity(Act::Restore, item, view.state.now);
    let reason = permit
        .err()
        .map(|refusal| words::reason(&refusal, view.state.now));
    let until = item
        .trashed
        .map(|trash| notes::trash_until(trash.restorable_until, trash.removed_on))
        .unwrap_or_default();
    let title = said::title(item.category(), &item.values);
    let name = Text::body(format!("{title}　{}", labels::category(item.category())));
    control_row_ui(
        ui,
        size::ROW_TALL,
        actions,
        |ui, actions| {
            let restore = Button::secondary("復原")
                .icon(icons::ARROW_COUNTER_CLOCKWISE)
                .tooltip(format!("復原「{title}」"))
                .enabled(!view.state.is_busy())
                .disabled_because(reason);
            if restore.ui(ui).clicked() {
                actions.push(Action::Activity(ActivityAction::Restore(item.id)));
            }
        },
        |ui| two_lines_ui(ui, size::ROW_TALL, name, Text::secondary(until)),
    );
}
