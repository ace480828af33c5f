//! Text in whatever encoding it was written: a mark at its beginning, else strict UTF-8, else CP950.

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::domain::table::{TableProblem, TextEncoding};
use crate::exchange::cp950;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: TextEncoding,
}

/// # Errors
/// [`TableProblem::NotDecodable`] with the place.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, TableProblem> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok(decoded(text.to_owned(), TextEncoding::Utf8)),
            Err(error) => {
                let length = error.error_len().unwrap_or(1);
                Err(not_decodable(rest, error.valid_up_to(), length, |before| {
                    String::from_utf8_lossy(before).into_owned()
                }))
            }
        };
    }
    for (mark, encoding) in [(b"\xFF\xFE", UTF_16LE), (b"\xFE\xFF", UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return match encoding.decode_without_bom_handling_and_without_replacement(rest) {
                Some(text) => Ok(decoded(text.into_owned(), TextEncoding::Utf16)),
                None => Err(not_decodable(rest, 0, 2, |_| String::new())),
            };
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(decoded(text.to_owned(), TextEncoding::Utf8));
    }
    match cp950::decode(bytes) {
        Ok(text) => Ok(decoded(text, TextEncoding::Cp950)),
        Err(place) => Err(not_decodable(bytes, place.at, place.length, |before| {
            cp950::decode(before).unwrap_or_default()
        })),
    }
}

fn decoded(text: String, encoding: TextEncoding) -> Decoded {
    Decoded { text, encoding }
}

fn not_decodable(bytes: &[u8], at: usize, length: usize, read: impl Fn(&[u8]) -> String) -> TableProblem {
    let before = bytes.get(..at).unwrap_or_default();
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |place| place + 1);
    let lines = before.iter().filter(|byte| **byte == b'\n').count();
    let text = read(before.get(start..).unwrap_or_default());
    let count = text.chars().count();
    TableProblem::NotDecodable {
        line: u32::try_from(lines + 1).unwrap_or(u32::MAX),
        before: text.chars().skip(count.saturating_sub(20)).collect(),
        bytes: bytes.get(at..at + length).unwrap_or_default().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_found() {
        let big5: Vec<u8> = "學號,姓名\n1,王小明"
            .chars()
            .flat_map(|letter| cp950::encode_letter(letter).unwrap())
            .collect();
        let utf16: Vec<u8> = "\u{FEFF}學號\t姓名"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (bytes, text, encoding) in [
            (big5, "學號,姓名\n1,王小明", TextEncoding::Cp950),
            ("學號".into(), "學號", TextEncoding::Utf8),
            ("\u{FEFF}堃".into(), "堃", TextEncoding::Utf8),
            (utf16, "學號\t姓名", TextEncoding::Utf16),
        ] {
            let text = text.to_owned();
            assert_eq!(decode(&bytes), Ok(Decoded { text, encoding }));
        }
    }

    #[test]
    fn what_does_not_decode_is_named_with_its_place() {
        let mut bytes = b"a\nb,\xA4\xFD".to_vec();
        bytes.extend([0xFA, 0x40]);
        assert_eq!(
            decode(&bytes),
            Err(TableProblem::NotDecodable {
                line: 2,
                before: "b,王".into(),
                bytes: vec![0xFA, 0x40]
            })
        );
        assert_eq!(
            decode(b"\xEF\xBB\xBFa\n\xE7\x8E"),
            Err(TableProblem::NotDecodable {
                line: 2,
                before: String::new(),
                bytes: vec![0xE7]
            })
        );
        assert!(decode(b"\xFF\xFE\x00\xD8").is_err());
    }
}
