//! What a student does with 多元表現.

mod files;

use crate::domain::activity::Category;
use crate::domain::id::ItemId;
use crate::engine::{ActivityChanges, ActivityCommand, ActivityView, Command, Reply};
use crate::gui::activities::{
    ActivitiesPlace, ActivityAction, ActivityPurpose, ActivityQuestion, FormKey, FormText, Part,
};
use crate::gui::edits::DraftKey;
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Purpose, State};
use crate::worker::Trouble;

use super::{items, journal, run, say, toast};

pub(super) use files::{dropped, failed, progress, take_file, taken};

pub(super) fn update(state: &mut State, action: ActivityAction) -> Vec<Effect> {
    match action {
        ActivityAction::Choose => match state.may_add_activity(1) {
            Ok(()) => files::choose(state),
            Err(refusal) => {
                say(state, &Trouble::Refused(refusal));
                Vec::new()
            }
        },
        ActivityAction::New(category) => open_new(state, category),
        ActivityAction::Typed(form, part, text) => typed(state, form, part, text),
        ActivityAction::Left(form, part) => {
            state.activities.typed.entry(form).or_default().leave(part);
            journal(state, true)
        }
        ActivityAction::Save(form) => save(state, form),
        ActivityAction::Revert(form) => forget(state, form),
        ActivityAction::Delete(item) => ask(state, ActivityQuestion::Delete(item)),
        ActivityAction::Restore(item) => restore(state, item),
        ActivityAction::Copy(item, with_files) => {
            let command = ActivityCommand::Copy { item, with_files };
            give(state, ActivityPurpose::Copy, command)
        }
        ActivityAction::MoveTo(item, category) => {
            let changes = ActivityChanges {
                category: Some(category),
                ..ActivityChanges::default()
            };
            edit(state, item, ActivityPurpose::Move(item), changes)
        }
        ActivityAction::PickFile(form) => files::pick(form),
        ActivityAction::TakePath(form) => files::ask_path(state, form),
        ActivityAction::RemoveFile(form, slot) => files::remove(state, form, slot),
        ActivityAction::CancelFile => files::cancel(state),
    }
}

fn ask(state: &mut State, question: ActivityQuestion) -> Vec<Effect> {
    let effects = journal(state, true);
    state.said = None;
    state.modal = Some(Modal::Activity(question));
    effects
}

/// The open question was answered with yes.
pub(super) fn confirm(state: &mut State, question: ActivityQuestion) -> Vec<Effect> {
    match question {
        // The chooser answers with a category of its own.
        ActivityQuestion::Choose => Vec::new(),
        ActivityQuestion::Delete(item) => {
            with_version(state, item, ActivityPurpose::Delete(item), |item, seen| {
                ActivityCommand::Delete { item, seen }
            })
        }
        ActivityQuestion::Copy(item) => update(state, ActivityAction::Copy(item, true)),
        ActivityQuestion::RemoveFile(form, slot) => files::remove_now(state, form, slot),
        ActivityQuestion::File(form, picked) => files::put(state, form, *picked, true),
        ActivityQuestion::Path(form) => files::take_typed_path(state, form),
    }
}

/// The open question was closed.
pub(super) fn closed(state: &mut State, question: ActivityQuestion) -> Vec<Effect> {
    match question {
        ActivityQuestion::Choose => {
            state.activities.dropped.clear();
            Vec::new()
        }
        ActivityQuestion::File(_, picked) => vec![files::discard(state, &picked)],
        _ => Vec::new(),
    }
}

/// Opens the form of a new item; files that were let go before come along.
fn open_new(state: &mut State, category: Category) -> Vec<Effect> {
    if let Err(refusal) = state.may_add_activity(1) {
        say(state, &Trouble::Refused(refusal));
        return Vec::new();
    }
    state.modal = None;
    let form = FormKey::New(category);
    let waiting = std::mem::take(&mut state.activities.dropped);
    let year = state.activities_place().and_then(|place| place.year);
    let mut effects = super::go(
        state,
        Page::Activities(ActivitiesPlace {
            open: Some(form),
            trash: false,
            year,
        }),
    );
    effects.extend(files::take_all(state, form, waiting));
    effects
}

fn typed(state: &mut State, form: FormKey, part: Part, text: String) -> Vec<Effect> {
    let key = DraftKey::Activity(FormText { form, part });
    state.journal.note(key, &text);
    state.activities.typed.entry(form).or_default().set(part, text);
    journal(state, false)
}

/// Text of a form from before a lock, a crash or a power cut.
pub(super) fn take_draft(state: &mut State, text: FormText, typed: &str) {
    let entry = state.activities.typed.entry(text.form).or_default();
    entry.set(text.part, typed.to_owned());
}

/// Forgets typed text of a form, here and in the journal, and the files of a new item.
pub(super) fn forget(state: &mut State, form: FormKey) -> Vec<Effect> {
    let mut effects = files::forget(state, form);
    if let Some(typed) = state.activities.typed.remove(&form) {
        for part in typed.parts() {
            state.journal.forget(DraftKey::Activity(FormText { form, part }));
        }
    }
    effects.extend(journal(state, true));
    effects
}

fn save(state: &mut State, form: FormKey) -> Vec<Effect> {
    let Some(data) = state.snapshot() else {
        return Vec::new();
    };
    let lists = data.status.activity_rules.lists.clone();
    let mut effects = journal(state, true);
    match form {
        FormKey::New(category) => {
            let typed = state.activities.typed.entry(form).or_default();
            typed.try_to_save();
            let new = typed.new_activity(category, &state.activities.files);
            let command = ActivityCommand::Add(new);
            effects.extend(give(state, ActivityPurpose::Save(form), command));
        }
        FormKey::Item(item) => {
            let Some(view) = state.activity(item).cloned() else {
                return effects;
            };
            let Some(typed) = state.activities.typed.get_mut(&form) else {
                return effects;
            };
            typed.try_to_save();
            let changes = typed.changes(&view, &lists);
            if changes == ActivityChanges::default() {
                effects.extend(save_tags(state, &view));
            } else {
                effects.extend(edit(state, item, ActivityPurpose::Save(form), changes));
            }
        }
    }
    effects
}

/// Tags are beside the item: they are saved by a command of their own, also where the item is closed.
fn save_tags(state: &mut State, view: &ActivityView) -> Vec<Effect> {
    let form = FormKey::Item(view.id);
    let tags = state
        .activities
        .typed
        .get(&form)
        .and_then(|typed| typed.tags(view));
    match tags {
        Some(tags) => {
            let command = ActivityCommand::SetTags { item: view.id, tags };
            give(state, ActivityPurpose::Tags(view.id), command)
        }
        None => Vec::new(),
    }
}

fn give(state: &mut State, purpose: ActivityPurpose, command: ActivityCommand) -> Vec<Effect> {
    run(state, Purpose::Activity(purpose), Command::Activity(command))
}

/// A command about an item, with the version that is shown.
fn with_version(
    state: &mut State,
    id: ItemId,
    purpose: ActivityPurpose,
    command: impl FnOnce(ItemId, u64) -> ActivityCommand,
) -> Vec<Effect> {
    match state.activity(id).map(|activity| activity.facts.version) {
        Some(seen) => give(state, purpose, command(id, seen)),
        None => Vec::new(),
    }
}

fn edit(state: &mut State, id: ItemId, purpose: ActivityPurpose, changes: ActivityChanges) -> Vec<Effect> {
    with_version(state, id, purpose, |item, seen| ActivityCommand::Edit {
        item,
        seen,
        changes,
    })
}

pub(super) fn restore(state: &mut State, id: ItemId) -> Vec<Effect> {
    with_version(state, id, ActivityPurpose::Restore(id), |item, seen| {
        ActivityCommand::Restore { item, seen }
    })
}

/// Puts the activity of a reply into what is shown.
fn show(state: &mut State, activity: &ActivityView) {
    let Loadable::Ready(data) = &mut state.data else {
        return;
    };
    data.activities.retain(|other| other.id != activity.id);
    data.activity_trash.retain(|other| other.id != activity.id);
    let list = if activity.trashed.is_some() {
        &mut data.activity_trash
    } else {
        &mut data.activities
    };
    list.push(activity.clone());
}

/// A command is done.
pub(super) fn ran(state: &mut State, purpose: ActivityPurpose, reply: &Reply) -> Vec<Effect> {
    let Reply::Activity(activity) = reply else {
        return Vec::new();
    };
    show(state, activity);
    let mut effects = items::history(state, activity.id);
    match purpose {
        ActivityPurpose::Save(form @ FormKey::New(_)) => {
            // Used up by the command: nothing to give back.
            state.activities.files.clear();
            effects.extend(forget(state, form));
            open(state, Some(FormKey::Item(activity.id)));
            toast(state, "已新增。", None);
        }
        ActivityPurpose::Save(form @ FormKey::Item(_)) => {
            let tags = save_tags(state, activity);
            if tags.is_empty() {
                effects.extend(forget(state, form));
                toast(state, "已儲存。", None);
            }
            effects.extend(tags);
        }
        ActivityPurpose::Tags(item) => {
            effects.extend(forget(state, FormKey::Item(item)));
            toast(state, "已儲存。", None);
        }
        ActivityPurpose::Delete(item) => {
            effects.extend(forget(state, FormKey::Item(item)));
            open(state, None);
            toast(state, "已移到垃圾桶。", Some(item));
        }
        ActivityPurpose::Restore(_) => toast(state, "已復原。", None),
        ActivityPurpose::Copy => {
            open(state, Some(FormKey::Item(activity.id)));
            toast(state, "已複製成新的一件，原來的一件沒有改變。", None);
        }
        ActivityPurpose::Move(item) => {
            effects.extend(forget(state, FormKey::Item(item)));
            toast(state, "已改放另一類。", None);
        }
        ActivityPurpose::PutFile(_) => {
            state.preview = None;
            toast(state, "檔案已放入。", None);
        }
        ActivityPurpose::RemoveFile(_) => {
            state.preview = None;
            toast(state, "檔案已移除。", None);
        }
    }
    effects
}

/// Shows this form at the right, if the page is that of activities.
fn open(state: &mut State, form: Option<FormKey>) {
    if let Some(place) = state.activities_place() {
        state.route = Route::At(Page::Activities(ActivitiesPlace { open: form, ..place }));
    }
}

/// What was open is gone (deleted elsewhere): the list stays.
pub(super) fn close_if_gone(state: &mut State) {
    if let Some(ActivitiesPlace {
        open: Some(FormKey::Item(item)),
        ..
    }) = state.activities_place()
        && state.activity(item).is_none()
    {
        open(state, None);
    }
}
