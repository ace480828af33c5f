//! What can be changed about 多元表現.

use chrono::NaiveDate;

use crate::domain::access::Right;
use crate::domain::activity::Category;
use crate::domain::activity::field::FieldKey;
use crate::domain::activity::lists::List;
use crate::domain::file::Slot;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::term::SchoolYear;

use super::StagedFile;

/// A new 多元表現. It gets the school's current activity term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewActivity {
    pub category: Category,
    /// What was typed into the fields
    pub fields: Vec<(FieldKey, String)>,
    pub description: String,
    /// Empty: none
    pub link: String,
    pub files: Vec<StagedFile>,
    pub tags: Vec<String>,
}

/// What changes in an activity; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityChanges {
    /// Another category: what stands under the same official name goes along, the rest is left behind.
    pub category: Option<Category>,
    /// What was typed into these fields; an empty text empties the field
    pub fields: Vec<(FieldKey, String)>,
    pub description: Option<String>,
    pub link: Option<String>,
    /// Removed first, then `files` are put in.
    pub remove: Vec<Slot>,
    /// A file replaces the one in its slot.
    pub files: Vec<StagedFile>,
}

/// A change around 多元表現.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityCommand {
    Add(NewActivity),
    Edit {
        item: ItemId,
        seen: u64,
        changes: ActivityChanges,
    },
    Delete {
        item: ItemId,
        seen: u64,
    },
    Restore {
        item: ItemId,
        seen: u64,
    },
    /// The start of another item, in the current activity term: how a closed one is corrected.
    Copy {
        item: ItemId,
        with_files: bool,
    },
    /// Tags of one's own on an outcome or activity, at any time.
    SetTags {
        item: ItemId,
        tags: Vec<String>,
    },
    /// High-school years of a student (重讀, 休學, 轉學)
    SetYears {
        student: AccountId,
        extra_years: u8,
        left: Option<NaiveDate>,
    },
    SetList {
        list: List,
        entries: Vec<String>,
    },
    /// Counts the activities of a whole school year together, at most so many; `None`: per term.
    SetYearQuota {
        year: SchoolYear,
        limit: Option<u32>,
    },
}

impl ActivityCommand {
    /// See [`super::Command::right`].
    pub const fn right(&self) -> Right {
        match self {
            Self::Add(_)
            | Self::Edit { .. }
            | Self::Delete { .. }
            | Self::Restore { .. }
            | Self::Copy { .. }
            | Self::SetTags { .. } => Right::OwnItems,
            Self::SetYears { .. } | Self::SetList { .. } | Self::SetYearQuota { .. } => {
                Right::KeepActivityRules
            }
        }
    }

    /// Staged content that it uses up.
    pub fn files(&self) -> &[StagedFile] {
        match self {
            Self::Add(new) => &new.files,
            Self::Edit { changes, .. } => &changes.files,
            _ => &[],
        }
    }
}
