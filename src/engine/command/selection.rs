//! What can be changed about a selection (勾選).

use crate::domain::access::Right;
use crate::domain::filing_layout::FilingLayout;
use crate::domain::id::ItemId;
use crate::domain::selection::Part;
use crate::domain::term::SchoolYear;

/// A change to one's selection of a school year, or the office filing what was selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionCommand {
    /// Selects an outcome or activity, behind those selected before. Again: nothing changes.
    Tick { year: SchoolYear, item: ItemId },
    /// Takes it out. Not selected: nothing changes.
    Untick { year: SchoolYear, item: ItemId },
    /// All selected items of one list in a new order.
    Order {
        year: SchoolYear,
        part: Part,
        items: Vec<ItemId>,
    },
    /// Confirms what was seen in this version.
    Confirm { year: SchoolYear, seen: u64 },
    /// The student has read what left the selection.
    NoticesRead { year: SchoolYear },
    /// 提交: everything selected by students (of one grade, if given) whose window is over becomes one
    /// batch.
    File { year: SchoolYear, grade: Option<u8> },
    /// Names and columns of the rosters; `None`: the standard.
    SetLayout { layout: Option<FilingLayout> },
}

impl SelectionCommand {
    /// See [`super::Command::right`].
    pub const fn right(&self) -> Right {
        match self {
            Self::Tick { .. }
            | Self::Untick { .. }
            | Self::Order { .. }
            | Self::Confirm { .. }
            | Self::NoticesRead { .. } => Right::OwnItems,
            Self::File { .. } | Self::SetLayout { .. } => Right::FilePortfolios,
        }
    }
}
