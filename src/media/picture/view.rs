//! An open picture.

use image::DynamicImage;
use image::metadata::Orientation;

use super::{decode, scale, structure};
use crate::domain::file::{ContentFacts, FileKind};
use crate::media::viewer::{Viewer, part_to_draw};
use crate::media::{FoundText, Outline, PageSize, PageView, Piece, PreviewImage, PreviewTrouble, piece};

pub(in crate::media) struct PictureViewer<'a> {
    bytes: &'a [u8],
    kind: FileKind,
    orientation: Orientation,
    /// Upright
    width: u32,
    height: u32,
    /// Unpacked once, with the first drawing: at most what a decoder may allocate.
    unpacked: Option<DynamicImage>,
}

impl<'a> PictureViewer<'a> {
    /// # Errors
    /// Bytes that are no whole picture, or one of more pixels than can be held.
    pub fn new(bytes: &'a [u8], kind: FileKind) -> Result<Self, PreviewTrouble> {
        let Ok(ContentFacts::Picture { width, height }) = structure::read(bytes, kind) else {
            // The decoder knows why, and says so before it unpacks anything.
            return Err(match decode::decode(bytes, kind) {
                Err(error) => decode::trouble(&error),
                Ok(_) => PreviewTrouble::CannotDraw,
            });
        };
        let orientation = decode::orientation(bytes);
        let (width, height) = if decode::lies(orientation) {
            (height, width)
        } else {
            (width, height)
        };
        Ok(Self {
            bytes,
            kind,
            orientation,
            width,
            height,
            unpacked: None,
        })
    }

    fn size(&self) -> PageSize {
        PageSize {
            width: self.width as f32,
            height: self.height as f32,
        }
    }

    fn unpacked(&mut self) -> Result<&DynamicImage, PreviewTrouble> {
        let picture = match self.unpacked.take() {
            Some(picture) => picture,
            None => {
                let picture = decode::decode(self.bytes, self.kind);
                scale::plain(picture.map_err(|error| decode::trouble(&error))?)
            }
        };
        Ok(self.unpacked.insert(picture))
    }
}

impl Viewer for PictureViewer<'_> {
    fn outline(&mut self) -> Result<Outline, PreviewTrouble> {
        Ok(Outline::Picture {
            size: self.size(),
            has_alpha: decode::may_have_alpha(self.bytes, self.kind),
        })
    }

    fn draw(&mut self, view: PageView) -> Result<PreviewImage, PreviewTrouble> {
        if view.page > 0 {
            return Err(PreviewTrouble::NoSuchPage { count: 1 });
        }
        // A part is drawn at the size asked for, so that parts lie side by side; the whole never grows.
        let width_px = match view.part {
            Some(_) => view.width_px,
            None => view.width_px.min(self.width),
        };
        let height_px = self.size().height_px(width_px);
        let part = part_to_draw(width_px, height_px, view.part)?;
        let orientation = self.orientation;
        let mut drawn = scale::part(self.unpacked()?, orientation, (width_px, height_px), part);
        drawn.apply_orientation(orientation);
        let pixels = drawn.into_rgba8();
        Ok(PreviewImage {
            width: pixels.width(),
            height: pixels.height(),
            pixels: pixels.into_raw(),
        })
    }

    fn piece(&mut self, first: u32) -> Result<Piece, PreviewTrouble> {
        piece::of_picture(self.bytes, self.kind, first)
    }

    fn find(&mut self, _text: &str) -> Result<FoundText, PreviewTrouble> {
        Ok(FoundText::default())
    }
}

#[cfg(test)]
mod tests {
    use image::codecs::png::PngEncoder;
    use image::{ExtendedColorType, ImageEncoder, RgbaImage};

    use super::*;
    use crate::media::PagePart;

    /// Every pixel another colour, and see-through in its own way.
    fn stored() -> RgbaImage {
        RgbaImage::from_fn(6, 4, |x, y| {
            image::Rgba([
                x as u8 * 40,
                y as u8 * 60,
                200 - x as u8 * 9,
                255 - (x * 4 + y) as u8 * 8,
            ])
        })
    }

    /// A PNG with the orientation in its EXIF data, as `value` says (Exif 2.32, 4.6.4).
    fn png(value: u8) -> Vec<u8> {
        let picture = stored();
        let mut bytes = Vec::new();
        let mut encoder = PngEncoder::new(&mut bytes);
        let exif = [
            b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(),
            &[value, 0, 0, 0, 0, 0, 0, 0],
        ]
        .concat();
        encoder.set_exif_metadata(exif).unwrap();
        encoder
            .write_image(picture.as_raw(), 6, 4, ExtendedColorType::Rgba8)
            .unwrap();
        bytes
    }

    /// Where the pixel at this place of the upright picture is stored.
    fn source(value: u8, x: u32, y: u32) -> (u32, u32) {
        match value {
            1 => (x, y),
            2 => (5 - x, y),
            3 => (5 - x, 3 - y),
            4 => (x, 3 - y),
            5 => (y, x),
            6 => (y, 3 - x),
            7 => (5 - y, 3 - x),
            _ => (5 - y, x),
        }
    }

    #[test]
    fn every_orientation_stands_upright_whole_and_in_parts_with_its_alpha() {
        let stored = stored();
        for value in 1..=8 {
            let bytes = png(value);
            let mut viewer = PictureViewer::new(&bytes, FileKind::Png).unwrap();
            let (width, height) = if value < 5 { (6, 4) } else { (4, 6) };
            let Ok(Outline::Picture { size, has_alpha }) = viewer.outline() else {
                panic!("a picture")
            };
            assert_eq!(
                (size.width, size.height),
                (width as f32, height as f32),
                "{value}"
            );
            assert!(has_alpha);
            let part = |x, y, width, height| Some(PagePart { x, y, width, height });
            for wanted in [
                None,
                part(0, 0, 3, 2),
                part(1, 2, 2, 2),
                part(width - 1, height - 3, 1, 3),
            ] {
                let view = PageView {
                    page: 0,
                    width_px: width,
                    part: wanted,
                };
                let drawn = viewer.draw(view).unwrap();
                let part = wanted.unwrap_or(PagePart {
                    x: 0,
                    y: 0,
                    width,
                    height,
                });
                assert_eq!((drawn.width, drawn.height), (part.width, part.height), "{value}");
                for (index, pixel) in drawn.pixels.chunks_exact(4).enumerate() {
                    let (x, y) = (index as u32 % part.width, index as u32 / part.width);
                    let (from_x, from_y) = source(value, part.x + x, part.y + y);
                    let expected = stored.get_pixel(from_x, from_y).0;
                    assert_eq!(pixel, expected, "orientation {value}, {wanted:?}, at {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn parts_of_a_turned_picture_meet_when_it_is_enlarged() {
        let bytes = png(6);
        let mut viewer = PictureViewer::new(&bytes, FileKind::Png).unwrap();
        let mut draw = |x, y| {
            let part = Some(PagePart {
                x,
                y,
                width: 8,
                height: 12,
            });
            viewer
                .draw(PageView {
                    page: 0,
                    width_px: 16,
                    part,
                })
                .unwrap()
        };
        for (x, y, corner) in [(0, 0, (0, 3)), (8, 0, (0, 0)), (0, 12, (5, 3)), (8, 12, (5, 0))] {
            let drawn = draw(x, y);
            assert_eq!((drawn.width, drawn.height), (8, 12));
            let (at_x, at_y) = (if x == 0 { 0 } else { 7 }, if y == 0 { 0 } else { 11 });
            let at = (at_y * 8 + at_x) * 4;
            let expected = stored().get_pixel(corner.0, corner.1).0;
            assert_eq!(drawn.pixels[at..at + 4], expected, "the corner at {x}, {y}");
        }
    }
}
