//! A document taken apart for a larger PDF: its pages as form XObjects, with everything they need, as
//! numbered objects that can be put behind each other without being read again. Whoever puts the pieces
//! together sees bytes only; the document is parsed here, which is in the child.
//!
//! What a page could do by itself (links, forms, scripts) does not come along.

mod objects;
mod picture;

use hayro::RenderCache;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict};
use hayro::hayro_syntax::page::Page;
use hayro_write::{ChunkSettings, ExtractionQuery};
use pdf_writer::Ref;
use serde::{Deserialize, Serialize};

use crate::media::{PagePart, PageSize, PreviewImage, PreviewTrouble, pdf};

pub(in crate::media) use picture::of_picture;

/// More pages than any portfolio is read through.
const MOST_PAGES: usize = 2_000;
const SETTINGS: ChunkSettings = ChunkSettings { pretty: false };

/// Pages of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub pages: Vec<PiecePage>,
    /// Numbers of the objects, with the place of each in `bytes`, in rising order of places.
    pub objects: Vec<(u32, u64)>,
    /// The first number that is free behind it.
    pub next: u32,
    /// The objects, one behind the other.
    pub bytes: Vec<u8>,
}

/// A page as an object: drawn with its lower left corner at the origin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PiecePage {
    pub object: u32,
    pub size: PageSize,
}

/// Numbers for new objects.
struct Numbers(i32);

impl Numbers {
    /// # Errors
    /// Numbers that PDF does not have.
    fn from(first: u32) -> Result<Self, PreviewTrouble> {
        let fits = i32::try_from(first)
            .ok()
            .filter(|first| (1..i32::MAX / 2).contains(first));
        fits.map(Self).ok_or(PreviewTrouble::TooLarge)
    }

    fn bump(&mut self) -> Ref {
        let number = Ref::new(self.0);
        self.0 += 1;
        number
    }
}

/// The pages of a PDF, with objects numbered from `first`.
pub(in crate::media) fn of_pdf(pdf: &Pdf, first: u32) -> Result<Piece, PreviewTrouble> {
    let sizes: Vec<PageSize> = pdf.pages().iter().map(pdf::view::size).collect();
    if sizes.is_empty() {
        return Err(PreviewTrouble::CannotDraw);
    }
    if sizes.len() > MOST_PAGES {
        return Err(PreviewTrouble::TooLarge);
    }
    let mut numbers = Numbers::from(first)?;
    let is_marked: Vec<bool> = pdf.pages().iter().map(has_marks).collect();
    let wanted = is_marked.iter().enumerate().filter(|(_, marked)| !**marked);
    let wanted: Vec<ExtractionQuery> = wanted
        .map(|(page, _)| ExtractionQuery::new_xobject(page))
        .collect();
    let taken = hayro_write::extract(pdf, Box::new(|| numbers.bump()), SETTINGS, &wanted)
        .map_err(|_| PreviewTrouble::CannotDraw)?;
    let (mut chunk, mut references) = (taken.chunk, taken.root_refs.into_iter());
    let mut pages = Vec::with_capacity(sizes.len());
    let cache = RenderCache::new();
    for (index, size) in sizes.into_iter().enumerate() {
        let object = if is_marked[index] {
            let (page, image) = (numbers.bump(), numbers.bump());
            let drawn = drawn(&pdf.pages()[index], &cache, size)?;
            picture::of_pixels(&mut chunk, page, image, &drawn, size)?;
            page
        } else {
            references
                .next()
                .and_then(Result::ok)
                .ok_or(PreviewTrouble::CannotDraw)?
        };
        pages.push(PiecePage {
            object: number(object),
            size,
        });
    }
    objects::piece(&chunk, pages, numbers.0)
}

/// Whether something visible lies on the page that is no part of it: filled-in forms, drawn comments,
/// stamps. It would be left behind, so such a page is taken as a picture.
fn has_marks(page: &Page<'_>) -> bool {
    let marks = page.raw().get::<Array<'_>>(b"Annots");
    marks.is_some_and(|marks| marks.iter::<Dict<'_>>().any(|mark| mark.contains_key(b"AP")))
}

/// The page as it is seen, sharp enough for paper.
fn drawn<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    size: PageSize,
) -> Result<PreviewImage, PreviewTrouble> {
    const PIXELS_PER_POINT: f32 = 200.0 / 72.0;
    const LONGEST_PX: f32 = 3_000.0;
    let scale = PIXELS_PER_POINT.min(LONGEST_PX / size.width.max(size.height));
    let pixels = |points: f32| (points * scale).round().max(1.0) as u32;
    let whole = PagePart {
        x: 0,
        y: 0,
        width: pixels(size.width),
        height: pixels(size.height),
    };
    let scale = f64::from(scale);
    pdf::draw::part(page, cache, (scale, scale), whole).map(|drawing| drawing.image)
}

/// The pages of a PDF that this program made itself.
///
/// # Errors
/// Bytes that are no PDF.
pub fn piece_of_own(bytes: Vec<u8>, first: u32) -> Result<Piece, PreviewTrouble> {
    let pdf = pdf::structure::open(bytes).map_err(pdf::trouble)?;
    of_pdf(&pdf, first)
}

fn number(reference: Ref) -> u32 {
    reference.get().unsigned_abs()
}
