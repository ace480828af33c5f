//! `term list`, `term current`, `term set`.

use crate::cli::args::{Arguments, ForAccount, SetWindow};
use crate::cli::json::{self, TermListDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Window};
use crate::engine::{Command, CurrentTerms};
use crate::text::{labels, time};

/// What `term current` is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrentWish {
    pub outcome: Option<Term>,
    pub activity: Option<Term>,
    pub selection: Option<SchoolYear>,
}

pub fn list(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    print(&desk, output)
}

pub fn current(
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

pub fn set(arguments: &Arguments, set: &SetWindow, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &set.who, Wish::Change)?;
    let command = Command::SetWindow {
        kind: set.window.into(),
        period: set.period,
        audience: set.grade.map_or(Audience::All, Audience::Grade),
        opens: set.opens,
        closes: set.closes,
    };
    desk.run(&command, output)?;
    print(&desk, output)
}

fn print(desk: &Desk, output: &mut Output) -> Result<(), Trouble> {
    let terms = desk.answer(desk.engine.status(&desk.session))?.terms;
    let mut windows: Vec<Window> = desk
        .answer(desk.engine.windows(&desk.session))?
        .into_iter()
        .map(|view| view.window)
        .collect();
    windows.sort_by_key(|window| (window.period.year(), window.kind, window.opens, window.closes));
    let now = desk.engine.now();
    let document = TermListDocument {
        terms: json::terms(&terms),
        windows: windows
            .iter()
            .map(|window| json::announced(window, now))
            .collect(),
    };
    output.answer(&document, || {
        let mut lines = term_lines(&terms);
        lines.push(String::new());
        lines.extend(window_lines(&windows, now));
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
