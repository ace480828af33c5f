//! What a workbook is, before anybody helped.

use crate::domain::national_id::{self, IdCheck};
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::{
    ColumnGuess, Confidence, Mapping, RememberedHeader, RosterGuess, SheetGuess,
};
use crate::domain::table::Place;
use crate::domain::term::Term;
use crate::exchange::letters::bare;
use crate::exchange::table::{Sheet, Workbook};

use super::header::{self, Header};
use super::names::plain;
use super::value;

const SAMPLES: usize = 3;
/// Filled cells that are looked at to recognise a column by its contents.
const LOOKED_AT: usize = 30;

/// Finds sheet, header and columns. `remembered`: what people said of headers of this roster before.
pub fn guess(workbook: &Workbook, kind: RosterKind, remembered: &[RememberedHeader]) -> RosterGuess {
    let front = front_page(workbook);
    let sheets: Vec<(Option<Header>, Mapping)> = (0..)
        .zip(&workbook.sheets)
        .map(|(index, sheet)| {
            let header = header::find(sheet, kind, remembered);
            let mapping = mapping(sheet, index, header.as_ref(), front.as_ref(), kind);
            (header, mapping)
        })
        .collect();
    let best = (0..sheets.len())
        .filter(|at| {
            workbook
                .sheets
                .get(*at)
                .is_some_and(|sheet| !sheet.rows.is_empty())
        })
        .max_by_key(|at| {
            let (is_complete, found) = sheets.get(*at).map_or((false, 0), |(header, mapping)| {
                (
                    header.is_some() && mapping.missing(kind).is_empty(),
                    header.as_ref().map_or(0, Header::found_by_name),
                )
            });
            let is_shown = workbook.sheets.get(*at).is_some_and(|sheet| !sheet.hidden);
            // Of equals the first.
            (is_complete, is_shown, found, std::cmp::Reverse(*at))
        })
        .unwrap_or(0);
    let (header, mapping) = sheets
        .get(best)
        .cloned()
        .unwrap_or_else(|| (None, unmapped(u32::try_from(best).unwrap_or(0))));
    let columns = workbook
        .sheets
        .get(best)
        .map(|sheet| columns(sheet, header.as_ref(), &mapping))
        .unwrap_or_default();
    let is_complete = header.is_some() && mapping.missing(kind).is_empty();
    RosterGuess {
        kind,
        header_found: header.is_some(),
        columns,
        sheets: workbook
            .sheets
            .iter()
            .zip(&sheets)
            .map(|(sheet, (header, mapping))| SheetGuess {
                name: sheet.name.clone(),
                hidden: sheet.hidden,
                rows: count(sheet.rows.len()),
                found: count(header.as_ref().map_or(0, Header::found_by_name)),
                complete: header.is_some() && mapping.missing(kind).is_empty(),
            })
            .collect(),
        looks_like: if is_complete {
            None
        } else {
            other_kind(workbook, kind)
        },
        school_code: front.and_then(|front| front.school_code),
        mapping,
    }
}

/// The same for a sheet and a first row that a person chose: its columns, with what they seem to mean.
pub fn guess_at(
    workbook: &Workbook,
    kind: RosterKind,
    remembered: &[RememberedHeader],
    sheet: u32,
    first_row: u32,
) -> (Mapping, Vec<ColumnGuess>) {
    let Some(chosen) = usize::try_from(sheet).ok().and_then(|at| workbook.sheets.get(at)) else {
        return (unmapped(sheet), Vec::new());
    };
    let texts = header::texts_above(chosen, first_row);
    let header = Header {
        first_row,
        columns: header::assign(&texts, kind, remembered),
        texts,
    };
    let front = front_page(workbook);
    let mapping = mapping(chosen, sheet, Some(&header), front.as_ref(), kind);
    let columns = columns(chosen, Some(&header), &mapping);
    (mapping, columns)
}

/// What is worth remembering of a mapping: each header with its meaning, or with none.
pub fn remember(workbook: &Workbook, mapping: &Mapping) -> Vec<RememberedHeader> {
    let Some(sheet) = usize::try_from(mapping.sheet)
        .ok()
        .and_then(|at| workbook.sheets.get(at))
    else {
        return Vec::new();
    };
    let mut known: Vec<RememberedHeader> = Vec::new();
    for (index, text) in (0..).zip(header::texts_above(sheet, mapping.first_row)) {
        let header = plain(&header::shown_text(&text));
        let means = mapping
            .columns
            .iter()
            .find(|(column, _)| *column == index)
            .map(|(_, means)| *means);
        // Of two columns with one header the one that is read counts.
        match known.iter_mut().find(|known| known.header == header) {
            _ if header.is_empty() => {}
            Some(same) => same.means = same.means.or(means),
            None => known.push(RememberedHeader { header, means }),
        }
    }
    known
}

fn unmapped(sheet: u32) -> Mapping {
    Mapping {
        sheet,
        first_row: 0,
        columns: Vec::new(),
        term: None,
        entry_year: None,
        account_digits: None,
    }
}

fn mapping(
    sheet: &Sheet,
    index: u32,
    header: Option<&Header>,
    front: Option<&FrontPage>,
    kind: RosterKind,
) -> Mapping {
    let mut mapping = unmapped(index);
    let Some(header) = header else {
        map_by_contents(sheet, kind, &mut mapping);
        return mapping;
    };
    mapping.first_row = header.first_row;
    mapping.columns = header
        .columns
        .iter()
        .map(|(index, column, _)| (*index, *column))
        .collect();
    name_whole_terms(sheet, &mut mapping);
    let says_term = mapping.has(RosterColumn::Term)
        || (mapping.has(RosterColumn::Year) && mapping.has(RosterColumn::Semester));
    if !says_term {
        mapping.term = front
            .map(|front| front.term)
            .or_else(|| term_above(sheet, header.first_row));
    }
    mapping
}

/// A column headed 學期 may hold `114-1`.
fn name_whole_terms(sheet: &Sheet, mapping: &mut Mapping) {
    if mapping.has(RosterColumn::Year) || mapping.has(RosterColumn::Term) {
        return;
    }
    let semester = mapping.columns_of(RosterColumn::Semester).next();
    if let Some(index) = semester {
        let mut samples = filled(sheet, mapping.first_row, index).take(LOOKED_AT).peekable();
        if samples.peek().is_some() && samples.all(|text| value::term(&text).is_some()) {
            mapping.assign(index, Some(RosterColumn::Term));
        }
    }
}

/// The term that a title above the header, or the sheet's name, speaks of.
fn term_above(sheet: &Sheet, first_row: u32) -> Option<Term> {
    sheet
        .rows
        .iter()
        .take_while(|row| row.number + 1 < first_row)
        .flat_map(|row| &row.cells)
        .map(value::shown)
        .chain([sheet.name.clone()])
        .find_map(|text| value::term_in_title(&text).or_else(|| value::term(&text)))
}

/// The first sheet of the official rosters: 學校代碼, 學年度, 學期.
struct FrontPage {
    term: Term,
    school_code: Option<String>,
}

fn front_page(workbook: &Workbook) -> Option<FrontPage> {
    if workbook.sheets.len() < 2 {
        return None;
    }
    workbook.sheets.iter().find_map(|sheet| {
        let answer = |names: &[&str]| answer(sheet, names);
        let year = value::school_year(&answer(&["學年度", "學年"])?)?;
        let semester = value::semester(&answer(&["學期"])?)?;
        // A roster has many rows, this page has one.
        (sheet.rows.len() <= 5).then(|| FrontPage {
            term: Term { year, semester },
            school_code: answer(&["學校代碼", "學校代號"]),
        })
    })
}

/// The filled cell below a name, else the one to its right.
fn answer(sheet: &Sheet, names: &[&str]) -> Option<String> {
    let row = sheet.rows.iter().find_map(|row| {
        let column = row
            .cells
            .iter()
            .position(|cell| names.contains(&plain(&value::shown(cell)).as_str()))?;
        Some(Place {
            row: row.number,
            column: u32::try_from(column).ok()?,
        })
    })?;
    let at = |row, column| {
        let text = bare(&value::shown(sheet.cell(Place { row, column })));
        let is_answer = text.chars().any(|letter| letter.is_ascii_alphanumeric());
        is_answer.then_some(text)
    };
    at(row.row + 1, row.column).or_else(|| at(row.row, row.column + 1))
}

fn other_kind(workbook: &Workbook, kind: RosterKind) -> Option<RosterKind> {
    // Teachers, then receipts, last: what they need is part of almost every table.
    let mut others = RosterKind::ALL.to_vec();
    others.sort_by_key(|other| match other {
        RosterKind::Receipts => 2,
        RosterKind::Teachers => 1,
        _ => 0,
    });
    others.into_iter().filter(|other| *other != kind).find(|other| {
        (0..).zip(&workbook.sheets).any(|(index, sheet)| {
            header::find(sheet, *other, &[]).is_some_and(|header| {
                let found = mapping(sheet, index, Some(&header), None, *other);
                let by_name = header.found_by_name() == header.columns.len();
                by_name && found.missing(*other).is_empty()
            })
        })
    })
}

fn columns(sheet: &Sheet, header: Option<&Header>, mapping: &Mapping) -> Vec<ColumnGuess> {
    let width = header.map_or_else(|| sheet.width(), |header| count(header.texts.len()));
    (0..width)
        .filter_map(|index| {
            let samples: Vec<String> = filled(sheet, mapping.first_row, index).take(SAMPLES).collect();
            let text = header
                .and_then(|header| header.texts.get(usize::try_from(index).ok()?).cloned())
                .unwrap_or_default();
            if text.is_empty() && samples.is_empty() {
                return None;
            }
            let means = mapping.columns.iter().find(|(at, _)| *at == index);
            let by_name = header.and_then(|header| header.columns.iter().find(|(at, _, _)| *at == index));
            let confidence = match (means, by_name) {
                (None, _) => Confidence::None,
                (Some(_), None) => Confidence::Likely,
                (Some(_), Some((_, _, confidence))) => *confidence,
            };
            Some(ColumnGuess {
                index,
                header: header::shown_text(&text),
                means: means.map(|(_, column)| *column),
                confidence,
                samples,
            })
        })
        .collect()
}

/// For tables without a header: contents that can hardly mean anything else.
fn map_by_contents(sheet: &Sheet, kind: RosterKind, mapping: &mut Mapping) {
    for index in 0..sheet.width() {
        let samples: Vec<String> = filled(sheet, 0, index).take(LOOKED_AT).collect();
        if let Some(column) = by_contents(&samples)
            && RosterColumn::of(kind).iter().any(|(known, _)| *known == column)
            && !mapping.has(column)
        {
            mapping.assign(index, Some(column));
        }
    }
}

fn filled(sheet: &Sheet, first_row: u32, column: u32) -> impl Iterator<Item = String> + '_ {
    sheet
        .rows
        .iter()
        .skip_while(move |row| row.number < first_row)
        .map(move |row| value::shown(row.cell(column)))
        .filter(|text| !text.is_empty())
}

fn by_contents(samples: &[String]) -> Option<RosterColumn> {
    let all = |fits: &dyn Fn(&str) -> bool| !samples.is_empty() && samples.iter().all(|text| fits(text));
    if all(&|text| national_id::check(&national_id::normalise(text)) == IdCheck::Valid) {
        return Some(RosterColumn::NationalId);
    }
    let is_code = |text: &str| text.len() == 23 && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    all(&is_code).then_some(RosterColumn::CourseCode)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
