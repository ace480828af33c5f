//! One file per group of commands.

mod account;
mod certify;
mod change;
mod course;
mod demo;
mod inspect;
mod item;
mod render;
mod save;
mod status;
mod term;

use super::args::{Arguments, Command, Item, TermCommand};
use super::output::Output;
use super::trouble::{Trouble, UsageProblem};
use super::{OpenWindow, WindowRequest};

/// # Errors
/// Why the command was not done.
pub fn run(arguments: &Arguments, window: Option<OpenWindow>, output: &mut Output) -> Result<(), Trouble> {
    match &arguments.command {
        None => {
            let open = window.ok_or(Trouble::Usage(UsageProblem::WithoutWindow))?;
            let request = WindowRequest {
                library: arguments.library.clone(),
                demonstration: false,
            };
            open(&request).map_err(Trouble::NoWindow)
        }
        Some(Command::Demo(demo)) => demo::run(arguments, demo, window, output),
        Some(Command::Status(who)) => status::run(arguments, who, output),
        Some(Command::Course(command)) => course::run(arguments, command, output),
        Some(Command::Item(command)) => run_item(arguments, command, output),
        Some(Command::Certify(command)) => certify::run(arguments, command, output),
        Some(Command::Term(TermCommand::List(who))) => term::list(arguments, who, output),
        Some(Command::Term(TermCommand::Current {
            who,
            outcome,
            activity,
            selection,
        })) => {
            let wish = term::CurrentWish {
                outcome: *outcome,
                activity: *activity,
                selection: *selection,
            };
            term::current(arguments, who, &wish, output)
        }
        Some(Command::Term(TermCommand::Set(set))) => term::set(arguments, set, output),
        Some(Command::Account(command)) => account::run(arguments, command, output),
        Some(Command::Inspect(wish)) => inspect::run(wish, output),
        Some(Command::Render(wish)) => render::run(wish, output),
    }
}

fn run_item(arguments: &Arguments, command: &Item, output: &mut Output) -> Result<(), Trouble> {
    match command {
        Item::Add(add) => change::add(arguments, add, output),
        Item::Edit(edit) => change::edit(arguments, edit, output),
        Item::List { who, term, trashed } => item::list(arguments, who, *term, *trashed, output),
        Item::Show(one) => item::show(arguments, one, output),
        Item::Submit(one) => change::step(arguments, one, change::Step::Submit, output),
        Item::Delete(one) => change::step(arguments, one, change::Step::Delete, output),
        Item::Restore(one) => change::step(arguments, one, change::Step::Restore, output),
        Item::RequestReturn(one) => change::step(arguments, one, change::Step::RequestReturn, output),
        Item::WithdrawRequest(one) => change::step(arguments, one, change::Step::WithdrawRequest, output),
        Item::SaveFile { item, slot, to } => save::run(arguments, item, (*slot).into(), to, output),
    }
}
