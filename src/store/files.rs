//! Looks at a file before the storage engine touches it: the engine would turn an empty file into a
//! new database, and whatever is not ours must stay as it is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::StoreError;

/// The first bytes of every file of the storage engine.
const ENGINE_MAGIC: [u8; 9] = [b'r', b'e', b'd', b'b', 0x1A, 0x0A, 0xA9, 0x0D, 0x0A];

/// Refuses what cannot be one of our files, or cannot be used as asked, without changing anything.
pub(super) fn examine(path: &Path, for_writing: bool) -> Result<(), StoreError> {
    let kind = fs::metadata(path).map_err(|error| opening_error(&error, path, false))?;
    if !kind.is_file() {
        return Err(StoreError::NotALibrary {
            path: path.to_path_buf(),
        });
    }
    let mut file = fs::OpenOptions::new()
        .read(true)
        .write(for_writing)
        .open(path)
        .map_err(|error| opening_error(&error, path, for_writing))?;
    let mut start = [0; ENGINE_MAGIC.len()];
    match file.read_exact(&mut start) {
        Ok(()) if start == ENGINE_MAGIC => Ok(()),
        Ok(()) => Err(StoreError::NotALibrary {
            path: path.to_path_buf(),
        }),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(StoreError::NotALibrary {
            path: path.to_path_buf(),
        }),
        Err(error) => Err(opening_error(&error, path, for_writing)),
    }
}

/// What the system's answer to opening `path` means to a person.
pub(super) fn opening_error(error: &io::Error, path: &Path, for_writing: bool) -> StoreError {
    let path = path.to_path_buf();
    match error.kind() {
        io::ErrorKind::NotFound => match folder_of(&path) {
            folder if folder.is_dir() => StoreError::Missing { path },
            folder => StoreError::FolderMissing { path: folder },
        },
        io::ErrorKind::NotADirectory => StoreError::FolderMissing {
            path: folder_of(&path),
        },
        io::ErrorKind::IsADirectory => StoreError::NotALibrary { path },
        io::ErrorKind::AlreadyExists => StoreError::AlreadyExists { path },
        io::ErrorKind::PermissionDenied if for_writing => StoreError::NotWritable { path },
        io::ErrorKind::PermissionDenied => StoreError::NotReadable { path },
        io::ErrorKind::ReadOnlyFilesystem => StoreError::NotWritable { path },
        _ if is_locked_by_another(error) => StoreError::InUse(Vec::new()),
        _ => StoreError::from_io(error),
    }
}

/// On Windows a locked file cannot even be read.
fn is_locked_by_another(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

/// The folder of a file; of a bare name, the current one.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// `path` with `ending` added to its whole name.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Gives a finished file its name without ever replacing what may already have that name.
pub(super) fn publish(part: &Path, path: &Path) -> Result<(), StoreError> {
    match fs::hard_link(part, path) {
        Ok(()) => fs::remove_file(part).map_err(|error| opening_error(&error, part, true))?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(StoreError::AlreadyExists {
                path: path.to_path_buf(),
            });
        }
        // Sticks formatted as FAT or exFAT know no second name for a file.
        Err(_) if path.exists() => {
            return Err(StoreError::AlreadyExists {
                path: path.to_path_buf(),
            });
        }
        Err(_) => fs::rename(part, path).map_err(|error| opening_error(&error, path, true))?,
    }
    sync_folder(&folder_of(path))
}

/// Makes a new name durable. Windows has no such call and needs none.
fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    if cfg!(windows) {
        return Ok(());
    }
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|error| opening_error(&error, folder, true))
}

/// Bytes that the file really takes on the disk: less than its length where it has holes.
pub(super) fn bytes_on_disk(file: &fs::Metadata) -> u64 {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        file.blocks() * 512
    }
    #[cfg(not(unix))]
    {
        file.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_our_engines_files_is_let_through() {
        let folder = tempfile::tempdir().unwrap();
        for bytes in [&b""[..], b"red", b"redb", b"%PDF-1.7 and more", &[0; 4096]] {
            let path = folder.path().join("file");
            fs::write(&path, bytes).unwrap();
            assert_eq!(
                examine(&path, true),
                Err(StoreError::NotALibrary { path: path.clone() })
            );
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        let path = folder.path().to_path_buf();
        assert_eq!(examine(&path, true), Err(StoreError::NotALibrary { path }));
    }

    #[test]
    fn absence_is_said_precisely() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("absent.redb");
        assert_eq!(examine(&path, true), Err(StoreError::Missing { path }));
        let below = folder.path().join("no-folder").join("absent.redb");
        let expected = StoreError::FolderMissing {
            path: folder.path().join("no-folder"),
        };
        assert_eq!(examine(&below, true), Err(expected));
        let file = folder.path().join("file");
        fs::write(&file, b"x").unwrap();
        let below_a_file = file.join("absent.redb");
        assert_eq!(
            examine(&below_a_file, true),
            Err(StoreError::FolderMissing { path: file })
        );
    }

    #[test]
    fn refusals_of_the_system_are_told_apart() {
        let path = Path::new("/x/y.redb");
        let mean = |kind: io::ErrorKind, for_writing| opening_error(&kind.into(), path, for_writing);
        let owned = path.to_path_buf();
        assert_eq!(
            mean(io::ErrorKind::PermissionDenied, true),
            StoreError::NotWritable { path: owned.clone() }
        );
        assert_eq!(
            mean(io::ErrorKind::PermissionDenied, false),
            StoreError::NotReadable { path: owned.clone() }
        );
        assert_eq!(
            mean(io::ErrorKind::ReadOnlyFilesystem, true),
            StoreError::NotWritable { path: owned }
        );
        assert_eq!(mean(io::ErrorKind::StorageFull, true), StoreError::DiskFull);
    }

    #[test]
    fn publishing_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (part, path) = (folder.path().join("part"), folder.path().join("final"));
        fs::write(&part, b"new").unwrap();
        fs::write(&path, b"old").unwrap();
        assert_eq!(
            publish(&part, &path),
            Err(StoreError::AlreadyExists { path: path.clone() })
        );
        assert_eq!(fs::read(&path).unwrap(), b"old");
        fs::remove_file(&path).unwrap();
        publish(&part, &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(!part.exists());
    }
}
