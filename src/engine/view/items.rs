//! Questions about items.

use crate::domain::file::Slot;
use crate::domain::history::Stream;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::context::stream_number;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, activity, answer, guard, outcome};
use crate::store::record::code::Coded;
use crate::store::record::history::LineV1;
use crate::store::record::{key, list};
use crate::store::{ReadContents, ReadRecords};

use super::build::{build, item_view, may_see};
use super::{FileContent, HistoryView, ItemView};

impl Engine {
    /// One's own outcomes of a term (`None`: all terms), in or out of the trash; newest last.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn items(
        &self,
        session: &Session,
        term: Option<Term>,
        trashed: bool,
    ) -> Result<Vec<ItemView>, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut items = Vec::new();
            for (item, outcome) in answer::outcomes_of(txn, session.account)? {
                let wanted = term.is_none_or(|term| term.code() == outcome.term);
                if wanted && outcome.trashed.is_some() == trashed {
                    let key = &self.library.header().name_key;
                    items.push(build(txn, key, item, session.account, &outcome, now)?);
                }
            }
            items.sort_by_key(|item| (item.facts.term, item.created, item.id));
            Ok(items)
        })
    }

    /// One item that this person may see.
    ///
    /// # Errors
    /// [`Refusal::NoSuchItem`] for unknown and foreign items alike.
    pub fn item(&self, session: &Session, item: ItemId) -> Result<ItemView, Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            let name_key = &self.library.header().name_key;
            item_view(txn, name_key, item, session.account, self.clock.now())
        })
    }

    /// What happened to an item, oldest first.
    ///
    /// # Errors
    /// As [`Engine::item`].
    pub fn history(&self, session: &Session, item: ItemId) -> Result<Vec<HistoryView>, Failure> {
        self.library.read(|txn| {
            let owner = self.require_visible(txn, session, item)?;
            let mut lines = Vec::new();
            for (at, record) in list::<LineV1>(txn, &key::one(stream_number(Stream::Student(owner))))? {
                if record.item == Some(item.0) {
                    let actor_name = answer::display_name(txn, AccountId(record.actor))?;
                    let line = record.into_line(key::last_id(&at)?)?;
                    let for_teacher = line.event.for_teacher();
                    lines.push(HistoryView {
                        line,
                        actor_name,
                        for_teacher: for_teacher
                            .map(|teacher| answer::display_name(txn, teacher))
                            .transpose()?,
                    });
                }
            }
            Ok(lines)
        })
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// As [`Engine::item`]; [`Refusal::NoSuchItem`] too when the slot is empty.
    pub fn read_file(&self, session: &Session, item: ItemId, slot: Slot) -> Result<FileContent, Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            let files = match answer::outcome(txn, item)? {
                Some((_, outcome)) => outcome.files,
                None => {
                    activity::records::activity(txn, item)?
                        .ok_or(Refusal::NoSuchItem)?
                        .1
                        .files
                }
            };
            for file in &files {
                let kind = file.inspection()?.kind;
                if kind.slot() == slot {
                    let bytes = txn.read_content(file.id)?;
                    return Ok(FileContent {
                        name: file.name.clone(),
                        kind,
                        bytes,
                    });
                }
            }
            Err(Refusal::NoSuchItem.into())
        })
    }

    /// What one of one's own items is called, outcome or activity.
    ///
    /// # Errors
    /// As [`Engine::item`].
    pub fn title(&self, session: &Session, item: ItemId) -> Result<String, Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            if let Some((_, outcome)) = answer::outcome(txn, item)? {
                return Ok(outcome.title);
            }
            let (_, activity) = activity::records::activity(txn, item)?.ok_or(Refusal::NoSuchItem)?;
            Ok(activity.values()?.title(Coded::from_code(activity.category)?))
        })
    }

    /// Whose item it is, where the session may see it.
    pub(super) fn require_visible(
        &self,
        records: &impl ReadRecords,
        session: &Session,
        item: ItemId,
    ) -> Result<AccountId, Failure> {
        guard::require_full_session(records, session)?;
        if let Some((owner, _)) = activity::records::activity(records, item)? {
            // Activities are the student's alone: nobody certifies them.
            return if owner == session.account {
                Ok(owner)
            } else {
                Err(Refusal::NoSuchItem.into())
            };
        }
        let (owner, outcome) = answer::outcome(records, item)?.ok_or(Refusal::NoSuchItem)?;
        let offering_id = OfferingId(outcome.offering);
        let offering = answer::offering(records, offering_id)?;
        let enrolment = answer::enrolment(records, owner, offering_id)?;
        let facts = outcome::facts(owner, &outcome, enrolment.as_ref())?;
        let relation = answer::relation(
            records,
            session,
            owner,
            &offering,
            outcome.offering,
            self.clock.now(),
        )?;
        if may_see(relation, &facts) {
            Ok(owner)
        } else {
            Err(Refusal::NoSuchItem.into())
        }
    }
}
