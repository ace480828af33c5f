//! Files for a form of 多元表現: read, looked at, and put in.

use std::path::PathBuf;

use crate::domain::file::{FileProblem, SizeVerdict, Slot};
use crate::domain::refusal::Refusal;
use crate::engine::ActivityChanges;
use crate::gui::action::Picking;
use crate::gui::activities::{ActivityPurpose, ActivityQuestion, Arriving, FormKey, NewFile};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::intake::{self, name_of, typed_path};
use crate::gui::modal::Modal;
use crate::gui::state::{Asked, State};
use crate::worker::{PickedFile, Request, Ticket, Trouble};

use super::super::say;
use super::{ask, edit};

/// A document and an audio/video file are all that an item takes.
const MOST_AT_ONCE: usize = 2;

pub(super) fn pick(form: FormKey) -> Vec<Effect> {
    vec![Effect::Pick {
        picking: Picking::FileForActivity(form),
        name: None,
    }]
}

pub(super) fn ask_path(state: &mut State, form: FormKey) -> Vec<Effect> {
    state.forms.set(TextField::FilePath, "");
    ask(state, ActivityQuestion::Path(form))
}

pub(super) fn take_typed_path(state: &mut State, form: FormKey) -> Vec<Effect> {
    let path = typed_path(state.forms.text(TextField::FilePath));
    take_all(state, form, path.into_iter().collect())
}

/// The system's dialog was answered.
pub(in crate::gui::update) fn take_file(
    state: &mut State,
    form: FormKey,
    paths: Vec<PathBuf>,
) -> Vec<Effect> {
    take_all(state, form, paths)
}

/// Files were let go over the page: into the open form, or after the question where they belong.
pub(in crate::gui::update) fn dropped(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    if let Some(form) = state.activities_place().and_then(|place| place.open) {
        return take_all(state, form, paths);
    }
    // Quota and window first: nobody should choose a category to hear that nothing fits.
    if let Err(refusal) = state.may_add_activity(1) {
        say(state, &Trouble::Refused(refusal));
        return Vec::new();
    }
    state.activities.dropped = paths;
    choose(state)
}

/// Asks which category something belongs to; examples can be searched at once.
pub(super) fn choose(state: &mut State) -> Vec<Effect> {
    state.forms.set(TextField::SearchPlaces, "");
    let mut effects = ask(state, ActivityQuestion::Choose);
    effects.push(Effect::FocusSearch);
    effects
}

pub(super) fn take_all(state: &mut State, form: FormKey, paths: Vec<PathBuf>) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state.said = None;
    let mut effects = Vec::new();
    for path in paths.into_iter().take(MOST_AT_ONCE) {
        let ticket = state.ticket(Asked::FileForActivity);
        state.activities.arriving.push(Arriving {
            ticket,
            form,
            name: name_of(&path),
            done_bytes: 0,
            total_bytes: 0,
        });
        let session = session.clone();
        effects.push(Effect::Send(ticket, Request::TakeIn { session, path }));
    }
    effects
}

pub(in crate::gui::update) fn progress(state: &mut State, ticket: Ticket, done: u64, total: u64) {
    let mut arriving = state.activities.arriving.iter_mut();
    if let Some(file) = arriving.find(|file| file.ticket == ticket) {
        (file.done_bytes, file.total_bytes) = (done, total);
    }
}

pub(super) fn cancel(state: &mut State) -> Vec<Effect> {
    std::mem::take(&mut state.activities.arriving)
        .into_iter()
        .map(|file| {
            state.asked.remove(&file.ticket);
            Effect::Cancel(file.ticket)
        })
        .collect()
}

fn arrived(state: &mut State, ticket: Ticket) -> Option<FormKey> {
    let place = state
        .activities
        .arriving
        .iter()
        .position(|file| file.ticket == ticket)?;
    Some(state.activities.arriving.remove(place).form)
}

pub(in crate::gui::update) fn failed(state: &mut State, ticket: Ticket, trouble: &Trouble) -> Vec<Effect> {
    arrived(state, ticket);
    if *trouble != Trouble::Cancelled {
        say(state, trouble);
    }
    Vec::new()
}

/// Read and looked at: in at once, unless it raises a question.
pub(in crate::gui::update) fn taken(state: &mut State, ticket: Ticket, picked: PickedFile) -> Vec<Effect> {
    let Some(form) = arrived(state, ticket) else {
        return vec![discard(state, &picked)];
    };
    let Some(data) = state.snapshot() else {
        return vec![discard(state, &picked)];
    };
    match intake::verdict(&picked, &data.status.limits, false) {
        Err(FileProblem::WrongEnding { .. }) | Ok(SizeVerdict::NearLimit) => question(state, form, picked),
        Err(problem) => {
            let name = picked.name.clone();
            say(state, &Trouble::Refused(Refusal::File { name, problem }));
            vec![discard(state, &picked)]
        }
        Ok(SizeVerdict::Fine) => {
            let itself = |form| match form {
                FormKey::Item(item) => Some(item),
                FormKey::New(_) => None,
            };
            let mut others = picked.view.same_bytes.iter();
            let elsewhere = others.any(|other| Some(*other) != itself(form));
            if elsewhere || !picked.view.cautions.is_empty() {
                question(state, form, picked)
            } else {
                put(state, form, picked, false)
            }
        }
    }
}

/// One question at a time: with another one open, the file goes back.
fn question(state: &mut State, form: FormKey, picked: PickedFile) -> Vec<Effect> {
    if state.modal.is_some() {
        return vec![discard(state, &picked)];
    }
    state.modal = Some(Modal::Activity(ActivityQuestion::File(form, Box::new(picked))));
    Vec::new()
}

pub(super) fn put(
    state: &mut State,
    form: FormKey,
    picked: PickedFile,
    ending_confirmed: bool,
) -> Vec<Effect> {
    match form {
        FormKey::Item(item) => {
            let changes = ActivityChanges {
                files: vec![intake::staged(&picked, ending_confirmed)],
                ..ActivityChanges::default()
            };
            edit(state, item, ActivityPurpose::PutFile(item), changes)
        }
        FormKey::New(_) => {
            let slot = picked.view.kind.slot();
            let effects = drop_new(state, slot);
            state.activities.files.push(NewFile {
                picked,
                ending_confirmed,
            });
            effects
        }
    }
}

/// Takes the file of a new item out of its slot and gives it back.
fn drop_new(state: &mut State, slot: Slot) -> Vec<Effect> {
    let files = std::mem::take(&mut state.activities.files);
    let (gone, kept): (Vec<NewFile>, Vec<NewFile>) = files
        .into_iter()
        .partition(|file| file.picked.view.kind.slot() == slot);
    state.activities.files = kept;
    gone.iter().map(|file| discard(state, &file.picked)).collect()
}

pub(super) fn remove(state: &mut State, form: FormKey, slot: Slot) -> Vec<Effect> {
    match form {
        FormKey::Item(_) => ask(state, ActivityQuestion::RemoveFile(form, slot)),
        FormKey::New(_) => drop_new(state, slot),
    }
}

pub(super) fn remove_now(state: &mut State, form: FormKey, slot: Slot) -> Vec<Effect> {
    let FormKey::Item(item) = form else {
        return drop_new(state, slot);
    };
    let changes = ActivityChanges {
        remove: vec![slot],
        ..ActivityChanges::default()
    };
    edit(state, item, ActivityPurpose::RemoveFile(item), changes)
}

/// The files of a new item that is given up.
pub(super) fn forget(state: &mut State, form: FormKey) -> Vec<Effect> {
    if matches!(form, FormKey::Item(_)) {
        return Vec::new();
    }
    [Slot::Document, Slot::Media]
        .into_iter()
        .flat_map(|slot| drop_new(state, slot))
        .collect()
}

pub(super) fn discard(state: &mut State, picked: &PickedFile) -> Effect {
    let stage = picked.stage;
    state.send(Asked::Nothing, Request::Discard { stage })
}
