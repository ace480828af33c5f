//! Where a library's bytes are, and how the storage engine is set up for them.

use std::path::{Path, PathBuf};

use redb::{Builder, ConcurrencyMode, Database, ReadOnlyDatabase, ReadableDatabase, StorageBackend};

use super::damage::guarded;
use super::error::StoreError;
use super::header;
use super::transaction::ReadTxn;

/// The engine's default is 1 GiB; records are small and contents are read once.
const CACHE_BYTES: usize = 32 * 1024 * 1024;

/// What may be done with a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    ReadWrite,
    ReadOnly,
}

type OpenBackend = dyn Fn() -> Result<Database, redb::DatabaseError> + Send + Sync;

pub(super) enum Source {
    File { path: PathBuf, mode: OpenMode },
    Backend(Box<OpenBackend>),
}

/// The storage engine, open.
pub(super) enum Handle {
    Writable(Database),
    ReadOnly(ReadOnlyDatabase),
}

impl Handle {
    pub(super) fn begin_read(&self) -> Result<ReadTxn, StoreError> {
        let txn = guarded(|| match self {
            Self::Writable(database) => database.begin_read(),
            Self::ReadOnly(database) => database.begin_read(),
        })?;
        Ok(ReadTxn::new(txn))
    }

    pub(super) fn close(self) -> Result<(), StoreError> {
        guarded(|| match self {
            Self::Writable(database) => database.close(),
            Self::ReadOnly(database) => database.close(),
        })
    }
}

impl Source {
    pub(super) fn of_backend(backend: impl StorageBackend + Clone) -> Self {
        Self::Backend(Box::new(move || {
            // The engine would make a new database of empty storage.
            if backend.len()? == 0 {
                let empty = std::io::Error::from(std::io::ErrorKind::InvalidData);
                return Err(redb::DatabaseError::Storage(redb::StorageError::Io(empty)));
            }
            builder(ConcurrencyMode::ExclusiveWriter).create_with_backend(backend.clone())
        }))
    }

    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Backend(_) => None,
        }
    }

    pub(super) fn open(&self) -> Result<Handle, StoreError> {
        match self {
            Self::File {
                path,
                mode: OpenMode::ReadOnly,
            } => open_read_only(path).map(Handle::ReadOnly),
            Self::File {
                path,
                mode: OpenMode::ReadWrite,
            } => guarded(|| builder(ConcurrencyMode::MultiWriter).open(path)).map(Handle::Writable),
            Self::Backend(open) => guarded(open).map(Handle::Writable),
        }
    }
}

fn open_read_only(path: &Path) -> Result<ReadOnlyDatabase, StoreError> {
    guarded(
        || match builder(ConcurrencyMode::MultiWriter).open_read_only(path) {
            // Some shares have no locks for parts of a file.
            Err(redb::DatabaseError::Storage(redb::StorageError::Unsupported)) => {
                builder(ConcurrencyMode::ExclusiveWriter).open_read_only(path)
            }
            result => result,
        },
    )
}

/// Excludes every other program while it is open.
pub(super) fn open_alone(path: &Path) -> Result<Database, StoreError> {
    guarded(|| builder(ConcurrencyMode::ExclusiveWriter).open(path))
}

/// A new database in a file that must not exist yet.
pub(super) fn create_file(path: &Path) -> Result<Database, StoreError> {
    let file = std::fs::OpenOptions::new()
        .read(true)
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| super::files::opening_error(&error, path, true))?;
    guarded(|| {
        let backend = redb::backends::FileBackend::new(file)?;
        builder(ConcurrencyMode::ExclusiveWriter).create_with_backend(backend)
    })
}

/// A new database in storage of one's own, which must be empty.
pub(super) fn create_in(backend: &(impl StorageBackend + Clone)) -> Result<Database, StoreError> {
    if backend.len().map_err(|error| StoreError::from_io(&error))? != 0 {
        return Err(StoreError::AlreadyExists { path: PathBuf::new() });
    }
    guarded(|| builder(ConcurrencyMode::ExclusiveWriter).create_with_backend(backend.clone()))
}

/// The format of the library at `path`, found without writing to it; `None` when the file is not
/// ours. [`StoreError::NeedsRepair`] after a crash: then it cannot be known without a repair.
pub(super) fn peek_format(path: &Path) -> Result<Option<u32>, StoreError> {
    let database = open_read_only(path)?;
    let version = header::format_version(&ReadTxn::new(guarded(|| database.begin_read())?));
    guarded(|| database.close())?;
    version
}

fn builder(mode: ConcurrencyMode) -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE_BYTES).set_concurrency_mode(mode);
    builder
}
