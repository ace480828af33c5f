//! What kind of file some bytes are, told by the content alone and never by a name.

use file_format::FileFormat;

use super::foreign::foreign_kind;
use super::mpeg_audio;
use crate::domain::file::{ContentProblem, FileKind, ForeignKind};

/// PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13).
const PDF_HEADER_WITHIN: usize = 1024;
/// How much of the beginning must be free of control characters to be called text.
const TEXT_SAMPLE_BYTES: usize = 4096;

/// Says which accepted kind the bytes claim to be; whether they keep the promise, `inspect` finds out.
///
/// # Errors
/// [`ContentProblem::Empty`], or [`ContentProblem::Unaccepted`] with what it is instead.
pub fn recognise(bytes: &[u8]) -> Result<FileKind, ContentProblem> {
    if bytes.is_empty() {
        return Err(ContentProblem::Empty);
    }
    let format = FileFormat::from_bytes(bytes);
    accepted(format, bytes).map_err(ContentProblem::Unaccepted)
}

/// What the first bytes alone say about documents and pictures: quick, no parser involved, and to be
/// proved by opening.
pub fn likely_kind(bytes: &[u8]) -> Option<FileKind> {
    const PDF: &[u8] = b"%PDF-";
    let beginning = &bytes[..bytes.len().min(PDF_HEADER_WITHIN)];
    if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Some(FileKind::Png)
    } else if bytes.starts_with(b"\xFF\xD8\xFF") {
        Some(FileKind::Jpeg)
    } else if beginning.windows(PDF.len()).any(|window| window == PDF) {
        Some(FileKind::Pdf)
    } else {
        None
    }
}

fn accepted(format: FileFormat, bytes: &[u8]) -> Result<FileKind, ForeignKind> {
    use FileFormat as F;
    match format {
        F::PortableDocumentFormat => Ok(FileKind::Pdf),
        F::JointPhotographicExpertsGroup => Ok(FileKind::Jpeg),
        // An animated PNG is a PNG whose first picture every reader shows.
        F::PortableNetworkGraphics | F::AnimatedPortableNetworkGraphics => Ok(FileKind::Png),
        // Apple's video brand is plain MP4 under another ending.
        F::Mpeg4Part14
        | F::Mpeg4Part14Video
        | F::Mpeg4Part14Audio
        | F::Mpeg4Part14Subtitles
        | F::AppleItunesVideo => Ok(FileKind::Mp4),
        F::Id3v2 => behind_id3(bytes),
        _ if has_mp4_brand(bytes) => Ok(FileKind::Mp4),
        F::ArbitraryBinaryData | F::PlainText | F::Mpeg12AudioLayer3 => unsigned(bytes),
        other => Err(foreign_kind(other)),
    }
}

/// ID3 tags are put before other sound formats too.
fn behind_id3(bytes: &[u8]) -> Result<FileKind, ForeignKind> {
    let content = bytes.get(mpeg_audio::end_of_id3(bytes)..).unwrap_or_default();
    match content {
        [b'f', b'L', b'a', b'C', ..] | [0xFF, 0xF1 | 0xF9, ..] => Err(ForeignKind::OtherSound),
        _ => Ok(FileKind::Mp3),
    }
}

/// Files whose major brand is young or rare, but which say that MP4 readers can read them.
fn has_mp4_brand(bytes: &[u8]) -> bool {
    const FOREIGN_MAJOR: [&[u8]; 7] = [b"qt  ", b"mqt ", b"M4A ", b"M4B ", b"M4P ", b"f4a ", b"crx "];
    const MP4_FAMILY: [&[u8]; 12] = [
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41", b"mp42",
        b"avc1",
    ];
    let is_picture = |brand: &[u8]| {
        matches!(brand, b"mif1" | b"msf1") || brand.starts_with(b"hei") || brand.starts_with(b"avi")
    };
    let Some((size, [b'f', b't', b'y', b'p', major @ ..])) = bytes
        .split_first_chunk()
        .map(|(size, rest)| (u32::from_be_bytes(*size) as usize, rest))
    else {
        return false;
    };
    let end = size.clamp(8, bytes.len()) - 8;
    let brands = major.get(..end.min(major.len())).unwrap_or_default();
    let Some(major) = brands.get(..4) else {
        return false;
    };
    if FOREIGN_MAJOR.contains(&major) || major.starts_with(b"3g") || is_picture(major) {
        return false;
    }
    brands.chunks_exact(4).any(|brand| MP4_FAMILY.contains(&brand))
}

/// Content without a signature that can be trusted.
fn unsigned(bytes: &[u8]) -> Result<FileKind, ForeignKind> {
    let beginning = &bytes[..bytes.len().min(PDF_HEADER_WITHIN)];
    match bytes {
        // A damaged directory hides what the archive holds, be it a PDF.
        [b'P', b'K', 3, 4, ..] => Err(ForeignKind::Archive),
        [b'R', b'I', b'F', b'F', ..] => Err(ForeignKind::OtherSound),
        _ if beginning.windows(5).any(|window| window == b"%PDF-") => Ok(FileKind::Pdf),
        _ if mpeg_audio::first_frame(bytes, 0).is_some() => Ok(FileKind::Mp3),
        _ if looks_like_text(bytes) => Err(ForeignKind::Text),
        _ => Err(ForeignKind::Unknown),
    }
}

/// True for every 8-bit encoding (UTF-8, Big5) and for UTF-16 with a byte order mark.
fn looks_like_text(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(TEXT_SAMPLE_BYTES)];
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A | 0x1B);
    matches!(sample, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) || !sample.iter().any(is_control)
}

#[cfg(test)]
mod tests;
