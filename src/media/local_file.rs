//! Reading a file that a person picked, whatever lies behind the name.

use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::path::Path;

use crate::domain::file::{FileProblem, Slot};

/// So much is read between two looks at whether to go on.
const PIECE_BYTES: usize = 256 * 1024;

/// Why there are no bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadFailure {
    /// `progress` said so.
    Stopped,
    Problem(FileProblem),
}

impl From<FileProblem> for ReadFailure {
    fn from(problem: FileProblem) -> Self {
        Self::Problem(problem)
    }
}

/// Reads a whole file of at most `largest_bytes`, telling `progress` after each piece how many bytes of
/// how many are read; `Break` ends it. What is too large is not read at all, and only plain files (or
/// links to them) are opened: opening a pipe could wait for ever.
///
/// # Errors
/// [`FileProblem::IsFolder`], [`FileProblem::NotAFile`], [`FileProblem::TooBig`];
/// [`FileProblem::Vanished`] when it is not there or changes its length while being read;
/// [`FileProblem::Unreadable`] for all else the system says. [`ReadFailure::Stopped`].
pub fn read_local_file(
    path: &Path,
    largest_bytes: u64,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, ReadFailure> {
    require_plain(&fs::metadata(path).map_err(|error| problem(&error))?)?;
    let mut file = File::open(path).map_err(|error| problem(&error))?;
    // Another file may have taken the name since.
    let facts = file.metadata().map_err(|error| problem(&error))?;
    require_plain(&facts)?;
    let total = facts.len();
    if total > largest_bytes {
        return Err(FileProblem::TooBig {
            bytes: total,
            limit: largest_bytes,
            slot: Slot::Media,
        }
        .into());
    }
    let bytes = read_all(&mut file, total, progress)?;
    let end = file.metadata().map_err(|error| problem(&error))?.len();
    if bytes.len() as u64 != total || end != total {
        return Err(FileProblem::Vanished.into());
    }
    Ok(bytes)
}

fn read_all(
    file: &mut File,
    total: u64,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<u8>, ReadFailure> {
    let mut bytes = Vec::with_capacity(usize::try_from(total).unwrap_or(0));
    loop {
        let read = file
            .by_ref()
            .take(PIECE_BYTES as u64)
            .read_to_end(&mut bytes)
            .map_err(|error| problem(&error))?;
        // A file that grows without end is not followed.
        if read == 0 || bytes.len() as u64 > total {
            return Ok(bytes);
        }
        if progress(bytes.len() as u64, total).is_break() {
            return Err(ReadFailure::Stopped);
        }
    }
}

fn require_plain(facts: &fs::Metadata) -> Result<(), FileProblem> {
    if facts.is_dir() {
        Err(FileProblem::IsFolder)
    } else if facts.is_file() {
        Ok(())
    } else {
        Err(FileProblem::NotAFile)
    }
}

fn problem(error: &io::Error) -> FileProblem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileProblem::Vanished,
        io::ErrorKind::IsADirectory => FileProblem::IsFolder,
        _ => FileProblem::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const LARGEST: u64 = 2 * 1024 * 1024;

    fn read(path: &Path) -> Result<Vec<u8>, ReadFailure> {
        read_local_file(path, LARGEST, &mut |_, _| ControlFlow::Continue(()))
    }

    #[test]
    fn a_file_comes_whole_and_in_pieces() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("報告.pdf");
        let bytes: Vec<u8> = (0..700_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        fs::write(&path, &bytes).unwrap();
        let mut told = Vec::new();
        let read = read_local_file(&path, LARGEST, &mut |done, total| {
            told.push((done, total));
            ControlFlow::Continue(())
        });
        assert_eq!(read, Ok(bytes));
        assert_eq!(told, [(262_144, 700_000), (524_288, 700_000), (700_000, 700_000)]);
        fs::write(&path, []).unwrap();
        assert_eq!(super::tests::read(&path), Ok(Vec::new()));
    }

    #[test]
    fn reading_stops_when_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp4");
        fs::write(&path, vec![0; 600_000]).unwrap();
        let mut pieces = 0;
        let stopped = read_local_file(&path, LARGEST, &mut |_, _| {
            pieces += 1;
            ControlFlow::Break(())
        });
        assert_eq!((stopped, pieces), (Err(ReadFailure::Stopped), 1));
    }

    #[test]
    fn what_is_too_large_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp4");
        // A hole of a terabyte: reading it would be noticed.
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        let too_big = FileProblem::TooBig {
            bytes: 1 << 40,
            limit: LARGEST,
            slot: Slot::Media,
        };
        assert_eq!(read(&path), Err(too_big.into()));
    }

    #[test]
    fn what_is_no_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()), Err(FileProblem::IsFolder.into()));
        let missing = folder.path().join("missing.pdf");
        assert_eq!(read(&missing), Err(FileProblem::Vanished.into()));
        if cfg!(unix) {
            assert_eq!(read(Path::new("/dev/zero")), Err(FileProblem::NotAFile.into()));
        }
    }

    #[cfg(unix)]
    #[test]
    fn sockets_and_links_to_folders_are_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("socket");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(read(&socket), Err(FileProblem::NotAFile.into()));
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path(), &link).unwrap();
        assert_eq!(read(&link), Err(FileProblem::IsFolder.into()));
    }

    #[test]
    fn a_file_that_changes_its_length_meanwhile_is_not_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.mp3");
        for change in [900_000, 300_000] {
            fs::write(&path, vec![7; 600_000]).unwrap();
            let changed = read_local_file(&path, LARGEST, &mut |done, _| {
                if done == 262_144 {
                    let file = File::options().write(true).open(&path).unwrap();
                    file.set_len(change).unwrap();
                    (&file).flush().unwrap();
                }
                ControlFlow::Continue(())
            });
            assert_eq!(changed, Err(FileProblem::Vanished.into()), "{change}");
        }
    }
}
