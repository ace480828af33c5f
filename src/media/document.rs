//! A document as a viewer handles it: bytes with a name, what is in it, views of its pages.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Deserialize, Serialize};

use crate::domain::active_content::ActiveCount;
use crate::domain::file::FileKind;
use crate::domain::no_preview::NoFilm;

/// Bytes that are looked at more than once. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Document {
    /// Tells these bytes from all others (their blake3 hash): a child that holds them already is not sent
    /// them again.
    pub key: [u8; 32],
    pub kind: FileKind,
    pub bytes: Arc<[u8]>,
}

/// Raised by whoever does not want the answer any more; the work is given up soon after.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn raise(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Size of a page as it stands upright: points (1/72 inch) in a PDF, pixels in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PageSize {
    pub width: f32,
    pub height: f32,
}

impl PageSize {
    /// Height in pixels of a page that is drawn `width_px` wide; at least 1.
    pub fn height_px(self, width_px: u32) -> u32 {
        let height = f64::from(width_px) * f64::from(self.height) / f64::from(self.width);
        height.round().clamp(1.0, f64::from(u32::MAX)) as u32
    }
}

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Outline {
    Pages {
        pages: Vec<PageSize>,
        /// What it could do by itself, most serious first; empty for nearly all documents.
        #[serde(with = "super::child::active_counts")]
        active: Vec<ActiveCount>,
    },
    Picture {
        size: PageSize,
        /// Some of it is see-through: shown on a checkerboard.
        has_alpha: bool,
    },
    Media(MediaOutline),
}

impl Outline {
    /// Pages to draw: none for sound and video.
    pub fn page_sizes(&self) -> &[PageSize] {
        match self {
            Self::Pages { pages, .. } => pages,
            Self::Picture { size, .. } => std::slice::from_ref(size),
            Self::Media(_) => &[],
        }
    }
}

/// What can be told of sound and video without playing it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MediaOutline {
    pub millis: u64,
    /// Names of the codecs as people know them: `H.264`, `AAC`, `MP3`.
    pub video_codec: Option<String>,
    pub audio_codec: Option<String>,
    /// Of the whole file, in bits per second.
    pub bit_rate: u64,
    pub sample_rate: Option<u32>,
    pub channels: Option<u32>,
    /// Pixels of the video
    pub video_size: Option<(u32, u32)>,
    /// Loudest sample in each of equally long stretches, 0 to 255; empty where the sound was not decoded.
    pub waveform: Vec<u8>,
    /// `None` of sound
    pub film: Option<Film>,
}

/// Pictures out of a video. They are drawn as pages are, by their number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Film {
    Pictures {
        /// Of each, in pixels, as it is shown
        size: PageSize,
        /// When each is shown, from the start
        millis: Vec<u64>,
    },
    Absent(#[serde(with = "super::child::NoFilmMirror")] NoFilm),
}

/// A part of a page at a magnification. The whole page is `width_px` wide; only `part` of it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PageView {
    /// From 0
    pub page: u32,
    /// Of the whole page
    pub width_px: u32,
    /// `None`: all of it
    pub part: Option<PagePart>,
}

/// In pixels of the whole page at its magnification, from the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PagePart {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// Where a text was found.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FoundText {
    /// The document has text at all; scanned pages have none.
    pub has_text: bool,
    /// In reading order
    pub hits: Vec<TextHit>,
    /// There are more hits than are listed.
    pub more: bool,
}

/// One place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextHit {
    /// From 0
    pub page: u32,
    /// One box per line, as fractions of the page: left, top, right, bottom.
    pub boxes: Vec<[f32; 4]>,
}
