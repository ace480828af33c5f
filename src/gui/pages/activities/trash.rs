//! The trash of 多元表現.

use eframe::egui::Ui;

use super::View;
use crate::domain::act::Act;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::ActivityAction;
use crate::gui::pages::trash::{self, Trashed};
use crate::gui::words;
use crate::text::{activity as said, labels};

pub(super) fn trash_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let items = view.data.activity_trash.iter();
    let trashed = items.map(|item| trashed(view, item)).collect();
    trash::trash_ui(
        ui,
        &view.data.status.limits,
        trashed,
        "刪除的多元表現會先放在這裡，截止前都可以復原。",
        view.state.is_busy(),
        actions,
    );
}

fn trashed(view: &View<'_>, item: &ActivityView) -> Trashed {
    let now = view.state.now;
    let permit = view.data.status.permit_activity(Act::Restore, item, now);
    Trashed {
        title: said::title(item.category(), &item.values),
        about: labels::category(item.category()).to_owned(),
        until: trash::until(item.trashed.as_ref()),
        refusal: permit.err().map(|refusal| words::reason(&refusal, now)),
        restore: Action::Activity(ActivityAction::Restore(item.id)),
    }
}
