//! Deleting into the trash and coming back.

use crate::domain::act::Act;
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::selection;

use super::{open, reply, require_room, save_changed};

pub(super) fn delete(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Delete)?;
    let (owner, mut activity) = (opened.owner, opened.activity);
    activity.trashed = Some(context.now_millis());
    context.record(Stream::Student(owner), Some(item), Event::Deleted)?;
    selection::leave_quietly(context, owner, item)?;
    save_changed(context, owner, item, &mut activity)?;
    reply(context, item)
}

pub(super) fn restore(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Restore)?;
    let (owner, mut activity) = (opened.owner, opened.activity);
    if !activity.brought {
        require_room(context, owner, opened.facts.term, 1)?;
    }
    activity.trashed = None;
    context.record(Stream::Student(owner), Some(item), Event::Restored)?;
    save_changed(context, owner, item, &mut activity)?;
    reply(context, item)
}
