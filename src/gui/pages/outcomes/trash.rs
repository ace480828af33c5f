//! The trash of a term: what can come back, and until when.

use eframe::egui::{Align, Label, Layout, Ui};

use super::View;
use crate::domain::act::Act;
use crate::engine::ItemView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::space;
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
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
        let restore = Button::secondary("復原")
            .icon(icons::ARROW_COUNTER_CLOCKWISE)
            .tooltip(format!("復原「{}」", item.title))
            .enabled(!view.state.is_busy())
            .disabled_because(reason);
        if restore.ui(ui).clicked() {
            actions.push(Action::Item(ItemAction::Restore(item.id)));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(Text::body(format!("{}　{}", item.title, item.course_name))).truncate());
            if let Some(trash) = item.trashed {
                let until = notes::trash_until(trash.restorable_until, trash.removed_on);
                ui.add(Label::new(Text::secondary(until)).truncate());
            }
        });
    });
}
