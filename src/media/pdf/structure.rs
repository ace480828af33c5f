//! Whether a PDF can be opened, is whole, and has pages.

use std::sync::Arc;

use hayro::hayro_syntax::object::Dict;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};

use crate::domain::file::{ContentFacts, ContentProblem, FileKind};

/// Where readers look for the end (ISO 32000-1, Annex H, note 18 says 1024; servers append more).
const TAIL_BYTES: usize = 4096;
/// A linearised file says so in its first object.
const LINEARISED_WITHIN: usize = 1024;

const CUT_OFF: ContentProblem = ContentProblem::CutOff(FileKind::Pdf);
const UNPARSEABLE: ContentProblem = ContentProblem::Unparseable(FileKind::Pdf);

pub(in crate::media) fn read(bytes: &[u8]) -> Result<ContentFacts, ContentProblem> {
    let ends = has_end(bytes);
    let pdf = open(bytes.to_vec()).map_err(|problem| match problem {
        UNPARSEABLE if !ends => CUT_OFF,
        other => other,
    })?;
    let found = u32::try_from(pdf.pages().len()).map_err(|_| UNPARSEABLE)?;
    // Readers repair a file whose table of objects is gone, at the price of what lay behind the cut.
    if !ends || (!table_is_inside(bytes) && declared_pages(&pdf).is_some_and(|declared| found < declared)) {
        return Err(CUT_OFF);
    }
    if found == 0 {
        return Err(UNPARSEABLE);
    }
    Ok(ContentFacts::Pages { count: found })
}

/// Content that is opened more than once without being copied.
pub(in crate::media) fn data(content: impl AsRef<[u8]> + Send + Sync + 'static) -> PdfData {
    PdfData::from(Arc::new(content))
}

/// Opens with the empty password, as every reader does: an owner password alone does not hinder reading.
pub(in crate::media) fn open(content: impl Into<PdfData>) -> Result<Pdf, ContentProblem> {
    Pdf::new(content).map_err(|error| match error {
        // An unknown way of encryption (a certificate, for one) locks reviewers out just as well.
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => ContentProblem::NeedsPassword,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => UNPARSEABLE,
    })
}

fn has_end(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL_BYTES)..];
    let has_mark = find_last(tail, b"%%EOF")
        .or_else(|| find_last(tail, b"startxref"))
        .is_some();
    has_mark && linearised_length(bytes).is_none_or(|length| length <= bytes.len())
}

/// A linearised file carries an end mark near its beginning too, but also its own length.
fn linearised_length(bytes: &[u8]) -> Option<usize> {
    let beginning = &bytes[..bytes.len().min(LINEARISED_WITHIN)];
    let dictionary = &beginning[find_first(beginning, b"/Linearized")?..];
    let dictionary = &dictionary[..find_first(dictionary, b">>")?];
    dictionary.windows(2).enumerate().find_map(|(position, window)| {
        let value = &dictionary[position + 2..];
        let is_key = window == b"/L" && value.first().is_some_and(u8::is_ascii_whitespace);
        is_key.then(|| number_at(value)).flatten()
    })
}

/// Whether the last pointer to the table of objects points into the file.
fn table_is_inside(bytes: &[u8]) -> bool {
    const KEYWORD: &[u8] = b"startxref";
    find_last(bytes, KEYWORD)
        .and_then(|position| number_at(&bytes[position + KEYWORD.len()..]))
        .is_some_and(|offset| offset < bytes.len())
}

fn declared_pages(pdf: &Pdf) -> Option<u32> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    catalog.get::<Dict<'_>>(b"Pages")?.get::<u32>(b"Count")
}

fn number_at(bytes: &[u8]) -> Option<usize> {
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let digits = &bytes[start..];
    let end = digits
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(digits.len());
    str::from_utf8(&digits[..end]).ok()?.parse().ok()
}

fn find_first(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn find_last(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window == wanted)
}
