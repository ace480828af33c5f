//! Tags of one's own, on outcomes and activities alike. They are never filed, so no window shuts them.

use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::activity::tags::{LONGEST_TAG, MOST_TAGS, tidy};
use crate::domain::description::count;
use crate::domain::history::{ActivityEvent, Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::refusal::Refusal;
use crate::engine::answer;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::StoreError;
use crate::store::record::activity::ItemTagsV1;
use crate::store::record::{erase, key};

use super::records;

pub(super) fn set(context: &mut Context<'_>, item: ItemId, tags: &[String]) -> Result<Reply, Failure> {
    let outcome = answer::outcome(context.txn, item)?.map(|(owner, _)| owner);
    let activity = records::activity(context.txn, item)?.map(|(owner, _)| owner);
    let owner = outcome
        .or(activity)
        .filter(|owner| *owner == context.actor())
        .ok_or(Refusal::NoSuchItem)?;
    let tags = checked(tags)?;
    save(context, owner, item, tags)?;
    let event = Event::Activity(ActivityEvent::TagsSet);
    context.record(Stream::Student(owner), Some(item), event)?;
    if activity.is_some() {
        super::reply(context, item)
    } else {
        Ok(Reply::Done)
    }
}

/// The tags as they are kept.
///
/// # Errors
/// [`ActivityRefusal::TooManyTags`], [`ActivityRefusal::TagTooLong`].
pub(in crate::engine) fn checked(tags: &[String]) -> Result<Vec<String>, ActivityRefusal> {
    let tags = tidy(tags);
    if tags.len() > MOST_TAGS {
        return Err(ActivityRefusal::TooManyTags {
            limit: u32::try_from(MOST_TAGS).unwrap_or(u32::MAX),
        });
    }
    match tags.iter().map(|tag| count(tag)).max() {
        Some(count) if count > LONGEST_TAG => Err(ActivityRefusal::TagTooLong {
            count,
            limit: LONGEST_TAG,
        }),
        _ => Ok(tags),
    }
}

pub(in crate::engine) fn save(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    tags: Vec<String>,
) -> Result<(), StoreError> {
    let at = key::two(owner.0, item.0);
    if tags.is_empty() {
        erase::<ItemTagsV1>(context.txn, &at)?;
        Ok(())
    } else {
        crate::store::record::save(context.txn, &at, &ItemTagsV1 { tags })
    }
}
