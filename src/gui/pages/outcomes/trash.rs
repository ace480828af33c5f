//! The trash of a term.

use eframe::egui::Ui;

use super::View;
use crate::domain::act::Act;
use crate::engine::ItemView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::pages::trash::{self, Trashed};
use crate::gui::words;

pub(super) fn trash_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let items = view.data.trash.iter();
    let of_term = items.filter(|item| item.facts.term == view.term);
    let trashed = of_term.map(|item| trashed(view, item)).collect();
    trash::trash_ui(
        ui,
        &view.data.status.limits,
        trashed,
        "刪除的成果會先放在這裡，上傳截止前都可以復原。",
        view.state.is_busy(),
        actions,
    );
}

fn trashed(view: &View<'_>, item: &ItemView) -> Trashed {
    let now = view.state.now;
    let refusal = view
        .data
        .status
        .permit(Act::Restore, item, now)
        .err()
        .or_else(|| view.state.may_create(item.facts.term, 1).err());
    Trashed {
        title: item.title.clone(),
        about: item.course_name.clone(),
        until: trash::until(item.trashed.as_ref()),
        refusal: refusal.map(|refusal| words::reason(&refusal, now)),
        restore: Action::Item(ItemAction::Restore(item.id)),
    }
}
