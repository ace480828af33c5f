//! `update(state, action) -> effects`: the only place where the window's state changes. It needs no
//! window, no disk and no thread.

mod activities;
pub mod certification;
mod choosing;
mod copies;
pub mod dates;
pub mod filing;
mod find;
mod heard;
pub mod imports;
mod intake;
mod items;
mod kept_words;
pub mod officers;
mod opening;
pub mod people;
mod progress;
mod session;
mod settings;
#[cfg(test)]
mod tests;
pub mod viewer;

pub(super) use opening::open;

use chrono::Duration;

use crate::domain::login::LOCK_AFTER_MINUTES;
use crate::domain::moment::Moment;
use crate::engine::{Command, Secret};
use crate::worker::{Request, Trouble};

use super::action::{Action, Picking};
use super::edits::{DraftKey, ItemText};
use super::effect::Effect;
use super::forms::TextField;
use super::kept_words::WordsOf;
use super::modal::Modal;
use super::route::{Page, Route};
use super::state::{Asked, Purpose, Said, State, Toast, ToastUndo};
use super::words;

/// How long a line at the bottom stays, with and without something to undo.
const TOAST_SECONDS: i64 = 6;
const UNDO_SECONDS: i64 = 12;

/// Applies one action at `now`.
pub fn update(state: &mut State, action: Action, now: Moment) -> Vec<Effect> {
    state.now = now;
    match action {
        Action::Heard(message) => heard::message(state, message),
        Action::Picked(picking, paths) => picked(state, picking, paths),
        Action::Dropped(paths, course) => intake::dropped(state, paths, course),
        Action::Tick => tick(state),
        Action::Touched => touched(state),
        Action::Typed(field, text) => typed(state, field, text),
        Action::TypedSecret(field, secret) => {
            state.forms.set_secret(field, secret);
            Vec::new()
        }
        Action::LeftField => journal(state, true),
        Action::ShowCreatePersonal
        | Action::ShowWelcome
        | Action::ShowForgot
        | Action::ShowLogin
        | Action::PickLibrary
        | Action::PickNewLibraryPlace
        | Action::OpenTypedLibrary
        | Action::OpenDemonstration
        | Action::Retry
        | Action::CreatePersonal
        | Action::RecoveryWrittenDown(_)
        | Action::RecoveryCopy
        | Action::RecoverySave
        | Action::RecoveryDone => opening::update(state, action),
        Action::FillIn { .. }
        | Action::Login
        | Action::Unlock
        | Action::SwitchUser
        | Action::ResetPassword
        | Action::ChangePassword
        | Action::Lock
        | Action::Logout => session::update(state, action),
        Action::Go(page) => go(state, page),
        Action::Place(place) => go(state, Page::Outcomes(place)),
        Action::Add(course) => intake::open(state, course),
        Action::Item(action) => items::update(state, action),
        Action::Intake(action) => intake::update(state, action),
        Action::Settings(action) => settings::update(state, action),
        Action::Activity(action) => activities::update(state, action),
        Action::Choosing(action) => choosing::update(state, action),
        Action::Find(action) => find::update(state, action),
        Action::Viewer(action) => viewer::update(state, action),
        Action::Panel(action) => certification::update(state, action),
        Action::Import(action) => imports::update(state, action),
        Action::Copies(action) => copies::update(state, action),
        Action::People(action) => people::update(state, action),
        Action::Filing(action) => filing::update(state, action),
        Action::Dates(action) => dates::update(state, action),
        Action::Officer(action) => officers::update(state, action),
        Action::Progress(action) => progress::update(state, action),
        Action::Ask(modal) => ask(state, modal),
        Action::Confirm => {
            let effects = confirm(state);
            certification::question_closed(state);
            effects
        }
        Action::CloseModal => {
            let effects = close_modal(state);
            certification::question_closed(state);
            effects
        }
        Action::DismissNotice => {
            state.said = None;
            Vec::new()
        }
        Action::DismissToast => {
            state.toast = None;
            Vec::new()
        }
        Action::UndoToast => match state.toast.take().and_then(|toast| toast.undo) {
            Some(ToastUndo::Restore(item)) if state.activity(item).is_some() => {
                activities::restore(state, item)
            }
            Some(ToastUndo::Restore(item)) => items::restore(state, item),
            Some(ToastUndo::Decision) => {
                certification::update(state, super::certification::PanelAction::Undo)
            }
            None => Vec::new(),
        },
        Action::Reopen => {
            state.said = None;
            vec![state.send(Asked::Reopen, Request::Reopen)]
        }
        Action::RefreshDemonstration => run(
            state,
            Purpose::RefreshDemonstration,
            Command::RefreshDemonstrationDates,
        ),
        Action::ConfirmClock => {
            state.modal = Some(Modal::ConfirmClock);
            Vec::new()
        }
        Action::Theme(choice) => {
            state.preferences.set_theme(choice);
            vec![
                Effect::Theme(choice),
                Effect::Remember(Box::new(state.preferences.clone())),
            ]
        }
        Action::Copy(text) => vec![Effect::Copy(Secret::new(text))],
        Action::CancelRequest => intake::cancel_reading(state),
        Action::Resized([width, height]) => {
            (state.preferences.width, state.preferences.height) = (width, height);
            Vec::new()
        }
        Action::CloseWindow => close_window(state),
        Action::FocusSearch => vec![Effect::FocusSearch],
    }
}

fn picked(state: &mut State, picking: Picking, paths: Vec<std::path::PathBuf>) -> Vec<Effect> {
    match picking {
        Picking::Library | Picking::NewLibrary | Picking::SaveRecoveryCode => {
            opening::picked(state, &picking, paths)
        }
        Picking::FilesForIntake => intake::take_in(state, paths),
        Picking::FileForItem(item, slot) => items::take_file(state, item, slot, paths),
        Picking::FileForActivity(form) => activities::take_file(state, form, paths),
        Picking::SaveFile(item, slot) => items::save_file(state, item, slot, paths),
        Picking::Roster | Picking::SaveWrongRows | Picking::SaveTemplate(_) => {
            imports::picked(state, &picking, paths)
        }
        Picking::SaveCopy(kind) => copies::place_picked(state, kind, paths),
        Picking::CopyToImport => copies::copy_picked(state, paths),
        Picking::SaveSlips => people::slips_placed(state, paths),
        Picking::Filing(what) => filing::picked(state, what, paths),
        Picking::SaveCalendar => dates::place_picked(state, paths),
        Picking::SaveProgress => progress::picked(state, paths),
    }
}

fn touched(state: &mut State) -> Vec<Effect> {
    state.touched = state.now;
    Vec::new()
}

/// What is due by the clock alone.
fn tick(state: &mut State) -> Vec<Effect> {
    let now = state.now;
    if state.toast.as_ref().is_some_and(|toast| toast.until <= now) {
        state.toast = None;
    }
    if state.forms.paused_until.is_some_and(|until| until <= now) {
        state.forms.paused_until = None;
    }
    let mut effects = journal(state, false);
    certification::tick(state);
    let idle = now - state.touched;
    if idle >= Duration::minutes(LOCK_AFTER_MINUTES) && state.route.page().is_some() {
        effects.extend(session::lock(state));
    }
    effects
}

/// Sends typed text to the library's journal when it is due.
pub(super) fn journal(state: &mut State, at_once: bool) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state
        .journal
        .take_due(state.now, at_once)
        .into_iter()
        .map(|(field, text)| {
            let session = session.clone();
            state.send(Asked::Draft, Request::SaveDraft { session, field, text })
        })
        .collect()
}

fn typed(state: &mut State, field: TextField, text: String) -> Vec<Effect> {
    let kept = WordsOf::typed_in(field, state.modal.as_ref());
    state.forms.set(field, text.clone());
    kept.map_or_else(Vec::new, |of| kept_words::typed(state, of, text))
}

pub(super) fn go(state: &mut State, page: Page) -> Vec<Effect> {
    if state.route.page().is_none() {
        return Vec::new();
    }
    let mut effects = journal(state, true);
    state.said = None;
    let before = state.open_item();
    // Where it is open already, what is typed stays.
    if page == Page::Settings && state.route != Route::At(Page::Settings) {
        settings::fill(state);
    }
    state.panel.land = false;
    let progress_before = match state.route.page() {
        Some(Page::Progress(place)) => Some(place.clone()),
        _ => None,
    };
    let enters_panel = page == Page::Certification;
    let enters_imports = page == Page::Imports;
    let enters_find = page == Page::Find;
    let enters_officers = matches!(page, Page::OfficerPosts(_));
    state.route = Route::At(page);
    if enters_panel {
        effects.extend(certification::entered(state));
    }
    if enters_imports {
        effects.extend(imports::entered(state));
    }
    if state.route == Route::At(Page::Copies) {
        effects.extend(copies::look(state));
    }
    if state.route == Route::At(Page::Staff) {
        effects.extend(people::shown(state));
        effects.extend(progress::glanced(state));
    }
    if let Some(place) = state.people_place() {
        effects.extend(people::entered(state, place));
    }
    if matches!(state.route, Route::At(Page::Filing(_))) {
        effects.extend(filing::reload(state));
    }
    if matches!(state.route, Route::At(Page::Dates(_))) {
        effects.extend(dates::entered(state));
    }
    if matches!(state.route, Route::At(Page::Progress(_))) {
        effects.extend(progress::entered(state, progress_before.as_ref()));
    }
    if enters_officers {
        effects.extend(officers::reload(state));
    }
    if enters_find {
        effects.extend(find::ask(state));
        effects.push(Effect::FocusSearch);
    }
    let after = state.open_item();
    if before != after {
        state.preview = None;
        effects.extend(after.map(|item| items::history(state, item)).unwrap_or_default());
    }
    effects
}

fn ask(state: &mut State, modal: Modal) -> Vec<Effect> {
    if let Modal::ChangePassword = modal {
        state.forms.forget_secrets();
    }
    state.said = None;
    state.modal = Some(modal);
    Vec::new()
}

/// The open question was answered with yes.
fn confirm(state: &mut State) -> Vec<Effect> {
    match state.modal.take() {
        Some(Modal::Submit(item)) => items::submit(state, item),
        Some(Modal::Delete(item)) => items::delete(state, item),
        Some(Modal::RemoveFile(item, slot)) => items::remove_file(state, item, slot),
        Some(Modal::RequestReturn(item)) => items::request_return(state, item),
        Some(Modal::RecordState(item, wanted)) => items::record_state(state, item, wanted),
        Some(Modal::FileQuestion(question)) => items::put_file(state, &question, true),
        Some(Modal::FilePath(item, slot)) => items::take_typed_path(state, item, slot),
        Some(modal @ Modal::Add(_)) => {
            state.modal = Some(modal);
            intake::send(state)
        }
        Some(modal @ Modal::ChangePassword) => {
            state.modal = Some(modal);
            session::change_password(state)
        }
        Some(modal @ (Modal::Course { .. } | Modal::Window { .. })) => {
            state.modal = Some(modal);
            settings::save_open_form(state)
        }
        Some(Modal::RemoveCourse(course)) => run(state, Purpose::Settings, Command::RemoveCourse { course }),
        Some(Modal::RemoveWindow(window)) => run(state, Purpose::Settings, Command::RemoveWindow { window }),
        Some(Modal::ConfirmClock) => {
            let reason = state.forms.text(TextField::ClockReason).to_owned();
            run(state, Purpose::ConfirmClock, Command::ConfirmClock { reason })
        }
        Some(Modal::Activity(question)) => activities::confirm(state, question),
        Some(Modal::Choosing(question)) => choosing::confirm(state, question),
        Some(Modal::Filing(question)) => filing::confirm(state, question),
        Some(Modal::Batch(question)) => certification::confirm_batch(state, *question),
        Some(Modal::Lockout(sent)) => certification::confirm_lockout(state, *sent),
        Some(Modal::UndoImport) => imports::undo(state),
        Some(Modal::People(question)) => people::confirm(state, question),
        Some(Modal::Dates(question)) => dates::confirm(state, question),
        Some(Modal::Officer(question)) => officers::confirm(state, question),
        Some(Modal::LibraryPlace | Modal::Keys | Modal::Summary(_)) | None => Vec::new(),
    }
}

fn close_modal(state: &mut State) -> Vec<Effect> {
    state.said = None;
    match state.modal.take() {
        Some(Modal::Add(intake)) => intake::abandon(state, *intake),
        Some(Modal::FileQuestion(question)) => {
            vec![state.send(
                Asked::Nothing,
                Request::Discard {
                    stage: question.picked.stage,
                },
            )]
        }
        Some(Modal::ChangePassword) => {
            state.forms.forget_secrets();
            Vec::new()
        }
        Some(Modal::Activity(question)) => activities::closed(state, question),
        Some(Modal::People(_)) => people::closed(state),
        Some(Modal::Dates(question)) => {
            dates::closed(state, question);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn close_window(state: &mut State) -> Vec<Effect> {
    if state.closing {
        // Asked twice: the library is slow to close, and everything acknowledged is safe already.
        return vec![Effect::Quit];
    }
    state.closing = true;
    let mut effects = journal(state, true);
    effects.push(Effect::Remember(Box::new(state.preferences.clone())));
    if state.library.is_some() {
        effects.push(state.send(Asked::Close, Request::Close));
    } else {
        effects.push(Effect::Quit);
    }
    effects
}

/// Sends a command.
pub(super) fn run(state: &mut State, purpose: Purpose, command: Command) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state.said = None;
    let ticket = state.ticket(Asked::Run(purpose));
    vec![Effect::Run {
        ticket,
        session,
        command,
    }]
}

/// Asks for everything the pages show, once more if that is under way.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    let Some(session) = state
        .session
        .clone()
        .filter(|session| !session.must_change_password)
    else {
        return Vec::new();
    };
    if state.is_asked(|asked| *asked == Asked::Load) {
        state.reload_again = true;
        return Vec::new();
    }
    vec![state.send(Asked::Load, Request::Load { session })]
}

pub(super) fn say(state: &mut State, trouble: &Trouble) {
    let said = words::said(trouble, state.now);
    state.said = Some(said);
}

pub(super) fn say_message(state: &mut State, message: crate::text::Message) {
    state.said = Some(Said {
        message,
        rule: None,
        reopen: false,
    });
}

pub(super) fn toast(state: &mut State, text: impl Into<String>, undo: Option<crate::domain::id::ItemId>) {
    toast_with(state, text, undo.map(ToastUndo::Restore));
}

/// A line at the bottom with a way back.
pub(super) fn toast_with(state: &mut State, text: impl Into<String>, undo: Option<ToastUndo>) {
    let seconds = if undo.is_some() {
        UNDO_SECONDS
    } else {
        TOAST_SECONDS
    };
    state.toast = Some(Toast {
        text: text.into(),
        undo,
        until: state.now + Duration::seconds(seconds),
    });
}

/// Forgets saved text of an item, here and in the journal.
pub(super) fn forget_edit(state: &mut State, item: crate::domain::id::ItemId) -> Vec<Effect> {
    state.edits.remove(&item);
    for text in [ItemText::Title, ItemText::Description] {
        state.journal.forget(DraftKey::Item(item, text));
    }
    state.journal.forget(DraftKey::WorkKind(item));
    journal(state, true)
}
