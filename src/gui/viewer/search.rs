//! Searching in the open document.

use crate::worker::{FoundText, TextHit};

use super::documents::Absent;

/// The row for searching and what it found.
#[derive(Debug, Default)]
pub struct Search {
    pub open: bool,
    pub text: String,
    /// `None`: not searched, or under way.
    pub found: Option<Result<FoundText, Absent>>,
    /// Which hit is shown, from 0
    pub at: usize,
    /// Counts what asks for the field's focus: each time once.
    pub focus: u32,
}

impl Search {
    pub fn hits(&self) -> &[TextHit] {
        match &self.found {
            Some(Ok(found)) if self.open => &found.hits,
            _ => &[],
        }
    }

    pub fn current(&self) -> Option<&TextHit> {
        self.hits().get(self.at)
    }

    /// The next or the previous hit, round and round.
    pub fn step(&mut self, forward: bool) {
        let count = self.hits().len();
        if count > 0 {
            self.at = if forward {
                (self.at + 1) % count
            } else {
                (self.at + count - 1) % count
            };
        }
    }

    /// Takes hits in and stands on the first one from `page` on.
    pub fn take(&mut self, found: Result<FoundText, Absent>, page: u32) {
        let first = match &found {
            Ok(found) => found.hits.iter().position(|hit| hit.page >= page),
            Err(_) => None,
        };
        self.found = Some(found);
        self.at = first.unwrap_or(0);
    }

    /// What was found in another document says nothing here.
    pub fn forget(&mut self) {
        self.found = None;
        self.at = 0;
    }
}
