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

/// What is wrong with a file that someone wants to hand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    TooBig {
        bytes: u64,
        limit: u64,
        slot: Slot,
    },
    Content(ContentProblem),
    /// Good content under an ending that says something else: stored with the right ending once confirmed.
    WrongEnding {
        kind: FileKind,
    },
    /// The item has, or is being given, another file for this place.
    SlotTaken {
        slot: Slot,
    },
    /// Not readable: no permission, a broken disk …
    Unreadable,
    Vanished,
    IsFolder,
    /// A device, a pipe, a socket.
    NotAFile,
    /// The inspecting process could not be started or died more than once.
    InspectionFailed,
}

/// Judges size and ending of content that was recognised as `kind`.
///
/// # Errors
/// [`FileProblem::TooBig`], or [`FileProblem::WrongEnding`] unless `ending_confirmed`.
pub fn judge(
    name: &str,
    bytes: u64,
    kind: FileKind,
    limits: &super::limits::Limits,
    ending_confirmed: bool,
) -> Result<SizeVerdict, FileProblem> {
    let slot = kind.slot();
    let limit = limits.file_bytes(slot);
    if bytes > limit {
        return Err(FileProblem::TooBig { bytes, limit, slot });
    }
    if !ending_confirmed && !ending_of(name).is_some_and(|ending| kind.accepts_ending(ending)) {
        return Err(FileProblem::WrongEnding { kind });
    }
    if bytes > limits.caution_bytes(slot) {
        return Ok(SizeVerdict::NearLimit);
    }
    Ok(SizeVerdict::Fine)
}

/// Size of an accepted file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SizeVerdict {
    Fine,
    /// Within 2^20-based limits, above 10^6-based ones: other platforms may refuse it.
    NearLimit,
}

/// The part after the last dot, unless there is none or the name starts with it.
pub fn ending_of(name: &str) -> Option<&str> {
    name.rsplit_once('.')
        .filter(|(stem, ending)| !stem.is_empty() && !ending.is_empty())
        .map(|(_, ending)| ending)
}

/// `name` with the ending that belongs to `kind`; unchanged where it already fits.
pub fn with_right_ending(name: &str, kind: FileKind) -> String {
    match ending_of(name) {
        Some(ending) if kind.accepts_ending(ending) => name.to_owned(),
        _ => format!("{name}.{}", kind.ending()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::Limits;
    use super::*;

    #[test]
    fn sizes_to_the_byte() {
        let limits = Limits::default();
        let pdf = |bytes| judge("a.pdf", bytes, FileKind::Pdf, &limits, false);
        assert_eq!(pdf(4_000_000), Ok(SizeVerdict::Fine));
        assert_eq!(pdf(4_000_001), Ok(SizeVerdict::NearLimit));
        assert_eq!(pdf(4_194_304), Ok(SizeVerdict::NearLimit));
        let over = FileProblem::TooBig {
            bytes: 4_194_305,
            limit: 4_194_304,
            slot: Slot::Document,
        };
        assert_eq!(pdf(4_194_305), Err(over));
        let mp4 = |bytes| judge("a.MP4", bytes, FileKind::Mp4, &limits, false);
        assert_eq!(mp4(10_485_760), Ok(SizeVerdict::NearLimit));
        assert!(mp4(10_485_761).is_err());
    }

    #[test]
    fn endings_are_asked_about_once() {
        let limits = Limits::default();
        for (name, kind, fits) in [
            ("報告.pdf", FileKind::Pdf, true),
            ("照片.JPEG", FileKind::Jpeg, true),
            ("照片.png", FileKind::Jpeg, false),
            ("報告", FileKind::Pdf, false),
            (".pdf", FileKind::Pdf, false),
            ("a.b.mp3", FileKind::Mp3, true),
        ] {
            assert_eq!(judge(name, 1, kind, &limits, false).is_ok(), fits, "{name}");
            assert!(judge(name, 1, kind, &limits, true).is_ok(), "{name}");
        }
        assert_eq!(with_right_ending("照片.png", FileKind::Jpeg), "照片.png.jpg");
        assert_eq!(with_right_ending("照片.JPG", FileKind::Jpeg), "照片.JPG");
    }
}
