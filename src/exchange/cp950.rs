//! CP950, the Big5 of Windows in Taiwan. `encoding_rs` knows the Big5 of the web, which also holds the
//! Hong Kong supplement: there a character that a school made itself (造字) would silently become another
//! one. So only the areas where both agree are used; what lies elsewhere is named, never guessed.
//! Compared pair by pair with the `cp950` of Python: in these areas nothing differs.

use encoding_rs::BIG5;

/// Whether a pair of bytes stands for the same character in CP950 and in the Big5 of the web.
fn is_standard(lead: u8, trail: u8) -> bool {
    let trail_fits = matches!(trail, 0x40..=0x7E | 0xA1..=0xFE);
    let lead_fits = match lead {
        // Control pictures in the middle of A3 are not CP950.
        0xA3 => !matches!(trail, 0xC0..=0xE0),
        0xA1..=0xC5 | 0xC9..=0xF8 => true,
        // The rest of C6, C7 and C8 is for characters made by users.
        0xC6 => trail <= 0x7E,
        // The last one is a block in CP950 and something else on the web.
        0xF9 => trail != 0xFE,
        _ => false,
    };
    trail_fits && lead_fits
}

/// Where bytes stop being CP950.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Undecodable {
    pub at: usize,
    /// 1 or 2 bytes that stand for nothing
    pub length: usize,
}

/// # Errors
/// The first place that is not CP950.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Undecodable> {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            at += 1;
            continue;
        }
        match bytes.get(at + 1) {
            Some(&trail) if is_standard(byte, trail) => at += 2,
            Some(&trail) => {
                let length = if trail >= 0x40 { 2 } else { 1 };
                return Err(Undecodable { at, length });
            }
            None => return Err(Undecodable { at, length: 1 }),
        }
    }
    BIG5.decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Undecodable { at: 0, length: 1 })
}

/// The bytes of one letter; `None` if CP950 does not know it.
pub(super) fn encode_letter(letter: char) -> Option<Vec<u8>> {
    if letter.is_ascii() {
        return u8::try_from(letter).ok().map(|byte| vec![byte]);
    }
    // A surname; the only letter that the Big5 of the web writes outside the areas where both agree.
    if letter == '仝' {
        return Some(vec![0xC9, 0x69]);
    }
    let mut room = [0; 4];
    let (bytes, _, is_lost) = BIG5.encode(letter.encode_utf8(&mut room));
    match *bytes {
        [lead, trail] if !is_lost && is_standard(lead, trail) => Some(vec![lead, trail]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_taiwan_are_read_and_written() {
        for text in ["王小明", "陳怡君,101", "碁銹裏墻恒粧嫺", "，。；「」€"] {
            let bytes: Vec<u8> = text
                .chars()
                .flat_map(|letter| encode_letter(letter).unwrap())
                .collect();
            assert_eq!(decode(&bytes).as_deref(), Ok(text));
        }
        assert_eq!(encode_letter('王'), Some(vec![0xA4, 0xFD]));
    }

    #[test]
    fn rare_characters_are_not_written_as_something_else() {
        for letter in [
            '堃', '喆', '煊', '峯', '𡘙', '𠮷', '①', 'の', '\u{E000}', '\u{FFFD}',
        ] {
            assert_eq!(encode_letter(letter), None, "{letter}");
        }
    }

    /// Made characters begin at FA40 on most computers; the Big5 of the web has others there.
    #[test]
    fn made_characters_are_named_not_guessed() {
        let text = [&[0xA4, 0xFD][..], &[0xFA, 0x40]].concat();
        assert_eq!(decode(&text), Err(Undecodable { at: 2, length: 2 }));
        for bad in [
            &[0x80][..],
            &[0xFF],
            &[0x8E, 0x40],
            &[0xC6, 0xE7],
            &[0xC8, 0xFE],
            &[0xF9, 0xFE],
            &[0xA4],
            &[0xA4, 0x20],
        ] {
            assert!(decode(bad).is_err(), "{bad:?}");
        }
        assert_eq!(decode(&[b'a', 0xA4, 0x20]), Err(Undecodable { at: 1, length: 1 }));
    }

    #[test]
    fn every_standard_pair_reads_back_as_written() {
        for lead in 0x81..=0xFE_u8 {
            for trail in 0x40..=0xFE_u8 {
                if let Ok(text) = decode(&[lead, trail]) {
                    let letter = text.chars().next().unwrap();
                    let again = encode_letter(letter).unwrap();
                    assert_eq!(decode(&again).unwrap(), text, "{lead:02X}{trail:02X}");
                }
            }
        }
    }
}
