//! Which pictures a pane needs, and in which order: what is in sight, then one pane around it.

use crate::domain::id::FileId;
use crate::worker::{Outline, PagePart, PageSize, PageView, PreviewPixels};

use super::bytes_of;
use super::layout::{Layout, Measure, PageBox, Place, sane};

/// A page of more pixels is drawn in tiles, and only those in sight.
const WHOLE_PAGE_PIXELS: u64 = 1600 * 1600;
/// No picture has a longer side: not every graphics card takes more.
const LONGEST_SIDE: u32 = 2048;
const TILE: u32 = 1024;
/// The picture below tiles that are not yet there fits into a square of this side.
const COARSE: f32 = 800.0;
/// Columns and rows of tiles that one page may ask for at once: nothing honest needs more.
const MOST_TILES: u32 = 24;

/// The size in pixels at which a page is drawn, true to its proportions: one too thin to be seen is stretched
/// on the screen alone. Pictures are never drawn larger than they are; beyond that the texture is stretched.
pub fn drawn_box(outline: &Outline, page: u32, on_screen: PageBox) -> PageBox {
    let Some(size) = outline.page_sizes().get(page as usize) else {
        return on_screen;
    };
    let size = sane(*size);
    let proportion = f64::from(size.height) / f64::from(size.width);
    let true_width = f64::from(on_screen.height) / proportion;
    let mut width = on_screen.width;
    if true_width * 2.0 < f64::from(width) {
        width = true_width.round() as u32;
    }
    if let Outline::Picture { size, .. } = outline {
        width = width.min(size.width.max(1.0) as u32);
    }
    in_proportion(width, proportion)
}

fn in_proportion(width: u32, proportion: f64) -> PageBox {
    let width = width.max(1);
    PageBox {
        width,
        height: ((f64::from(width) * proportion).round() as u32).max(1),
    }
}

/// A page that is one picture.
pub fn is_whole(page: PageBox) -> bool {
    page.width.max(page.height) <= LONGEST_SIDE
        && u64::from(page.width) * u64::from(page.height) <= WHOLE_PAGE_PIXELS
}

pub const fn whole(page: u32, width_px: u32) -> PageView {
    PageView {
        page,
        width_px,
        part: None,
    }
}

/// What shows a part (left, top, right, bottom as fractions of the upright page) of a page crisply.
pub fn crisp(page: u32, size: PageBox, part: [f32; 4]) -> Vec<PageView> {
    if is_whole(size) {
        return vec![whole(page, size.width)];
    }
    let tiles = |from: f32, to: f32, length: u32| {
        let last = (length - 1) / TILE;
        let tile = |fraction: f32| {
            let at = (f64::from(fraction.clamp(0.0, 1.0)) * f64::from(length)).floor();
            (at as u32 / TILE).min(last)
        };
        let first = tile(from);
        first..=tile(to).min(first + MOST_TILES)
    };
    let [left, top, right, bottom] = part;
    let mut views = Vec::new();
    for row in tiles(top, bottom, size.height) {
        for column in tiles(left, right, size.width) {
            let (x, y) = (column * TILE, row * TILE);
            let part = PagePart {
                x,
                y,
                width: TILE.min(size.width - x),
                height: TILE.min(size.height - y),
            };
            views.push(PageView {
                page,
                width_px: size.width,
                part: Some(part),
            });
        }
    }
    views
}

/// The whole page where it fits into `edges` (pixels); none of a strip, which would not.
fn fitted(page: u32, size: PageBox, edges: [f32; 2]) -> Option<PageView> {
    let (width, height) = (size.width.max(1) as f32, size.height.max(1) as f32);
    let scale = (edges[0] / width).min(edges[1] / height).min(1.0);
    let small = in_proportion((width * scale).round() as u32, f64::from(height / width));
    is_whole(small).then(|| whole(page, small.width))
}

/// The picture that stands in for tiles.
pub fn coarse(page: u32, size: PageBox) -> Option<PageView> {
    fitted(page, size, [COARSE, COARSE])
}

/// Width of the smallest picture that shows something of a page of this size.
pub fn least_width(page: u32, size: PageBox) -> u32 {
    let stand_in = coarse(page, size).filter(|_| !is_whole(size));
    stand_in.map_or(size.width, |view| view.width_px)
}

/// The picture of a page for the strip of thumbnails.
pub fn thumbnail(page: u32, size: PageBox, edges: [f32; 2]) -> Option<PageView> {
    fitted(page, size, edges)
}

/// The pictures of a film, each `size` large, as they fit into `edges` (pixels), with their bytes.
pub fn film(size: PageSize, count: usize, edges: [f32; 2]) -> Vec<(PageView, usize)> {
    let size = sane(size);
    let natural = PageBox {
        width: (size.width as u32).max(1),
        height: (size.height as u32).max(1),
    };
    let pages = (0..u32::try_from(count).unwrap_or(0)).filter_map(|page| {
        let view = fitted(page, natural, edges)?;
        let (width, height) = picture_size(view, natural);
        Some((view, bytes_of(width, height)))
    });
    pages.collect()
}

/// Pixels of the view's picture.
pub fn picture_size(view: PageView, size: PageBox) -> (u32, u32) {
    match view.part {
        Some(part) => (part.width, part.height),
        None => {
            let proportion = f64::from(size.height) / f64::from(size.width.max(1));
            let page = in_proportion(view.width_px, proportion);
            (page.width, page.height)
        }
    }
}

/// A picture that can be shown: its pixels are all there, and no graphics card is asked for too much.
pub fn is_sound(picture: &PreviewPixels) -> bool {
    let (width, height) = (picture.width, picture.height);
    width.max(height) <= LONGEST_SIDE
        && width.min(height) > 0
        && picture.pixels.len() == width as usize * height as usize * 4
}

/// What a stretch of the document needs, in reading order: pixels from the top left of everything.
pub fn in_stretch(outline: &Outline, layout: &Layout, offset: [f64; 2], height: f64) -> Vec<PageView> {
    let width = layout.view()[0];
    let mut views = Vec::new();
    for page in layout.pages_between(offset[1], offset[1] + height) {
        let (Some([left, top, across, down]), Some(size)) = (layout.rect(page), layout.page(page)) else {
            continue;
        };
        let size = drawn_box(outline, page, size);
        let fraction = |at: f64, start: f64, length: f64| ((at - start) / length).clamp(0.0, 1.0) as f32;
        let part = [
            fraction(offset[0], left, across),
            fraction(offset[1], top, down),
            fraction(offset[0] + width, left, across),
            fraction(offset[1] + height, top, down),
        ];
        if !is_whole(size) {
            views.extend(coarse(page, size));
        }
        views.extend(crisp(page, size, layout.turn.upright_box(part)));
    }
    views
}

/// Everything a pane needs: in sight, one pane further down, one further up.
pub fn around(outline: &Outline, layout: &Layout, place: Place) -> (Vec<PageView>, Vec<PageView>) {
    let offset = layout.offset(place);
    let [_, height] = layout.view();
    let seen = in_stretch(outline, layout, offset, height);
    let mut near = in_stretch(outline, layout, [offset[0], offset[1] + height], height);
    let above = (offset[1] - height).max(0.0);
    near.extend(in_stretch(outline, layout, [offset[0], above], offset[1] - above));
    (seen, near)
}

/// The first pane of a document that is not open yet; only its first pages are measured.
pub fn first_pane(outline: &Outline, measure: Measure) -> Vec<PageView> {
    let mut left = measure.sight.height * measure.sight.pixels_per_point;
    let mut views = Vec::new();
    for (page, size) in (0..).zip(outline.page_sizes()) {
        if left <= 0.0 {
            break;
        }
        let on_screen = measure.page_box(*size);
        let size = drawn_box(outline, page, on_screen);
        if is_whole(size) {
            views.push(whole(page, size.width));
        } else {
            views.extend(coarse(page, size));
            views.extend(crisp(page, size, [0.0, 0.0, 1.0, left / on_screen.height as f32]));
        }
        left -= on_screen.height as f32;
    }
    views
}

/// A file's view.
pub type Key = (FileId, PageView);

#[cfg(test)]
mod tests {
    use super::*;

    const A4: PageBox = PageBox {
        width: 1200,
        height: 1697,
    };

    fn part(view: &PageView) -> (u32, u32, u32, u32) {
        let part = view.part.unwrap();
        (part.x, part.y, part.width, part.height)
    }

    #[test]
    fn a_page_of_ordinary_size_is_one_picture() {
        assert_eq!(crisp(4, A4, [0.0, 0.5, 1.0, 0.6]), [whole(4, 1200)]);
    }

    #[test]
    fn a_large_page_is_drawn_in_tiles_and_only_those_in_sight() {
        let large = PageBox {
            width: 2500,
            height: 3500,
        };
        let parts: Vec<_> = crisp(0, large, [0.0, 0.0, 1.0, 0.2]).iter().map(part).collect();
        assert_eq!(
            parts,
            [(0, 0, 1024, 1024), (1024, 0, 1024, 1024), (2048, 0, 452, 1024)]
        );
        let parts: Vec<_> = crisp(0, large, [0.9, 0.99, 1.0, 1.0]).iter().map(part).collect();
        assert_eq!(parts, [(2048, 3072, 452, 428)]);
        assert_eq!(crisp(0, large, [0.0, 0.0, 1.0, 1.0]).len(), 12);
    }

    #[test]
    fn a_strip_asks_for_no_more_than_a_pane_of_it() {
        let strip = PageBox {
            width: 1,
            height: 115_200,
        };
        assert_eq!(crisp(0, strip, [0.0, 0.5, 1.0, 0.508]).len(), 2);
        assert!(crisp(0, strip, [0.0, 0.0, 1.0, 1.0]).len() <= 25);
        assert_eq!(
            coarse(0, strip),
            None,
            "one pixel wide it would still be 14,400 high"
        );
    }

    #[test]
    fn a_picture_is_never_drawn_larger_than_it_is() {
        let size = |width, height| PageSize { width, height };
        let picture = |width, height| Outline::Picture {
            size: size(width, height),
            has_alpha: false,
        };
        let page = |width, height| Outline::Pages {
            pages: vec![size(width, height)],
            active: Vec::new(),
        };
        for (what, outline, on_screen, drawn) in [
            (
                "a zoomed picture",
                picture(300.0, 200.0),
                (2400, 1600),
                (300, 200),
            ),
            (
                "a large picture",
                picture(6000.0, 4000.0),
                (2400, 1600),
                (2400, 1600),
            ),
            ("a page", page(600.0, 400.0), (2400, 1600), (2400, 1600)),
            (
                "a strip, stretched to be seen",
                page(1.0, 14_400.0),
                (8, 960),
                (1, 14_400),
            ),
            ("a lying strip", page(14_400.0, 1.0), (1200, 8), (1200, 1)),
        ] {
            let (width, height) = on_screen;
            let size = drawn_box(&outline, 0, PageBox { width, height });
            assert_eq!((size.width, size.height), drawn, "{what}");
        }
    }

    #[test]
    fn pictures_of_a_film_fit_and_are_never_enlarged() {
        let views = |width, height| {
            let size = PageSize { width, height };
            film(size, 2, [168.0, 200.0])
        };
        assert_eq!(
            views(1920.0, 1080.0),
            [(whole(0, 168), 168 * 95 * 4), (whole(1, 168), 168 * 95 * 4)]
        );
        assert_eq!(views(1080.0, 1920.0)[0], (whole(0, 113), 113 * 201 * 4));
        assert_eq!(views(64.0, 48.0)[0], (whole(0, 64), 64 * 48 * 4));
    }

    #[test]
    fn only_whole_pictures_of_bearable_size_are_sound() {
        let picture = |width: u32, height: u32, bytes: usize| PreviewPixels {
            width,
            height,
            pixels: vec![0; bytes],
        };
        assert!(is_sound(&picture(2, 3, 24)));
        assert!(!is_sound(&picture(2, 3, 23)));
        assert!(!is_sound(&picture(0, 3, 0)));
        assert!(!is_sound(&picture(1, 14_400, 57_600)));
    }
}
