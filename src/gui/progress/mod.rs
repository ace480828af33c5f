//! What the window knows of the page 進度: the counts that were read, the table made of them, how it is
//! sorted and what is looked for.

mod table;
#[cfg(test)]
mod tests;

use crate::domain::access::{Right, Role, may};
use crate::domain::progress::ProgressBy;
use crate::domain::term::Term;
use crate::engine::{ProgressKey, ProgressView, Session};

use super::loadable::Loadable;

pub use table::{Cell, Column, Line, Sort, Table, head, sheets};

/// Which table is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ProgressTab {
    #[default]
    Class,
    Course,
    Teacher,
    /// Students without a single outcome
    Without,
}

impl ProgressTab {
    pub const ALL: [Self; 4] = [Self::Class, Self::Course, Self::Teacher, Self::Without];

    /// By what its rows are added up.
    pub const fn by(self) -> Option<ProgressBy> {
        match self {
            Self::Class => Some(ProgressBy::Class),
            Self::Course => Some(ProgressBy::Course),
            Self::Teacher => Some(ProgressBy::Teacher),
            Self::Without => None,
        }
    }
}

/// Where on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProgressPlace {
    pub tab: ProgressTab,
    /// The row whose list is open
    pub open: Option<ProgressKey>,
}

/// See the module.
#[derive(Debug, Default)]
pub struct ProgressDesk {
    pub view: Loadable<ProgressView>,
    /// Something changed while it was counted.
    pub again: bool,
    /// `None`: the current term
    pub term: Option<Term>,
    pub sort: Option<Sort>,
    /// What the page shows, made of the above by the update
    pub table: Table,
}

/// What is done on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgressAction {
    Term(Term),
    Search(String),
    /// Sorts by this column, or the other way round.
    Sort(Column),
    /// Copies the table that is shown.
    Copy,
    /// All tables as a workbook
    Export,
}

/// What a request of the page was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressAsked {
    View,
    Save,
}

/// Whether the page is for this person: teachers see their own courses in the certification panel.
pub fn sees(session: &Session) -> bool {
    let more_than_own = session.roles.iter().any(|role| *role != Role::Teacher);
    may(&session.roles, Right::SeeProgress) && more_than_own
}
