//! How long a write waits for another one, and whom it tells.

use std::time::Duration;

use super::presence::OtherProgram;

/// How often another program's lock is tried again; a writer of this program wakes us at once.
pub(super) const RETRY_EVERY: Duration = Duration::from_millis(20);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WritePatience {
    /// After this long, whoever waits is told for whom.
    pub tell_after: Duration,
    /// After this long the write is given up with `StoreError::Busy`.
    pub give_up_after: Duration,
}

impl Default for WritePatience {
    fn default() -> Self {
        Self {
            tell_after: Duration::from_secs(2),
            give_up_after: Duration::from_secs(30),
        }
    }
}

/// Patience, and who is told (once) that the write waits.
#[derive(Clone, Copy)]
pub struct WriteWait<'w> {
    pub patience: WritePatience,
    /// The list is empty while the other writer is in this very program.
    pub on_wait: &'w dyn Fn(&[OtherProgram]),
}

impl Default for WriteWait<'_> {
    fn default() -> Self {
        Self {
            patience: WritePatience::default(),
            on_wait: &|_| {},
        }
    }
}
