//! What a student does with items.

use std::path::PathBuf;

use crate::domain::file::{FileProblem, SizeVerdict, Slot};
use crate::domain::id::ItemId;
use crate::domain::outcome::OutcomeState;
use crate::domain::outcome::WorkKind;
use crate::domain::refusal::Refusal;
use crate::engine::{Command, OutcomeChanges};
use crate::gui::action::{ItemAction, Picking};
use crate::gui::edits::{DraftKey, ItemText, NO_WORK_KIND};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::intake::{self, FileQuestion, Receiving, name_of, typed_path};
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::state::{Asked, Preview, PreviewKey, Purpose, State};
use crate::worker::{PickedFile, Request, Ticket, Trouble};

use super::{forget_edit, journal, run, say};

pub(super) fn update(state: &mut State, action: ItemAction) -> Vec<Effect> {
    match action {
        ItemAction::Typed(item, part, text) => typed(state, item, part, text),
        ItemAction::WorkKind(item, kind) => {
            let code = kind.map_or(NO_WORK_KIND, WorkKind::code);
            state.journal.note(DraftKey::WorkKind(item), code);
            state.edits.entry(item).or_default().work_kind = Some(kind);
            journal(state, false)
        }
        ItemAction::Save(item) => save(state, item),
        ItemAction::Revert(item) => forget_edit(state, item),
        ItemAction::Move(item, offering) => {
            let changes = OutcomeChanges {
                offering: Some(offering),
                ..OutcomeChanges::default()
            };
            edit(state, item, Purpose::Move(item), changes)
        }
        ItemAction::Submit(item) => ask(state, Modal::Submit(item)),
        ItemAction::Delete(item) => ask(state, Modal::Delete(item)),
        ItemAction::RequestReturn(item) => ask(state, Modal::RequestReturn(item)),
        ItemAction::RecordState(item, wanted) => ask(state, Modal::RecordState(item, wanted)),
        ItemAction::RemoveFile(item, slot) => ask(state, Modal::RemoveFile(item, slot)),
        ItemAction::Restore(item) => restore(state, item),
        ItemAction::WithdrawRequest(id) => {
            with_version(state, id, Purpose::WithdrawRequest(id), |item, seen| {
                Command::WithdrawRequest { item, seen }
            })
        }
        ItemAction::PickFile(item, slot) => vec![Effect::Pick {
            picking: Picking::FileForItem(item, Some(slot)),
            name: None,
        }],
        ItemAction::TakePath(item, slot) => {
            state.forms.set(TextField::FilePath, "");
            ask(state, Modal::FilePath(item, slot))
        }
        ItemAction::CancelFile => super::intake::cancel_reading(state),
        ItemAction::PutFile => super::confirm(state),
        ItemAction::SaveFileAs(id, slot) => {
            let name = state.file_of(id, slot).map(|file| file.name.clone()).or_else(|| {
                let shown = state.viewer.shown.as_ref()?;
                (shown.item == id && shown.kind.slot() == slot).then(|| shown.name.clone())
            });
            vec![Effect::Pick {
                picking: Picking::SaveFile(id, slot),
                name,
            }]
        }
        ItemAction::OpenOutside(item, slot) => match state.session.clone() {
            Some(session) => {
                vec![state.send(Asked::Deliver, Request::OpenOutside { session, item, slot })]
            }
            None => Vec::new(),
        },
        ItemAction::Preview {
            item,
            slot,
            page,
            width_px,
        } => preview(state, item, slot, page, width_px),
    }
}

fn ask(state: &mut State, modal: Modal) -> Vec<Effect> {
    let effects = journal(state, true);
    state.said = None;
    state.modal = Some(modal);
    effects
}

fn typed(state: &mut State, item: ItemId, part: ItemText, text: String) -> Vec<Effect> {
    state.journal.note(DraftKey::Item(item, part), &text);
    let edit = state.edits.entry(item).or_default();
    match part {
        ItemText::Title => edit.title = Some(text),
        ItemText::Description => edit.description = Some(text),
    }
    journal(state, false)
}

/// A command about an item, with the version that is shown.
fn with_version(
    state: &mut State,
    id: ItemId,
    purpose: Purpose,
    command: impl FnOnce(ItemId, u64) -> Command,
) -> Vec<Effect> {
    match state.item(id).map(|item| item.facts.version) {
        Some(seen) => run(state, purpose, command(id, seen)),
        None => Vec::new(),
    }
}

fn edit(state: &mut State, id: ItemId, purpose: Purpose, changes: OutcomeChanges) -> Vec<Effect> {
    with_version(state, id, purpose, |item, seen| Command::EditOutcome {
        item,
        seen,
        changes,
    })
}

fn save(state: &mut State, id: ItemId) -> Vec<Effect> {
    let Some(changes) = unsaved(state, id) else {
        return Vec::new();
    };
    let mut effects = journal(state, true);
    effects.extend(edit(state, id, Purpose::Save(id), changes));
    effects
}

fn unsaved(state: &State, id: ItemId) -> Option<OutcomeChanges> {
    let changes = state.edit(id)?.changes(state.item(id)?);
    (changes != OutcomeChanges::default()).then_some(changes)
}

/// Unsaved text is saved first: what is locked must be what is seen.
pub(super) fn submit(state: &mut State, id: ItemId) -> Vec<Effect> {
    with_version(state, id, Purpose::Submit(id), |item, seen| {
        Command::SubmitOutcome { item, seen }
    })
}

pub(super) fn delete(state: &mut State, id: ItemId) -> Vec<Effect> {
    with_version(state, id, Purpose::Delete(id), |item, seen| {
        Command::DeleteOutcome { item, seen }
    })
}

pub(super) fn restore(state: &mut State, id: ItemId) -> Vec<Effect> {
    with_version(state, id, Purpose::Restore(id), |item, seen| {
        Command::RestoreOutcome { item, seen }
    })
}

pub(super) fn request_return(state: &mut State, id: ItemId) -> Vec<Effect> {
    with_version(state, id, Purpose::RequestReturn(id), |item, seen| {
        Command::RequestReturn { item, seen }
    })
}

pub(super) fn record_state(state: &mut State, id: ItemId, wanted: OutcomeState) -> Vec<Effect> {
    with_version(state, id, Purpose::RecordState(id), |item, seen| {
        Command::RecordSchoolState {
            item,
            seen,
            state: wanted,
        }
    })
}

pub(super) fn remove_file(state: &mut State, id: ItemId, slot: Slot) -> Vec<Effect> {
    let changes = OutcomeChanges {
        remove: vec![slot],
        ..OutcomeChanges::default()
    };
    edit(state, id, Purpose::RemoveFile(id), changes)
}

/// Asks for the lines of the open item; those shown stay until the new ones are here.
pub(super) fn history(state: &mut State, item: ItemId) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state.history.entry(item).or_insert(Loadable::Loading);
    vec![state.send(Asked::History(item), Request::History { session, item })]
}

pub(super) fn take_file(
    state: &mut State,
    item: ItemId,
    wanted: Option<Slot>,
    paths: Vec<PathBuf>,
) -> Vec<Effect> {
    let (Some(path), Some(session)) = (paths.into_iter().next(), state.session.clone()) else {
        return Vec::new();
    };
    let mut effects = super::intake::cancel_reading(state);
    state.said = None;
    let ticket = state.ticket(Asked::FileForItem);
    state.receiving = Some(Receiving {
        ticket,
        item,
        wanted,
        name: name_of(&path),
        done_bytes: 0,
        total_bytes: 0,
    });
    effects.push(Effect::Send(ticket, Request::TakeIn { session, path }));
    effects
}

pub(super) fn take_typed_path(state: &mut State, item: ItemId, wanted: Option<Slot>) -> Vec<Effect> {
    let path = typed_path(state.forms.text(TextField::FilePath));
    take_file(state, item, wanted, path.into_iter().collect())
}

/// The file for an item is read and looked at: into the item at once, unless it raises a question.
pub(super) fn taken(state: &mut State, ticket: Ticket, picked: PickedFile) -> Vec<Effect> {
    let Some(receiving) = state
        .receiving
        .take()
        .filter(|receiving| receiving.ticket == ticket)
    else {
        return vec![discard(state, &picked)];
    };
    let question = FileQuestion {
        item: receiving.item,
        picked,
    };
    let Some(data) = state.snapshot() else {
        return vec![discard(state, &question.picked)];
    };
    let slot = question.picked.view.kind.slot();
    let verdict = intake::verdict(&question.picked, &data.status.limits, false);
    let taken = state.item(receiving.item).and_then(|item| item.file(slot));
    if receiving.wanted.is_some_and(|wanted| wanted != slot) && taken.is_some() {
        return refuse(state, &question.picked, FileProblem::SlotTaken { slot });
    }
    match verdict {
        Err(FileProblem::WrongEnding { .. }) | Ok(SizeVerdict::NearLimit) => ask_about(state, question),
        Err(problem) => refuse(state, &question.picked, problem),
        Ok(SizeVerdict::Fine) => {
            let elsewhere = question
                .picked
                .view
                .same_bytes
                .iter()
                .any(|other| *other != question.item);
            if elsewhere || !question.picked.view.cautions.is_empty() {
                return ask_about(state, question);
            }
            put_file(state, &question, false)
        }
    }
}

fn ask_about(state: &mut State, question: FileQuestion) -> Vec<Effect> {
    state.modal = Some(Modal::FileQuestion(Box::new(question)));
    Vec::new()
}

fn refuse(state: &mut State, picked: &PickedFile, problem: FileProblem) -> Vec<Effect> {
    let refusal = Refusal::File {
        name: picked.name.clone(),
        problem,
    };
    say(state, &Trouble::Refused(refusal));
    vec![discard(state, picked)]
}

fn discard(state: &mut State, picked: &PickedFile) -> Effect {
    state.send(Asked::Nothing, Request::Discard { stage: picked.stage })
}

pub(super) fn put_file(state: &mut State, question: &FileQuestion, ending_confirmed: bool) -> Vec<Effect> {
    let changes = OutcomeChanges {
        files: vec![intake::staged(&question.picked, ending_confirmed)],
        ..OutcomeChanges::default()
    };
    edit(state, question.item, Purpose::PutFile(question.item), changes)
}

pub(super) fn save_file(state: &mut State, item: ItemId, slot: Slot, paths: Vec<PathBuf>) -> Vec<Effect> {
    let (Some(to), Some(session)) = (paths.into_iter().next(), state.session.clone()) else {
        return Vec::new();
    };
    vec![state.send(
        Asked::Deliver,
        Request::SaveFile {
            session,
            item,
            slot,
            to,
        },
    )]
}

fn preview(state: &mut State, item: ItemId, slot: Slot, page: u32, width_px: u32) -> Vec<Effect> {
    let (Some(file), Some(session)) = (state.file_of(item, slot), state.session.clone()) else {
        return Vec::new();
    };
    let key = PreviewKey {
        item,
        slot,
        file: file.id,
        page,
        width_px,
    };
    if state.preview.as_ref().is_some_and(|shown| shown.key == key) {
        return Vec::new();
    }
    state.asked.retain(|_, asked| !matches!(asked, Asked::Preview(_)));
    state.preview = Some(Preview {
        key,
        image: Loadable::Loading,
    });
    vec![state.send(
        Asked::Preview(key),
        Request::Preview {
            session,
            item,
            slot,
            page,
            width_px,
        },
    )]
}
