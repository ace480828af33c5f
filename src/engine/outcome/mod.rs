//! What students do with their 課程學習成果.

pub(super) mod add;
pub(super) mod edit;
pub(super) mod request;
pub(super) mod submit;
pub(super) mod trash;

use crate::domain::act::{self, Act};
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::from_millis;
use crate::domain::outcome::{OutcomeFacts, OutcomeState};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::item::OutcomeV1;
use crate::store::record::{key, save};
use crate::store::{ReadRecords, StoreError};

use super::answer;
use super::command::Reply;
use super::context::Context;
use super::failure::Failure;
use super::view;

/// The facts by which the rules decide.
pub(super) fn facts(
    owner: AccountId,
    outcome: &OutcomeV1,
    enrolment: Option<&EnrolmentV1>,
) -> Result<OutcomeFacts, StoreError> {
    Ok(OutcomeFacts {
        owner,
        offering: OfferingId(outcome.offering),
        term: convert::term(outcome.term)?,
        state: OutcomeState::from_code(outcome.state)?,
        origin: outcome.origin.map(Coded::from_code).transpose()?,
        trashed: outcome.trashed.is_some(),
        filed: outcome.filed,
        file_count: outcome.files.len(),
        return_requested: outcome.requested.is_some(),
        withdrawn: enrolment.is_none_or(|enrolment| enrolment.withdrawn),
        mending_until: outcome.mending_until.map(from_millis),
        version: outcome.version,
    })
}

/// An item that a command is about to change, with everything the decision needs.
pub(super) struct Opened {
    pub owner: AccountId,
    pub outcome: OutcomeV1,
    pub facts: OutcomeFacts,
    pub relation: act::Relation,
}

/// Reads an item for `act` and asks the rules, in the command's transaction.
///
/// # Errors
/// The refusal; [`Refusal::ChangedMeanwhile`] when the actor saw another version.
pub(super) fn open(context: &Context<'_>, item: ItemId, seen: u64, act: Act) -> Result<Opened, Failure> {
    let (owner, outcome) = answer::outcome(context.txn, item)?.ok_or(Refusal::NoSuchItem)?;
    let offering = answer::offering(context.txn, OfferingId(outcome.offering))?;
    let enrolment = answer::enrolment(context.txn, owner, OfferingId(outcome.offering))?;
    let facts = facts(owner, &outcome, enrolment.as_ref())?;
    let relation = answer::relation(
        context.txn,
        context.session,
        owner,
        &offering,
        outcome.offering,
        context.now,
    )?;
    if !view::may_see(relation, &facts) {
        return Err(Refusal::NoSuchItem.into());
    }
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, owner)?;
    act::permit(act, &facts, &context.circumstances(relation, &windows, &student))?;
    if seen != outcome.version {
        return Err(Refusal::ChangedMeanwhile {
            seen,
            current: outcome.version,
        }
        .into());
    }
    Ok(Opened {
        owner,
        outcome,
        facts,
        relation,
    })
}

/// Writes a changed item back: one version on.
pub(super) fn save_changed(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    outcome: &mut OutcomeV1,
) -> Result<(), StoreError> {
    outcome.version += 1;
    outcome.updated = context.now_millis();
    save(context.txn, &key::two(owner.0, item.0), outcome)
}

/// The item as it is after the command.
pub(super) fn reply(context: &Context<'_>, item: ItemId) -> Result<Reply, Failure> {
    let view = view::item_view(context.txn, context.name_key, item, context.actor(), context.now)?;
    Ok(Reply::Item(Box::new(view)))
}

/// The course a student wants to put an outcome into: theirs, of that term, with credit.
pub(super) fn require_course(
    records: &impl ReadRecords,
    student: AccountId,
    offering_id: OfferingId,
    term: Term,
) -> Result<OfferingV1, Failure> {
    let enrolment = answer::enrolment(records, student, offering_id)?.ok_or(Refusal::NoSuchCourse)?;
    let offering = answer::offering(records, offering_id)?;
    if enrolment.withdrawn {
        return Err(Refusal::EnrolmentWithdrawn { act: Act::Create }.into());
    }
    crate::domain::course::require_uploadable(
        &offering.name,
        Coded::from_code(offering.kind)?,
        crate::domain::course::Credits(offering.credits),
        convert::term(offering.term)?,
        term,
    )?;
    Ok(offering)
}
