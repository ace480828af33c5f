//! `term start`: a new term from the last one.

use serde::Serialize;

use crate::cli::args::{Arguments, StartTerm};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::import::ImportRefusal;
use crate::domain::promotion::{ClassMapping, ClassMove, Goes, MoveProblem, require_sound};
use crate::domain::refusal::Refusal;
use crate::engine::{Command, Failure, ImportCommand, PromotionView};
use crate::text::promotion as words;

#[derive(Debug, Serialize)]
struct PromotionDocument {
    from: String,
    to: String,
    applied: bool,
    /// Students who get a class
    students: u32,
    /// Students whose class leaves
    leaving: u32,
    /// Students who have a class in the new term already
    already: u32,
    without_entry_year: u32,
    classes: Vec<ClassEntry>,
}

#[derive(Debug, Serialize)]
struct ClassEntry {
    class: String,
    /// `null`: it leaves, or nobody knows yet.
    to: Option<String>,
    leaves: bool,
    students: u32,
    problem: Option<String>,
}

pub fn run(arguments: &Arguments, wish: &StartTerm, output: &mut Output) -> Result<(), Trouble> {
    let looks = if wish.dry_run { Wish::Look } else { Wish::Change };
    let desk = Desk::open(arguments, &wish.who, looks)?;
    let mapping: ClassMapping = wish.maps.iter().cloned().collect();
    let view = desk
        .engine
        .preview_promotion(&desk.session, wish.from, wish.to, &mapping);
    let view = desk.answer(view)?;
    let sound = require_sound(&view.moves);
    let applied = !wish.dry_run && sound.is_ok();
    if applied {
        let start = crate::engine::StartTerm {
            from: wish.from,
            to: wish.to,
            mapping,
            seen: Some(view.moving()),
        };
        desk.run(&Command::Import(ImportCommand::StartTerm(start)), output)?;
    }
    let progress = match (applied, &sound) {
        (true, _) => words::Progress::Applied,
        (false, Ok(())) => words::Progress::Possible,
        (false, Err(_)) => words::Progress::Unsound,
    };
    output.answer(&document(&view, applied), || lines(&view, progress))?;
    match sound {
        Err(refusal) => desk.answer(Err(Failure::from(Refusal::Import(ImportRefusal::Promotion(
            refusal,
        ))))),
        Ok(()) => Ok(()),
    }
}

fn document(view: &PromotionView, applied: bool) -> PromotionDocument {
    let entry = |one: &ClassMove| ClassEntry {
        class: one.class.name.clone(),
        to: match &one.goes {
            Some(Goes::To(name)) => Some(name.clone()),
            _ => None,
        },
        leaves: one.goes == Some(Goes::Leaves),
        students: one.class.students,
        problem: one.problem.as_ref().map(words::problem),
    };
    PromotionDocument {
        from: view.from.to_string(),
        to: view.to.to_string(),
        applied,
        students: view.moving(),
        leaving: view.leaving(),
        already: view.already,
        without_entry_year: view.without_year,
        classes: view.moves.iter().map(entry).collect(),
    }
}

fn lines(view: &PromotionView, progress: words::Progress) -> Vec<String> {
    let mut lines = vec![
        words::answer(view.from, view.to, progress),
        words::summary(view.moving(), view.leaving(), view.already),
    ];
    if view.without_year > 0 {
        lines.push(words::without_year(view.without_year));
    }
    let problem = |problem: &Option<MoveProblem>| problem.as_ref().map(words::problem).unwrap_or_default();
    let rows: Vec<[String; 4]> = view
        .moves
        .iter()
        .map(|one| {
            [
                one.class.name.clone(),
                words::goes(one.goes.as_ref()),
                words::students(one.class.students),
                problem(&one.problem),
            ]
        })
        .collect();
    lines.extend(table([words::CLASSES, words::GOES_TO, "學生", "注意"], &rows));
    lines
}
