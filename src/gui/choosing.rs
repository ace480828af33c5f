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
    /// The part of the page about the 收訖明細
    pub receipt: bool,
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
    /// The 收訖明細, or the selection
    Receipt(bool),
    /// Asks with a summary.
    ConfirmReceipt,
    /// Asks for words.
    ReportReceipt,
    PrintReceipt,
}

/// What a command about the selection was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoosingPurpose {
    Change,
    Confirm,
    ConfirmReceipt,
    ReportReceipt,
}

/// A question about the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoosingQuestion {
    Confirm,
    ConfirmReceipt,
    ReportReceipt,
}
