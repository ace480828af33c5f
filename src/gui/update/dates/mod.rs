//! 時程: the office sets dates, rules and announcements.

mod forms;
mod promotion;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::domain::access::{self, Right};
use crate::engine::{Command, DatesCommand};
use crate::gui::action::Picking;
use crate::gui::dates::{DatesAction, DatesAsked, DatesPurpose, DatesQuestion, DatesTab, FormOf};
use crate::gui::effect::Effect;
use crate::gui::kept_words::WordsOf;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, Purpose, State};
use crate::text::dates::page as words;
use crate::worker::{Answer, DatesAnswer, DatesRequest, Delivery, Request, Trouble};

pub use forms::replaced;
pub use promotion::{nothing_to_do, terms as promotion_terms};

use super::{kept_words, run, say, toast};

/// Whether this person sets dates and rules.
pub fn sets_dates(state: &State) -> bool {
    has(state, Right::SetDates)
}

/// Whether this person has anything to do on the page.
pub fn has_dates(state: &State) -> bool {
    sets_dates(state) || has(state, Right::Announce)
}

fn has(state: &State, right: Right) -> bool {
    let session = state.session.as_ref();
    session.is_some_and(|session| access::may(&session.roles, right))
}

pub(super) fn update(state: &mut State, action: DatesAction) -> Vec<Effect> {
    match action {
        DatesAction::Retry => return load(state),
        DatesAction::Year(year) => state.dates.year = Some(year),
        DatesAction::Term(term) => state.dates.term = Some(term),
        DatesAction::Open(_)
        | DatesAction::OpenWindow(..)
        | DatesAction::Typed(..)
        | DatesAction::Kind(_)
        | DatesAction::Period(_)
        | DatesAction::Audience(_)
        | DatesAction::ByClass(_) => return forms::update(state, action),
        DatesAction::AskTerms(terms) => ask(state, DatesQuestion::Terms(terms)),
        DatesAction::AskRemove(window) => ask(state, DatesQuestion::Remove(window)),
        DatesAction::AskEnd(announcement) => ask(state, DatesQuestion::End(announcement)),
        DatesAction::Limit(..)
        | DatesAction::Accept(..)
        | DatesAction::DescriptionRequired(_)
        | DatesAction::Source(_)
        | DatesAction::RevertRules => change_rules(state, action),
        DatesAction::SaveRules => return save_rules(state),
        DatesAction::PromoteTerms(..) | DatesAction::PromoteClass(..) | DatesAction::AskPromote => {
            return promotion::update(state, action);
        }
        DatesAction::SaveCalendar => {
            let picking = Picking::SaveCalendar;
            let name = Some(words::CALENDAR_FILE.to_owned());
            return vec![Effect::Pick { picking, name }];
        }
    }
    Vec::new()
}

fn ask(state: &mut State, question: DatesQuestion) {
    state.said = None;
    state.modal = Some(Modal::Dates(question));
}

/// The page was opened.
pub(super) fn entered(state: &mut State) -> Vec<Effect> {
    let mut effects = load(state);
    if state.route == Route::At(Page::Dates(DatesTab::NewTerm)) && sets_dates(state) {
        effects.extend(promotion::load(state));
    }
    effects
}

/// Something changed, here or elsewhere.
pub(super) fn changed(state: &mut State) -> Vec<Effect> {
    if matches!(state.route, Route::At(Page::Dates(_))) {
        return entered(state);
    }
    Vec::new()
}

fn load(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| has_dates(state)) else {
        return Vec::new();
    };
    if state.dates.view.ready().is_none() {
        state.dates.view = Loadable::Loading;
    }
    let request = Request::Dates(DatesRequest::Timetable { session });
    vec![state.send(Asked::Dates(DatesAsked::Timetable), request)]
}

fn change_rules(state: &mut State, action: DatesAction) {
    let Some(view) = state.dates.view.ready() else {
        return;
    };
    let term = state.dates.shown_term(view);
    let saved = view.rules_of(term);
    if action == DatesAction::RevertRules {
        state.dates.rules.remove(&term);
        return;
    }
    let form = state.dates.rules.entry(term).or_default();
    match action {
        DatesAction::Limit(limit, text) => form.set(limit, text),
        DatesAction::Accept(kind, yes) => form.accept(kind, yes, &saved),
        DatesAction::DescriptionRequired(yes) => form.description_required = Some(yes),
        DatesAction::Source(text) => form.source = Some(text),
        _ => {}
    }
}

fn save_rules(state: &mut State) -> Vec<Effect> {
    let Some(view) = state.dates.view.ready() else {
        return Vec::new();
    };
    let term = state.dates.shown_term(view);
    let saved = view.rules_of(term);
    let form = state.dates.rules.entry(term).or_default();
    form.tried = true;
    match form.rules(&saved) {
        Ok(rules) => {
            let command = Command::Dates(DatesCommand::SetRules { term, rules });
            run(state, Purpose::Dates(DatesPurpose::Rules(term)), command)
        }
        Err((_, Some(refusal))) => {
            say(state, &Trouble::Refused(*refusal));
            Vec::new()
        }
        Err((limit, None)) => {
            super::say_message(state, words::unreadable_number(limit));
            Vec::new()
        }
    }
}

/// The open question was answered with yes.
pub(super) fn confirm(state: &mut State, question: DatesQuestion) -> Vec<Effect> {
    let command = match question {
        DatesQuestion::Form(of) => {
            // It closes when the worker says yes.
            state.modal = Some(Modal::Dates(question));
            return forms::save(state, of);
        }
        DatesQuestion::Promote => return promotion::confirm(state),
        DatesQuestion::Terms(terms) => Command::SetCurrentTerms {
            outcome: terms.outcome,
            activity: terms.activity,
            selection: terms.selection,
        },
        DatesQuestion::Remove(window) => Command::RemoveWindow { window },
        DatesQuestion::End(announcement) => Command::Dates(DatesCommand::EndAnnouncement { announcement }),
    };
    run(state, Purpose::Dates(DatesPurpose::Other), command)
}

/// The open question was put away.
pub(super) fn closed(state: &mut State, question: DatesQuestion) {
    if let DatesQuestion::Form(of) = question
        && !of.is_kept()
    {
        state.dates.forms.remove(&of);
    }
}

/// A command is done.
pub(super) fn ran(state: &mut State, purpose: DatesPurpose) -> Vec<Effect> {
    let mut effects = Vec::new();
    match purpose {
        DatesPurpose::Form(of) => {
            state.dates.forms.remove(&of);
            if let Some(of) = WordsOf::of_dates(of) {
                effects.extend(kept_words::done(state, of));
            }
            if matches!(state.modal, Some(Modal::Dates(DatesQuestion::Form(open))) if open == of) {
                state.modal = None;
            }
            let announces = matches!(of, FormOf::NewAnnouncement);
            toast(
                state,
                if announces { words::ANNOUNCED } else { words::SAVED },
                None,
            );
        }
        DatesPurpose::Rules(term) => {
            state.dates.rules.remove(&term);
            toast(state, words::SAVED, None);
        }
        DatesPurpose::Promotion => promotion::ran(state),
        DatesPurpose::Other => toast(state, words::SAVED, None),
    }
    effects.extend(changed(state));
    effects
}

/// A place for the calendar file was chosen, or nothing.
pub(super) fn place_picked(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    let (Some(to), Some(session)) = (paths.into_iter().next(), state.session.clone()) else {
        return Vec::new();
    };
    let request = Request::Dates(DatesRequest::SaveCalendar { session, to });
    vec![state.send(Asked::Dates(DatesAsked::Calendar), request)]
}

pub(super) fn answered(state: &mut State, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Dates(DatesAnswer::Timetable(view)) => state.dates.view = Loadable::Ready(*view),
        Answer::Dates(DatesAnswer::Promotion(view)) => promotion::answered(state, *view),
        Answer::Saved(Delivery::SavedTo(path)) => toast(state, words::calendar_saved(&path), None),
        _ => {}
    }
    Vec::new()
}

pub(super) fn failed(state: &mut State, asked: DatesAsked, trouble: &Trouble) -> Vec<Effect> {
    match asked {
        DatesAsked::Timetable if state.dates.view.ready().is_none() => {
            state.dates.view = Loadable::Failed(trouble.clone());
        }
        DatesAsked::Promotion => state.dates.promotion.view = Loadable::Failed(trouble.clone()),
        DatesAsked::Timetable | DatesAsked::Calendar => say(state, trouble),
    }
    Vec::new()
}
