//! `rights`: 權限一覽, for everybody.

use crate::cli::args::Json;
use crate::cli::json::people as json;
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::access::{Right, Role};
use crate::text::{labels, rights};

pub fn run(_json: &Json, output: &mut Output) -> Result<(), Trouble> {
    output.answer(&json::rights(), || {
        let rows: Vec<_> = Right::ALL
            .iter()
            .map(|right| {
                let [a, b, c, d, e, f, g] = rights::cells(*right);
                [labels::right(*right), a, b, c, d, e, f, g].map(str::to_owned)
            })
            .collect();
        let [a, b, c, d, e, f, g] = Role::ALL.map(labels::role);
        let mut lines = vec![rights::LEAD.to_owned(), String::new()];
        lines.extend(table(["", a, b, c, d, e, f, g], &rows));
        lines.push(String::new());
        lines.extend(rights::PROMISES.map(str::to_owned));
        lines
    })
}
