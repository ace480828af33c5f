//! Editing an activity.

use crate::domain::act::Act;
use crate::domain::activity::Category;
use crate::domain::activity::link;
use crate::domain::activity::lists::Lists;
use crate::domain::activity::record::Values;
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::description::require_fit;
use crate::domain::history::{Event, Stream};
use crate::domain::id::ItemId;
use crate::engine::command::{ActivityChanges, Reply};
use crate::engine::context::Context;
use crate::engine::dates::rules::require_accepted;
use crate::engine::failure::Failure;
use crate::engine::{answer, files};
use crate::store::record::code::Coded;

use super::{open, records, reply, save_changed};

pub(super) fn edit(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    changes: &ActivityChanges,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::Edit)?;
    let (owner, mut activity) = (opened.owner, opened.activity);
    let limits = answer::limits(context.txn, opened.facts.term)?;
    let lists = records::lists(context.txn)?;
    let category = changes.category.unwrap_or(opened.facts.category);
    let mut values = activity.values()?;
    if category != opened.facts.category {
        values = carried_over(&values, opened.facts.category, category, &lists);
        activity.category = Coded::code(category);
    }
    values.type_in(category, &changes.fields, &lists)?;
    values.require_sound(category, opened.years)?;
    activity.set_values(&values);
    if let Some(description) = &changes.description {
        require_fit(description, limits.description_chars, limits.description_required)?;
        activity.description = description.trim().to_owned();
    }
    if let Some(link) = &changes.link {
        activity.link = link::read(link).map_err(|problem| ActivityRefusal::Link { problem })?;
    }
    require_accepted(context, opened.facts.term, &changes.files)?;
    let judged = files::judge_all(context, &changes.files, &limits)?;
    let mut files_changed = !judged.is_empty();
    for slot in &changes.remove {
        files_changed |= files::take_out(context, owner, item, &mut activity.files, *slot)?;
    }
    for file in judged {
        files::put(context, owner, item, &mut activity.files, file)?;
    }
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::Edited { files_changed },
    )?;
    save_changed(context, owner, item, &mut activity)?;
    reply(context, item)
}

/// What stands under the same official name in both categories, and reads there too.
fn carried_over(values: &Values, from: Category, to: Category, lists: &Lists) -> Values {
    let mut carried = Values::default();
    for field in to.fields() {
        let same = from.field_named(field.name);
        let text = same.and_then(|same| values.get(same.key).map(|value| same.write(value)));
        let value = text.and_then(|text| field.read(&text, lists).ok().flatten());
        carried.set(field.key, value);
    }
    carried
}
