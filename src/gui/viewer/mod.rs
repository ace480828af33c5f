//! The document pane: continuous pages, drawn in the background as they come into sight.
//!
//! The state is plain data: what is shown, how large, which parts are at hand. The update decides what to
//! ask the worker for; drawing only draws, and says what is in sight. Whoever shows documents calls
//! `show` and `prepare`, draws
//! [`viewer_ui`] and hands on [`key_actions`].
//!
//! | file | what it holds |
//! | --- | --- |
//! | `zoom`, `layout` | magnification, rotation, where every page stands |
//! | `wanted` | which pictures that needs |
//! | `parts`, `documents`, `search` | what has come: pictures, outlines, hits |
//! | `pane` and below | drawing |

mod absent;
mod active;
mod bar;
mod documents;
mod film;
mod keys;
mod layout;
mod media;
mod pages;
mod paint;
mod pane;
mod parts;
mod scroll_bars;
mod search;
mod search_row;
mod thumbnails;
mod tools;
pub mod wanted;
mod zoom;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::domain::file::FileKind;
use crate::domain::id::{FileId, ItemId};
use crate::gui::theme::size;
use crate::worker::{Film, MediaOutline, Outline, PageView};

pub use documents::{Absent, Documents, Known};
pub use keys::{DocumentCommand, key_actions};
pub use layout::{Layout, Measure, Place, Sight};
pub use pane::viewer_ui;
pub use parts::{BUDGET_BYTES, Parts, bytes_of};
pub use search::Search;
pub use zoom::{Turn, Zoom, step_down, step_up};

/// Places of so many documents are remembered.
const MOST_PLACES: usize = 2000;

/// A file that can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub item: ItemId,
    pub file: FileId,
    pub kind: FileKind,
    pub name: String,
    pub bytes: u64,
}

/// What was done in the pane.
#[derive(Debug, Clone, PartialEq)]
pub enum ViewerAction {
    /// Another file is to be shown.
    Show(Option<Shown>),
    /// Files that are likely to be shown next, likeliest first.
    Prepare(Vec<Shown>),
    /// The place where pages are drawn has this size.
    Seen(Pane, Sight),
    Scrolled(Pane, Place),
    Zoom(Zoom),
    /// One step larger or smaller.
    ZoomStep(Pane, Larger),
    /// By a factor, around a point of the pane (points from its top left).
    ZoomAt(Pane, f32, [f32; 2]),
    /// Twice as large around a point; back to the fit when it does not fit.
    ToggleFit(Pane, [f32; 2]),
    /// A quarter to the right.
    Rotate,
    GoTo(Pane, u32),
    PaneDown(Pane),
    PaneUp(Pane),
    Home(Pane),
    End(Pane),
    ToggleThumbnails,
    /// These thumbnails are in sight; edges of one in pixels.
    ThumbnailsSeen(Pane, Range<u32>, [f32; 2]),
    ToggleActiveContent,
    OpenSearch,
    CloseSearch,
    SearchFor(String),
    /// The next hit, or the previous one.
    SearchStep {
        forward: bool,
    },
    /// Tries once more what could not be shown.
    Retry,
    /// The first page of this file, or the sentence why there is none, is on the screen.
    Painted(FileId),
    /// Opens or closes one of the other places for the document.
    TogglePane(Pane),
}

/// A direction of magnification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Larger {
    Yes,
    No,
}

/// Which of the places that show the same document is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Beside the record
    Beside,
    /// Alone in the window
    Alone,
    /// In the second window
    SecondWindow,
}

impl Pane {
    /// The two places in the first window are never seen at once: they share what they show.
    const fn screen(self) -> usize {
        match self {
            Self::Beside | Self::Alone => 0,
            Self::SecondWindow => 1,
        }
    }
}

/// What one window shows of the document.
#[derive(Debug, Default)]
struct Screen {
    sight: Option<Sight>,
    layout: Option<Layout>,
    place: Place,
    thumbnails: Option<(Range<u32>, [f32; 2])>,
}

/// Where a document was left.
#[derive(Debug, Clone, Copy, Default)]
struct Left {
    places: [Place; 2],
    turn: Turn,
}

/// Everything the pane knows.
#[derive(Debug, Default)]
pub struct Viewer {
    pub shown: Option<Shown>,
    /// Whether the document is to be alone in its window.
    pub alone: bool,
    /// Whether the document is to be shown in a window of its own.
    pub second_window: bool,
    zoom: Zoom,
    /// The fit that the next document begins with.
    fit: Zoom,
    turn: Turn,
    screens: [Screen; 2],
    left: BTreeMap<FileId, Left>,
    pub parts: Parts,
    pub documents: Documents,
    pub neighbours: Vec<Shown>,
    pub search: Search,
    pub thumbnails: bool,
    /// What the kinds of active content mean is unfolded.
    pub active_content: bool,
    painted: BTreeSet<FileId>,
}

impl Viewer {
    /// The first page of this file, or the sentence why there is none, has been on the screen.
    pub fn was_painted(&self, file: FileId) -> bool {
        self.painted.contains(&file)
    }

    pub fn painted(&mut self, file: FileId) {
        self.painted.insert(file);
    }

    pub const fn zoom(&self) -> Zoom {
        self.zoom
    }

    pub const fn turn(&self) -> Turn {
        self.turn
    }

    pub fn sight(&self, pane: Pane) -> Option<Sight> {
        self.screens[pane.screen()].sight
    }

    pub fn layout(&self, pane: Pane) -> Option<&Layout> {
        self.screens[pane.screen()].layout.as_ref()
    }

    pub fn place(&self, pane: Pane) -> Place {
        self.screens[pane.screen()].place
    }

    /// How far everything is moved up and left in a pane, in pixels.
    pub fn offset(&self, pane: Pane) -> [f64; 2] {
        let place = self.place(pane);
        self.layout(pane).map_or([0.0; 2], |layout| layout.offset(place))
    }

    /// The page a person would say is open.
    pub fn current_page(&self, pane: Pane) -> u32 {
        let offset = self.offset(pane);
        self.layout(pane).map_or(0, |layout| layout.current(offset))
    }

    pub fn page_count(&self) -> u32 {
        let pages = self.outline().map_or(0, |outline| outline.page_sizes().len());
        u32::try_from(pages).unwrap_or(u32::MAX)
    }

    /// What the open document holds, once known.
    pub fn outline(&self) -> Option<&Outline> {
        self.documents.outline(self.shown.as_ref()?.file)
    }

    /// Why a page of the open document cannot be shown as large as a pane wants it.
    pub fn absent(&self, pane: Pane, page: u32) -> Option<&Absent> {
        let file = self.shown.as_ref()?.file;
        let on_screen = self.layout(pane)?.page(page)?;
        let size = wanted::drawn_box(self.outline()?, page, on_screen);
        self.documents.absent(file, page, wanted::least_width(page, size))
    }

    /// Times natural size at which the open page of a pane is shown.
    pub fn factor(&self, pane: Pane) -> Option<f32> {
        let outline = self.outline()?;
        let size = outline.page_sizes().get(self.current_page(pane) as usize)?;
        let measure = self.measure(outline, self.sight(pane)?, self.turn);
        Some(measure.factor(*size))
    }

    /// The pictures of a film as a pane shows them, with their bytes; none of other documents.
    pub fn film_views(&self, outline: &Outline, pixels_per_point: f32) -> Vec<(PageView, usize)> {
        match outline {
            Outline::Media(MediaOutline {
                film: Some(Film::Pictures { size, millis }),
                ..
            }) => {
                let edges = size::FILM_PICTURE.map(|edge| (edge * pixels_per_point).round());
                wanted::film(*size, millis.len(), edges)
            }
            _ => Vec::new(),
        }
    }

    /// How a document would be laid out now.
    pub fn measure(&self, outline: &Outline, sight: Sight, turn: Turn) -> Measure {
        Measure {
            sight,
            zoom: self.zoom,
            turn,
            picture: matches!(outline, Outline::Picture { .. }),
        }
    }

    /// How a document will be laid out when it is opened: fitted.
    pub fn next_measure(&self, outline: &Outline, sight: Sight, turn: Turn) -> Measure {
        Measure {
            zoom: self.fit,
            ..self.measure(outline, sight, turn)
        }
    }

    /// The thumbnails in sight, and their edges in pixels.
    pub fn thumbnails_in_sight(&self, pane: Pane) -> Option<&(Range<u32>, [f32; 2])> {
        self.screens[pane.screen()].thumbnails.as_ref()
    }

    pub fn see_thumbnails(&mut self, pane: Pane, pages: Range<u32>, edges: [f32; 2]) {
        self.screens[pane.screen()].thumbnails = Some((pages, edges));
    }

    /// Opens `shown`: where it was left, or from its first page.
    pub fn open(&mut self, shown: Option<Shown>) {
        if let Some(before) = &self.shown {
            if self.left.len() >= MOST_PLACES {
                self.left.pop_first();
            }
            let places = [self.screens[0].place, self.screens[1].place];
            let turn = self.turn;
            self.left.insert(before.file, Left { places, turn });
        }
        self.zoom = self.fit;
        self.search.forget();
        let left = shown
            .as_ref()
            .and_then(|shown| self.left.get(&shown.file).copied())
            .unwrap_or_default();
        self.turn = left.turn;
        for (screen, place) in self.screens.iter_mut().zip(left.places) {
            screen.place = place;
            screen.thumbnails = None;
        }
        self.shown = shown;
        self.lay_out();
    }

    /// Lays the pages out anew: something they depend on has changed.
    pub fn lay_out(&mut self) {
        let file = self.shown.as_ref().map(|shown| shown.file);
        let outline = file.and_then(|file| self.documents.outline(file));
        for screen in &mut self.screens {
            screen.layout = match (outline, screen.sight) {
                (Some(outline), Some(sight)) if !outline.page_sizes().is_empty() => {
                    Some(Layout::new(outline, sight, self.zoom, self.turn))
                }
                _ => None,
            };
        }
    }

    pub fn see(&mut self, pane: Pane, sight: Sight) {
        self.screens[pane.screen()].sight = Some(sight);
        self.lay_out();
    }

    pub fn set_place(&mut self, pane: Pane, place: Place) {
        self.screens[pane.screen()].place = place;
    }

    pub fn set_zoom(&mut self, zoom: Zoom) {
        self.zoom = zoom;
        if zoom.fits() {
            self.fit = zoom;
        }
        self.lay_out();
    }

    /// Back to the fit that was used last.
    pub fn refit(&mut self) {
        self.set_zoom(self.fit);
    }

    pub fn rotate(&mut self) {
        self.turn = self.turn.next();
        self.lay_out();
    }

    /// Moves a pane by pixels computed from its layout and offset.
    pub fn move_to(&mut self, pane: Pane, to: impl FnOnce(&Layout, [f64; 2]) -> [f64; 2]) {
        let offset = self.offset(pane);
        if let Some(layout) = self.layout(pane) {
            let place = layout.place(to(layout, offset));
            self.set_place(pane, place);
        }
    }

    /// Magnifies so that what is at a point of the pane stays there.
    pub fn zoom_at(&mut self, pane: Pane, factor: f32, at: [f32; 2]) {
        let offset = self.offset(pane);
        let Some((page, point)) = self.layout(pane).map(|layout| layout.under(offset, at)) else {
            return;
        };
        self.set_zoom(Zoom::natural(factor));
        if let Some(layout) = self.layout(pane) {
            let place = layout.place_with(page, point, at);
            self.set_place(pane, place);
        }
    }

    /// Places on the screen that show the document, with their size: nothing is drawn for the others. The
    /// first window has none while the document is away in the second, except when it is alone there.
    pub fn panes(&self) -> impl Iterator<Item = (Pane, Sight)> {
        let first = self.alone || !self.second_window;
        [(Pane::Beside, first), (Pane::SecondWindow, self.second_window)]
            .into_iter()
            .filter(|(_, is_there)| *is_there)
            .filter_map(|(pane, _)| Some((pane, self.sight(pane)?)))
    }

    /// Those of them that have pages to draw.
    pub fn drawn_panes(&self) -> impl Iterator<Item = Pane> {
        self.panes()
            .map(|(pane, _)| pane)
            .filter(|pane| self.layout(*pane).is_some())
    }
}
