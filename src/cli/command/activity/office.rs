//! `activity years`, `choices`, `quota`: what the office sets.

use crate::cli::args::{Arguments, ForAccount, StudentYears};
use crate::cli::json::{self, DoneDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::activity::lists::List;
use crate::domain::term::SchoolYear;
use crate::engine::{ActivityCommand, Command};
use crate::text::labels;

pub fn years(arguments: &Arguments, wish: &StudentYears, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &wish.who, Wish::Change)?;
    let student = desk.answer(desk.engine.student_named(&desk.session, &wish.student))?;
    let command = ActivityCommand::SetYears {
        student,
        extra_years: wish.extra_years,
        left: wish.left,
    };
    desk.run(&Command::Activity(command), output)?;
    let document = DoneDocument {
        account: wish.student.clone(),
        done: true,
    };
    output.answer(&document, || vec!["已設定這位學生的在學期間。".to_owned()])
}

pub fn choices(
    arguments: &Arguments,
    who: &ForAccount,
    list: List,
    entries: &[String],
    output: &mut Output,
) -> Result<(), Trouble> {
    let wish = if entries.is_empty() {
        Wish::Look
    } else {
        Wish::Change
    };
    let desk = Desk::open(arguments, who, wish)?;
    if !entries.is_empty() {
        let command = ActivityCommand::SetList {
            list,
            entries: entries.to_vec(),
        };
        desk.run(&Command::Activity(command), output)?;
    }
    let rules = desk.answer(desk.engine.status(&desk.session))?.activity_rules;
    let entries = rules.lists.entries(list);
    output.answer(&json::choices(list, entries), || {
        let mut lines = vec![labels::list(list).to_owned()];
        lines.extend(entries.iter().map(|entry| format!("  {entry}")));
        lines
    })
}

pub fn quota(
    arguments: &Arguments,
    who: &ForAccount,
    year: SchoolYear,
    limit: Option<u32>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    let command = ActivityCommand::SetYearQuota { year, limit };
    desk.run(&Command::Activity(command), output)?;
    let document = DoneDocument {
        account: who.account.clone(),
        done: true,
    };
    output.answer(&document, || {
        let year = labels::school_year(year);
        vec![match limit {
            Some(limit) => format!("{year}的多元表現改為整個學年度合計，最多 {limit} 件。"),
            None => format!("{year}的多元表現改為每學期各自計算。"),
        }]
    })
}
