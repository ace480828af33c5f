//! Tables for spreadsheets: CSV in UTF-8 with a byte order mark, which Excel needs.

use super::Portfolio;
use super::{PortfolioFile, PortfolioItem};
use crate::domain::hex::hex;
use crate::domain::moment::in_taipei;
use crate::text::{copy, labels};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
/// Ends lists within one cell.
const BETWEEN: &str = "；";

/// 課程學習成果, one row per item.
pub(super) fn outcomes(portfolio: &Portfolio, places: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut table = Table::begin(&copy::OUTCOME_COLUMNS)?;
    for (item, places) in portfolio.items.iter().zip(places) {
        let super::Body::Outcome(outcome) = &item.body else {
            continue;
        };
        let latest = outcome.decisions.last();
        table.row(&[
            &item.term.to_string(),
            &outcome.course.name,
            &outcome.course.code,
            &outcome.course.credits.to_string(),
            labels::course_kind(outcome.course.kind),
            &outcome.course.teachers.join(BETWEEN),
            &item.title,
            outcome.work_kind.map_or("", labels::work_kind),
            &item.description,
            labels::state(outcome.state),
            outcome.origin.map_or("", labels::origin),
            &latest.map_or_else(String::new, |decision| decision.by.clone()),
            &latest.map_or_else(String::new, |decision| day(decision.at)),
            &latest.map_or_else(String::new, copy_of_reason),
            &file_names(item),
            &sizes(item),
            &places.join(BETWEEN),
            &md5s(item),
            &day(item.created),
            &day(item.updated),
        ])?;
    }
    table.end()
}

/// 多元表現, one row per item; fields differ by category, so they share a cell.
pub(super) fn activities(portfolio: &Portfolio, places: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut table = Table::begin(&copy::ACTIVITY_COLUMNS)?;
    for (item, places) in portfolio.items.iter().zip(places) {
        let super::Body::Activity(activity) = &item.body else {
            continue;
        };
        let fields: Vec<String> = activity
            .fields
            .iter()
            .map(|(name, value)| format!("{name}：{value}"))
            .collect();
        table.row(&[
            &item.term.to_string(),
            labels::category(activity.category),
            &item.title,
            &fields.join(BETWEEN),
            &item.description,
            item.link.as_deref().unwrap_or_default(),
            &item.tags.join(BETWEEN),
            &file_names(item),
            &sizes(item),
            &places.join(BETWEEN),
            &md5s(item),
            &day(item.created),
            &day(item.updated),
        ])?;
    }
    table.end()
}

struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn begin(columns: &[&str]) -> Result<Self, csv::Error> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(BYTE_ORDER_MARK.to_vec());
        writer.write_record(columns)?;
        Ok(Self(writer))
    }

    fn row(&mut self, cells: &[&str]) -> Result<(), csv::Error> {
        self.0.write_record(cells.iter().map(|cell| harmless(cell)))
    }

    fn end(self) -> Result<Vec<u8>, csv::Error> {
        self.0.into_inner().map_err(|error| error.into_error().into())
    }
}

/// A cell that begins like a formula would be carried out by a spreadsheet: shown as text instead. The
/// words as they were are in `portfolio.json`.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn copy_of_reason(decision: &super::Decision) -> String {
    let reason = decision.reason.map_or("", labels::return_reason);
    match decision.note.as_str() {
        "" => reason.to_owned(),
        note if reason.is_empty() => note.to_owned(),
        note => format!("{reason}：{note}"),
    }
}

fn day(moment: crate::domain::moment::Moment) -> String {
    in_taipei(moment).format("%Y-%m-%d %H:%M").to_string()
}

fn file_names(item: &PortfolioItem) -> String {
    joined(item, |file| file.name.clone())
}

fn sizes(item: &PortfolioItem) -> String {
    joined(item, |file| file.bytes.to_string())
}

fn md5s(item: &PortfolioItem) -> String {
    joined(item, |file| hex(&file.md5))
}

fn joined(item: &PortfolioItem, what: impl Fn(&PortfolioFile) -> String) -> String {
    item.files.iter().map(what).collect::<Vec<_>>().join(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_formulas() {
        let mut table = Table::begin(&["標題", "簡述"]).unwrap();
        table.row(&["=1+1", "第一行\n「第二行」, \"引號\""]).unwrap();
        let text = String::from_utf8(table.end().unwrap()).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}標題,簡述\r\n'=1+1,\"第一行\n「第二行」, \"\"引號\"\"\"\r\n"
        );
    }
}
