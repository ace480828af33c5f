//! Teachers decide: 認證成功, 認證失敗, and taking the latest decision back.

mod aside;
mod batch;

use chrono::Duration;

use crate::domain::act::{self, Act, Relation};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::to_millis;
use crate::domain::outcome::{Origin, OutcomeState, ReturnReason};
use crate::domain::refusal::Refusal;
use crate::domain::selection::WhyLeft;
use crate::store::record::code::Coded;
use crate::store::record::item::{DecisionV1, OutcomeV1};

use super::answer;
use super::command::{Reply, SeenItem, Verdict};
use super::context::Context;
use super::failure::Failure;
use super::outcome::{Opened, open, reply, save_changed};
use super::selection;
use super::view::is_undoable_by;

pub(super) use batch::{first_answer, many, remember, undo_many};

/// One verdict over one item.
pub(super) fn one(context: &mut Context<'_>, seen: SeenItem, verdict: &Verdict) -> Result<Reply, Failure> {
    rule(context, seen, verdict)?;
    reply(context, seen.item)
}

/// A new line in the history; only by whoever decided, only while nothing happened since.
pub(super) fn undo(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<Reply, Failure> {
    take_back(context, item, seen)?;
    reply(context, item)
}

/// Decides one item and gives its new version. Whatever is refused is refused before anything is
/// written, so that a batch can go on with its other items.
fn rule(context: &mut Context<'_>, seen: SeenItem, verdict: &Verdict) -> Result<u64, Failure> {
    match verdict {
        Verdict::Certify => {
            let opened = open(context, seen.item, seen.version, Act::Certify)?;
            settle(context, seen, opened, None)
        }
        Verdict::Return {
            reason,
            note,
            lockout_confirmed,
        } => {
            let mut opened = open(context, seen.item, seen.version, Act::Return)?;
            require_note(verdict)?;
            let days = require_mendable(context, &opened, *lockout_confirmed)?;
            opened.outcome.mending_until =
                (days > 0).then(|| to_millis(context.now + Duration::days(i64::from(days))));
            settle(context, seen, opened, Some((*reason, note.trim())))
        }
    }
}

/// 其他 says nothing without words.
fn require_note(verdict: &Verdict) -> Result<(), Refusal> {
    match verdict {
        Verdict::Return {
            reason: ReturnReason::Other,
            note,
            ..
        } if note.trim().is_empty() => Err(Refusal::ReasonNeedsNote),
        _ => Ok(()),
    }
}

/// The 補正期 in days. Refuses a return that the student could not mend, unless that was said yes to.
fn require_mendable(context: &Context<'_>, opened: &Opened, confirmed: bool) -> Result<u32, Failure> {
    let days = answer::limits(context.txn, opened.facts.term)?.mending_days;
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, opened.owner)?;
    let circumstances = context.circumstances(opened.relation, &windows, &student);
    if act::return_locks_student_out(&opened.facts, days, &circumstances) && !confirmed {
        return Err(Refusal::ReturnLocksOut.into());
    }
    Ok(days)
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

/// Writes a decision that passed all rules: 認證失敗 for a reason, 認證成功 without.
fn settle(
    context: &mut Context<'_>,
    seen: SeenItem,
    opened: Opened,
    returned: Option<(ReturnReason, &str)>,
) -> Result<u64, Failure> {
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let (origin, for_teacher) = origin_of(opened.relation);
    let (reason, note) = returned.unzip();
    let (hashes, unopened) = (hashes(&outcome), seen.unopened);
    let state = match reason {
        None => OutcomeState::Certified,
        Some(_) => OutcomeState::Returned,
    };
    let event = match reason {
        None => Event::Certified {
            origin,
            for_teacher,
            hashes: hashes.clone(),
            unopened,
        },
        Some(reason) => Event::Returned {
            origin,
            for_teacher,
            reason,
            hashes: hashes.clone(),
            unopened,
        },
    };
    let decision = DecisionV1 {
        by: context.actor().0,
        for_teacher: for_teacher.map(|teacher| teacher.0),
        at: context.now_millis(),
        from: outcome.state,
        state: state.code(),
        origin: origin.code(),
        reason: reason.map(Coded::code),
        note: note.unwrap_or_default().to_owned(),
        hashes,
        unopened,
        undone: false,
        version: outcome.version + 1,
    };
    aside::keep(context, owner, seen.item, &outcome, &decision)?;
    outcome.decisions.push(decision);
    outcome.state = state.code();
    outcome.origin = Some(origin.code());
    // A request ends with the decision.
    outcome.requested = None;
    context.record(Stream::Student(owner), Some(seen.item), event)?;
    if state == OutcomeState::Returned {
        selection::leave(context, owner, seen.item, WhyLeft::Returned)?;
    }
    save_changed(context, owner, seen.item, &mut outcome)?;
    Ok(outcome.version)
}

/// Takes the latest decision on one item back and gives its new version: what the decision put out of
/// force stands again, a request of the student too.
fn take_back(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<u64, Failure> {
    let opened = open(context, item, seen, Act::UndoDecision)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let standing = is_undoable_by(&outcome, context.actor());
    let latest = outcome.decisions.iter_mut().rev().find(|one| !one.undone);
    let Some(latest) = latest.filter(|_| standing) else {
        return Err(Refusal::CannotUndo.into());
    };
    latest.undone = true;
    let (back_to, latest) = (OutcomeState::from_code(latest.from)?, latest.clone());
    let before = aside::give_back(context, item, &latest)?;
    let earlier = outcome.decisions.iter().rev().find(|one| !one.undone);
    outcome.origin = match back_to {
        OutcomeState::Certified => before
            .as_ref()
            .and_then(|before| before.origin)
            .or_else(|| earlier.map(|decision| decision.origin)),
        _ => None,
    };
    outcome.requested = before.and_then(|before| before.requested);
    outcome.state = back_to.code();
    outcome.mending_until = None;
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::DecisionUndone { back_to },
    )?;
    save_changed(context, owner, item, &mut outcome)?;
    if back_to == OutcomeState::Certified {
        selection::come_back(context, owner, item)?;
    } else {
        selection::leave(context, owner, item, WhyLeft::Reopened)?;
    }
    Ok(outcome.version)
}
