//! The lock screen: everything behind it is kept.

use eframe::egui::Ui;

use super::{NARROW, head_ui, refusal_ui, stage_ui};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::SecretField;
use crate::gui::pages::{entered, password, secret_field_ui};
use crate::gui::state::{Asked, State};
use crate::gui::theme::space;
use crate::gui::widgets::{Button, card_ui, waiting_ui};
use crate::text::screen;

pub(super) fn locked_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(session) = &state.session else { return };
    stage_ui(ui, "locked", NARROW, |ui| {
        head_ui(ui, "已鎖定", screen::LOCKED);
        refusal_ui(ui, state, actions);
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let who = format!("{}　{}", session.display_name, session.account_name);
            ui.label(Text::strong(who));
            let field = secret_field_ui(
                ui,
                state,
                SecretField::Unlock,
                |text| password("密碼", text),
                actions,
            );
            if state.forms.secret(SecretField::Unlock).is_empty()
                && ui.memory(|memory| memory.focused().is_none())
            {
                field.request_focus();
            }
            let enter = entered(ui, &field);
            if state.is_asked(|asked| *asked == Asked::Unlock) {
                waiting_ui(ui, "正在解除鎖定…");
                return;
            }
            let pause = state.forms.pause_seconds(state.now);
            let reason = match pause {
                Some(seconds) => Some(format!("請再等 {seconds} 秒")),
                None if state.forms.secret(SecretField::Unlock).is_empty() => Some("請輸入密碼".to_owned()),
                None => None,
            };
            let ready = reason.is_none();
            let clicked = Button::primary("解除鎖定")
                .disabled_because(reason)
                .full_width()
                .ui(ui)
                .clicked();
            if clicked || (enter && ready) {
                actions.push(Action::Unlock);
            }
        });
        ui.add_space(space::XS);
        if Button::quiet("登出，換其他人使用").ui(ui).clicked() {
            actions.push(Action::SwitchUser);
        }
    });
}
