//! Which files may be handed in, and what can be wrong with one (`[seed] 8`, domain.md section 3 "Formats").

/// A kind of file that the national format accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    Pdf,
    Jpeg,
    Png,
    Mp3,
    Mp4,
}

/// The place a file takes in a record: at most one of each per item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// pdf, jpg, png
    Document,
    /// mp3, mp4
    Media,
}

impl FileKind {
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Jpeg, Self::Png, Self::Mp3, Self::Mp4];

    pub const fn slot(self) -> Slot {
        match self {
            Self::Pdf | Self::Jpeg | Self::Png => Slot::Document,
            Self::Mp3 | Self::Mp4 => Slot::Media,
        }
    }

    /// The ending a stored file gets, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Mp3 => "mp3",
            Self::Mp4 => "mp4",
        }
    }

    /// Whether a file of this kind may carry `ending` (any case, no dot).
    pub fn accepts_ending(self, ending: &str) -> bool {
        let ending = ending.to_ascii_lowercase();
        match self {
            Self::Jpeg => matches!(ending.as_str(), "jpg" | "jpeg"),
            other => ending == other.ending(),
        }
    }
}

/// Content we recognise but the national format does not accept; each has its own cure in `text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForeignKind {
    /// doc, docx, rtf, pages
    Word,
    /// ppt, pptx, key
    Slides,
    /// xls, xlsx, ods
    Sheet,
    /// odt, odp
    OpenDocument,
    /// heic, heif, avif
    Heic,
    Webp,
    /// gif, bmp, tiff, svg
    OtherPicture,
    /// QuickTime
    Mov,
    /// avi, mkv, webm, wmv, mpeg
    OtherVideo,
    M4a,
    /// wav, flac, ogg, aac, wma
    OtherSound,
    /// zip, 7z, rar, gz, tar
    Archive,
    /// exe, msi, elf, scripts
    Program,
    /// plain text, html, csv
    Text,
    /// nothing we know
    Unknown,
}

/// Why a file's bytes cannot be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContentProblem {
    Empty,
    Unaccepted(ForeignKind),
    /// Recognised as `FileKind`, but its structure cannot be read.
    Unparseable(FileKind),
    /// Recognised as `FileKind`, but the end is missing.
    CutOff(FileKind),
    /// A PDF that cannot be opened without a password (an owner password alone is fine).
    NeedsPassword,
}

/// Accepted, but worth a word to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ContentCaution {
    /// Our renderer cannot draw it; the bytes themselves are well-formed.
    CannotPreview,
    /// The inspecting process was stopped for time or memory before it could finish.
    NotFullyInspected,
}

/// What was measured in an accepted file. Lengths in milliseconds, sizes in pixels.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ContentFacts {
    Pages { count: u32 },
    Picture { width: u32, height: u32 },
    Sound { millis: u64 },
    Video { millis: u64, width: u32, height: u32 },
}

/// The verdict on accepted bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Inspection {
    pub kind: FileKind,
    pub facts: Option<ContentFacts>,
    pub cautions: Vec<ContentCaution>,
}
