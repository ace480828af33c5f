//! What is kept beside a decision: which contents it was about, and what it put out of force.

use crate::domain::id::{AccountId, ItemId};
use crate::engine::context::Context;
use crate::store::StoreError;
use crate::store::record::decided::{BeforeDecisionV1, DecidedContentV1, decided_key};
use crate::store::record::item::{DecisionV1, OutcomeV1};
use crate::store::record::{erase, key, load, save};

/// Notes a decision about to be written; `outcome` is still as it was before.
pub(super) fn keep(
    context: &mut Context<'_>,
    owner: AccountId,
    item: ItemId,
    outcome: &OutcomeV1,
    decision: &DecisionV1,
) -> Result<(), StoreError> {
    let noted = DecidedContentV1::of(owner.0, outcome.offering, decision);
    for hash in &decision.hashes {
        let content = context.name_key.hash(hash);
        save(
            context.txn,
            &decided_key(&content, item.0, decision.version),
            &noted,
        )?;
    }
    if outcome.requested.is_some() || outcome.origin.is_some() {
        let before = BeforeDecisionV1 {
            requested: outcome.requested,
            origin: outcome.origin,
        };
        save(context.txn, &key::two(item.0, decision.version), &before)?;
    }
    Ok(())
}

/// Forgets a decision that is undone, and gives what it had put out of force.
pub(super) fn give_back(
    context: &mut Context<'_>,
    item: ItemId,
    decision: &DecisionV1,
) -> Result<Option<BeforeDecisionV1>, StoreError> {
    for hash in &decision.hashes {
        let content = context.name_key.hash(hash);
        erase::<DecidedContentV1>(context.txn, &decided_key(&content, item.0, decision.version))?;
    }
    let at = key::two(item.0, decision.version);
    let before = load::<BeforeDecisionV1>(context.txn, &at)?;
    erase::<BeforeDecisionV1>(context.txn, &at)?;
    Ok(before)
}
