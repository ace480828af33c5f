//! Reasons and notes of returns that are being written. They stay when one goes to another item.

use std::collections::BTreeMap;

use crate::domain::id::ItemId;
use crate::domain::outcome::ReturnReason;

/// What a reason and a note are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnOf {
    Item(ItemId),
    /// Everything that is marked
    Many,
}

/// The two journaled parts of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnText {
    /// As [`ReturnReason::code`]
    Reason,
    Note,
}

/// A return that is not given yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReturnDraft {
    pub reason: Option<ReturnReason>,
    pub note: String,
}

impl ReturnDraft {
    pub fn is_empty(&self) -> bool {
        self.reason.is_none() && self.note.is_empty()
    }

    /// Other reasons say what they are; the engine asks for it, too.
    pub fn lacks_words(&self) -> bool {
        self.reason == Some(ReturnReason::Other) && self.note.trim().is_empty()
    }

    pub fn is_ready(&self) -> bool {
        self.reason.is_some() && !self.lacks_words()
    }
}

#[derive(Debug, Default)]
pub struct Returns {
    drafts: BTreeMap<ReturnOf, ReturnDraft>,
    /// Whose reasons are shown.
    pub open: Option<ReturnOf>,
}

impl Returns {
    pub fn draft(&self, of: ReturnOf) -> Option<&ReturnDraft> {
        self.drafts.get(&of).filter(|draft| !draft.is_empty())
    }

    pub fn draft_mut(&mut self, of: ReturnOf) -> &mut ReturnDraft {
        self.drafts.entry(of).or_default()
    }

    pub fn forget(&mut self, of: ReturnOf) {
        self.drafts.remove(&of);
    }
}
