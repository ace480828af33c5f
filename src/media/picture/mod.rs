//! JPEG and PNG: is it whole, how large, and what does it look like.

pub(super) mod decode;
mod jpeg_markers;
mod png_chunks;
pub(super) mod scale;
pub(super) mod structure;
pub(super) mod view;

/// The longest side that is accepted, in pixels: far above any camera and scanner.
const MAX_SIDE_PX: u32 = 30_000;
