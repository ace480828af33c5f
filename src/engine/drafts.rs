//! The journal of typed text that is not saved yet: it survives lock, crash and power cut
//! (design.md, invariant 8). No history, no quota, no window: typing is never refused.

use crate::domain::moment::to_millis;
use crate::store::record::draft::DraftV1;
use crate::store::record::{erase, key, list, save};

use super::failure::Failure;
use super::session::Session;
use super::{Engine, guard};

fn draft_key(session: &Session, field: &str) -> Vec<u8> {
    let mut at = key::one(session.account.0).to_vec();
    at.extend(&blake3::hash(field.as_bytes()).as_bytes()[..16]);
    at
}

impl Engine {
    /// Keeps what is typed in `field` until it is saved; empty text forgets it.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn save_draft(&self, session: &Session, field: &str, text: &str) -> Result<(), Failure> {
        let at = draft_key(session, field);
        self.library.write(|txn| {
            guard::require_session(txn, session)?;
            if text.is_empty() {
                erase::<DraftV1>(txn, &at)?;
            } else {
                let draft = DraftV1 {
                    field: field.to_owned(),
                    text: text.to_owned(),
                    at: to_millis(self.clock.now()),
                };
                save(txn, &at, &draft)?;
            }
            Ok(())
        })
    }

    /// Everything this person typed and did not save: field, text.
    ///
    /// # Errors
    /// As [`Engine::save_draft`].
    pub fn drafts(&self, session: &Session) -> Result<Vec<(String, String)>, Failure> {
        self.library.read(|txn| {
            guard::require_session(txn, session)?;
            let drafts = list::<DraftV1>(txn, &key::one(session.account.0))?;
            Ok(drafts
                .into_iter()
                .map(|(_, draft)| (draft.field, draft.text))
                .collect())
        })
    }
}
