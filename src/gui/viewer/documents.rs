//! What is known of documents: their outlines, and why something of them cannot be shown.

use std::collections::BTreeMap;

use crate::domain::id::FileId;
use crate::domain::no_preview::NoPreview;
use crate::worker::{Outline, Trouble};

/// So many are remembered: the open one, its neighbours, and those one goes back to.
const MOST: usize = 24;

/// Why there is nothing to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absent {
    NoPreview(NoPreview),
    /// The file could not be had at all.
    Trouble(Trouble),
}

impl Absent {
    /// Worth trying again.
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::NoPreview(reason) => reason.may_pass(),
            Self::Trouble(_) => true,
        }
    }

    /// Trying the next one would most likely cost as much, and for nothing.
    const fn is_costly(&self) -> bool {
        match self {
            Self::NoPreview(reason) => matches!(
                reason,
                NoPreview::TooSlow | NoPreview::TooBig | NoPreview::CannotStart
            ),
            Self::Trouble(_) => true,
        }
    }

    const fn depends_on_size(&self) -> bool {
        match self {
            Self::NoPreview(reason) => reason.depends_on_size(),
            Self::Trouble(_) => false,
        }
    }
}

/// A page that could not be drawn at this width, in pixels; smaller it may succeed.
#[derive(Debug)]
struct Failed {
    width_px: u32,
    why: Absent,
}

#[derive(Debug, Default)]
pub struct Known {
    /// `None`: not here yet.
    pub outline: Option<Result<Outline, Absent>>,
    failed: BTreeMap<u32, Failed>,
    used: u64,
}

#[derive(Debug, Default)]
pub struct Documents {
    known: BTreeMap<FileId, Known>,
    now: u64,
}

impl Documents {
    pub fn get(&self, file: FileId) -> Option<&Known> {
        self.known.get(&file)
    }

    pub fn outline(&self, file: FileId) -> Option<&Outline> {
        self.get(file)?.outline.as_ref()?.as_ref().ok()
    }

    /// Why the document, or the page when it is `width_px` wide, cannot be shown. What is too much at one
    /// size is too much at every larger one; a smaller one is worth a try.
    pub fn absent(&self, file: FileId, page: u32, width_px: u32) -> Option<&Absent> {
        let known = self.get(file)?;
        if let Some(Err(absent)) = &known.outline {
            return Some(absent);
        }
        let failed = known.failed.get(&page)?;
        (width_px >= failed.width_px || !failed.why.depends_on_size()).then_some(&failed.why)
    }

    /// Whether a picture of a film took all the time or memory there is, or could not be asked for: then
    /// the others are not tried.
    pub fn gave_up(&self, file: FileId) -> Option<&Absent> {
        let mut failed = self.get(file)?.failed.values().map(|failed| &failed.why);
        failed.find(|why| why.is_costly())
    }

    /// The record of a file, newest now; the one that was not used for longest goes.
    pub fn of(&mut self, file: FileId) -> &mut Known {
        self.now += 1;
        if !self.known.contains_key(&file) && self.known.len() >= MOST {
            let oldest = self.known.iter().min_by_key(|(_, known)| known.used);
            if let Some(oldest) = oldest.map(|(file, _)| *file) {
                self.known.remove(&oldest);
            }
        }
        let known = self.known.entry(file).or_default();
        known.used = self.now;
        known
    }

    pub fn len(&self) -> usize {
        self.known.len()
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

impl Known {
    /// A page could not be drawn at this width.
    pub fn fail(&mut self, page: u32, width_px: u32, why: Absent) {
        let smallest = self.failed.get(&page).map_or(u32::MAX, |failed| failed.width_px);
        let width_px = width_px.min(smallest);
        self.failed.insert(page, Failed { width_px, why });
    }

    /// Forgets what may be different the next time.
    pub fn forget_failures(&mut self) {
        if matches!(self.outline, Some(Err(_))) {
            self.outline = None;
        }
        self.failed.clear();
    }
}
