//! What the window knows of 勾選 beside the records: the what-if board.

use std::collections::BTreeSet;

use crate::domain::id::ItemId;
use crate::domain::selection::Part;

/// See the module.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choosing {
    /// Whether the board is shown
    pub board: bool,
    /// What is supposed to fail on it
    pub failing: BTreeSet<ItemId>,
}

/// What is done on the page of 勾選.
#[derive(Debug, Clone, PartialEq)]
pub enum ChoosingAction {
    Tick(ItemId),
    Untick(ItemId),
    Order(Part, Vec<ItemId>),
    /// Asks with a summary.
    Confirm,
    NoticesRead,
    /// Shows or hides the what-if board.
    Board(bool),
    /// This one fails, or does not.
    Suppose(ItemId, bool),
}

/// What a command about the selection was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoosingPurpose {
    Change,
    Confirm,
}

/// A question about the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoosingQuestion {
    Confirm,
}
