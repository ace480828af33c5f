//! Why a document cannot be shown, as data: every pane without a picture says why.

use super::file::FileKind;

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPreview {
    /// Sound and video have no pages.
    NoPages(FileKind),
    /// The document has only `count` pages.
    NoSuchPage {
        count: u32,
    },
    /// The video has only `count` pictures to show.
    NoSuchFrame {
        count: u32,
    },
    NeedsPassword,
    /// More pixels than may be held in memory.
    TooLarge,
    /// Damaged, or of a variety the renderer does not know.
    CannotDraw,
    /// Stopped at the time limit.
    TooSlow,
    /// Stopped at the memory limit.
    TooBig,
    /// The process that opened it broke down; the program itself is unharmed.
    Crashed,
    /// The process that opens documents could not be started.
    CannotStart,
}

impl NoPreview {
    /// A smaller picture takes less memory and less time.
    pub const fn depends_on_size(self) -> bool {
        matches!(self, Self::TooLarge | Self::TooBig | Self::TooSlow)
    }

    /// Nothing is wrong with it: it is to be played, not looked at.
    pub const fn is_of_sound_or_video(self) -> bool {
        matches!(self, Self::NoPages(_))
    }

    /// Worth trying again: the cause lay outside the document.
    pub const fn may_pass(self) -> bool {
        matches!(self, Self::TooSlow | Self::CannotStart)
    }
}

/// Why a video has no pictures to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFilm {
    /// It is not coded in H.264.
    OtherCodec,
    /// It is coded in a variety of H.264 that is not decoded here.
    Variety,
    /// More pixels than may be held in memory.
    TooLarge,
    /// No picture was found that needs no other one, or nothing that tells how to decode it.
    NoPictureAlone,
}
