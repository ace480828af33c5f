//! Copies of one's own records: what leaves a library and what comes back.

/// What was made for a person to take along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CopyKind {
    /// Everything of one's own: files, records, a page for any browser
    Zip,
    /// To read and to print
    Pdf,
    /// A student's records for another school, made by 教務處
    Transfer,
    /// 提交名冊: what the office hands to the national database
    Rosters,
}

impl CopyKind {
    pub const ALL: [Self; 4] = [Self::Zip, Self::Pdf, Self::Transfer, Self::Rosters];

    /// Stable name for the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Pdf => "pdf",
            Self::Transfer => "transfer",
            Self::Rosters => "rosters",
        }
    }
}

/// Lines of the history about copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyEvent {
    /// Everything, or a person's records for another school, was written to a file outside.
    Made { kind: CopyKind, items: u32 },
    /// A record came in from a copy.
    Imported { hashes: Vec<[u8; 32]> },
    /// 教務處 accepted the certification of another school, for a reason that is kept beside it.
    CertificationAccepted { hashes: Vec<[u8; 32]> },
}

/// Why a copy, or something in it, was not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyRefusal {
    /// Not a zip, or one whose end is missing.
    NotAZip,
    /// A zip without `portfolio.json`.
    NotACopy,
    /// Made by a newer program; both are versions of `portfolio.json`.
    NewerVersion { found: u32, known: u32 },
    /// `portfolio.json` is not what it should be: where, counted from 1.
    Malformed { line: u32, column: u32 },
    /// A value of a record that no program of ours writes: which record, counted from 1, and which value.
    UnknownValue { item: u32, field: &'static str },
    /// More, or larger, than a copy can be.
    TooLarge,
    /// A name that leads out of the folder into which the copy is unpacked.
    UnsafeName { name: String },
    /// Two things of one name.
    TwiceThere { name: String },
    /// Locked with a password, or packed in a way we do not know.
    CannotUnpack { name: String },
    /// Named by the records, but not there.
    FileMissing { name: String, title: String },
    /// Not the bytes whose hashes the records name.
    FileAltered { name: String, title: String },
    /// Only certifications that came in from a copy can be accepted.
    NothingToAccept,
    /// Accepting another school's certification wants a reason.
    ReasonMissing,
    /// A record with these contents, of this title and term, is here already.
    AlreadyThere { title: String },
}
