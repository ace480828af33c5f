//! The form for a new item and the sheet for several files.

use std::path::PathBuf;

use crate::domain::id::OfferingId;
use crate::domain::refusal::Refusal;
use crate::engine::Reply;
use crate::gui::action::{IntakeAction, Picking};
use crate::gui::edits::{DraftKey, ItemText};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::intake::{Intake, Row, RowFile, Target, name_of, stem, typed_path};
use crate::gui::modal::Modal;
use crate::gui::route::{OutcomesPlace, Page, Route};
use crate::gui::state::{Asked, Purpose, State};
use crate::text::screen;
use crate::worker::{PickedFile, Request, Ticket, Trouble};

use super::{journal, run, say, toast};

fn intake(state: &mut State) -> Option<&mut Intake> {
    match &mut state.modal {
        Some(Modal::Add(intake)) => Some(intake),
        _ => None,
    }
}

/// Opens the form for one new item.
pub(super) fn open(state: &mut State, course: Option<OfferingId>) -> Vec<Effect> {
    let Some(term) = term_for(state, course) else {
        return Vec::new();
    };
    if let Err(refusal) = state.may_create(term, 1) {
        say(state, &Trouble::Refused(refusal));
        return Vec::new();
    }
    state.said = None;
    state.forms.set(TextField::FilePath, "");
    let mut form = Intake::form(term, course);
    if let Some(row) = form.rows.first_mut() {
        row.title.clone_from(&state.new_draft.0);
        row.description.clone_from(&state.new_draft.1);
    }
    state.modal = Some(Modal::Add(Box::new(form)));
    Vec::new()
}

fn term_for(state: &State, course: Option<OfferingId>) -> Option<crate::domain::term::Term> {
    let of_course = course.and_then(|id| state.course(id)).map(|course| course.term);
    let current = state.snapshot().map(|data| data.status.terms.outcome);
    of_course.or_else(|| state.shown_term()).or(current)
}

/// Files were let go over the window.
pub(super) fn dropped(state: &mut State, paths: Vec<PathBuf>, course: Option<OfferingId>) -> Vec<Effect> {
    if paths.is_empty() || state.route.page().is_none() || !state.keeps_items() {
        return Vec::new();
    }
    if intake(state).is_some() {
        return take_in(state, paths);
    }
    if state.modal.is_some() {
        return Vec::new();
    }
    if state.activities_place().is_some() {
        return super::activities::dropped(state, paths);
    }
    let Some(term) = term_for(state, course) else {
        return Vec::new();
    };
    // Quota and window first: nobody should sort twelve files to hear that none fits.
    if let Err(refusal) = state.may_create(term, 1) {
        say(state, &Trouble::Refused(refusal));
        return Vec::new();
    }
    state.route = Route::At(Page::Outcomes(OutcomesPlace {
        term: Some(term),
        item: None,
        trash: false,
    }));
    state.said = None;
    state.forms.set(TextField::FilePath, "");
    let mut form = Intake::form(term, course);
    if paths.len() > 1 {
        form.sheet = true;
        form.rows.clear();
    }
    state.modal = Some(Modal::Add(Box::new(form)));
    take_in_for(state, paths, course)
}

pub(super) fn take_in(state: &mut State, paths: Vec<PathBuf>) -> Vec<Effect> {
    take_in_for(state, paths, None)
}

fn take_in_for(state: &mut State, paths: Vec<PathBuf>, course: Option<OfferingId>) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    let mut effects = Vec::new();
    for path in paths {
        if intake(state).is_none() {
            return effects;
        }
        let ticket = state.ticket(Asked::FileForIntake);
        let Some(form) = intake(state) else { return effects };
        let place = form.place_for_file();
        if let Some(row) = form.rows.get_mut(place) {
            row.course = row.course.or(course);
            row.refusal = None;
            row.file = RowFile::Reading {
                ticket,
                name: name_of(&path),
                done_bytes: 0,
                total_bytes: 0,
            };
        }
        let session = session.clone();
        effects.push(Effect::Send(ticket, Request::TakeIn { session, path }));
    }
    effects
}

pub(super) fn progress(state: &mut State, ticket: Ticket, done: u64, total: u64) {
    if let Some(receiving) = state
        .receiving
        .as_mut()
        .filter(|receiving| receiving.ticket == ticket)
    {
        (receiving.done_bytes, receiving.total_bytes) = (done, total);
    }
    super::activities::progress(state, ticket, done, total);
    if let Some(row) = intake(state).and_then(|form| form.row_of(ticket))
        && let RowFile::Reading {
            done_bytes,
            total_bytes,
            ..
        } = &mut row.file
    {
        (*done_bytes, *total_bytes) = (done, total);
    }
}

pub(super) fn taken(state: &mut State, ticket: Ticket, picked: PickedFile) -> Vec<Effect> {
    let Some(row) = intake(state).and_then(|form| form.row_of(ticket)) else {
        let stage = picked.stage;
        return vec![state.send(Asked::Nothing, Request::Discard { stage })];
    };
    if row.title.trim().is_empty() && row.target == Target::New {
        row.title = stem(&picked.name).to_owned();
    }
    row.file = RowFile::Taken(picked);
    Vec::new()
}

pub(super) fn refused(state: &mut State, ticket: Ticket, trouble: &Trouble) {
    let Some(row) = intake(state).and_then(|form| form.row_of(ticket)) else {
        return;
    };
    let RowFile::Reading { name, .. } = &row.file else {
        return;
    };
    row.file = if *trouble == Trouble::Cancelled {
        RowFile::None
    } else {
        RowFile::Refused {
            name: name.clone(),
            trouble: trouble.clone(),
        }
    };
}

/// Stops reading for an item or for the form.
pub(super) fn cancel_reading(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(receiving) = state.receiving.take() {
        effects.push(Effect::Cancel(receiving.ticket));
    }
    effects
}

pub(super) fn update(state: &mut State, action: IntakeAction) -> Vec<Effect> {
    if let IntakeAction::Send = action {
        return send(state);
    }
    if let IntakeAction::Pick = action {
        return vec![Effect::Pick {
            picking: Picking::FilesForIntake,
            name: None,
        }];
    }
    if let IntakeAction::TakePath = action {
        let path = typed_path(state.forms.text(TextField::FilePath));
        state.forms.set(TextField::FilePath, "");
        return take_in(state, path.into_iter().collect());
    }
    if let IntakeAction::RemoveFile(row) = action {
        return remove_file(state, row);
    }
    typed(state, action)
}

fn remove_file(state: &mut State, number: usize) -> Vec<Effect> {
    let Some(form) = intake(state) else {
        return Vec::new();
    };
    let file = form.rows.get(number).map(|row| row.file.clone());
    form.remove(number);
    let empty = form.sheet && form.rows.is_empty();
    let effect = match file {
        Some(RowFile::Reading { ticket, .. }) => {
            state.asked.remove(&ticket);
            vec![Effect::Cancel(ticket)]
        }
        Some(RowFile::Taken(picked)) => {
            let stage = picked.stage;
            vec![state.send(Asked::Nothing, Request::Discard { stage })]
        }
        _ => Vec::new(),
    };
    if empty {
        state.modal = None;
    }
    effect
}

fn typed(state: &mut State, action: IntakeAction) -> Vec<Effect> {
    let Some(form) = intake(state) else {
        return Vec::new();
    };
    let is_form = !form.sheet;
    let row_of = |form: &mut Intake, row: usize, change: &mut dyn FnMut(&mut Row)| {
        if let Some(row) = form.rows.get_mut(row) {
            row.refusal = None;
            change(row);
        }
    };
    match action {
        IntakeAction::Course(row, course) => row_of(form, row, &mut |row| row.course = Some(course)),
        IntakeAction::WorkKind(row, kind) => row_of(form, row, &mut |row| row.work_kind = kind),
        IntakeAction::ConfirmEnding(row, yes) => row_of(form, row, &mut |row| row.ending_confirmed = yes),
        IntakeAction::Target(row, target) => row_of(form, row, &mut |row| row.target = target),
        IntakeAction::Title(row, text) => {
            row_of(form, row, &mut |row| row.title.clone_from(&text));
            if is_form && row == 0 {
                state.new_draft.0.clone_from(&text);
                state.journal.note(DraftKey::New(ItemText::Title), &text);
                return journal(state, false);
            }
        }
        IntakeAction::Description(row, text) => {
            row_of(form, row, &mut |row| row.description.clone_from(&text));
            if is_form && row == 0 {
                state.new_draft.1.clone_from(&text);
                state.journal.note(DraftKey::New(ItemText::Description), &text);
                return journal(state, false);
            }
        }
        IntakeAction::Pick | IntakeAction::TakePath | IntakeAction::RemoveFile(_) | IntakeAction::Send => {}
    }
    Vec::new()
}

/// Sends the first or the next row.
pub(super) fn send(state: &mut State) -> Vec<Effect> {
    let Some(data) = state.snapshot() else {
        return Vec::new();
    };
    let (limits, items) = (data.status.limits.clone(), data.items.clone());
    let Some(form) = intake(state) else {
        return Vec::new();
    };
    if form.running.is_some() || form.require_complete(&limits).is_err() {
        return Vec::new();
    }
    let (term, new) = (form.term, form.new_items());
    if let Err(refusal) = state.may_create(term, new) {
        refuse(state, 0, refusal);
        return Vec::new();
    }
    next(state, &items)
}

fn next(state: &mut State, items: &[crate::engine::ItemView]) -> Vec<Effect> {
    let Some(form) = intake(state) else {
        return Vec::new();
    };
    let Some((row, command)) = form.next_command(items) else {
        return finished(state);
    };
    form.running = Some(row);
    run(state, Purpose::Intake(row), command)
}

fn refuse(state: &mut State, row: usize, refusal: Refusal) {
    if let Some(row) = intake(state).and_then(|form| form.rows.get_mut(row)) {
        row.refusal = Some(refusal);
    }
}

pub(super) fn row_done(state: &mut State, row: usize, reply: &Reply) -> Vec<Effect> {
    let items = state
        .snapshot()
        .map(|data| data.items.clone())
        .unwrap_or_default();
    let Some(form) = intake(state) else {
        return Vec::new();
    };
    form.running = None;
    form.mark_done(row);
    let (sheet, added) = (form.sheet, form.added);
    if let (Reply::Item(item), false) = (reply, sheet) {
        let place = OutcomesPlace::item(item.id, item.facts.term);
        state.route = Route::At(Page::Outcomes(place));
    }
    let effects = next(state, &items);
    if state.modal.is_none() {
        toast(state, screen::added(added, state.is_personal()), None);
    }
    effects
}

pub(super) fn row_failed(state: &mut State, row: usize, trouble: &Trouble) -> Vec<Effect> {
    if let Some(form) = intake(state) {
        form.running = None;
    }
    match trouble {
        Trouble::Refused(refusal) => refuse(state, row, refusal.clone()),
        other => say(state, other),
    }
    super::reload(state)
}

fn finished(state: &mut State) -> Vec<Effect> {
    let was_form = intake(state).is_some_and(|form| !form.sheet);
    state.modal = None;
    if !was_form {
        return Vec::new();
    }
    state.new_draft = (String::new(), String::new());
    state.journal.forget(DraftKey::New(ItemText::Title));
    state.journal.forget(DraftKey::New(ItemText::Description));
    journal(state, true)
}

/// The form was closed: content goes back, typed text stays for the next time.
pub(super) fn abandon(state: &mut State, form: Intake) -> Vec<Effect> {
    let mut effects = journal(state, true);
    for row in &form.rows {
        match &row.file {
            RowFile::Reading { ticket, .. } => {
                state.asked.remove(ticket);
                effects.push(Effect::Cancel(*ticket));
            }
            RowFile::Taken(picked) if !row.done => {
                let stage = picked.stage;
                effects.push(state.send(Asked::Nothing, Request::Discard { stage }));
            }
            _ => {}
        }
    }
    effects
}
