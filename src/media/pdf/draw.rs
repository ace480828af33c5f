//! Pages as pictures.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::{fonts, structure};
use crate::domain::file::ContentCaution;
use crate::media::preview::Frame;
use crate::media::{PreviewImage, PreviewTrouble};

/// Wide enough to make every font and picture of the page be read.
const TRIAL_WIDTH_PX: u32 = 256;

struct Drawing {
    image: PreviewImage,
    /// A font or a picture of the page could not be drawn.
    incomplete: bool,
}

pub(in crate::media) fn page(bytes: &[u8], page: u32, frame: Frame) -> Result<PreviewImage, PreviewTrouble> {
    draw(bytes, page, frame).map(|drawing| drawing.image)
}

/// Draws the first page for the sake of finding out whether it can be drawn.
pub(in crate::media) fn try_first_page(bytes: &[u8]) -> Vec<ContentCaution> {
    match draw(bytes, 0, Frame::for_width(TRIAL_WIDTH_PX)) {
        Ok(drawing) if !drawing.incomplete => Vec::new(),
        Ok(_) | Err(_) => vec![ContentCaution::CannotPreview],
    }
}

fn draw(bytes: &[u8], index: u32, frame: Frame) -> Result<Drawing, PreviewTrouble> {
    let pdf = structure::open(bytes).map_err(|_| PreviewTrouble::CannotDraw)?;
    let pages = pdf.pages();
    let count = u32::try_from(pages.len()).map_err(|_| PreviewTrouble::CannotDraw)?;
    let page = usize::try_from(index)
        .ok()
        .and_then(|index| pages.get(index))
        .ok_or(PreviewTrouble::NoSuchPage { count })?;
    let scale = scale_to_fit(page, frame)?;

    let missing = Arc::new(AtomicBool::new(!content_is_readable(page)));
    let noticed = Arc::clone(&missing);
    let settings = InterpreterSettings {
        font_resolver: Arc::new(fonts::resolve),
        warning_sink: Arc::new(move |warning| {
            if matches!(
                warning,
                InterpreterWarning::UnsupportedFont | InterpreterWarning::ImageDecodeFailure
            ) {
                noticed.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    };
    let canvas = PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
    };
    let pixmap = render(
        page,
        &RenderCache::new(),
        &settings,
        &RenderSettings::default(),
        &canvas,
    );
    let image = PreviewImage {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        // The paper is opaque, so premultiplied and straight colours are the same.
        pixels: pixmap.data_as_u8_slice().to_vec(),
    };
    Ok(Drawing {
        image,
        incomplete: missing.load(Ordering::Relaxed),
    })
}

/// A page without content is a blank page; one whose content cannot be unpacked only looks like it.
fn content_is_readable(page: &Page<'_>) -> bool {
    !page.raw().contains_key(b"Contents") || page.page_stream().is_some()
}

fn scale_to_fit(page: &Page<'_>, frame: Frame) -> Result<f32, PreviewTrouble> {
    // The renderer drops fractions of a pixel; the surplus keeps the asked-for width.
    const ROUNDING_SURPLUS: f32 = 0.01;
    let (width, height) = page.render_dimensions();
    let scale = ((frame.width as f32 + ROUNDING_SURPLUS) / width)
        .min((frame.height as f32 + ROUNDING_SURPLUS) / height);
    let is_visible = width * scale >= 1.0 && height * scale >= 1.0;
    if is_visible {
        Ok(scale)
    } else {
        Err(PreviewTrouble::CannotDraw)
    }
}
