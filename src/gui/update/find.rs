//! The page that finds everything.

use crate::engine::{FindQuery, Found};
use crate::gui::effect::Effect;
use crate::gui::finding::FindAction;
use crate::gui::loadable::Loadable;
use crate::gui::route::Page;
use crate::gui::state::{Asked, State};
use crate::worker::Request;

pub(super) fn update(state: &mut State, action: FindAction) -> Vec<Effect> {
    let query = &mut state.finding.query;
    match action {
        FindAction::Text(text) => query.text = text,
        FindAction::Category(category) => query.category = category,
        FindAction::Year(year) => query.year = year,
        FindAction::Tag(tag) => query.tag = tag,
        FindAction::Clear => *query = FindQuery::default(),
        FindAction::AsTimeLine(as_time_line) => {
            state.finding.as_time_line = as_time_line;
            return Vec::new();
        }
    }
    ask(state)
}

/// Asks with what is looked for now; an older question's answer is not waited for any more.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state.asked.retain(|_, asked| *asked != Asked::Find);
    if state.finding.found.ready().is_none() {
        state.finding.found = Loadable::Loading;
    }
    let query = state.finding.query.clone();
    vec![state.send(Asked::Find, Request::Find { session, query })]
}

/// Records changed: what is shown is asked for again.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    if state.route.page() == Some(&Page::Find) {
        ask(state)
    } else {
        Vec::new()
    }
}

pub(super) fn found(state: &mut State, found: Vec<Found>) {
    if state.finding.query == FindQuery::default() {
        let mut tags: Vec<String> = found.iter().flat_map(|one| one.tags.clone()).collect();
        tags.sort();
        tags.dedup();
        state.finding.tags = tags;
    }
    state.finding.found = Loadable::Ready(found);
}
