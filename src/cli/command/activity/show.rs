//! `activity list`, `show`, `fields`, `where`.

use crate::cli::args::{Arguments, ForAccount, Narrow, OneActivity};
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::table::{printable, table};
use crate::cli::trouble::Trouble;
use crate::domain::activity::Category;
use crate::domain::description;
use crate::engine::{ActivityView, FindQuery};
use crate::text::{activity as words, labels, notes, places, size, time};

use super::super::item::history_lines;
use super::open;

pub fn list(
    arguments: &Arguments,
    who: &ForAccount,
    narrow: &Narrow,
    trashed: bool,
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, who, Wish::Look)?;
    let mut activities = desk.answer(desk.engine.activities(&desk.session, trashed))?;
    let query = FindQuery {
        text: narrow.find.clone(),
        category: narrow.category,
        year: narrow.year,
        tag: narrow.tag.clone(),
    };
    activities.retain(|activity| query.fits_activity(activity));
    let document: Vec<_> = activities.iter().map(json::activity).collect();
    output.answer(&document, || lines(&activities, trashed))
}

fn lines(activities: &[ActivityView], trashed: bool) -> Vec<String> {
    if activities.is_empty() {
        let nothing = if trashed {
            "垃圾桶是空的。"
        } else {
            "沒有符合的多元表現。"
        };
        return vec![nothing.to_owned()];
    }
    let rows: Vec<_> = activities
        .iter()
        .map(|activity| {
            let files: Vec<String> = activity.files.iter().map(|file| size::size(file.bytes)).collect();
            [
                activity.id.to_string(),
                activity.facts.term.to_string(),
                labels::category(activity.category()).to_owned(),
                words::title(activity.category(), &activity.values),
                words::span(activity.category(), &activity.values),
                if files.is_empty() {
                    words::WAITING_FOR_DOCUMENT.to_owned()
                } else {
                    files.join(" + ")
                },
                state(activity),
            ]
        })
        .collect();
    table(
        ["代號", "上傳學期", "類別", "名稱", "日期", "檔案", "備註"],
        &rows,
    )
}

fn state(activity: &ActivityView) -> String {
    match activity.facts.filed {
        Some(batch) => format!("已提交（第 {batch} 批）"),
        None if !activity.lacking.is_empty() => words::INCOMPLETE.to_owned(),
        None => String::new(),
    }
}

pub fn show(arguments: &Arguments, one: &OneActivity, output: &mut Output) -> Result<(), Trouble> {
    let (desk, activity) = open(arguments, one, Wish::Look)?;
    let history = desk.answer(desk.engine.history(&desk.session, activity.id))?;
    let limits = desk.answer(desk.engine.limits(&desk.session, activity.facts.term))?;
    output.answer(&json::activity(&activity), || {
        let mut lines = facts(&activity, limits.description_chars);
        lines.extend(history_lines(&history));
        lines
    })
}

/// An activity for people.
pub fn facts(activity: &ActivityView, description_limit: u32) -> Vec<String> {
    let category = activity.category();
    let mut lines = vec![
        format!(
            "{}　{}",
            printable(&words::title(category, &activity.values)),
            labels::category(category)
        ),
        format!("代號：{}", activity.id),
        format!("{}：{}", words::UPLOAD_TERM, activity.facts.term),
    ];
    for field in category.fields() {
        if let Some(value) = activity.values.get(field.key) {
            lines.push(format!(
                "{}：{}",
                field.name,
                printable(&words::value(field, value))
            ));
        }
    }
    let count = size::letters(description::count(&activity.description), description_limit);
    match activity.description.as_str() {
        "" => lines.push(format!("簡述：（沒有）　{count}")),
        text => lines.push(format!("簡述：{}　{count}", printable(text))),
    }
    if let Some(link) = &activity.link {
        lines.push(format!("{}：{}", words::LINK, printable(link)));
    }
    if activity.waits_for_document() {
        lines.push(format!("檔案：（{}）", words::WAITING_FOR_DOCUMENT));
    }
    for file in &activity.files {
        let facts = file.facts.as_ref().map(size::content_facts).unwrap_or_default();
        lines.push(format!(
            "{}：{}（{}）{facts}",
            labels::slot(file.slot),
            printable(&file.name),
            size::size(file.bytes)
        ));
    }
    if !activity.tags.is_empty() {
        lines.push(format!(
            "{}：{}",
            words::TAGS,
            printable(&activity.tags.join("、"))
        ));
    }
    if !activity.lacking.is_empty() {
        lines.push(words::lacking(&activity.lacking));
    }
    if activity.facts.filed.is_some() {
        lines.push(state(activity));
    }
    if let Some(trash) = &activity.trashed {
        lines.push(notes::trash_until(trash.restorable_until, trash.removed_on));
    }
    lines.push(format!("最後變更：{}", time::roc_moment_zoned(activity.updated)));
    lines
}

pub fn fields(category: Option<Category>, output: &mut Output) -> Result<(), Trouble> {
    let wanted: Vec<Category> = Category::ALL
        .into_iter()
        .filter(|one| category.is_none_or(|category| category == *one))
        .collect();
    let document: Vec<_> = wanted.iter().map(|category| json::category(*category)).collect();
    output.answer(&document, || {
        let mut lines = Vec::new();
        for category in wanted {
            lines.push(format!("{}　{}", category.code(), labels::category(category)));
            let rows: Vec<_> = category
                .fields()
                .iter()
                .map(|field| {
                    [
                        format!("  {}", field.name),
                        labels::need(field.need).to_owned(),
                        words::field_form(field),
                        field.help.to_owned(),
                    ]
                })
                .collect();
            lines.extend(table(["  欄位", "", "內容", "說明"], &rows));
            lines.push(String::new());
        }
        lines
    })
}

pub fn places(typed: &str, output: &mut Output) -> Result<(), Trouble> {
    let found = places::search(typed);
    let document: Vec<_> = found.iter().map(|example| json::place(example)).collect();
    output.answer(&document, || {
        if found.is_empty() {
            return vec!["沒有符合的例子。換個短一點的詞試試，例如「多益」「工讀」。".to_owned()];
        }
        let rows: Vec<_> = found
            .iter()
            .map(|example| [example.what, example.place.name(), example.why].map(str::to_owned))
            .collect();
        table(["例子", "放在", "說明"], &rows)
    })
}
