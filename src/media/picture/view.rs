//! An open picture.

use image::DynamicImage;
use image::metadata::Orientation;

use super::{decode, scale, structure};
use crate::domain::file::{ContentFacts, FileKind};
use crate::media::viewer::{Viewer, part_to_draw};
use crate::media::{FoundText, Outline, PageSize, PageView, PreviewImage, PreviewTrouble};

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
    /// Bytes that are no whole picture.
    pub fn new(bytes: &'a [u8], kind: FileKind) -> Result<Self, PreviewTrouble> {
        let Ok(ContentFacts::Picture { width, height }) = structure::read(bytes, kind) else {
            return Err(PreviewTrouble::CannotDraw);
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

    fn find(&mut self, _text: &str) -> Result<FoundText, PreviewTrouble> {
        Ok(FoundText::default())
    }
}
