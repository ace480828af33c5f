//! What is asked of the worker, and what is not wanted any more. A few requests at a time, so that what
//! comes into sight never waits behind what might.

use std::collections::BTreeSet;

use crate::domain::id::FileId;
use crate::gui::effect::Effect;
use crate::gui::state::{Asked, State};
use crate::gui::viewer::wanted::{self, Key};
use crate::gui::viewer::{BUDGET_BYTES, Shown, Sight, Viewer, bytes_of};
use crate::worker::{Outline, PageView, Request, Ticket};

use super::{UPRIGHT, ViewerAsked};

/// Requests under way at once.
const AT_ONCE: usize = 4;
/// Documents that are prepared.
const NEIGHBOURS: usize = 3;
/// Pictures of a film that is prepared: something to look at while the others come.
const PREPARED_PICTURES: usize = 4;
/// What is wanted at once leaves room for what was seen a moment ago.
const WANTED_BYTES: usize = BUDGET_BYTES / 4 * 3;

/// One thing that is wanted.
struct Wish {
    shown: Shown,
    asked: ViewerAsked,
    /// A person waits for it.
    in_sight: bool,
}

/// Everything wanted, most urgent first, as far as there is room for it.
struct Wishes<'a> {
    viewer: &'a Viewer,
    all: Vec<Wish>,
    /// Pictures wanted, whether at hand or not
    keys: BTreeSet<Key>,
    bytes: usize,
}

impl Wishes<'_> {
    fn draw(&mut self, shown: &Shown, view: PageView, bytes: usize, in_sight: bool) {
        let key = (shown.file, view);
        let absent = self.viewer.documents.absent(shown.file, view.page, view.width_px);
        if absent.is_some() || self.keys.contains(&key) {
            return;
        }
        // What is in sight is wanted whatever it takes: a screen has only so many pixels.
        if !in_sight && self.bytes + bytes > WANTED_BYTES {
            return;
        }
        self.bytes += bytes;
        self.keys.insert(key);
        if !self.viewer.parts.has(shown.file, view) {
            self.all.push(Wish {
                shown: shown.clone(),
                asked: ViewerAsked::Draw(shown.file, view),
                in_sight,
            });
        }
    }

    fn outline(&mut self, shown: &Shown, in_sight: bool) {
        self.all.push(Wish {
            shown: shown.clone(),
            asked: ViewerAsked::Outline(shown.file),
            in_sight,
        });
    }

    fn open_document(&mut self, shown: &Shown) {
        let viewer = self.viewer;
        let known = viewer.documents.get(shown.file);
        if known.is_none_or(|known| known.outline.is_none()) {
            self.outline(shown, true);
        }
        let Some(outline) = viewer.documents.outline(shown.file) else {
            return;
        };
        self.film(shown, outline, true);
        let mut near = Vec::new();
        for pane in viewer.drawn_panes() {
            let Some(layout) = viewer.layout(pane) else {
                continue;
            };
            let size = |view: PageView| {
                let page = layout.page(view.page);
                page.map_or(0, |page| {
                    let (width, height) =
                        wanted::picture_size(view, wanted::drawn_box(outline, view.page, page));
                    bytes_of(width, height)
                })
            };
            let (seen, around) = wanted::around(outline, layout, viewer.place(pane));
            for view in seen {
                self.draw(shown, view, size(view), true);
            }
            near.extend(around.into_iter().map(|view| (view, size(view))));
            if let Some((pages, edges)) = viewer.thumbnails_in_sight(pane).filter(|_| viewer.thumbnails) {
                let thumbnails = pages.clone().filter_map(|page| {
                    let size_px = wanted::drawn_box(outline, page, layout.page(page)?);
                    let view = wanted::thumbnail(page, size_px, *edges)?;
                    Some((view, size(view)))
                });
                near.extend(thumbnails);
            }
        }
        let search = &viewer.search;
        if search.open && search.found.is_none() && !search.text.trim().is_empty() {
            self.all.push(Wish {
                shown: shown.clone(),
                asked: ViewerAsked::Find(shown.file, search.text.clone()),
                in_sight: true,
            });
        }
        for (view, bytes) in near {
            self.draw(shown, view, bytes, false);
        }
    }

    /// The pictures of a film, unless one of them showed that it is too much.
    fn film(&mut self, shown: &Shown, outline: &Outline, in_sight: bool) {
        let viewer = self.viewer;
        if viewer.documents.gave_up(shown.file).is_some() {
            return;
        }
        for (_, sight) in viewer.panes() {
            let views = viewer.film_views(outline, sight.pixels_per_point);
            let most = if in_sight { views.len() } else { PREPARED_PICTURES };
            for (view, bytes) in views.into_iter().take(most) {
                self.draw(shown, view, bytes, in_sight);
            }
        }
    }

    fn neighbour(&mut self, shown: &Shown) {
        let viewer = self.viewer;
        match viewer
            .documents
            .get(shown.file)
            .and_then(|known| known.outline.as_ref())
        {
            None => self.outline(shown, false),
            Some(Err(_)) => {}
            Some(Ok(outline)) => {
                self.film(shown, outline, false);
                for (_, sight) in viewer.panes() {
                    for (view, bytes) in first_views(viewer, outline, sight) {
                        self.draw(shown, view, bytes, false);
                    }
                }
            }
        }
    }
}

/// What a pane of this size would show of a document that is not open.
fn first_views(viewer: &Viewer, outline: &Outline, sight: Sight) -> Vec<(PageView, usize)> {
    let measure = viewer.next_measure(outline, sight, UPRIGHT);
    wanted::first_pane(outline, measure)
        .into_iter()
        .map(|view| {
            let size = outline.page_sizes().get(view.page as usize);
            let bytes = size.map_or(0, |size| {
                let page = wanted::drawn_box(outline, view.page, measure.page_box(*size));
                let (width, height) = wanted::picture_size(view, page);
                bytes_of(width, height)
            });
            (view, bytes)
        })
        .collect()
}

/// Asks for the most urgent things and lets go of what is not wanted any more.
pub(super) fn pump(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    let viewer = &state.viewer;
    let mut wishes = Wishes {
        viewer,
        all: Vec::new(),
        keys: BTreeSet::new(),
        bytes: 0,
    };
    if let Some(shown) = &viewer.shown {
        wishes.open_document(shown);
    }
    let open = viewer.shown.as_ref().map(|shown| shown.file);
    for neighbour in viewer.neighbours.iter().take(NEIGHBOURS) {
        if Some(neighbour.file) != open {
            wishes.neighbour(neighbour);
        }
    }
    let Wishes { all, keys, .. } = wishes;
    state.viewer.parts.want(keys.iter());

    let mut under_way: Vec<(Ticket, ViewerAsked)> = state
        .asked
        .iter()
        .filter_map(|(ticket, asked)| match asked {
            Asked::Viewer(asked) => Some((*ticket, asked.clone())),
            _ => None,
        })
        .collect();
    let mut effects = Vec::new();
    under_way.retain(|(ticket, asked)| {
        let wanted = all.iter().any(|wish| wish.asked == *asked) || is_sharpening(asked, &all, open);
        if !wanted {
            state.asked.remove(ticket);
            effects.push(Effect::Cancel(*ticket));
        }
        wanted
    });
    for wish in all {
        let same = |asked: &ViewerAsked| *asked == wish.asked || is_same_page(asked, &wish.asked);
        if under_way.iter().any(|(_, asked)| same(asked)) {
            continue;
        }
        if under_way.len() >= AT_ONCE {
            if !wish.in_sight {
                break;
            }
            // What a person waits for takes the place of what was only prepared.
            let prepared = under_way
                .iter()
                .position(|(_, asked)| Some(file_of(asked)) != open);
            let Some(place) = prepared else {
                break;
            };
            let (ticket, _) = under_way.remove(place);
            state.asked.remove(&ticket);
            effects.push(Effect::Cancel(ticket));
        }
        let Shown { item, file, .. } = wish.shown;
        let session = session.clone();
        let request = match wish.asked.clone() {
            ViewerAsked::Outline(_) => Request::Outline { session, item, file },
            ViewerAsked::Draw(_, view) => Request::Draw {
                session,
                item,
                file,
                view,
            },
            ViewerAsked::Find(_, text) => Request::FindText {
                session,
                item,
                file,
                text,
            },
        };
        let ticket = state.ticket(Asked::Viewer(wish.asked.clone()));
        under_way.push((ticket, wish.asked));
        effects.push(Effect::Send(ticket, request));
    }
    effects
}

const fn file_of(asked: &ViewerAsked) -> FileId {
    match asked {
        ViewerAsked::Outline(file) | ViewerAsked::Draw(file, _) | ViewerAsked::Find(file, _) => *file,
    }
}

/// A whole page of the open document that is being drawn at another size than is wanted by now. It is let
/// through, and the right size asked for after it: so a pane whose edge is dragged shows something.
fn is_sharpening(asked: &ViewerAsked, wishes: &[Wish], open: Option<FileId>) -> bool {
    Some(file_of(asked)) == open
        && wishes
            .iter()
            .any(|wish| wish.in_sight && is_same_page(asked, &wish.asked))
}

/// Both draw the same whole page, at sizes too alike to draw both at once.
fn is_same_page(one: &ViewerAsked, other: &ViewerAsked) -> bool {
    match (one, other) {
        (ViewerAsked::Draw(one_file, one), ViewerAsked::Draw(other_file, other)) => {
            let alike = |a: u32, b: u32| a / 2 < b && b / 2 < a;
            one_file == other_file
                && one.page == other.page
                && one.part.is_none()
                && other.part.is_none()
                && alike(one.width_px, other.width_px)
        }
        _ => false,
    }
}
