//! Text as it is compared: without case, width, accents, and without the gaps that only the layout makes.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text to be compared, each character with the number of the letter that it comes from.
#[derive(Default)]
pub(super) struct Wording {
    chars: Vec<char>,
    letters: Vec<u32>,
    has_gap: bool,
}

impl Wording {
    pub fn of(text: &str) -> Self {
        let mut wording = Self::default();
        wording.push(text, 0);
        wording.has_gap = false;
        wording
    }

    pub fn push(&mut self, text: &str, letter: u32) {
        let plain = text.nfkd().filter(|char| !is_combining_mark(*char));
        for char in plain.flat_map(char::to_lowercase) {
            if char.is_whitespace() {
                self.gap();
            } else if !is_unseen(char) {
                self.close_gap(char, letter);
                self.chars.push(char);
                self.letters.push(letter);
            }
        }
    }

    /// White space, or an empty place where there could be one.
    pub fn gap(&mut self) {
        self.has_gap = true;
    }

    /// Chinese has no spaces between words; what is there comes from line ends and spacing.
    fn close_gap(&mut self, next: char, letter: u32) {
        let had_gap = std::mem::take(&mut self.has_gap);
        let separates = self.chars.last().is_some_and(|last| !is_wide(*last)) && !is_wide(next);
        if had_gap && separates {
            self.chars.push(' ');
            self.letters.push(letter);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// First and last letter of each place where `wanted` stands; places do not overlap.
    pub fn places(&self, wanted: &Self) -> impl Iterator<Item = (u32, u32)> {
        let length = wanted.chars.len();
        let mut from = 0;
        std::iter::from_fn(move || {
            let first = *wanted.chars.first()?;
            loop {
                let rest = self.chars.get(from..)?;
                from += rest.iter().position(|char| *char == first)?;
                let end = from.checked_add(length)?;
                if *self.chars.get(from..end)? == *wanted.chars {
                    let place = (self.letters[from], self.letters[end - 1]);
                    from = end;
                    return Some(place);
                }
                from += 1;
            }
        })
    }
}

/// Soft hyphens, marks of direction, joiners.
fn is_unseen(char: char) -> bool {
    char.is_control() || matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Written without spaces around it: Han, kana, bopomofo and their punctuation.
fn is_wide(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, wanted: &str) -> usize {
        Wording::of(text).places(&Wording::of(wanted)).count()
    }

    #[test]
    fn case_width_and_accents_do_not_matter() {
        for (text, wanted) in [
            ("Physics LAB", "physics lab"),
            ("ＡＢＣ１２３", "abc123"),
            ("résumé", "Resume"),
            ("ﬁeld ﬂow", "field"),
            // A radical that some programs write for the character.
            ("⼈文", "人文"),
            ("ﾊﾝ", "ハン"),
        ] {
            assert_eq!(found(text, wanted), 1, "{wanted} in {text}");
        }
        assert_eq!(found("Physics", "Chemistry"), 0);
    }

    #[test]
    fn gaps_matter_only_between_words() {
        assert_eq!(found("學 習 歷\n程 檔案", "學習歷程"), 1);
        assert_eq!(found("學習歷程", "學 習"), 1);
        assert_eq!(found("the  rapist", "therapist"), 0);
        assert_eq!(found("the\n rapist", "the rapist"), 1);
        assert_eq!(found("第 3 組", "第3組"), 1);
    }

    #[test]
    fn places_do_not_overlap_and_nothing_is_nowhere() {
        assert_eq!(found("aaaa", "aa"), 2);
        assert_eq!(found("abab", "b"), 2);
        assert_eq!(found("aaab", "aab"), 1);
        assert_eq!(found("text", "  "), 0);
        assert_eq!(found("", "a"), 0);
    }
}
