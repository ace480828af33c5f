//! Letters as people type them → letters as they are compared.

/// Full-width signs, digits and letters become half-width; every kind of space becomes one.
pub(super) fn half_width(text: &str) -> String {
    text.chars()
        .filter_map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0),
            // Nothing to see, and left behind by copying from web pages.
            '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' => None,
            '\u{3000}' | '\u{A0}' | '\t' => Some(' '),
            other => Some(other),
        })
        .collect()
}

/// Without spaces and invisible letters at both ends; what stands between stays as it is.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
    })
}

/// For comparing: half-width, no spaces, capital letters.
pub(super) fn bare(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_made_comparable() {
        assert_eq!(half_width("１１４－１　Ａ"), "114-1 A");
        assert_eq!(trimmed("\u{FEFF} 王　明\u{3000}\u{200B}"), "王　明");
        assert_eq!(bare(" 學 號\n（ｉｄ） "), "學號(ID)");
    }
}
