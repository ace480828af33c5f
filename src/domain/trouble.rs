//! What can go wrong with a library file, as data: the store's errors come down to these, and `text`
//! words each with what to do next.

use std::path::PathBuf;

/// A running program of ours that has the library open too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Program {
    pub pid: u32,
    /// A window, or else the command line.
    pub is_window: bool,
}

/// Why a library could not be opened, made, read or written. Whatever was there is untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryTrouble {
    /// Nothing exists at this path.
    Missing { path: PathBuf },
    /// The folder that should hold the library does not exist.
    FolderMissing { path: PathBuf },
    /// A library is to be made where something already is.
    AlreadyExists { path: PathBuf },
    /// The file was not made by this program.
    NotALibrary { path: PathBuf },
    /// A newer program wrote it; both are format versions.
    NewerVersion { found: u32, known: u32 },
    /// Its contents contradict themselves.
    Damaged { path: PathBuf },
    /// An older format, or not closed properly: must be opened for writing once.
    NeedsWriting { path: PathBuf },
    /// The system refuses writing.
    NotWritable { path: PathBuf },
    /// The system refuses reading.
    Unreadable { path: PathBuf },
    /// A change was asked of a library that was opened for reading only.
    ReadOnly { path: PathBuf },
    /// No space is left; the change was not made.
    DiskFull { path: PathBuf },
    /// Others have it open in a way that excludes this program; may be empty if they left no trace.
    InUse { others: Vec<Program> },
    /// Another writer did not finish in time; the change was not made.
    BusyWriting {
        waited_seconds: u64,
        others: Vec<Program>,
    },
    /// Locks and syncs cannot be relied on there.
    NetworkShare { path: PathBuf, file_system: String },
    /// An earlier failure stopped the library (or it was closed): open it again.
    NeedsReopen,
    /// Anything else; `detail` is the system's own words, for the person who helps.
    Other { detail: String },
}
