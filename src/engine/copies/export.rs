//! Writing copies.

use std::io::{Seek, Write};

use crate::domain::access::Right;
use crate::domain::copies::CopyKind;
use crate::domain::refusal::Refusal;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard, people};
use crate::exchange::portfolio::{
    Contents, Portfolio, PortfolioFile, Tell, WriteFailure, WrittenCopy, suggested_name, write_copy,
};
use crate::store::{ReadContents, ReadTxn, StoreError};

use super::CopyFailure;
use super::gather::Wanted;
use super::made::MadeView;

/// What a copy made now would hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopySummary {
    pub outcomes: usize,
    pub activities: usize,
    pub files: usize,
    pub content_bytes: u64,
    /// Names for the files, to accept or change.
    pub zip_name: String,
    pub pdf_name: String,
    /// The last copy of each kind.
    pub made: Vec<MadeView>,
}

/// Contents of the state of the library that the records were read from.
pub(super) struct OfThisState<'t>(pub &'t ReadTxn);

impl Contents for OfThisState<'_> {
    type Error = StoreError;

    fn piece(&mut self, file: &PortfolioFile, number: u32) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.read_chunk(file.handle, number)
    }
}

impl Engine {
    /// What a copy made now would hold.
    ///
    /// # Errors
    /// A session that is over or has no records of its own, or the library's trouble.
    pub fn portfolio(&self, session: &Session) -> Result<Portfolio, Failure> {
        self.library.read(|txn| self.own_portfolio(txn, session))
    }

    /// Writes a zip with everything of one's own to `target`, and changes nothing. At any time: no window,
    /// no quota, no deadline stands between people and their work.
    ///
    /// # Errors
    /// [`CopyFailure`]; what was written then is to be thrown away.
    pub fn write_copy(
        &self,
        session: &Session,
        target: &mut (impl Write + Seek),
        tell: &mut Tell<'_>,
    ) -> Result<WrittenCopy, CopyFailure> {
        self.library.read(|txn| {
            let portfolio = self.own_portfolio(txn, session)?;
            Ok(write_copy(&portfolio, &mut OfThisState(txn), target, tell)?)
        })
    }

    /// What a copy made now would hold, and when one was made last.
    ///
    /// # Errors
    /// As [`Engine::portfolio`].
    pub fn copy_summary(&self, session: &Session) -> Result<CopySummary, Failure> {
        let portfolio = self.portfolio(session)?;
        let name = |what, ending| suggested_name(what, &portfolio.owner.name, portfolio.made, ending);
        Ok(CopySummary {
            outcomes: portfolio.outcomes().count(),
            activities: portfolio.activities().count(),
            files: portfolio.files().count(),
            content_bytes: portfolio.content_bytes(),
            zip_name: name(CopyKind::Zip, "zip"),
            pdf_name: name(CopyKind::Pdf, "pdf"),
            made: self.copies_made(session)?,
        })
    }

    pub(super) fn own_portfolio(&self, txn: &ReadTxn, session: &Session) -> Result<Portfolio, Failure> {
        guard::require_full_session(txn, session)?;
        guard::require(session, Right::TakeCopy)?;
        let now = self.clock.now();
        // A window may have stood open since before the last day of somebody who left school.
        let standing = people::standing(txn, session.account)?;
        standing.require_login(now).map_err(Refusal::from)?;
        self.gather(txn, session.account, Wanted::Everything, now)
    }
}

impl From<WriteFailure<StoreError>> for CopyFailure {
    fn from(failure: WriteFailure<StoreError>) -> Self {
        match failure {
            WriteFailure::Contents(error) => error.into(),
            WriteFailure::Damaged { file } => StoreError::Damaged {
                detail: format!("content {file} is not what its hash says"),
            }
            .into(),
            WriteFailure::Target(error) => Self::Outside(error),
            WriteFailure::Cancelled => Self::Cancelled,
        }
    }
}
