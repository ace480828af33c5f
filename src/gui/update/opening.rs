//! From no library to the login page.

use std::path::PathBuf;

use crate::domain::act::LibraryKind;
use crate::domain::moment::taipei_date;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::engine::{CurrentTerms, NewPersonalLibrary};
use crate::gui::action::{Action, Picking};
use crate::gui::effect::Effect;
use crate::gui::forms::{Recovery, SecretField, TextField};
use crate::gui::intake::typed_path;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::text::screen;
use crate::worker::{Opened, Request};

use super::{reload, say_message};

pub(super) fn update(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::ShowCreatePersonal => {
            state.said = None;
            fill_new_form(state);
            state.route = Route::CreatePersonal;
            Vec::new()
        }
        Action::ShowWelcome => {
            state.said = None;
            state.route = Route::Welcome;
            Vec::new()
        }
        Action::ShowForgot => {
            state.said = None;
            state.forms.forget_secrets();
            state.route = Route::ForgotPassword;
            Vec::new()
        }
        Action::ShowLogin => {
            state.said = None;
            state.forms.forget_secrets();
            state.route = Route::Login;
            Vec::new()
        }
        Action::PickLibrary => vec![Effect::Pick {
            picking: Picking::Library,
            name: None,
        }],
        Action::PickNewLibraryPlace => vec![Effect::Pick {
            picking: Picking::NewLibrary,
            name: Some("licheng.redb".to_owned()),
        }],
        Action::OpenTypedLibrary => match typed_path(state.forms.text(TextField::LibraryPath)) {
            Some(path) => open(state, path),
            None => Vec::new(),
        },
        Action::OpenDemonstration => {
            state.said = None;
            state.route = Route::Opening;
            state.wanted = None;
            vec![state.send(Asked::Open, Request::OpenDemonstration)]
        }
        Action::Retry => match state.wanted.clone() {
            Some(path) => open(state, path),
            None => {
                state.route = Route::Opening;
                vec![state.send(Asked::Open, Request::OpenDemonstration)]
            }
        },
        Action::CreatePersonal => create(state),
        Action::RecoveryWrittenDown(yes) => {
            if let Some(recovery) = &mut state.recovery {
                recovery.written_down = yes;
            }
            Vec::new()
        }
        Action::RecoveryCopy => state
            .recovery
            .iter()
            .map(|recovery| Effect::Copy(recovery.code.clone()))
            .collect(),
        Action::RecoverySave => vec![Effect::Pick {
            picking: Picking::SaveRecoveryCode,
            name: Some("學習歷程檔案復原碼.txt".to_owned()),
        }],
        Action::RecoveryDone => {
            if state
                .recovery
                .as_ref()
                .is_some_and(|recovery| recovery.written_down)
            {
                state.recovery = None;
                return enter(state);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

pub(super) fn picked(state: &mut State, picking: &Picking, paths: Vec<PathBuf>) -> Vec<Effect> {
    let Some(path) = paths.into_iter().next() else {
        return Vec::new();
    };
    match picking {
        Picking::Library => open(state, path),
        Picking::NewLibrary => {
            state
                .forms
                .set(TextField::NewLibraryPath, path.display().to_string());
            Vec::new()
        }
        Picking::SaveRecoveryCode => match &state.recovery {
            Some(recovery) => {
                let text = recovery.code.clone();
                vec![state.send(Asked::SaveCode, Request::SaveText { to: path, text })]
            }
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Asks for the library at `path`.
pub(in crate::gui) fn open(state: &mut State, path: PathBuf) -> Vec<Effect> {
    state.said = None;
    state.route = Route::Opening;
    state.wanted = Some(path.clone());
    vec![state.send(Asked::Open, Request::OpenLibrary { path })]
}

fn fill_new_form(state: &mut State) {
    state.forms.forget_secrets();
    if state.forms.text(TextField::NewEntryYear).is_empty() {
        let year = SchoolYear::of(taipei_date(state.now));
        state.forms.set(TextField::NewEntryYear, year.to_string());
    }
    fill_library_place(state);
}

/// Where a new library goes, until another place is chosen.
pub(super) fn fill_library_place(state: &mut State) {
    if state.forms.text(TextField::NewLibraryPath).is_empty()
        && let Some(path) = &state.default_library
    {
        let path = path.display().to_string();
        state.forms.set(TextField::NewLibraryPath, path);
    }
}

fn create(state: &mut State) -> Vec<Effect> {
    let Ok(entry_year) = state
        .forms
        .text(TextField::NewEntryYear)
        .trim()
        .parse::<SchoolYear>()
    else {
        say_message(state, screen::unreadable_number());
        return Vec::new();
    };
    let Some(path) = typed_path(state.forms.text(TextField::NewLibraryPath)) else {
        return Vec::new();
    };
    let forms = &mut state.forms;
    if forms.secret(SecretField::New) != forms.secret(SecretField::Again) {
        return Vec::new();
    }
    let password = forms.take_secret(SecretField::New);
    let new = NewPersonalLibrary {
        account_name: forms.text(TextField::NewAccount).trim().to_owned(),
        display_name: forms.text(TextField::NewName).trim().to_owned(),
        password,
        entry_year,
        terms: first_terms(state),
    };
    state.forms.forget_secrets();
    state.said = None;
    state.wanted = Some(path.clone());
    vec![state.send(
        Asked::Create,
        Request::CreatePersonal {
            path,
            new: Box::new(new),
        },
    )]
}

/// A first guess, which the owner can change in the settings: from February on the second semester.
pub(super) fn first_terms(state: &State) -> CurrentTerms {
    use chrono::Datelike;
    let today = taipei_date(state.now);
    let year = SchoolYear::of(today);
    let semester = match today.month() {
        2..=7 => Semester::Second,
        _ => Semester::First,
    };
    let term = Term { year, semester };
    CurrentTerms {
        outcome: term,
        activity: term,
        selection: year,
    }
}

/// The library is open: on to the login page.
pub(super) fn opened(state: &mut State, opened: Opened) -> Vec<Effect> {
    state.forms.set(TextField::LoginAccount, "");
    state.forms.forget_secrets();
    let mut effects = remember(state, &opened);
    state.library = Some(opened);
    state.route = Route::Login;
    effects.extend(super::session::forget_person(state));
    effects
}

/// A library was made; whoever made it is logged in, but sees the recovery code first.
pub(super) fn created(
    state: &mut State,
    opened: Opened,
    session: crate::engine::Session,
    code: crate::engine::Secret,
) -> Vec<Effect> {
    let effects = remember(state, &opened);
    state.library = Some(opened);
    state.session = Some(session);
    show_code(state, code);
    effects
}

pub(super) fn show_code(state: &mut State, code: crate::engine::Secret) {
    let library = state
        .library
        .as_ref()
        .map_or(LibraryKind::Personal, |library| library.kind);
    state.recovery = Some(Recovery {
        code,
        written_down: false,
        library,
    });
    state.route = Route::RecoveryCode;
}

fn remember(state: &mut State, opened: &Opened) -> Vec<Effect> {
    if opened.kind == LibraryKind::Demonstration {
        return Vec::new();
    }
    state.preferences.library = Some(opened.path.clone());
    vec![Effect::Remember(Box::new(state.preferences.clone()))]
}

/// Somebody is logged in and may go on: to the first page of their role.
pub(super) fn enter(state: &mut State) -> Vec<Effect> {
    let Some(session) = &state.session else {
        state.route = Route::Login;
        return Vec::new();
    };
    if session.must_change_password {
        state.route = Route::FirstPassword;
        return Vec::new();
    }
    let page = if session.keeps_items() {
        Page::Overview
    } else {
        Page::Staff
    };
    state.route = Route::At(page);
    state.touched = state.now;
    state.panel.land = true;
    let mut effects = reload(state);
    effects.extend(super::certification::reload(state));
    effects.extend(super::people::look(state));
    effects.extend(super::officers::reload(state));
    effects
}
