//! 送出認證.

use crate::domain::act::Act;
use crate::domain::description;
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::domain::outcome::OutcomeState;
use crate::domain::refusal::Refusal;
use crate::engine::answer;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::code::Coded;

use super::{open, reply, save_changed};

pub(in crate::engine) fn submit(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Submit)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let limits = answer::limits(context.txn, opened.facts.term)?;
    if limits.description_required && description::count(&outcome.description) == 0 {
        return Err(Refusal::DescriptionMissing.into());
    }
    outcome.state = OutcomeState::Submitted.code();
    outcome.origin = None;
    outcome.submitted = Some(context.now_millis());
    outcome.attempt += 1;
    outcome.requested = None;
    outcome.mending_until = None;
    let attempt = outcome.attempt;
    context.record(Stream::Student(owner), Some(item), Event::Submitted { attempt })?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}
