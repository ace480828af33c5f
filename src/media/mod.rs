//! Bytes of strangers' files: recognise them, inspect them, draw them. Knows no records.
//!
//! Two ways lead here, behind one trait: [`ChildPool`] opens the bytes in a child process that can be
//! stopped (the program), [`InProcess`] opens them on the spot (tests, and files the program made itself).
//! Whoever holds bytes of unknown origin goes through the pool: a thread can neither be stopped nor kept
//! from overflowing its stack.
//!
//! Inspecting has two stages. The *structure* is read without decoding anything; it says kind, size and
//! whether the end is missing. Then the content is *opened* as a viewer would. When only the second stage
//! meets trouble, the file is accepted with a caution: not every file that our renderer fails on is broken.

pub mod child;
mod document;
mod failure;
mod film;
mod foreign;
mod in_process;
mod inspect;
mod local_file;
pub mod memory;
mod mp4;
mod mpeg_audio;
mod pdf;
mod picture;
mod piece;
mod playing;
mod preview;
mod recognise;
#[cfg(test)]
pub(crate) mod samples;
mod sound;
mod viewer;
mod waveform;

pub use child::ChildPool;
pub use child::limits::ChildLimits;
pub use document::{
    Document, Film, FoundText, MediaOutline, Outline, PagePart, PageSize, PageView, Stop, TextHit,
};
pub use failure::{ChildTrouble, InspectFailure, PreviewFailure, PreviewTrouble};
pub use in_process::InProcess;
pub use inspect::inspect;
pub use local_file::{ReadFailure, read_local_file};
pub use pdf::fonts::set_fallback_font;
pub use piece::{Piece, PiecePage, piece_of_own};
pub use preview::{PreviewImage, preview};
pub use recognise::{likely_kind, recognise};

use crate::domain::file::{FileKind, Inspection};

/// The hidden first argument that makes the program serve as an inspecting child.
pub const CHILD_ARGUMENT: &str = "--inspect-child";

/// Opens bytes of unknown origin. All calls block; callers are worker threads.
pub trait Inspector: Send + Sync {
    /// Recognises and checks a whole file.
    ///
    /// # Errors
    /// What is wrong with the content, or with the process that looked at it.
    fn inspect(&self, bytes: &[u8]) -> Result<Inspection, InspectFailure>;

    /// Draws page `page` (from 0; pictures have only page 0) at most `max_width_px` wide.
    ///
    /// # Errors
    /// Why there is no picture, or what happened to the process that was to draw it.
    fn preview(
        &self,
        bytes: &[u8],
        kind: FileKind,
        page: u32,
        max_width_px: u32,
    ) -> Result<PreviewImage, PreviewFailure>;

    /// What a document holds: sizes of its pages, active content, codecs.
    ///
    /// # Errors
    /// Why it cannot be shown; [`ChildTrouble::Stopped`] once `stop` is raised.
    fn outline(&self, document: &Document, stop: &Stop) -> Result<Outline, PreviewFailure>;

    /// Draws a page, or a part of one, exactly at the size asked for. A picture that is drawn whole is
    /// never enlarged. A page of a PDF lies on white paper; a see-through picture keeps its alpha.
    ///
    /// # Errors
    /// As [`outline`](Self::outline); more than 4096 x 4096 pixels at once are too large.
    fn draw(&self, document: &Document, view: PageView, stop: &Stop) -> Result<PreviewImage, PreviewFailure>;

    /// Finds `text` (its first 500 characters) on all pages, without regard to case, width of Latin letters
    /// and line breaks.
    ///
    /// # Errors
    /// As [`outline`](Self::outline).
    fn find(&self, document: &Document, text: &str, stop: &Stop) -> Result<FoundText, PreviewFailure>;

    /// The pages of a document for a larger PDF, with objects numbered from `first`.
    ///
    /// # Errors
    /// As [`outline`](Self::outline); sound and video have no pages.
    fn piece(&self, document: &Document, first: u32, stop: &Stop) -> Result<Piece, PreviewFailure> {
        let _ = (first, stop);
        Err(PreviewTrouble::NothingToDraw(document.kind).into())
    }
}
