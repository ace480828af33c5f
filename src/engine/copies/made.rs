//! When copies were last made.

use crate::domain::copies::{CopyEvent, CopyKind};
use crate::domain::history::Event;
use crate::domain::moment::{Moment, from_millis};
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard};
use crate::store::record::code::Coded;
use crate::store::record::copies::CopyMadeV1;
use crate::store::record::{load, save};

/// The last copy of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeView {
    pub kind: CopyKind,
    pub at: Moment,
    pub items: u32,
    pub files: u32,
    pub content_bytes: u64,
}

fn made_key(account: u64, kind: CopyKind) -> Vec<u8> {
    let mut at = account.to_be_bytes().to_vec();
    at.push(kind.code());
    at
}

/// Remembers that a copy was made.
pub(in crate::engine) fn note(
    context: &mut Context<'_>,
    kind: CopyKind,
    items: u32,
    files: u32,
    content_bytes: u64,
) -> Result<Reply, Failure> {
    let record = CopyMadeV1 {
        at: context.now_millis(),
        items,
        files,
        content_bytes,
    };
    let at = made_key(context.actor().0, kind);
    save(context.txn, &at, &record)?;
    let stream = context.own_stream();
    context.record(stream, None, Event::Copy(CopyEvent::Made { kind, items }))?;
    Ok(Reply::Done)
}

impl Engine {
    /// The last copy of each kind that this person made.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn copies_made(&self, session: &Session) -> Result<Vec<MadeView>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut made = Vec::new();
            for kind in CopyKind::ALL {
                if let Some(record) = load::<CopyMadeV1>(txn, &made_key(session.account.0, kind))? {
                    made.push(MadeView {
                        kind,
                        at: from_millis(record.at),
                        items: record.items,
                        files: record.files,
                        content_bytes: record.content_bytes,
                    });
                }
            }
            Ok(made)
        })
    }
}
