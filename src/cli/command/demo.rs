//! `demo`: the demonstration school.

use crate::cli::args::{Arguments, Demo};
use crate::cli::json;
use crate::cli::opening::surroundings;
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::{Trouble, UsageProblem};
use crate::cli::{OpenWindow, WindowRequest};
use crate::demo;
use crate::domain::access::Role;
use crate::engine::{DemonstrationAccount, Engine, Face, Failure, Places, Secret};
use crate::text::labels;

use super::status::badges;

pub fn run(
    arguments: &Arguments,
    wish: &Demo,
    window: Option<OpenWindow>,
    output: &mut Output,
) -> Result<(), Trouble> {
    let window = match (wish.no_window, window) {
        (true, _) => None,
        (false, Some(window)) => Some(window),
        (false, None) => return Err(Trouble::Usage(UsageProblem::WithoutWindow)),
    };
    let places = Places::of_this_process(arguments.library.clone());
    let location = places.demonstration().ok_or(Trouble::NoDataFolder)?;
    let path = location.path.as_path();
    let surroundings = surroundings();
    let now = surroundings.clock.now();
    let failed = |failure| Trouble::of(failure, path, now);

    let (engine, _) = demo::open_or_create(&location, &surroundings, Face::CommandLine).map_err(failed)?;
    if wish.refresh_dates {
        demo::refresh_dates(&engine).map_err(failed)?;
    }
    let accounts = engine
        .demonstration_accounts()
        .map_err(failed)?
        .unwrap_or_default();
    output.answer(&json::accounts(&accounts), || account_lines(&accounts, path))?;
    let badges = if output.wants_json() {
        Vec::new()
    } else {
        first_badges(&engine, &accounts).map_err(failed)?
    };
    engine.library().close().map_err(|error| failed(error.into()))?;
    drop(engine);

    let Some(open) = window else {
        return output.lines(&badges);
    };
    let request = WindowRequest {
        library: Some(location.path.clone()),
        demonstration: true,
    };
    if let Err(detail) = open(&request) {
        // The school is made and told: that is worth an end without failure.
        Trouble::NoWindow(detail).tell(output);
        output.lines(&badges)?;
    }
    Ok(())
}

fn account_lines(accounts: &[DemonstrationAccount], path: &std::path::Path) -> Vec<String> {
    let rows: Vec<_> = accounts
        .iter()
        .map(|account| {
            let roles: Vec<&str> = account.roles.iter().map(|role| labels::role(*role)).collect();
            [
                account.account.clone(),
                account
                    .password
                    .clone()
                    .unwrap_or_else(|| "（已變更）".to_owned()),
                roles.join("、"),
                account.name.clone(),
                if account.first_login {
                    "第一次登入"
                } else {
                    ""
                }
                .to_owned(),
            ]
        })
        .collect();
    let mut lines = vec![format!("示範檔案庫：{}", path.display()), String::new()];
    lines.extend(table(["帳號", "密碼", "身分", "姓名", ""], &rows));
    lines
}

/// What the first student whose password is still the published one would see.
fn first_badges(engine: &Engine, accounts: &[DemonstrationAccount]) -> Result<Vec<String>, Failure> {
    for account in accounts
        .iter()
        .filter(|account| account.roles.contains(&Role::Student) && !account.first_login)
    {
        let Some(password) = &account.password else {
            continue;
        };
        let session = engine.login(&account.account, &Secret::new(password.clone()))?;
        let status = engine.status(&session)?;
        let mut lines = vec![String::new()];
        lines.extend(badges(&status, &session, engine.now()));
        return Ok(lines);
    }
    Ok(Vec::new())
}
