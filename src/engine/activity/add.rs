//! A new activity, from nothing or from another one.

use crate::domain::activity::act;
use crate::domain::activity::link;
use crate::domain::activity::record::Values;
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::description::require_fit;
use crate::domain::history::{ActivityEvent, Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::command::{NewActivity, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::{answer, files};
use crate::store::ReadRecords;
use crate::store::record::activity::{ActivityOwnerV1, ActivityV1};
use crate::store::record::code::Coded;
use crate::store::record::item::ItemOwnerV1;
use crate::store::record::{Stored, key, save};

use super::{records, relation, reply, require_room, tags};

pub(super) fn add(context: &mut Context<'_>, new: &NewActivity) -> Result<Reply, Failure> {
    let owner = context.actor();
    let term = require_possible(context, owner)?;
    let limits = answer::limits(context.txn, term)?;
    let mut values = Values::default();
    values.type_in(new.category, &new.fields, &records::lists(context.txn)?)?;
    values.require_sound(new.category, records::years(context.txn, owner)?)?;
    require_fit(
        &new.description,
        limits.description_chars,
        limits.description_required,
    )?;
    let link = link::read(&new.link).map_err(|problem| ActivityRefusal::Link { problem })?;
    let kept_tags = tags::checked(&new.tags)?;
    require_accepted(context, term, &new.files)?;
    let judged = files::judge_all(context, &new.files, &limits)?;

    let now = context.now_millis();
    let mut activity = ActivityV1 {
        category: Coded::code(new.category),
        term: term.code(),
        values: Vec::new(),
        description: new.description.trim().to_owned(),
        link,
        version: 1,
        created: now,
        updated: now,
        trashed: None,
        copied_from: None,
        brought: false,
        files: Vec::new(),
    };
    activity.set_values(&values);
    let item = new_id(context)?;
    context.record(Stream::Student(owner), Some(item), Event::Created)?;
    for file in judged {
        files::put(context, owner, item, &mut activity.files, file)?;
    }
    store(context, owner, item, &activity)?;
    tags::save(context, owner, item, kept_tags)?;
    reply(context, item)
}

/// The start of another item, with the same fields and words. An item whose own window is over is
/// corrected so; the original stays as it is.
pub(super) fn copy(context: &mut Context<'_>, from: ItemId, with_files: bool) -> Result<Reply, Failure> {
    let (owner, original) = records::activity(context.txn, from)?.ok_or(Refusal::NoSuchItem)?;
    if owner != context.actor() {
        return Err(Refusal::NoSuchItem.into());
    }
    let term = require_possible(context, owner)?;
    let now = context.now_millis();
    let item = new_id(context)?;
    let event = Event::Activity(ActivityEvent::CopiedFrom { item: from });
    context.record(Stream::Student(owner), Some(item), event)?;
    let copied = if with_files {
        files::copies(context, owner, item, &original.files)?
    } else {
        Vec::new()
    };
    let activity = ActivityV1 {
        term: term.code(),
        version: 1,
        created: now,
        updated: now,
        trashed: None,
        copied_from: Some(from.0),
        brought: false,
        files: copied,
        ..original
    };
    store(context, owner, item, &activity)?;
    let kept = records::tags(context.txn, owner, from)?;
    tags::save(context, owner, item, kept)?;
    reply(context, item)
}

/// The term in which something new is counted now, if there is room in it and its window is open.
fn require_possible(context: &Context<'_>, owner: AccountId) -> Result<Term, Failure> {
    let term = answer::current_terms(&answer::settings(context.txn)?)?.activity;
    let windows = answer::plain_windows(context.txn)?;
    let student = answer::concerned(context.txn, owner)?;
    let circumstances = context.circumstances(relation(context, owner), &windows, &student);
    act::permit_create(term, records::years(context.txn, owner)?, &circumstances)?;
    require_room(context, owner, term, 1)?;
    Ok(term)
}

/// A number that neither an activity nor an outcome has: both are found by it.
pub(in crate::engine) fn new_id(context: &Context<'_>) -> Result<ItemId, Failure> {
    loop {
        let id = context.new_id::<ActivityOwnerV1>()?;
        if context.txn.get(ItemOwnerV1::TABLE, &key::one(id))?.is_none() {
            return Ok(ItemId(id));
        }
    }
}

pub(in crate::engine) fn store(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    activity: &ActivityV1,
) -> Result<(), Failure> {
    save(
        context.txn,
        &key::one(item.0),
        &ActivityOwnerV1 { student: owner.0 },
    )?;
    Ok(save(context.txn, &key::two(owner.0, item.0), activity)?)
}
