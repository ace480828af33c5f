//! What can be said about a 收訖明細. (Bringing one in is an import: [`super::ImportCommand`].)

use crate::domain::access::Right;
use crate::domain::id::AccountId;
use crate::domain::moment::Moment;
use crate::domain::term::SchoolYear;

/// Answers of students, and what the office does about them. `seen` is the fingerprint of the comparison
/// that was looked at: nobody confirms lines that came afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptCommand {
    /// The list is right.
    Confirm { year: SchoolYear, seen: [u8; 32] },
    /// It is not, in words.
    Report {
        year: SchoolYear,
        seen: [u8; 32],
        words: String,
    },
    /// Until when students are asked to answer
    SetDeadline { year: SchoolYear, until: Moment },
    /// What came of a report
    Reply {
        student: AccountId,
        year: SchoolYear,
        words: String,
    },
}

impl ReceiptCommand {
    /// See [`super::Command::right`].
    pub const fn right(&self) -> Right {
        match self {
            Self::Confirm { .. } | Self::Report { .. } => Right::AnswerReceipt,
            Self::SetDeadline { .. } | Self::Reply { .. } => Right::FilePortfolios,
        }
    }
}
