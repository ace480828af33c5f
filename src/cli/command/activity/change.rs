//! `activity add`, `edit`, `delete`, `restore`, `copy`, `tag`.

use crate::cli::args::{AddActivity, Arguments, EditActivity, OneActivity};
use crate::cli::input;
use crate::cli::json;
use crate::cli::opening::{Desk, Wish};
use crate::cli::output::Output;
use crate::cli::trouble::Trouble;
use crate::domain::activity::record::by_official_names;
use crate::engine::{ActivityChanges, ActivityCommand, ActivityView, Command, Failure, NewActivity, Reply};
use crate::text::activity as words;

use super::super::item::parse_id;
use super::{give, open, show};

pub fn add(arguments: &Arguments, add: &AddActivity, output: &mut Output) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &add.who, Wish::Change)?;
    desk.answer(desk.engine.upkeep())?;
    let fields = desk.answer(by_official_names(add.category, &add.fields).map_err(Failure::from))?;
    let term = desk.answer(desk.engine.status(&desk.session))?.terms.activity;
    let limits = desk.answer(desk.engine.limits(&desk.session, term))?;
    let files = input::stage_all(&desk, &add.files, &limits, add.endings.fix_ending, output)?;
    let new = NewActivity {
        category: add.category,
        fields,
        description: add.description.clone(),
        link: add.link.clone(),
        files,
        tags: add.tags.clone(),
    };
    let command = Command::Activity(ActivityCommand::Add(new));
    let activity = give(&desk, &command, output)?;
    if activity.waits_for_document() {
        output.remark("已先存檔，等候證明文件；拿到之後再用 activity edit --file 補上。");
    }
    print(&desk, &activity, "已新增。", output)
}

pub fn edit(arguments: &Arguments, edit: &EditActivity, output: &mut Output) -> Result<(), Trouble> {
    let (desk, before) = open(arguments, &edit.one, Wish::Change)?;
    let changes = &edit.changes;
    let category = changes.category.unwrap_or(before.category());
    let fields = desk.answer(by_official_names(category, &changes.fields).map_err(Failure::from))?;
    let limits = desk.answer(desk.engine.limits(&desk.session, before.facts.term))?;
    let files = input::stage_all(&desk, &changes.files, &limits, edit.endings.fix_ending, output)?;
    let changes = ActivityChanges {
        category: changes.category,
        fields,
        description: changes.description.clone(),
        link: changes.link.clone(),
        remove: changes.remove.iter().map(|slot| (*slot).into()).collect(),
        files,
    };
    let command = Command::Activity(ActivityCommand::Edit {
        item: before.id,
        seen: before.facts.version,
        changes,
    });
    let activity = give(&desk, &command, output)?;
    print(&desk, &activity, "已儲存。", output)
}

pub fn delete(arguments: &Arguments, one: &OneActivity, output: &mut Output) -> Result<(), Trouble> {
    let (desk, before) = open(arguments, one, Wish::Change)?;
    let command = Command::Activity(ActivityCommand::Delete {
        item: before.id,
        seen: before.facts.version,
    });
    let activity = give(&desk, &command, output)?;
    print(&desk, &activity, "已刪除。", output)
}

pub fn restore(arguments: &Arguments, one: &OneActivity, output: &mut Output) -> Result<(), Trouble> {
    let (desk, before) = open(arguments, one, Wish::Change)?;
    let command = Command::Activity(ActivityCommand::Restore {
        item: before.id,
        seen: before.facts.version,
    });
    let activity = give(&desk, &command, output)?;
    print(&desk, &activity, "已復原。", output)
}

pub fn copy(
    arguments: &Arguments,
    one: &OneActivity,
    with_files: bool,
    output: &mut Output,
) -> Result<(), Trouble> {
    let (desk, before) = open(arguments, one, Wish::Change)?;
    let command = Command::Activity(ActivityCommand::Copy {
        item: before.id,
        with_files,
    });
    let activity = give(&desk, &command, output)?;
    print(&desk, &activity, "已複製成新的一件，原來的一件沒有改變。", output)
}

pub fn tag(
    arguments: &Arguments,
    one: &OneActivity,
    tags: &[String],
    output: &mut Output,
) -> Result<(), Trouble> {
    let desk = Desk::open(arguments, &one.who, Wish::Change)?;
    let item = parse_id(&desk, &one.id)?;
    let command = Command::Activity(ActivityCommand::SetTags {
        item,
        tags: tags.to_vec(),
    });
    if let Reply::Activity(activity) = desk.run(&command, output)? {
        return print(&desk, &activity, "已設定標籤。", output);
    }
    let document = json::tagged(item, tags);
    output.answer(&document, || vec!["已設定標籤。".to_owned()])
}

/// The activity, with a word about what is accepted but worth one.
fn print(desk: &Desk, activity: &ActivityView, done: &str, output: &mut Output) -> Result<(), Trouble> {
    for caution in &activity.cautions {
        output.remark(&words::caution(*caution));
    }
    if !activity.lacking.is_empty() {
        output.remark(&format!("{}。", words::lacking(&activity.lacking)));
    }
    let limits = desk.answer(desk.engine.limits(&desk.session, activity.facts.term))?;
    output.answer(&json::activity(activity), || {
        let mut lines = vec![done.to_owned(), String::new()];
        lines.extend(show::facts(activity, limits.description_chars));
        lines
    })
}
