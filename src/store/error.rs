//! What can go wrong with a library, as data. Sentences for people are made elsewhere; `Display` is
//! plain English for the log and never holds a stored value.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::presence::OtherProgram;

/// Every failure of the store. Plain data, so that it can cross threads and be compared in tests.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Nothing exists at this path.
    #[error("no library at {}", path.display())]
    Missing { path: PathBuf },
    /// The folder that should hold the library does not exist (or is itself a file).
    #[error("the folder {} does not exist", path.display())]
    FolderMissing { path: PathBuf },
    /// A library is to be created where something already exists; nothing was changed.
    #[error("{} already exists", path.display())]
    AlreadyExists { path: PathBuf },
    /// The file, folder or device at this path was not made by this program; nothing was changed.
    #[error("{} is not a library", path.display())]
    NotALibrary { path: PathBuf },
    /// A newer program wrote this library: `found` and `known` are format versions.
    #[error("library format {found} is newer than {known}, the newest this program knows")]
    NewerVersion { found: u32, known: u32 },
    /// An older format, opened in a way that forbids bringing it up to date (read-only).
    #[error("library format {found} has to be brought to {known} first")]
    OlderVersion { found: u32, known: u32 },
    /// The file is one of ours but its contents contradict themselves.
    #[error("the library is damaged: {detail}")]
    Damaged { detail: String },
    /// The last program did not close the file; a read-only opening may not repair it.
    #[error("the library was not closed properly and must be opened for writing once")]
    NeedsRepair,
    /// The operating system refuses writing at this path.
    #[error("{} cannot be written", path.display())]
    NotWritable { path: PathBuf },
    /// The operating system refuses reading at this path.
    #[error("{} cannot be read", path.display())]
    NotReadable { path: PathBuf },
    /// A change was asked of a library that was opened for reading only.
    #[error("the library is open for reading only")]
    ReadOnly,
    /// No space, or no quota, is left on the disk. The change was not made.
    #[error("the disk is full")]
    DiskFull,
    /// Another program has the library open in a way that excludes this one. The list may be empty
    /// when that program left no trace of itself.
    #[error("the library is in use by {} other program(s)", .0.len())]
    InUse(Vec<OtherProgram>),
    /// Another writer did not finish within the patience of this write. The change was not made.
    #[error("gave up after waiting {waited:?} for another writer")]
    Busy {
        waited: Duration,
        others: Vec<OtherProgram>,
    },
    /// The path lies on a network share, where locks and syncs cannot be relied on.
    #[error("{} is on a network share ({file_system})", path.display())]
    NetworkShare { path: PathBuf, file_system: String },
    /// An earlier input/output error stopped the library; see `Library::reopen`.
    #[error("the library stopped after an input/output error and must be reopened")]
    NeedsReopen,
    /// The library was closed by this program.
    #[error("the library is closed")]
    Closed,
    /// No content has this id.
    #[error("content {id} does not exist")]
    MissingContent { id: u64 },
    /// Contents are immutable: this id was written before.
    #[error("content {id} exists already")]
    ContentExists { id: u64 },
    /// A value does not fit its limit, in bytes.
    #[error("a record is larger than {limit} bytes")]
    RecordTooLarge { limit: usize },
    /// Stored bytes that the codec cannot read as what they should be.
    #[error("a stored record cannot be read: {detail}")]
    UnreadableRecord { detail: String },
    /// A stored value carries another version byte than the reader asked for.
    #[error("a stored record has version {found}, expected {expected}")]
    RecordVersion { found: u8, expected: u8 },
    /// No migration step starts at this format version.
    #[error("no migration starts at library format {from}")]
    MigrationMissing { from: u32 },
    /// Any other failure of the operating system.
    #[error("input/output error: {detail}")]
    Io { kind: io::ErrorKind, detail: String },
}

impl StoreError {
    /// An operating system error without a path to blame.
    pub(super) fn from_io(error: &io::Error) -> Self {
        if is_disk_full(error) {
            return Self::DiskFull;
        }
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Damaged {
                detail: "the file ends too early".to_owned(),
            };
        }
        Self::Io {
            kind: error.kind(),
            detail: error.to_string(),
        }
    }
}

fn is_disk_full(error: &io::Error) -> bool {
    const ENOSPC: i32 = 28;
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    ) || (cfg!(unix) && error.raw_os_error() == Some(ENOSPC))
}

impl From<redb::StorageError> for StoreError {
    fn from(error: redb::StorageError) -> Self {
        match error {
            redb::StorageError::Corrupted(detail) => Self::Damaged { detail },
            redb::StorageError::Io(error) => Self::from_io(&error),
            redb::StorageError::PreviousIo | redb::StorageError::LockPoisoned(_) => Self::NeedsReopen,
            redb::StorageError::DatabaseClosed => Self::Closed,
            redb::StorageError::ValueTooLarge(_) => Self::RecordTooLarge {
                limit: u32::MAX as usize,
            },
            other => other_failure(&other),
        }
    }
}

impl From<redb::TableError> for StoreError {
    fn from(error: redb::TableError) -> Self {
        match error {
            redb::TableError::Storage(error) => error.into(),
            redb::TableError::TableAlreadyOpen(..) => other_failure(&error),
            // Every table of this program has one shape, so any other shape is damage.
            shape => Self::Damaged {
                detail: shape.to_string(),
            },
        }
    }
}

impl From<redb::TransactionError> for StoreError {
    fn from(error: redb::TransactionError) -> Self {
        match error {
            redb::TransactionError::Storage(error) => error.into(),
            other => other_failure(&other),
        }
    }
}

impl From<redb::CommitError> for StoreError {
    fn from(error: redb::CommitError) -> Self {
        match error {
            redb::CommitError::Storage(error) => error.into(),
            other => other_failure(&other),
        }
    }
}

impl From<redb::DatabaseError> for StoreError {
    fn from(error: redb::DatabaseError) -> Self {
        match error {
            redb::DatabaseError::Storage(redb::StorageError::Io(error))
                if error.kind() == io::ErrorKind::InvalidData =>
            {
                Self::Damaged {
                    detail: error.to_string(),
                }
            }
            redb::DatabaseError::Storage(error) => error.into(),
            redb::DatabaseError::DatabaseAlreadyOpen | redb::DatabaseError::LockProtocolMismatch => {
                Self::InUse(Vec::new())
            }
            redb::DatabaseError::RepairAborted => Self::NeedsRepair,
            redb::DatabaseError::UpgradeRequired(version) => Self::Damaged {
                detail: format!("unknown file layout {version}"),
            },
            other => other_failure(&other),
        }
    }
}

fn other_failure(error: &dyn std::error::Error) -> StoreError {
    StoreError::Io {
        kind: io::ErrorKind::Other,
        detail: error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_whatever_shape_the_system_gives_it() {
        let mut errors = vec![
            io::Error::from(io::ErrorKind::StorageFull),
            io::Error::from(io::ErrorKind::QuotaExceeded),
        ];
        if cfg!(unix) {
            errors.push(io::Error::from_raw_os_error(28));
        }
        for error in errors {
            let through_redb = redb::CommitError::Storage(redb::StorageError::Io(error));
            assert_eq!(StoreError::from(through_redb), StoreError::DiskFull);
        }
        assert!(matches!(
            StoreError::from_io(&io::Error::from(io::ErrorKind::TimedOut)),
            StoreError::Io {
                kind: io::ErrorKind::TimedOut,
                ..
            }
        ));
    }

    #[test]
    fn the_engines_own_words_become_ours() {
        let stopped = redb::DatabaseError::Storage(redb::StorageError::PreviousIo);
        assert_eq!(StoreError::from(stopped), StoreError::NeedsReopen);
        assert_eq!(
            StoreError::from(redb::DatabaseError::DatabaseAlreadyOpen),
            StoreError::InUse(vec![])
        );
        assert_eq!(
            StoreError::from(redb::DatabaseError::RepairAborted),
            StoreError::NeedsRepair
        );
    }
}
