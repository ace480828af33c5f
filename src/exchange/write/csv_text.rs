//! CSV for programs that take no workbook: UTF-8 with its mark, which Excel needs, or CP950 for old
//! systems. CP950 lacks letters that names have: they are named, never written as something else.

use std::collections::BTreeMap;

use csv::{Terminator, WriterBuilder};

use crate::domain::table::{Place, UnwritableLetter, WriteProblem};
use crate::exchange::cp950::encode_letter;

/// Which letters a CSV is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CsvEncoding {
    /// With the mark at its beginning
    Utf8,
    Cp950,
}

/// # Errors
/// [`WriteProblem::Unwritable`] with every letter that CP950 does not know.
pub(in crate::exchange) fn write(
    rows: &[Vec<String>],
    encoding: CsvEncoding,
) -> Result<Vec<u8>, WriteProblem> {
    let text = delimited(rows, b',', Terminator::CRLF);
    match encoding {
        CsvEncoding::Utf8 => Ok([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        CsvEncoding::Cp950 => {
            let unwritable = unwritable(rows);
            if unwritable.is_empty() {
                Ok(text.chars().filter_map(encode_letter).flatten().collect())
            } else {
                Err(WriteProblem::Unwritable(unwritable))
            }
        }
    }
}

/// What a spreadsheet takes from the clipboard.
pub(in crate::exchange) fn tab_separated(rows: &[Vec<String>]) -> String {
    delimited(rows, b'\t', Terminator::CRLF)
}

fn delimited(rows: &[Vec<String>], mark: u8, end: Terminator) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(mark)
        .terminator(end)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let harmless = row.iter().map(|text| harmless(text));
        // Writing into memory does not fail.
        if writer.write_record(harmless).is_err() {
            break;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A text that a spreadsheet would run as a formula gets an apostrophe, as Excel itself writes text: a
/// title that a student typed must not become a command on the computer of the office.
fn harmless(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@']) && text.parse::<f64>().is_err();
    if runs && text.chars().count() > 1 {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn unwritable(rows: &[Vec<String>]) -> Vec<UnwritableLetter> {
    let mut found: BTreeMap<char, UnwritableLetter> = BTreeMap::new();
    for (row, fields) in (0..).zip(rows) {
        for (column, text) in (0..).zip(fields) {
            let mut letters: Vec<char> = text
                .chars()
                .filter(|letter| encode_letter(*letter).is_none())
                .collect();
            letters.sort_unstable();
            letters.dedup();
            for letter in letters {
                let known = found.entry(letter).or_insert_with(|| UnwritableLetter {
                    letter,
                    place: Place { row, column },
                    text: text.clone(),
                    cells: 0,
                });
                known.cells += 1;
            }
        }
    }
    let mut found: Vec<UnwritableLetter> = found.into_values().collect();
    found.sort_by_key(|letter| letter.place);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        let row = |row: &&[&str]| row.iter().map(|text| (*text).to_owned()).collect();
        rows.iter().map(row).collect()
    }

    #[test]
    fn utf8_has_its_mark_and_quotes_what_must_be() {
        let written = write(
            &rows(&[&["學號", "姓名"], &["0012345", "a,\"b\"\nc"]]),
            CsvEncoding::Utf8,
        );
        assert_eq!(
            String::from_utf8(written.unwrap()).unwrap(),
            "\u{FEFF}學號,姓名\r\n0012345,\"a,\"\"b\"\"\nc\"\r\n"
        );
        assert_eq!(tab_separated(&rows(&[&["a", "b c"], &["d"]])), "a\tb c\r\nd\r\n");
    }

    #[test]
    fn cp950_names_what_it_cannot_write() {
        let written = write(&rows(&[&["王小明"]]), CsvEncoding::Cp950).unwrap();
        assert_eq!(written, [0xA4, 0xFD, 0xA4, 0x70, 0xA9, 0xFA, b'\r', b'\n']);
        let names = rows(&[
            &["姓名", "班"],
            &["林堃峯", "甲"],
            &["張喆", "乙"],
            &["李煊堃", "丙"],
        ]);
        let Err(WriteProblem::Unwritable(letters)) = write(&names, CsvEncoding::Cp950) else {
            panic!("written");
        };
        let said: Vec<(char, String, u32)> = letters
            .iter()
            .map(|letter| (letter.letter, letter.place.to_string(), letter.cells))
            .collect();
        assert_eq!(
            said,
            [
                ('堃', "A2".into(), 2),
                ('峯', "A2".into(), 1),
                ('喆', "A3".into(), 1),
                ('煊', "A4".into(), 1)
            ]
        );
    }

    #[test]
    fn formulas_in_texts_do_not_run() {
        for (text, expected) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+886", "+886"),
            ("-1.5", "-1.5"),
            ("-", "-"),
            ("@甲", "'@甲"),
            ("王", "王"),
        ] {
            assert_eq!(harmless(text), expected);
        }
    }
}
