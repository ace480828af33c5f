//! What students do with their 多元表現, and what the office sets about them.

pub(super) mod add;
mod edit;
mod office;
mod purge;
pub(super) mod records;
pub(super) mod tags;
mod trash;

use crate::domain::act::{Act, Relation};
use crate::domain::activity::act::{self, ActivityFacts};
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::activity::years::StudyYears;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::quota::{self, Counter};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::store::StoreError;
use crate::store::record::activity::ActivityV1;
use crate::store::record::{key, save};

use super::answer;
use super::command::{ActivityCommand, Reply};
use super::context::Context;
use super::failure::Failure;
use super::view;

pub(super) use purge::{due, purge_due, removed_on};

pub(super) fn run(context: &mut Context<'_>, command: &ActivityCommand) -> Result<Reply, Failure> {
    match command {
        ActivityCommand::Add(new) => add::add(context, new),
        ActivityCommand::Edit { item, seen, changes } => edit::edit(context, *item, *seen, changes),
        ActivityCommand::Delete { item, seen } => trash::delete(context, *item, *seen),
        ActivityCommand::Restore { item, seen } => trash::restore(context, *item, *seen),
        ActivityCommand::Copy { item, with_files } => add::copy(context, *item, *with_files),
        ActivityCommand::SetTags { item, tags } => tags::set(context, *item, tags),
        ActivityCommand::SetYears {
            student,
            extra_years,
            left,
        } => office::set_years(context, *student, *extra_years, *left),
        ActivityCommand::SetList { list, entries } => office::set_list(context, *list, entries),
        ActivityCommand::SetYearQuota { year, limit } => office::set_year_quota(context, *year, *limit),
    }
}

/// An activity that a command is about to change.
struct Opened {
    owner: AccountId,
    activity: ActivityV1,
    facts: ActivityFacts,
    years: Option<StudyYears>,
}

/// Reads an activity for `act` and asks the rules, in the command's transaction.
///
/// # Errors
/// The refusal; [`Refusal::ChangedMeanwhile`] when the actor saw another version.
fn open(context: &Context<'_>, item: ItemId, seen: u64, act: Act) -> Result<Opened, Failure> {
    let (owner, activity) = records::activity(context.txn, item)?.ok_or(Refusal::NoSuchItem)?;
    let relation = relation(context, owner);
    let facts = records::facts(context.txn, owner, item, &activity)?;
    let years = records::years(context.txn, owner)?;
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, owner)?;
    act::permit(
        act,
        &facts,
        years,
        &context.circumstances(relation, &windows, &student),
    )?;
    if seen != activity.version {
        return Err(Refusal::ChangedMeanwhile {
            seen,
            current: activity.version,
        }
        .into());
    }
    Ok(Opened {
        owner,
        activity,
        facts,
        years,
    })
}

fn relation(context: &Context<'_>, owner: AccountId) -> Relation {
    if context.actor() == owner {
        Relation::Owner
    } else {
        Relation::Stranger
    }
}

/// Refuses `more` activities in `term` beyond what the school allows per term or per school year.
pub(super) fn require_room(
    context: &Context<'_>,
    owner: AccountId,
    term: Term,
    more: u32,
) -> Result<(), Failure> {
    let (usage, year) = records::usage(context.txn, owner, term)?;
    match (year, quota::require_room(Counter::Activity, term, usage, more)) {
        (Some(year), Err(_)) => Err(ActivityRefusal::YearQuotaReached {
            year,
            used: usage.used,
            limit: usage.limit,
            more,
        }
        .into()),
        (_, verdict) => Ok(verdict?),
    }
}

/// Writes a changed activity back: one version on.
fn save_changed(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    activity: &mut ActivityV1,
) -> Result<(), StoreError> {
    activity.version += 1;
    activity.updated = context.now_millis();
    save(context.txn, &key::two(owner.0, item.0), activity)
}

/// The activity as it is after the command.
pub(super) fn reply(context: &Context<'_>, item: ItemId) -> Result<Reply, Failure> {
    let view = view::activity_view(context.txn, context.name_key, item, context.now)?;
    Ok(Reply::Activity(Box::new(view)))
}
