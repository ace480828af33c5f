//! Tab 新學期: classes go from one term to the next.

use crate::domain::promotion::require_sound;
use crate::domain::term::Term;
use crate::engine::{Command, ImportCommand, PromotionView};
use crate::gui::dates::{DatesAction, DatesAsked, DatesPurpose, DatesQuestion};
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::state::{Asked, Purpose, State};
use crate::gui::update::{run, toast};
use crate::text::promotion as words;
use crate::worker::{DatesRequest, Request};

pub(super) fn update(state: &mut State, action: DatesAction) -> Vec<Effect> {
    match action {
        DatesAction::PromoteTerms(from, to) => {
            state.dates.promotion.terms = Some((from, to));
            state.dates.promotion.typed.clear();
            state.dates.promotion.view = Loadable::NotAsked;
            state.dates.promotion.done = None;
            load(state)
        }
        DatesAction::PromoteClass(class, to) => {
            state.dates.promotion.typed.insert(class, to);
            Vec::new()
        }
        DatesAction::AskPromote if nothing_to_do(state).is_none() => {
            state.said = None;
            state.modal = Some(Modal::Dates(DatesQuestion::Promote));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The two terms that are chosen, else the current one and the next.
pub fn terms(state: &State) -> Option<(Term, Term)> {
    let next = |data: &crate::worker::Snapshot| {
        let current = data.status.terms.outcome;
        (current, current.next())
    };
    let chosen = state.dates.promotion.terms;
    chosen.or_else(|| state.snapshot().map(next))
}

/// Why nothing can be done now.
pub fn nothing_to_do(state: &State) -> Option<&'static str> {
    let Some(wanted) = state.dates.promotion.wanted() else {
        return Some(words::NOTHING_TO_DO);
    };
    if state.is_asked(|asked| *asked == Asked::Run(Purpose::Dates(DatesPurpose::Promotion))) {
        return Some(words::WORKING);
    }
    if require_sound(&wanted.moves).is_err() {
        return Some(words::PROBLEMS);
    }
    (wanted.moving() == 0).then_some(words::NOTHING_TO_DO)
}

pub(super) fn load(state: &mut State) -> Vec<Effect> {
    let (Some(session), Some((from, to))) = (state.session.clone(), terms(state)) else {
        return Vec::new();
    };
    if state.dates.promotion.view.ready().is_none() {
        state.dates.promotion.view = Loadable::Loading;
    }
    let request = Request::Dates(DatesRequest::Promotion { session, from, to });
    vec![state.send(Asked::Dates(DatesAsked::Promotion), request)]
}

/// The question was answered with yes.
pub(super) fn confirm(state: &mut State) -> Vec<Effect> {
    let Some(start) = state.dates.promotion.command() else {
        return Vec::new();
    };
    let command = Command::Import(ImportCommand::StartTerm(start));
    run(state, Purpose::Dates(DatesPurpose::Promotion), command)
}

pub(super) fn ran(state: &mut State) {
    if let Some(wanted) = state.dates.promotion.wanted() {
        state.dates.promotion.done = Some((wanted.to, wanted.moving()));
        toast(state, words::done(wanted.to, wanted.moving()), None);
    }
}

/// An answer to another question than the one that stands now is too late.
pub(super) fn answered(state: &mut State, view: PromotionView) {
    if terms(state) == Some((view.from, view.to)) {
        state.dates.promotion.view = Loadable::Ready(view);
    }
}
