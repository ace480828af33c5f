//! How a command or a question can fail.

use crate::domain::refusal::Refusal;
use crate::store::StoreError;

/// A rule said no, or the library could not be read or written.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    Refused(Refusal),
    Store(StoreError),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
