//! The document of an imported roster.

use serde::Serialize;

use crate::domain::import::{ImportPreview, Subject};

#[derive(Debug, Serialize)]
pub struct RosterDocument {
    pub roster: &'static str,
    /// Whether it was written; false for `--dry-run`, and where a row is wrong.
    pub applied: bool,
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub wrong: Vec<WrongEntry>,
    pub warnings: Vec<WarningEntry>,
    /// In the records and not in the file: never deleted.
    pub absent: Vec<AbsentEntry>,
}

#[derive(Debug, Serialize)]
pub struct WrongEntry {
    /// As a spreadsheet shows it.
    pub row: u32,
    /// `null`: the row as a whole.
    pub column: Option<&'static str>,
    pub reason: String,
}

#[derive(Debug, Serialize)]
pub struct WarningEntry {
    /// `null`: the file as a whole.
    pub row: Option<u32>,
    pub reason: String,
}

#[derive(Debug, Serialize)]
pub struct AbsentEntry {
    pub account: String,
    pub name: String,
    pub course: Option<String>,
}

impl AbsentEntry {
    fn of(subject: &Subject) -> Self {
        Self {
            account: subject.account.clone(),
            name: subject.person.clone(),
            course: subject.course.as_ref().map(|course| course.code.clone()),
        }
    }
}

/// The document of a preview; what is wrong and what deserves a word is said by the caller.
pub fn roster(
    preview: &ImportPreview,
    applied: bool,
    wrong: Vec<WrongEntry>,
    warnings: Vec<WarningEntry>,
) -> RosterDocument {
    RosterDocument {
        roster: preview.kind.code(),
        applied,
        new: preview.counts.new,
        changed: preview.counts.changed,
        unchanged: preview.counts.unchanged,
        wrong,
        warnings,
        absent: preview.absent.iter().map(AbsentEntry::of).collect(),
    }
}

/// The document of `import undo`.
#[derive(Debug, Serialize)]
pub struct UndoneDocument {
    pub roster: &'static str,
    pub new: u32,
    pub changed: u32,
}
