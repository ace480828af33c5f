//! Which item is open, and which are marked for one common decision.

use std::collections::BTreeSet;

use crate::domain::id::ItemId;

/// How a row was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A click: this one alone.
    One,
    /// Ctrl + click: in or out.
    Toggle,
    /// Shift + click: everything from the last one chosen up to this.
    Range,
}

#[derive(Debug, Clone, Default)]
pub struct Selection {
    pub open: Option<ItemId>,
    marked: BTreeSet<ItemId>,
    /// Where a range begins.
    anchor: Option<ItemId>,
}

impl Selection {
    /// Opens an item alone.
    pub fn open_alone(&mut self, item: ItemId) {
        self.marked.clear();
        self.anchor = Some(item);
        self.open = Some(item);
    }

    /// Goes to an item. What is marked stays marked, as in a list of mails.
    pub fn go(&mut self, item: ItemId) {
        self.anchor = Some(item);
        self.open = Some(item);
    }

    /// Takes the open item in or out, and nothing beside it. It stays open.
    pub fn mark_open(&mut self) {
        if let Some(open) = self.open {
            if !self.marked.remove(&open) {
                self.marked.insert(open);
            }
            self.anchor = Some(open);
        }
    }

    /// A row of `order` was chosen; returns the item that is to be open now.
    pub fn pick(&mut self, item: ItemId, pick: Pick, order: &[ItemId]) -> ItemId {
        match pick {
            Pick::One => self.open_alone(item),
            Pick::Toggle => {
                if self.marked.is_empty() {
                    self.marked.extend(self.open);
                }
                if !self.marked.remove(&item) {
                    self.marked.insert(item);
                }
                self.anchor = Some(item);
                if self.marked.len() < 2 {
                    let left = self.marked.first().copied().unwrap_or(item);
                    self.open_alone(left);
                } else {
                    self.open = Some(item);
                }
            }
            Pick::Range => {
                let from = self.anchor.or(self.open).unwrap_or(item);
                let place = |wanted: ItemId| order.iter().position(|other| *other == wanted);
                let (Some(from_place), Some(to_place)) = (place(from), place(item)) else {
                    self.open_alone(item);
                    return item;
                };
                let range = from_place.min(to_place)..=from_place.max(to_place);
                self.marked = order[range].iter().copied().collect();
                self.anchor = Some(from);
                self.open = Some(item);
                if self.marked.len() < 2 {
                    self.marked.clear();
                }
            }
        }
        self.open.unwrap_or(item)
    }

    pub fn mark_all(&mut self, order: &[ItemId]) {
        self.marked = order.iter().copied().collect();
        if self.marked.len() < 2 {
            self.marked.clear();
        }
    }

    pub fn clear_marks(&mut self) {
        self.marked.clear();
    }

    /// Decisions are common ones: about what is marked, unless that is the open item and no other.
    pub fn is_many(&self) -> bool {
        match self.marked.first() {
            Some(first) => self.marked.len() > 1 || self.open != Some(*first),
            None => false,
        }
    }

    /// Something is marked: every row shows whether it is.
    pub fn has_marks(&self) -> bool {
        !self.marked.is_empty()
    }

    pub fn is_marked(&self, item: ItemId) -> bool {
        self.marked.contains(&item)
    }

    pub fn marked(&self) -> &BTreeSet<ItemId> {
        &self.marked
    }

    /// Forgets marks of items that are no longer shown: nobody decides about what is out of sight.
    pub fn keep(&mut self, is_shown: impl Fn(ItemId) -> bool) {
        self.marked.retain(|item| is_shown(*item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDER: [ItemId; 5] = [ItemId(5), ItemId(3), ItemId(9), ItemId(1), ItemId(7)];

    fn marked(selection: &Selection) -> Vec<u64> {
        selection.marked().iter().map(|item| item.0).collect()
    }

    #[test]
    fn a_range_follows_the_order_on_the_screen_and_turns_round_its_anchor() {
        let mut selection = Selection::default();
        selection.pick(ItemId(9), Pick::One, &ORDER);
        assert!(!selection.is_many());
        selection.pick(ItemId(5), Pick::Range, &ORDER);
        assert_eq!(marked(&selection), [3, 5, 9]);
        selection.pick(ItemId(7), Pick::Range, &ORDER);
        assert_eq!(marked(&selection), [1, 7, 9]);
        assert_eq!(selection.open, Some(ItemId(7)));
        selection.pick(ItemId(9), Pick::Range, &ORDER);
        assert!(!selection.is_many(), "a range of one is no batch");
    }

    #[test]
    fn control_and_click_takes_in_and_out() {
        let mut selection = Selection::default();
        selection.pick(ItemId(5), Pick::One, &ORDER);
        selection.pick(ItemId(1), Pick::Toggle, &ORDER);
        assert_eq!(marked(&selection), [1, 5], "the open one is part of it");
        selection.pick(ItemId(5), Pick::Toggle, &ORDER);
        assert!(!selection.is_many());
        assert_eq!(selection.open, Some(ItemId(1)));
    }

    #[test]
    fn marks_out_of_sight_are_forgotten() {
        let mut selection = Selection::default();
        selection.mark_all(&ORDER);
        selection.keep(|item| item.0 > 4);
        assert_eq!(marked(&selection), [5, 7, 9]);
        selection.keep(|item| item.0 == 3);
        assert!(!selection.has_marks());
    }

    #[test]
    fn one_alone_is_marked_where_one_stands_and_going_on_leaves_it_marked() {
        let mut selection = Selection::default();
        selection.mark_open();
        assert!(!selection.has_marks(), "nothing is open");
        selection.pick(ItemId(5), Pick::One, &ORDER);
        selection.mark_open();
        assert_eq!((marked(&selection), selection.open), (vec![5], Some(ItemId(5))));
        assert!(!selection.is_many(), "it is the open one, and no other");
        selection.go(ItemId(9));
        assert!(selection.is_many(), "what is marked is not what is open");
        selection.mark_open();
        assert_eq!(marked(&selection), [5, 9], "not what lies between");
        selection.mark_open();
        selection.go(ItemId(5));
        selection.mark_open();
        assert!(!selection.has_marks());
    }
}
