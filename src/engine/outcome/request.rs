//! 請老師退回: a request, not a change of state (domain.md 2a).

use crate::domain::act::Act;
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;

use super::{open, reply, save_changed};

pub(in crate::engine) fn ask(context: &mut Context<'_>, item: ItemId, seen: u64) -> Result<Reply, Failure> {
    let now = context.now_millis();
    set(
        context,
        item,
        seen,
        Act::RequestReturn,
        Some(now),
        Event::ReturnRequested,
    )
}

pub(in crate::engine) fn withdraw(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
) -> Result<Reply, Failure> {
    set(
        context,
        item,
        seen,
        Act::WithdrawRequest,
        None,
        Event::RequestWithdrawn,
    )
}

fn set(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    act: Act,
    requested: Option<i64>,
    event: Event,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, act)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    outcome.requested = requested;
    context.record(Stream::Student(owner), Some(item), event)?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}
