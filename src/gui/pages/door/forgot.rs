//! A forgotten password of a personal library.

use eframe::egui::Ui;

use super::{NARROW, NEW_PASSWORD, head_ui, is_good, new_password_ui, refusal_ui, stage_ui};
use crate::domain::access::Role;
use crate::domain::act::LibraryKind;
use crate::gui::action::Action;
use crate::gui::forms::{SecretField, TextField};
use crate::gui::pages::{password, secret_field_ui, text_field_ui};
use crate::gui::state::{Asked, State};
use crate::gui::theme::space;
use crate::gui::widgets::{Button, Field, card_ui, waiting_ui};
use crate::text::screen;

pub(super) fn forgot_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let account = state.forms.text(TextField::LoginAccount).to_owned();
    // A school gives a recovery code to its administrator alone.
    let is_school = state
        .library
        .as_ref()
        .is_some_and(|library| library.kind == LibraryKind::School);
    let roles: &[Role] = if is_school { &[Role::Administrator] } else { &[] };
    stage_ui(ui, "forgot", NARROW, |ui| {
        head_ui(ui, "用復原碼設定新密碼", screen::FORGOT);
        refusal_ui(ui, state, actions);
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            text_field_ui(
                ui,
                state,
                TextField::LoginAccount,
                |text| Field::new("帳號", text),
                actions,
            );
            secret_field_ui(
                ui,
                state,
                SecretField::RecoveryCode,
                |text| password("復原碼", text),
                actions,
            );
            new_password_ui(ui, state, NEW_PASSWORD, roles, &account, actions);
        });
        ui.add_space(space::S);
        if state.is_asked(|asked| *asked == Asked::Reset) {
            waiting_ui(ui, "正在變更密碼…");
            return;
        }
        ui.horizontal(|ui| {
            let complete = !account.trim().is_empty()
                && !state.forms.secret(SecretField::RecoveryCode).is_empty()
                && is_good(state, roles, &account);
            let reason = (!complete).then_some("帳號、復原碼和新密碼都要填好");
            if Button::primary("設定新密碼")
                .disabled_because(reason)
                .ui(ui)
                .clicked()
            {
                actions.push(Action::ResetPassword);
            }
            if Button::quiet("回到登入").ui(ui).clicked() {
                actions.push(Action::ShowLogin);
            }
        });
    });
}
