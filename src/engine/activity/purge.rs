//! Activities in the trash are removed for good when their time is over, like outcomes.

use chrono::Duration;

use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, CommandId, ItemId};
use crate::domain::moment::Moment;
use crate::domain::window::{self, Period, WindowKind};
use crate::engine::context::append_line;
use crate::engine::failure::Failure;
use crate::engine::{answer, files};
use crate::store::record::activity::{ActivityOwnerV1, ActivityV1, ItemTagsV1};
use crate::store::record::history::LineV1;
use crate::store::record::{convert, erase, key, list};
use crate::store::{NameKey, ReadRecords, WriteTxn};

use super::records;

/// When the window of an activity's upload year is over, and when it leaves the trash for good; never
/// while no window is announced.
pub(in crate::engine) fn removed_on(
    records: &impl ReadRecords,
    student: AccountId,
    activity: &ActivityV1,
    now: Moment,
) -> Result<Option<(Moment, Moment)>, Failure> {
    let term = convert::term(activity.term)?;
    let windows = answer::plain_windows(records)?;
    let concerned = answer::concerned(records, student)?;
    let period = Period::Year(term.year);
    let Some(window) = window::effective(&windows, WindowKind::Activity, period, &concerned, now) else {
        return Ok(None);
    };
    let days = answer::limits(records, term)?.trash_days;
    let ends = window.ends();
    Ok(Some((ends, ends + Duration::days(i64::from(days)))))
}

fn is_due(
    records: &impl ReadRecords,
    student: AccountId,
    activity: &ActivityV1,
    now: Moment,
) -> Result<bool, Failure> {
    Ok(activity.trashed.is_some()
        && removed_on(records, student, activity, now)?.is_some_and(|(_, removed)| removed <= now))
}

/// Activities whose time in the trash is over.
pub(in crate::engine) fn due(records: &impl ReadRecords, now: Moment) -> Result<Vec<ItemId>, Failure> {
    let mut found = Vec::new();
    for (at, activity) in list::<ActivityV1>(records, &[])? {
        if is_due(records, AccountId(key::first_id(&at)?), &activity, now)? {
            found.push(ItemId(key::last_id(&at)?));
        }
    }
    Ok(found)
}

/// Removes those of `due` that still are, and says how many. Decided again inside the transaction: a
/// window may have been extended meanwhile.
pub(in crate::engine) fn purge_due(
    txn: &mut WriteTxn,
    name_key: &NameKey,
    due: &[ItemId],
    command: CommandId,
    now: Moment,
) -> Result<u32, Failure> {
    let mut purged = 0;
    for item in due {
        let Some((student, activity)) = records::activity(txn, *item)? else {
            continue;
        };
        if !is_due(txn, student, &activity, now)? {
            continue;
        }
        for file in &activity.files {
            files::forget(txn, name_key, file)?;
        }
        let at = key::two(student.0, item.0);
        erase::<ActivityV1>(txn, &at)?;
        erase::<ItemTagsV1>(txn, &at)?;
        erase::<ActivityOwnerV1>(txn, &key::one(item.0))?;
        let line = LineV1::new(now, command, AccountId(0), Some(*item), Event::Purged);
        append_line(txn, Stream::Student(student), &line)?;
        purged += 1;
    }
    Ok(purged)
}
