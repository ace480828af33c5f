//! Logging in, locking, passwords.

use crate::engine::{Secret, Session};
use crate::gui::action::Action;
use crate::gui::certification::Panel;
use crate::gui::choosing::Choosing;
use crate::gui::copies::Copies;
use crate::gui::dates::Dates;
use crate::gui::edits::Journal;
use crate::gui::effect::Effect;
use crate::gui::filing::FilingDesk;
use crate::gui::finding::Finding;
use crate::gui::forms::{SecretField, TextField};
use crate::gui::imports::Imports;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::officers::Officers;
use crate::gui::people::{People, PeopleField};
use crate::gui::progress::ProgressDesk;
use crate::gui::route::Route;
use crate::gui::state::{Asked, State};
use crate::gui::viewer::Viewer;
use crate::worker::Request;

use super::journal;
use super::opening::enter;

pub(super) fn update(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::FillIn { account, password } => {
            state.forms.set(TextField::LoginAccount, account);
            state.forms.set_secret(SecretField::Login, Secret::new(password));
            state.said = None;
            Vec::new()
        }
        Action::Login => {
            let account = state.forms.text(TextField::LoginAccount).trim().to_owned();
            let password = state.forms.take_secret(SecretField::Login);
            // A first login changes it on the next page, without typing it again.
            state.forms.set_secret(SecretField::Current, password.clone());
            state.said = None;
            vec![state.send(Asked::Login, Request::Login { account, password })]
        }
        Action::Unlock => {
            let Some(account) = state.session.as_ref().map(|s| s.account_name.clone()) else {
                return Vec::new();
            };
            let password = state.forms.take_secret(SecretField::Unlock);
            state.said = None;
            vec![state.send(Asked::Unlock, Request::Login { account, password })]
        }
        Action::SwitchUser | Action::Logout => logout(state),
        Action::ResetPassword => {
            let account = state.forms.text(TextField::LoginAccount).trim().to_owned();
            let code = state.forms.take_secret(SecretField::RecoveryCode);
            let new = state.forms.take_secret(SecretField::New);
            state.forms.forget_secrets();
            state.said = None;
            vec![state.send(
                Asked::Reset,
                Request::ResetWithRecoveryCode { account, code, new },
            )]
        }
        Action::ChangePassword => change_password(state),
        Action::Lock => lock(state),
        _ => Vec::new(),
    }
}

/// A session was given: by login, or by a changed password.
pub(super) fn logged_in(state: &mut State, session: Session) -> Vec<Effect> {
    state.forms.paused_until = None;
    state.said = None;
    if !session.must_change_password {
        state.forms.forget_secrets();
    }
    state.session = Some(session);
    enter(state)
}

/// The person who locked is back; everything is as it was left.
pub(super) fn unlocked(state: &mut State, session: Session) -> Vec<Effect> {
    state.forms.paused_until = None;
    state.said = None;
    state.session = Some(session);
    state.touched = state.now;
    if let Route::Locked { back } = state.route.clone() {
        state.route = Route::At(back);
    }
    let mut effects = super::reload(state);
    effects.extend(super::certification::reload(state));
    effects.extend(super::people::look(state));
    effects.extend(super::officers::reload(state));
    effects.extend(super::progress::reload(state));
    effects
}

pub(super) fn lock(state: &mut State) -> Vec<Effect> {
    let Some(page) = state.route.page().cloned() else {
        return Vec::new();
    };
    let effects = journal(state, true);
    state.forms.forget_secrets();
    if let Some(Modal::ChangePassword) = state.modal {
        state.modal = None;
    }
    state.said = None;
    state.toast = None;
    state.route = Route::Locked { back: page };
    effects
}

fn logout(state: &mut State) -> Vec<Effect> {
    let mut effects = journal(state, true);
    if let Some(Modal::Add(intake)) = state.modal.take() {
        effects.extend(super::intake::abandon(state, *intake));
        effects.extend(journal(state, true));
    }
    effects.extend(forget_person(state));
    effects.push(state.send(Asked::Nothing, Request::Leave));
    state.forms.set(TextField::LoginAccount, "");
    state.said = None;
    state.route = Route::Login;
    effects
}

/// Nothing of the last person stays; answers still under way are dropped.
pub(super) fn forget_person(state: &mut State) -> Vec<Effect> {
    let reading: Vec<_> = state
        .asked
        .iter()
        .filter(|(_, asked)| {
            matches!(
                asked,
                Asked::FileForIntake
                    | Asked::FileForItem
                    | Asked::Viewer(_)
                    | Asked::Import(_)
                    | Asked::Copies(_)
                    | Asked::Filing(_)
            )
        })
        .map(|(ticket, _)| *ticket)
        .collect();
    state.asked.clear();
    state.reload_again = false;
    state.session = None;
    state.data = Loadable::NotAsked;
    state.edits.clear();
    state.new_draft = (String::new(), String::new());
    state.kept_words.clear();
    state.journal = Journal::default();
    state.history.clear();
    state.preview = None;
    state.panel = Panel::default();
    state.viewer = Viewer::default();
    state.imports = Imports::default();
    state.people = People::default();
    state.copies = Copies::default();
    state.filing = FilingDesk::default();
    state.finding = Finding::default();
    state.choosing = Choosing::default();
    state.dates = Dates::default();
    state.officers = Officers::default();
    state.progress = ProgressDesk::default();
    state.receiving = None;
    state.modal = None;
    state.toast = None;
    state.waiting_for = None;
    state.forms.forget_secrets();
    for field in [
        TextField::SearchItems,
        TextField::SearchFaq,
        TextField::SearchStudents,
        TextField::TransferStudent,
        TextField::AcceptReason,
        TextField::SearchPosts,
        TextField::ReceiptProblem,
        TextField::ReceiptReply,
        TextField::PostWords,
        TextField::SearchProgress,
        TextField::FilePath,
    ] {
        state.forms.set(field, "");
    }
    for field in PeopleField::ALL {
        state.forms.set(TextField::People(field), "");
    }
    reading.into_iter().map(Effect::Cancel).collect()
}

/// First login, or by choice.
pub(super) fn change_password(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    if state.forms.secret(SecretField::New) != state.forms.secret(SecretField::Again) {
        return Vec::new();
    }
    let current = Secret::new(state.forms.secret(SecretField::Current));
    let new = Secret::new(state.forms.secret(SecretField::New));
    state.said = None;
    vec![state.send(
        Asked::ChangePassword,
        Request::ChangePassword {
            session,
            current,
            new,
        },
    )]
}

/// The password was changed; the old session is over.
pub(super) fn password_changed(
    state: &mut State,
    session: Session,
    recovery_code: Option<Secret>,
) -> Vec<Effect> {
    state.session = Some(session);
    state.forms.forget_secrets();
    state.said = None;
    if let Some(code) = recovery_code {
        super::opening::show_code(state, code);
        return Vec::new();
    }
    super::toast(state, "密碼已變更。", None);
    if let Some(Modal::ChangePassword) = state.modal {
        state.modal = None;
        let mut effects = super::reload(state);
        effects.extend(super::certification::reload(state));
        return effects;
    }
    enter(state)
}
