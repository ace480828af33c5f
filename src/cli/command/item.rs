//! `item list` and `item show`.

use crate::cli::args::{Arguments, ForAccount, OneItem};
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::{printable, table};
use crate::cli::trouble::Trouble;
use crate::domain::act::Act;
use crate::domain::description;
use crate::domain::id::ItemId;
use crate::domain::moment::Moment;
use crate::domain::outcome::OutcomeState;
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::{Failure, HistoryView, ItemView};
use crate::text::{self, labels, notes, size, time};

/// Text that is no id names no item: the same words as for an unknown one.
pub fn parse_id(desk: &Desk, text: &str) -> Result<ItemId, Trouble> {
    desk.answer(text.parse().map_err(|_| Failure::from(Refusal::NoSuchItem)))
}

pub fn list(
    arguments: &Arguments,
    who: &ForAccount,
    term: Option<Term>,
    trashed: bool,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let items = desk.answer(desk.engine.items(&desk.session, term, trashed))?;
    let document: Vec<_> = items.iter().map(json::item).collect();
    output.answer(&document, || lines(&items, trashed))
}

fn lines(items: &[ItemView], trashed: bool) -> Vec<String> {
    if items.is_empty() {
        return vec![
            if trashed {
                "垃圾桶是空的。"
            } else {
                "還沒有課程學習成果。"
            }
            .to_owned(),
        ];
    }
    let rows: Vec<_> = items
        .iter()
        .map(|item| {
            let files: Vec<String> = item.files.iter().map(|file| size::size(file.bytes)).collect();
            [
                item.id.to_string(),
                item.facts.term.to_string(),
                item.course_name.clone(),
                item.title.clone(),
                labels::state(item.state()).to_owned(),
                files.join(" + "),
                time::roc_moment(item.updated),
            ]
        })
        .collect();
    table(
        [
            "代號",
            "學期",
            "課程",
            "名稱",
            "狀態",
            "檔案",
            "最後變更（台北時間）",
        ],
        &rows,
    )
}

pub fn show(arguments: &Arguments, one: &OneItem, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &one.who, Wish::Look)?;
    let id = parse_id(&desk, &one.id)?;
    let item = desk.answer(desk.engine.item(&desk.session, id))?;
    let history = desk.answer(desk.engine.history(&desk.session, id))?;
    let limits = desk.answer(desk.engine.limits(&desk.session, item.facts.term))?;
    let now = desk.engine.now();
    output.answer(&json::item(&item), || {
        let mut lines = facts(&item, limits.description_chars, now);
        lines.extend(history_lines(&history));
        lines
    })
}

/// An item for people.
pub fn facts(item: &ItemView, description_limit: u32, now: Moment) -> Vec<String> {
    let mut lines = vec![
        format!("{}　{}", printable(&item.title), labels::state(item.state())),
        format!("代號：{}", item.id),
        format!(
            "課程：{} {}（{}）",
            item.facts.term,
            printable(&item.course_name),
            printable(&item.teachers.join("、"))
        ),
    ];
    if let Some(kind) = item.work_kind {
        lines.push(format!("種類：{}", labels::work_kind(kind)));
    }
    let count = size::letters(description::count(&item.description), description_limit);
    match item.description.as_str() {
        "" => lines.push(format!("簡述：（沒有）　{count}")),
        text => lines.push(format!("簡述：{}　{count}", printable(text))),
    }
    if item.files.is_empty() {
        lines.push("檔案：（沒有）".to_owned());
    }
    for file in &item.files {
        let facts = file.facts.as_ref().map(size::content_facts).unwrap_or_default();
        lines.push(format!(
            "{}：{}（{}）{facts}",
            labels::slot(file.slot),
            printable(&file.name),
            size::size(file.bytes)
        ));
    }
    if let Some(submitted) = item.submitted {
        let waited = match item.state() {
            OutcomeState::Submitted => time::waited_days(submitted, now),
            OutcomeState::Draft | OutcomeState::Certified | OutcomeState::Returned => String::new(),
        };
        lines.push(
            format!("送出：{}　{waited}", time::roc_moment(submitted))
                .trim_end()
                .to_owned(),
        );
    }
    if item.requested.is_some() {
        lines.push(format!("{}：等老師回覆", labels::act(Act::RequestReturn)));
    }
    if let Some(decision) = item.last_return() {
        let reason = decision.reason.map(labels::return_reason).unwrap_or_default();
        lines.push(format!("退回原因：{reason}　{}", printable(&decision.note)));
    }
    if let Some(trash) = &item.trashed {
        lines.push(notes::trash_until(trash.restorable_until, trash.removed_on));
    }
    lines
}

pub fn history_lines(history: &[HistoryView]) -> Vec<String> {
    let mut lines = vec![String::new(), "歷程（台北時間）".to_owned()];
    let rows: Vec<_> = history
        .iter()
        .map(|view| {
            [
                time::roc_moment(view.line.at),
                text::history_line(&view.line.event, &view.actor_name, view.for_teacher.as_deref()),
            ]
        })
        .collect();
    lines.extend(table(["時間", "紀錄"], &rows));
    lines
}
