//! Reasons and notes: journaled while they are typed, kept until the decision is taken.

use crate::domain::id::ItemId;
use crate::domain::outcome::ReturnReason;
use crate::gui::certification::{ReturnDraft, ReturnOf, ReturnText};
use crate::gui::edits::DraftKey;
use crate::gui::effect::Effect;
use crate::gui::state::State;
use crate::gui::update::journal;

use super::deciding;

/// Shows the reasons for the open item, or for what is marked.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(target) = state.panel.return_target() else {
        return Vec::new();
    };
    if let ReturnOf::Item(item) = target {
        if deciding::open_for_decision(state, crate::domain::act::Act::Return).is_none() {
            return Vec::new();
        }
        let asked = state.panel.row(item).is_some_and(|row| row.requested.is_some());
        if asked && state.panel.returns.draft(target).is_none() {
            state.panel.returns.draft_mut(target).reason = Some(ReturnReason::StudentAsked);
        }
    }
    state.viewer.alone = false;
    state.panel.returns.open = Some(target);
    Vec::new()
}

pub(super) fn reason(state: &mut State, reason: ReturnReason) -> Vec<Effect> {
    let Some(target) = state.panel.returns.open else {
        return Vec::new();
    };
    state.panel.returns.draft_mut(target).reason = Some(reason);
    let key = DraftKey::Return(target, ReturnText::Reason);
    state.journal.note(key, reason.code());
    journal(state, false)
}

pub(super) fn note(state: &mut State, text: String) -> Vec<Effect> {
    let Some(target) = state.panel.returns.open else {
        return Vec::new();
    };
    let key = DraftKey::Return(target, ReturnText::Note);
    state.journal.note(key, &text);
    state.panel.returns.draft_mut(target).note = text;
    journal(state, false)
}

/// The reasons are closed; what is written goes to the journal now and stays.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    if state.panel.returns.open.take().is_none() {
        return Vec::new();
    }
    journal(state, true)
}

/// The return was given: its draft is done with, here and in the journal.
pub(super) fn forget(state: &mut State, target: ReturnOf) -> Vec<Effect> {
    state.panel.returns.forget(target);
    for text in [ReturnText::Reason, ReturnText::Note] {
        state.journal.forget(DraftKey::Return(target, text));
    }
    journal(state, true)
}

/// A decision was taken back: what was written for it can be written on.
pub(super) fn bring_back(state: &mut State, item: ItemId, draft: ReturnDraft) -> Vec<Effect> {
    let target = ReturnOf::Item(item);
    let code = draft.reason.map_or("", ReturnReason::code);
    state
        .journal
        .note(DraftKey::Return(target, ReturnText::Reason), code);
    state
        .journal
        .note(DraftKey::Return(target, ReturnText::Note), &draft.note);
    *state.panel.returns.draft_mut(target) = draft;
    journal(state, true)
}

/// Text that was typed before a lock, a crash or a power cut.
pub(in crate::gui::update) fn take_draft(state: &mut State, of: ReturnOf, part: ReturnText, text: &str) {
    let draft: &mut ReturnDraft = state.panel.returns.draft_mut(of);
    match part {
        ReturnText::Reason => draft.reason = ReturnReason::from_code(text),
        ReturnText::Note => text.clone_into(&mut draft.note),
    }
}
