//! Text with commas, semicolons or tabs between the fields. Read here and not by a crate, because those
//! take a quotation mark that is never closed for a very long field: the person must be told its line.

use crate::domain::table::{Place, TableProblem};
use crate::exchange::watch::{Stage, Watch};

use super::workbook::{Builder, Cell, Sheet};

const MARKS: [char; 3] = ['\t', ',', ';'];
/// Records that are looked at to find the mark between the fields.
const LOOKED_AT: usize = 50;
/// Records between two words of progress.
const STEP: u32 = 4096;

/// # Errors
/// A broken quotation mark, too many cells, or cancelled.
pub(super) fn sheet(text: &str, watch: Watch<'_>) -> Result<Sheet, TableProblem> {
    let mark = between(text);
    let total = text.len() as u64;
    let mut builder = Builder::new(String::new(), false, 0);
    let mut records = Records::new(text, mark);
    let mut row = 0;
    while let Some(fields) = records.next_record()? {
        for (column, field) in (0..).zip(fields) {
            builder.put(Place { row, column }, Cell::Text(field))?;
        }
        row += 1;
        if row % STEP == 0 {
            watch.step(Stage::Cells, records.at as u64, total)?;
        }
    }
    Ok(builder.finish())
}

/// The mark that splits most of the first records into as many fields as the others have.
fn between(text: &str) -> char {
    let weight = |mark: char| {
        let mut records = Records::new(text, mark);
        let mut counts = Vec::new();
        while counts.len() < LOOKED_AT {
            match records.next_record() {
                Ok(Some(fields)) if fields.len() > 1 => counts.push(fields.len()),
                Ok(Some(_)) => {}
                _ => break,
            }
        }
        // How many records have the most frequent number of fields.
        counts
            .iter()
            .map(|count| counts.iter().filter(|other| *other == count).count())
            .max()
            .unwrap_or(0)
    };
    // Ties go to the first: whoever writes tabs between fields means them.
    let mut best = (',', 0);
    for mark in MARKS {
        let weight = weight(mark);
        if weight > best.1 {
            best = (mark, weight);
        }
    }
    best.0
}

struct Records<'a> {
    text: &'a str,
    mark: char,
    /// Byte at which the next record begins
    at: usize,
    /// Counted from 1
    line: u32,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, mark: char) -> Self {
        Self {
            text,
            mark,
            at: 0,
            line: 1,
        }
    }

    /// `None` at the end.
    fn next_record(&mut self) -> Result<Option<Vec<String>>, TableProblem> {
        if self.at >= self.text.len() {
            return Ok(None);
        }
        let mut fields = Vec::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let is_quoted = rest.starts_with('"');
            fields.push(if is_quoted { self.quoted()? } else { self.plain() });
            let rest = self.text.get(self.at..).unwrap_or_default();
            match rest.chars().next() {
                Some(letter) if letter == self.mark => self.at += letter.len_utf8(),
                Some('\r') if rest.starts_with("\r\n") => {
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        self.line += 1;
        Ok(Some(fields))
    }

    /// Up to the next mark or end of line.
    fn plain(&mut self) -> String {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let end = rest.find([self.mark, '\n', '\r']).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default().to_owned()
    }

    /// Between quotation marks; two of them stand for one.
    fn quoted(&mut self) -> Result<String, TableProblem> {
        let opened = self.line;
        let mut field = String::new();
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(end) = rest.find('"') else {
                return Err(TableProblem::QuoteOpen { line: opened });
            };
            let part = rest.get(..end).unwrap_or_default();
            let lines = part.bytes().filter(|byte| *byte == b'\n').count();
            self.line = self.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            field.push_str(part);
            self.at += end + 1;
            match rest.get(end + 1..).and_then(|after| after.chars().next()) {
                Some('"') => {
                    field.push('"');
                    self.at += 1;
                }
                None | Some('\n' | '\r') => return Ok(field),
                Some(letter) if letter == self.mark => return Ok(field),
                Some(_) => return Err(TableProblem::QuoteBroken { line: opened }),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Vec<String>>, TableProblem> {
        let sheet = sheet(text, Watch::nobody())?;
        let text = |cell: &Cell| match cell {
            Cell::Text(text) => text.clone(),
            _ => String::new(),
        };
        Ok(sheet
            .rows
            .iter()
            .map(|row| row.cells.iter().map(text).collect())
            .collect())
    }

    #[test]
    fn fields_are_split_at_the_mark_in_use() {
        let expected = vec![vec!["學號", "姓名"], vec!["1", "王"], vec!["2", "李"]];
        for text in [
            "學號,姓名\n1,王\n2,李\n",
            "學號;姓名\r\n1;王\r\n2;李",
            "學號\t姓名\r1\t王\r2\t李\r",
            "\"學號\",\"姓名\"\n\"1\",\"王\"\n\"2\",李",
        ] {
            assert_eq!(read(text).unwrap(), expected, "{text}");
        }
        // Teachers in one field, separated by the other marks.
        assert_eq!(
            read("課程\t教師\n數學\tT1,T2;T3\n國文\tT1,T4").unwrap(),
            [
                vec!["課程", "教師"],
                vec!["數學", "T1,T2;T3"],
                vec!["國文", "T1,T4"]
            ]
        );
        assert_eq!(read("帳號\nT1\nT2").unwrap(), [["帳號"], ["T1"], ["T2"]]);
    }

    #[test]
    fn quotes_hold_newlines_marks_and_quotes() {
        assert_eq!(
            read("a,\"b\n\"\"c\"\",\"\nd,5\" 碟").unwrap(),
            [vec!["a", "b\n\"c\","], vec!["d", "5\" 碟"]]
        );
    }

    #[test]
    fn a_broken_quote_is_named_with_its_line() {
        assert_eq!(
            read("a,b\n\"c\nd\",\"e\n1,2\n3,4"),
            Err(TableProblem::QuoteOpen { line: 3 })
        );
        assert_eq!(
            read("a,b\n1,\"王\"小明\n2,李"),
            Err(TableProblem::QuoteBroken { line: 2 })
        );
    }

    proptest::proptest! {
        /// What the well-known crate writes is read as it was meant.
        #[test]
        fn written_tables_read_back(rows in proptest::collection::vec(proptest::collection::vec("[a王,;\t\"\n 0]{1,6}", 2..5), 1..6)) {
            let width = rows[0].len();
            let rows: Vec<Vec<String>> = rows.into_iter().map(|mut row| { row.resize(width, "x".into()); row }).collect();
            let mut writer = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
            for row in &rows { writer.write_record(row).unwrap(); }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| {
                    let mut row: Vec<String> = row.iter().map(|field| if field.trim().is_empty() { String::new() } else { field.clone() }).collect();
                    while row.last().is_some_and(String::is_empty) { row.pop(); }
                    row
                })
                .filter(|row| !row.is_empty())
                .collect();
            proptest::prop_assert_eq!(read(&text).unwrap(), expected);
        }
    }
}
