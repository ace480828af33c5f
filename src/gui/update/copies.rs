//! 我的備份.

use std::path::PathBuf;

use crate::domain::copies::CopyKind;
use crate::gui::action::Picking;
use crate::gui::copies::{CopyAction, CopyAsked, CopyJob};
use crate::gui::effect::Effect;
use crate::gui::file_work::{self, FileWork};
use crate::gui::loadable::Loadable;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::text::copies as words;
use crate::worker::{Answer, CopyAnswer, CopyResult, CopyWish, Request, Ticket, Trouble};

use super::{reload, say, toast};

pub(super) fn update(state: &mut State, action: CopyAction) -> Vec<Effect> {
    match action {
        CopyAction::Make(kind) => pick_place(state, kind),
        CopyAction::PickImport if state.copies.work.is_none() => vec![Effect::Pick {
            picking: Picking::CopyToImport,
            name: None,
        }],
        CopyAction::Import => match state.copies.result.take() {
            Some(CopyResult::Checked { from, .. }) => {
                begin(state, CopyJob::Import, CopyWish::Import { from })
            }
            other => {
                state.copies.result = other;
                Vec::new()
            }
        },
        CopyAction::Cancel => file_work::cancel(&mut state.copies.work),
        CopyAction::ShowFolder => match (&state.copies.result, state.session.clone()) {
            (Some(CopyResult::Written { path, .. }), Some(session)) => {
                let wish = CopyWish::ShowFolder { of: path.clone() };
                vec![state.send(Asked::Deliver, Request::Copies { session, wish })]
            }
            _ => Vec::new(),
        },
        CopyAction::CloseResult => {
            state.copies.result = None;
            Vec::new()
        }
        CopyAction::PickImport => Vec::new(),
    }
}

/// Asks what a copy would hold now.
pub(super) fn look(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|session| session.keeps_items()) else {
        return Vec::new();
    };
    if state.copies.summary.ready().is_none() {
        state.copies.summary = Loadable::Loading;
    }
    let wish = CopyWish::Look;
    vec![state.send(Asked::Copies(CopyAsked::Look), Request::Copies { session, wish })]
}

/// Looks again where the page is open.
pub(super) fn look_again(state: &mut State) -> Vec<Effect> {
    if state.route == Route::At(Page::Copies)
        && !state.is_asked(|asked| *asked == Asked::Copies(CopyAsked::Look))
    {
        look(state)
    } else {
        Vec::new()
    }
}

fn pick_place(state: &mut State, kind: CopyKind) -> Vec<Effect> {
    if state.copies.work.is_some() {
        return Vec::new();
    }
    let name = state.copies.summary.ready().map(|summary| match kind {
        CopyKind::Pdf => summary.pdf_name.clone(),
        CopyKind::Zip | CopyKind::Transfer | CopyKind::Rosters => summary.zip_name.clone(),
    });
    vec![Effect::Pick {
        picking: Picking::SaveCopy(kind),
        name,
    }]
}

/// A place was chosen for a copy, or nothing.
pub(super) fn place_picked(state: &mut State, kind: CopyKind, paths: Vec<PathBuf>) -> Vec<Effect> {
    let Some(to) = paths.into_iter().next() else {
        return Vec::new();
    };
    let wish = match kind {
        CopyKind::Pdf => CopyWish::Pdf { to },
        CopyKind::Zip | CopyKind::Transfer | CopyKind::Rosters => CopyWish::Zip { to },
    };
    begin(state, CopyJob::Make(kind), wish)
}

/// A copy was chosen for being taken in, or nothing.
pub(super) fn copy_picked(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    match paths.into_iter().next() {
        Some(from) => begin(state, CopyJob::Check, CopyWish::Check { from }),
        None => Vec::new(),
    }
}

fn begin(state: &mut State, job: CopyJob, wish: CopyWish) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| state.copies.work.is_none()) else {
        return Vec::new();
    };
    state.said = None;
    state.copies.result = None;
    let ticket = state.ticket(Asked::Copies(CopyAsked::Work));
    state.copies.work = Some(FileWork::new(ticket, job));
    vec![Effect::Send(ticket, Request::Copies { session, wish })]
}

pub(super) fn answered(state: &mut State, ticket: Ticket, asked: CopyAsked, answer: Answer) -> Vec<Effect> {
    let Answer::Copies(answer) = answer else {
        return Vec::new();
    };
    if asked == CopyAsked::Work && !file_work::finish(&mut state.copies.work, ticket) {
        return Vec::new();
    }
    match *answer {
        CopyAnswer::Looked(summary) => {
            state.copies.summary = Loadable::Ready(summary);
            Vec::new()
        }
        CopyAnswer::Done(result) => {
            let has_changed = !matches!(result, CopyResult::Checked { .. });
            let came_in = matches!(result, CopyResult::Imported { .. });
            state.copies.result = Some(result);
            let mut effects = if has_changed { look(state) } else { Vec::new() };
            if came_in {
                effects.extend(reload(state));
            }
            effects
        }
    }
}

pub(super) fn failed(state: &mut State, ticket: Ticket, asked: CopyAsked, trouble: &Trouble) -> Vec<Effect> {
    match asked {
        CopyAsked::Look => state.copies.summary = Loadable::Failed(trouble.clone()),
        CopyAsked::Work => {
            file_work::finish(&mut state.copies.work, ticket);
            match trouble {
                Trouble::Cancelled => toast(state, words::CANCELLED, None),
                other => say(state, other),
            }
        }
    }
    Vec::new()
}
