//! The store's errors as the faces know them.

use std::path::{Path, PathBuf};

use crate::domain::trouble::{LibraryTrouble, Program};
use crate::store::{Face, OtherProgram, StoreError};

/// What `error` means for the library at `path`; a path that the error itself names goes before.
pub fn trouble(error: &StoreError, path: &Path) -> LibraryTrouble {
    let here = || path.to_path_buf();
    match error {
        StoreError::Missing { path } => LibraryTrouble::Missing { path: path.clone() },
        StoreError::FolderMissing { path } => LibraryTrouble::FolderMissing { path: path.clone() },
        StoreError::AlreadyExists { path } => LibraryTrouble::AlreadyExists { path: path.clone() },
        StoreError::NotALibrary { path: named } => LibraryTrouble::NotALibrary {
            path: named_or(named, path),
        },
        StoreError::NewerVersion { found, known } => LibraryTrouble::NewerVersion {
            found: *found,
            known: *known,
        },
        StoreError::OlderVersion { .. } | StoreError::NeedsRepair => {
            LibraryTrouble::NeedsWriting { path: here() }
        }
        StoreError::Damaged { detail } | StoreError::UnreadableRecord { detail } => damaged(path, detail),
        StoreError::MissingContent { .. } | StoreError::RecordVersion { .. } => {
            damaged(path, &error.to_string())
        }
        StoreError::NotWritable { path } => LibraryTrouble::NotWritable { path: path.clone() },
        StoreError::NotReadable { path } => LibraryTrouble::Unreadable { path: path.clone() },
        StoreError::ReadOnly => LibraryTrouble::ReadOnly { path: here() },
        StoreError::DiskFull => LibraryTrouble::DiskFull { path: here() },
        StoreError::InUse(others) => LibraryTrouble::InUse {
            others: programs(others),
        },
        StoreError::Busy { waited, others } => LibraryTrouble::BusyWriting {
            waited_seconds: waited.as_secs(),
            others: programs(others),
        },
        StoreError::NetworkShare { path, file_system } => LibraryTrouble::NetworkShare {
            path: path.clone(),
            file_system: file_system.clone(),
        },
        StoreError::NeedsReopen | StoreError::Closed => LibraryTrouble::NeedsReopen,
        StoreError::Io { detail, .. } => LibraryTrouble::Other {
            detail: detail.clone(),
        },
        StoreError::ContentExists { .. }
        | StoreError::RecordTooLarge { .. }
        | StoreError::MigrationMissing { .. } => LibraryTrouble::Other {
            detail: error.to_string(),
        },
    }
}

/// The detail is for the log: it helps nobody at the screen.
fn damaged(path: &Path, detail: &str) -> LibraryTrouble {
    log::error!("the library is damaged: {detail}");
    LibraryTrouble::Damaged {
        path: path.to_path_buf(),
    }
}

/// Reopening a library in memory finds no path to name.
fn named_or(named: &Path, path: &Path) -> PathBuf {
    if named.as_os_str().is_empty() { path } else { named }.to_path_buf()
}

fn programs(others: &[OtherProgram]) -> Vec<Program> {
    others
        .iter()
        .map(|other| Program {
            pid: other.pid,
            is_window: other.face == Face::Window,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn errors_without_a_path_speak_of_the_library() {
        let library = Path::new("/portfolio/licheng.redb");
        let here = library.to_path_buf();
        let named = PathBuf::from("/portfolio");
        let other = OtherProgram {
            pid: 7,
            face: Face::CommandLine,
            since_unix: 0,
        };
        let program = Program {
            pid: 7,
            is_window: false,
        };
        let cases = [
            (
                StoreError::DiskFull,
                LibraryTrouble::DiskFull { path: here.clone() },
            ),
            (
                StoreError::ReadOnly,
                LibraryTrouble::ReadOnly { path: here.clone() },
            ),
            (
                StoreError::NeedsRepair,
                LibraryTrouble::NeedsWriting { path: here.clone() },
            ),
            (
                StoreError::MissingContent { id: 3 },
                LibraryTrouble::Damaged { path: here.clone() },
            ),
            (
                StoreError::NotALibrary { path: PathBuf::new() },
                LibraryTrouble::NotALibrary { path: here },
            ),
            (
                StoreError::FolderMissing { path: named.clone() },
                LibraryTrouble::FolderMissing { path: named },
            ),
            (StoreError::Closed, LibraryTrouble::NeedsReopen),
            (
                StoreError::Busy {
                    waited: Duration::from_millis(30_400),
                    others: vec![other],
                },
                LibraryTrouble::BusyWriting {
                    waited_seconds: 30,
                    others: vec![program],
                },
            ),
        ];
        for (error, expected) in cases {
            assert_eq!(trouble(&error, library), expected, "{error:?}");
        }
    }
}
