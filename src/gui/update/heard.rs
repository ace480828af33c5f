//! What the worker says. An answer whose ticket nobody holds any more is dropped.

use std::sync::Arc;

use chrono::Duration;

use crate::domain::outcome::WorkKind;
use crate::domain::refusal::Refusal;
use crate::engine::{ItemView, Reply, Session};
use crate::gui::edits::{DraftKey, ItemText, NO_WORK_KIND};
use crate::gui::effect::Effect;
use crate::gui::file_work;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{OutcomesPlace, Page, Route};
use crate::gui::state::{Asked, Purpose, State};
use crate::text::screen;
use crate::worker::{Answer, Delivery, Message, Snapshot, Ticket, Trouble};

use super::{
    activities, certification, choosing, copies, dates, filing, find, forget_edit, imports, intake, items,
    officers, opening, people, progress, reload, say, session, settings, toast, viewer,
};

pub(super) fn message(state: &mut State, message: Message) -> Vec<Effect> {
    match message {
        Message::Answer { ticket, answer } => {
            if state
                .waiting_for
                .as_ref()
                .is_some_and(|(waiting, _)| *waiting == ticket)
            {
                state.waiting_for = None;
            }
            let Some(asked) = state.asked.remove(&ticket) else {
                return discard_late(state, *answer);
            };
            match *answer {
                Ok(answer) => answered(state, ticket, asked, answer),
                Err(trouble) => failed(state, ticket, asked, &trouble),
            }
        }
        Message::Progress {
            ticket,
            done_bytes,
            total_bytes,
        } => {
            if !file_work::progress(&mut state.copies.work, ticket, done_bytes, total_bytes)
                && !file_work::progress(&mut state.filing.work, ticket, done_bytes, total_bytes)
            {
                intake::progress(state, ticket, done_bytes, total_bytes);
            }
            Vec::new()
        }
        Message::ImportProgress {
            ticket,
            stage,
            done,
            total,
        } => {
            imports::progress(state, ticket, stage, done, total);
            Vec::new()
        }
        Message::WaitingFor { ticket, others } => {
            if state.asked.contains_key(&ticket) {
                state.waiting_for = Some((ticket, others));
            }
            Vec::new()
        }
        Message::LibraryChanged => {
            let mut effects = reload(state);
            effects.extend(certification::reload(state));
            effects.extend(imports::changed(state));
            effects.extend(copies::look_again(state));
            effects.extend(people::changed(state));
            effects.extend(filing::reload(state));
            effects.extend(dates::changed(state));
            effects.extend(officers::reload(state));
            effects.extend(progress::reload(state));
            effects
        }
    }
}

/// Content that nobody waits for any more is given back.
fn discard_late(state: &mut State, answer: Result<Answer, Trouble>) -> Vec<Effect> {
    match answer {
        Ok(Answer::TakenIn(picked)) => {
            let stage = picked.stage;
            vec![state.send(Asked::Nothing, crate::worker::Request::Discard { stage })]
        }
        _ => Vec::new(),
    }
}

fn answered(state: &mut State, ticket: Ticket, asked: Asked, answer: Answer) -> Vec<Effect> {
    match (asked, answer) {
        (Asked::Open, Answer::Opened(opened)) => opening::opened(state, opened),
        (
            Asked::Create,
            Answer::Created {
                opened,
                session,
                recovery_code,
            },
        ) => opening::created(state, opened, session, recovery_code),
        (Asked::Login, Answer::LoggedIn(session)) => session::logged_in(state, session),
        (Asked::Unlock, Answer::LoggedIn(session)) => unlocked(state, session),
        (
            Asked::ChangePassword | Asked::Reset,
            Answer::PasswordChanged {
                session,
                recovery_code,
            },
        ) => session::password_changed(state, session, recovery_code),
        (Asked::Load, Answer::Loaded(snapshot)) => loaded(state, *snapshot),
        (Asked::History(item), Answer::History { lines, .. }) => {
            state.history.insert(item, Loadable::Ready(lines));
            Vec::new()
        }
        (Asked::Run(purpose), Answer::Ran(reply)) => ran(state, purpose, *reply),
        (Asked::FileForIntake, Answer::TakenIn(picked)) => intake::taken(state, ticket, picked),
        (Asked::FileForItem, Answer::TakenIn(picked)) => items::taken(state, ticket, picked),
        (Asked::FileForActivity, Answer::TakenIn(picked)) => activities::taken(state, ticket, picked),
        (Asked::Find, Answer::FoundItems(found)) => {
            find::found(state, found);
            Vec::new()
        }
        (Asked::Dates(_), answer) => dates::answered(state, answer),
        (Asked::Deliver, Answer::Saved(delivery)) => {
            let text = match delivery {
                Delivery::SavedTo(path) => format!("已另存到 {}", path.display()),
                Delivery::OpenedOutside(_) => screen::OPENED_OUTSIDE.to_owned(),
            };
            toast(state, text, None);
            Vec::new()
        }
        (Asked::SaveCode, Answer::Saved(_) | Answer::Done) => {
            toast(state, "復原碼已存成文字檔。", None);
            Vec::new()
        }
        (Asked::Preview(key), Answer::Preview(preview)) => {
            if let Some(shown) = state.preview.as_mut().filter(|shown| shown.key == key) {
                shown.image = Loadable::Ready(preview.image.ok().map(Arc::new));
            }
            Vec::new()
        }
        (Asked::Viewer(asked), answer) => viewer::answered(state, ticket, asked, answer),
        (Asked::Copies(asked), answer) => copies::answered(state, ticket, asked, answer),
        (Asked::Filing(asked), answer) => filing::answered(state, ticket, asked, answer),
        (Asked::Panel(asked), answer) => certification::answered(state, asked, answer),
        (Asked::Decide(purpose), Answer::Ran(reply)) => certification::ran(state, purpose, *reply),
        (Asked::Import(_), Answer::Import(answer)) => imports::answered(state, ticket, *answer),
        (Asked::Import(_), Answer::Ran(reply)) => imports::ran(state, &reply),
        (Asked::People(asked), Answer::People(answer)) => people::answered(state, asked, answer),
        (Asked::Officers, Answer::Officers(view)) => officers::answered(state, *view),
        (Asked::Progress(_), Answer::Dates(answer)) => progress::answered(state, answer),
        (Asked::Reopen, Answer::Reopened | Answer::Opened(_)) => {
            toast(state, "檔案庫已重新開啟。", None);
            reload(state)
        }
        (Asked::Close, _) => vec![Effect::Quit],
        _ => Vec::new(),
    }
}

fn unlocked(state: &mut State, session: Session) -> Vec<Effect> {
    let same = state
        .session
        .as_ref()
        .is_some_and(|before| before.account == session.account);
    if same {
        session::unlocked(state, session)
    } else {
        session::logged_in(state, session)
    }
}

fn loaded(state: &mut State, snapshot: Snapshot) -> Vec<Effect> {
    let first = state.snapshot().is_none();
    if first {
        take_drafts(state, &snapshot);
    }
    state.data = Loadable::Ready(snapshot);
    activities::close_if_gone(state);
    let open = state.open_item();
    let mut effects = find::reload(state);
    if first {
        effects.extend(progress::reload(state));
    }
    if let Some(id) = open {
        if state.title_of(id).is_none() {
            let place = state.place().unwrap_or_default();
            state.route = Route::At(Page::Outcomes(OutcomesPlace { item: None, ..place }));
        } else {
            effects.extend(items::history(state, id));
        }
    }
    if std::mem::take(&mut state.reload_again) {
        effects.extend(reload(state));
    }
    effects
}

/// Text that was typed before a lock, a crash or a power cut.
fn take_drafts(state: &mut State, snapshot: &Snapshot) {
    for (name, text) in &snapshot.drafts {
        let Some(key) = DraftKey::from_name(name) else {
            continue;
        };
        state.journal.remember_kept(key);
        match key {
            DraftKey::Item(item, part) => {
                if !snapshot.items.iter().any(|known| known.id == item) {
                    continue;
                }
                let edit = state.edits.entry(item).or_default();
                match part {
                    ItemText::Title => edit.title = Some(text.clone()),
                    ItemText::Description => edit.description = Some(text.clone()),
                }
            }
            DraftKey::WorkKind(item) => {
                let kind = (text != NO_WORK_KIND).then(|| WorkKind::from_code(text));
                // A code of a later program says nothing here.
                if kind == Some(None) || !snapshot.items.iter().any(|known| known.id == item) {
                    continue;
                }
                state.edits.entry(item).or_default().work_kind = Some(kind.flatten());
            }
            DraftKey::Activity(text_of) => activities::take_draft(state, text_of, text),
            DraftKey::Return(of, part) => certification::take_draft(state, of, part, text),
            DraftKey::Words(of) => {
                state.kept_words.insert(of, text.clone());
            }
            DraftKey::New(ItemText::Title) => state.new_draft.0.clone_from(text),
            DraftKey::New(ItemText::Description) => state.new_draft.1.clone_from(text),
        }
    }
}

/// Puts the item of a reply into what is shown, so that the page need not wait for the next load.
fn show_item(state: &mut State, item: &ItemView) {
    let Loadable::Ready(data) = &mut state.data else {
        return;
    };
    data.items.retain(|other| other.id != item.id);
    data.trash.retain(|other| other.id != item.id);
    if item.trashed.is_some() {
        data.trash.push(item.clone());
    } else {
        data.items.push(item.clone());
    }
}

fn ran(state: &mut State, purpose: Purpose, reply: Reply) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Reply::Item(item) = &reply {
        show_item(state, item);
        effects.extend(items::history(state, item.id));
    }
    match purpose {
        Purpose::Save(item) => {
            effects.extend(forget_edit(state, item));
            toast(state, "已儲存。", None);
        }
        Purpose::Move(_) => toast(state, "已改到另一門課程。", None),
        Purpose::Submit(item) => {
            effects.extend(forget_edit(state, item));
            toast(state, "已送出認證，內容鎖定，等老師處理。", None);
        }
        Purpose::Delete(item) => {
            effects.extend(forget_edit(state, item));
            if let Some(place) = state.place().filter(|place| place.item == Some(item)) {
                state.route = Route::At(Page::Outcomes(OutcomesPlace { item: None, ..place }));
            }
            toast(state, "已移到垃圾桶。", Some(item));
        }
        Purpose::Restore(_) => toast(state, "已復原。", None),
        Purpose::RequestReturn(_) => toast(state, "已請老師退回，老師會看到這個請求。", None),
        Purpose::WithdrawRequest(_) => toast(state, "已撤回退回請求。", None),
        Purpose::RecordState(_) => toast(state, "已記錄（自行登錄）。", None),
        Purpose::PutFile(_) => {
            state.preview = None;
            toast(state, "檔案已放入。", None);
        }
        Purpose::RemoveFile(_) => {
            state.preview = None;
            toast(state, "檔案已移除。", None);
        }
        Purpose::Activity(purpose) => effects.extend(activities::ran(state, purpose, &reply)),
        Purpose::Choosing(purpose) => effects.extend(choosing::ran(state, purpose, reply)),
        Purpose::Filing(purpose) => effects.extend(filing::ran(state, purpose)),
        Purpose::Intake(row) => effects.extend(intake::row_done(state, row, &reply)),
        Purpose::Officer => effects.extend(officers::ran(state)),
        Purpose::Settings => settings::saved(state),
        Purpose::Dates(purpose) => effects.extend(dates::ran(state, purpose)),
        Purpose::RefreshDemonstration => toast(state, "示範日期已移到今天。", None),
        Purpose::ConfirmClock => toast(state, "已記錄，可以繼續。", None),
        Purpose::People(purpose) => effects.extend(people::ran(state, purpose, reply)),
    }
    effects.extend(reload(state));
    effects
}

fn failed(state: &mut State, ticket: Ticket, asked: Asked, trouble: &Trouble) -> Vec<Effect> {
    if matches!(trouble, Trouble::Refused(Refusal::SessionOver)) && asked != Asked::Nothing {
        certification::abandoned(state, &asked);
        return session_over(state, trouble);
    }
    match asked {
        Asked::Open => {
            match trouble {
                Trouble::Library(trouble) => state.route = Route::Trouble(trouble.clone()),
                other => {
                    say(state, other);
                    state.route = Route::Welcome;
                }
            }
            Vec::new()
        }
        Asked::Login | Asked::Unlock => {
            if let Trouble::Refused(Refusal::LoginPaused { seconds }) = trouble {
                state.forms.paused_until = Some(state.now + Duration::seconds(i64::from(*seconds)));
            }
            say(state, trouble);
            Vec::new()
        }
        Asked::Load => {
            if state.snapshot().is_none() {
                state.data = Loadable::Failed(trouble.clone());
            }
            say(state, trouble);
            if std::mem::take(&mut state.reload_again) {
                return reload(state);
            }
            Vec::new()
        }
        Asked::History(item) => {
            state.history.insert(item, Loadable::Failed(trouble.clone()));
            Vec::new()
        }
        Asked::Run(Purpose::Intake(row)) => intake::row_failed(state, row, trouble),
        Asked::Run(_) => {
            say(state, trouble);
            reload(state)
        }
        Asked::FileForIntake => {
            intake::refused(state, ticket, trouble);
            Vec::new()
        }
        Asked::FileForItem => {
            state.receiving = None;
            if *trouble != Trouble::Cancelled {
                say(state, trouble);
            }
            Vec::new()
        }
        Asked::FileForActivity => activities::failed(state, ticket, trouble),
        Asked::Find => {
            state.finding.found = Loadable::Failed(trouble.clone());
            Vec::new()
        }
        Asked::Dates(asked) => dates::failed(state, asked, trouble),
        Asked::Progress(asked) => {
            progress::failed(state, asked, trouble);
            Vec::new()
        }
        Asked::Officers => {
            officers::failed(state, trouble);
            Vec::new()
        }
        Asked::Viewer(asked) => viewer::failed(state, ticket, asked, trouble),
        Asked::Copies(asked) => copies::failed(state, ticket, asked, trouble),
        Asked::Filing(asked) => filing::failed(state, ticket, asked, trouble),
        Asked::Panel(asked) => certification::failed(state, asked, trouble),
        Asked::Decide(purpose) => certification::refused(state, purpose, trouble),
        Asked::Import(asked) => imports::failed(state, ticket, asked, trouble),
        Asked::People(asked) => people::failed(state, asked, trouble),
        Asked::Preview(key) => {
            if let Some(shown) = state.preview.as_mut().filter(|shown| shown.key == key) {
                shown.image = Loadable::Failed(trouble.clone());
            }
            Vec::new()
        }
        Asked::Draft => {
            // Typing goes on; what matters is that the person learns that nothing is kept.
            say(state, trouble);
            Vec::new()
        }
        Asked::Close => {
            log::warn!("the library did not close cleanly: {trouble:?}");
            vec![Effect::Quit]
        }
        Asked::Nothing => {
            log::info!("a side request failed: {trouble:?}");
            Vec::new()
        }
        Asked::Create
        | Asked::ChangePassword
        | Asked::Reset
        | Asked::Deliver
        | Asked::SaveCode
        | Asked::Reopen => {
            say(state, trouble);
            Vec::new()
        }
    }
}

/// The password was changed elsewhere: log in again, nothing typed is lost.
fn session_over(state: &mut State, trouble: &Trouble) -> Vec<Effect> {
    if let Some(page) = state.route.page().cloned() {
        state.route = Route::Locked { back: page };
    } else if !matches!(state.route, Route::Locked { .. }) {
        state.route = Route::Login;
    }
    if let Some(Modal::ChangePassword) = state.modal {
        state.modal = None;
    }
    say(state, trouble);
    Vec::new()
}
