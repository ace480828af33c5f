//! Upkeep: empties the trash when its time is over, forgets old requests and failures.

use chrono::Duration;

use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, CommandId, ItemId};
use crate::domain::moment::{Moment, from_millis, to_millis};
use crate::domain::window::{self, Period, WindowKind};
use crate::store::record::account::{LoginFailuresV1, RequestV1};
use crate::store::record::activity::ItemTagsV1;
use crate::store::record::convert;
use crate::store::record::decided::{BatchReplyV1, BeforeDecisionV1};
use crate::store::record::history::LineV1;
use crate::store::record::item::{ItemOfOfferingV1, ItemOwnerV1, OutcomeV1};
use crate::store::record::{Stored, erase, key, list};
use crate::store::{ReadRecords, StoreError, WriteRecords, WriteTxn};

use super::context::append_line;
use super::failure::Failure;
use super::{Engine, activity, answer, files};

/// How long a request id is remembered.
const REQUEST_DAYS: i64 = 7;

/// What upkeep did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Upkeep {
    pub purged_items: u32,
    pub forgotten_requests: u32,
}

/// When an item in the trash is removed for good: some days after its window closed; never while no
/// window is announced.
pub(super) fn removed_on(
    records: &impl ReadRecords,
    student: AccountId,
    outcome: &OutcomeV1,
    now: Moment,
) -> Result<Option<(Moment, Moment)>, Failure> {
    let term = convert::term(outcome.term)?;
    let windows = answer::plain_windows(records)?;
    let concerned = answer::concerned(records, student)?;
    let Some(window) = window::effective(
        &windows,
        WindowKind::OutcomeUpload,
        Period::Term(term),
        &concerned,
        now,
    ) else {
        return Ok(None);
    };
    let limits = answer::limits(records, term)?;
    Ok(Some((
        window.ends(),
        window.ends() + Duration::days(i64::from(limits.trash_days)),
    )))
}

impl Engine {
    /// Does what is due. Cheap when nothing is; may be called at every start and once an hour.
    ///
    /// # Errors
    /// The library's trouble; then nothing was done.
    pub fn upkeep(&self) -> Result<Upkeep, Failure> {
        let now = self.clock.now();
        let due = self.library.read(|txn| {
            let mut due = Vec::new();
            for (at, outcome) in list::<OutcomeV1>(txn, &[])? {
                if outcome.trashed.is_none() {
                    continue;
                }
                let student = AccountId(key::first_id(&at)?);
                if removed_on(txn, student, &outcome, now)?.is_some_and(|(_, removed)| removed <= now) {
                    due.push((student, ItemId(key::last_id(&at)?)));
                }
            }
            Ok::<_, Failure>((due, activity::due(txn, now)?))
        })?;
        let (due, due_activities) = due;
        let command = CommandId(self.ids.next_u64());
        self.library.write(|txn| {
            let mut done = Upkeep::default();
            for (student, item) in &due {
                // Decided again inside this transaction: a window may have been extended meanwhile.
                let Some((_, outcome)) = answer::outcome(txn, *item)? else {
                    continue;
                };
                let still = outcome.trashed.is_some()
                    && removed_on(txn, *student, &outcome, now)?.is_some_and(|(_, removed)| removed <= now);
                if still {
                    self.purge(txn, *student, *item, &outcome)?;
                    let line = LineV1::new(now, command, AccountId(0), Some(*item), Event::Purged);
                    append_line(txn, Stream::Student(*student), &line)?;
                    done.purged_items += 1;
                }
            }
            let name_key = &self.library.header().name_key;
            done.purged_items += activity::purge_due(txn, name_key, &due_activities, command, now)?;
            done.forgotten_requests = forget_old(txn, now)?;
            Ok(done)
        })
    }

    fn purge(
        &self,
        txn: &mut WriteTxn,
        student: AccountId,
        item: ItemId,
        outcome: &OutcomeV1,
    ) -> Result<(), StoreError> {
        for file in &outcome.files {
            files::forget(txn, &self.library.header().name_key, file)?;
        }
        for decision in &outcome.decisions {
            erase::<BeforeDecisionV1>(txn, &key::two(item.0, decision.version))?;
        }
        erase::<OutcomeV1>(txn, &key::two(student.0, item.0))?;
        erase::<ItemTagsV1>(txn, &key::two(student.0, item.0))?;
        erase::<ItemOwnerV1>(txn, &key::one(item.0))?;
        erase::<ItemOfOfferingV1>(txn, &key::two(outcome.offering, item.0))?;
        Ok(())
    }
}

fn forget_old(txn: &mut WriteTxn, now: Moment) -> Result<u32, StoreError> {
    let before = to_millis(now - Duration::days(REQUEST_DAYS));
    let mut forgotten = 0;
    for (at, request) in list::<RequestV1>(txn, &[])? {
        if request.at < before {
            txn.delete(RequestV1::TABLE, &at)?;
            txn.delete(BatchReplyV1::TABLE, &at)?;
            forgotten += 1;
        }
    }
    for (at, failures) in list::<LoginFailuresV1>(txn, &[])? {
        let over = failures.paused_until.is_none_or(|until| from_millis(until) < now);
        if over && failures.latest < before {
            txn.delete(LoginFailuresV1::TABLE, &at)?;
        }
    }
    Ok(forgotten)
}
