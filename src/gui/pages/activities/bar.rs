//! The bar under the open form: what can be done, or why not.

use eframe::egui::{Align, Layout, Ui};

use super::item::Open;
use super::{View, category_icon};
use crate::domain::act::Act;
use crate::domain::activity::Category;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::{ActivityAction, ActivityQuestion};
use crate::gui::icons;
use crate::gui::keys::SAVE;
use crate::gui::modal::Modal;
use crate::gui::widgets::{Button, menu_button_ui, menu_item_ui};
use crate::gui::words;
use crate::text::labels;

pub(super) fn bar_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        save_ui(ui, view, open, actions);
        if let Some(item) = open.item {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                others_ui(ui, view, item, open.editable, actions);
            });
        }
    });
}

fn save_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let lists = &view.data.status.activity_rules.lists;
    let (label, why) = match open.item {
        None => {
            let refusal = view.state.may_add_activity(1).err();
            let reading = (!view.state.activities.arriving.is_empty()).then(|| "檔案還在讀取。".to_owned());
            let why = refusal
                .map(|refusal| words::reason(&refusal, view.state.now))
                .or(reading);
            ("新增", why)
        }
        Some(item) => {
            let unsaved = view.state.activities.has_unsaved(item, lists);
            ("儲存", (!unsaved).then(|| "沒有需要儲存的修改。".to_owned()))
        }
    };
    let save = Button::primary(label)
        .icon(icons::FLOPPY_DISK)
        .shortcut(SAVE.text())
        .enabled(!view.state.is_busy())
        .disabled_because(why);
    if save.ui(ui).clicked() {
        actions.push(Action::Activity(ActivityAction::Save(open.key)));
    }
}

fn others_ui(ui: &mut Ui, view: &View<'_>, item: &ActivityView, editable: bool, actions: &mut Vec<Action>) {
    let busy = view.state.is_busy();
    let now = view.state.now;
    let reason = |refusal| words::reason(&refusal, now);
    let delete = view.data.status.permit_activity(Act::Delete, item, now);
    let delete = Button::quiet("刪除")
        .icon(icons::TRASH)
        .enabled(!busy)
        .disabled_because(delete.err().map(reason));
    if delete.ui(ui).clicked() {
        actions.push(Action::Activity(ActivityAction::Delete(item.id)));
    }
    let copy = Button::quiet("複製")
        .icon(icons::COPY)
        .tooltip("複製成新的一件")
        .enabled(!busy)
        .disabled_because(view.state.may_add_activity(1).err().map(reason));
    if copy.ui(ui).clicked() {
        actions.push(Action::Ask(Modal::Activity(ActivityQuestion::Copy(item.id))));
    }
    if !editable {
        return;
    }
    menu_button_ui(ui, Button::icon_only(icons::DOTS_THREE, "改放另一類"), |ui| {
        for category in Category::ALL {
            if category == item.category() {
                continue;
            }
            let name = format!("改放{}", labels::category(category));
            if menu_item_ui(ui, category_icon(category), &name, "").clicked() {
                actions.push(Action::Activity(ActivityAction::MoveTo(item.id, category)));
                ui.close();
            }
        }
    });
}
