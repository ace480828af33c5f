//! `activity …`.

mod change;
mod office;
mod show;

use crate::cli::args::{Activity, Arguments, OneActivity};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::engine::{ActivityView, Command, Failure, Reply};

use super::item::parse_id;
use super::save;

pub fn run(arguments: &Arguments, command: &Activity, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Activity::List { who, narrow, trashed } => show::list(arguments, who, narrow, *trashed, output),
        Activity::Show(one) => show::show(arguments, one, output),
        Activity::Fields { category, .. } => show::fields(*category, output),
        Activity::Where { words, .. } => show::places(&words.join(" "), output),
        Activity::Add(add) => change::add(arguments, add, output),
        Activity::Edit(edit) => change::edit(arguments, edit, output),
        Activity::Delete(one) => change::delete(arguments, one, output),
        Activity::Restore(one) => change::restore(arguments, one, output),
        Activity::Copy { one, with_files } => change::copy(arguments, one, *with_files, output),
        Activity::Tag { one, tags } => change::tag(arguments, one, tags, output),
        Activity::SaveFile { one, slot, to } => {
            save::save_file(arguments, &one.who, &one.id, (*slot).into(), to, output)
        }
        Activity::Years(years) => office::years(arguments, years, output),
        Activity::Choices { who, list, entries } => office::choices(arguments, who, *list, entries, output),
        Activity::Quota { who, year, limit, .. } => office::quota(arguments, who, *year, *limit, output),
    }
}

/// Opens the library and the activity that a command speaks of.
fn open(arguments: &Arguments, one: &OneActivity, wish: Wish) -> Result<(Desk, ActivityView), Trouble> {
    let desk = Desk::open(arguments, &one.who, wish)?;
    if wish == Wish::Change {
        desk.answer(desk.engine.upkeep())?;
    }
    let id = parse_id(&desk, &one.id)?;
    let activity = desk.answer(desk.engine.activity(&desk.session, id))?;
    Ok((desk, activity))
}

fn give(desk: &Desk, command: &Command, output: &mut Output) -> Result<ActivityView, Trouble> {
    match desk.run(command, output)? {
        Reply::Activity(activity) => Ok(*activity),
        _ => desk.answer(Err(Failure::from(crate::domain::refusal::Refusal::NoSuchItem))),
    }
}
