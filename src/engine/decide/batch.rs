//! Many items in one command. What changed meanwhile, or may not be decided, is left alone and named.

use std::collections::BTreeSet;

use crate::domain::act::Act;
use crate::domain::id::ItemId;
use crate::engine::command::{Batch, Command, Reply, SeenItem, Verdict};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::code::Coded;
use crate::store::record::decided::{BatchReplyV1, DoneV1, RefusedV1};
use crate::store::record::{load, save};
use crate::store::{ReadRecords, StoreError, WriteRecords};

use super::{require_note, rule, take_back};

/// One verdict over many items. An item named twice counts once, as it was named first; an empty list is
/// an empty batch.
///
/// # Errors
/// What concerns the verdict itself ([`Refusal::ReasonNeedsNote`](crate::domain::refusal::Refusal)), or
/// the library's trouble: then no item was decided.
pub(in crate::engine) fn many(
    context: &mut Context<'_>,
    items: &[SeenItem],
    verdict: &Verdict,
) -> Result<Reply, Failure> {
    require_note(verdict)?;
    each(items, |seen| rule(context, seen, verdict))
}

/// Takes back the latest decisions on these items together; the list as for [`many`].
///
/// # Errors
/// The library's trouble: then none was taken back.
pub(in crate::engine) fn undo_many(context: &mut Context<'_>, items: &[SeenItem]) -> Result<Reply, Failure> {
    each(items, |seen| take_back(context, seen.item, seen.version))
}

fn each(
    items: &[SeenItem],
    mut change: impl FnMut(SeenItem) -> Result<u64, Failure>,
) -> Result<Reply, Failure> {
    let (mut batch, mut met) = (Batch::default(), BTreeSet::new());
    for seen in items {
        if !met.insert(seen.item) {
            continue;
        }
        match change(*seen) {
            Ok(version) => batch.done.push(SeenItem { version, ..*seen }),
            // A refusal that does not speak of one item (and could not be remembered) ends the batch.
            Err(Failure::Refused(refusal)) if RefusedV1::of(&refusal).is_some() => {
                batch.refused.push((seen.item, refusal));
            }
            Err(failure) => return Err(failure),
        }
    }
    Ok(Reply::Batch(batch))
}

/// Keeps the answer for a repeat of the request.
pub(in crate::engine) fn remember(
    records: &mut impl WriteRecords,
    at: &[u8],
    command: &Command,
    batch: &Batch,
) -> Result<(), StoreError> {
    let done = batch.done.iter().map(|seen| DoneV1 {
        item: seen.item.0,
        version: seen.version,
        unopened: seen.unopened,
    });
    let refused = batch
        .refused
        .iter()
        .filter_map(|(item, refusal)| Some((item.0, RefusedV1::of(refusal)?)));
    let record = BatchReplyV1 {
        act: act_of(command).code(),
        done: done.collect(),
        refused: refused.collect(),
    };
    save(records, at, &record)
}

fn act_of(command: &Command) -> Act {
    match command {
        Command::UndoMany { .. } => Act::UndoDecision,
        Command::DecideMany {
            verdict: Verdict::Return { .. },
            ..
        } => Act::Return,
        _ => Act::Certify,
    }
}

/// The answer to this request, if it was a batch.
pub(in crate::engine) fn first_answer(
    records: &impl ReadRecords,
    at: &[u8],
) -> Result<Option<Batch>, StoreError> {
    let Some(record) = load::<BatchReplyV1>(records, at)? else {
        return Ok(None);
    };
    let act = Act::from_code(record.act)?;
    let done = record.done.iter().map(|one| SeenItem {
        item: ItemId(one.item),
        version: one.version,
        unopened: one.unopened,
    });
    let done = done.collect();
    let refused = record
        .refused
        .into_iter()
        .map(|(item, refused)| Ok((ItemId(item), refused.refusal(act)?)))
        .collect::<Result<_, StoreError>>()?;
    Ok(Some(Batch { done, refused }))
}
