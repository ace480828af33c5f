//! One file per group of commands.

mod activity;
mod announce;
mod certify;
mod change;
mod copies;
mod course;
mod demo;
mod inspect;
mod item;
mod layout;
mod officer;
mod people;
mod promotion;
mod receipt;
mod render;
mod report;
mod rights;
mod roster;
mod rules;
mod save;
mod school;
mod select;
mod status;
mod term;
mod transfer;
mod window;

use super::args::{Arguments, Command, Item};
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
        Some(Command::Activity(command)) => activity::run(arguments, command, output),
        Some(Command::Select(command)) => select::run(arguments, command, output),
        Some(Command::Receipt(command)) => receipt::run(arguments, command, output),
        Some(Command::Certify(command)) => certify::run(arguments, command, output),
        Some(Command::Term(command)) => term::run(arguments, command, output),
        Some(Command::Announce(command)) => announce::run(arguments, command, output),
        Some(Command::Report(command)) => report::run(arguments, command, output),
        Some(Command::Officer(command)) => officer::run(arguments, command, output),
        Some(Command::Account(command)) => people::account(arguments, command, output),
        Some(Command::Deputy(command)) => people::deputy(arguments, command, output),
        Some(Command::School(command)) => school::run(arguments, command, output),
        Some(Command::Rights(json)) => rights::run(json, output),
        Some(Command::Export(command)) => copies::export(arguments, command, output),
        Some(Command::Import(command)) => copies::import(arguments, command, output),
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
