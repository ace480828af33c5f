//! A picture as a page. A JPEG goes in as it is; a PNG is unpacked and packed again, its see-through parts
//! beside it. Phones note in the file how they were held: the page is turned upright.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::metadata::Orientation;
use image::{ColorType, DynamicImage};
use pdf_writer::{Chunk, Content, Filter, Finish, Name, Rect, Ref};

use super::{Numbers, Piece, PiecePage, SETTINGS, number, objects};
use crate::domain::file::{ContentFacts, FileKind};
use crate::media::picture::{decode, structure};
use crate::media::{PageSize, PreviewImage, PreviewTrouble};

/// A picture of this many pixels to an inch is sharp on paper; the page is as large as that makes it.
const PIXELS_PER_POINT: f32 = 150.0 / 72.0;
/// What is finer than a printer shows only takes room.
const LONGEST_PX: u32 = 4_000;

pub(in crate::media) fn of_picture(
    bytes: &[u8],
    kind: FileKind,
    first: u32,
) -> Result<Piece, PreviewTrouble> {
    let Ok(ContentFacts::Picture { width, height }) = structure::read(bytes, kind) else {
        return Err(PreviewTrouble::CannotDraw);
    };
    let mut numbers = Numbers::from(first)?;
    let (page, image) = (numbers.bump(), numbers.bump());
    let mut chunk = Chunk::with_settings(SETTINGS);
    let orientation = decode::orientation(bytes);
    let size = PageSize {
        width: width as f32 / PIXELS_PER_POINT,
        height: height as f32 / PIXELS_PER_POINT,
    };
    let upright = frame(&mut chunk, page, image, size, orientation);
    if kind == FileKind::Jpeg {
        jpeg(&mut chunk, image, bytes, width, height)?;
    } else {
        let decoded = decode::decode(bytes, kind).map_err(|error| decode::trouble(&error))?;
        let decoded = if width.max(height) > LONGEST_PX {
            decoded.thumbnail(LONGEST_PX, LONGEST_PX)
        } else {
            decoded
        };
        unpacked(&mut chunk, image, numbers.bump(), &decoded)?;
    }
    let pages = vec![PiecePage {
        object: number(page),
        size: upright,
    }];
    objects::piece(&chunk, pages, numbers.0)
}

/// The page around the picture; gives its size when it stands upright.
fn frame(chunk: &mut Chunk, page: Ref, image: Ref, size: PageSize, orientation: Orientation) -> PageSize {
    let lies = decode::lies(orientation);
    let upright = if lies {
        PageSize {
            width: size.height,
            height: size.width,
        }
    } else {
        size
    };
    // From the unit square in which a picture lies to the upright page.
    let (w, h) = (upright.width, upright.height);
    let matrix = match orientation {
        Orientation::NoTransforms => [w, 0.0, 0.0, h, 0.0, 0.0],
        Orientation::FlipHorizontal => [-w, 0.0, 0.0, h, w, 0.0],
        Orientation::Rotate180 => [-w, 0.0, 0.0, -h, w, h],
        Orientation::FlipVertical => [w, 0.0, 0.0, -h, 0.0, h],
        Orientation::Rotate90FlipH => [0.0, -h, -w, 0.0, w, h],
        Orientation::Rotate90 => [0.0, -h, w, 0.0, 0.0, h],
        Orientation::Rotate270FlipH => [0.0, h, w, 0.0, 0.0, 0.0],
        Orientation::Rotate270 => [0.0, h, -w, 0.0, w, 0.0],
    };
    let mut content = Content::new();
    content.save_state();
    content.transform(matrix);
    content.x_object(Name(b"P"));
    content.restore_state();
    let content = content.finish();
    let mut form = chunk.form_xobject(page, &content);
    form.bbox(Rect::new(0.0, 0.0, upright.width, upright.height));
    form.resources().x_objects().pair(Name(b"P"), image);
    form.finish();
    upright
}

/// A drawn page as a page: opaque, so its alpha is left out.
pub(super) fn of_pixels(
    chunk: &mut Chunk,
    page: Ref,
    image: Ref,
    drawn: &PreviewImage,
    size: PageSize,
) -> Result<(), PreviewTrouble> {
    frame(chunk, page, image, size, Orientation::NoTransforms);
    let colours: Vec<u8> = drawn
        .pixels
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let colours = packed(&colours)?;
    let mut picture = chunk.image_xobject(image, &colours);
    picture.filter(Filter::FlateDecode);
    sides(&mut picture, drawn.width, drawn.height)?;
    picture.bits_per_component(8);
    picture.color_space().device_rgb();
    Ok(())
}

fn jpeg(chunk: &mut Chunk, image: Ref, bytes: &[u8], width: u32, height: u32) -> Result<(), PreviewTrouble> {
    let channels = structure::jpeg_channels(bytes).ok_or(PreviewTrouble::CannotDraw)?;
    let mut picture = chunk.image_xobject(image, bytes);
    picture.filter(Filter::DctDecode);
    sides(&mut picture, width, height)?;
    picture.bits_per_component(8);
    match channels {
        1 => picture.color_space().device_gray(),
        3 => picture.color_space().device_rgb(),
        4 => {
            picture.color_space().device_cmyk();
            // Cameras and painting programs write four colours inverted.
            picture.decode([1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0]);
        }
        _ => return Err(PreviewTrouble::CannotDraw),
    }
    Ok(())
}

fn unpacked(chunk: &mut Chunk, image: Ref, mask: Ref, decoded: &DynamicImage) -> Result<(), PreviewTrouble> {
    let (width, height) = (decoded.width(), decoded.height());
    let is_grey = matches!(
        decoded.color(),
        ColorType::L8 | ColorType::L16 | ColorType::La8 | ColorType::La16
    );
    let colours = if is_grey {
        decoded.to_luma8().into_raw()
    } else {
        decoded.to_rgb8().into_raw()
    };
    let colours = packed(&colours)?;
    let has_alpha = decoded.color().has_alpha();
    let mut picture = chunk.image_xobject(image, &colours);
    picture.filter(Filter::FlateDecode);
    sides(&mut picture, width, height)?;
    picture.bits_per_component(8);
    if is_grey {
        picture.color_space().device_gray();
    } else {
        picture.color_space().device_rgb();
    }
    if has_alpha {
        picture.s_mask(mask);
    }
    picture.finish();
    if has_alpha {
        let alpha: Vec<u8> = decoded.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect();
        let alpha = packed(&alpha)?;
        let mut picture = chunk.image_xobject(mask, &alpha);
        picture.filter(Filter::FlateDecode);
        sides(&mut picture, width, height)?;
        picture.bits_per_component(8);
        picture.color_space().device_gray();
    }
    Ok(())
}

fn sides(
    picture: &mut pdf_writer::writers::ImageXObject<'_>,
    width: u32,
    height: u32,
) -> Result<(), PreviewTrouble> {
    let side = |side: u32| i32::try_from(side).map_err(|_| PreviewTrouble::TooLarge);
    picture.width(side(width)?).height(side(height)?);
    Ok(())
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>, PreviewTrouble> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
    packer
        .write_all(bytes)
        .and_then(|()| packer.finish())
        .map_err(|_| PreviewTrouble::CannotDraw)
}
