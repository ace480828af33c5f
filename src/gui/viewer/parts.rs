//! Drawn parts of pages, kept as long as there is room: what was wanted last stays.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureId, TextureOptions};

use crate::domain::id::FileId;
use crate::worker::{PageView, PreviewPixels};

/// All pictures together; a screen of 3840 × 2160 takes 33 MB.
pub const BUDGET_BYTES: usize = 96 * 1024 * 1024;
const BYTES_PER_PIXEL: usize = 4;

/// Pixels until they are first drawn, then a texture: never both.
enum Content {
    Pixels(PreviewPixels),
    Texture(TextureHandle),
}

/// A drawn part. Freed with everything that belongs to it when it is dropped.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    content: RefCell<Content>,
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({} × {})", self.width, self.height)
    }
}

/// How many pixels may still go to the graphics card in this frame: uploading is work of the window's own
/// thread, and a frame has 16 ms.
#[derive(Debug)]
pub struct Uploads {
    left: usize,
    begun: bool,
    /// Something had to wait for the next frame.
    pub waiting: bool,
}

impl Default for Uploads {
    fn default() -> Self {
        Self {
            left: 2 * 1024 * 1024,
            begun: false,
            waiting: false,
        }
    }
}

impl Uploads {
    /// The first one always goes, however large.
    fn take(&mut self, pixels: usize) -> bool {
        if self.begun && pixels > self.left {
            self.waiting = true;
            return false;
        }
        self.begun = true;
        self.left = self.left.saturating_sub(pixels);
        true
    }
}

impl Picture {
    pub fn new(pixels: PreviewPixels) -> Self {
        Self {
            width: pixels.width,
            height: pixels.height,
            content: RefCell::new(Content::Pixels(pixels)),
        }
    }

    fn bytes(&self) -> usize {
        self.width as usize * self.height as usize * BYTES_PER_PIXEL
    }

    /// The texture, made now if it was not yet drawn and `uploads` has room; else nothing.
    pub fn texture(&self, ctx: &Context, uploads: &mut Uploads) -> Option<TextureId> {
        let mut content = self.content.borrow_mut();
        let pixels = match &*content {
            Content::Texture(texture) => return Some(texture.id()),
            Content::Pixels(pixels) => pixels,
        };
        if !uploads.take(self.bytes() / BYTES_PER_PIXEL) {
            return None;
        }
        let size = [self.width as usize, self.height as usize];
        let image = ColorImage::from_rgba_unmultiplied(size, &pixels.pixels);
        let texture = ctx.load_texture("page", image, TextureOptions::LINEAR);
        let id = texture.id();
        *content = Content::Texture(texture);
        Some(id)
    }
}

#[derive(Debug)]
struct Part {
    picture: Picture,
    /// When it was last wanted
    wanted: u64,
}

/// Everything that is drawn, of all documents.
#[derive(Debug, Default)]
pub struct Parts {
    kept: BTreeMap<(FileId, PageView), Part>,
    bytes: usize,
    now: u64,
}

impl Parts {
    pub fn get(&self, file: FileId, view: PageView) -> Option<&Picture> {
        self.kept.get(&(file, view)).map(|part| &part.picture)
    }

    pub fn has(&self, file: FileId, view: PageView) -> bool {
        self.kept.contains_key(&(file, view))
    }

    /// What is kept of a page, by magnification; the whole page before its parts.
    pub fn of_page(&self, file: FileId, page: u32) -> impl Iterator<Item = (PageView, &Picture)> {
        let edge = |page| PageView {
            page,
            width_px: 0,
            part: None,
        };
        let range = (file, edge(page))..(file, edge(page.saturating_add(1)));
        self.kept
            .range(range)
            .map(|((_, view), part)| (*view, &part.picture))
    }

    /// Bytes of all pictures.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// These are wanted now; everything else is older.
    pub fn want<'a>(&mut self, wanted: impl Iterator<Item = &'a (FileId, PageView)>) {
        self.now += 1;
        for key in wanted {
            if let Some(part) = self.kept.get_mut(key) {
                part.wanted = self.now;
            }
        }
    }

    /// Keeps a picture, and lets go of those that were not wanted for longest.
    pub fn keep(&mut self, file: FileId, view: PageView, pixels: PreviewPixels) {
        let picture = Picture::new(pixels);
        self.bytes += picture.bytes();
        let part = Part {
            picture,
            wanted: self.now,
        };
        if let Some(before) = self.kept.insert((file, view), part) {
            self.bytes -= before.picture.bytes();
        }
        while self.bytes > BUDGET_BYTES {
            let oldest = self
                .kept
                .iter()
                .filter(|(key, _)| **key != (file, view))
                .min_by_key(|(_, part)| part.wanted)
                .map(|(key, _)| *key);
            let Some(gone) = oldest.and_then(|key| self.kept.remove(&key)) else {
                return;
            };
            self.bytes -= gone.picture.bytes();
        }
    }
}

/// Bytes of a picture of this size.
pub const fn bytes_of(width: u32, height: u32) -> usize {
    width as usize * height as usize * BYTES_PER_PIXEL
}
