//! Queue and cases: asked for when something changed, and before they are needed.

use crate::domain::file::Slot;
use crate::domain::id::ItemId;
use crate::domain::outcome::OutcomeState;
use crate::engine::{CaseView, FileView, QueueView};
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::gui::update::{say, viewer};
use crate::gui::viewer::Shown;
use crate::text::certification as words;
use crate::worker::{Request, Trouble};

use super::{PanelAsked, decides, is_shown, moving};

/// The library changed, or somebody came in: asks for the queue and the open case.
pub(in crate::gui::update) fn reload(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| decides(state)) else {
        return Vec::new();
    };
    state.panel.cases.all_stale();
    let mut effects = ask_cases(state);
    if state.is_asked(|asked| *asked == Asked::Panel(PanelAsked::Queue)) {
        state.panel.queue_again = true;
        return effects;
    }
    if matches!(state.panel.queue, Loadable::NotAsked | Loadable::Failed(_)) {
        state.panel.queue = Loadable::Loading;
    }
    effects.push(state.send(Asked::Panel(PanelAsked::Queue), Request::Queue { session }));
    effects
}

/// The page was opened.
pub(in crate::gui::update) fn entered(state: &mut State) -> Vec<Effect> {
    if state.panel.queue.ready().is_none() {
        return reload(state);
    }
    open_something(state)
}

fn open_something(state: &mut State) -> Vec<Effect> {
    if !is_shown(state) || state.panel.selection.open.is_some() {
        return Vec::new();
    }
    match state.panel.listing.order.first().copied() {
        Some(first) => moving::open(state, first),
        None => Vec::new(),
    }
}

pub(super) fn queue_came(state: &mut State, queue: QueueView) -> Vec<Effect> {
    state.panel.queue = Loadable::Ready(queue);
    state.panel.list();
    let mut effects = Vec::new();
    let lands = std::mem::take(&mut state.panel.land);
    if lands && state.route == Route::At(Page::Staff) && state.panel.waiting() > 0 {
        effects.extend(super::super::go(state, Page::Certification));
    }
    effects.extend(open_something(state));
    effects.extend(prepare(state));
    if std::mem::take(&mut state.panel.queue_again) {
        effects.extend(reload(state));
    }
    effects
}

pub(super) fn case_came(state: &mut State, case: CaseView) -> Vec<Effect> {
    let item = case.item.id;
    let is_open = state.panel.selection.open == Some(item);
    let version = case.item.facts.version;
    let before = state.panel.cases.answered(case);
    if before
        .as_ref()
        .is_some_and(|before| before.item.facts.version != version)
    {
        state.history.remove(&item);
    }
    if is_open {
        if let Some(before) = before {
            note_elsewhere(state, &before);
        }
        let mut effects = moving::show(state);
        effects.extend(prepare(state));
        return effects;
    }
    prepare(state)
}

/// Says what somebody else did to the open item meanwhile.
fn note_elsewhere(state: &mut State, before: &CaseView) {
    let panel = &mut state.panel;
    let Some(now) = panel.cases.get(before.item.id) else {
        return;
    };
    let version = now.item.facts.version;
    let own = panel.own.get(&now.item.id).copied();
    if version == before.item.facts.version || own == Some(version) || panel.is_pending(now.item.id) {
        return;
    }
    let newest = now.item.decisions.last();
    let decided = now.item.decisions.len() > before.item.decisions.len();
    panel.elsewhere = Some(match newest {
        _ if now.item.attempt > before.item.attempt && now.item.state() == OutcomeState::Submitted => {
            words::RESUBMITTED.to_owned()
        }
        Some(decision) if decided => words::decided_elsewhere(&decision.by, decision.state),
        _ if now.item.requested.is_some() && before.item.requested.is_none() => {
            words::REQUESTED_NOW.to_owned()
        }
        _ => words::CHANGED_ELSEWHERE.to_owned(),
    });
}

pub(super) fn failed(state: &mut State, asked: PanelAsked, trouble: &Trouble) -> Vec<Effect> {
    match asked {
        PanelAsked::Queue => {
            if state.panel.queue.ready().is_none() {
                state.panel.queue = Loadable::Failed(trouble.clone());
            } else {
                say(state, trouble);
            }
            if std::mem::take(&mut state.panel.queue_again) {
                return reload(state);
            }
        }
        PanelAsked::Case(item) => state.panel.cases.failed(item, trouble),
    }
    Vec::new()
}

/// What is likely to be looked at: the open item first, then where the keys lead from here.
fn wanted(state: &State) -> Vec<ItemId> {
    let panel = &state.panel;
    let Some(open) = panel.selection.open else {
        return Vec::new();
    };
    let (before, after) = panel.neighbours();
    let second = after
        .and_then(|item| panel.listing.place(item))
        .and_then(|place| panel.listing.order.get(place + 1).copied());
    let mut wanted = vec![open];
    for item in [panel.next_undecided(), after, second, before]
        .into_iter()
        .flatten()
    {
        if !wanted.contains(&item) {
            wanted.push(item);
        }
    }
    wanted
}

fn ask_cases(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    let wanted = wanted(state);
    let missing = state.panel.cases.want(&wanted);
    missing
        .into_iter()
        .map(|item| {
            let session = session.clone();
            state.send(
                Asked::Panel(PanelAsked::Case(item)),
                Request::Case { session, item },
            )
        })
        .collect()
}

/// Gets the neighbours ready: their cases, and the first pages of their documents.
pub(super) fn prepare(state: &mut State) -> Vec<Effect> {
    let mut effects = ask_cases(state);
    if !is_shown(state) {
        return effects;
    }
    let files: Vec<Shown> = wanted(state)
        .into_iter()
        .skip(1)
        .filter_map(|item| first_file(state.panel.cases.get(item)?))
        .collect();
    effects.extend(viewer::prepare(state, files));
    effects
}

/// The file that is shown first: the document, else sound or video.
pub(super) fn first_file(case: &CaseView) -> Option<Shown> {
    let files = &case.item;
    let file = files.file(Slot::Document).or_else(|| files.file(Slot::Media))?;
    Some(as_shown(case, file))
}

pub(super) fn as_shown(case: &CaseView, file: &FileView) -> Shown {
    Shown {
        item: case.item.id,
        file: file.id,
        kind: file.kind,
        name: file.name.clone(),
        bytes: file.bytes,
    }
}
