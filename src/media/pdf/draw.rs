//! Pages as pictures.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning, TransformExt};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use super::{fonts, structure};
use crate::domain::file::ContentCaution;
use crate::media::preview::Frame;
use crate::media::{PagePart, PreviewImage, PreviewTrouble};

/// Wide enough to make every font and picture of the page be read.
const TRIAL_WIDTH_PX: u32 = 256;

pub(in crate::media) struct Drawing {
    pub image: PreviewImage,
    /// A font or a picture of the page could not be drawn.
    pub incomplete: bool,
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
    let pdf = structure::open(bytes.to_vec()).map_err(super::trouble)?;
    let page = page_of(&pdf, index)?;
    let scale = scale_to_fit(page, frame)?;
    let (width, height) = page.render_dimensions();
    let whole = PagePart {
        x: 0,
        y: 0,
        width: (width * scale) as u32,
        height: (height * scale) as u32,
    };
    let scale = f64::from(scale);
    part(page, &RenderCache::new(), (scale, scale), whole)
}

pub(super) fn page_of(pdf: &Pdf, index: u32) -> Result<&Page<'_>, PreviewTrouble> {
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(PreviewTrouble::CannotDraw);
    }
    let count = u32::try_from(pages.len()).map_err(|_| PreviewTrouble::CannotDraw)?;
    usize::try_from(index)
        .ok()
        .and_then(|index| pages.get(index))
        .ok_or(PreviewTrouble::NoSuchPage { count })
}

/// Draws `part` of a page that is magnified by `scale` (across, down).
pub(in crate::media) fn part<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    scale: (f64, f64),
    part: PagePart,
) -> Result<Drawing, PreviewTrouble> {
    let side = |pixels: u32| u16::try_from(pixels).map_err(|_| PreviewTrouble::TooLarge);
    let (width, height) = (side(part.width)?, side(part.height)?);
    let missing = Arc::new(AtomicBool::new(!content_is_readable(page)));
    let mut canvas = RenderContext::new(width, height);
    let transform = Affine::translate((-f64::from(part.x), -f64::from(part.y)))
        * Affine::scale_non_uniform(scale.0, scale.1)
        * page.initial_transform(true).to_kurbo();
    render_into(
        page,
        cache,
        &settings(&missing),
        &RenderSettings::default(),
        &mut canvas,
        transform,
    );
    canvas.flush();
    let mut pixmap = Pixmap::new(width, height);
    canvas.render_with(
        &mut pixmap,
        &mut Resources::default(),
        RasterizerSettings {
            target_init: TargetInit::Clear(WHITE),
            ..RasterizerSettings::default()
        },
    );
    let image = PreviewImage {
        width: part.width,
        height: part.height,
        // The paper is opaque, so premultiplied and straight colours are the same.
        pixels: pixmap.data_as_u8_slice().to_vec(),
    };
    Ok(Drawing {
        image,
        incomplete: missing.load(Ordering::Relaxed),
    })
}

fn settings(missing: &Arc<AtomicBool>) -> InterpreterSettings {
    let noticed = Arc::clone(missing);
    InterpreterSettings {
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
    }
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
