//! Pages on the screen. The bytes looked at last are kept, so that a page is not read from the library
//! once per part of it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::id::{AccountId, FileId, ItemId};
use crate::domain::no_preview::NoPreview;
use crate::engine::Session;
use crate::media::{Document, Inspector, PageView, PreviewFailure, Stop};

use super::desk::Desk;
use super::message::{Answer, Ticket, Trouble};

/// Enough for a document with its neighbours before and behind; each is at most 10 MB.
const KEPT_BYTES: usize = 32 * 1024 * 1024;

/// Documents that were looked at last, newest at the end.
#[derive(Default)]
pub(super) struct Pages(Mutex<VecDeque<Kept>>);

struct Kept {
    /// Which opening of a library, and whose permission: nobody sees what another person had open.
    opening: u64,
    account: AccountId,
    item: ItemId,
    file: FileId,
    document: Document,
}

impl Pages {
    fn find(&self, opening: u64, account: AccountId, item: ItemId, file: FileId) -> Option<Document> {
        let mut kept = self.lock();
        let place = kept.iter().position(|kept| {
            (kept.opening, kept.account, kept.item, kept.file) == (opening, account, item, file)
        })?;
        let found = kept.remove(place)?;
        let document = found.document.clone();
        kept.push_back(found);
        Some(document)
    }

    fn keep(&self, new: Kept) {
        let mut kept = self.lock();
        kept.retain(|other| other.file != new.file && other.opening == new.opening);
        kept.push_back(new);
        while kept.len() > 1 && total(&kept) > KEPT_BYTES {
            kept.pop_front();
        }
    }

    /// Forgets everything: the library was closed.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Kept>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn total(kept: &VecDeque<Kept>) -> usize {
    kept.iter().map(|kept| kept.document.bytes.len()).sum()
}

pub(super) fn outline(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    item: ItemId,
    file: FileId,
) -> Result<Answer, Trouble> {
    let outline = look(desk, ticket, session, item, file, |inspector, document, stop| {
        inspector.outline(document, stop)
    })?;
    Ok(Answer::Outline { file, outline })
}

pub(super) fn draw(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    item: ItemId,
    file: FileId,
    view: PageView,
) -> Result<Answer, Trouble> {
    let image = look(desk, ticket, session, item, file, |inspector, document, stop| {
        inspector.draw(document, view, stop)
    })?;
    Ok(Answer::Drawn { file, view, image })
}

pub(super) fn find(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    item: ItemId,
    file: FileId,
    text: String,
) -> Result<Answer, Trouble> {
    let found = look(desk, ticket, session, item, file, |inspector, document, stop| {
        inspector.find(document, &text, stop)
    })?;
    Ok(Answer::Found { file, text, found })
}

fn look<T>(
    desk: &Desk,
    ticket: Ticket,
    session: &Session,
    item: ItemId,
    file: FileId,
    work: impl FnOnce(&dyn Inspector, &Document, &Stop) -> Result<T, PreviewFailure>,
) -> Result<Result<T, NoPreview>, Trouble> {
    let library = desk.shelf.require()?;
    let kept = desk.pages.find(library.opening, session.account, item, file);
    let document = match kept {
        Some(document) => {
            // Kept bytes are shown only as long as the person may still see them.
            let allowed = library.engine.may_see_file(session, item, file);
            allowed.map_err(|failure| library.trouble(failure))?;
            document
        }
        None => {
            let content = library.engine.file(session, item, file);
            let content = content.map_err(|failure| library.trouble(failure))?;
            let document = Document {
                key: *blake3::hash(&content.bytes).as_bytes(),
                kind: content.kind,
                bytes: Arc::from(content.bytes),
            };
            desk.pages.keep(Kept {
                opening: library.opening,
                account: session.account,
                item,
                file,
                document: document.clone(),
            });
            document
        }
    };
    let stop = desk.post.jobs.stop(ticket);
    match work(library.engine.inspector().as_ref(), &document, &stop) {
        Ok(answer) => Ok(Ok(answer)),
        Err(failure) => failure.reason().map(Err).ok_or(Trouble::Cancelled),
    }
}
