//! `report progress`: counts of the school, a class or one's courses.

use crate::cli::args::{Arguments, Report};
use crate::cli::json::progress as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::moment::Moment;
use crate::domain::progress::{ProgressBy, Tally};
use crate::engine::{ProgressRow, ProgressView};
use crate::text::{labels, progress, time};

/// So many teachers who let people wait longest are listed.
const LONGEST_WAITING: usize = 10;

pub fn run(arguments: &Arguments, command: &Report, output: &mut Output) -> Result<(), Trouble> {
    let Report::Progress { who, term, by } = command;
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let term = match term {
        Some(term) => *term,
        None => desk.answer(desk.engine.status(&desk.session))?.terms.outcome,
    };
    let view = desk.answer(desk.engine.progress(&desk.session, term))?;
    let now = desk.engine.now();
    output.answer(&json::progress(&view, *by, now), || lines(&view, *by, now))
}

fn lines(view: &ProgressView, by: Option<ProgressBy>, now: Moment) -> Vec<String> {
    let mut lines = vec![
        format!("{}　{}", labels::term(view.term), time::roc_moment_zoned(view.at)),
        format!(
            "上傳：{}　認證：{}",
            progress::days_until(view.upload.as_ref(), now),
            progress::days_until(view.certification.as_ref(), now)
        ),
        totals(view),
    ];
    for each in ProgressBy::ALL {
        let rows = view.rows(each);
        if by.is_some_and(|by| by != each) || rows.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.extend(rows_table(each, rows, now));
    }
    let longest: Vec<_> = view.behind().take(LONGEST_WAITING).collect();
    if by.is_none() && !longest.is_empty() {
        lines.push(String::new());
        lines.push("等最久的教師：".to_owned());
        lines.extend(longest.into_iter().map(|row| {
            let waited = row
                .oldest_waiting
                .map(|since| time::waited_days(since, now))
                .unwrap_or_default();
            format!("{}　{} 件，{waited}", row.name, row.tally.waiting)
        }));
    }
    lines
}

fn totals(view: &ProgressView) -> String {
    let Tally {
        drafts,
        waiting,
        certified,
        returned,
    } = view.total;
    format!(
        "學生 {} 人，上傳 {} 件：編輯中 {drafts}，認證中 {waiting}，認證成功 {certified}，認證失敗 {returned}；{} 人沒有任何成果。",
        view.students.len(),
        view.total.uploaded(),
        view.without().count()
    )
}

fn rows_table(by: ProgressBy, rows: &[ProgressRow], now: Moment) -> Vec<String> {
    let cells: Vec<[String; 10]> = rows
        .iter()
        .map(|row| {
            let name = match (by, row.detail.as_str()) {
                (ProgressBy::Class, _) | (_, "") => progress::class(&row.name).to_owned(),
                (_, detail) => format!("{}（{detail}）", row.name),
            };
            [
                name,
                row.students.to_string(),
                row.tally.uploaded().to_string(),
                row.tally.drafts.to_string(),
                row.tally.waiting.to_string(),
                row.tally.certified.to_string(),
                row.tally.returned.to_string(),
                row.without.to_string(),
                row.oldest_waiting
                    .map(|since| time::waited_days(since, now))
                    .unwrap_or_default(),
                progress::days_until(row.window.as_ref(), now),
            ]
        })
        .collect();
    table(
        [
            progress::by(by),
            "學生",
            "上傳",
            "編輯中",
            "認證中",
            "認證成功",
            "認證失敗",
            "沒有成果",
            "等最久",
            "期限",
        ],
        &cells,
    )
}
