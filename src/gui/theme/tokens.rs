//! The tokens: space, sizes and colours by meaning, light and dark.

use eframe::egui::Color32;

/// Distances between things, in points. Nothing is apart by any other distance.
pub mod space {
    /// Inside a thing: icon to word, line to line.
    pub const XXS: f32 = 4.0;
    /// Between rows and between controls of a group.
    pub const XS: f32 = 8.0;
    /// Between groups inside a card.
    pub const S: f32 = 12.0;
    /// The padding of a card.
    pub const M: f32 = 16.0;
    /// The margin of a page; between sections.
    pub const L: f32 = 24.0;
    /// Between the parts of a page that have nothing to do with each other.
    pub const XL: f32 = 32.0;
}

/// Heights of letters, in points.
pub mod type_size {
    /// Title of a page.
    pub const TITLE: f32 = 24.0;
    /// Title of a section or dialog.
    pub const SECTION: f32 = 18.0;
    /// Running text and controls.
    pub const BODY: f32 = 15.0;
    /// Labels, explanations, states.
    pub const SECONDARY: f32 = 13.0;
}

/// How far the letters stand below the middle of their line, as a fraction of their size. Noto's line is
/// higher above the Han square (1.16 − 0.88) than below it (0.288 − 0.12); half the difference.
pub const LINE_MIDDLE_SHIFT: f32 = 0.056;

/// Line heights as multiples of the type size.
pub mod line_height {
    /// Text that is read.
    pub const RUNNING: f32 = 1.5;
    /// Text that is looked up.
    pub const TABLE: f32 = 1.3;
}

/// Roundness of corners, in points.
pub mod radius {
    /// Cards, dialogs, popups.
    pub const CARD: u8 = 8;
    /// Buttons, fields, chips.
    pub const CONTROL: u8 = 6;
    /// Ticks and bars too small for a rounder corner.
    pub const TICK: u8 = 2;
}

/// Widths of lines, in points.
pub mod stroke {
    /// Edges of cards and controls.
    pub const HAIR: f32 = 1.0;
    /// The ring around what has the keyboard's focus.
    pub const FOCUS: f32 = 2.0;
    /// The lines of the state shapes, as heavy as the icons beside them.
    pub const SHAPE: f32 = 1.75;
}

/// Sizes of parts, in points.
pub mod size {
    /// Buttons and one-line fields.
    pub const CONTROL: f32 = 32.0;
    /// A row of a table or list.
    pub const ROW: f32 = 36.0;
    /// A row with two lines.
    pub const ROW_TALL: f32 = 56.0;
    /// A row of the queue: two lines close together.
    pub const ROW_QUEUE: f32 = 50.0;
    /// Where the edge between two panes can be taken hold of.
    pub const EDGE_GRIP: f32 = 8.0;
    /// The mark at the edge of what is selected.
    pub const MARK: f32 = 3.0;
    /// A state chip.
    pub const CHIP: f32 = 24.0;
    /// A badge of the status bar: two lines.
    pub const BADGE: f32 = 44.0;
    /// Icons beside text.
    pub const ICON: f32 = 18.0;
    /// Icons beside secondary text.
    pub const ICON_SMALL: f32 = 16.0;
    /// The icon of an empty page.
    pub const ICON_LARGE: f32 = 40.0;
    /// A column of state chips: four Han characters.
    pub const CHIP_COLUMN: f32 = 92.0;
    /// What becomes of a record of a copy: six Han characters.
    pub const FATE_COLUMN: f32 = 108.0;
    /// Between the shape and the word of a chip: a full distance would tear them apart.
    pub const CHIP_GAP: f32 = 6.0;
    /// The shapes of states and phases.
    pub const SHAPE: f32 = 14.0;
    /// The left column with names.
    pub const NAV_WIDE: f32 = 184.0;
    /// The left column with icons only.
    pub const NAV_COMPACT: f32 = 56.0;
    /// The longest line of running text: 38 Han characters.
    pub const RUNNING_TEXT: f32 = 38.0 * super::type_size::BODY;
    /// A dialog that asks one question.
    pub const DIALOG: f32 = 440.0;
    /// A dialog with two columns.
    pub const DIALOG_WIDE: f32 = 760.0;
    /// A dialog with three columns, in the smallest window.
    pub const DIALOG_MAP: f32 = 920.0;
    /// The widest tooltip or toast.
    pub const TOOLTIP: f32 = 360.0;
    /// A tick of a meter.
    pub const TICK: f32 = 10.0;
    /// A bar of progress.
    pub const PROGRESS: f32 = 6.0;
    /// The gap between a control and its focus ring.
    pub const FOCUS_GAP: f32 = 2.0;
    /// The first column of key and value rows.
    pub const KEY_COLUMN: f32 = 96.0;
    /// The first column of the time line.
    pub const TIMELINE_NAME: f32 = 160.0;
    /// A picture of a page in the strip of thumbnails.
    pub const THUMBNAIL: [f32; 2] = [96.0, 124.0];
    /// The field for the number of a page.
    pub const PAGE_FIELD: f32 = 36.0;
    /// A magnification in the bar: `800 %` with its caret.
    pub const ZOOM_FIELD: f32 = 82.0;
    /// The field for searching in a document.
    pub const SEARCH_FIELD: f32 = 240.0;
    /// The most room for a picture out of a video.
    pub const FILM_PICTURE: [f32; 2] = [140.0, 168.0];
    /// The waveform of a sound.
    pub const WAVEFORM: f32 = 96.0;
    /// A square of the board behind what is see-through.
    pub const CHECK: f32 = 8.0;
    /// The smallest menu or combo box.
    pub const MENU: f32 = 240.0;
}

/// A colour for shape and words, and the pale surface they stand on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// Words and shapes; at least 4.5:1 on `soft` and on every surface.
    pub ink: Color32,
    /// The pale surface.
    pub soft: Color32,
}

/// The colours of one theme, by meaning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colors {
    /// The page.
    pub surface: Color32,
    /// Cards, fields, dialogs: paper on the page.
    pub surface_raised: Color32,
    /// The left column, table heads, what is hovered.
    pub surface_sunken: Color32,
    /// Hair lines between and around things. Decoration: nothing is known by it alone.
    pub line: Color32,
    /// Edges of controls, at least 3:1.
    pub control_line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that explains.
    pub ink_soft: Color32,
    /// Rest of a meter and other quiet shapes, at least 3:1. Never text that matters.
    pub ink_faint: Color32,
    /// The one accent: primary action, links, focus, what is selected.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_hovered: Color32,
    /// The accent while pressed.
    pub accent_pressed: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The pale surface of what is selected.
    pub accent_soft: Color32,
    /// Behind marked text.
    pub selection: Color32,
    /// What destroys.
    pub danger: Color32,
    /// What destroys, under the pointer.
    pub danger_hovered: Color32,
    /// Text on danger.
    pub on_danger: Color32,
    /// 編輯中
    pub draft: Tint,
    /// 認證中; cautions speak in the same colour.
    pub submitted: Tint,
    /// 認證成功
    pub certified: Tint,
    /// 認證失敗; errors speak in the same colour.
    pub returned: Tint,
    /// The filled badge of a window that is about to close.
    pub closing: Color32,
    /// Text on that badge.
    pub on_closing: Color32,
    /// Paper of documents: white in the dark too, as its author saw it.
    pub paper: Color32,
    /// Words on that paper.
    pub on_paper: Color32,
    /// The darker squares behind what is see-through; the others are paper.
    pub check: Color32,
    /// Over what a search found; the ink shows through.
    pub found: Color32,
    /// Over the hit that is looked at.
    pub found_current: Color32,
    /// Over the page while a dialog is open.
    pub backdrop: Color32,
    /// Under floating things.
    pub shadow: Color32,
}

impl Colors {
    /// The table of the dark or the light theme.
    pub const fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn tint(ink: u32, soft: u32) -> Tint {
    Tint {
        ink: rgb(ink),
        soft: rgb(soft),
    }
}

/// Ink on paper.
pub static LIGHT: Colors = Colors {
    surface: rgb(0xF6F5F1),
    surface_raised: rgb(0xFFFFFF),
    surface_sunken: rgb(0xECEAE4),
    line: rgb(0xDCD9D1),
    control_line: rgb(0x85817A),
    ink: rgb(0x22262B),
    ink_soft: rgb(0x565B62),
    ink_faint: rgb(0x7E828A),
    accent: rgb(0x0E6B6B),
    accent_hovered: rgb(0x0A5757),
    accent_pressed: rgb(0x084646),
    on_accent: rgb(0xFFFFFF),
    accent_soft: rgb(0xDCECEA),
    selection: rgb(0xB9DCD8),
    danger: rgb(0xA32A24),
    danger_hovered: rgb(0x8C1D1D),
    on_danger: rgb(0xFFFFFF),
    draft: tint(0x4C5F76, 0xE4EAF1),
    submitted: tint(0x855400, 0xFBEFD3),
    certified: tint(0x1F5F38, 0xDFF0E2),
    returned: tint(0x8C1D1D, 0xFAE3E0),
    closing: rgb(0xF2B63C),
    on_closing: rgb(0x2A1B00),
    paper: rgb(0xFFFFFF),
    on_paper: rgb(0x565B62),
    check: rgb(0xE1E1E1),
    found: Color32::from_rgba_premultiplied(107, 88, 10, 107),
    found_current: Color32::from_rgba_premultiplied(150, 84, 0, 150),
    backdrop: Color32::from_rgba_premultiplied(9, 10, 11, 110),
    shadow: Color32::from_rgba_premultiplied(4, 4, 4, 36),
};

/// Paper on ink.
pub static DARK: Colors = Colors {
    surface: rgb(0x17191C),
    surface_raised: rgb(0x1F2226),
    surface_sunken: rgb(0x111315),
    line: rgb(0x34383E),
    control_line: rgb(0x7B828B),
    ink: rgb(0xE9E7E2),
    ink_soft: rgb(0xB2B5BA),
    ink_faint: rgb(0x7A7F86),
    accent: rgb(0x5DC4BC),
    accent_hovered: rgb(0x7AD3CC),
    accent_pressed: rgb(0x93DDD7),
    on_accent: rgb(0x06211F),
    accent_soft: rgb(0x1B3B3B),
    selection: rgb(0x1F5654),
    danger: rgb(0xF28B82),
    danger_hovered: rgb(0xFFA79F),
    on_danger: rgb(0x330A07),
    draft: tint(0xA7BAD0, 0x263343),
    submitted: tint(0xEFC067, 0x3C2E12),
    certified: tint(0x93DDA6, 0x18351F),
    returned: tint(0xFF9C92, 0x46211E),
    closing: rgb(0xE9AE3A),
    on_closing: rgb(0x221600),
    paper: rgb(0xFFFFFF),
    on_paper: rgb(0x565B62),
    check: rgb(0xCFCFCF),
    found: Color32::from_rgba_premultiplied(107, 88, 10, 107),
    found_current: Color32::from_rgba_premultiplied(150, 84, 0, 150),
    backdrop: Color32::from_rgba_premultiplied(0, 0, 0, 150),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 120),
};

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// WCAG 2.1, relative luminance of an opaque colour.
    fn luminance(color: Color32) -> f32 {
        let linear = |byte: u8| {
            let c = f32::from(byte) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    pub(in crate::gui) fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    fn surfaces(c: &Colors) -> [(&'static str, Color32); 4] {
        [
            ("surface", c.surface),
            ("surface_raised", c.surface_raised),
            ("surface_sunken", c.surface_sunken),
            ("accent_soft", c.accent_soft),
        ]
    }

    #[track_caller]
    fn assert_contrast(theme: &str, what: &str, front: Color32, back: Color32, least: f32) {
        let ratio = contrast(front, back);
        assert!(
            ratio >= least,
            "{theme}: {what} has {ratio:.2}:1, needs {least}:1"
        );
    }

    #[test]
    fn text_has_four_and_a_half_to_one() {
        for (theme, c) in [("light", &LIGHT), ("dark", &DARK)] {
            for (name, surface) in surfaces(c) {
                for (ink_name, ink) in [
                    ("ink", c.ink),
                    ("ink_soft", c.ink_soft),
                    ("accent", c.accent),
                    ("accent_hovered", c.accent_hovered),
                    ("danger", c.danger),
                    ("draft", c.draft.ink),
                    ("submitted", c.submitted.ink),
                    ("certified", c.certified.ink),
                    ("returned", c.returned.ink),
                ] {
                    assert_contrast(theme, &format!("{ink_name} on {name}"), ink, surface, 4.5);
                }
            }
            for tint in [c.draft, c.submitted, c.certified, c.returned] {
                for ink in [tint.ink, c.ink, c.ink_soft] {
                    assert_contrast(theme, "text on a state", ink, tint.soft, 4.5);
                }
            }
            assert_contrast(theme, "marked text", c.ink, c.selection, 4.5);
            assert_contrast(theme, "words on paper", c.on_paper, c.paper, 4.5);
            for accent in [c.accent, c.accent_hovered, c.accent_pressed] {
                assert_contrast(theme, "text on accent", c.on_accent, accent, 4.5);
            }
            for danger in [c.danger, c.danger_hovered] {
                assert_contrast(theme, "text on danger", c.on_danger, danger, 4.5);
            }
            assert_contrast(theme, "text on closing", c.on_closing, c.closing, 4.5);
        }
    }

    #[test]
    fn controls_and_focus_have_three_to_one() {
        for (theme, c) in [("light", &LIGHT), ("dark", &DARK)] {
            for (name, surface) in surfaces(c) {
                for (part_name, part) in [
                    ("control_line", c.control_line),
                    ("ink_faint", c.ink_faint),
                    ("focus", c.accent),
                ] {
                    assert_contrast(theme, &format!("{part_name} on {name}"), part, surface, 3.0);
                }
            }
        }
    }
}
