//! `status`: what the badges of the window show.

use crate::cli::args::{Arguments, ForAccount};
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::moment::Moment;
use crate::domain::quota::Counter;
use crate::domain::window::WindowKind;
use crate::engine::{Session, StatusView};
use crate::text::{self, WindowQuestion, labels, size, time};

pub fn run(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let status = desk.answer(desk.engine.status(&desk.session))?;
    let now = desk.engine.now();
    output.answer(&json::status(&status, now), || {
        badges(&status, &desk.session, now)
    })
}

/// The badges as text.
pub fn badges(status: &StatusView, session: &Session, now: Moment) -> Vec<String> {
    let mut lines = vec![
        format!("{}（{}）", session.display_name, session.account_name),
        String::new(),
    ];
    let rows = WindowKind::ALL.map(|kind| {
        let window = status.window(kind, now);
        let question = WindowQuestion {
            library: status.library,
            kind,
            period: status.terms.period(kind),
            window,
            next: status.next_window(kind, now),
        };
        let line = text::window_line(&question, now);
        let opens = window
            .map(|window| time::roc_moment(window.opens))
            .unwrap_or_default();
        let closes = window
            .map(|window| time::roc_moment(window.closes))
            .unwrap_or_default();
        [line.name, line.status, opens, closes]
    });
    lines.extend(table(["時程", "狀態", "開放（台北時間）", "截止"], &rows));
    if session.keeps_items() {
        lines.push(String::new());
        let counters = [
            (Counter::Outcome, status.terms.outcome),
            (Counter::Activity, status.terms.activity),
        ];
        for (counter, term) in counters {
            let used = size::used_of_limit(status.usage(counter));
            lines.push(format!("{} {term}：{used}", labels::counter(counter)));
        }
    }
    lines
}
