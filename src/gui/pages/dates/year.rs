//! All windows of a school year on one time line: those for all, for grades, and every extension.

use eframe::egui::Ui;

use chrono::Duration;

use crate::domain::moment::start_of_day;
use crate::domain::term::SchoolYear;
use crate::domain::window::Window;
use crate::engine::{TimetableRow, TimetableView};
use crate::gui::pages::time_scale::TimeScale;
use crate::gui::state::State;
use crate::gui::widgets::Timeline;
use crate::text::dates::page as words;
use crate::text::{WindowQuestion, window_line};

/// Dates lie around their year; a slip of the pen shall not squeeze the others.
const DAYS_BEFORE: i64 = 62;
const DAYS_AFTER: i64 = 123;

/// The windows of a school year, in the order of the list below the time line.
pub(super) fn rows_of(view: &TimetableView, year: SchoolYear) -> Vec<&TimetableRow> {
    let mut rows: Vec<&TimetableRow> = view
        .rows
        .iter()
        .filter(|row| row.window.period.year() == year)
        .collect();
    rows.sort_by_key(|row| (row.window.period, row.window.kind, row.window.audience.clone()));
    rows
}

pub(super) fn line_ui(ui: &mut Ui, state: &State, rows: &[&TimetableRow], year: SchoolYear) {
    let first = start_of_day(year.first_day()) - Duration::days(DAYS_BEFORE);
    let last = start_of_day(year.next().first_day()) + Duration::days(DAYS_AFTER);
    let now = Some(state.now).filter(|now| (first..=last).contains(now));
    let ends = rows.iter().flat_map(|row| [row.window.opens, row.window.ends()]);
    let scale = TimeScale::around(ends.chain(now), first..=last);
    let bars = rows.iter().map(|row| {
        let window = &row.window;
        let student = row.student.as_ref().map(|student| student.name.as_str());
        let name = words::bar_name(window.kind, window.period, &window.audience, student);
        scale.bar(name, Some((window.opens, window.ends())), line(state, window))
    });
    let line = Timeline {
        bars: bars.collect(),
        marks: scale.months(),
        today: scale.today(state.now),
    };
    line.ui(ui);
}

/// How the window stands now, in words.
pub(super) fn line(state: &State, window: &Window) -> crate::text::WindowLine {
    let question = WindowQuestion {
        library: crate::domain::act::LibraryKind::School,
        kind: window.kind,
        period: window.period,
        window: Some(window),
        next: None,
    };
    window_line(&question, state.now)
}
