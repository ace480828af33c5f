//! The letters of a page with their places, as the renderer draws them: what is marked lies exactly on
//! what is seen.

use std::sync::Arc;

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Rect};

use super::fonts;

/// More letters than this are on no page that somebody reads.
const MAX_LETTERS: usize = 500_000;

/// Something drawn that stands for text.
pub(super) struct Letter {
    /// Mostly one character; a ligature stands for several.
    pub text: String,
    /// In points from the top left of the upright page.
    pub place: Rect,
}

/// In the order they are drawn, letters on no visible place included.
pub(super) fn of_page<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Vec<Letter> {
    let (width, height) = page.render_dimensions();
    let settings = InterpreterSettings {
        font_resolver: Arc::new(fonts::resolve),
        ..InterpreterSettings::default()
    };
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        cache,
        page.xref(),
        settings,
    );
    let mut reader = Reader::default();
    interpret_page(page, &mut context, &mut reader);
    reader.letters
}

#[derive(Default)]
struct Reader {
    letters: Vec<Letter>,
    last_run: Option<Run>,
}

/// Tells runs apart that are drawn twice: once filled, once with a stroke.
#[derive(PartialEq)]
struct Run {
    starts: Affine,
    first_code: u32,
    length: usize,
}

impl Reader {
    fn read(&mut self, run: &GlyphRun<'_, '_>, transform: Affine) {
        let Some(first) = run.glyphs().first() else {
            return;
        };
        let this = Run {
            starts: transform * first.transform(),
            first_code: first.char_code(),
            length: run.glyphs().len(),
        };
        if self.last_run.as_ref() == Some(&this) {
            return;
        }
        self.last_run = Some(this);
        for glyph in run.glyphs() {
            if self.letters.len() == MAX_LETTERS {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(char)) => char.to_string(),
                Some(BfString::String(text)) => text,
                None => continue,
            };
            let place = (transform * glyph.transform()).transform_rect_bbox(body(glyph));
            if place.is_finite() {
                self.letters.push(Letter { text, place });
            }
        }
    }
}

/// The space that a letter takes, in thousandths of its size: the whole height of a line, so that marked
/// letters form a band.
fn body(glyph: &Glyph<'_>) -> Rect {
    const BELOW: f64 = -200.0;
    const ABOVE: f64 = 880.0;
    const USUAL_WIDTH: f32 = 500.0;
    const WIDEST: f32 = 5_000.0;
    let width = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    let width = width.filter(|width| *width > 0.0 && *width < WIDEST);
    Rect::new(0.0, BELOW, f64::from(width.unwrap_or(USUAL_WIDTH)), ABOVE)
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.read(run, props.transform);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
