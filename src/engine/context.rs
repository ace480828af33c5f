//! One command in its transaction.

use crate::domain::access::Role;
use crate::domain::act::{Circumstances, LibraryKind, Relation};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, CommandId, ItemId};
use crate::domain::moment::{Moment, to_millis};
use crate::domain::window::{Concerned, Window};
use crate::store::record::history::LineV1;
use crate::store::record::school::{NewestLineV1, ONLY};
use crate::store::record::{Stored, key, save};
use crate::store::{NameKey, ReadRecords, StoreError, WriteTxn};

use super::clock::IdSource;
use super::people::Fresh;
use super::session::Session;
use super::stage::Stages;

/// What a handler works with: the transaction, who acts, and the one "now" of the command.
pub(super) struct Context<'a> {
    pub txn: &'a mut WriteTxn,
    pub library: LibraryKind,
    pub name_key: &'a NameKey,
    pub session: &'a Session,
    pub now: Moment,
    pub command: CommandId,
    pub ids: &'a dyn IdSource,
    pub stages: &'a Stages,
    /// A random password with its hash, for commands that need one.
    pub fresh: Option<Fresh>,
}

impl Context<'_> {
    pub fn actor(&self) -> AccountId {
        self.session.account
    }

    pub fn now_millis(&self) -> i64 {
        to_millis(self.now)
    }

    /// A number no record of this kind has yet.
    pub fn new_id<T: Stored>(&self) -> Result<u64, StoreError> {
        loop {
            let id = self.ids.next_u64();
            if self.txn.get(T::TABLE, &key::one(id))?.is_none() {
                return Ok(id);
            }
        }
    }

    /// Adds a line to the history, in this same transaction.
    pub fn record(&mut self, stream: Stream, item: Option<ItemId>, event: Event) -> Result<(), StoreError> {
        let line = LineV1::new(self.now, self.command, self.session.account, item, event);
        append_line(self.txn, stream, &line)
    }

    /// The stream of the actor's own account.
    pub fn own_stream(&self) -> Stream {
        stream_of(&self.session.roles, self.session.account)
    }

    pub fn circumstances<'c>(
        &self,
        relation: Relation,
        windows: &'c [Window],
        student: &'c Concerned,
    ) -> Circumstances<'c> {
        Circumstances {
            library: self.library,
            relation,
            windows,
            student,
            now: self.now,
        }
    }
}

/// Each student has a stream, everybody else shares the office's.
pub(super) fn stream_of(roles: &[Role], account: AccountId) -> Stream {
    if roles.contains(&Role::Student) {
        Stream::Student(account)
    } else {
        Stream::Office
    }
}

pub(super) const fn stream_number(stream: Stream) -> u64 {
    match stream {
        Stream::Office => 0,
        Stream::Student(student) => student.0,
    }
}

/// Writes a line behind the last one of its stream, and moves the newest time forward.
pub(super) fn append_line(txn: &mut WriteTxn, stream: Stream, line: &LineV1) -> Result<(), StoreError> {
    let stream = stream_number(stream);
    let last = match txn.last(LineV1::TABLE, &key::one(stream))? {
        Some((at, _)) => key::last_id(&at)?,
        None => 0,
    };
    save(txn, &key::two(stream, last + 1), line)?;
    let newest = crate::store::record::load::<NewestLineV1>(txn, ONLY)?;
    let confirmed = matches!(line.event, crate::store::record::history::EventV1::ClockConfirmed);
    if confirmed || newest.is_none_or(|newest| newest.at < line.at) {
        save(txn, ONLY, &NewestLineV1 { at: line.at })?;
    }
    Ok(())
}
