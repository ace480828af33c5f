//! Size and completeness of a picture, without decoding it.

use super::{MAX_SIDE_PX, jpeg_markers, png_chunks};
use crate::domain::file::{ContentFacts, ContentProblem, FileKind};

/// What a walk over the parts of a picture file found.
pub(super) enum Walk {
    Whole { width: u32, height: u32 },
    CutOff,
    Broken,
}

pub(in crate::media) fn read(bytes: &[u8], kind: FileKind) -> Result<ContentFacts, ContentProblem> {
    let walk = if kind == FileKind::Png {
        png_chunks::walk(bytes)
    } else {
        jpeg_markers::walk(bytes)
    };
    match walk {
        Walk::Whole {
            width: width @ 1..=MAX_SIDE_PX,
            height: height @ 1..=MAX_SIDE_PX,
        } => Ok(ContentFacts::Picture { width, height }),
        Walk::Whole { .. } | Walk::Broken => Err(ContentProblem::Unparseable(kind)),
        Walk::CutOff => Err(ContentProblem::CutOff(kind)),
    }
}

/// How many colours a point of a JPEG has.
pub(in crate::media) fn jpeg_channels(bytes: &[u8]) -> Option<u8> {
    jpeg_markers::channels(bytes)
}
