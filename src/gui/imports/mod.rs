//! 匯入名冊: where a person is between choosing a file and seeing what came of it.

mod listing;

use std::path::PathBuf;

use crate::domain::access::{Right, may};
use crate::domain::import::{ImportPreview, ImportReport, LastImport, StandingKind};
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{ColumnGuess, Mapping, RosterGuess};
use crate::domain::term::Term;
use crate::engine::{ReadRoster, Session};
use crate::text::imports as words;
use crate::worker::{ImportStage, Ticket};

use super::loadable::Loadable;

pub use listing::{Entry, Filter, Listing};

/// What is done on the page.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportAction {
    Kind(RosterKind),
    /// Opens the system's dialog.
    Pick,
    /// Asks the system for what was copied; it comes as [`ImportAction::Pasted`].
    Paste,
    Pasted(String),
    /// Opens the path typed by hand.
    TakePath,
    Dropped(PathBuf),
    /// Another sheet of the workbook
    Sheet(u32),
    /// The first row of the shown sheet that is no header, counted from 0
    FirstRow(u32),
    /// What a column of the file means
    Means(u32, Option<RosterColumn>),
    Term(Term),
    /// Reads the rows and holds them against the records.
    Preview,
    /// Back to the columns
    Columns,
    Filter(Filter),
    SkipWrong(bool),
    Apply,
    /// Gives up what is going on.
    Cancel,
    /// Another file
    Again,
    AskUndo,
    /// Copies the listed rows for a spreadsheet.
    Copy,
    SaveWrong,
    SaveTemplate(RosterKind),
}

/// What a request of the page was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportAsked {
    Open,
    Look,
    Preview,
    Apply,
    Last,
    Undo,
    Save,
    Close,
}

/// Everything the page knows.
#[derive(Debug, Default)]
pub struct Imports {
    /// `None`: the first that the person may import
    pub kind: Option<RosterKind>,
    pub stage: Stage,
    /// Name of the file that is being opened
    pub opening: String,
    /// What is going on, and how far it is
    pub job: Option<Job>,
    pub last: Loadable<Option<LastImport>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    pub ticket: Ticket,
    pub what: ImportAsked,
    /// Stage, done, total
    pub progress: Option<(ImportStage, u64, u64)>,
}

/// How far the person is.
#[derive(Debug, Default)]
pub enum Stage {
    #[default]
    Choosing,
    /// The table is open: its columns are looked at.
    Columns(Box<Table>),
    /// Its rows are held against the records.
    Preview(Box<Table>, Box<Sheet>),
    Done(ImportReport),
}

/// An open table.
#[derive(Debug)]
pub struct Table {
    pub ticket: Ticket,
    /// Name of the file; empty for what was pasted
    pub name: String,
    pub guess: RosterGuess,
    pub mapping: Mapping,
    pub columns: Vec<ColumnGuess>,
}

/// A table with its rows.
#[derive(Debug)]
pub struct Sheet {
    pub read: ReadRoster,
    pub preview: ImportPreview,
    pub listing: Listing,
    pub skip_wrong: bool,
}

impl Sheet {
    /// What the list says of a line: row, standing, whom it is about, and why.
    pub fn cells(&self, entry: Entry) -> [String; 4] {
        let kind = self.preview.kind;
        match entry {
            Entry::Judged(place) => match self.preview.rows.get(place) {
                Some(row) => {
                    let notes = self.listing.notes(row.row).iter();
                    let warnings = notes.filter_map(|place| self.read.warnings.get(*place));
                    words::row_cells(row, warnings, kind)
                }
                None => Default::default(),
            },
            Entry::Unread { first, cells } => {
                let cells = self.read.wrong.get(first..first + cells).unwrap_or_default();
                words::unread_cells(cells, kind)
            }
            Entry::Absent(place) => match self.preview.absent.get(place) {
                Some(subject) => words::absent_cells(subject),
                None => Default::default(),
            },
        }
    }

    /// How the rows of a line stand.
    pub fn standing(&self, entry: Entry) -> Option<StandingKind> {
        match entry {
            Entry::Judged(place) => self.preview.rows.get(place).map(|row| row.standing.kind()),
            Entry::Unread { .. } => Some(StandingKind::Wrong),
            Entry::Absent(_) => None,
        }
    }
}

impl Stage {
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Columns(table) | Self::Preview(table, _) => Some(table),
            Self::Choosing | Self::Done(_) => None,
        }
    }

    pub fn table_mut(&mut self) -> Option<&mut Table> {
        match self {
            Self::Columns(table) | Self::Preview(table, _) => Some(table),
            Self::Choosing | Self::Done(_) => None,
        }
    }
}

/// The rosters that somebody may import, in the order in which a school needs them.
pub fn kinds(session: &Session) -> Vec<RosterKind> {
    let right = |kind: &RosterKind| match kind {
        RosterKind::OfficerPosts => Right::ImportOfficerPosts,
        RosterKind::Receipts => Right::FilePortfolios,
        RosterKind::Students | RosterKind::Teachers | RosterKind::Courses | RosterKind::Enrolments => {
            Right::ImportRosters
        }
    };
    RosterKind::ALL
        .into_iter()
        .filter(|kind| may(&session.roles, right(kind)))
        .collect()
}
