//! What people take along and bring back.
//!
//! - A copy is a read of one state of the library; contents pass through in chunks. That it was made is
//!   remembered by a command of its own, so that a library which nobody can write still gives copies.
//! - What comes back is checked as a whole first, then taken in record by record, each in its own
//!   transaction and by the normal limits. Doing it again adds nothing twice, so a cancelled import is
//!   simply begun again.
//! - A copy proves nothing: no state in it ever counts as a certification here. What was decided elsewhere
//!   is kept beside the record ([`ImportedV1`](crate::store::record::copies::ImportedV1)), marked
//!   匯入（未經本校認證）, and only 教務處 can accept it, with a reason.
//!
//! Where an imported outcome goes:
//!
//! | library | the student takes a course of that code in that term, and its window is open | otherwise |
//! | --- | --- | --- |
//! | personal | that course, with its state, counted | a new course like the one it had |
//! | school | that course, as 編輯中 and counted: it can be submitted like any other | a course it was *brought* in: readable, not counted, not changed |

mod bring_in;
mod export;
mod gather;
mod import;
mod import_activity;
mod made;
mod print;
mod rosters;
mod transfer;

use std::io;

use crate::domain::refusal::Refusal;
use crate::store::StoreError;

use super::failure::Failure;

pub use crate::exchange::portfolio::{Progress, Tell, WrittenCopy};
pub use bring_in::{CheckedRecord, CopyCheck, Fate, ImportReport};
pub use export::CopySummary;
pub use import::Placement;
pub use made::MadeView;
pub use rosters::WrittenRosters;

pub(super) use gather::imported_decisions;
pub(super) use import::import as import_record;
pub(super) use made::note;
pub(super) use transfer::accept;

/// Why a copy was not made or not taken in.
#[derive(Debug)]
pub enum CopyFailure {
    Failed(Failure),
    /// The file outside could not be written or read.
    Outside(io::Error),
    Cancelled,
}

impl From<io::Error> for CopyFailure {
    fn from(error: io::Error) -> Self {
        Self::Outside(error)
    }
}

impl From<Failure> for CopyFailure {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Refusal> for CopyFailure {
    fn from(refusal: Refusal) -> Self {
        Self::Failed(refusal.into())
    }
}

impl From<StoreError> for CopyFailure {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}
