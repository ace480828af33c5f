//! 確認單 to print: one's own, or those of the students one may see.

use crate::domain::access::Right;
use crate::domain::receipt::ReceiptRefusal;
use crate::domain::selection::Part;
use crate::domain::term::SchoolYear;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::view::{ReceiptEntry, ReceiptView, own_receipt};
use crate::engine::{Engine, answer, guard};
use crate::exchange::pdf::confirmation::{self, Confirmation, ConfirmationLine};
use crate::store::StoreError;

/// Whose sheets are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfirmationOf {
    Own,
    /// By 學號, of those one may see; an empty list: all of them.
    Students(Vec<String>),
    /// Of those one may see, this class
    Class(String),
}

/// Sheets that were printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedConfirmations {
    pub year: SchoolYear,
    pub students: usize,
    pub pdf: Vec<u8>,
}

impl Engine {
    /// 確認單 as a PDF, each student on sheets of their own. Possible before a list came: then it shows what
    /// was filed.
    ///
    /// # Errors
    /// [`ReceiptRefusal::NoList`] where there is nobody to print, a missing right, or the library's trouble.
    pub fn confirmations(
        &self,
        session: &Session,
        year: Option<SchoolYear>,
        whose: &ConfirmationOf,
    ) -> Result<PrintedConfirmations, Failure> {
        let views = match whose {
            ConfirmationOf::Own => self.library.read(|txn| {
                guard::require_full_session(txn, session)?;
                guard::require(session, Right::SeeReceipts)?;
                own_receipt(txn, session.account, year)
            })?,
            ConfirmationOf::Students(wanted) => {
                let is_wanted = |one: &ReceiptView| {
                    wanted.is_empty() || wanted.iter().any(|name| one.account.eq_ignore_ascii_case(name))
                };
                self.receipts(session, year)?
                    .students
                    .into_iter()
                    .filter(is_wanted)
                    .collect()
            }
            ConfirmationOf::Class(class) => self
                .receipts(session, year)?
                .students
                .into_iter()
                .filter(|one| one.class == *class)
                .collect(),
        };
        let settings = self.library.read(answer::settings)?;
        let Some(first) = views.first() else {
            let current = answer::current_terms(&settings)?.selection;
            let year = year.unwrap_or(current);
            return Err(ReceiptRefusal::NoList { year }.into());
        };
        let year = first.year;
        let sheets: Vec<Confirmation> = views.iter().map(sheet).collect();
        let pdf =
            confirmation::write(&settings.school_name, self.clock.now(), &sheets).map_err(|detail| {
                // Only a program that was built with broken fonts comes here.
                Failure::Store(StoreError::UnreadableRecord { detail })
            })?;
        Ok(PrintedConfirmations {
            year,
            students: sheets.len(),
            pdf,
        })
    }
}

fn sheet(view: &ReceiptView) -> Confirmation {
    Confirmation {
        year: view.year,
        account: view.account.clone(),
        name: view.name.clone(),
        class: view.class.clone(),
        seat: view.seat.clone(),
        came: view.came,
        standing: view.standing,
        answered: view.answer.as_ref().map(|answer| answer.at),
        lines: view.entries.iter().map(line).collect(),
    }
}

fn line(entry: &ReceiptEntry) -> ConfirmationLine {
    let item = entry.item.as_ref();
    let is_outcome = item.is_some_and(|item| item.part == Part::Outcomes);
    ConfirmationLine {
        // What is nobody's stands apart.
        part: item.map(|item| item.part),
        name: entry.name().to_owned(),
        course: item.map_or_else(String::new, |item| item.course_name.clone()),
        semester: item.filter(|_| is_outcome).map(|item| item.semester),
        verdict: entry.verdict.clone(),
    }
}
