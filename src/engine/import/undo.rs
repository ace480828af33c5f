//! Taking back the last import.

use crate::domain::access;
use crate::domain::history::{Event, ImportEvent, Stream};
use crate::domain::id::{AccountId, CommandId};
use crate::domain::import::{ImportRefusal, ImportReport, LastImport};
use crate::domain::moment::from_millis;
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::engine::command::{Reply, right_for};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::import::{LastImportV1, UndoPartV1, UndoStepV1, table_of};
use crate::store::record::people::{LoginTimesV1, SlipV1, StandingV1, ToldPasswordV1};
use crate::store::record::school::ONLY;
use crate::store::record::{erase, key, list, load, save};
use crate::store::{ReadRecords, StoreError, WriteRecords, WriteTxn};

use super::held::dependences;
use super::journal::set_fields;

/// How many of the things in the way are named.
const MOST_NAMED: usize = 5;

fn steps_of(records: &impl ReadRecords, import: u64) -> Result<Vec<UndoStepV1>, StoreError> {
    let parts = list::<UndoPartV1>(records, &key::one(import))?;
    Ok(parts.into_iter().flat_map(|(_, part)| part.steps).collect())
}

pub(super) fn undo(context: &mut Context<'_>, import: CommandId, kind: RosterKind) -> Result<Reply, Failure> {
    let last = load::<LastImportV1>(context.txn, ONLY)?;
    let last = last
        .filter(|last| last.import == import.0 && last.kind == Coded::code(kind))
        .ok_or(Refusal::Import(ImportRefusal::NothingToUndo))?;
    let steps = steps_of(context.txn, last.import)?;
    let held = dependences(context.txn, &last, &steps)?;
    if let Some(first) = held.first() {
        let (first, count) = (first.clone(), u32::try_from(held.len()).unwrap_or(u32::MAX));
        return Err(Refusal::Import(ImportRefusal::Held { first, count }).into());
    }
    for step in steps.iter().rev() {
        take_back(context.txn, step)?;
    }
    for (at, _) in list::<UndoPartV1>(context.txn, &key::one(last.import))? {
        erase::<UndoPartV1>(context.txn, &at)?;
    }
    erase::<LastImportV1>(context.txn, ONLY)?;
    let counts = last.counts.into();
    context.record(
        Stream::Office,
        None,
        Event::Import(ImportEvent::Undone { kind, counts }),
    )?;
    Ok(Reply::Import(ImportReport {
        kind,
        counts,
        import: None,
    }))
}

fn take_back(txn: &mut WriteTxn, step: &UndoStepV1) -> Result<(), Failure> {
    let table = |number: u8| {
        table_of(number).ok_or_else(|| super::plan::unreadable("an undo step of an unknown table"))
    };
    match step {
        UndoStepV1::Made {
            table: number, key, ..
        } => {
            txn.delete(table(*number)?, key)?;
        }
        UndoStepV1::Replaced {
            table: number,
            key,
            before,
            ..
        }
        | UndoStepV1::Erased {
            table: number,
            key,
            before,
        } => txn.put(table(*number)?, key, before)?,
        UndoStepV1::AccountMade { account, .. } => {
            erase::<AccountV1>(txn, &key::one(*account))?;
            let at = key::one(*account);
            erase::<PendingPasswordV1>(txn, &at)?;
            erase::<SlipV1>(txn, &at)?;
            erase::<ToldPasswordV1>(txn, &at)?;
            erase::<LoginTimesV1>(txn, &at)?;
            erase::<StandingV1>(txn, &at)?;
        }
        UndoStepV1::AccountChanged { account, before, .. } => {
            let mut record = answer::account(txn, AccountId(*account))?;
            set_fields(&mut record, before.clone());
            save(txn, &key::one(*account), &record)?;
        }
    }
    Ok(())
}

impl Engine {
    /// The last import, if this person could have made it: what it was, and what stands in the way of
    /// undoing it.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn last_import(&self, session: &Session) -> Result<Option<LastImport>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let Some(last) = load::<LastImportV1>(txn, ONLY)? else {
                return Ok(None);
            };
            let kind: RosterKind = Coded::from_code(last.kind)?;
            if !access::may(&session.roles, right_for(kind)) {
                return Ok(None);
            }
            let steps = steps_of(txn, last.import)?;
            let mut held_by = dependences(txn, &last, &steps)?;
            let held_by_count = u32::try_from(held_by.len()).unwrap_or(u32::MAX);
            held_by.truncate(MOST_NAMED);
            Ok(Some(LastImport {
                import: CommandId(last.import),
                kind,
                at: from_millis(last.at),
                by: answer::display_name(txn, AccountId(last.by))?,
                counts: last.counts.into(),
                held_by,
                held_by_count,
            }))
        })
    }
}
