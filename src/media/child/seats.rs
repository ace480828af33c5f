//! The places of the children in the pool, lent to one caller each.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::process::InspectingChild;
use super::wire::DocumentKey;
use crate::media::{ChildTrouble, Stop};

/// How often a waiting caller looks whether the answer is still wanted.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Places that nobody uses, the longest unused in front.
#[derive(Debug)]
pub(super) struct Seats {
    /// A seat whose child could not be started stays empty until somebody needs it.
    idle: Mutex<VecDeque<Option<InspectingChild>>>,
    returned: Condvar,
}

impl Seats {
    pub fn new(children: impl Iterator<Item = Option<InspectingChild>>) -> Self {
        Self {
            idle: Mutex::new(children.collect()),
            returned: Condvar::new(),
        }
    }

    /// Waits for a place: the one whose child has `document` open, else one without a document, else the
    /// one that was not used for the longest time.
    ///
    /// # Errors
    /// [`ChildTrouble::Stopped`].
    pub fn take(&self, document: Option<DocumentKey>, stop: &Stop) -> Result<Seat<'_>, ChildTrouble> {
        let mut idle = self.lock();
        loop {
            if stop.is_raised() {
                return Err(ChildTrouble::Stopped);
            }
            if let Some(child) = choose(&idle, document).and_then(|place| idle.remove(place)) {
                return Ok(Seat { child, seats: self });
            }
            let waited = self.returned.wait_timeout(idle, LOOK_EVERY);
            idle = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The list is whole at all times, so a panic elsewhere does not spoil it.
    fn lock(&self) -> MutexGuard<'_, VecDeque<Option<InspectingChild>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn choose(idle: &VecDeque<Option<InspectingChild>>, wanted: Option<DocumentKey>) -> Option<usize> {
    let open = |seat: &Option<InspectingChild>| seat.as_ref().and_then(|child| child.document);
    let with_document = wanted.and_then(|_| idle.iter().position(|seat| open(seat) == wanted));
    let free = || idle.iter().position(|seat| open(seat).is_none());
    let oldest = (!idle.is_empty()).then_some(0);
    with_document.or_else(free).or(oldest)
}

/// A place on loan; goes back with or without a child, whatever happens to the borrower.
pub(super) struct Seat<'a> {
    pub child: Option<InspectingChild>,
    seats: &'a Seats,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        self.seats.lock().push_back(self.child.take());
        self.seats.returned.notify_one();
    }
}
