//! The bar under the open item: what can be done, or why not.

use eframe::egui::{Align, Layout, Ui};

use super::View;
use crate::domain::act::Act;
use crate::domain::outcome::OutcomeState;
use crate::engine::ItemView;
use crate::gui::action::{Action, ItemAction};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::keys::SAVE;
use crate::gui::theme::space;
use crate::gui::widgets::{Button, menu_button_ui, menu_item_ui};
use crate::gui::words;
use crate::text::labels;

pub(super) fn actions_ui(ui: &mut Ui, view: &View<'_>, item: &ItemView, actions: &mut Vec<Action>) {
    let now = view.state.now;
    let busy = view.state.is_busy();
    let status = &view.data.status;
    let reason = |act: Act| {
        status
            .permit(act, item, now)
            .err()
            .map(|refusal| words::reason(&refusal, now))
    };
    let unsaved = view.state.has_unsaved(item);
    let mut push = |action: ItemAction| actions.push(Action::Item(action));

    // One sentence says why the item is locked; a tooltip alone would hide it.
    if !item.state().is_students()
        && let Err(refusal) = status.permit(Act::Edit, item, now)
        && !view.state.is_personal()
    {
        let message = crate::text::refusal(&refusal, now);
        ui.add(eframe::egui::Label::new(Text::secondary(message.why)).wrap());
        ui.add_space(space::XXS);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if view.state.is_personal() {
            record_ui(ui, item, &mut push);
        } else if item.state().is_students() {
            let why =
                reason(Act::Submit).or_else(|| unsaved.then(|| "請先儲存修改，再送出認證。".to_owned()));
            let button = Button::primary("送出認證")
                .icon(icons::PAPER_PLANE_TILT)
                .enabled(!busy)
                .disabled_because(why);
            if button.ui(ui).clicked() {
                push(ItemAction::Submit(item.id));
            }
        } else if item.facts.return_requested {
            let button = Button::secondary("撤回退回請求")
                .icon(icons::ARROW_U_UP_LEFT)
                .enabled(!busy)
                .disabled_because(reason(Act::WithdrawRequest));
            if button.ui(ui).clicked() {
                push(ItemAction::WithdrawRequest(item.id));
            }
        } else {
            let button = Button::secondary("請老師退回")
                .icon(icons::CHAT_TEXT)
                .enabled(!busy)
                .disabled_because(reason(Act::RequestReturn));
            if button.ui(ui).clicked() {
                push(ItemAction::RequestReturn(item.id));
            }
        }
        if item.state().is_students() || view.state.is_personal() {
            let why = reason(Act::Edit).or_else(|| (!unsaved).then(|| "沒有需要儲存的修改。".to_owned()));
            let save = Button::secondary("儲存")
                .icon(icons::FLOPPY_DISK)
                .shortcut(SAVE.text())
                .enabled(!busy)
                .disabled_because(why);
            if save.ui(ui).clicked() {
                push(ItemAction::Save(item.id));
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let delete = Button::quiet("刪除")
                .icon(icons::TRASH)
                .enabled(!busy)
                .disabled_because(reason(Act::Delete));
            if delete.ui(ui).clicked() {
                push(ItemAction::Delete(item.id));
            }
        });
    });
}

/// 記錄學校平臺上的狀態
fn record_ui(ui: &mut Ui, item: &ItemView, push: &mut impl FnMut(ItemAction)) {
    let button = Button::secondary("記錄學校平臺上的狀態").icon(icons::NOTE_PENCIL);
    menu_button_ui(ui, button, |ui| {
        for state in OutcomeState::ALL {
            if state == item.state() {
                continue;
            }
            if menu_item_ui(ui, icons::CARET_RIGHT, labels::state(state), "").clicked() {
                push(ItemAction::RecordState(item.id, state));
                ui.close();
            }
        }
    });
}
