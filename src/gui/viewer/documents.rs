//! What is known of documents: their outlines, and why something of them cannot be shown.

use std::collections::BTreeMap;

use crate::domain::id::FileId;
use crate::domain::no_preview::NoPreview;
use crate::worker::{Outline, Trouble};

use super::parts::Picture;
use super::wanted::is_sound;

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
}

#[derive(Debug, Default)]
pub struct Known {
    /// `None`: not here yet.
    pub outline: Option<Result<Outline, Absent>>,
    /// Pages that could not be drawn
    pub failed: BTreeMap<u32, Absent>,
    /// Key frames of a video
    pub frames: Vec<Picture>,
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

    /// Why the document or the page cannot be shown.
    pub fn absent(&self, file: FileId, page: u32) -> Option<&Absent> {
        let known = self.get(file)?;
        match &known.outline {
            Some(Err(absent)) => Some(absent),
            _ => known.failed.get(&page),
        }
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
    /// Takes the outline in; the frames of a video become pictures.
    pub fn take(&mut self, outline: Result<Outline, Absent>) {
        self.frames.clear();
        self.outline = Some(outline.map(|mut outline| {
            if let Outline::Media(media) = &mut outline {
                self.frames = std::mem::take(&mut media.frames)
                    .into_iter()
                    .filter(is_sound)
                    .map(Picture::new)
                    .collect();
            }
            outline
        }));
    }

    /// Forgets what may be different the next time.
    pub fn forget_failures(&mut self) {
        if matches!(self.outline, Some(Err(_))) {
            self.outline = None;
        }
        self.failed.clear();
    }
}
