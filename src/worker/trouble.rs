//! Failures as the window is told of them.

use std::path::Path;

use crate::engine::{self, Failure, StoreError};

use super::message::Trouble;
use super::shelf::OpenLibrary;

impl Trouble {
    /// `path` is the library that was asked.
    pub(super) fn from_failure(failure: Failure, path: &Path) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::Refused(refusal),
            Failure::Store(error) => Self::from_store(&error, path),
        }
    }

    pub(super) fn from_store(error: &StoreError, path: &Path) -> Self {
        log::warn!("library: {error}");
        Self::Library(engine::trouble(error, path))
    }
}

impl OpenLibrary {
    pub fn trouble(&self, failure: Failure) -> Trouble {
        Trouble::from_failure(failure, &self.path)
    }
}
