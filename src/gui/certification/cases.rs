//! Cases at hand: the open one and its neighbours, so that the next one is there in the frame of the key.

use std::collections::BTreeMap;

use crate::domain::id::ItemId;
use crate::engine::CaseView;
use crate::worker::Trouble;

#[derive(Debug, Default)]
struct Entry {
    view: Option<Box<CaseView>>,
    failed: Option<Trouble>,
    asked: bool,
    /// Changed since it was asked for.
    stale: bool,
}

#[derive(Debug, Default)]
pub struct Cases(BTreeMap<ItemId, Entry>);

impl Cases {
    pub fn get(&self, item: ItemId) -> Option<&CaseView> {
        self.0.get(&item)?.view.as_deref()
    }

    pub fn failure(&self, item: ItemId) -> Option<&Trouble> {
        self.0.get(&item)?.failed.as_ref()
    }

    /// Keeps `wanted` and forgets all others; returns those that must be asked for.
    pub fn want(&mut self, wanted: &[ItemId]) -> Vec<ItemId> {
        self.0.retain(|item, entry| wanted.contains(item) || entry.asked);
        wanted
            .iter()
            .copied()
            .filter(|item| {
                let entry = self.0.entry(*item).or_default();
                let missing = entry.view.is_none() && entry.failed.is_none();
                let ask = !entry.asked && (missing || entry.stale);
                if ask {
                    entry.asked = true;
                    entry.stale = false;
                }
                ask
            })
            .collect()
    }

    /// Something in the library changed: all are asked for again when they are wanted.
    pub fn all_stale(&mut self) {
        for entry in self.0.values_mut() {
            entry.stale = true;
        }
    }

    /// An answer came; returns what was known before.
    pub fn answered(&mut self, view: CaseView) -> Option<Box<CaseView>> {
        let entry = self.0.entry(view.item.id).or_default();
        entry.asked = false;
        entry.failed = None;
        entry.view.replace(Box::new(view))
    }

    pub fn failed(&mut self, item: ItemId, trouble: &Trouble) {
        let entry = self.0.entry(item).or_default();
        entry.asked = false;
        entry.view = None;
        entry.failed = Some(trouble.clone());
    }

    /// Its question will not be answered.
    pub fn unasked(&mut self, item: ItemId) {
        if let Some(entry) = self.0.get_mut(&item) {
            entry.asked = false;
            entry.stale = true;
        }
    }

    /// Asks again for one that could not be had.
    pub fn retry(&mut self, item: ItemId) {
        if let Some(entry) = self.0.get_mut(&item) {
            entry.failed = None;
            entry.stale = true;
        }
    }
}
