//! A new password with the rule checked while it is typed: first login, and by choice.

use eframe::egui::{Label, Response, Ui};

use super::{NARROW, head_ui, refusal_ui, stage_ui};
use crate::domain::access::Role;
use crate::domain::login::{needs_strength, password_marks, require_password_for};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::SecretField;
use crate::gui::icons;
use crate::gui::pages::{entered, password, secret_field_ui};
use crate::gui::state::{Asked, State};
use crate::gui::theme::{colors, space};
use crate::gui::widgets::{Button, card_ui, waiting_ui};
use crate::text::{notes, set_up};

/// What the two fields are called where there is an old password.
pub const NEW_PASSWORD: [&str; 2] = ["新密碼", "再輸入一次新密碼"];
/// And where there is none yet.
pub(super) const PASSWORD: [&str; 2] = [set_up::PASSWORD, set_up::PASSWORD_AGAIN];

pub(super) fn first_password_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(session) = &state.session else { return };
    let (account, roles) = (session.account_name.as_str(), session.roles.as_slice());
    stage_ui(ui, "first password", NARROW, |ui| {
        head_ui(ui, "換成自己的密碼", &notes::first_login());
        refusal_ui(ui, state, actions);
        let mut enter = false;
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::S;
            let [new, again] = new_password_ui(ui, state, NEW_PASSWORD, roles, account, actions);
            if state.forms.secret(SecretField::New).is_empty()
                && ui.memory(|memory| memory.focused().is_none())
            {
                new.request_focus();
            }
            enter = entered(ui, &again);
        });
        ui.add_space(space::S);
        if state.is_asked(|asked| *asked == Asked::ChangePassword) {
            waiting_ui(ui, "正在變更密碼…");
            return;
        }
        ui.horizontal(|ui| {
            let good = is_good(state, roles, account);
            let reason = (!good).then_some("新密碼還沒有符合上面的條件");
            let clicked = Button::primary("變更密碼並繼續")
                .disabled_because(reason)
                .ui(ui)
                .clicked();
            if clicked || (enter && good) {
                actions.push(Action::ChangePassword);
            }
            if Button::quiet("登出").ui(ui).clicked() {
                actions.push(Action::Logout);
            }
        });
    });
}

/// The new password, typed twice, with the conditions below.
pub fn new_password_ui(
    ui: &mut Ui,
    state: &State,
    labels: [&str; 2],
    roles: &[Role],
    account: &str,
    actions: &mut Vec<Action>,
) -> [Response; 2] {
    let new = secret_field_ui(
        ui,
        state,
        SecretField::New,
        |text| password(labels[0], text),
        actions,
    );
    let again = secret_field_ui(
        ui,
        state,
        SecretField::Again,
        |text| password(labels[1], text),
        actions,
    );
    checks_ui(ui, state, roles, account);
    [new, again]
}

/// Whether what is typed will do for somebody with these roles.
pub fn is_good(state: &State, roles: &[Role], account: &str) -> bool {
    let new = state.forms.secret(SecretField::New);
    require_password_for(roles, account, new).is_ok() && new == state.forms.secret(SecretField::Again)
}

/// The conditions, each ticked off as it is met.
fn checks_ui(ui: &mut Ui, state: &State, roles: &[Role], account: &str) {
    let new = state.forms.secret(SecretField::New);
    let marks = password_marks(roles, account, new);
    let same = !new.is_empty() && new == state.forms.secret(SecretField::Again);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        // Lines of text, not rows of controls.
        ui.spacing_mut().interact_size.y = 0.0;
        check_ui(ui, marks.long, &notes::password_length(needs_strength(roles)));
        if let Some(varied) = marks.varied {
            check_ui(ui, varied, &notes::password_variety());
        }
        check_ui(ui, marks.differs, "不是帳號，也不是身分證字號");
        check_ui(ui, same, "兩次輸入相同");
    });
}

fn check_ui(ui: &mut Ui, met: bool, condition: &str) {
    let c = colors(ui);
    let (icon, ink, spoken) = if met {
        (icons::CHECK_CIRCLE, c.certified.ink, "已符合")
    } else {
        (icons::MINUS, c.ink_soft, "未符合")
    };
    ui.horizontal(|ui| {
        ui.label(eframe::egui::RichText::new(icon).color(ink));
        ui.add(Label::new(
            Text::secondary(format!("{condition}（{spoken}）")).color(ink),
        ));
    });
}
