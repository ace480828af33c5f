//! Pictures of content, for the screen.

use std::io;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};

use super::{PreviewTrouble, pdf, picture};
use crate::domain::file::FileKind;

/// The widest preview that is drawn, whatever is asked for.
pub(super) const MAX_WIDTH_PX: u32 = 4096;
/// A preview is at most this many times as high as it may be wide: strips of paper exist.
const MAX_HEIGHT_PER_WIDTH: u32 = 4;

/// A picture in rows from the top, four bytes a pixel: red, green, blue, straight (not premultiplied) alpha.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PreviewImage {
    pub width: u32,
    pub height: u32,
    /// Exactly `width * height * 4` bytes.
    pub pixels: Vec<u8>,
}

impl PreviewImage {
    /// As a PNG file, packed quickly rather than small.
    ///
    /// # Errors
    /// Pixels that are not as many as width and height say.
    pub fn to_png(&self) -> io::Result<Vec<u8>> {
        let mut file = Vec::new();
        PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Up)
            .write_image(&self.pixels, self.width, self.height, ExtendedColorType::Rgba8)
            .map_err(io::Error::other)?;
        Ok(file)
    }
}

/// The box in pixels that a preview has to fit into.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub width: u32,
    pub height: u32,
}

impl Frame {
    pub fn for_width(max_width_px: u32) -> Self {
        let width = max_width_px.clamp(1, MAX_WIDTH_PX);
        Self {
            width,
            height: width * MAX_HEIGHT_PER_WIDTH,
        }
    }
}

/// Draws page `page` (from 0) of a document, or a picture, to fit into `max_width_px` and four times that
/// height. Pages are drawn as large as fits; pictures are never enlarged, and stand upright as their EXIF
/// data says.
///
/// # Errors
/// Why there is nothing to see.
pub fn preview(
    bytes: &[u8],
    kind: FileKind,
    page: u32,
    max_width_px: u32,
) -> Result<PreviewImage, PreviewTrouble> {
    let frame = Frame::for_width(max_width_px);
    match kind {
        FileKind::Pdf => pdf::draw::page(bytes, page, frame),
        FileKind::Jpeg | FileKind::Png if page > 0 => Err(PreviewTrouble::NoSuchPage { count: 1 }),
        FileKind::Jpeg | FileKind::Png => picture::decode::upright(bytes, kind, frame),
        FileKind::Mp3 | FileKind::Mp4 => Err(PreviewTrouble::NothingToDraw(kind)),
    }
}

#[cfg(test)]
mod tests;
