//! `import brought`, `import accept`: records that came from another school.

use serde::Serialize;

use crate::cli::args::{Arguments, ForAccount};
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::table;
use crate::cli::trouble::Trouble;
use crate::domain::refusal::Refusal;
use crate::engine::{Command, CopyCommand, Failure, ItemView};
use crate::text::labels;

#[derive(Debug, Serialize)]
struct BroughtEntry {
    #[serde(flatten)]
    item: json::ItemEntry,
    /// Where the state came from; `null` for 編輯中
    origin: Option<&'static str>,
}

pub fn list(
    arguments: &Arguments,
    who: &ForAccount,
    student: &str,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    print(&desk, student, output)
}

pub fn accept(
    arguments: &Arguments,
    who: &ForAccount,
    student: &str,
    reason: &str,
    ids: &[String],
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Change)?;
    let items = desk.answer(desk.engine.brought(&desk.session, student))?;
    for id in ids {
        let found = items
            .iter()
            .find(|item| item.id.to_string().eq_ignore_ascii_case(id));
        let item = desk.answer(found.ok_or(Failure::from(Refusal::NoSuchItem)))?;
        let command = Command::Copy(CopyCommand::AcceptCertification {
            item: item.id,
            seen: item.facts.version,
            reason: reason.to_owned(),
        });
        desk.run(&command, output)?;
    }
    print(&desk, student, output)
}

fn print(desk: &Desk, student: &str, output: &mut Output) -> Result<(), Trouble> {
    let items = desk.answer(desk.engine.brought(&desk.session, student))?;
    let entry = |item: &ItemView| BroughtEntry {
        item: json::item(item),
        origin: item.facts.origin.map(json::origin_code),
    };
    let entries: Vec<BroughtEntry> = items.iter().map(entry).collect();
    output.answer(&entries, || {
        if items.is_empty() {
            return vec!["這位學生沒有由他校帶入的紀錄。".to_owned()];
        }
        let rows: Vec<_> = items
            .iter()
            .map(|item| {
                [
                    item.id.to_string(),
                    item.facts.term.to_string(),
                    item.course_name.clone(),
                    item.title.clone(),
                    labels::state(item.state()).to_owned(),
                    item.facts.origin.map_or("", labels::origin).to_owned(),
                ]
            })
            .collect();
        table(["代號", "學期", "課程", "標題", "狀態", "來源"], &rows)
    })
}
