//! A document that is open: what it is asked, one thing after another, without opening it again.

use std::ops::ControlFlow;

use super::document::{FoundText, Outline, PagePart, PageView};
use super::pdf::view::PdfViewer;
use super::picture::view::PictureViewer;
use super::playing::PlayingViewer;
use super::{Piece, PreviewImage, PreviewTrouble, pdf};
use crate::domain::file::FileKind;

/// Longest side of a part, and the square of it the largest area of anything that is drawn, in pixels.
const MAX_PART_PX: u32 = 4096;
/// Longest side of a page that is drawn whole.
const MAX_WHOLE_SIDE_PX: u32 = 16_384;
/// Widest magnification: above it the edges of a part could not be told apart any more.
const MAX_MAGNIFIED_PX: u32 = 1_000_000;

/// An open document.
pub(super) trait Viewer {
    fn outline(&mut self) -> Result<Outline, PreviewTrouble>;

    fn draw(&mut self, view: PageView) -> Result<PreviewImage, PreviewTrouble>;

    fn find(&mut self, text: &str) -> Result<FoundText, PreviewTrouble>;

    /// Its pages for a larger PDF, with objects numbered from `first`.
    fn piece(&mut self, first: u32) -> Result<Piece, PreviewTrouble>;

    /// What it keeps for later questions has grown so far that opening anew is better.
    fn is_full(&self) -> bool {
        false
    }
}

/// Opens `content` and hands it to `session`, again as often as that asks for it by `Continue`.
///
/// # Errors
/// Why it cannot be opened; then `session` is not called.
pub(super) fn with_viewer<T>(
    content: impl AsRef<[u8]> + Send + Sync + 'static,
    kind: FileKind,
    mut session: impl FnMut(&mut dyn Viewer) -> ControlFlow<T>,
) -> Result<T, PreviewTrouble> {
    match kind {
        FileKind::Pdf => {
            let data = pdf::structure::data(content);
            loop {
                let pdf = pdf::structure::open(data.clone()).map_err(pdf::trouble)?;
                if let ControlFlow::Break(done) = session(&mut PdfViewer::new(&pdf)) {
                    return Ok(done);
                }
            }
        }
        FileKind::Jpeg | FileKind::Png => {
            let mut viewer = PictureViewer::new(content.as_ref(), kind)?;
            loop {
                if let ControlFlow::Break(done) = session(&mut viewer) {
                    return Ok(done);
                }
            }
        }
        FileKind::Mp3 | FileKind::Mp4 => {
            let mut viewer = PlayingViewer::new(content.as_ref(), kind);
            loop {
                if let ControlFlow::Break(done) = session(&mut viewer) {
                    return Ok(done);
                }
            }
        }
    }
}

/// What is to be drawn of a page that is `width_px` wide and `height_px` high: the part, cut at the edges
/// of the page, or all of it.
///
/// # Errors
/// Too large, or a part that lies outside.
pub(super) fn part_to_draw(
    width_px: u32,
    height_px: u32,
    part: Option<PagePart>,
) -> Result<PagePart, PreviewTrouble> {
    if width_px > MAX_MAGNIFIED_PX {
        return Err(PreviewTrouble::TooLarge);
    }
    let (part, longest) = match part {
        Some(part) => (part, MAX_PART_PX),
        None => (
            PagePart {
                x: 0,
                y: 0,
                width: width_px,
                height: height_px,
            },
            MAX_WHOLE_SIDE_PX,
        ),
    };
    let cut = PagePart {
        width: part.width.min(width_px.saturating_sub(part.x)),
        height: part.height.min(height_px.saturating_sub(part.y)),
        ..part
    };
    let area = u64::from(cut.width) * u64::from(cut.height);
    if area == 0 {
        Err(PreviewTrouble::CannotDraw)
    } else if cut.width.max(cut.height) > longest || area > u64::from(MAX_PART_PX).pow(2) {
        Err(PreviewTrouble::TooLarge)
    } else {
        Ok(cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(x: u32, y: u32, width: u32, height: u32) -> PagePart {
        PagePart { x, y, width, height }
    }

    #[test]
    fn a_part_is_cut_at_the_edges_of_its_page() {
        assert_eq!(part_to_draw(100, 50, None), Ok(part(0, 0, 100, 50)));
        let corner = part(90, 40, 512, 512);
        assert_eq!(part_to_draw(100, 50, Some(corner)), Ok(part(90, 40, 10, 10)));
    }

    #[test]
    fn what_is_too_large_or_outside_is_refused() {
        for (width, height, wanted) in [
            (4097, 4096, None),
            (100, 16_385, None),
            (100_000, 100_000, Some(part(0, 0, 4097, 1))),
            (1_000_001, 10, Some(part(0, 0, 10, 10))),
        ] {
            let refused = part_to_draw(width, height, wanted);
            assert_eq!(refused, Err(PreviewTrouble::TooLarge), "{width} x {height}");
        }
        let outside = part(100, 0, 10, 10);
        assert_eq!(
            part_to_draw(100, 50, Some(outside)),
            Err(PreviewTrouble::CannotDraw)
        );
        let far = part(u32::MAX, u32::MAX, u32::MAX, u32::MAX);
        assert_eq!(part_to_draw(100, 50, Some(far)), Err(PreviewTrouble::CannotDraw));
    }
}
