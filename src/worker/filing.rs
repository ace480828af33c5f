//! What the office asks about 勾選, 提交 and records that go from school to school.

use std::path::PathBuf;

use crate::domain::copies::CopyKind;
use crate::domain::term::SchoolYear;
use crate::engine::{
    ConfirmationOf, CopyCheck, CopyFailure, FilingView, ImportReport, ItemView, ReceiptsView, Session,
    WrittenCopy, WrittenRosters,
};

use super::copies::{self, Written};
use super::desk::Desk;
use super::message::{Answer, Ticket, Trouble};
use super::whole_file::{self, Readers};

/// Questions and jobs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingWish {
    /// `None`: the current selection year
    Look {
        year: Option<SchoolYear>,
    },
    /// The rosters of what was filed, with the files beside them
    Rosters {
        year: SchoolYear,
        batch: Option<u32>,
        to: PathBuf,
    },
    /// 收訖明細 of those one may see
    Receipts {
        year: Option<SchoolYear>,
    },
    /// 確認單 as a PDF
    Print {
        year: Option<SchoolYear>,
        whose: ConfirmationOf,
        to: PathBuf,
    },
    /// A student's records for another school
    SendTransfer {
        student: String,
        to: PathBuf,
    },
    /// What would become of records that came with a student
    CheckTransfer {
        student: String,
        from: PathBuf,
    },
    TakeTransfer {
        student: String,
        from: PathBuf,
    },
    /// What a student brought
    Brought {
        student: String,
    },
}

impl FilingWish {
    /// Answered from the records at once; the others take their time with files.
    pub const fn is_question(&self) -> bool {
        matches!(
            self,
            Self::Look { .. } | Self::Brought { .. } | Self::Receipts { .. }
        )
    }
}

/// Their answers.
#[derive(Debug, Clone, PartialEq)]
pub enum FilingAnswer {
    Looked(FilingView),
    Receipts(ReceiptsView),
    Brought { student: String, items: Vec<ItemView> },
    Printed { path: PathBuf, students: usize },
    Done(FilingResult),
}

/// What came of a job, to be shown until it is put away.
#[derive(Debug, Clone, PartialEq)]
pub enum FilingResult {
    Rosters {
        path: PathBuf,
        rosters: WrittenRosters,
        file_bytes: u64,
    },
    Sent {
        student: String,
        path: PathBuf,
        written: WrittenCopy,
        file_bytes: u64,
    },
    /// Waits for a yes
    Checked {
        student: String,
        from: PathBuf,
        check: Box<CopyCheck>,
    },
    Taken {
        student: String,
        report: Box<ImportReport>,
    },
}

impl FilingResult {
    /// The file that was written.
    pub const fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::Rosters { path, .. } | Self::Sent { path, .. } => Some(path),
            Self::Checked { .. } | Self::Taken { .. } => None,
        }
    }
}

pub(super) fn perform(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    wish: FilingWish,
) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    let engine = &library.engine;
    let answer = match wish {
        FilingWish::Look { year } => {
            let view = engine.filing_of(session, year);
            FilingAnswer::Looked(view.map_err(|failure| library.trouble(failure))?)
        }
        FilingWish::Receipts { year } => {
            let view = engine.receipts(session, year);
            FilingAnswer::Receipts(view.map_err(|failure| library.trouble(failure))?)
        }
        FilingWish::Print { year, whose, to } => {
            let printed = engine.confirmations(session, year, &whose);
            let printed = printed.map_err(|failure| library.trouble(failure))?;
            if desk.post.jobs.is_cancelled(ticket) {
                return Err(Trouble::Cancelled);
            }
            whole_file::write(&to, &printed.pdf, Readers::AsUsual)?;
            FilingAnswer::Printed {
                path: to,
                students: printed.students,
            }
        }
        FilingWish::Brought { student } => {
            let items = engine.brought(session, &student);
            let items = items.map_err(|failure| library.trouble(failure))?;
            FilingAnswer::Brought { student, items }
        }
        FilingWish::Rosters { year, batch, to } => {
            let mut rosters = None;
            let written = whole_file::write_with(&to, Readers::AsUsual, |file| {
                let tell = &mut copies::teller(desk, ticket);
                let written = engine.write_rosters(session, year, batch, file, tell)?;
                Ok::<_, CopyFailure>(rosters.insert(written).written)
            });
            let done = copies::remembered(&library, session, CopyKind::Rosters, to, written)?;
            let Written { path, file_bytes, .. } = done;
            let rosters = rosters.ok_or(Trouble::Crashed)?;
            FilingAnswer::Done(FilingResult::Rosters {
                path,
                rosters,
                file_bytes,
            })
        }
        FilingWish::SendTransfer { student, to } => {
            let written = whole_file::write_with(&to, Readers::AsUsual, |file| {
                engine.write_transfer(session, &student, file, &mut copies::teller(desk, ticket))
            });
            let done = copies::remembered(&library, session, CopyKind::Transfer, to, written)?;
            FilingAnswer::Done(FilingResult::Sent {
                student,
                path: done.path,
                written: done.written,
                file_bytes: done.file_bytes,
            })
        }
        FilingWish::CheckTransfer { student, from } => {
            let file = copies::open_plain(&from)?;
            let tell = &mut copies::teller(desk, ticket);
            let check = engine.check_transfer(session, &student, file, tell);
            let check = check.map_err(|failure| copies::read_trouble(&library, &from, failure))?;
            let check = Box::new(check);
            FilingAnswer::Done(FilingResult::Checked { student, from, check })
        }
        FilingWish::TakeTransfer { student, from } => {
            let file = copies::open_plain(&from)?;
            let tell = &mut copies::teller(desk, ticket);
            let report = engine.import_transfer(session, &student, file, tell);
            let report = report.map_err(|failure| copies::read_trouble(&library, &from, failure))?;
            let report = Box::new(report);
            FilingAnswer::Done(FilingResult::Taken { student, report })
        }
    };
    Ok(Answer::Filing(Box::new(answer)))
}
