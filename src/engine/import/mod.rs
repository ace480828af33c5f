//! Rosters: held against the records (a preview), applied to them, taken back.
//!
//! Judging is one function for both: [`judge`] reads what it needs once into maps and says of each row what
//! would become of it. The preview shows that; applying judges again inside its transaction, refuses if
//! something else would be written than was seen, and writes. Everything written goes through a journal
//! that knows how to take it back.

mod apply;
mod books;
mod courses;
mod enrolments;
mod held;
mod journal;
mod officer_posts;
mod plan;
mod promotion;
mod reading;
mod receipts;
mod students;
mod teachers;
mod undo;

use std::ops::ControlFlow;

use crate::domain::access;
use crate::domain::import::{ImportPreview, ImportRefusal, ImportReport, is_within_reach};
use crate::domain::refusal::Refusal;
use crate::domain::roster::{RosterKind, RosterRows};
use crate::domain::term::Term;
use crate::store::record::code::Coded;
use crate::store::record::import::ImportReplyV1;
use crate::store::record::{load, save};
use crate::store::{ReadRecords, StoreError, WriteRecords};

use super::command::{ImportCommand, Reply, Roster, right_for};
use super::context::Context;
use super::failure::Failure;
use super::session::Session;
use super::{Engine, answer, guard};

use plan::{Halt, Plan, Steps};

pub use promotion::PromotionView;
pub use reading::{OpenTable, ReadRoster, TableSource, roster_template};

pub(super) fn run(context: &mut Context<'_>, command: &ImportCommand) -> Result<Reply, Failure> {
    match command {
        ImportCommand::Apply {
            roster,
            seen,
            skip_wrong,
        } => apply::apply(context, roster, *seen, *skip_wrong),
        ImportCommand::UndoLast { import, kind } => undo::undo(context, *import, *kind),
        ImportCommand::StartTerm(wish) => promotion::start(context, wish),
    }
}

/// How many rows a roster has.
fn row_count(rows: &RosterRows) -> usize {
    match rows {
        RosterRows::Students(rows) => rows.len(),
        RosterRows::Teachers(rows) => rows.len(),
        RosterRows::Courses(rows) => rows.len(),
        RosterRows::Enrolments(rows) => rows.len(),
        RosterRows::OfficerPosts(rows) => rows.len(),
        RosterRows::Receipts(rows) => rows.len(),
    }
}

/// The term in which classes and seats of this roster count.
fn term_of(records: &impl ReadRecords, roster: &Roster) -> Result<Term, Failure> {
    let current = answer::current_terms(&answer::settings(records)?)?.outcome;
    let term = roster.class_term.unwrap_or(current);
    if roster.kind() == RosterKind::Students && !is_within_reach(term, current) {
        return Err(Refusal::Import(ImportRefusal::TermOutOfReach { term, current }).into());
    }
    Ok(term)
}

/// What would become of each row.
fn judge(
    records: &impl ReadRecords,
    roster: &Roster,
    term: Term,
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let current = answer::current_terms(&answer::settings(records)?)?.outcome;
    steps.ask()?;
    match roster.rows.as_ref() {
        RosterRows::Students(rows) => students::judge(records, rows, term, steps),
        RosterRows::Teachers(rows) => teachers::judge(records, rows, steps),
        RosterRows::Courses(rows) => courses::judge(records, rows, current, steps),
        RosterRows::Enrolments(rows) => enrolments::judge(records, rows, current, steps),
        RosterRows::OfficerPosts(rows) => officer_posts::judge(records, rows, current, steps),
        RosterRows::Receipts(rows) => receipts::judge(records, rows, steps),
    }
}

impl Engine {
    /// Holds a roster against the records; changes nothing. `tell` hears how many rows of how many are
    /// judged and says whether to go on; `None`: it said no.
    ///
    /// # Errors
    /// A session that is over, no right to import this roster, a term out of reach, or the library's
    /// trouble.
    pub fn preview_import(
        &self,
        session: &Session,
        roster: &Roster,
        tell: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<Option<ImportPreview>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let right = right_for(roster.kind());
            if !access::may(&session.roles, right) {
                return Err(Refusal::NoRight { right }.into());
            }
            let term = term_of(txn, roster)?;
            let mut steps = Steps::new(tell, row_count(&roster.rows));
            match judge(txn, roster, term, &mut steps) {
                Err(Halt::Stopped) => Ok(None),
                Err(Halt::Failed(failure)) => Err(failure),
                Ok(plan) => Ok(Some(ImportPreview {
                    kind: roster.kind(),
                    term,
                    counts: plan.counts(),
                    fingerprint: plan.fingerprint(&roster.rows),
                    rows: plan.rows,
                    absent: plan.absent,
                })),
            }
        })
    }
}

/// Keeps the answer for a repeat of the request.
pub(super) fn remember(
    records: &mut impl WriteRecords,
    at: &[u8],
    report: &ImportReport,
) -> Result<(), StoreError> {
    let record = ImportReplyV1 {
        kind: Coded::code(report.kind),
        counts: report.counts.into(),
        import: report.import.map(|id| id.0),
    };
    save(records, at, &record)
}

/// The answer to this request, if it was about an import.
pub(super) fn first_answer(
    records: &impl ReadRecords,
    at: &[u8],
) -> Result<Option<ImportReport>, StoreError> {
    let Some(record) = load::<ImportReplyV1>(records, at)? else {
        return Ok(None);
    };
    Ok(Some(ImportReport {
        kind: Coded::from_code(record.kind)?,
        counts: record.counts.into(),
        import: record.import.map(crate::domain::id::CommandId),
    }))
}
