//! What is returned or re-opened leaves the selection, and comes back when that is taken back.

use crate::domain::history::{Event, SelectionEvent, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::selection::{Part, WhyLeft, term_of_limits};
use crate::domain::term::SchoolYear;
use crate::engine::answer;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::code::Coded;
use crate::store::record::selection::{LeftV1, SelectionV1, selection_key, year_of};
use crate::store::record::{key, list, save};

use super::records;

/// The item can no longer be filed: it leaves every selection it is in, and the student will be told.
pub(in crate::engine) fn leave(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    why: WhyLeft,
) -> Result<(), Failure> {
    for (year, mut selection) in selections(context, owner)? {
        let Some(place) = records::take_out(&mut selection, item) else {
            continue;
        };
        selection.version += 1;
        selection.updated = context.now_millis();
        selection.left.retain(|left| left.item != item.0);
        selection.left.push(LeftV1 {
            item: item.0,
            why: why.code(),
            at: context.now_millis(),
            place: u32::try_from(place).unwrap_or(u32::MAX),
            confirmed: selection.confirmed.take(),
            version: selection.version,
        });
        let event = Event::Selection(SelectionEvent::Left { year, why });
        context.record(Stream::Student(owner), Some(item), event)?;
        save(context.txn, &selection_key(owner, year), &selection)?;
    }
    Ok(())
}

/// The student deleted it: nothing to be told, but what was confirmed is no longer what stands there.
pub(in crate::engine) fn leave_quietly(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
) -> Result<(), Failure> {
    for (year, mut selection) in selections(context, owner)? {
        if records::take_out(&mut selection, item).is_some() {
            selection.version += 1;
            selection.updated = context.now_millis();
            selection.confirmed = None;
            let event = Event::Selection(SelectionEvent::Unticked { year });
            context.record(Stream::Student(owner), Some(item), event)?;
            save(context.txn, &selection_key(owner, year), &selection)?;
        }
    }
    Ok(())
}

/// What made the item leave was taken back: it stands again where it stood, if there is room; and if
/// nothing else happened since, the selection is confirmed as it was.
pub(in crate::engine) fn come_back(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
) -> Result<(), Failure> {
    for (year, mut selection) in selections(context, owner)? {
        let Some(at) = selection.left.iter().position(|left| left.item == item.0) else {
            continue;
        };
        let limit = answer::limits(context.txn, term_of_limits(year))?.selected(Part::Outcomes);
        let room = selection.outcomes.len() < limit as usize;
        if !room || selection.outcomes.contains(&item.0) {
            continue;
        }
        let left = selection.left.remove(at);
        let place = (left.place as usize).min(selection.outcomes.len());
        selection.outcomes.insert(place, item.0);
        if left.version == selection.version {
            selection.confirmed = left.confirmed;
        }
        selection.version += 1;
        selection.updated = context.now_millis();
        let event = Event::Selection(SelectionEvent::CameBack { year });
        context.record(Stream::Student(owner), Some(item), event)?;
        save(context.txn, &selection_key(owner, year), &selection)?;
    }
    Ok(())
}

fn selections(context: &Context<'_>, owner: AccountId) -> Result<Vec<(SchoolYear, SelectionV1)>, Failure> {
    list::<SelectionV1>(context.txn, &key::one(owner.0))?
        .into_iter()
        .map(|(at, selection)| Ok((year_of(&at)?, selection)))
        .collect()
}
