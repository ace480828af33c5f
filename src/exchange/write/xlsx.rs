//! Workbooks that a person opens in Excel: text stays text, so that 0012345 keeps its zeros, the header is
//! bold and stays in sight, columns are as wide as what they hold. The same content makes the same bytes:
//! no clock and no name of a computer goes into the file.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::domain::table::{Place, WriteProblem};

/// Letters of a sheet's name.
const LONGEST_NAME: usize = 31;
/// Widths in digits of the default font.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;
/// Rows that are measured for the widths.
const MEASURED: usize = 500;
/// As Excel allows.
const LONGEST_TEXT: usize = 32_767;

/// One value to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Empty,
    /// Stays text whatever it looks like
    Text(String),
    Number(f64),
    /// A share, 0 to 1, shown as `87%`
    Share(f64),
}

impl Value {
    pub fn count(number: u64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts of a school are small")]
        Self::Number(number as f64)
    }

    /// As it is read by a person.
    pub(in crate::exchange) fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Share(share) => format!("{:.0}%", share * 100.0),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::exchange) struct SheetPlan {
    pub name: String,
    /// Lines above the header; the first one is the title
    pub above: Vec<String>,
    pub header: Vec<String>,
    pub rows: Vec<Vec<Value>>,
    /// Empty cells below take text as well, for templates that people fill in
    pub all_text: bool,
}

/// # Errors
/// [`WriteProblem::TooManyCells`], [`WriteProblem::TextTooLong`].
pub(in crate::exchange) fn workbook(sheets: &[SheetPlan]) -> Result<Vec<u8>, WriteProblem> {
    let mut book = Workbook::new();
    let epoch = ExcelDateTime::from_ymd(2020, 1, 1).map_err(problem)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
    let mut names: Vec<String> = Vec::new();
    for plan in sheets {
        let name = free_name(&plan.name, &names);
        let sheet = book.add_worksheet();
        sheet.set_name(&name).map_err(problem)?;
        names.push(name);
        fill(sheet, plan)?;
    }
    book.save_to_buffer().map_err(problem)
}

fn fill(sheet: &mut Worksheet, plan: &SheetPlan) -> Result<(), WriteProblem> {
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let share = Format::new().set_num_format("0%");
    let bold = Format::new().set_bold().set_num_format("@").set_text_wrap();
    let title = Format::new().set_bold().set_font_size(14);
    let width = plan
        .rows
        .iter()
        .map(Vec::len)
        .chain([plan.header.len()])
        .max()
        .unwrap_or(0);
    for column in 0..width {
        let index = u16::try_from(column).map_err(|_| WriteProblem::TooManyCells)?;
        let width = u32::try_from(widest(plan, column)).unwrap_or(0);
        sheet.set_column_width(index, width).map_err(problem)?;
        if plan.all_text {
            sheet.set_column_format(index, &text).map_err(problem)?;
        }
    }
    let mut row = 0;
    for (at, line) in plan.above.iter().enumerate() {
        let written = if at == 0 {
            sheet.write_string_with_format(row, 0, line, &title)
        } else {
            sheet.write_string(row, 0, line)
        };
        written.map_err(problem)?;
        row += 1;
    }
    for (column, name) in (0..).zip(&plan.header) {
        sheet
            .write_string_with_format(row, column, name, &bold)
            .map_err(problem)?;
    }
    if !plan.header.is_empty() {
        row += 1;
        sheet.set_freeze_panes(row, 0).map_err(problem)?;
    }
    for values in &plan.rows {
        for (column, value) in (0..).zip(values) {
            let written = match value {
                Value::Empty => continue,
                Value::Text(words) if words.chars().count() > LONGEST_TEXT => {
                    let place = Place {
                        row,
                        column: column.into(),
                    };
                    return Err(WriteProblem::TextTooLong { place });
                }
                Value::Text(words) => sheet.write_string_with_format(row, column, words, &text),
                Value::Number(number) => sheet.write_number(row, column, *number),
                Value::Share(number) => sheet.write_number_with_format(row, column, *number, &share),
            };
            written.map_err(problem)?;
        }
        row += 1;
    }
    Ok(())
}

/// All that can still go wrong with names and formats made here.
fn problem(_: XlsxError) -> WriteProblem {
    WriteProblem::TooManyCells
}

/// How wide a column must be: Han letters take two digits.
fn widest(plan: &SheetPlan, column: usize) -> usize {
    let header = plan.header.get(column).map_or(0, |name| measure(name));
    let rows = plan.rows.iter().take(MEASURED);
    let widest = rows
        .filter_map(|row| row.get(column))
        .map(|value| measure(&value.shown()));
    (widest.max().unwrap_or(0).max(header) + 2).clamp(NARROWEST, WIDEST)
}

fn measure(text: &str) -> usize {
    let line = |line: &str| {
        line.chars()
            .map(|letter| if letter.is_ascii() { 1 } else { 2 })
            .sum()
    };
    text.lines().map(line).max().unwrap_or(0)
}

/// A name that Excel accepts and that is not taken.
fn free_name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted
        .chars()
        .map(|letter| if "[]:*?/\\".contains(letter) { '-' } else { letter })
        .collect();
    let clean = clean.trim().trim_matches('\'');
    let base = if clean.is_empty() { "1" } else { clean };
    let shortened = |length: usize| base.chars().take(length).collect::<String>();
    let mut name = shortened(LONGEST_NAME);
    let mut number = 2;
    while taken
        .iter()
        .any(|other| other.to_lowercase() == name.to_lowercase())
    {
        let ending = format!(" ({number})");
        name = shortened(LONGEST_NAME - ending.len()) + &ending;
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_made_acceptable() {
        let taken = vec!["名冊".to_owned(), "名冊 (2)".to_owned()];
        assert_eq!(free_name("名冊", &taken), "名冊 (3)");
        assert_eq!(free_name("114/1 [甲]", &taken), "114-1 -甲-");
        assert_eq!(free_name(" ", &taken), "1");
        assert_eq!(free_name(&"長".repeat(40), &taken).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn the_same_content_makes_the_same_bytes() {
        let plan = SheetPlan {
            name: "名冊".into(),
            header: vec!["學號".into()],
            rows: vec![vec!["0012345".into()]],
            ..SheetPlan::default()
        };
        assert_eq!(
            workbook(std::slice::from_ref(&plan)),
            workbook(std::slice::from_ref(&plan))
        );
    }

    #[test]
    fn what_no_sheet_can_hold_is_refused() {
        let plan = |value: Value| SheetPlan {
            rows: vec![vec![Value::Empty, value]],
            ..SheetPlan::default()
        };
        assert_eq!(
            workbook(&[plan("長".repeat(LONGEST_TEXT + 1).into())]),
            Err(WriteProblem::TextTooLong {
                place: Place { row: 0, column: 1 }
            })
        );
        assert!(workbook(&[plan("長".repeat(LONGEST_TEXT).into())]).is_ok());
    }
}
