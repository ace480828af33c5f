//! A table of counts: for the screen, the clipboard and a workbook the same.

use std::cmp::Ordering;

use crate::domain::moment::Moment;
use crate::domain::outcome::OutcomeState;
use crate::domain::progress::{ProgressBy, Tally};
use crate::domain::window::Window;
use crate::engine::{
    ProgressKey, ProgressLine, ProgressRow, ProgressStudent, ProgressView, Report, ReportValue, tab_separated,
};
use crate::text::{labels, progress as words, time};

use super::{ProgressPlace, ProgressTab};

/// A column of the tables; each table has some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Class,
    Seat,
    Account,
    /// Class, course, teacher or student
    Name,
    /// What tells rows of the same name apart
    Detail,
    Students,
    Uploaded,
    State(OutcomeState),
    Without,
    Oldest,
    Deadline,
}

/// By which column, and whether the greatest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub column: Column,
    pub descending: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Count(u32),
    /// Waiting since; the words are for the day on which it was counted
    Since(Option<Moment>, String),
    /// Whole days until it closes, where it is open
    Until(Option<i64>, String),
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub cells: Vec<Cell>,
    pub tally: Tally,
    /// The list behind it
    pub opens: Option<ProgressKey>,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The row it is about, where a list is open
    pub title: Option<String>,
    pub columns: Vec<Column>,
    pub lines: Vec<Line>,
    /// Before the search narrowed it
    pub all: usize,
}

impl Cell {
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Since(_, text) | Self::Until(_, text) => text.clone(),
            Self::Count(count) => count.to_string(),
        }
    }

    pub const fn is_number(&self) -> bool {
        matches!(self, Self::Count(_))
    }

    fn value(&self) -> ReportValue {
        match self {
            Self::Count(count) => ReportValue::count(u64::from(*count)),
            Self::Text(text) | Self::Since(_, text) | Self::Until(_, text) if !text.is_empty() => {
                ReportValue::from(text.as_str())
            }
            _ => ReportValue::Empty,
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Count(one), Self::Count(other)) => one.cmp(other),
            // Whoever waits longest is the greatest; nobody who does not wait is before them.
            (Self::Since(one, _), Self::Since(other, _)) => {
                let key = |since: &Option<Moment>| since.map(std::cmp::Reverse);
                key(one).cmp(&key(other))
            }
            (Self::Until(one, _), Self::Until(other, _)) => one.cmp(other),
            _ => self.shown().cmp(&other.shown()),
        }
    }
}

impl Line {
    /// What is read out, and what is searched.
    pub fn name(&self) -> String {
        let cells = self.cells.iter().map(Cell::shown);
        cells
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }
}

/// The head of a column; the name of a row depends on what the rows are.
pub fn head(column: Column, tab: ProgressTab, open: bool) -> &'static str {
    match column {
        Column::Class => words::by(ProgressBy::Class),
        Column::Seat => words::SEAT,
        Column::Account => words::ACCOUNT,
        Column::Name if open => words::NAME,
        Column::Name => tab.by().map_or(words::NAME, words::by),
        Column::Detail if open => words::by(ProgressBy::Course),
        Column::Detail if tab == ProgressTab::Teacher => words::TEACHER_DETAIL,
        Column::Detail => words::COURSE_DETAIL,
        Column::Students => words::STUDENTS,
        Column::Uploaded => words::UPLOADED,
        Column::State(state) => labels::state(state),
        Column::Without => words::WITHOUT,
        Column::Oldest => words::OLDEST,
        Column::Deadline => words::DEADLINE,
    }
}

impl Table {
    /// The table of this place, narrowed by `search` and sorted.
    pub fn of(view: &ProgressView, place: &ProgressPlace, search: &str, sort: Option<Sort>) -> Self {
        let mut table = match (&place.open, place.tab.by()) {
            (Some(key), _) => behind(view, key),
            (None, Some(by)) => rows(view, by),
            (None, None) => without(view),
        };
        table.all = table.lines.len();
        table.lines.retain(|line| {
            search
                .split_whitespace()
                .all(|word| line.texts().any(|text| text.contains(word)))
        });
        if let Some(sort) = sort
            && let Some(at) = table.columns.iter().position(|column| *column == sort.column)
        {
            table.lines.sort_by(|one, other| {
                let order = match (one.cells.get(at), other.cells.get(at)) {
                    (Some(one), Some(other)) => one.cmp(other),
                    _ => Ordering::Equal,
                };
                if sort.descending { order.reverse() } else { order }
            });
        }
        table
    }

    /// As a sheet.
    pub fn report(&self, view: &ProgressView, tab: ProgressTab) -> Report {
        let open = self.title.is_some();
        let name = self
            .title
            .clone()
            .unwrap_or_else(|| words::tab(tab.by()).to_owned());
        Report {
            title: format!("{}　{name}", labels::term(view.term)),
            name,
            notes: vec![words::counted_at(view.at), words::SENTENCE.to_owned()],
            header: self
                .columns
                .iter()
                .map(|column| head(*column, tab, open).to_owned())
                .collect(),
            rows: self
                .lines
                .iter()
                .map(|line| line.cells.iter().map(Cell::value).collect())
                .collect(),
        }
    }

    /// As a spreadsheet takes it from the clipboard.
    pub fn copied(&self, view: &ProgressView, tab: ProgressTab) -> String {
        tab_separated(&self.report(view, tab))
    }
}

/// Every table of the page, and what waits for each teacher, for a workbook.
pub fn sheets(view: &ProgressView) -> Vec<Report> {
    let mut sheets: Vec<Report> = ProgressTab::ALL
        .into_iter()
        .map(|tab| {
            let place = ProgressPlace { tab, open: None };
            Table::of(view, &place, "", None).report(view, tab)
        })
        .filter(|report| !report.rows.is_empty())
        .collect();
    let mut waiting = Table::default();
    for teacher in view.behind() {
        let behind = behind(view, &teacher.key);
        waiting.columns = [&[Column::Name], behind.columns.as_slice()].concat();
        waiting.lines.extend(behind.lines.into_iter().map(|mut line| {
            line.cells.insert(0, Cell::Text(teacher.name.clone()));
            line
        }));
    }
    if !waiting.lines.is_empty() {
        waiting.title = Some(words::WAITING_SHEET.to_owned());
        let mut report = waiting.report(view, ProgressTab::Teacher);
        if let Some(first) = report.header.first_mut() {
            words::by(ProgressBy::Teacher).clone_into(first);
        }
        sheets.push(report);
    }
    sheets
}

const STATES: [Column; 4] = [
    Column::State(OutcomeState::Draft),
    Column::State(OutcomeState::Submitted),
    Column::State(OutcomeState::Certified),
    Column::State(OutcomeState::Returned),
];

fn counts(tally: Tally) -> impl Iterator<Item = Cell> {
    let states = OutcomeState::ALL.map(|state| Cell::Count(tally.of(state)));
    std::iter::once(Cell::Count(tally.uploaded())).chain(states)
}

fn since(oldest: Option<Moment>, now: Moment) -> Cell {
    let text = oldest
        .map(|since| time::waited_days(since, now))
        .unwrap_or_default();
    Cell::Since(oldest, text)
}

fn until(window: Option<&Window>, now: Moment) -> Cell {
    Cell::Until(words::open_days(window, now), words::days_until(window, now))
}

fn name_of(by: ProgressBy, row: &ProgressRow) -> String {
    match by {
        ProgressBy::Class => words::class(&row.name).to_owned(),
        ProgressBy::Course | ProgressBy::Teacher => row.name.clone(),
    }
}

fn rows(view: &ProgressView, by: ProgressBy) -> Table {
    let mut columns = vec![Column::Name];
    if by != ProgressBy::Class {
        columns.push(Column::Detail);
    }
    columns.extend([Column::Students, Column::Uploaded]);
    columns.extend(STATES);
    columns.extend([Column::Without, Column::Oldest, Column::Deadline]);
    let line = |row: &ProgressRow| {
        let mut cells = vec![Cell::Text(name_of(by, row))];
        if by != ProgressBy::Class {
            cells.push(Cell::Text(row.detail.clone()));
        }
        cells.push(Cell::Count(row.students));
        cells.extend(counts(row.tally));
        cells.push(Cell::Count(row.without));
        cells.push(since(row.oldest_waiting, view.at));
        cells.push(until(row.window.as_ref(), view.at));
        Line {
            cells,
            tally: row.tally,
            opens: Some(row.key.clone()),
        }
    };
    Table {
        columns,
        lines: view.rows(by).iter().map(line).collect(),
        ..Table::default()
    }
}

fn who(student: &ProgressStudent) -> [Cell; 4] {
    [
        Cell::Text(words::class(&student.class).to_owned()),
        Cell::Text(student.seat.clone()),
        Cell::Text(student.account.clone()),
        Cell::Text(student.name.clone()),
    ]
}

const WHO: [Column; 4] = [Column::Class, Column::Seat, Column::Account, Column::Name];

fn without(view: &ProgressView) -> Table {
    Table {
        columns: WHO.to_vec(),
        lines: view
            .without()
            .map(|student| Line {
                cells: who(student).into(),
                tally: student.tally,
                opens: None,
            })
            .collect(),
        ..Table::default()
    }
}

/// The list behind a row: students with their counts, or what waits for a teacher.
fn behind(view: &ProgressView, key: &ProgressKey) -> Table {
    let of_teacher = matches!(key, ProgressKey::Teacher(_));
    let (by, rows) = match key {
        ProgressKey::Class(_) => (ProgressBy::Class, &view.classes),
        ProgressKey::Course(_) => (ProgressBy::Course, &view.courses),
        ProgressKey::Teacher(_) => (ProgressBy::Teacher, &view.teachers),
    };
    let row = rows.iter().find(|row| row.key == *key);
    let mut columns = WHO.to_vec();
    if of_teacher {
        columns.extend([
            Column::Detail,
            Column::State(OutcomeState::Submitted),
            Column::Oldest,
        ]);
    } else {
        columns.push(Column::Uploaded);
        columns.extend(STATES);
        columns.push(Column::Oldest);
    }
    let line = |line: &ProgressLine<'_>| {
        let mut cells: Vec<Cell> = who(line.student).into();
        if of_teacher {
            let course = line.course.map(|course| course.name.clone());
            cells.push(Cell::Text(course.unwrap_or_default()));
            cells.push(Cell::Count(line.tally.waiting));
        } else {
            cells.extend(counts(line.tally));
        }
        cells.push(since(line.oldest_waiting, view.at));
        Line {
            cells,
            tally: line.tally,
            opens: None,
        }
    };
    Table {
        title: Some(row.map(|row| title(by, row)).unwrap_or_default()),
        columns,
        lines: view.lines(key).iter().map(line).collect(),
        ..Table::default()
    }
}

/// `物理（一年1班　陳老師）`
fn title(by: ProgressBy, row: &ProgressRow) -> String {
    let name = name_of(by, row);
    if row.detail.is_empty() {
        name
    } else {
        format!("{name}（{}）", row.detail)
    }
}
