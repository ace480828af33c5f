//! `receipt …`: 收訖明細.

use chrono::{Duration, NaiveDate};
use serde::Serialize;

use crate::cli::args::{Arguments, ForReceipt, ForSelection, Receipt, Target};
use crate::cli::json::{self, DoneDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::moment::start_of_day;
use crate::domain::receipt::{LineVerdict, ReceiptRefusal, VerdictKind};
use crate::domain::term::SchoolYear;
use crate::engine::{Command, ConfirmationOf, Failure, ReceiptCommand, ReceiptView};
use crate::text::{labels, receipts as words};

use super::copies::file_at;
use super::save::write_whole;

pub fn run(arguments: &Arguments, command: &Receipt, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Receipt::Show(who) => {
            let (desk, view) = open(arguments, who, Wish::Look)?;
            print(&desk, &view, None, output)
        }
        Receipt::Confirm(who) => answer(arguments, who, None, output),
        Receipt::Report { who, words } => answer(arguments, who, Some(words), output),
        Receipt::List(who) => list(arguments, who, output),
        Receipt::Reply { who, student, words } => reply(arguments, who, student, words, output),
        Receipt::Deadline { who, until } => deadline(arguments, who, *until, output),
    }
}

fn open(arguments: &Arguments, who: &ForReceipt, wish: Wish) -> Result<(Desk, ReceiptView), Trouble> {
    let desk = Desk::open(arguments, &who.who, wish)?;
    match desk.answer(desk.engine.receipt(&desk.session, who.year))? {
        Some(view) => Ok((desk, view)),
        None => {
            let year = year_of(&desk, who.year)?;
            desk.answer(Err(Failure::from(ReceiptRefusal::NoList { year })))
        }
    }
}

fn year_of(desk: &Desk, year: Option<SchoolYear>) -> Result<SchoolYear, Trouble> {
    match year {
        Some(year) => Ok(year),
        None => Ok(desk.answer(desk.engine.status(&desk.session))?.terms.selection),
    }
}

fn answer(
    arguments: &Arguments,
    who: &ForReceipt,
    reported: Option<&String>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let (desk, view) = open(arguments, who, Wish::Change)?;
    let (year, seen) = (view.year, view.fingerprint);
    let command = match reported {
        None => ReceiptCommand::Confirm { year, seen },
        Some(words) => ReceiptCommand::Report {
            year,
            seen,
            words: words.clone(),
        },
    };
    desk.run(&Command::Receipt(command), output)?;
    let said = match reported {
        None => words::CONFIRMED,
        Some(_) => words::REPORTED,
    };
    match desk.answer(desk.engine.receipt(&desk.session, Some(year)))? {
        Some(view) => print(&desk, &view, Some(said), output),
        None => Ok(()),
    }
}

fn print(desk: &Desk, view: &ReceiptView, done: Option<&str>, output: &mut Output) -> Result<(), Trouble> {
    output.answer(&json::receipt(view), || {
        let mut lines: Vec<String> = done.into_iter().map(str::to_owned).collect();
        lines.push(format!(
            "{}收訖明細　{}",
            labels::school_year(view.year),
            words::counts(view.entries.len(), |kind| view.count(kind))
        ));
        let at = view.answer.as_ref().map(|answer| answer.at);
        lines.push(words::own_standing(view.standing, at));
        if let Some(until) = view.until.filter(|until| *until > desk.engine.now()) {
            lines.push(format!("{}：{}", words::ANSWER_BY, words::answer_by(until)));
        }
        let rows: Vec<[String; 4]> = view
            .entries
            .iter()
            .map(|entry| {
                let part = entry
                    .item
                    .as_ref()
                    .map(|item| item.part)
                    .or(entry.line.as_ref().and_then(|line| line.part));
                let differs = match &entry.verdict {
                    LineVerdict::Differs(all) => words::differences(all),
                    _ => String::new(),
                };
                [
                    words::verdict(entry.verdict.kind()).to_owned(),
                    part.map_or("", labels::part).to_owned(),
                    entry.name().to_owned(),
                    differs,
                ]
            })
            .collect();
        lines.extend(table(["比對", "類別", "名稱", "不同"], &rows));
        lines
    })
}

fn list(arguments: &Arguments, who: &ForSelection, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &who.who, Wish::Look)?;
    let view = desk.answer(desk.engine.receipts(&desk.session, who.year))?;
    let document: Vec<_> = view.students.iter().map(json::receipt).collect();
    output.answer(&document, || {
        let rows: Vec<[String; 8]> = view
            .students
            .iter()
            .map(|one| {
                let said = one.answer.as_ref().filter(|answer| !answer.confirmed);
                [
                    one.class.clone(),
                    one.seat.clone(),
                    one.account.clone(),
                    one.name.clone(),
                    words::standing(one.standing).to_owned(),
                    one.count(VerdictKind::Matches).to_string(),
                    one.off().to_string(),
                    said.map_or_else(String::new, |answer| answer.words.clone()),
                ]
            })
            .collect();
        let mut lines = match (view.came, view.until) {
            (Some(came), Some(until)) => vec![words::head(came, until)],
            _ => vec![words::NO_LIST.to_owned()],
        };
        lines.extend(table(words::STUDENT_COLUMNS, &rows));
        lines
    })
}

#[derive(Debug, Serialize)]
struct SheetsDocument {
    path: String,
    year: String,
    students: usize,
    bytes: usize,
}

/// `export confirmation`: one's own sheet, or those of the students one may see.
pub fn print_sheets(
    arguments: &Arguments,
    target: &Target,
    year: Option<SchoolYear>,
    class: Option<&String>,
    students: &[String],
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &target.who, Wish::Look)?;
    let (whose, name) = match class {
        Some(class) => (ConfirmationOf::Class(class.clone()), class.clone()),
        None if desk.session.keeps_items() => (ConfirmationOf::Own, desk.session.account_name.clone()),
        None => (ConfirmationOf::Students(students.to_vec()), students.join("_")),
    };
    let printed = desk.answer(desk.engine.confirmations(&desk.session, year, &whose))?;
    let path = file_at(&target.to, &words::paper_file(printed.year, &name));
    write_whole(&path, &printed.pdf).map_err(|error| Trouble::File {
        path: path.clone(),
        error,
    })?;
    let document = SheetsDocument {
        path: path.display().to_string(),
        year: printed.year.to_string(),
        students: printed.students,
        bytes: printed.pdf.len(),
    };
    output.answer(&document, || {
        vec![words::printed(printed.students), document.path.clone()]
    })
}

fn done(who: &ForSelection, said: String, output: &mut Output) -> Result<(), Trouble> {
    let document = DoneDocument {
        account: who.who.account.clone(),
        done: true,
    };
    output.answer(&document, || vec![said])
}

fn reply(
    arguments: &Arguments,
    who: &ForSelection,
    student: &str,
    said: &str,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &who.who, Wish::Change)?;
    let year = year_of(&desk, who.year)?;
    let student = desk.answer(desk.engine.receipt_student(&desk.session, student))?;
    let command = ReceiptCommand::Reply {
        student,
        year,
        words: said.to_owned(),
    };
    desk.run(&Command::Receipt(command), output)?;
    done(who, words::REPLIED.to_owned(), output)
}

/// The day that is named is the last one.
fn deadline(
    arguments: &Arguments,
    who: &ForSelection,
    until: NaiveDate,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &who.who, Wish::Change)?;
    let year = year_of(&desk, who.year)?;
    let until = start_of_day(until) + Duration::days(1);
    let command = ReceiptCommand::SetDeadline { year, until };
    desk.run(&Command::Receipt(command), output)?;
    done(
        who,
        format!("請學生在 {}以前回覆。", words::answer_by(until)),
        output,
    )
}
