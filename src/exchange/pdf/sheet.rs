//! Sheets of paper with marks on them, and the drawing of these.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::{Document, SerializeSettings};

use super::letters::{Letters, Weight};

/// A4, in points.
pub(super) const A4: (f32, f32) = (595.276, 841.89);

/// Colours by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    Soft,
    Accent,
    Line,
    Draft,
    Submitted,
    Certified,
    Returned,
}

impl Ink {
    fn colour(self) -> rgb::Color {
        let [red, green, blue] = match self {
            Self::Black => [0x22, 0x26, 0x2B],
            Self::Soft => [0x5B, 0x61, 0x68],
            Self::Accent => [0x1F, 0x6F, 0x78],
            Self::Line => [0xC9, 0xC5, 0xBC],
            Self::Draft => [0x52, 0x65, 0x7A],
            Self::Submitted => [0x8A, 0x5A, 0x00],
            Self::Certified => [0x22, 0x70, 0x3D],
            Self::Returned => [0xA8, 0x32, 0x32],
        };
        rgb::Color::new(red, green, blue)
    }
}

/// Something drawn; measured from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// `y` is the line on which the letters stand.
    Text {
        x: f32,
        y: f32,
        size: f32,
        weight: Weight,
        ink: Ink,
        text: String,
    },
    /// A filled bar.
    Bar {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        ink: Ink,
    },
    /// A thin line around.
    Frame { x: f32, y: f32, width: f32, height: f32 },
}

/// One side of paper.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    pub width: f32,
    pub height: f32,
    pub marks: Vec<Mark>,
}

impl Sheet {
    pub fn upright() -> Self {
        Self {
            width: A4.0,
            height: A4.1,
            marks: Vec::new(),
        }
    }

    pub fn lying() -> Self {
        Self {
            width: A4.1,
            height: A4.0,
            marks: Vec::new(),
        }
    }
}

/// Draws all sheets as pages of a PDF. Of the fonts only what is used goes in.
///
/// # Errors
/// The crate's own words.
pub(super) fn draw(sheets: &[Sheet], letters: &Letters) -> Result<Vec<u8>, String> {
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: false,
        xmp_metadata: false,
        ..SerializeSettings::default()
    });
    for sheet in sheets {
        let size = PageSettings::from_wh(sheet.width, sheet.height).ok_or("a sheet without a size")?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for mark in &sheet.marks {
            match mark {
                Mark::Text {
                    x,
                    y,
                    size,
                    weight,
                    ink,
                    text,
                } => {
                    surface.set_stroke(None);
                    surface.set_fill(Some(fill(*ink)));
                    let mut x = *x;
                    for run in letters.runs(text, *weight) {
                        let start = Point::from_xy(x, *y);
                        surface.draw_glyphs(start, &run.glyphs, run.font, &run.text, *size, false);
                        x += run.width * size;
                    }
                }
                Mark::Bar {
                    x,
                    y,
                    width,
                    height,
                    ink,
                } => {
                    surface.set_stroke(None);
                    surface.set_fill(Some(fill(*ink)));
                    if let Some(path) = rectangle(*x, *y, *width, *height) {
                        surface.draw_path(&path);
                    }
                }
                Mark::Frame { x, y, width, height } => {
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke {
                        paint: Ink::Line.colour().into(),
                        width: 0.5,
                        ..Stroke::default()
                    }));
                    if let Some(path) = rectangle(*x, *y, *width, *height) {
                        surface.draw_path(&path);
                    }
                }
            }
        }
        surface.finish();
        page.finish();
    }
    document.finish().map_err(|error| format!("{error:?}"))
}

fn fill(ink: Ink) -> Fill {
    Fill {
        paint: ink.colour().into(),
        opacity: krilla::num::NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<krilla::geom::Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}
