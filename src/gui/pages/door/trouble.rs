//! A library that cannot be used: what, why, and the ways on.

use eframe::egui::{Label, Ui};

use super::{NARROW, head_ui, stage_ui};
use crate::domain::trouble::LibraryTrouble;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{Button, card_ui};
use crate::text;

pub(super) fn trouble_ui(ui: &mut Ui, state: &State, trouble: &LibraryTrouble, actions: &mut Vec<Action>) {
    let message = text::store_trouble(trouble);
    stage_ui(ui, "trouble", NARROW, |ui| {
        head_ui(ui, "檔案庫沒有開啟", "");
        card_ui(ui, |ui| {
            ui.add(Label::new(Text::section(message.what)).wrap());
            ui.add(Label::new(Text::body(message.why).weak()).wrap());
            ui.add_space(space::XXS);
            ui.add(Label::new(Text::body(message.cure)).wrap());
            if let Some(path) = &state.wanted {
                ui.add_space(space::XXS);
                let place = format!("位置：{}", path.display());
                ui.add(Label::new(Text::secondary(place)).wrap().selectable(true));
            }
        });
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            if Button::primary("再試一次").ui(ui).clicked() {
                actions.push(Action::Retry);
            }
            if Button::secondary("開啟其他檔案庫…").ui(ui).clicked() {
                actions.push(Action::PickLibrary);
            }
            if Button::quiet("回到歡迎頁").ui(ui).clicked() {
                actions.push(Action::ShowWelcome);
            }
        });
    });
}
