//! `account password`.

use std::path::Path;

use crate::cli::args::{Arguments, ForAccount};
use crate::cli::json::DoneDocument;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::password;
use crate::cli::trouble::{Trouble, UsageProblem};

pub fn run(
    arguments: &Arguments,
    who: &ForAccount,
    new_password_file: Option<&Path>,
    output: &mut Output,
) -> Result<(), Trouble> {
    // Typed once; the engine asks for it twice.
    let current = password::current(arguments.password_file.as_deref(), &who.account)?;
    let desk = Desk::open_with(arguments, who, &current, Wish::Change)?;
    let new = password::new(new_password_file)?.ok_or(Trouble::Usage(UsageProblem::NewPasswordsDiffer))?;
    desk.answer(desk.engine.change_password(&desk.session, &current, &new))?;
    let done = DoneDocument {
        account: desk.session.account_name.clone(),
        done: true,
    };
    output.answer(&done, || vec!["密碼已變更。".to_owned()])
}
