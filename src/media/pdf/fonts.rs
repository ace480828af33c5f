//! Fonts for text whose own font is not inside the document.

use std::sync::{Arc, OnceLock};

use hayro::hayro_interpret::font::{FontData, FontQuery};

static FALLBACK_FONT: OnceLock<&'static [u8]> = OnceLock::new();

/// Gives the renderer the program's own font (TrueType or OpenType) for Chinese, Japanese and Korean text
/// that a document does not bring a font for; without it such text is silently left out.
///
/// The first font stays. The inspecting child needs it too: call this before [`serve`](crate::media::child::serve).
pub fn set_fallback_font(font: &'static [u8]) {
    FALLBACK_FONT.get_or_init(|| font);
}

pub(super) fn resolve(query: &FontQuery) -> Option<(FontData, u32)> {
    match query {
        FontQuery::Standard(standard) => Some(standard.get_font_data()),
        FontQuery::Fallback(wanted) => match FALLBACK_FONT.get() {
            Some(font) if wanted.character_collection.is_some() => Some((Arc::new(*font), 0)),
            _ => Some(wanted.pick_standard_font().get_font_data()),
        },
    }
}
