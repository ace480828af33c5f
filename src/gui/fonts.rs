//! The bundled fonts, so that every computer draws the same characters, rare names included.
//!
//! Regular text falls back to Hanazono for rarer Han characters, then to the icons. Real bold is a face of
//! its own (egui's `strong` only changes the colour); what it lacks is drawn in the regular face.

use std::sync::Arc;

use eframe::egui::{self, FontData, FontDefinitions, FontFamily, FontId, FontTweak, RichText};

use crate::text::typeface;

use super::theme::{LINE_MIDDLE_SHIFT, line_height, type_size};

const REGULAR: &str = "LichengSans-Regular";
const BOLD: &str = "LichengSans-Bold";
const HANA: &str = "LichengHana";
const ICONS: &str = "LichengIcons";

static ICON_BYTES: &[u8] = include_bytes!("../../fonts/LichengIcons.ttf");

/// Makes the bundled fonts the only fonts of `ctx`. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

/// The families `Proportional`, `Monospace` (the digits are equally wide anyway), bold and icons.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let level = FontTweak {
        y_offset_factor: -LINE_MIDDLE_SHIFT,
        ..FontTweak::default()
    };
    let faces = [
        (REGULAR, typeface::SANS_REGULAR, level.clone()),
        (BOLD, typeface::SANS_BOLD, level.clone()),
        (HANA, typeface::RARE, level),
        (ICONS, ICON_BYTES, FontTweak::default()),
    ];
    for (name, bytes, tweak) in faces {
        fonts.font_data.insert(
            name.to_owned(),
            Arc::new(FontData::from_static(bytes).tweak(tweak)),
        );
    }
    let chain = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    fonts
        .families
        .insert(FontFamily::Proportional, chain(&[REGULAR, HANA, ICONS]));
    fonts
        .families
        .insert(FontFamily::Monospace, chain(&[REGULAR, HANA, ICONS]));
    fonts
        .families
        .insert(bold_family(), chain(&[BOLD, REGULAR, HANA, ICONS]));
    fonts.families.insert(icon_family(), chain(&[ICONS, REGULAR]));
    fonts
}

fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

fn icon_family() -> FontFamily {
    FontFamily::Name("icons".into())
}

/// The regular face, `points` high.
pub fn regular(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// The bold face, `points` high.
pub fn bold(points: f32) -> FontId {
    FontId::new(points, bold_family())
}

/// The icons, drawn in a square of `points`.
pub fn icon_font(points: f32) -> FontId {
    FontId::new(points, icon_family())
}

/// Text of the program by its role. Colours come from the surroundings.
pub struct Text;

impl Text {
    /// The title of a page.
    pub fn title(text: impl Into<String>) -> RichText {
        RichText::new(text).font(bold(type_size::TITLE))
    }

    /// The title of a section or a dialog.
    pub fn section(text: impl Into<String>) -> RichText {
        RichText::new(text).font(bold(type_size::SECTION))
    }

    /// Running text.
    pub fn body(text: impl Into<String>) -> RichText {
        RichText::new(text)
            .font(regular(type_size::BODY))
            .line_height(Some(type_size::BODY * line_height::RUNNING))
    }

    /// A word of running text that carries weight.
    pub fn strong(text: impl Into<String>) -> RichText {
        RichText::new(text)
            .font(bold(type_size::BODY))
            .line_height(Some(type_size::BODY * line_height::RUNNING))
    }

    /// What explains something else: smaller and softer, still readable.
    pub fn secondary(text: impl Into<String>) -> RichText {
        RichText::new(text)
            .font(regular(type_size::SECONDARY))
            .line_height(Some(type_size::SECONDARY * line_height::RUNNING))
            .weak()
    }

    /// The label above a field.
    pub fn label(text: impl Into<String>) -> RichText {
        RichText::new(text).font(bold(type_size::SECONDARY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::icons;

    fn lacking(family: FontFamily, text: &str) -> String {
        let mut fonts = egui::epaint::text::Fonts::new(Default::default(), definitions());
        let font = FontId::new(type_size::BODY, family);
        text.chars().filter(|&c| !fonts.has_glyph(&font, c)).collect()
    }

    #[test]
    fn rare_names_have_glyphs_in_both_faces() {
        let names = "王堃 陳喆 李峯 犇 䶮 𡘙 𠮷 𤧟 煊 ○●◐◇ ㄅㄆㄇ ，。、；：！？（）「」《》…—·＋−";
        assert_eq!(lacking(FontFamily::Proportional, names), "");
        assert_eq!(lacking(bold_family(), names), "");
    }

    #[test]
    fn every_named_icon_is_in_the_icon_font() {
        let only_icons = FontDefinitions {
            families: [(icon_family(), vec![ICONS.to_owned()])].into(),
            ..definitions()
        };
        let mut fonts = egui::epaint::text::Fonts::new(Default::default(), only_icons);
        for (name, icon) in icons::ALL {
            assert!(
                fonts.has_glyphs(&icon_font(type_size::BODY), icon),
                "{name} is missing: run fonts/build-icons.sh"
            );
        }
    }
}
