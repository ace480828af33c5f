//! 勾選: ticking, order, confirmation; and what makes an item leave a selection.

mod filing;
pub(super) mod layout;
mod leaving;
pub(super) mod records;

use crate::domain::act::Relation;
use crate::domain::history::{Event, SelectionEvent, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::refusal::Refusal;
use crate::domain::selection::{Part, SelectionRefusal, term_of_limits};
use crate::domain::term::SchoolYear;
use crate::domain::window::{Period, WindowKind};
use crate::store::record::selection::{SelectionV1, selection_key};
use crate::store::record::{load, save};

use super::answer;
use super::command::{Reply, SelectionCommand};
use super::context::Context;
use super::failure::Failure;
use super::view;

pub(super) use filing::placement;
pub(super) use leaving::{come_back, leave, leave_quietly};

pub(super) fn run(context: &mut Context<'_>, command: &SelectionCommand) -> Result<Reply, Failure> {
    match command {
        SelectionCommand::Tick { year, item } => tick(context, *year, *item),
        SelectionCommand::Untick { year, item } => untick(context, *year, *item),
        SelectionCommand::Order { year, part, items } => order(context, *year, *part, items),
        SelectionCommand::Confirm { year, seen } => confirm(context, *year, *seen),
        SelectionCommand::NoticesRead { year } => notices_read(context, *year),
        SelectionCommand::File { year, grade } => filing::file(context, *year, *grade),
        SelectionCommand::SetLayout { layout } => layout::set(context, layout.as_ref()),
    }
}

/// The selection of the actor, if its window is open.
fn open(context: &Context<'_>, year: SchoolYear) -> Result<(AccountId, SelectionV1), Failure> {
    let owner = context.actor();
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, owner)?;
    context
        .circumstances(Relation::Owner, &windows, &student)
        .require_open_in(WindowKind::Selection, Period::Year(year))?;
    let there = load::<SelectionV1>(context.txn, &selection_key(owner, year))?;
    Ok((owner, there.unwrap_or_default()))
}

/// Writes a changed selection: one version on, and what was confirmed is no longer what stands there.
fn save_changed(
    context: &mut Context<'_>,
    owner: AccountId,
    year: SchoolYear,
    selection: &mut SelectionV1,
) -> Result<(), Failure> {
    selection.version += 1;
    selection.updated = context.now_millis();
    save(context.txn, &selection_key(owner, year), selection)?;
    Ok(())
}

fn reply(context: &Context<'_>, year: SchoolYear) -> Result<Reply, Failure> {
    let view = view::selection_view(context.txn, context.library, context.actor(), year)?;
    Ok(Reply::Selection(Box::new(view)))
}

fn tick(context: &mut Context<'_>, year: SchoolYear, item: ItemId) -> Result<Reply, Failure> {
    let (owner, mut selection) = open(context, year)?;
    let candidate = records::candidate(context.txn, context.library, owner, item, year)?;
    let (part, verdict) = candidate.ok_or(Refusal::NoSuchItem)?;
    if records::list_of(&selection, part).contains(&item.0) {
        return reply(context, year);
    }
    verdict.map_err(|why| SelectionRefusal::NotSelectable { why, year })?;
    let limit = answer::limits(context.txn, term_of_limits(year))?.selected(part);
    let list = records::list_of_mut(&mut selection, part);
    if list.len() >= limit as usize {
        return Err(SelectionRefusal::Full { part, year, limit }.into());
    }
    list.push(item.0);
    selection.confirmed = None;
    // Ticked again by hand: nothing to be told about it any more.
    selection.left.retain(|left| left.item != item.0);
    let event = Event::Selection(SelectionEvent::Ticked { year });
    context.record(Stream::Student(owner), Some(item), event)?;
    save_changed(context, owner, year, &mut selection)?;
    reply(context, year)
}

fn untick(context: &mut Context<'_>, year: SchoolYear, item: ItemId) -> Result<Reply, Failure> {
    let (owner, mut selection) = open(context, year)?;
    if !records::holds(&selection, item) {
        let own = records::candidate(context.txn, context.library, owner, item, year)?;
        return match own {
            Some(_) => reply(context, year),
            None => Err(Refusal::NoSuchItem.into()),
        };
    }
    records::take_out(&mut selection, item);
    selection.confirmed = None;
    let event = Event::Selection(SelectionEvent::Unticked { year });
    context.record(Stream::Student(owner), Some(item), event)?;
    save_changed(context, owner, year, &mut selection)?;
    reply(context, year)
}

fn order(
    context: &mut Context<'_>,
    year: SchoolYear,
    part: Part,
    items: &[ItemId],
) -> Result<Reply, Failure> {
    let (owner, mut selection) = open(context, year)?;
    let wanted: Vec<u64> = items.iter().map(|item| item.0).collect();
    let list = records::list_of_mut(&mut selection, part);
    if *list == wanted {
        return reply(context, year);
    }
    let sorted = |list: &[u64]| {
        let mut list = list.to_vec();
        list.sort_unstable();
        list
    };
    if sorted(list) != sorted(&wanted) {
        return Err(SelectionRefusal::OtherItems.into());
    }
    *list = wanted;
    selection.confirmed = None;
    let event = Event::Selection(SelectionEvent::Ordered { year, part });
    context.record(Stream::Student(owner), None, event)?;
    save_changed(context, owner, year, &mut selection)?;
    reply(context, year)
}

/// Confirming nothing is possible too: uploading and selecting are voluntary (`[seed] 9`).
fn confirm(context: &mut Context<'_>, year: SchoolYear, seen: u64) -> Result<Reply, Failure> {
    let (owner, mut selection) = open(context, year)?;
    if seen != selection.version {
        return Err(Refusal::ChangedMeanwhile {
            seen,
            current: selection.version,
        }
        .into());
    }
    let count = |list: &[u64]| u32::try_from(list.len()).unwrap_or(u32::MAX);
    let event = Event::Selection(SelectionEvent::Confirmed {
        year,
        outcomes: count(&selection.outcomes),
        activities: count(&selection.activities),
    });
    selection.confirmed = Some(context.now_millis());
    selection.left.clear();
    context.record(Stream::Student(owner), None, event)?;
    save_changed(context, owner, year, &mut selection)?;
    reply(context, year)
}

/// Possible at any time: the notice is still there when the window is over.
fn notices_read(context: &mut Context<'_>, year: SchoolYear) -> Result<Reply, Failure> {
    let owner = context.actor();
    let at = selection_key(owner, year);
    if let Some(mut selection) = load::<SelectionV1>(context.txn, &at)?
        && !selection.left.is_empty()
    {
        selection.left.clear();
        let event = Event::Selection(SelectionEvent::NoticesRead { year });
        context.record(Stream::Student(owner), None, event)?;
        // What stands there did not change, and neither does what was confirmed.
        save(context.txn, &at, &selection)?;
    }
    reply(context, year)
}
