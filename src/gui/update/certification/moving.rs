//! From item to item.

use crate::domain::id::{FileId, ItemId};
use crate::gui::certification::{Pick, Step};
use crate::gui::effect::Effect;
use crate::gui::state::State;
use crate::gui::update::{toast, viewer};
use crate::text::certification as words;

use super::loading::{as_shown, first_file, prepare};
use super::returning;

/// Opens an item alone, with its document.
pub(super) fn open(state: &mut State, item: ItemId) -> Vec<Effect> {
    state.panel.selection.open_alone(item);
    opened(state)
}

/// Another item is open now.
fn opened(state: &mut State) -> Vec<Effect> {
    let mut effects = returning::close(state);
    let panel = &mut state.panel;
    panel.elsewhere = None;
    panel.chosen_file = None;
    panel.reveal += 1;
    panel.position = panel.place();
    // Asking comes first: the new case may be at hand already.
    effects.extend(prepare(state));
    effects.extend(show(state));
    effects
}

/// Shows the chosen file of the open item, once it is known which it has.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    let shown = state.panel.case().and_then(|case| {
        let chosen = state.panel.chosen_file;
        let chosen = case.item.files.iter().find(|file| Some(file.id) == chosen);
        chosen.map_or_else(|| first_file(case), |file| Some(as_shown(case, file)))
    });
    if state.viewer.shown == shown {
        return Vec::new();
    }
    viewer::show(state, shown)
}

pub(super) fn pick(state: &mut State, item: ItemId, pick: Pick) -> Vec<Effect> {
    let before = state.panel.selection.open;
    let panel = &mut state.panel;
    let open = panel.selection.pick(item, pick, &panel.listing.order);
    if before == Some(open) && pick == Pick::One {
        return Vec::new();
    }
    opened(state)
}

pub(super) fn step(state: &mut State, step: Step) -> Vec<Effect> {
    let (before, after) = state.panel.neighbours();
    let to = match step {
        Step::Next => after,
        Step::Previous => before,
        Step::NextUndecided => {
            let found = state.panel.next_undecided();
            if found.is_none() {
                toast(state, words::NO_NEXT, None);
            }
            found
        }
    };
    let Some(item) = to else {
        return Vec::new();
    };
    state.panel.selection.go(item);
    opened(state)
}

/// Takes the open item into what is marked, or out again.
pub(super) fn mark_open(state: &mut State) -> Vec<Effect> {
    let panel = &mut state.panel;
    let listed = |item| panel.listing.place(item).is_some();
    if !panel.selection.open.is_some_and(listed) {
        // It has left the list: nobody decides about what is out of sight.
        return Vec::new();
    }
    panel.selection.mark_open();
    returning::close(state)
}

/// Takes the next or previous item into what is marked, or leaves it out again on the way back.
pub(super) fn mark_to(state: &mut State, step: Step) -> Vec<Effect> {
    let (before, after) = state.panel.neighbours();
    let to = match step {
        Step::Next => after,
        Step::Previous => before,
        Step::NextUndecided => state.panel.next_undecided(),
    };
    match to {
        Some(item) => pick(state, item, Pick::Range),
        None => Vec::new(),
    }
}

pub(super) fn show_file(state: &mut State, file: FileId) -> Vec<Effect> {
    state.panel.chosen_file = Some(file);
    show(state)
}

/// The document of the open item, or the sentence why there is none, has been on the screen.
pub fn is_opened(state: &State) -> bool {
    let Some(case) = state.panel.case() else {
        return false;
    };
    let known = state.panel.opened.get(&case.item.id) == Some(&case.item.attempt);
    let painted = case
        .item
        .files
        .iter()
        .any(|file| state.viewer.was_painted(file.id));
    known || painted || case.item.files.is_empty()
}

/// Remembers what was looked at; runs once per frame.
pub(in crate::gui::update) fn tick(state: &mut State) {
    if !is_opened(state) {
        return;
    }
    if let Some(case) = state.panel.case() {
        let (item, attempt) = (case.item.id, case.item.attempt);
        state.panel.opened.insert(item, attempt);
    }
}
