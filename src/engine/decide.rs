//! Teachers decide: 認證成功, 認證失敗, and taking the latest decision back.

use chrono::Duration;

use crate::domain::act::{self, Act, Relation};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::to_millis;
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason};
use crate::domain::refusal::Refusal;
use crate::store::record::code::Coded;
use crate::store::record::item::{DecisionV1, OutcomeV1};

use super::answer;
use super::command::Reply;
use super::context::Context;
use super::failure::Failure;
use super::outcome::{Opened, open, reply, save_changed};

/// How an item is given back.
pub(super) struct GivingBack<'a> {
    pub reason: ReturnReason,
    pub note: &'a str,
    pub unopened: bool,
    pub lockout_confirmed: bool,
}

fn origin_of(relation: Relation) -> (Origin, Option<AccountId>) {
    match relation {
        Relation::Deputy { of } => (Origin::Deputy, Some(of)),
        _ => (Origin::Teacher, None),
    }
}

fn hashes(outcome: &OutcomeV1) -> Vec<[u8; 32]> {
    outcome.files.iter().map(|file| file.blake3).collect()
}

pub(super) fn certify(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    unopened: bool,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Certify)?;
    let (origin, for_teacher) = origin_of(opened.relation);
    let event = Event::Certified {
        origin,
        for_teacher,
        hashes: hashes(&opened.outcome),
        unopened,
    };
    settle(
        context,
        item,
        opened,
        OutcomeState::Certified,
        None,
        "",
        unopened,
        event,
    )
}

pub(super) fn give_back(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    giving: &GivingBack<'_>,
) -> Result<Reply, Failure> {
    let mut opened = open(context, item, seen, Act::Return)?;
    if giving.reason == ReturnReason::Other && giving.note.trim().is_empty() {
        return Err(Refusal::ReasonNeedsNote.into());
    }
    let limits = answer::limits(context.txn, opened.facts.term)?;
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, opened.owner)?;
    let circumstances = context.circumstances(opened.relation, &windows, &student);
    let locks_out = act::return_locks_student_out(&opened.facts, limits.mending_days, &circumstances);
    if locks_out && !giving.lockout_confirmed {
        return Err(Refusal::ReturnLocksOut.into());
    }
    opened.outcome.mending_until = (limits.mending_days > 0)
        .then(|| to_millis(context.now + Duration::days(i64::from(limits.mending_days))));
    let (origin, for_teacher) = origin_of(opened.relation);
    let event = Event::Returned {
        origin,
        for_teacher,
        reason: giving.reason,
        hashes: hashes(&opened.outcome),
        unopened: giving.unopened,
    };
    let note = giving.note.trim();
    settle(
        context,
        item,
        opened,
        OutcomeState::Returned,
        Some(giving.reason),
        note,
        giving.unopened,
        event,
    )
}

#[expect(
    clippy::too_many_arguments,
    reason = "the one place where both decisions meet; all are facts of the decision"
)]
fn settle(
    context: &mut Context<'_>,
    item: ItemId,
    opened: Opened,
    state: OutcomeState,
    reason: Option<ReturnReason>,
    note: &str,
    unopened: bool,
    event: Event,
) -> Result<Reply, Failure> {
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let (origin, for_teacher) = origin_of(opened.relation);
    outcome.decisions.push(DecisionV1 {
        by: context.actor().0,
        for_teacher: for_teacher.map(|teacher| teacher.0),
        at: context.now_millis(),
        from: outcome.state,
        state: state.code(),
        origin: origin.code(),
        reason: reason.map(Coded::code),
        note: note.to_owned(),
        hashes: hashes(&outcome),
        unopened,
        undone: false,
        version: outcome.version + 1,
    });
    outcome.state = state.code();
    outcome.origin = Some(origin.code());
    // A request ends with the decision.
    outcome.requested = None;
    context.record(Stream::Student(owner), Some(item), event)?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}

/// A new line in the history; only by whoever decided, only while nothing happened since.
pub(super) fn undo(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::UndoDecision)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let (actor, version) = (context.actor().0, outcome.version);
    let Some(latest) = outcome
        .decisions
        .iter_mut()
        .rev()
        .find(|decision| !decision.undone)
    else {
        return Err(Refusal::CannotUndo.into());
    };
    if latest.by != actor || latest.version != version {
        return Err(Refusal::CannotUndo.into());
    }
    latest.undone = true;
    let back_to = OutcomeState::from_code(latest.from)?;
    let earlier = outcome.decisions.iter().rev().find(|decision| !decision.undone);
    outcome.origin = match back_to {
        OutcomeState::Certified => earlier.map(|decision| decision.origin),
        _ => None,
    };
    outcome.state = back_to.code();
    outcome.mending_until = None;
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::DecisionUndone { back_to },
    )?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}
