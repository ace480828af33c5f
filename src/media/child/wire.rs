//! What parent and child say to each other.
//!
//! Both are the same program of the same version, so the shapes may change freely. The rules know no
//! serialisation; the mirrors below are checked against them by the compiler.

use serde::{Deserialize, Serialize};

use crate::domain::file::{ContentCaution, ContentFacts, ContentProblem, FileKind, ForeignKind, Inspection};
use crate::domain::no_preview::NoFilm;
use crate::media::{FoundText, Outline, PageView, Piece, PreviewImage, PreviewTrouble};

/// Names a document: the hash of its bytes.
pub(super) type DocumentKey = [u8; 32];

/// The head of a request; its body is the content.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Request {
    ReadStructure,
    OpenContent(#[serde(with = "FileKindMirror")] FileKind),
    Preview {
        #[serde(with = "FileKindMirror")]
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    },
    /// About a document that stays open afterwards. Without a body: about the one that is open.
    Look {
        document: DocumentKey,
        #[serde(with = "FileKindMirror")]
        kind: FileKind,
        question: Question,
    },
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Question {
    Outline,
    Draw(PageView),
    Find(String),
    /// Objects are numbered from here on.
    Piece(u32),
}

/// The head of a reply. A preview has its pixels for a body; what was asked of an open document has JSON,
/// because there may be more pages and places than a head may hold.
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
    Outline,
    Found,
    Piece,
    /// The document asked about is not open, and its content did not come along.
    NotOpen,
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

    pub fn to_outline(result: Result<Outline, PreviewTrouble>) -> Answer {
        Self::with_json(Self::Outline, result)
    }

    pub fn to_finding(result: Result<FoundText, PreviewTrouble>) -> Answer {
        Self::with_json(Self::Found, result)
    }

    pub fn to_piece(result: Result<Piece, PreviewTrouble>) -> Answer {
        match result.and_then(|piece| piece.to_body().ok_or(PreviewTrouble::TooLarge)) {
            Ok(body) => (Self::Piece, body),
            Err(trouble) => (Self::PreviewTrouble(trouble), Vec::new()),
        }
    }

    fn with_json(head: Self, result: Result<impl Serialize, PreviewTrouble>) -> Answer {
        let body = result.and_then(|body| {
            // Fails for nothing that is in these shapes.
            serde_json::to_vec(&body).map_err(|_| PreviewTrouble::CannotDraw)
        });
        match body {
            Ok(body) => (head, body),
            Err(trouble) => (Self::PreviewTrouble(trouble), Vec::new()),
        }
    }
}

/// Kinds of active content travel by their stable codes.
pub(in crate::media) mod active_counts {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::domain::active_content::{ActiveContent, ActiveCount};

    pub fn serialize<S: Serializer>(counts: &[ActiveCount], serializer: S) -> Result<S::Ok, S::Error> {
        let coded: Vec<(&str, u32)> = counts
            .iter()
            .map(|counted| (counted.content.code(), counted.count))
            .collect();
        coded.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<ActiveCount>, D::Error> {
        let coded = Vec::<(String, u32)>::deserialize(deserializer)?;
        let counts = coded.into_iter().map(|(code, count)| {
            let known = ActiveContent::ALL.into_iter().find(|known| known.code() == code);
            let content = known.ok_or_else(|| D::Error::custom("an unknown kind of active content"))?;
            Ok(ActiveCount { content, count })
        });
        counts.collect()
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
    NoSuchFrame { count: u32 },
    TooLarge,
    NeedsPassword,
    CannotDraw,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "NoFilm")]
pub(in crate::media) enum NoFilmMirror {
    OtherCodec,
    Variety,
    TooLarge,
    NoPictureAlone,
}
