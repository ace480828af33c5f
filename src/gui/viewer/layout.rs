//! Where every page stands: one under the other, in pixels of the screen. Pages of any size are borne: one
//! that is absurdly long or thin neither fills the world nor vanishes.

use std::ops::Range;

use crate::worker::{Outline, PageSize};

use super::zoom::{LEAST, MOST, Turn, Zoom};

/// Between pages and around them, in points.
pub const GAP: f32 = 10.0;
/// Points of the screen per point of a page at natural size: 96 to the inch against 72.
const POINTS_PER_PAGE_POINT: f32 = 96.0 / 72.0;
/// No side of a page is drawn shorter, in points: what is thinner could not be seen.
const LEAST_SIDE: f32 = 4.0;
/// Fitting enlarges at most so far: a stamp need not fill the pane.
const MOST_FIT: f32 = 4.0;
/// Neither side of a page is longer, in pixels: beyond it positions would be imprecise.
const LONGEST_SIDE_PX: f64 = 4_000_000.0;

/// The place where pages are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sight {
    /// In points
    pub width: f32,
    /// In points
    pub height: f32,
    pub pixels_per_point: f32,
}

/// A place in a document that outlives resizing and zooming: what stands at the top of the pane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub page: u32,
    /// How far down the page, as a fraction of its height; a little less than 0 above its edge.
    pub down: f32,
    /// What stands in the middle of the pane, as a fraction of the width of everything.
    pub across: f32,
}

impl Place {
    /// The upper edge of a page, with its gap.
    pub const fn top_of(page: u32) -> Self {
        Self {
            page,
            down: f32::NEG_INFINITY,
            across: 0.5,
        }
    }
}

impl Default for Place {
    fn default() -> Self {
        Self::top_of(0)
    }
}

/// A page in pixels, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageBox {
    pub width: u32,
    pub height: u32,
}

/// All pages of a document at one magnification.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub sight: Sight,
    pub turn: Turn,
    pages: Vec<PageBox>,
    /// Upper edge of each page; the last one is where a further page would begin.
    tops: Vec<f64>,
    /// Width of the widest page with gaps
    width: f64,
    gap: f64,
}

/// What of a document decides where its pages stand.
#[derive(Debug, Clone, Copy)]
pub struct Measure {
    pub sight: Sight,
    pub zoom: Zoom,
    pub turn: Turn,
    /// A picture: natural size is one pixel of the screen per pixel.
    pub picture: bool,
}

impl Measure {
    /// Points of the screen per unit of the page at natural size.
    fn natural(&self) -> f32 {
        if self.picture {
            1.0 / self.sight.pixels_per_point
        } else {
            POINTS_PER_PAGE_POINT
        }
    }

    /// Times natural size for a page.
    pub fn factor(&self, size: PageSize) -> f32 {
        let (width, height) = turned_size(size, self.turn);
        let natural = self.natural();
        let across = (self.sight.width - 2.0 * GAP).max(LEAST_SIDE) / (width * natural);
        let down = (self.sight.height - 2.0 * GAP).max(LEAST_SIDE) / (height * natural);
        // A picture is never enlarged by itself.
        let most = if self.picture { 1.0 } else { MOST_FIT };
        match self.zoom {
            Zoom::FitWidth => across.min(most),
            Zoom::FitPage => across.min(down).min(most),
            Zoom::Natural(factor) => factor.clamp(LEAST, MOST),
        }
    }

    /// A page in pixels.
    pub fn page_box(&self, size: PageSize) -> PageBox {
        let size = sane(size);
        let pixels = f64::from(self.factor(size) * self.natural() * self.sight.pixels_per_point);
        let least = f64::from(LEAST_SIDE * self.sight.pixels_per_point);
        let side = |length: f32| (f64::from(length) * pixels).clamp(least, LONGEST_SIDE_PX).round() as u32;
        PageBox {
            width: side(size.width),
            height: side(size.height),
        }
    }
}

/// Sizes from strangers' files: never zero, negative or endless.
pub(super) fn sane(size: PageSize) -> PageSize {
    let side = |length: f32| {
        if length.is_finite() {
            length.clamp(0.01, 1e7)
        } else {
            1.0
        }
    };
    PageSize {
        width: side(size.width),
        height: side(size.height),
    }
}

fn turned_size(size: PageSize, turn: Turn) -> (f32, f32) {
    let size = sane(size);
    if turn.lies() {
        (size.height, size.width)
    } else {
        (size.width, size.height)
    }
}

impl Layout {
    /// Lays out the pages of `outline`.
    pub fn new(outline: &Outline, sight: Sight, zoom: Zoom, turn: Turn) -> Self {
        let measure = Measure {
            sight,
            zoom,
            turn,
            picture: matches!(outline, Outline::Picture { .. }),
        };
        let gap = f64::from((GAP * sight.pixels_per_point).round());
        let sizes = outline.page_sizes();
        let mut pages = Vec::with_capacity(sizes.len());
        let mut tops = Vec::with_capacity(sizes.len() + 1);
        let (mut top, mut width) = (gap, 0.0_f64);
        for size in sizes {
            let page = measure.page_box(*size);
            let (across, down) = turned(page, turn);
            tops.push(top);
            top += f64::from(down) + gap;
            width = width.max(f64::from(across));
            pages.push(page);
        }
        tops.push(top);
        Self {
            sight,
            turn,
            pages,
            tops,
            width: width + 2.0 * gap,
            gap,
        }
    }

    pub fn page_count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    /// A page in pixels, upright.
    pub fn page(&self, page: u32) -> Option<PageBox> {
        self.pages.get(page as usize).copied()
    }

    /// Width and height of everything, in pixels.
    pub fn content(&self) -> [f64; 2] {
        let end = self.tops.last().copied().unwrap_or(0.0);
        [self.width, end]
    }

    /// The pane, in pixels.
    pub fn view(&self) -> [f64; 2] {
        let scale = f64::from(self.sight.pixels_per_point);
        [
            f64::from(self.sight.width) * scale,
            f64::from(self.sight.height) * scale,
        ]
    }

    /// Where a page stands, in pixels from the top left of everything: left, top, width, height. Pages stand
    /// in the middle of the pane, or of the widest page if that is wider.
    pub fn rect(&self, page: u32) -> Option<[f64; 4]> {
        let index = page as usize;
        let (width, height) = turned(*self.pages.get(index)?, self.turn);
        let across = self.width.max(self.view()[0]);
        let left = ((across - f64::from(width)) / 2.0).floor();
        Some([left, *self.tops.get(index)?, f64::from(width), f64::from(height)])
    }

    /// The page at this height; in a gap, the one below it.
    pub fn page_at(&self, y: f64) -> u32 {
        let below = self.tops.partition_point(|top| *top <= y);
        let above = below.saturating_sub(1);
        let index = match self.rect(u32::try_from(above).unwrap_or(u32::MAX)) {
            Some([_, top, _, height]) if y >= top + height => above + 1,
            _ => above,
        };
        let last = self.pages.len().saturating_sub(1);
        u32::try_from(index.min(last)).unwrap_or(u32::MAX)
    }

    /// Pages of which something stands between two heights.
    pub fn pages_between(&self, from: f64, to: f64) -> Range<u32> {
        if self.pages.is_empty() || to <= from {
            return 0..0;
        }
        let first = self.page_at(from);
        let end = self.tops[..self.pages.len()].partition_point(|top| *top < to);
        first..u32::try_from(end).unwrap_or(u32::MAX).max(first)
    }

    /// The page a person would say is open: the one at a third of the pane; the last one at the end.
    pub fn current(&self, offset: [f64; 2]) -> u32 {
        let [_, height] = self.view();
        if offset[1] > 0.0 && offset[1] + height >= self.content()[1] - 1.0 {
            return self.page_count().saturating_sub(1);
        }
        self.page_at(offset[1] + height / 3.0)
    }

    /// How far everything is moved up and left, in pixels, to show `place`.
    pub fn offset(&self, place: Place) -> [f64; 2] {
        let page = place.page.min(self.page_count().saturating_sub(1));
        let Some([_, top, _, height]) = self.rect(page) else {
            return [0.0; 2];
        };
        let down = f64::from(place.down) * height;
        let down = if down.is_nan() { 0.0 } else { down.max(-self.gap) };
        let [width, _] = self.content();
        let across = f64::from(place.across) * width - self.view()[0] / 2.0;
        self.clamped([across, top + down])
    }

    /// The nearest offset that shows only document.
    pub fn clamped(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let ([width, height], [view_width, view_height]) = (self.content(), self.view());
        [
            x.clamp(0.0, (width - view_width).max(0.0)),
            y.clamp(0.0, (height - view_height).max(0.0)),
        ]
    }

    /// What is shown at an offset.
    pub fn place(&self, offset: [f64; 2]) -> Place {
        let [x, y] = self.clamped(offset);
        let page = self.page_at(y);
        let [width, _] = self.content();
        let Some([_, top, _, height]) = self.rect(page) else {
            return Place::default();
        };
        let across = if width > self.view()[0] {
            ((x + self.view()[0] / 2.0) / width) as f32
        } else {
            0.5
        };
        Place {
            page,
            down: ((y - top) / height) as f32,
            across,
        }
    }

    /// The place where a point of a page stands at a point of the pane, in points from its top left.
    pub fn place_with(&self, page: u32, point: [f32; 2], at: [f32; 2]) -> Place {
        let Some([left, top, width, height]) = self.rect(page) else {
            return Place::default();
        };
        let scale = f64::from(self.sight.pixels_per_point);
        self.place([
            left + f64::from(point[0]) * width - f64::from(at[0]) * scale,
            top + f64::from(point[1]) * height - f64::from(at[1]) * scale,
        ])
    }

    /// Which page, and which fraction of it, stands at a point of the pane.
    pub fn under(&self, offset: [f64; 2], at: [f32; 2]) -> (u32, [f32; 2]) {
        let scale = f64::from(self.sight.pixels_per_point);
        let y = offset[1] + f64::from(at[1]) * scale;
        let page = self.page_at(y);
        let Some([left, top, width, height]) = self.rect(page) else {
            return (0, [0.5, 0.0]);
        };
        let x = offset[0] + f64::from(at[0]) * scale;
        (page, [((x - left) / width) as f32, ((y - top) / height) as f32])
    }

    /// One pane further down: the page that begins in sight from its top, else the rest of a long page.
    pub fn pane_down(&self, offset: [f64; 2]) -> [f64; 2] {
        let [_, view] = self.view();
        let bottom = offset[1] + view;
        let Some([_, top, _, height]) = self.rect(self.page_at(bottom - 1.0)) else {
            return offset;
        };
        let end = top + height;
        let y = if end <= bottom {
            end
        } else if top - self.gap > offset[1] + view * 0.4 {
            top - self.gap
        } else {
            (offset[1] + view * 0.9).min(end + self.gap - view)
        };
        self.clamped([offset[0], y])
    }

    /// One pane further up.
    pub fn pane_up(&self, offset: [f64; 2]) -> [f64; 2] {
        let [_, view] = self.view();
        let page = self.page_at(offset[1] + self.gap);
        let Some([_, top, _, _]) = self.rect(page) else {
            return offset;
        };
        let step = offset[1] - view * 0.9;
        let y = if top - self.gap < offset[1] - 1.0 {
            // First the rest of this page.
            step.max(top - self.gap)
        } else {
            match page.checked_sub(1).and_then(|before| self.rect(before)) {
                Some([_, before, _, height]) if height + 2.0 * self.gap <= view => before - self.gap,
                _ => step,
            }
        };
        self.clamped([offset[0], y])
    }
}

fn turned(page: PageBox, turn: Turn) -> (u32, u32) {
    if turn.lies() {
        (page.height, page.width)
    } else {
        (page.width, page.height)
    }
}

#[cfg(test)]
mod tests;
