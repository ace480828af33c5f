//! Editing an outcome.

use crate::domain::act::Act;
use crate::domain::description::{require_fit, require_title};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{ItemId, OfferingId};
use crate::engine::answer;
use crate::engine::command::{OutcomeChanges, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::files;
use crate::store::record::code::Coded;
use crate::store::record::item::{ItemOfOfferingV1, OutcomeV1};
use crate::store::record::{erase, key, save};

use super::{open, reply, require_course, save_changed};

pub(in crate::engine) fn edit(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    changes: &OutcomeChanges,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Edit)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let limits = answer::limits(context.txn, opened.facts.term)?;
    // What was accepted under other limits stays as it is: only what changes is measured.
    if let Some(title) = changes
        .title
        .as_ref()
        .filter(|title| title.trim() != outcome.title)
    {
        require_title(title, limits.title_chars)?;
        outcome.title = title.trim().to_owned();
    }
    let description = changes.description.as_ref();
    if let Some(description) = description.filter(|text| text.trim() != outcome.description) {
        require_fit(description, limits.description_chars, limits.description_required)?;
        outcome.description = description.trim().to_owned();
    }
    if let Some(work_kind) = changes.work_kind {
        outcome.work_kind = work_kind.map(Coded::code);
    }
    if let Some(offering) = changes.offering {
        require_course(context.txn, owner, offering, opened.facts.term)?;
        move_to(context, item, &mut outcome, offering, owner.0)?;
    }
    require_accepted(context, opened.facts.term, &changes.files)?;
    let judged = files::judge_all(context, &changes.files, &limits)?;
    let mut files_changed = !judged.is_empty();
    for slot in &changes.remove {
        files_changed |= files::take_out(context, owner, item, &mut outcome.files, *slot)?;
    }
    for file in judged {
        files::put(context, owner, item, &mut outcome.files, file)?;
    }
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::Edited { files_changed },
    )?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}

fn move_to(
    context: &mut Context<'_>,
    item: ItemId,
    outcome: &mut OutcomeV1,
    offering: OfferingId,
    owner: u64,
) -> Result<(), Failure> {
    erase::<ItemOfOfferingV1>(context.txn, &key::two(outcome.offering, item.0))?;
    outcome.offering = offering.0;
    save(
        context.txn,
        &key::two(offering.0, item.0),
        &ItemOfOfferingV1 { student: owner },
    )?;
    Ok(())
}
