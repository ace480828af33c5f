//! Letters and lines: which face has a letter, how wide it is, where a line may end.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};

use crate::text::typeface;

/// Marks that never begin a line …
const CLOSING: &str = "、，。．！？；：」』）】》〉〕…—～％‰℃,.!?;:)]}%’”·";
/// … and those that never end one.
const OPENING: &str = "「『（【《〈〔([{‘“";

/// A face, and what is measured in it.
struct Face {
    font: Font,
    letters: Charmap<'static>,
    /// In parts of the height.
    widths: GlyphMetrics<'static>,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let parsed = FontRef::new(bytes).ok()?;
        Some(Self {
            font: Font::new(bytes.into(), 0)?,
            letters: parsed.charmap(),
            widths: parsed.glyph_metrics(Size::new(1.0), LocationRef::default()),
        })
    }
}

/// The faces of the program.
pub(super) struct Letters {
    regular: Face,
    bold: Face,
    rare: Face,
}

/// How thick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Neighbouring letters of one face.
pub(super) struct Run {
    pub font: Font,
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    /// In parts of the height.
    pub width: f32,
}

impl Letters {
    /// `None` only for a program that was built with broken fonts.
    pub fn of_the_program() -> Option<Self> {
        Some(Self {
            regular: Face::read(typeface::SANS_REGULAR)?,
            bold: Face::read(typeface::SANS_BOLD)?,
            rare: Face::read(typeface::RARE)?,
        })
    }

    fn find(&self, letter: char, weight: Weight) -> Option<(&Face, skrifa::GlyphId)> {
        let faces = match weight {
            Weight::Regular => [&self.regular, &self.rare, &self.bold],
            Weight::Bold => [&self.bold, &self.regular, &self.rare],
        };
        faces.into_iter().find_map(|face| {
            let glyph = face.letters.map(letter)?;
            (glyph.to_u32() != 0).then_some((face, glyph))
        })
    }

    /// Text as it can be drawn: what no face has is named by its number, never dropped.
    pub fn drawable(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\n' => shown.push('\n'),
                '\t' => shown.push(' '),
                control if control.is_control() => {}
                // Invisible by nature: marks of direction, joiners, variants of the letter before.
                '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{2069}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{E0100}'..='\u{E01EF}' => {}
                letter if self.find(letter, Weight::Regular).is_some() => shown.push(letter),
                missing => shown.push_str(&format!("[U+{:04X}]", u32::from(missing))),
            }
        }
        shown
    }

    /// A line cut where the face changes. `text` has passed [`drawable`](Self::drawable).
    pub fn runs(&self, text: &str, weight: Weight) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for letter in text.chars() {
            let Some((face, glyph)) = self.find(letter, weight) else {
                continue;
            };
            if runs.last().is_none_or(|run| run.font != face.font) {
                runs.push(Run {
                    font: face.font.clone(),
                    text: String::new(),
                    glyphs: Vec::new(),
                    width: 0.0,
                });
            }
            let Some(run) = runs.last_mut() else { continue };
            let advance = face.widths.advance_width(glyph).unwrap_or(1.0);
            let start = run.text.len();
            run.text.push(letter);
            run.glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.to_u32()),
                advance,
                0.0,
                0.0,
                0.0,
                start..run.text.len(),
                None,
            ));
            run.width += advance;
        }
        runs
    }

    fn letter_width(&self, letter: char, weight: Weight) -> f32 {
        self.find(letter, weight)
            .and_then(|(face, glyph)| face.widths.advance_width(glyph))
            .unwrap_or(0.0)
    }

    /// In points, at this height of letters.
    pub fn width(&self, text: &str, weight: Weight, size: f32) -> f32 {
        let width: f32 = text.chars().map(|letter| self.letter_width(letter, weight)).sum();
        width * size
    }

    /// Lines that fit into `width` points.
    pub fn wrap(&self, text: &str, weight: Weight, size: f32, width: f32) -> Vec<String> {
        let drawable = self.drawable(text);
        let mut lines = Vec::new();
        for paragraph in drawable.split('\n') {
            let mut line = String::new();
            let mut filled = 0.0;
            for unit in units(paragraph) {
                let unit_width = self.width(unit.trim_end(), weight, size);
                if filled > 0.0 && filled + unit_width > width {
                    lines.push(std::mem::take(&mut line).trim_end().to_owned());
                    filled = 0.0;
                }
                if unit_width > width {
                    // A word longer than the line: cut anywhere.
                    for letter in unit.chars() {
                        let letter_width = self.letter_width(letter, weight) * size;
                        if filled > 0.0 && filled + letter_width > width && !CLOSING.contains(letter) {
                            lines.push(std::mem::take(&mut line));
                            filled = 0.0;
                        }
                        line.push(letter);
                        filled += letter_width;
                    }
                } else {
                    line.push_str(unit);
                    filled += self.width(unit, weight, size);
                }
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    /// One line; what does not fit is cut, with an ellipsis.
    pub fn one_line(&self, text: &str, weight: Weight, size: f32, width: f32) -> String {
        let text = self.drawable(text).replace('\n', " ");
        if self.width(&text, weight, size) <= width {
            return text;
        }
        let mut kept = String::new();
        let mut filled = self.letter_width('…', weight) * size;
        for letter in text.chars() {
            filled += self.letter_width(letter, weight) * size;
            if filled > width {
                break;
            }
            kept.push(letter);
        }
        kept.push('…');
        kept
    }
}

/// Pieces between which a line may end: a Han character with the marks that cling to it, or a word with
/// the spaces behind it.
fn units(paragraph: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in paragraph.char_indices() {
        if before.is_some_and(|before| may_break(before, letter)) {
            units.push(&paragraph[start..at]);
            start = at;
        }
        before = Some(letter);
    }
    if start < paragraph.len() {
        units.push(&paragraph[start..]);
    }
    units
}

fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    before.is_whitespace() || is_ideographic(before) || is_ideographic(after)
}

/// Written without spaces between words.
fn is_ideographic(letter: char) -> bool {
    matches!(u32::from(letter),
        0x2E80..=0x303F | 0x3040..=0x30FF | 0x3100..=0x312F | 0x31A0..=0x31BF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x323AF)
        || CLOSING.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cling_and_words_stay_whole() {
        assert_eq!(
            units("以「單擺」測量 g，OK。"),
            ["以", "「單", "擺」", "測", "量 ", "g，", "OK。"]
        );
        assert_eq!(units("two words"), ["two ", "words"]);
        assert!(units("").is_empty());
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        let letters = Letters::of_the_program().unwrap();
        let text = "以單擺測量重力加速度（Gravity），並比較 phyphox 與碼表的誤差；averyveryverylongwordwithoutanyspace。";
        for width in [40.0, 80.0, 200.0] {
            let lines = letters.wrap(text, Weight::Regular, 10.0, width);
            for line in &lines {
                assert!(
                    letters.width(line, Weight::Regular, 10.0) <= width + 10.0,
                    "{line}"
                );
                assert!(!line.starts_with(['，', '。', '）']), "{line}");
            }
            let all: String = lines.concat().split_whitespace().collect();
            assert_eq!(all, text.split_whitespace().collect::<String>());
        }
        assert_eq!(letters.wrap("甲\n乙", Weight::Bold, 10.0, 99.0), ["甲", "乙"]);
    }

    #[test]
    fn rare_characters_are_drawn_or_named() {
        let letters = Letters::of_the_program().unwrap();
        assert_eq!(letters.drawable("堃𡘙𠮷喆峯"), "堃𡘙𠮷喆峯");
        assert_eq!(letters.drawable("a\u{10FFFD}\u{7}b"), "a[U+10FFFD]b");
        let runs = letters.runs("林𡘙", Weight::Bold);
        let glyphs: usize = runs.iter().map(|run| run.glyphs.len()).sum();
        assert_eq!(glyphs, 2);
    }

    #[test]
    fn what_is_too_long_for_one_line_is_cut() {
        let letters = Letters::of_the_program().unwrap();
        let cut = letters.one_line(&"長".repeat(50), Weight::Regular, 10.0, 100.0);
        assert_eq!(cut, format!("{}…", "長".repeat(9)));
        assert_eq!(letters.one_line("短", Weight::Regular, 10.0, 100.0), "短");
    }
}
