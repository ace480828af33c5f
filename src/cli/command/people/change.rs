//! What changes accounts.

use std::io;

use crate::cli::args::{Account, Arguments, CreateAccount, ForAccount, OneAccount};
use crate::cli::json::people::{ChangedDocument, PasswordDocument, PolicyDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::password;
use crate::cli::trouble::Trouble;
use crate::domain::account::InitialPassword;
use crate::domain::refusal::Refusal;
use crate::engine::{AccountCommand, Command, Failure, NewAccount, PeopleReply, Reply, Secret};
use crate::text::labels;

use super::{find, find_all};

/// The command behind a subcommand that only changes something.
pub fn command(desk: &Desk, wish: &Account) -> Result<AccountCommand, Trouble> {
    Ok(match wish {
        Account::Rename { one, to, name } => AccountCommand::Rename {
            account: find(desk, &one.target)?,
            account_name: to.clone(),
            display_name: name.clone(),
        },
        Account::Roles { one, roles } => AccountCommand::SetRoles {
            account: find(desk, &one.target)?,
            roles: roles.clone(),
        },
        Account::Homeroom {
            term, class, teacher, ..
        } => AccountCommand::SetHomeroom {
            term: *term,
            class: class.clone(),
            teacher: teacher.as_deref().map(|name| find(desk, name)).transpose()?,
        },
        Account::Lock(one) => AccountCommand::Lock {
            account: find(desk, &one.target)?,
        },
        Account::End(one) => AccountCommand::End {
            account: find(desk, &one.target)?,
        },
        Account::Graduate(leave) => AccountCommand::Graduate {
            accounts: find_all(desk, &leave.accounts)?,
            until: leave.until,
        },
        Account::Transfer(leave) => AccountCommand::Transfer {
            accounts: find_all(desk, &leave.accounts)?,
            until: leave.until,
        },
        Account::HandedOut(accounts) => AccountCommand::SlipsHandedOut {
            accounts: find_all(desk, accounts)?,
        },
        Account::Unlock(accounts) => AccountCommand::Reactivate {
            accounts: find_all(desk, accounts)?,
        },
        Account::Password { .. }
        | Account::List { .. }
        | Account::NeverLoggedIn { .. }
        | Account::Show(_)
        | Account::Classes { .. }
        | Account::Create(_)
        | Account::Reset(_)
        | Account::Policy { .. }
        | Account::Prepare(_)
        | Account::Slips { .. } => return desk.answer(Err(Failure::from(Refusal::NoSuchAccount))),
    })
}

pub fn run(desk: &Desk, command: AccountCommand, output: &mut Output) -> Result<(), Trouble> {
    let changed = match desk.run(&Command::Account(command), output)? {
        Reply::People(PeopleReply::Changed(changed)) => changed,
        _ => 0,
    };
    output.answer(&ChangedDocument { changed }, || {
        vec![match changed {
            0 => "沒有需要變更的。".to_owned(),
            count => format!("已完成：{count} 個帳號。"),
        }]
    })
}

pub fn create(arguments: &Arguments, wish: &CreateAccount, output: &mut Output) -> Result<(), Trouble> {
    let national_id = match &wish.national_id_file {
        Some(path) => Some(password::line_of(path).map_err(|error: io::Error| Trouble::File {
            path: path.clone(),
            error,
        })?),
        None => None,
    };
    let placement = wish
        .class
        .as_ref()
        .zip(wish.term)
        .map(|(class, term)| (term, class.clone(), wish.seat.clone()));
    let new = NewAccount {
        account_name: wish.one.target.clone(),
        display_name: wish.name.clone(),
        roles: wish.roles.clone(),
        entry_year: wish.entry_year,
        placement,
        national_id: national_id.map(|id| id.reveal().to_owned()),
    };
    let desk = Desk::open(arguments, &wish.one.who, Wish::Change)?;
    tell_password(
        &desk,
        &wish.one.target,
        AccountCommand::Create(new),
        "已建立帳號",
        output,
    )
}

pub fn reset(arguments: &Arguments, one: &OneAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &one.who, Wish::Change)?;
    let account = find(&desk, &one.target)?;
    tell_password(
        &desk,
        &one.target,
        AccountCommand::ResetPassword { account },
        "已重設密碼",
        output,
    )
}

/// Answers with the new initial password, this once.
fn tell_password(
    desk: &Desk,
    name: &str,
    command: AccountCommand,
    done: &str,
    output: &mut Output,
) -> Result<(), Trouble> {
    let secret: Option<Secret> = match desk.run(&Command::Account(command), output)? {
        Reply::People(PeopleReply::Account { initial_password, .. }) => initial_password,
        _ => None,
    };
    let document = PasswordDocument {
        account: name.trim().to_owned(),
        initial_password: secret.map(|secret| secret.reveal().to_owned()),
    };
    output.answer(&document, || {
        let password = document.initial_password.clone();
        vec![
            format!("{done}：{}", document.account),
            match password {
                Some(password) => format!("初始密碼（只顯示這一次）：{password}"),
                None => "初始密碼是身分證字號，英文字母大寫。".to_owned(),
            },
        ]
    })
}

pub fn policy(
    arguments: &Arguments,
    who: &ForAccount,
    wish: Option<InitialPassword>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let needs = if wish.is_some() { Wish::Change } else { Wish::Look };
    let desk = Desk::open(arguments, who, needs)?;
    if let Some(policy) = wish {
        let command = Command::Account(AccountCommand::SetInitialPassword { policy });
        desk.run(&command, output)?;
    }
    let policy = desk.answer(desk.engine.initial_password_policy(&desk.session))?;
    let document = PolicyDocument {
        initial_password: policy.code(),
    };
    output.answer(&document, || {
        vec![format!("初始密碼：{}", labels::initial_password(policy))]
    })
}
