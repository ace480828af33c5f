//! `account prepare`, `account slips`.

use std::path::Path;

use crate::cli::args::{Arguments, ForAccount, SomeAccounts};
use crate::cli::json::people::{self as json, SlipsDocument};
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::engine::PasswordProgress;

use super::find_all;

/// So many at a time: others can write in between.
const STEP: usize = 32;

pub fn prepare(arguments: &Arguments, who: &ForAccount, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    let progress = prepare_all(&desk)?;
    output.answer(&json::progress(progress), || {
        vec![format!("{} 個帳號的初始密碼都備妥了。", progress.ready)]
    })
}

fn prepare_all(desk: &Desk) -> Result<PasswordProgress, Trouble> {
    loop {
        let progress = desk.answer(desk.engine.prepare_passwords(&desk.session, STEP))?;
        if progress.waiting == 0 {
            return Ok(progress);
        }
    }
}

pub fn print(
    arguments: &Arguments,
    wish: &SomeAccounts,
    to: &Path,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &wish.who, Wish::Change)?;
    let accounts = find_all(&desk, wish)?;
    // What is not made yet cannot be printed.
    prepare_all(&desk)?;
    let slips = desk.answer(desk.engine.slips(&desk.session, &accounts))?;
    let pdf = desk.answer(desk.engine.slips_pdf(&desk.session, &slips))?;
    std::fs::write(to, pdf).map_err(|error| Trouble::File {
        path: to.to_path_buf(),
        error,
    })?;
    let document = SlipsDocument {
        path: to.display().to_string(),
        slips: slips.len(),
    };
    output.answer(&document, || {
        vec![
            format!("已做好 {} 張密碼條：{}", document.slips, document.path),
            "發放後請登記（account handed-out），並把這個檔案刪除。".to_owned(),
        ]
    })
}
