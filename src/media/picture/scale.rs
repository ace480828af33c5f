//! Parts of a picture, larger or smaller than they are stored.

use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageBuffer, Pixel};

use crate::media::PagePart;

/// Eight bits a colour, in one of four layouts.
pub(super) fn plain(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma8(_)
        | DynamicImage::ImageLumaA8(_)
        | DynamicImage::ImageRgb8(_)
        | DynamicImage::ImageRgba8(_) => picture,
        other if other.color().has_alpha() => other.into_rgba8().into(),
        other => other.into_rgb8().into(),
    }
}

/// Cuts `part` out of a picture that is `whole` (width, height) large once it stands upright, and scales
/// it. The result lies as the picture is stored.
pub(in crate::media) fn part(
    stored: &DynamicImage,
    orientation: Orientation,
    whole: (u32, u32),
    part: PagePart,
) -> DynamicImage {
    let (whole, part) = as_stored(orientation, whole, part);
    match stored {
        DynamicImage::ImageLuma8(buffer) => scaled(buffer, whole, part).into(),
        DynamicImage::ImageLumaA8(buffer) => scaled(buffer, whole, part).into(),
        DynamicImage::ImageRgba8(buffer) => scaled(buffer, whole, part).into(),
        DynamicImage::ImageRgb8(buffer) => scaled(buffer, whole, part).into(),
        other => scaled(&other.to_rgba8(), whole, part).into(),
    }
}

/// Where a part of the upright picture lies in the stored one.
fn as_stored(orientation: Orientation, whole: (u32, u32), part: PagePart) -> ((u32, u32), PagePart) {
    use Orientation as O;
    let PagePart { x, y, width, height } = part;
    let (right, below) = (whole.0 - x - width, whole.1 - y - height);
    let stored = |x, y, width, height| PagePart { x, y, width, height };
    let lying = (whole.1, whole.0);
    match orientation {
        O::NoTransforms => (whole, part),
        O::FlipHorizontal => (whole, stored(right, y, width, height)),
        O::Rotate180 => (whole, stored(right, below, width, height)),
        O::FlipVertical => (whole, stored(x, below, width, height)),
        // Clockwise: what was left is at the top, what was below is left.
        O::Rotate90 => (lying, stored(y, right, height, width)),
        O::Rotate270 => (lying, stored(below, x, height, width)),
        O::Rotate90FlipH => (lying, stored(y, x, height, width)),
        O::Rotate270FlipH => (lying, stored(below, right, height, width)),
    }
}

type Buffer<P> = ImageBuffer<P, Vec<u8>>;

fn scaled<P>(stored: &Buffer<P>, whole: (u32, u32), part: PagePart) -> Buffer<P>
where
    P: Pixel<Subpixel = u8> + 'static,
{
    let across = f64::from(stored.width()) / f64::from(whole.0);
    let down = f64::from(stored.height()) / f64::from(whole.1);
    let (x, width) = stretch(part.x, part.width, across, stored.width());
    let (y, height) = stretch(part.y, part.height, down, stored.height());
    let cut = stored.view(x, y, width, height);
    if (width, height) == (part.width, part.height) {
        cut.to_image()
    } else if across.min(down) >= 2.0 {
        imageops::thumbnail(&*cut, part.width, part.height)
    } else {
        imageops::resize(&*cut, part.width, part.height, FilterType::Triangle)
    }
}

/// Start and length in stored pixels, at least one pixel and not over the edge.
fn stretch(start: u32, length: u32, scale: f64, stored: u32) -> (u32, u32) {
    let from = (f64::from(start) * scale).round() as u32;
    let to = (f64::from(start + length) * scale).round() as u32;
    let from = from.min(stored - 1);
    (from, to.clamp(from + 1, stored) - from)
}
