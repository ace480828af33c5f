//! Leaving a library, and giving back the space it does not need.

use std::time::Duration;

use super::damage::guarded;
use super::error::StoreError;
use super::header::Holdings;

/// Why a library was compacted on closing, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compaction {
    Done,
    /// Less than a tenth of the file could be given back.
    NotWorthwhile,
    /// It would have kept the person waiting for too long.
    TakesTooLong,
    /// Another program has the library open; compaction needs it alone.
    NotAlone,
    /// There is no file of our own to make shorter (read-only, in memory, stopped after an error).
    NotApplicable,
}

/// What closing did; lengths of the file in bytes, 0 for a library that is not a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseReport {
    pub bytes_before: u64,
    pub bytes_after: u64,
    pub compaction: Compaction,
}

/// Longer than this nobody should wait for a window to close.
const PATIENCE: Duration = Duration::from_secs(3);

/// A slow disk's copying speed: what compaction may have to move goes through read and write.
const MOVED_BYTES_PER_SECOND: u64 = 40_000_000;

/// The length of a file that just holds this: contents fill their pages, records leave up to half of
/// theirs free, and a few pages are the engine's own.
fn needed_bytes(held: Holdings) -> u64 {
    const ENGINE: u64 = 256 * 1024;
    held.contents + held.contents / 50 + held.records * 2 + ENGINE
}

/// Whether to compact a file of this length, of which `on_disk` bytes were ever written to.
pub(super) fn judge(length: u64, on_disk: u64, held: Holdings) -> Compaction {
    let needed = needed_bytes(held);
    let spare = length.saturating_sub(needed);
    if spare <= length / 10 {
        return Compaction::NotWorthwhile;
    }
    // A tail that was never written is cut off without moving anything.
    let moved = on_disk.saturating_sub(needed).min(needed);
    if Duration::from_secs(moved / MOVED_BYTES_PER_SECOND) >= PATIENCE {
        return Compaction::TakesTooLong;
    }
    Compaction::Done
}

/// Runs the compaction; another program that reads or writes right now makes it [`Compaction::NotAlone`].
pub(super) fn compact(database: &mut redb::Database) -> Result<Compaction, StoreError> {
    guarded(|| {
        match database.try_begin_write() {
            Ok(txn) => txn.abort()?,
            Err(redb::TransactionError::WouldBlock) => return Ok(Compaction::NotAlone),
            Err(error) => return Err(StoreError::from(error)),
        }
        match database.compact() {
            Ok(_) => Ok(Compaction::Done),
            Err(redb::CompactionError::Storage(error)) => Err(error.into()),
            Err(_) => Ok(Compaction::NotAlone),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: u64 = 1_000_000;

    #[test]
    fn compaction_is_for_files_with_much_to_give_back_soon() {
        let held = |contents_mb: u64| Holdings {
            records: 0,
            contents: contents_mb * MB,
        };
        // (length, on disk, contents) in MB
        let cases = [
            (210, 210, 200, Compaction::NotWorthwhile),
            (226, 226, 200, Compaction::NotWorthwhile),
            (240, 240, 200, Compaction::Done),
            (4_000, 2_040, 2_000, Compaction::Done),
            (4_000, 4_000, 2_000, Compaction::TakesTooLong),
            (400, 400, 10, Compaction::Done),
            (0, 0, 0, Compaction::NotWorthwhile),
        ];
        for (length, on_disk, contents, expected) in cases {
            let judged = judge(length * MB, on_disk * MB, held(contents));
            assert_eq!(judged, expected, "{length} {on_disk} {contents}");
        }
    }
}
