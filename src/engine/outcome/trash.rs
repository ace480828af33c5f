//! Deleting into the trash and bringing back. What is in the trash does not count; bringing back does,
//! so it is checked against the quota in its own transaction (domain.md 2b).

use crate::domain::act::Act;
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::domain::quota::{self, Counter};
use crate::engine::answer;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;

use super::{open, reply, save_changed};

pub(in crate::engine) fn delete(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Delete)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    outcome.trashed = Some(context.now_millis());
    context.record(Stream::Student(owner), Some(item), Event::Deleted)?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}

pub(in crate::engine) fn restore(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Restore)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let usage = answer::outcome_usage(context.txn, owner, opened.facts.term)?;
    quota::require_room(Counter::Outcome, opened.facts.term, usage, 1)?;
    outcome.trashed = None;
    context.record(Stream::Student(owner), Some(item), Event::Restored)?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}
