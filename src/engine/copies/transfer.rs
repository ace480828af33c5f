//! Records that go from school to school. 教務處 sends what a student handed in at least once, and takes in
//! what comes with a new student: readable at once, counted for nothing until it is accepted with a reason.

use std::io::{Read, Seek, Write};

use crate::domain::access::{Right, Role};
use crate::domain::copies::{CopyEvent, CopyRefusal};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::outcome::{Origin, OutcomeState};
use crate::domain::refusal::Refusal;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::engine::session::Session;
use crate::engine::view::{ItemView, build};
use crate::engine::{Engine, answer, guard, outcome};
use crate::exchange::portfolio::{Tell, WrittenCopy, write_copy};
use crate::store::ReadRecords;
use crate::store::record::code::{Coded, values};
use crate::store::record::item::DecisionV1;

use super::bring_in::{CopyCheck, ImportReport, Whose};
use super::export::OfThisState;
use super::gather::Wanted;
use super::{CopyFailure, import};

impl Engine {
    /// Writes the records of a student for another school. 編輯中 contents stay the student's own.
    ///
    /// # Errors
    /// [`CopyFailure`]; [`Refusal::NoSuchAccount`] for whoever is no student.
    pub fn write_transfer(
        &self,
        session: &Session,
        student: &str,
        target: &mut (impl Write + Seek),
        tell: &mut Tell<'_>,
    ) -> Result<WrittenCopy, CopyFailure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::Transfer)?;
            let student = self.student(txn, student)?;
            let portfolio = self.gather(txn, student, Wanted::HandedIn, self.clock.now())?;
            Ok(write_copy(&portfolio, &mut OfThisState(txn), target, tell)?)
        })
    }

    /// As [`Engine::check_copy`], for a student who came from another school.
    ///
    /// # Errors
    /// As there.
    pub fn check_transfer(
        &self,
        session: &Session,
        student: &str,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<CopyCheck, CopyFailure> {
        guard::require(session, Right::Transfer)?;
        let student = self.library.read(|txn| self.student(txn, student))?;
        self.check_for(session, Whose::Other(student), source, tell)
    }

    /// As [`Engine::import_copy`], for a student who came from another school.
    ///
    /// # Errors
    /// As there.
    pub fn import_transfer(
        &self,
        session: &Session,
        student: &str,
        source: impl Read + Seek,
        tell: &mut Tell<'_>,
    ) -> Result<ImportReport, CopyFailure> {
        guard::require(session, Right::Transfer)?;
        let student = self.library.read(|txn| self.student(txn, student))?;
        self.import_for(session, Whose::Other(student), source, tell)
    }

    /// What a student brought from another school, by term.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], [`Refusal::NoSuchAccount`], or the library's trouble.
    pub fn brought(&self, session: &Session, student: &str) -> Result<Vec<ItemView>, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::Transfer)?;
            let student = self.student(txn, student)?;
            let mut items = Vec::new();
            for (id, record) in answer::outcomes_of(txn, student)? {
                if record.brought && record.trashed.is_none() {
                    let key = &self.library.header().name_key;
                    items.push(build(txn, key, id, student, &record, now)?);
                }
            }
            items.sort_by_key(|item| (item.facts.term, item.created, item.id));
            Ok(items)
        })
    }

    fn student(&self, records: &impl ReadRecords, name: &str) -> Result<AccountId, Failure> {
        let id = self.account_id_by_name(records, &normalised_name(name))?;
        let id = id.ok_or(Refusal::NoSuchAccount)?;
        let roles: Vec<Role> = values(&answer::account(records, id)?.roles)?;
        if roles.contains(&Role::Student) {
            Ok(id)
        } else {
            Err(Refusal::NoSuchAccount.into())
        }
    }
}

/// 採認: another school's certification counts here from now on. Said by 教務處, with a reason that stands
/// beside it like a teacher's note.
pub(in crate::engine) fn accept(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    reason: &str,
) -> Result<Reply, Failure> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(CopyRefusal::ReasonMissing.into());
    }
    let (owner, mut record) = answer::outcome(context.txn, item)?.ok_or(Refusal::NoSuchItem)?;
    let imported = record.origin.map(Origin::from_code).transpose()? == Some(Origin::Imported);
    let certified = OutcomeState::from_code(record.state)? == OutcomeState::Certified;
    if !(record.brought && imported && certified) || record.trashed.is_some() || record.filed {
        return Err(CopyRefusal::NothingToAccept.into());
    }
    if import::imported(context.txn, item)?.is_none() {
        return Err(CopyRefusal::NothingToAccept.into());
    }
    if record.version != seen {
        return Err(Refusal::ChangedMeanwhile {
            seen,
            current: record.version,
        }
        .into());
    }
    let hashes: Vec<_> = record.files.iter().map(|file| file.blake3).collect();
    record.decisions.push(DecisionV1 {
        by: context.actor().0,
        for_teacher: None,
        at: context.now_millis(),
        from: record.state,
        state: record.state,
        origin: Origin::AcceptedTransfer.code(),
        reason: None,
        note: reason.to_owned(),
        hashes: hashes.clone(),
        unopened: false,
        undone: false,
        version: record.version + 1,
    });
    record.origin = Some(Origin::AcceptedTransfer.code());
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::Copy(CopyEvent::CertificationAccepted { hashes }),
    )?;
    outcome::save_changed(context, owner, item, &mut record)?;
    outcome::reply(context, item)
}
