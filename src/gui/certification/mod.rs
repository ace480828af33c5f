//! What the certification panel knows: queue, selection, notes that are being typed, decisions that can be
//! taken back. Plain data; the update changes it, pages draw it.

mod cases;
pub mod commands;
mod filter;
mod returns;
#[cfg(test)]
pub(in crate::gui) mod sample;
mod selection;
mod undo;

use std::collections::BTreeMap;

use crate::domain::act::{Act, fits_state};
use crate::domain::id::{FileId, ItemId, OfferingId};
use crate::domain::outcome::ReturnReason;
use crate::engine::{CaseView, QueueRow, QueueView, SeenItem, Verdict};
use crate::gui::loadable::Loadable;
use crate::text::Message;

pub use cases::Cases;
pub use filter::{Filter, Line, LineKind, Listing, SortBy, Tally, Which};
pub use returns::{ReturnDraft, ReturnOf, ReturnText, Returns};
pub use selection::{Pick, Selection};
pub use undo::{UndoGroup, UndoStack};

/// Where to go in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Next,
    Previous,
    /// The next one that waits; from the end on again from the beginning.
    NextUndecided,
}

/// The panes beside the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SidePane {
    Queue,
    Record,
}

/// What was done in the panel.
#[derive(Debug, Clone, PartialEq)]
pub enum PanelAction {
    /// Asks for queue and case again after trouble.
    Refresh,
    Which(Which),
    Course(Option<OfferingId>),
    Class(Option<String>),
    Sort(SortBy),
    Search(String),
    Pick(ItemId, Pick),
    MarkAll,
    /// Takes the open item in or out, and nothing beside it.
    MarkOpen,
    ClearMarks,
    Step(Step),
    /// Marks everything from where marking began to the next or previous item.
    MarkTo(Step),
    /// 認證成功: the open item, or everything that is marked.
    Certify,
    /// Opens the reasons of a return.
    AskReason,
    Reason(ReturnReason),
    Note(String),
    /// The reasons are closed; what is written stays.
    CloseReasons,
    /// 認證失敗, with the reason chosen.
    Return,
    /// The latest act of this session.
    Undo,
    /// One's own standing decision on the open item, however old.
    UndoOpen,
    ShowFile(FileId),
    /// An edge between the panes was moved.
    Width {
        pane: SidePane,
        /// In points.
        width: f32,
        /// The pointer was let go: worth remembering.
        done: bool,
    },
    /// What happened to an item is to be shown.
    History(ItemId),
    /// Opens the page with the items of one course.
    OpenCourse(OfferingId),
    /// Back to an item that a message speaks of.
    Back(ItemId),
    DismissNotice(usize),
    /// Closes what is open, the nearest thing first.
    Escape,
}

/// A decision on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Number of the act, for taking it back in one.
    pub act: u64,
    pub items: Vec<SeenItem>,
    pub verdict: Verdict,
}

/// One question before many items are decided together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchQuestion {
    pub sent: Sent,
    /// Marked, but nothing that this verdict could be given about now.
    pub left_out: usize,
}

/// What became of many, where not everything could be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchSummary {
    pub title: String,
    pub sentence: String,
    /// Who and what, and why not.
    pub refused: Vec<(String, String)>,
}

/// A decision that was not taken, said above the panes until it is sent away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelNotice {
    pub item: ItemId,
    pub message: Message,
}

/// At most so many notices stand above the panes; older ones go.
pub const MOST_NOTICES: usize = 3;

/// Everything the panel knows.
#[derive(Debug, Default)]
pub struct Panel {
    pub queue: Loadable<QueueView>,
    /// Something changed while the queue was being read.
    pub queue_again: bool,
    pub filter: Filter,
    pub listing: Listing,
    pub selection: Selection,
    /// Where the open item stood, for going on when it has left the list.
    pub position: usize,
    /// Grows whenever the open row should come into sight.
    pub reveal: u64,
    pub cases: Cases,
    /// The file of the open item that was chosen by hand.
    pub chosen_file: Option<FileId>,
    /// Items whose document has been on the screen, with the attempt it belonged to.
    pub opened: BTreeMap<ItemId, u32>,
    /// Decisions under way.
    pub deciding: BTreeMap<ItemId, Verdict>,
    /// Being taken back.
    pub undoing: Vec<ItemId>,
    /// Undo was asked for while its decision was still under way.
    pub undo_when_answered: bool,
    pub returns: Returns,
    pub undo: UndoStack,
    /// Versions that own decisions led to: a change to anything else came from somebody else.
    pub own: BTreeMap<ItemId, u64>,
    pub acts: u64,
    /// What became of a batch, while another question is still open.
    pub summary: Option<Box<BatchSummary>>,
    pub notices: Vec<PanelNotice>,
    /// What somebody else just did to the open item.
    pub elsewhere: Option<String>,
    /// After a login: to the queue if something waits.
    pub land: bool,
}

impl Panel {
    pub fn row(&self, item: ItemId) -> Option<&QueueRow> {
        let place = self.listing.row_place(item)?;
        self.queue.ready()?.rows.get(place)
    }

    pub fn row_mut(&mut self, item: ItemId) -> Option<&mut QueueRow> {
        let place = self.listing.row_place(item)?;
        match &mut self.queue {
            Loadable::Ready(queue) => queue.rows.get_mut(place),
            _ => None,
        }
    }

    /// The open item, as far as it is known.
    pub fn case(&self) -> Option<&CaseView> {
        self.cases.get(self.selection.open?)
    }

    /// How many items wait for this person.
    pub fn waiting(&self) -> usize {
        self.listing.everything.waiting
    }

    /// A decision about it is on its way, or is being taken back.
    pub fn is_pending(&self, item: ItemId) -> bool {
        self.deciding.contains_key(&item) || self.undoing.contains(&item)
    }

    /// Waits, and nothing is under way for it.
    pub fn is_undecided(&self, item: ItemId) -> bool {
        !self.is_pending(item) && self.row(item).is_some_and(QueueRow::waits)
    }

    /// The item that waits after the open one, from the end on again from the beginning.
    pub fn next_undecided(&self) -> Option<ItemId> {
        let order = &self.listing.order;
        let (before, after) = match self.open_place() {
            Some(place) => (place, place + 1),
            // It has left the list: what followed stands in its place now.
            None => (self.position, self.position),
        };
        let rest = order.iter().skip(after).chain(order.iter().take(before));
        rest.copied().find(|item| self.is_undecided(*item))
    }

    /// The neighbours in the list: before and after.
    pub fn neighbours(&self) -> (Option<ItemId>, Option<ItemId>) {
        let (before, after) = match self.open_place() {
            Some(place) => (place.checked_sub(1), place + 1),
            None => (self.position.checked_sub(1), self.position),
        };
        let at = |place: usize| self.listing.order.get(place).copied();
        (before.and_then(at), at(after))
    }

    fn open_place(&self) -> Option<usize> {
        self.selection.open.and_then(|item| self.listing.place(item))
    }

    /// Where the open item stands, or stood.
    pub fn place(&self) -> usize {
        self.open_place().unwrap_or(self.position)
    }

    /// Works out the list anew: the queue or the filter changed.
    pub fn list(&mut self) {
        let place = self.place();
        if let Loadable::Ready(queue) = &self.queue {
            self.listing = Listing::of(queue, &self.filter);
        }
        self.position = place;
        let listing = &self.listing;
        self.selection.keep(|item| listing.place(item).is_some());
    }

    /// Marked items that `act` fits by their state, in the order of the list.
    pub fn fitting(&self, act: Act) -> Vec<&QueueRow> {
        let order = self.listing.order.iter();
        order
            .filter(|item| self.selection.is_marked(**item) && !self.is_pending(**item))
            .filter_map(|item| self.row(*item))
            .filter(|row| fits_state(act, row.state) && !row.filed)
            .collect()
    }

    /// Whether its document, as it was handed in last, has been on the screen.
    pub fn was_opened(&self, row: &QueueRow) -> bool {
        self.opened.get(&row.id) == Some(&row.attempt)
    }

    /// What reasons would be asked for now.
    pub fn return_target(&self) -> Option<ReturnOf> {
        if self.selection.is_many() {
            Some(ReturnOf::Many)
        } else {
            self.selection.open.map(ReturnOf::Item)
        }
    }
}
