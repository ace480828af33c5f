//! The library: one file, open in this program.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Instant;

use super::closing::{self, CloseReport, Compaction};
use super::damage::guarded;
use super::error::StoreError;
use super::header::{self, LibraryHeader};
use super::migration::Migrated;
use super::presence::{OtherProgram, Presence};
use super::source::{Handle, Source};
use super::transaction::{ReadTxn, WriteTxn};
use super::waiting::{RETRY_EVERY, WriteWait};

/// An open library; shared by threads as it is. Reads run beside a writer, writes one after another,
/// also with other programs of this computer.
///
/// How to get one: see `opening`.
pub struct Library {
    pub(super) source: Source,
    state: RwLock<State>,
    header: LibraryHeader,
    presence: Option<Presence>,
    migrated: Option<Migrated>,
    /// Guards nothing but the moment between "another thread writes" and falling asleep.
    turn: Mutex<()>,
    turn_over: Condvar,
}

enum State {
    Open(Handle),
    /// An input/output error ended it and reopening did not succeed yet.
    Stopped,
    Closed,
}

impl Library {
    pub(super) fn assemble(
        source: Source,
        handle: Handle,
        presence: Option<Presence>,
        migrated: Option<Migrated>,
    ) -> Result<Self, StoreError> {
        let header = header::read(&handle.begin_read()?)?;
        Ok(Self {
            source,
            state: RwLock::new(State::Open(handle)),
            header,
            presence,
            migrated,
            turn: Mutex::new(()),
            turn_over: Condvar::new(),
        })
    }

    /// What the library said of itself when it was opened.
    pub fn header(&self) -> &LibraryHeader {
        &self.header
    }

    /// The file; `None` for a library in memory.
    pub fn path(&self) -> Option<&Path> {
        self.source.path()
    }

    /// The migration that opening this library needed, with the place of the backup.
    pub fn migrated(&self) -> Option<&Migrated> {
        self.migrated.as_ref()
    }

    /// The other programs of this computer that have this library open, as far as they can be seen.
    pub fn others(&self) -> Vec<OtherProgram> {
        match self.presence.as_ref().map(Presence::others) {
            Some(Ok(others)) => others,
            Some(Err(error)) => {
                log::warn!("cannot see who else has the library open: {error}");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Runs `read` on one state of the library. Never waits for a writer.
    pub fn read<R, E: From<StoreError>>(&self, read: impl FnOnce(&ReadTxn) -> Result<R, E>) -> Result<R, E> {
        let txn = self.open_handle()?.begin()?;
        read(&txn)
    }

    /// Runs `change` in a transaction of its own: durable when it answers `Ok`, without any effect when
    /// it answers `Err`. A change that put and deleted nothing costs no commit. Waits for other writers
    /// with the usual patience; may not be called inside another `write`.
    pub fn write<R, E: From<StoreError>>(
        &self,
        change: impl FnOnce(&mut WriteTxn) -> Result<R, E>,
    ) -> Result<R, E> {
        self.write_waiting(WriteWait::default(), change)
    }

    /// [`Library::write`] with a patience of one's own and a callback for a long wait.
    pub fn write_waiting<R, E: From<StoreError>>(
        &self,
        wait: WriteWait<'_>,
        change: impl FnOnce(&mut WriteTxn) -> Result<R, E>,
    ) -> Result<R, E> {
        let mut txn = self.begin_write(wait)?;
        // Also when `change` panics, the next writer is woken after the transaction is gone.
        let _next = WakeNext(self);
        match change(&mut txn) {
            Ok(answer) if !txn.is_changed() => {
                txn.abort()?;
                Ok(answer)
            }
            Ok(answer) => {
                header::count_commit(&mut txn)?;
                txn.commit()?;
                Ok(answer)
            }
            Err(error) => {
                if let Err(abort) = txn.abort() {
                    log::warn!("a change was not taken back in order; it will be on reopening: {abort}");
                }
                Err(error)
            }
        }
    }

    /// A number that grows with every commit, also of other programs: cheap enough to ask each second.
    pub fn commit_count(&self) -> Result<u64, StoreError> {
        self.read(header::commit_count)
    }

    /// Whether an input/output error stopped the library, so that only [`Library::reopen`] helps. To be
    /// asked after an error, not regularly: it touches the write lock.
    pub fn needs_reopen(&self) -> bool {
        match &*self.state() {
            State::Open(Handle::Writable(database)) => matches!(
                database.try_begin_write(),
                Err(redb::TransactionError::Storage(
                    redb::StorageError::PreviousIo | redb::StorageError::LockPoisoned(_)
                ))
            ),
            State::Open(Handle::ReadOnly(_)) | State::Closed => false,
            State::Stopped => true,
        }
    }

    /// Closes and opens the same library again. A write that failed before this either happened as a
    /// whole or not at all: look before repeating it.
    ///
    /// # Errors
    /// As opening, and [`StoreError::NotALibrary`] if another library has taken its place meanwhile. It
    /// may be tried again.
    pub fn reopen(&self) -> Result<(), StoreError> {
        let mut state = self.state_mut();
        if let State::Closed = *state {
            return Err(StoreError::Closed);
        }
        if let State::Open(handle) = std::mem::replace(&mut *state, State::Stopped)
            && let Err(error) = handle.close()
        {
            log::info!("closing for reopening: {error}");
        }
        let handle = self.source.open()?;
        if header::read(&handle.begin_read()?)?.library_id != self.header.library_id {
            let path = self.path().map_or_else(PathBuf::new, Path::to_path_buf);
            return Err(StoreError::NotALibrary { path });
        }
        *state = State::Open(handle);
        Ok(())
    }

    /// Ends the use of the library, giving spare space back when that is worth the time and nobody else
    /// has it open. Reads that still run in other threads fail with [`StoreError::Closed`]; so does
    /// everything later. Dropping a library closes it too, without giving space back.
    pub fn close(&self) -> Result<CloseReport, StoreError> {
        let handle = match std::mem::replace(&mut *self.state_mut(), State::Closed) {
            State::Open(handle) => handle,
            State::Stopped | State::Closed => return Err(StoreError::Closed),
        };
        let bytes_before = self.file()?.map_or(0, |file| file.len());
        let (handle, compaction) = self.compact_if_worthwhile(handle);
        handle.close()?;
        let bytes_after = self.file()?.map_or(0, |file| file.len());
        Ok(CloseReport {
            bytes_before,
            bytes_after,
            compaction: compaction?,
        })
    }

    fn compact_if_worthwhile(&self, handle: Handle) -> (Handle, Result<Compaction, StoreError>) {
        let Handle::Writable(mut database) = handle else {
            return (handle, Ok(Compaction::NotApplicable));
        };
        let judged = self.judge(&database);
        let compaction = match judged {
            Ok(Compaction::Done) => closing::compact(&mut database),
            other => other,
        };
        (Handle::Writable(database), compaction)
    }

    fn judge(&self, database: &redb::Database) -> Result<Compaction, StoreError> {
        let Some(file) = self.file()? else {
            return Ok(Compaction::NotApplicable);
        };
        let held = header::holdings(&ReadTxn::new(redb::ReadableDatabase::begin_read(database)?))?;
        let judged = closing::judge(file.len(), super::files::bytes_on_disk(&file), held);
        if judged == Compaction::Done && !self.others().is_empty() {
            return Ok(Compaction::NotAlone);
        }
        Ok(judged)
    }

    fn file(&self) -> Result<Option<std::fs::Metadata>, StoreError> {
        let Some(path) = self.path() else { return Ok(None) };
        std::fs::metadata(path)
            .map(Some)
            .map_err(|error| super::files::opening_error(&error, path, false))
    }

    fn begin_write(&self, wait: WriteWait<'_>) -> Result<WriteTxn, StoreError> {
        let started = Instant::now();
        let mut told = false;
        loop {
            let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(txn) = self.open_handle()?.try_begin_write()? {
                return Ok(txn);
            }
            let waited = started.elapsed();
            if waited >= wait.patience.give_up_after {
                drop(turn);
                return Err(StoreError::Busy {
                    waited,
                    others: self.others(),
                });
            }
            if !told && waited >= wait.patience.tell_after {
                drop(turn);
                told = true;
                (wait.on_wait)(&self.others());
                continue;
            }
            // Poisoned or not, time has passed and the lock is tried again.
            drop(self.turn_over.wait_timeout(turn, RETRY_EVERY));
        }
    }

    /// Locked only while a transaction begins, so that closing and reopening never wait for one.
    fn open_handle(&self) -> Result<OpenHandle<'_>, StoreError> {
        let state = self.state();
        match *state {
            State::Open(_) => Ok(OpenHandle(state)),
            State::Stopped => Err(StoreError::NeedsReopen),
            State::Closed => Err(StoreError::Closed),
        }
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }
}

struct OpenHandle<'l>(RwLockReadGuard<'l, State>);

impl OpenHandle<'_> {
    fn begin(&self) -> Result<ReadTxn, StoreError> {
        match &*self.0 {
            State::Open(handle) => handle.begin_read(),
            State::Stopped => Err(StoreError::NeedsReopen),
            State::Closed => Err(StoreError::Closed),
        }
    }

    /// `None` while another writer, of this or another program, is at work.
    fn try_begin_write(&self) -> Result<Option<WriteTxn>, StoreError> {
        let State::Open(Handle::Writable(database)) = &*self.0 else {
            return Err(StoreError::ReadOnly);
        };
        let begun = guarded(|| match database.try_begin_write() {
            Ok(txn) => Ok(Some(txn)),
            Err(redb::TransactionError::WouldBlock) => Ok(None),
            Err(error) => Err(error),
        })?;
        begun.map(WriteTxn::new).transpose()
    }
}

struct WakeNext<'l>(&'l Library);

impl Drop for WakeNext<'_> {
    fn drop(&mut self) {
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.0.turn_over.notify_one();
    }
}
