//! How a command or a question can fail.

use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::selection::SelectionRefusal;
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

impl From<crate::domain::copies::CopyRefusal> for Failure {
    fn from(refusal: crate::domain::copies::CopyRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<ActivityRefusal> for Failure {
    fn from(refusal: ActivityRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<SelectionRefusal> for Failure {
    fn from(refusal: SelectionRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<crate::domain::receipt::ReceiptRefusal> for Failure {
    fn from(refusal: crate::domain::receipt::ReceiptRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
