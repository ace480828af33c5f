//! Creating and opening libraries.

use std::path::{Path, PathBuf};

use redb::{Database, StorageBackend};

use super::error::StoreError;
use super::files;
use super::header::{self, LibraryHeader};
use super::library::Library;
use super::memory::SharedMemory;
use super::migration::{self, Formats};
use super::network;
use super::presence::{Face, Presence};
use super::source::{self, Handle, OpenMode, Source};
use super::transaction::WriteTxn;

/// Who opens a library, and what for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub mode: OpenMode,
    pub face: Face,
    /// Now; seconds since 1970-01-01 UTC. Shown to the people whom this program keeps waiting.
    pub since_unix: i64,
    /// Where programs leave their marks for each other.
    pub temporary_folder: PathBuf,
}

impl Opening {
    /// With the system's temporary folder.
    pub fn new(mode: OpenMode, face: Face, since_unix: i64) -> Self {
        Self {
            mode,
            face,
            since_unix,
            temporary_folder: std::env::temp_dir(),
        }
    }
}

impl Library {
    /// Makes a new library at `path` and opens it. The file gets its name only when it is complete.
    ///
    /// # Errors
    /// [`StoreError::AlreadyExists`], [`StoreError::FolderMissing`], [`StoreError::NotWritable`],
    /// [`StoreError::NetworkShare`], [`StoreError::DiskFull`]; in each case nothing is left behind.
    pub fn create(path: &Path, library: &LibraryHeader, opening: &Opening) -> Result<Self, StoreError> {
        if path.symlink_metadata().is_ok() {
            return Err(StoreError::AlreadyExists {
                path: path.to_path_buf(),
            });
        }
        refuse_network_share(path)?;
        let part = files::with_ending(path, &format!(".part-{}", std::process::id()));
        let created = source::create_file(&part)
            .and_then(|database| initialise(database, library))
            .and_then(|database| Ok(database.close()?))
            .and_then(|()| files::publish(&part, path));
        if let Err(error) = created {
            remove_part(&part);
            return Err(error);
        }
        Self::open(
            path,
            &Opening {
                mode: OpenMode::ReadWrite,
                ..opening.clone()
            },
        )
    }

    /// Opens the library at `path`, bringing an older format up to date first (a backup stays beside it).
    ///
    /// # Errors
    /// What each refusal means is said at [`StoreError`]. No refusal changes the file.
    pub fn open(path: &Path, opening: &Opening) -> Result<Self, StoreError> {
        open_file(path, opening, Formats::OF_THIS_PROGRAM)
    }

    /// A new library in memory.
    pub fn in_memory(library: &LibraryHeader) -> Result<Self, StoreError> {
        Self::create_with_backend(SharedMemory::default(), library)
    }

    /// A new library in storage of one's own, for tests. Clones of the backend share their bytes.
    pub fn create_with_backend(
        backend: impl StorageBackend + Clone,
        library: &LibraryHeader,
    ) -> Result<Self, StoreError> {
        let database = initialise(source::create_in(&backend)?, library)?;
        Self::assemble(
            Source::of_backend(backend),
            Handle::Writable(database),
            None,
            None,
        )
    }

    /// The library that is in this storage.
    pub fn open_with_backend(backend: impl StorageBackend + Clone) -> Result<Self, StoreError> {
        let source = Source::of_backend(backend);
        let handle = source.open()?;
        check_format(&handle, Path::new(""), Formats::OF_THIS_PROGRAM.newest)?;
        Self::assemble(source, handle, None, None)
    }
}

fn initialise(database: Database, library: &LibraryHeader) -> Result<Database, StoreError> {
    let mut txn = WriteTxn::new(database.begin_write()?)?;
    header::write(&mut txn, library, header::FORMAT_VERSION)?;
    header::count_commit(&mut txn)?;
    txn.commit()?;
    Ok(database)
}

fn remove_part(part: &Path) {
    match std::fs::remove_file(part) {
        Err(error) if part.exists() => log::warn!("an unfinished library stays: {error}"),
        _ => {}
    }
}

pub(super) fn open_file(path: &Path, opening: &Opening, formats: Formats) -> Result<Library, StoreError> {
    files::examine(path, opening.mode == OpenMode::ReadWrite)?;
    if opening.mode == OpenMode::ReadWrite {
        refuse_network_share(path)?;
    }
    let presence = announce(path, opening);
    let (source, handle, migrated) =
        open_engine(path, opening.mode, formats).map_err(|error| name_others(error, presence.as_ref()))?;
    Library::assemble(source, handle, presence, migrated)
}

fn name_others(error: StoreError, presence: Option<&Presence>) -> StoreError {
    let StoreError::InUse(_) = error else { return error };
    let others = presence.map(Presence::others).and_then(|others| match others {
        Ok(others) => Some(others),
        Err(error) => {
            log::warn!("cannot see who has the library open: {error}");
            None
        }
    });
    StoreError::InUse(others.unwrap_or_default())
}

type Opened = (Source, Handle, Option<migration::Migrated>);

fn open_engine(path: &Path, mode: OpenMode, formats: Formats) -> Result<Opened, StoreError> {
    // Opening for writing changes bytes of the file, so first look whether it is ours at all.
    match source::peek_format(path) {
        Ok(Some(version)) if version > formats.newest => {
            return Err(StoreError::NewerVersion {
                found: version,
                known: formats.newest,
            });
        }
        Ok(Some(_)) => {}
        Ok(None) => {
            return Err(StoreError::NotALibrary {
                path: path.to_path_buf(),
            });
        }
        Err(StoreError::NeedsRepair) if mode == OpenMode::ReadWrite => {}
        Err(error) => return Err(error),
    }
    let source = Source::File {
        path: path.to_path_buf(),
        mode,
    };
    let handle = source.open()?;
    let version = check_format(&handle, path, formats.newest)?;
    if version == formats.newest {
        return Ok((source, handle, None));
    }
    handle.close()?;
    if mode == OpenMode::ReadOnly {
        return Err(StoreError::OlderVersion {
            found: version,
            known: formats.newest,
        });
    }
    let migrated = migration::migrate(path, formats)?;
    let handle = source.open()?;
    Ok((source, handle, Some(migrated)))
}

fn check_format(handle: &Handle, path: &Path, newest: u32) -> Result<u32, StoreError> {
    match header::format_version(&handle.begin_read()?)? {
        Some(found) if found > newest => Err(StoreError::NewerVersion { found, known: newest }),
        Some(version) => Ok(version),
        None => Err(StoreError::NotALibrary {
            path: path.to_path_buf(),
        }),
    }
}

fn refuse_network_share(path: &Path) -> Result<(), StoreError> {
    match network::network_file_system_of(path) {
        Some(file_system) => Err(StoreError::NetworkShare {
            path: path.to_path_buf(),
            file_system,
        }),
        None => Ok(()),
    }
}

fn announce(path: &Path, opening: &Opening) -> Option<Presence> {
    let pid = std::process::id();
    match Presence::announce(
        &opening.temporary_folder,
        path,
        pid,
        opening.face,
        opening.since_unix,
    ) {
        Ok(presence) => Some(presence),
        Err(error) => {
            log::warn!("other programs will not see that this one has the library open: {error}");
            None
        }
    }
}
