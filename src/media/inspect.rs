//! The verdict on a file's content, in two stages (see the module's head).

use super::{mp4, pdf, picture, recognise, sound};
use crate::domain::file::{ContentCaution, ContentProblem, FileKind, Inspection};

/// Recognises the bytes and checks that they are whole and can be opened.
///
/// # Errors
/// What makes the content unacceptable.
pub fn inspect(bytes: &[u8]) -> Result<Inspection, ContentProblem> {
    let mut inspection = read_structure(bytes)?;
    inspection.cautions = open_content(bytes, inspection.kind)?;
    Ok(inspection)
}

/// First stage: kind, facts and completeness, without decoding.
pub(super) fn read_structure(bytes: &[u8]) -> Result<Inspection, ContentProblem> {
    let kind = recognise(bytes)?;
    let facts = match kind {
        FileKind::Pdf => pdf::structure::read(bytes)?,
        FileKind::Jpeg | FileKind::Png => picture::structure::read(bytes, kind)?,
        FileKind::Mp3 => sound::read(bytes)?,
        FileKind::Mp4 => mp4::read(bytes)?,
    };
    Ok(Inspection {
        kind,
        facts: Some(facts),
        cautions: Vec::new(),
    })
}

/// Second stage: opens the content as a viewer would, for what the structure cannot tell.
pub(super) fn open_content(bytes: &[u8], kind: FileKind) -> Result<Vec<ContentCaution>, ContentProblem> {
    match kind {
        FileKind::Pdf => Ok(pdf::draw::try_first_page(bytes)),
        FileKind::Jpeg | FileKind::Png => picture::decode::try_whole(bytes, kind),
        // Players skip what they cannot decode; their structure has told all we can say.
        FileKind::Mp3 | FileKind::Mp4 => Ok(Vec::new()),
    }
}

/// Whether the second stage has anything to do for this kind.
pub(super) fn has_second_stage(kind: FileKind) -> bool {
    matches!(kind, FileKind::Pdf | FileKind::Jpeg | FileKind::Png)
}

#[cfg(test)]
mod tests;
