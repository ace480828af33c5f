//! Decisions of this session that can be taken back: one stack, one entry per key press.

use crate::domain::id::ItemId;
use crate::engine::SeenItem;

use super::ReturnDraft;

/// What was decided together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoGroup {
    /// Number of the act; a batch that was answered in two parts is still one.
    pub act: u64,
    /// With the versions they have since.
    pub items: Vec<SeenItem>,
    /// What was written for them: it comes back with them.
    drafts: Vec<(ItemId, ReturnDraft)>,
}

#[derive(Debug, Clone, Default)]
pub struct UndoStack(Vec<UndoGroup>);

impl UndoStack {
    /// Adds what was decided by `act`, with what was written for it.
    pub fn push(&mut self, act: u64, items: &[SeenItem], drafts: Vec<(ItemId, ReturnDraft)>) {
        if items.is_empty() {
            return;
        }
        // An older entry for the same item could not be taken back any more.
        self.forget(items.iter().map(|seen| seen.item));
        match self.0.iter_mut().find(|group| group.act == act) {
            Some(group) => {
                group.items.extend(items);
                group.drafts.extend(drafts);
            }
            None => self.0.push(UndoGroup {
                act,
                items: items.to_vec(),
                drafts,
            }),
        }
    }

    pub fn last(&self) -> Option<&UndoGroup> {
        self.0.last()
    }

    /// What was written for these items.
    pub fn drafts(&self, items: impl IntoIterator<Item = ItemId>) -> Vec<(ItemId, ReturnDraft)> {
        let written = || self.0.iter().flat_map(|group| &group.drafts);
        items
            .into_iter()
            .filter_map(|item| written().rev().find(|(of, _)| *of == item).cloned())
            .collect()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets items that were taken back, or that others have changed since.
    pub fn forget(&mut self, items: impl IntoIterator<Item = ItemId>) {
        for item in items {
            for group in &mut self.0 {
                group.items.retain(|seen| seen.item != item);
            }
        }
        self.0.retain(|group| !group.items.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(item: u64, version: u64) -> SeenItem {
        SeenItem {
            item: ItemId(item),
            version,
            unopened: false,
        }
    }

    #[test]
    fn one_batch_is_one_undo_even_when_it_was_answered_in_parts() {
        let mut stack = UndoStack::default();
        stack.push(1, &[seen(1, 3)], Vec::new());
        stack.push(2, &[seen(2, 3), seen(3, 3)], Vec::new());
        stack.push(2, &[seen(4, 5)], Vec::new());
        assert_eq!(stack.last().unwrap().items.len(), 3);
        stack.forget([ItemId(2), ItemId(3), ItemId(4)]);
        assert_eq!(stack.last().unwrap().items, [seen(1, 3)]);
    }

    #[test]
    fn only_the_newest_decision_on_an_item_stays() {
        let mut stack = UndoStack::default();
        stack.push(1, &[seen(1, 3)], Vec::new());
        stack.push(2, &[seen(1, 4)], Vec::new());
        assert_eq!(stack.last().unwrap().items, [seen(1, 4)]);
        stack.forget([ItemId(1)]);
        assert!(stack.is_empty());
    }
}
