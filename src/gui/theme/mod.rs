//! How everything looks: the tokens, and the style of egui made from them.
//!
//! This is the only place of the window where colours and sizes are literals.
mod style;
mod tokens;

#[cfg(test)]
pub(super) use tokens::tests::contrast;

pub use style::{ThemeChoice, apply};
pub use tokens::{
    Colors, DARK, LIGHT, LINE_MIDDLE_SHIFT, Tint, line_height, radius, size, space, stroke, type_size,
};

use eframe::egui;

/// The colours of the theme in which `ui` is drawn.
pub fn colors(ui: &egui::Ui) -> &'static Colors {
    Colors::of(ui.visuals().dark_mode)
}
