//! Decisions: sent with the versions that were seen, answered item by item, taken back act by act.

use crate::domain::act::Act;
use crate::domain::id::ItemId;
use crate::domain::outcome::OutcomeState;
use crate::domain::refusal::Refusal;
use crate::engine::{Batch, Command, SeenItem, Verdict};
use crate::gui::certification::{
    BatchQuestion, BatchSummary, MOST_NOTICES, PanelNotice, ReturnDraft, ReturnOf, Sent, Step,
};
use crate::gui::effect::Effect;
use crate::gui::modal::Modal;
use crate::gui::state::{Asked, State, ToastUndo};
use crate::gui::update::{say_message, toast, toast_with};
use crate::gui::words as troubles;
use crate::text::{self, Message, certification as words};
use crate::worker::Trouble;

use super::moving::{self, is_opened};
use super::{PanelPurpose, loading, question_closed, reload, returning, who};

/// The state a verdict leads to.
pub(super) const fn result(verdict: &Verdict) -> OutcomeState {
    match verdict {
        Verdict::Certify => OutcomeState::Certified,
        Verdict::Return { .. } => OutcomeState::Returned,
    }
}

/// The open item as it was seen, if `act` may be done to it now. Asleep while it is not on the screen; what
/// the rules refuse is said.
pub(super) fn open_for_decision(state: &mut State, act: Act) -> Option<SeenItem> {
    let case = state.panel.case()?;
    let (item, version) = (case.item.id, case.item.facts.version);
    if state.panel.is_pending(item) || !is_opened(state) {
        return None;
    }
    if let Err(refusal) = case.permit(act, state.now) {
        let message = text::refusal(&refusal, state.now);
        let message = words::not_decided(&who(state, item), &message);
        notice(state, item, message);
        return None;
    }
    Some(SeenItem {
        item,
        version,
        unopened: false,
    })
}

pub(super) fn certify(state: &mut State) -> Vec<Effect> {
    if state.panel.selection.is_many() {
        return ask_batch(state, Verdict::Certify);
    }
    match open_for_decision(state, Act::Certify) {
        Some(seen) => send_one(state, seen, Verdict::Certify),
        None => Vec::new(),
    }
}

/// 認證失敗 with the reason and note that are written.
pub(super) fn give_back(state: &mut State) -> Vec<Effect> {
    let Some(target) = state.panel.returns.open else {
        return Vec::new();
    };
    let draft = state.panel.returns.draft(target).cloned().unwrap_or_default();
    let (Some(reason), true) = (draft.reason, draft.is_ready()) else {
        return Vec::new();
    };
    let verdict = Verdict::Return {
        reason,
        note: draft.note.trim().to_owned(),
        lockout_confirmed: false,
    };
    if target == ReturnOf::Many {
        return ask_batch(state, verdict);
    }
    let Some(seen) = open_for_decision(state, Act::Return) else {
        return Vec::new();
    };
    let locks_out = state
        .panel
        .case()
        .is_some_and(|case| case.return_locks_out(state.now));
    if locks_out {
        let act = next_act(state);
        ask_lockout(state, act, vec![seen], verdict);
        return Vec::new();
    }
    send_one(state, seen, verdict)
}

fn next_act(state: &mut State) -> u64 {
    state.panel.acts += 1;
    state.panel.acts
}

fn send_one(state: &mut State, seen: SeenItem, verdict: Verdict) -> Vec<Effect> {
    let sent = Sent {
        act: next_act(state),
        items: vec![seen],
        verdict,
    };
    send(state, sent)
}

/// The second confirmation, naming the consequence (domain.md 2a).
fn ask_lockout(state: &mut State, act: u64, items: Vec<SeenItem>, verdict: Verdict) {
    let verdict = match verdict {
        Verdict::Return { reason, note, .. } => Verdict::Return {
            reason,
            note,
            lockout_confirmed: true,
        },
        Verdict::Certify => return,
    };
    state.modal = Some(Modal::Lockout(Box::new(Sent { act, items, verdict })));
}

/// One question that names how many, and how many unopened.
fn ask_batch(state: &mut State, verdict: Verdict) -> Vec<Effect> {
    let panel = &state.panel;
    let act = match verdict {
        Verdict::Certify => Act::Certify,
        Verdict::Return { .. } => Act::Return,
    };
    let items: Vec<SeenItem> = panel
        .fitting(act)
        .into_iter()
        .map(|row| SeenItem {
            item: row.id,
            version: row.version,
            unopened: !panel.was_opened(row),
        })
        .collect();
    if items.is_empty() {
        say_message(state, words::nothing_to_decide(result(&verdict)));
        return Vec::new();
    }
    let left_out = panel.selection.marked().len() - items.len();
    let act = next_act(state);
    let sent = Sent { act, items, verdict };
    state.modal = Some(Modal::Batch(Box::new(BatchQuestion { sent, left_out })));
    Vec::new()
}

/// Sends a decision and goes on; the rows say 處理中 until the engine has answered.
pub(super) fn send(state: &mut State, sent: Sent) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    let many = state.panel.selection.is_many();
    for seen in &sent.items {
        state.panel.deciding.insert(seen.item, sent.verdict.clone());
    }
    let command = Command::DecideMany {
        items: sent.items.clone(),
        verdict: sent.verdict.clone(),
    };
    let went_open = state
        .panel
        .selection
        .open
        .is_some_and(|open| sent.items.iter().any(|seen| seen.item == open));
    let purpose = PanelPurpose::Decide(Box::new(sent));
    let ticket = state.ticket(Asked::Decide(purpose));
    let mut effects = vec![Effect::Run {
        ticket,
        session,
        command,
    }];
    effects.extend(returning::close(state));
    state.panel.selection.clear_marks();
    if (went_open || many) && state.panel.next_undecided().is_some() {
        effects.extend(moving::step(state, Step::NextUndecided));
    }
    effects
}

/// The engine answered: what was done, and what was left alone.
pub(super) fn decided(state: &mut State, sent: Sent, batch: Batch) -> Vec<Effect> {
    settle(state, &sent);
    let mut effects = Vec::new();
    let outcome = result(&sent.verdict);
    let now = state.now;
    let mut drafts = Vec::new();
    for done in &batch.done {
        state.panel.own.insert(done.item, done.version);
        if let Some(row) = state.panel.row_mut(done.item) {
            (row.state, row.version, row.mine) = (outcome, done.version, true);
            (row.decided, row.requested) = (Some(now), None);
            row.unopened = done.unopened;
        }
        let draft = written(&sent, state.panel.returns.draft(ReturnOf::Item(done.item)));
        drafts.extend(draft.map(|draft| (done.item, draft)));
        effects.extend(returning::forget(state, ReturnOf::Item(done.item)));
    }
    state.panel.undo.push(sent.act, &batch.done, drafts);
    let many = sent.items.len() > 1;
    if many && outcome == OutcomeState::Returned && !batch.done.is_empty() {
        effects.extend(returning::forget(state, ReturnOf::Many));
    }
    tell_done(state, outcome, &batch.done);
    let asks_again = !matches!(
        sent.verdict,
        Verdict::Return {
            lockout_confirmed: true,
            ..
        }
    );
    let (locked, refused): (Vec<_>, Vec<_>) = batch
        .refused
        .into_iter()
        .partition(|(_, refusal)| asks_again && *refusal == Refusal::ReturnLocksOut);
    if !locked.is_empty() {
        let is_locked = |seen: &&SeenItem| locked.iter().any(|(item, _)| *item == seen.item);
        let items = sent.items.iter().filter(is_locked).copied().collect();
        ask_lockout(state, sent.act, items, sent.verdict);
    }
    tell_refused(state, &batch.done, &refused, words::not_decided);
    state.panel.list();
    effects.extend(reload(state));
    if std::mem::take(&mut state.panel.undo_when_answered) {
        effects.extend(undo(state));
    }
    effects
}

/// The reason and note that come back when the decision is taken back: as sent, or what was being written
/// when the item was certified.
fn written(sent: &Sent, draft: Option<&ReturnDraft>) -> Option<ReturnDraft> {
    match &sent.verdict {
        Verdict::Certify => draft.cloned(),
        Verdict::Return { reason, note, .. } => Some(ReturnDraft {
            reason: Some(*reason),
            note: note.clone(),
        }),
    }
}

/// Nothing was decided, for a reason of its own: no library, a session that is over, a wrong clock.
pub(super) fn decision_failed(state: &mut State, sent: &Sent, trouble: &Trouble) -> Vec<Effect> {
    settle(state, sent);
    state.panel.undo_when_answered = false;
    fail(state, &sent.items, trouble, words::not_decided)
}

pub(super) fn settle(state: &mut State, sent: &Sent) {
    for seen in &sent.items {
        state.panel.deciding.remove(&seen.item);
    }
}

fn fail(
    state: &mut State,
    items: &[SeenItem],
    trouble: &Trouble,
    word: fn(&str, &Message) -> Message,
) -> Vec<Effect> {
    let message = troubles::message(trouble, state.now);
    match items {
        [one] => {
            let message = word(&who(state, one.item), &message);
            notice(state, one.item, message);
        }
        _ => say_message(state, message),
    }
    reload(state)
}

fn tell_done(state: &mut State, outcome: OutcomeState, done: &[SeenItem]) {
    let unopened = done.iter().filter(|seen| seen.unopened).count();
    let returned = outcome == OutcomeState::Returned;
    let text = match done {
        [] => return,
        [one] if returned => words::returned(&who(state, one.item)),
        [one] => words::certified(&who(state, one.item)),
        many if returned => words::returned_many(many.len(), unopened),
        many => words::certified_many(many.len(), unopened),
    };
    toast_with(state, text, Some(ToastUndo::Decision));
}

/// One that was refused is named above the panes, several in a summary.
fn tell_refused(
    state: &mut State,
    done: &[SeenItem],
    refused: &[(ItemId, Refusal)],
    word: fn(&str, &Message) -> Message,
) {
    let now = state.now;
    let said: Vec<(ItemId, Message)> = refused
        .iter()
        .map(|(item, refusal)| (*item, text::refusal(refusal, now)))
        .collect();
    match said.as_slice() {
        [] => {}
        [(item, message)] if done.is_empty() => {
            let message = word(&who(state, *item), message);
            notice(state, *item, message);
        }
        several => {
            let refused = several
                .iter()
                .map(|(item, message)| (who(state, *item), message.sentence()))
                .collect();
            let unopened = done.iter().filter(|seen| seen.unopened).count();
            // A question that is open is not pushed away: this comes after it.
            state.panel.summary = Some(Box::new(BatchSummary {
                title: words::summary_title(done.len(), several.len()),
                sentence: words::summary_sentence(unopened),
                refused,
            }));
            question_closed(state);
        }
    }
}

fn notice(state: &mut State, item: ItemId, message: Message) {
    let notices = &mut state.panel.notices;
    notices.retain(|notice| notice.item != item);
    notices.push(PanelNotice { item, message });
    let too_many = notices.len().saturating_sub(MOST_NOTICES);
    notices.drain(..too_many);
}

/// Takes the latest act of this session back; waits for its answer if it is still under way.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let panel = &mut state.panel;
    if !panel.undoing.is_empty() || !panel.deciding.is_empty() {
        panel.undo_when_answered = true;
        return Vec::new();
    }
    match panel.undo.last() {
        Some(group) => {
            let items = group.items.clone();
            send_undo(state, items)
        }
        None => undo_open(state),
    }
}

/// Takes one's own standing decision on the open item back, also one of an earlier day.
pub(super) fn undo_open(state: &mut State) -> Vec<Effect> {
    let Some(case) = state.panel.case() else {
        return Vec::new();
    };
    let seen = SeenItem {
        item: case.item.id,
        version: case.item.facts.version,
        unopened: false,
    };
    if state.panel.is_pending(seen.item) {
        return Vec::new();
    }
    if case.permit(Act::UndoDecision, state.now).is_err() {
        toast(state, words::NOTHING_TO_UNDO, None);
        return Vec::new();
    }
    send_undo(state, vec![seen])
}

fn send_undo(state: &mut State, items: Vec<SeenItem>) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state.toast = None;
    state.panel.undoing = items.iter().map(|seen| seen.item).collect();
    let command = Command::UndoMany { items: items.clone() };
    let ticket = state.ticket(Asked::Decide(PanelPurpose::Undo(items)));
    vec![Effect::Run {
        ticket,
        session,
        command,
    }]
}

pub(super) fn undone(state: &mut State, items: &[SeenItem], batch: Batch) -> Vec<Effect> {
    state.panel.undoing.clear();
    let drafts = state.panel.undo.drafts(batch.done.iter().map(|seen| seen.item));
    // What could not be taken back now never can: the item has changed.
    state.panel.undo.forget(items.iter().map(|seen| seen.item));
    for done in &batch.done {
        state.panel.own.insert(done.item, done.version);
    }
    let text = match batch.done.as_slice() {
        [] => None,
        [one] => Some(words::undone(&who(state, one.item))),
        many => Some(words::undone_many(many.len())),
    };
    if let Some(text) = text {
        toast(state, text, None);
    }
    tell_refused(state, &batch.done, &batch.refused, words::not_undone);
    let mut effects = reload(state);
    for (item, draft) in drafts {
        effects.extend(returning::bring_back(state, item, draft));
    }
    if let ([one], [_]) = (batch.done.as_slice(), items) {
        effects.extend(moving::open(state, one.item));
    } else {
        effects.extend(loading::prepare(state));
    }
    if std::mem::take(&mut state.panel.undo_when_answered) && !state.panel.undo.is_empty() {
        effects.extend(undo(state));
    }
    effects
}

pub(super) fn undo_failed(state: &mut State, items: &[SeenItem], trouble: &Trouble) -> Vec<Effect> {
    state.panel.undoing.clear();
    state.panel.undo_when_answered = false;
    fail(state, items, trouble, words::not_undone)
}
