//! `term list`, `term current`, and the way to the other commands about dates.

use std::path::Path;

use crate::cli::args::{Arguments, ForAccount, TermCommand};
use crate::cli::json::{self, TermListDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::Window;
use crate::engine::{Command, CurrentTerms};
use crate::text::{labels, time};

use super::save::write_whole;
use super::window::LastDayWish;
use super::{promotion, rules, window};

/// What `term current` is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CurrentWish {
    outcome: Option<Term>,
    activity: Option<Term>,
    selection: Option<SchoolYear>,
}

pub fn run(arguments: &Arguments, command: &TermCommand, output: &mut Output) -> Result<(), Trouble> {
    match command {
        TermCommand::List(who) => list(arguments, who, output),
        TermCommand::Current {
            who,
            outcome,
            activity,
            selection,
        } => {
            let wish = CurrentWish {
                outcome: *outcome,
                activity: *activity,
                selection: *selection,
            };
            current(arguments, who, &wish, output)
        }
        TermCommand::Set(set) => window::set(arguments, set, output),
        TermCommand::Remove(remove) => window::remove(arguments, remove, output),
        TermCommand::Extend(extend) => window::extend(arguments, extend, output),
        TermCommand::LastDay {
            who,
            term,
            date,
            remove,
        } => {
            let wish = LastDayWish {
                term: *term,
                date: *date,
                remove: *remove,
            };
            window::last_day(arguments, who, &wish, output)
        }
        TermCommand::Limits(set) => rules::run(arguments, set, output),
        TermCommand::Check { who, period } => window::check(arguments, who, *period, output),
        TermCommand::Start(start) => promotion::run(arguments, start, output),
        TermCommand::Calendar { who, to } => calendar(arguments, who, to, output),
    }
}

fn list(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    print(&desk, output)
}

fn calendar(arguments: &Arguments, who: &ForAccount, to: &Path, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let text = desk.answer(desk.engine.calendar(&desk.session))?;
    write_whole(to, text.as_bytes()).map_err(|error| Trouble::File {
        path: to.to_path_buf(),
        error,
    })?;
    let document = json::dates::CalendarDocument {
        path: to.display().to_string(),
        entries: text.matches("BEGIN:VEVENT").count(),
    };
    output.answer(&document, || {
        vec![crate::text::dates::calendar::written(
            &document.path,
            document.entries,
        )]
    })
}

fn current(
    arguments: &Arguments,
    who: &ForAccount,
    wish: &CurrentWish,
    output: &mut Output,
) -> Result<(), Trouble> {
    let changes = wish.outcome.is_some() || wish.activity.is_some() || wish.selection.is_some();
    let desk = Desk::open(arguments, who, if changes { Wish::Change } else { Wish::Look })?;
    let before = desk.answer(desk.engine.status(&desk.session))?.terms;
    let terms = CurrentTerms {
        outcome: wish.outcome.unwrap_or(before.outcome),
        activity: wish.activity.unwrap_or(before.activity),
        selection: wish.selection.unwrap_or(before.selection),
    };
    if changes {
        let command = Command::SetCurrentTerms {
            outcome: terms.outcome,
            activity: terms.activity,
            selection: terms.selection,
        };
        desk.run(&command, output)?;
    }
    output.answer(&json::terms(&terms), || term_lines(&terms))
}

/// The whole timetable, as far as this person may see it.
pub fn print(desk: &Desk, output: &mut Output) -> Result<(), Trouble> {
    let terms = desk.answer(desk.engine.status(&desk.session))?.terms;
    let mut windows: Vec<Window> = desk
        .answer(desk.engine.windows(&desk.session))?
        .into_iter()
        .map(|view| view.window)
        .collect();
    windows.sort_by_key(|window| (window.period.year(), window.kind, window.opens, window.closes));
    let last_days = desk.answer(desk.engine.last_days(&desk.session))?;
    let now = desk.engine.now();
    let document = TermListDocument {
        terms: json::terms(&terms),
        windows: windows
            .iter()
            .map(|window| json::announced(window, now))
            .collect(),
        last_days: json::dates::last_days(&last_days),
    };
    output.answer(&document, || {
        let mut lines = term_lines(&terms);
        lines.push(String::new());
        lines.extend(window_lines(&windows, now));
        for (term, day) in &last_days {
            lines.push(format!("{term} 休業式：{}", time::roc_date(*day)));
        }
        lines
    })
}

fn term_lines(terms: &CurrentTerms) -> Vec<String> {
    vec![
        format!("課程學習成果：{}", labels::term(terms.outcome)),
        format!("多元表現：{}", labels::term(terms.activity)),
        format!("勾選：{}", labels::school_year(terms.selection)),
    ]
}

fn window_lines(windows: &[Window], now: Moment) -> Vec<String> {
    if windows.is_empty() {
        return vec!["還沒有公布任何時程。".to_owned()];
    }
    let rows: Vec<_> = windows
        .iter()
        .map(|window| {
            [
                labels::window_kind(window.kind).to_owned(),
                window.period.to_string(),
                labels::audience(&window.audience, None),
                labels::phase_name(window.phase(now)).to_owned(),
                time::roc_moment(window.opens),
                time::roc_moment(window.closes),
            ]
        })
        .collect();
    table(
        ["時程", "學期", "對象", "狀態", "開放（台北時間）", "截止"],
        &rows,
    )
}
