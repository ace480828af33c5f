//! What can go wrong, as data; the wording is `text`'s.

use std::io;

use crate::domain::file::{ContentProblem, FileKind};
use crate::domain::no_preview::NoPreview;

/// Why an inspection has no verdict "accepted".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectFailure {
    /// The content is at fault.
    Problem(ContentProblem),
    /// The inspecting process did not come to a verdict.
    Child(ChildTrouble),
}

/// What happened to an inspecting process. It has been replaced already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChildTrouble {
    /// It was stopped at the time limit.
    TooSlow,
    /// It was stopped at the memory limit.
    TooBig,
    /// It ended by itself, panicked, or answered nonsense.
    Crashed,
    /// It could not be started: the program's own file is missing, or the system refuses.
    CannotStart(io::ErrorKind),
    /// Nobody wanted the answer any more.
    Stopped,
}

/// Why there is no preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewFailure {
    Trouble(PreviewTrouble),
    Child(ChildTrouble),
}

/// Why content has no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviewTrouble {
    /// Sound and video are not drawn.
    NothingToDraw(FileKind),
    /// The document has only `count` pages.
    NoSuchPage {
        count: u32,
    },
    /// The video has only `count` pictures to show.
    NoSuchFrame {
        count: u32,
    },
    /// More pixels than the decoder may hold in memory.
    TooLarge,
    NeedsPassword,
    /// The content is not what its kind promises, or of a variety the renderer does not know.
    CannotDraw,
}

impl From<ContentProblem> for InspectFailure {
    fn from(problem: ContentProblem) -> Self {
        Self::Problem(problem)
    }
}

impl From<ChildTrouble> for InspectFailure {
    fn from(trouble: ChildTrouble) -> Self {
        Self::Child(trouble)
    }
}

impl From<PreviewTrouble> for PreviewFailure {
    fn from(trouble: PreviewTrouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<ChildTrouble> for PreviewFailure {
    fn from(trouble: ChildTrouble) -> Self {
        Self::Child(trouble)
    }
}

impl PreviewFailure {
    /// For people; `None` when nobody wants it any more.
    pub const fn reason(self) -> Option<NoPreview> {
        Some(match self {
            Self::Trouble(PreviewTrouble::NothingToDraw(kind)) => NoPreview::NoPages(kind),
            Self::Trouble(PreviewTrouble::NoSuchPage { count }) => NoPreview::NoSuchPage { count },
            Self::Trouble(PreviewTrouble::NoSuchFrame { count }) => NoPreview::NoSuchFrame { count },
            Self::Trouble(PreviewTrouble::TooLarge) => NoPreview::TooLarge,
            Self::Trouble(PreviewTrouble::NeedsPassword) => NoPreview::NeedsPassword,
            Self::Trouble(PreviewTrouble::CannotDraw) => NoPreview::CannotDraw,
            Self::Child(ChildTrouble::TooSlow) => NoPreview::TooSlow,
            Self::Child(ChildTrouble::TooBig) => NoPreview::TooBig,
            Self::Child(ChildTrouble::Crashed) => NoPreview::Crashed,
            Self::Child(ChildTrouble::CannotStart(_)) => NoPreview::CannotStart,
            Self::Child(ChildTrouble::Stopped) => return None,
        })
    }
}
