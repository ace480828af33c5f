//! An open PDF.

use std::collections::HashSet;

use hayro::RenderCache;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;

use super::{active, draw, find};
use crate::media::viewer::{Viewer, part_to_draw};
use crate::media::{FoundText, Outline, PageSize, PageView, Piece, PreviewImage, PreviewTrouble, piece};

/// Unpacked content of pages stays with the open document; above this it is opened anew.
const MAX_UNPACKED_BYTES: usize = 16 * 1024 * 1024;
/// Fonts and letters drawn at many sizes stay as well, without a way to measure them.
const MAX_DRAWN: u32 = 64;

pub(in crate::media) struct PdfViewer<'a> {
    pdf: &'a Pdf,
    cache: RenderCache<'a>,
    drawn: u32,
    unpacked: HashSet<u32>,
    unpacked_bytes: usize,
}

impl<'a> PdfViewer<'a> {
    pub fn new(pdf: &'a Pdf) -> Self {
        Self {
            pdf,
            cache: RenderCache::new(),
            drawn: 0,
            unpacked: HashSet::new(),
            unpacked_bytes: 0,
        }
    }
}

impl Viewer for PdfViewer<'_> {
    fn outline(&mut self) -> Result<Outline, PreviewTrouble> {
        let pages: Vec<PageSize> = self.pdf.pages().iter().map(size).collect();
        if pages.is_empty() {
            return Err(PreviewTrouble::CannotDraw);
        }
        Ok(Outline::Pages {
            pages,
            active: active::count(self.pdf),
        })
    }

    fn draw(&mut self, view: PageView) -> Result<PreviewImage, PreviewTrouble> {
        let page = draw::page_of(self.pdf, view.page)?;
        let size = size(page);
        let height_px = size.height_px(view.width_px);
        let part = part_to_draw(view.width_px, height_px, view.part)?;
        let scale = (
            f64::from(view.width_px) / f64::from(size.width),
            f64::from(height_px) / f64::from(size.height),
        );
        let drawing = draw::part(page, &self.cache, scale, part)?;
        self.drawn += 1;
        if self.unpacked.insert(view.page) {
            self.unpacked_bytes += page.page_stream().map_or(0, <[u8]>::len);
        }
        Ok(drawing.image)
    }

    fn find(&mut self, text: &str) -> Result<FoundText, PreviewTrouble> {
        find::in_document(self.pdf.data(), text)
    }

    fn piece(&mut self, first: u32) -> Result<Piece, PreviewTrouble> {
        piece::of_pdf(self.pdf, first)
    }

    fn is_full(&self) -> bool {
        self.drawn >= MAX_DRAWN || self.unpacked_bytes >= MAX_UNPACKED_BYTES
    }
}

/// Upright, in points. Absurd boxes are brought to lengths that can be divided by and written down.
pub(in crate::media) fn size(page: &Page<'_>) -> PageSize {
    const LONGEST_POINTS: f32 = 1e9;
    let (width, height) = page.render_dimensions();
    let sound = |length: f32| {
        if length.is_finite() {
            length.clamp(1.0, LONGEST_POINTS)
        } else {
            LONGEST_POINTS
        }
    };
    PageSize {
        width: sound(width),
        height: sound(height),
    }
}
