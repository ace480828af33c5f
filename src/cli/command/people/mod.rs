//! `account …` and `deputy …`.

mod change;
mod deputies;
mod list;
mod own;
mod slips;

use crate::cli::args::{Account, Arguments, SomeAccounts};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::domain::id::AccountId;
use crate::engine::AccountRow;

pub use deputies::run as deputy;

pub fn account(arguments: &Arguments, command: &Account, output: &mut Output) -> Result<(), Trouble> {
    let who = command.who();
    match command {
        Account::Password {
            new_password_file, ..
        } => own::run(arguments, who, new_password_file.as_deref(), output),
        Account::List { filter, .. } => list::list(arguments, who, filter, false, output),
        Account::NeverLoggedIn { filter, .. } => list::list(arguments, who, filter, true, output),
        Account::Show(one) => list::show(arguments, one, output),
        Account::Classes { term, .. } => list::classes(arguments, who, *term, output),
        Account::Create(wish) => change::create(arguments, wish, output),
        Account::Reset(one) => change::reset(arguments, one, output),
        Account::Policy { initial, .. } => change::policy(arguments, who, *initial, output),
        Account::Prepare(who) => slips::prepare(arguments, who, output),
        Account::Slips { accounts, to } => slips::print(arguments, accounts, to, output),
        other => {
            let desk = Desk::open(arguments, who, Wish::Change)?;
            let command = change::command(&desk, other)?;
            change::run(&desk, command, output)
        }
    }
}

/// The account of this name.
fn find(desk: &Desk, name: &str) -> Result<AccountId, Trouble> {
    desk.answer(desk.engine.account_named(&desk.session, name))
}

/// The accounts that were named, or the students of the class.
fn find_all(desk: &Desk, wish: &SomeAccounts) -> Result<Vec<AccountId>, Trouble> {
    let mut found = Vec::new();
    for name in &wish.targets {
        found.push(find(desk, name)?);
    }
    if let Some(class) = &wish.class {
        let rows = desk.answer(desk.engine.accounts(&desk.session))?;
        found.extend(rows.iter().filter(|row| is_in(row, class)).map(|row| row.id));
    }
    Ok(found)
}

/// A student of this class who has not left.
fn is_in(row: &AccountRow, class: &str) -> bool {
    let here = matches!(row.standing.status, Status::Active | Status::Locked);
    row.has(Role::Student) && here && row.class == class.trim()
}
