//! The columns of the rosters: the school's own, else the standard.

use crate::domain::access::Right;
use crate::domain::filing_layout::FilingLayout;
use crate::domain::history::{Event, SelectionEvent, Stream};
use crate::domain::selection::SelectionRefusal;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard};
use crate::store::ReadRecords;
use crate::store::record::filing_layout::FilingLayoutV1;
use crate::store::record::school::ONLY;
use crate::store::record::{erase, load, save};

/// `None` goes back to the standard.
pub(super) fn set(context: &mut Context<'_>, layout: Option<&FilingLayout>) -> Result<Reply, Failure> {
    match layout {
        Some(layout) => {
            layout.check().map_err(SelectionRefusal::Layout)?;
            save(context.txn, ONLY, &FilingLayoutV1::from(layout))?;
        }
        None => {
            erase::<FilingLayoutV1>(context.txn, ONLY)?;
        }
    }
    context.record(Stream::Office, None, Event::Selection(SelectionEvent::LayoutSet))?;
    Ok(Reply::Done)
}

/// The layout, and whether it is the school's own.
pub(in crate::engine) fn current(records: &impl ReadRecords) -> Result<(FilingLayout, bool), Failure> {
    Ok(match load::<FilingLayoutV1>(records, ONLY)? {
        Some(own) => (own.try_into()?, true),
        None => (FilingLayout::standard(), false),
    })
}

impl Engine {
    /// Names and columns of the rosters, and whether the school edited them.
    ///
    /// # Errors
    /// A missing right, or the library's trouble.
    pub fn filing_layout(&self, session: &Session) -> Result<(FilingLayout, bool), Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::FilePortfolios)?;
            current(txn)
        })
    }
}
