//! A new personal library.

use eframe::egui::Ui;

use super::{NARROW, PASSWORD, head_ui, is_good, library_place_ui, new_password_ui, refusal_ui, stage_ui};
use crate::domain::access::Role;
use crate::gui::action::Action;
use crate::gui::forms::TextField;
use crate::gui::pages::text_field_ui;
use crate::gui::state::{Asked, State};
use crate::gui::theme::space;
use crate::gui::widgets::{Button, Field, card_ui, waiting_ui};
use crate::text::{screen, set_up};

const ROLES: [Role; 2] = [Role::Student, Role::Owner];

pub(super) fn create_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    stage_ui(ui, "create", NARROW, |ui| {
        head_ui(ui, "建立個人檔案庫", screen::PERSONAL_LIBRARY);
        refusal_ui(ui, state, actions);
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            form_ui(ui, state, actions);
        });
        ui.add_space(space::S);
        if state.is_asked(|asked| *asked == Asked::Create) {
            waiting_ui(ui, "正在建立檔案庫…");
            return;
        }
        ui.horizontal(|ui| {
            let account = state.forms.text(TextField::NewAccount);
            let named = [
                TextField::NewName,
                TextField::NewAccount,
                TextField::NewEntryYear,
                TextField::NewLibraryPath,
            ]
            .iter()
            .all(|field| !state.forms.text(*field).trim().is_empty());
            let reason = match (named, is_good(state, &ROLES, account)) {
                (false, _) => Some("姓名、帳號、入學學年度和位置都要填"),
                (true, false) => Some("密碼還沒有符合下面的條件"),
                (true, true) => None,
            };
            if Button::primary("建立").disabled_because(reason).ui(ui).clicked() {
                actions.push(Action::CreatePersonal);
            }
            if Button::quiet(set_up::BACK).ui(ui).clicked() {
                actions.push(Action::ShowWelcome);
            }
        });
    });
}

fn form_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    text_field_ui(
        ui,
        state,
        TextField::NewName,
        |text| Field::new("姓名", text),
        actions,
    );
    text_field_ui(
        ui,
        state,
        TextField::NewAccount,
        |text| Field::new("帳號", text).help("登入用，可以用學號。"),
        actions,
    );
    text_field_ui(
        ui,
        state,
        TextField::NewEntryYear,
        |text| {
            Field::new("入學學年度", text)
                .help("高一那一年，例如 114。")
                .width(240.0)
        },
        actions,
    );
    let account = state.forms.text(TextField::NewAccount);
    new_password_ui(ui, state, PASSWORD, &ROLES, account, actions);
    library_place_ui(ui, state, actions);
}
