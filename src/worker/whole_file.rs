//! Writing a file that is either whole or not there: first under another name beside it, then renamed.

use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::path::Path;

use super::message::Trouble;

/// Who may read a written file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Readers {
    /// Whoever the system lets read new files.
    AsUsual,
    OwnerOnly,
}

/// Writes `bytes` to `path`, replacing a file that is there only once the new one is safe on the disk.
///
/// # Errors
/// [`Trouble::CannotWrite`]; then whatever was at `path` is as before.
pub(super) fn write(path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Trouble> {
    try_write(path, bytes, readers).map_err(|error| {
        log::warn!("a file was not written: {error}");
        cannot_write(path, &error)
    })
}

pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Trouble {
    Trouble::CannotWrite {
        path: path.to_path_buf(),
        disk_full: matches!(
            error.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
        ),
    }
}

fn try_write(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    write_with(path, readers, |file| file.write_all(bytes))
}

/// As [`write`], for what is written piece by piece. When `write` fails, nothing is left.
pub(super) fn write_with<T, E: From<io::Error>>(
    path: &Path,
    readers: Readers,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".licheng-").suffix(".part");
    if let Some(permissions) = permissions(readers) {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder)?;
    let answer = write(file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(answer)
}

/// What the system's mask leaves of it; `None`: what temporary files get, the owner alone.
fn permissions(readers: Readers) -> Option<Permissions> {
    #[cfg(unix)]
    if readers == Readers::AsUsual {
        return Some(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    }
    let _ = readers;
    None
}

/// Makes the new name durable where folders can be synced; elsewhere the system sees to it.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = File::open(folder).and_then(|folder| folder.sync_all())
    {
        log::debug!("a folder cannot be synced: {error}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_target_is_replaced_and_nothing_else_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("報告.pdf");
        fs::write(&path, b"before").unwrap();
        write(&path, b"after", Readers::AsUsual).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"after");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failure_leaves_things_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let taken = folder.path().join("taken");
        fs::create_dir(&taken).unwrap();
        fs::write(taken.join("inside"), b"kept").unwrap();
        let missing = folder.path().join("missing").join("a.pdf");
        for path in [taken.clone(), missing] {
            let refused = write(&path, b"new", Readers::AsUsual);
            let expected = Trouble::CannotWrite {
                path,
                disk_full: false,
            };
            assert_eq!(refused, Err(expected));
        }
        assert_eq!(fs::read(taken.join("inside")).unwrap(), b"kept");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_full_disk_is_named() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let path = Path::new("a.pdf");
        let expected = Trouble::CannotWrite {
            path: path.to_path_buf(),
            disk_full: true,
        };
        assert_eq!(cannot_write(path, &full), expected);
    }

    #[cfg(unix)]
    #[test]
    fn secrets_are_the_owners() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |readers, name: &str| {
            let path = folder.path().join(name);
            write(&path, b"x", readers).unwrap();
            fs::metadata(&path).unwrap().permissions().mode() & 0o777
        };
        // What the mask of this system leaves, as for any new file.
        let usual = folder.path().join("usual");
        fs::write(&usual, b"x").unwrap();
        let usual = fs::metadata(&usual).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(Readers::AsUsual, "a.pdf"), usual);
        assert_eq!(mode(Readers::OwnerOnly, "code.txt"), 0o600);
    }
}
