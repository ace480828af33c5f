//! Decoding pictures within limits.

use std::io::Cursor;

use exif::{In, Reader, Tag};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageResult, Limits};

use super::MAX_SIDE_PX;
use crate::domain::file::{ContentCaution, ContentProblem, FileKind};
use crate::media::preview::Frame;
use crate::media::{PreviewImage, PreviewTrouble};

/// What a decoder may allocate; with the file and its copies this stays below the child's limit.
const MAX_DECODED_BYTES: u64 = 256 * 1024 * 1024;

/// Decodes everything once, to find damage inside.
///
/// # Errors
/// [`ContentProblem::Unparseable`] when the data are not what the header says.
pub(in crate::media) fn try_whole(
    bytes: &[u8],
    kind: FileKind,
) -> Result<Vec<ContentCaution>, ContentProblem> {
    match decode(bytes, kind) {
        Ok(_) => Ok(Vec::new()),
        Err(ImageError::Unsupported(_)) => Ok(vec![ContentCaution::CannotPreview]),
        Err(ImageError::Limits(_)) => Ok(vec![
            ContentCaution::CannotPreview,
            ContentCaution::NotFullyInspected,
        ]),
        Err(_) => Err(ContentProblem::Unparseable(kind)),
    }
}

/// The picture, turned upright and scaled down to fit.
pub(in crate::media) fn upright(
    bytes: &[u8],
    kind: FileKind,
    frame: Frame,
) -> Result<PreviewImage, PreviewTrouble> {
    let picture = decode(bytes, kind).map_err(|error| trouble(&error))?;
    let orientation = orientation(bytes);
    let mut small = scale_down(picture, frame, orientation);
    small.apply_orientation(orientation);
    let pixels = small.into_rgba8();
    Ok(PreviewImage {
        width: pixels.width(),
        height: pixels.height(),
        pixels: pixels.into_raw(),
    })
}

pub(in crate::media) fn trouble(error: &ImageError) -> PreviewTrouble {
    match error {
        ImageError::Limits(_) => PreviewTrouble::TooLarge,
        _ => PreviewTrouble::CannotDraw,
    }
}

/// Whether the header says that some of it may be see-through.
pub(super) fn may_have_alpha(bytes: &[u8], kind: FileKind) -> bool {
    kind == FileKind::Png
        && PngDecoder::with_limits(Cursor::new(bytes), limits())
            .is_ok_and(|decoder| decoder.color_type().has_alpha())
}

pub(in crate::media) fn decode(bytes: &[u8], kind: FileKind) -> ImageResult<DynamicImage> {
    let source = Cursor::new(bytes);
    if kind == FileKind::Png {
        read_within_limits(PngDecoder::with_limits(source, limits())?)
    } else {
        read_within_limits(JpegDecoder::new(source)?)
    }
}

fn read_within_limits(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    let mut limits = limits();
    decoder.set_limits(limits.clone())?;
    limits.reserve(decoder.total_bytes())?;
    DynamicImage::from_decoder(decoder)
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MAX_SIDE_PX);
    limits.max_image_height = Some(MAX_SIDE_PX);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    limits
}

fn scale_down(picture: DynamicImage, frame: Frame, orientation: Orientation) -> DynamicImage {
    let (width, height) = if lies(orientation) {
        (frame.height, frame.width)
    } else {
        (frame.width, frame.height)
    };
    if picture.width() <= width && picture.height() <= height {
        picture
    } else {
        picture.thumbnail(width, height)
    }
}

/// Stored on its side: width and height change places when it is turned upright.
pub(in crate::media) fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}

/// Missing or unreadable EXIF data mean: as it is.
pub(in crate::media) fn orientation(bytes: &[u8]) -> Orientation {
    Reader::new()
        .read_from_container(&mut Cursor::new(bytes))
        .ok()
        .and_then(|data| data.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0))
        .and_then(|value| Orientation::from_exif(u8::try_from(value).ok()?))
        .unwrap_or(Orientation::NoTransforms)
}
