//! `term set`, `term remove`, `term extend`, `term last-day`, `term check`.

use chrono::NaiveDate;

use crate::cli::args::{Arguments, ExtendWindow, ForAccount, RemoveWindow, SetWindow};
use crate::cli::json::dates as json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::dates::DatesRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::domain::timetable::Caution;
use crate::domain::window::{Audience, Period};
use crate::engine::{Command, DatesCommand, Extension, ExtensionFor, Failure, TimetableRow, TimetableView};
use crate::text;

use super::term;

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
    tell_cautions(&desk, set.period, output)?;
    term::print(&desk, output)
}

pub fn remove(arguments: &Arguments, remove: &RemoveWindow, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &remove.who, Wish::Change)?;
    let timetable = desk.answer(desk.engine.timetable(&desk.session))?;
    let named = |row: &&TimetableRow| {
        let window = &row.window;
        let audience = match (&window.audience, remove.grade, &remove.class, &remove.student) {
            (Audience::All, None, None, None) => true,
            (Audience::Grade(grade), Some(wanted), None, None) => *grade == wanted,
            (Audience::Class(class), None, Some(wanted), None) => class == wanted.trim(),
            (Audience::Student(_), None, None, Some(wanted)) => {
                let student = row.student.as_ref();
                student.is_some_and(|student| student.account == wanted.trim())
            }
            _ => false,
        };
        audience && window.kind == remove.window.into() && window.period == remove.period
    };
    let found = timetable.rows.iter().find(named).map(|row| row.id);
    let found = found.ok_or_else(|| Failure::from(Refusal::from(DatesRefusal::NoSuchWindow)));
    let window = desk.answer(found)?;
    desk.run(&Command::RemoveWindow { window }, output)?;
    term::print(&desk, output)
}

pub fn extend(arguments: &Arguments, extend: &ExtendWindow, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &extend.who, Wish::Change)?;
    let whom = match (&extend.whom.class, &extend.whom.student) {
        (Some(class), _) => ExtensionFor::Class(class.clone()),
        (None, student) => ExtensionFor::Student(student.clone().unwrap_or_default()),
    };
    let extension = Extension {
        kind: extend.window.into(),
        period: extend.period,
        whom,
        opens: extend.opens,
        closes: extend.closes,
        reason: extend.reason.clone(),
    };
    desk.run(&Command::Dates(DatesCommand::Extend(extension)), output)?;
    tell_cautions(&desk, extend.period, output)?;
    term::print(&desk, output)
}

/// What `term last-day` is to do.
pub struct LastDayWish {
    pub term: Term,
    pub date: Option<NaiveDate>,
    pub remove: bool,
}

pub fn last_day(
    arguments: &Arguments,
    who: &ForAccount,
    wish: &LastDayWish,
    output: &mut Output,
) -> Result<(), Trouble> {
    let changes = wish.date.is_some() || wish.remove;
    let desk = Desk::open(arguments, who, if changes { Wish::Change } else { Wish::Look })?;
    let term = wish.term;
    if changes {
        let day = wish.date;
        desk.run(&Command::Dates(DatesCommand::SetLastDay { term, day }), output)?;
        tell_cautions(&desk, Period::Term(term), output)?;
    }
    let days = desk.answer(desk.engine.last_days(&desk.session))?;
    let day = days.iter().find(|(of, _)| *of == term).map(|(_, day)| *day);
    output.answer(&json::last_day(term, day), || {
        let day = day.map_or_else(|| "還沒有填。".to_owned(), text::time::roc_date);
        vec![format!("{term} 休業式：{day}")]
    })
}

pub fn check(
    arguments: &Arguments,
    who: &ForAccount,
    period: Option<Period>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let timetable = desk.answer(desk.engine.timetable(&desk.session))?;
    let cautions: Vec<&Caution> = timetable
        .cautions
        .iter()
        .filter(|caution| period.is_none_or(|period| of_period(caution, period)))
        .collect();
    let document = json::cautions(&timetable, &cautions);
    output.answer(&document, || {
        if cautions.is_empty() {
            return vec!["時程沒有需要注意的地方。".to_owned()];
        }
        let words = |caution: &&Caution| format!("{}　{}", caution.period(), sentence(&timetable, caution));
        cautions.iter().map(words).collect()
    })
}

/// A year takes in its terms.
fn of_period(caution: &Caution, period: Period) -> bool {
    match period {
        Period::Term(_) => caution.period() == period,
        Period::Year(year) => caution.period().year() == year,
    }
}

pub fn sentence(timetable: &TimetableView, caution: &Caution) -> String {
    let student = timetable.student_named(caution);
    text::timetable::caution(caution, student.map(|student| student.name.as_str())).sentence()
}

/// Cautions stop nothing; those of the period just set are told.
fn tell_cautions(desk: &Desk, period: Period, output: &mut Output) -> Result<(), Trouble> {
    // The owner of a personal library sets dates too, and needs no advice about a school's.
    if desk.engine.library_kind().is_personal() {
        return Ok(());
    }
    let timetable = desk.answer(desk.engine.timetable(&desk.session))?;
    for caution in timetable
        .cautions
        .iter()
        .filter(|caution| caution.period() == period)
    {
        output.remark(&format!("請注意：{}", sentence(&timetable, caution)));
    }
    Ok(())
}
