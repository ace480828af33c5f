//! What the window knows of copies: what is in one, the work under way, what came of the last.

use std::path::PathBuf;

use crate::domain::copies::CopyKind;
use crate::engine::{CopyCheck, CopySummary, ImportReport, WrittenCopy};
use crate::worker::Ticket;

use super::loadable::Loadable;

/// The page 我的備份.
#[derive(Debug, Default)]
pub struct Copies {
    pub summary: Loadable<CopySummary>,
    /// One at a time.
    pub work: Option<Work>,
    pub result: Option<CopyResult>,
}

/// Work that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    pub ticket: Ticket,
    pub kind: WorkKind,
    pub done_bytes: u64,
    pub total_bytes: u64,
    /// Cancelled, and not answered yet.
    pub ending: bool,
}

impl Work {
    pub fn fraction(&self) -> f32 {
        if self.total_bytes == 0 {
            return 0.0;
        }
        (self.done_bytes as f64 / self.total_bytes as f64) as f32
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkKind {
    Make(CopyKind),
    Check,
    Import,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum CopyResult {
    Written {
        kind: CopyKind,
        path: PathBuf,
        written: WrittenCopy,
        file_bytes: u64,
    },
    /// Waits for a yes.
    Checked {
        from: PathBuf,
        check: Box<CopyCheck>,
    },
    Imported(Box<ImportReport>),
}

/// What a person does there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyAction {
    /// Asks where to.
    Make(CopyKind),
    /// Asks which copy to look into.
    PickImport,
    /// Yes to what was checked.
    Import,
    Cancel,
    ShowFolder,
    /// Puts the result away.
    CloseResult,
}

/// What the worker was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyAsked {
    Look,
    Work,
}
