//! 代理人: who certifies for a teacher who is away.

use chrono::NaiveDate;

use crate::domain::id::{AccountId, DeputyId, OfferingId};

/// A deputyship to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDeputyship {
    pub deputy: AccountId,
    pub teacher: AccountId,
    /// Only this course of the teacher; `None`: all of them.
    pub offering: Option<OfferingId>,
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    pub reason: String,
}

/// One change to deputyships.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeputyCommand {
    Add(NewDeputyship),
    /// Ends at once. What was decided stays.
    End {
        deputy: DeputyId,
    },
}
