//! What can be done with rosters.

use std::sync::Arc;

use crate::domain::access::Right;
use crate::domain::id::CommandId;
use crate::domain::import::{Fingerprint, kind_of};
use crate::domain::promotion::ClassMapping;
use crate::domain::roster::{RosterKind, RosterRows};
use crate::domain::term::Term;

/// A roster that was read, to be held against the records or applied to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    pub rows: Arc<RosterRows>,
    /// The term in which classes and seats of students count; `None`: the current term of outcomes
    pub class_term: Option<Term>,
}

impl Roster {
    pub fn kind(&self) -> RosterKind {
        kind_of(&self.rows)
    }
}

/// Importing, and taking an import back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportCommand {
    /// Writes what the roster brings, as one whole or not at all.
    Apply {
        roster: Roster,
        /// Of the preview that was seen: refused if something else would be written now.
        seen: Option<Fingerprint>,
        /// Applies the other rows when some are wrong.
        skip_wrong: bool,
    },
    /// Takes back the last import, while nothing depends on it.
    UndoLast { import: CommandId, kind: RosterKind },
    /// Gives the students of one term their class in the next.
    StartTerm(StartTerm),
}

/// A new term from the last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartTerm {
    pub from: Term,
    pub to: Term,
    /// Where classes go that do not go by their name
    pub mapping: ClassMapping,
    /// How many were seen to move: refused if it is another number now.
    pub seen: Option<u32>,
}

impl ImportCommand {
    pub fn kind(&self) -> RosterKind {
        match self {
            Self::Apply { roster, .. } => roster.kind(),
            Self::UndoLast { kind, .. } => *kind,
            Self::StartTerm(_) => RosterKind::Students,
        }
    }

    pub fn right(&self) -> Right {
        right_for(self.kind())
    }
}

/// The right that a roster of this kind needs.
pub const fn right_for(kind: RosterKind) -> Right {
    match kind {
        RosterKind::OfficerPosts => Right::ImportOfficerPosts,
        RosterKind::Receipts => Right::FilePortfolios,
        RosterKind::Students | RosterKind::Teachers | RosterKind::Courses | RosterKind::Enrolments => {
            Right::ImportRosters
        }
    }
}
