//! Files that the program hands out: an empty roster to fill in, and the rows that must be mended.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::{Need, RosterColumn, TemplateWords};
use crate::domain::roster_mapping::{Confidence, Mapping};
use crate::domain::table::WriteProblem;
use crate::domain::term::Term;
use crate::exchange::table::Workbook;
use crate::exchange::write::xlsx::{self, SheetPlan, Value};

use super::header::{shown_text, texts_above};
use super::names::meaning;
use super::value;
use super::zeros::with_zeros;

/// An empty roster with the official headers; a second sheet says what each column means. The officer list
/// has the page with school code and term that the official file has.
///
/// # Errors
/// [`WriteProblem::TextTooLong`] if the words are.
pub fn template(kind: RosterKind, words: &TemplateWords) -> Result<Vec<u8>, WriteProblem> {
    let columns = RosterColumn::of_template(kind);
    let mut sheets = Vec::new();
    if kind == RosterKind::OfficerPosts {
        sheets.push(SheetPlan {
            name: FRONT_PAGE.into(),
            header: FRONT_HEADER.map(str::to_owned).into(),
            all_text: true,
            ..SheetPlan::default()
        });
    }
    sheets.push(SheetPlan {
        name: words.sheet.clone(),
        header: columns
            .iter()
            .map(|(column, _)| column.header(kind).to_owned())
            .collect(),
        all_text: true,
        ..SheetPlan::default()
    });
    let meaning = |(column, need): &(RosterColumn, Need)| -> Vec<Value> {
        let meaning = words.meanings.iter().find(|(known, _)| known == column);
        let need = match need {
            Need::Optional => &words.optional,
            Need::Needed | Need::Alternative => &words.needed,
        };
        vec![
            column.header(kind).into(),
            need.clone().into(),
            meaning.map_or(Value::Empty, |(_, meaning)| meaning.clone().into()),
        ]
    };
    sheets.push(SheetPlan {
        name: words.help_sheet.clone(),
        header: words.help_headings.to_vec(),
        rows: columns
            .iter()
            .map(meaning)
            .chain(words.notes.iter().map(|note| vec![note.clone().into()]))
            .collect(),
        ..SheetPlan::default()
    });
    xlsx::workbook(&sheets)
}

/// As the official file names its first sheet.
const FRONT_PAGE: &str = "學校資料";
const FRONT_HEADER: [&str; 3] = ["學校代碼", "學年度", "學期"];

/// The rows that must be mended: their cells as they were, and a column with the reasons. What a person had
/// said for the whole table is written into it, so that the mended file can be imported as it is. `rows`
/// count from 1.
///
/// # Errors
/// [`WriteProblem::TextTooLong`].
pub fn rows_to_mend(
    workbook: &Workbook,
    mapping: &Mapping,
    kind: RosterKind,
    rows: &[(u32, String)],
    reason_header: &str,
) -> Result<Vec<u8>, WriteProblem> {
    let Some(sheet) = usize::try_from(mapping.sheet)
        .ok()
        .and_then(|at| workbook.sheets.get(at))
    else {
        return xlsx::workbook(&[]);
    };
    let extra = said_for_all(mapping, kind);
    let title = mapping.term.filter(|_| kind == RosterKind::Students);
    let width = sheet.width();
    let texts = texts_above(sheet, mapping.first_row);
    let mut header: Vec<String> = (0..width)
        .map(|index| header_of(index, &texts, mapping, kind))
        .collect();
    header.extend(extra.iter().map(|(column, _)| column.header(kind).to_owned()));
    header.push(reason_header.to_owned());
    let cells = |(number, reason): &(u32, String)| {
        let row = sheet.row(number.checked_sub(1)?)?;
        let mut values: Vec<Value> = (0..width)
            .map(|index| {
                let text = value::shown(row.cell(index));
                let is_account = mapping.columns_of(RosterColumn::Account).any(|at| at == index);
                let digits = mapping.account_digits.filter(|_| is_account);
                digits
                    .map_or(text.clone(), |digits| with_zeros(text, digits))
                    .into()
            })
            .collect();
        values.extend(extra.iter().map(|(_, text)| Value::Text(text.clone())));
        values.push(reason.clone().into());
        Some(values)
    };
    xlsx::workbook(&[SheetPlan {
        name: sheet.name.clone(),
        above: title.map(title_of_term).into_iter().collect(),
        header,
        rows: rows.iter().filter_map(cells).collect(),
        all_text: true,
    }])
}

/// Columns for what a person, or a title, said for all rows.
fn said_for_all(mapping: &Mapping, kind: RosterKind) -> Vec<(RosterColumn, String)> {
    let mut said = Vec::new();
    if let Some(year) = mapping.entry_year
        && !mapping.has(RosterColumn::EntryYear)
    {
        said.push((RosterColumn::EntryYear, year.to_string()));
    }
    if let Some(term) = mapping.term
        && kind != RosterKind::Students
        && !mapping.has(RosterColumn::Term)
    {
        if !mapping.has(RosterColumn::Year) {
            said.push((RosterColumn::Year, term.year.to_string()));
        }
        if !mapping.has(RosterColumn::Semester) {
            said.push((RosterColumn::Semester, term.semester.number().to_string()));
        }
    }
    said
}

/// The header as it stands in the table; the official one where a person had to say, or to confirm, what it
/// means.
fn header_of(index: u32, texts: &[String], mapping: &Mapping, kind: RosterKind) -> String {
    let text = usize::try_from(index).ok().and_then(|at| texts.get(at));
    let text = text
        .map(|text| shown_text(text).replace('\n', ""))
        .unwrap_or_default();
    let means = mapping.columns.iter().find(|(at, _)| *at == index);
    match means {
        Some((_, column))
            if meaning(&text, kind)
                .is_none_or(|(known, sure)| known != *column || sure < Confidence::Alias) =>
        {
            column.header(kind).to_owned()
        }
        _ => text,
    }
}

/// As titles of rosters name a term, so that it is found again.
fn title_of_term(term: Term) -> String {
    format!("{}學年度第{}學期", term.year, term.semester.number())
}
