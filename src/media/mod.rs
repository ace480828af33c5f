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
mod failure;
mod foreign;
mod in_process;
mod inspect;
mod local_file;
mod mp4;
mod mpeg_audio;
mod pdf;
mod picture;
mod preview;
mod recognise;
#[cfg(test)]
pub(crate) mod samples;
mod sound;

pub use child::ChildPool;
pub use child::limits::ChildLimits;
pub use failure::{ChildTrouble, InspectFailure, PreviewFailure, PreviewTrouble};
pub use in_process::InProcess;
pub use inspect::inspect;
pub use local_file::{ReadFailure, read_local_file};
pub use pdf::fonts::set_fallback_font;
pub use preview::{PreviewImage, preview};
pub use recognise::recognise;

use crate::domain::file::{FileKind, Inspection};

/// The hidden first argument that makes the program serve as an inspecting child.
pub const CHILD_ARGUMENT: &str = "--inspect-child";

/// Opens bytes of unknown origin. Both calls block; callers are worker threads.
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
}
