//! Looks through the content of an ods before calamine reads it: how large its sheets are (a row may say
//! that it repeats a million times), where cells are merged, and which numbers are shown with zeros in
//! front. calamine tells none of these.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::domain::table::{Block, Place, TableFormat, TableProblem};

use super::MOST_CELLS;

const DAMAGED: TableProblem = TableProblem::Damaged(TableFormat::Ods);
/// As large as a sheet can be.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;

/// What one sheet shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub merged: Vec<Block>,
    /// Numbers with zeros in front: how many digits are shown
    pub digits: HashMap<Place, u8>,
}

/// The sheets in order.
///
/// # Errors
/// [`TableProblem::TooManyCells`], damaged.
pub(super) fn scan(bytes: &[u8]) -> Result<Vec<Shown>, TableProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
    let content = archive.by_name("content.xml").map_err(|_| DAMAGED)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    let config = xml.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    let mut scan = Scan::default();
    scan.run(&mut xml)?;
    Ok(scan.sheets)
}

#[derive(Default)]
struct Scan {
    sheets: Vec<Shown>,
    /// Of the sheet
    row: u32,
    column: u32,
    row_repeats: u32,
    /// Last filled column of the row, counted from 1
    filled_to: u32,
    /// Rows up to the last filled one, and columns up to the last filled one
    height: u32,
    width: u32,
    /// Of all sheets before
    area: u64,
    number: Option<Place>,
    cell_repeats: u32,
    text: String,
    in_text: bool,
    is_filled: bool,
}

impl Scan {
    fn run<R: BufRead>(&mut self, xml: &mut Reader<R>) -> Result<(), TableProblem> {
        let mut room = Vec::new();
        loop {
            room.clear();
            match xml.read_event_into(&mut room).map_err(|_| DAMAGED)? {
                Event::Start(start) => self.start(&start)?,
                Event::Text(text) if self.in_text => self.text.push_str(&text.xml10_content()),
                Event::End(end) => self.end(end.name().as_ref())?,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), TableProblem> {
        let number = |name: &str, most: u32| -> u32 {
            let value = start.try_get_attribute(name).ok().flatten();
            let value = value.and_then(|value| value.value.parse().ok());
            value.unwrap_or(1_u32).clamp(1, most)
        };
        match start.name().as_ref() {
            "table:table" => {
                self.sheets.push(Shown::default());
                (self.row, self.height, self.width) = (0, 0, 0);
            }
            "table:table-row" => {
                self.row_repeats = number("table:number-rows-repeated", ROWS);
                (self.column, self.filled_to) = (0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let place = Place {
                    row: self.row,
                    column: self.column,
                };
                self.cell_repeats = number("table:number-columns-repeated", COLUMNS);
                let has = |name: &str| matches!(start.try_get_attribute(name), Ok(Some(_)));
                self.is_filled = has("office:value-type") || has("table:formula");
                self.number = has("office:value").then_some(place);
                self.text.clear();
                let rows = number("table:number-rows-spanned", ROWS);
                let columns = number("table:number-columns-spanned", COLUMNS);
                if (rows, columns) != (1, 1)
                    && let Some(sheet) = self.sheets.last_mut()
                {
                    sheet.merged.push(Block {
                        first: place,
                        last: Place {
                            row: place.row + rows - 1,
                            column: place.column + columns - 1,
                        },
                    });
                }
            }
            "text:p" => self.in_text = true,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), TableProblem> {
        match name {
            "text:p" => self.in_text = false,
            "table:table-cell" | "table:covered-table-cell" => {
                self.column = self.column.saturating_add(self.cell_repeats).min(COLUMNS);
                if self.is_filled {
                    self.filled_to = self.column;
                }
                if let (Some(place), Some(sheet)) = (self.number, self.sheets.last_mut()) {
                    let shown = self.text.trim();
                    let is_padded = shown.len() > 1
                        && shown.starts_with('0')
                        && shown.bytes().all(|byte| byte.is_ascii_digit());
                    if is_padded {
                        let digits = u8::try_from(shown.len().min(30)).unwrap_or(0);
                        sheet.digits.insert(place, digits);
                    }
                }
            }
            "table:table-row" => {
                self.row = self.row.saturating_add(self.row_repeats).min(ROWS);
                if self.filled_to > 0 {
                    self.height = self.row;
                    self.width = self.width.max(self.filled_to);
                }
                let area = self.area + u64::from(self.height) * u64::from(self.width);
                if area > MOST_CELLS {
                    return Err(TableProblem::TooManyCells { limit: MOST_CELLS });
                }
            }
            "table:table" => self.area += u64::from(self.height) * u64::from(self.width),
            _ => {}
        }
        Ok(())
    }
}
