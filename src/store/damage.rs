//! The engine trusts a file that says it was closed properly: what was altered since (a failing disk, a
//! careless program) makes it panic where it cannot go on. For us that is damage to be reported.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::StoreError;

/// One call of the engine. Code of our callers never runs in here: its mistakes are no damage.
///
/// What the call leaves behind when it panics is not used again: reading goes on from what is on the
/// disk, and a write transaction refuses to commit.
pub(super) fn guarded<T, E: Into<StoreError>>(call: impl FnOnce() -> Result<T, E>) -> Result<T, StoreError> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(result) => result.map_err(Into::into),
        Err(_) => Err(StoreError::Damaged {
            detail: "the storage engine could not go on".to_owned(),
        }),
    }
}
