//! What parent and child say to each other.
//!
//! Both are the same program of the same version, so the shapes may change freely. The rules know no
//! serialisation; the mirrors below are checked against them by the compiler.

use serde::{Deserialize, Serialize};

use crate::domain::file::{ContentCaution, ContentFacts, ContentProblem, FileKind, ForeignKind, Inspection};
use crate::media::{PreviewImage, PreviewTrouble};

/// The head of a request; its body is the content.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) enum Request {
    ReadStructure,
    OpenContent(#[serde(with = "FileKindMirror")] FileKind),
    Preview {
        #[serde(with = "FileKindMirror")]
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    },
}

/// The head of a reply; only a preview has a body, its pixels.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Reply {
    Structure {
        #[serde(with = "FileKindMirror")]
        kind: FileKind,
        facts: Option<Facts>,
    },
    Opened(Vec<Caution>),
    Problem(#[serde(with = "ContentProblemMirror")] ContentProblem),
    Preview {
        width: u32,
        height: u32,
    },
    PreviewTrouble(#[serde(with = "PreviewTroubleMirror")] PreviewTrouble),
    /// The code that opened the content panicked.
    Panicked,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Facts(#[serde(with = "ContentFactsMirror")] pub ContentFacts);

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Caution(#[serde(with = "ContentCautionMirror")] pub ContentCaution);

/// A reply and its body.
pub(super) type Answer = (Reply, Vec<u8>);

impl Reply {
    pub fn to_structure(result: Result<Inspection, ContentProblem>) -> Answer {
        let reply = match result {
            Ok(Inspection {
                kind,
                facts,
                cautions: _,
            }) => Self::Structure {
                kind,
                facts: facts.map(Facts),
            },
            Err(problem) => Self::Problem(problem),
        };
        (reply, Vec::new())
    }

    pub fn to_opening(result: Result<Vec<ContentCaution>, ContentProblem>) -> Answer {
        let reply = match result {
            Ok(cautions) => Self::Opened(cautions.into_iter().map(Caution).collect()),
            Err(problem) => Self::Problem(problem),
        };
        (reply, Vec::new())
    }

    pub fn to_preview(result: Result<PreviewImage, PreviewTrouble>) -> Answer {
        match result {
            Ok(PreviewImage {
                width,
                height,
                pixels,
            }) => (Self::Preview { width, height }, pixels),
            Err(trouble) => (Self::PreviewTrouble(trouble), Vec::new()),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "FileKind")]
enum FileKindMirror {
    Pdf,
    Jpeg,
    Png,
    Mp3,
    Mp4,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ForeignKind")]
enum ForeignKindMirror {
    Word,
    Slides,
    Sheet,
    OpenDocument,
    Heic,
    Webp,
    OtherPicture,
    Mov,
    OtherVideo,
    M4a,
    OtherSound,
    Archive,
    Program,
    Text,
    Unknown,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ContentProblem")]
enum ContentProblemMirror {
    Empty,
    Unaccepted(#[serde(with = "ForeignKindMirror")] ForeignKind),
    Unparseable(#[serde(with = "FileKindMirror")] FileKind),
    CutOff(#[serde(with = "FileKindMirror")] FileKind),
    NeedsPassword,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ContentCaution")]
enum ContentCautionMirror {
    CannotPreview,
    NotFullyInspected,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ContentFacts")]
enum ContentFactsMirror {
    Pages { count: u32 },
    Picture { width: u32, height: u32 },
    Sound { millis: u64 },
    Video { millis: u64, width: u32, height: u32 },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "PreviewTrouble")]
enum PreviewTroubleMirror {
    NothingToDraw(#[serde(with = "FileKindMirror")] FileKind),
    NoSuchPage { count: u32 },
    TooLarge,
    CannotDraw,
}
