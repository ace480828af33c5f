//! Every "no" about activities, as data.

use chrono::NaiveDate;

use super::Category;
use super::field::{FieldKey, FieldProblem};
use super::link::LinkProblem;
use super::lists::List;
use crate::domain::act::Act;
use crate::domain::moment::Moment;
use crate::domain::seed::SeedRule;
use crate::domain::term::SchoolYear;

/// Why nothing was done with an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityRefusal {
    Field {
        category: Category,
        field: FieldKey,
        problem: FieldProblem,
    },
    /// The category has no field of this name.
    UnknownField {
        category: Category,
        name: String,
    },
    Link {
        problem: LinkProblem,
    },
    Filed {
        act: Act,
    },
    NotInTrash,
    /// The window of the student's last school year is over: there will be no other.
    LastYearOver {
        year: SchoolYear,
        /// The last minute that counted
        closed: Moment,
    },
    /// The school counts per school year, and the year is full.
    YearQuotaReached {
        year: SchoolYear,
        used: u32,
        limit: u32,
        more: u32,
    },
    TagTooLong {
        count: u32,
        limit: u32,
    },
    TooManyTags {
        limit: u32,
    },
    /// A list of choices without an entry.
    ListEmpty {
        list: List,
    },
    ListEntryTooLong {
        count: u32,
        limit: u32,
    },
    ListTooLong {
        limit: u32,
    },
    TooManyExtraYears {
        limit: u32,
    },
    /// 離校日 before the first day at school.
    LeftBeforeEntry {
        first: NaiveDate,
    },
    /// An account without 入學學年度 has no years to set.
    NotAStudent,
}

impl ActivityRefusal {
    /// The question of the seed that explains it.
    pub const fn explained_by(&self) -> Option<SeedRule> {
        match self {
            Self::Field {
                problem: FieldProblem::OutsideYears { .. },
                ..
            } => Some(SeedRule::NoteHighSchoolYears),
            Self::Field { .. } | Self::UnknownField { .. } => Some(SeedRule::Activities),
            Self::LastYearOver { .. } => Some(SeedRule::WhenToUpload),
            Self::YearQuotaReached { .. } => Some(SeedRule::Quota),
            Self::Filed { .. } => Some(SeedRule::AfterDeadline),
            _ => None,
        }
    }
}
