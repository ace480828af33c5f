//! What the window knows of copies: what is in one, the work under way, what came of the last.

use crate::domain::copies::CopyKind;
use crate::engine::CopySummary;
use crate::worker::CopyResult;

use super::file_work::FileWork;
use super::loadable::Loadable;

/// The page 我的備份.
#[derive(Debug, Default)]
pub struct Copies {
    pub summary: Loadable<CopySummary>,
    /// One at a time.
    pub work: Option<FileWork<CopyJob>>,
    pub result: Option<CopyResult>,
}

/// What takes a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyJob {
    Make(CopyKind),
    Check,
    Import,
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
