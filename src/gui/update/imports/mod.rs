//! 匯入名冊: a file is opened, its columns looked at, its rows held against the records, applied.

#[cfg(test)]
mod tests;

use std::path::PathBuf;

use crate::domain::import::{ImportRefusal, StandingKind};
use crate::domain::refusal::Refusal;
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::selection::term_of_limits;
use crate::engine::{Command, ImportCommand, Reply, Secret};
use crate::gui::action::Picking;
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::imports::{Filter, ImportAction, ImportAsked, Job, Listing, Sheet, Stage, Table, kinds};
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::text::{imports as words, rosters};
use crate::worker::{
    ApplyRequest, ImportAnswer, ImportRequest, ImportSource, ImportStage, Request, Ticket, Trouble,
};

use super::{reload, say, toast};

/// Whether somebody who may import rosters is logged in.
pub fn imports(state: &State) -> bool {
    state
        .session
        .as_ref()
        .is_some_and(|session| !kinds(session).is_empty())
}

/// The roster that is chosen.
pub fn kind(state: &State) -> Option<RosterKind> {
    let kinds = kinds(state.session.as_ref()?);
    let chosen = state.imports.kind.filter(|kind| kinds.contains(kind));
    chosen.or_else(|| kinds.first().copied())
}

pub(super) fn update(state: &mut State, action: ImportAction) -> Vec<Effect> {
    match action {
        ImportAction::Kind(kind) => {
            state.imports.kind = Some(kind);
            again(state)
        }
        ImportAction::Pick => vec![Effect::Pick {
            picking: Picking::Roster,
            name: None,
        }],
        ImportAction::Paste => vec![Effect::RequestPaste],
        ImportAction::Pasted(text) => open(state, ImportSource::Pasted(text)),
        ImportAction::TakePath => {
            let typed = state
                .forms
                .text(TextField::FilePath)
                .trim()
                .trim_matches('"')
                .to_owned();
            if typed.is_empty() {
                return Vec::new();
            }
            open(state, ImportSource::File(typed.into()))
        }
        ImportAction::Dropped(path) => open(state, ImportSource::File(path)),
        ImportAction::Sheet(sheet) => look(state, sheet, None),
        ImportAction::FirstRow(row) => match state.imports.stage.table().map(|table| table.mapping.sheet) {
            Some(sheet) => look(state, sheet, Some(row)),
            None => Vec::new(),
        },
        ImportAction::Means(index, means) => {
            if let Some(table) = state.imports.stage.table_mut() {
                table.mapping.assign(index, means);
            }
            Vec::new()
        }
        ImportAction::Term(term) => {
            if let Some(table) = state.imports.stage.table_mut() {
                table.mapping.term = Some(term);
            }
            match state.imports.stage {
                Stage::Preview(..) => preview(state),
                _ => Vec::new(),
            }
        }
        ImportAction::Preview => preview(state),
        ImportAction::Columns => {
            let stage = std::mem::take(&mut state.imports.stage);
            state.imports.stage = match stage {
                Stage::Preview(table, _) => Stage::Columns(table),
                other => other,
            };
            Vec::new()
        }
        ImportAction::Filter(filter) => {
            if let Stage::Preview(_, sheet) = &mut state.imports.stage {
                sheet.listing.show(filter, &sheet.preview);
            }
            Vec::new()
        }
        ImportAction::SkipWrong(skip) => {
            if let Stage::Preview(_, sheet) = &mut state.imports.stage {
                sheet.skip_wrong = skip;
            }
            Vec::new()
        }
        ImportAction::Apply => apply(state),
        ImportAction::Cancel => match state.imports.job {
            Some(job) if job.what != ImportAsked::Apply => vec![Effect::Cancel(job.ticket)],
            _ => Vec::new(),
        },
        ImportAction::Again => again(state),
        ImportAction::AskUndo => {
            state.said = None;
            state.modal = Some(Modal::UndoImport);
            Vec::new()
        }
        ImportAction::Copy => copy(state),
        ImportAction::SaveWrong => vec![Effect::Pick {
            picking: Picking::SaveWrongRows,
            name: kind(state).map(words::wrong_file_name),
        }],
        ImportAction::SaveTemplate(kind) => vec![Effect::Pick {
            picking: Picking::SaveTemplate(kind),
            name: Some(words::template_file_name(kind)),
        }],
    }
}

/// The page was opened.
pub(super) fn entered(state: &mut State) -> Vec<Effect> {
    ask_last(state)
}

fn ask_last(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|session| !kinds(session).is_empty()) else {
        return Vec::new();
    };
    if matches!(state.imports.last, Loadable::NotAsked) {
        state.imports.last = Loadable::Loading;
    }
    let request = Request::Import(ImportRequest::Last { session });
    vec![state.send(Asked::Import(ImportAsked::Last), request)]
}

/// Another program, or another page, changed something.
pub(super) fn changed(state: &mut State) -> Vec<Effect> {
    if matches!(state.route, Route::At(Page::Imports)) && state.imports.job.is_none() {
        return ask_last(state);
    }
    Vec::new()
}

/// A dialog of the system was answered.
pub(super) fn picked(state: &mut State, picking: &Picking, mut paths: Vec<PathBuf>) -> Vec<Effect> {
    let Some(path) = paths.pop() else {
        return Vec::new();
    };
    let request = match picking {
        Picking::Roster => return open(state, ImportSource::File(path)),
        Picking::SaveTemplate(kind) => ImportRequest::SaveTemplate {
            kind: *kind,
            words: Box::new(rosters::template_words(*kind)),
            to: path,
        },
        Picking::SaveWrongRows => {
            let Stage::Preview(table, sheet) = &state.imports.stage else {
                return Vec::new();
            };
            ImportRequest::SaveWrong {
                table: table.ticket,
                kind: sheet.preview.kind,
                mapping: table.mapping.clone(),
                reasons: words::reasons(&sheet.preview, &sheet.read.wrong),
                reason_header: rosters::REASON.to_owned(),
                to: path,
            }
        }
        _ => return Vec::new(),
    };
    vec![state.send(Asked::Import(ImportAsked::Save), Request::Import(request))]
}

/// Sends what takes a while.
fn begin(state: &mut State, what: ImportAsked, request: ImportRequest) -> Vec<Effect> {
    state.said = None;
    let ticket = state.ticket(Asked::Import(what));
    state.imports.job = Some(Job {
        ticket,
        what,
        progress: None,
    });
    vec![Effect::Send(ticket, Request::Import(request))]
}

fn open(state: &mut State, source: ImportSource) -> Vec<Effect> {
    let (Some(session), Some(kind)) = (state.session.clone(), kind(state)) else {
        return Vec::new();
    };
    if state.imports.job.is_some() {
        return Vec::new();
    }
    state.imports.opening = match &source {
        ImportSource::File(path) => path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
        ImportSource::Pasted(_) => String::new(),
    };
    let request = ImportRequest::Open {
        session,
        kind,
        source,
    };
    begin(state, ImportAsked::Open, request)
}

fn look(state: &mut State, sheet: u32, first_row: Option<u32>) -> Vec<Effect> {
    let (Some(session), Some(kind)) = (state.session.clone(), kind(state)) else {
        return Vec::new();
    };
    let Some(table) = state.imports.stage.table().map(|table| table.ticket) else {
        return Vec::new();
    };
    let request = ImportRequest::Look {
        session,
        table,
        kind,
        sheet,
        first_row,
    };
    begin(state, ImportAsked::Look, request)
}

fn preview(state: &mut State) -> Vec<Effect> {
    let (Some(session), Some(kind)) = (state.session.clone(), kind(state)) else {
        return Vec::new();
    };
    let Some(table) = state.imports.stage.table() else {
        return Vec::new();
    };
    if state.imports.job.is_some() || !table.mapping.missing(kind).is_empty() {
        return Vec::new();
    }
    let request = ImportRequest::Preview {
        session,
        table: table.ticket,
        kind,
        mapping: table.mapping.clone(),
    };
    begin(state, ImportAsked::Preview, request)
}

fn apply(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    let Stage::Preview(table, sheet) = &state.imports.stage else {
        return Vec::new();
    };
    let may = sheet.preview.counts.changes_anything() && (sheet.listing.wrong() == 0 || sheet.skip_wrong);
    if state.imports.job.is_some() || !may {
        return Vec::new();
    }
    let request = ApplyRequest {
        session,
        roster: sheet.read.roster.clone(),
        seen: sheet.preview.fingerprint,
        skip_wrong: sheet.skip_wrong,
        table: table.ticket,
        mapping: table.mapping.clone(),
    };
    begin(state, ImportAsked::Apply, ImportRequest::Apply(Box::new(request)))
}

/// Back to choosing a file.
fn again(state: &mut State) -> Vec<Effect> {
    state.said = None;
    let mut effects = Vec::new();
    if let Some(job) = state.imports.job.take() {
        state.asked.remove(&job.ticket);
        effects.push(Effect::Cancel(job.ticket));
    }
    if state.imports.stage.table().is_some() {
        let close = Request::Import(ImportRequest::Close);
        effects.push(state.send(Asked::Import(ImportAsked::Close), close));
    }
    state.imports.stage = Stage::Choosing;
    effects
}

/// The question was answered with yes.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let (Some(session), Some(Some(last))) = (state.session.clone(), state.imports.last.ready()) else {
        return Vec::new();
    };
    let command = Command::Import(ImportCommand::UndoLast {
        import: last.import,
        kind: last.kind,
    });
    state.said = None;
    let ticket = state.ticket(Asked::Import(ImportAsked::Undo));
    vec![Effect::Run {
        ticket,
        session,
        command,
    }]
}

/// The listed rows as a spreadsheet takes them: tabs between the cells.
fn copy(state: &mut State) -> Vec<Effect> {
    let Stage::Preview(_, sheet) = &state.imports.stage else {
        return Vec::new();
    };
    let count = sheet.listing.shown().len();
    let mut text = words::COLUMNS.join("\t");
    for entry in sheet.listing.shown() {
        let cells = sheet
            .cells(*entry)
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "));
        text.push('\n');
        text.push_str(&cells.join("\t"));
    }
    toast(state, words::copied(count), None);
    vec![Effect::Copy(Secret::new(text))]
}

pub(super) fn progress(state: &mut State, ticket: Ticket, stage: ImportStage, done: u64, total: u64) {
    if let Some(job) = state.imports.job.as_mut().filter(|job| job.ticket == ticket) {
        job.progress = Some((stage, done, total));
    }
}

fn ended(state: &mut State, ticket: Ticket) {
    if state.imports.job.is_some_and(|job| job.ticket == ticket) {
        state.imports.job = None;
    }
}

pub(super) fn answered(state: &mut State, ticket: Ticket, answer: ImportAnswer) -> Vec<Effect> {
    ended(state, ticket);
    match answer {
        ImportAnswer::Opened { table, guess } => {
            let name = std::mem::take(&mut state.imports.opening);
            let mut mapping = guess.mapping.clone();
            if guess.kind == RosterKind::Students && mapping.term.is_none() {
                mapping.term = state.snapshot().map(|data| data.status.terms.outcome);
            }
            if guess.kind == RosterKind::Receipts
                && mapping.term.is_none()
                && !mapping.has(RosterColumn::Year)
            {
                let year = state.snapshot().map(|data| data.status.terms.selection);
                mapping.term = year.map(term_of_limits);
            }
            let sure = guess.is_sure() && mapping.missing(guess.kind).is_empty();
            state.imports.stage = Stage::Columns(Box::new(Table {
                ticket: table,
                name,
                columns: guess.columns.clone(),
                mapping,
                guess,
            }));
            if sure { preview(state) } else { Vec::new() }
        }
        ImportAnswer::Looked { mut mapping, columns } => {
            if let Some(table) = state.imports.stage.table_mut() {
                mapping.term = mapping.term.or(table.mapping.term);
                (table.mapping, table.columns) = (mapping, columns);
            }
            Vec::new()
        }
        ImportAnswer::Previewed { read, preview } => {
            let stage = std::mem::take(&mut state.imports.stage);
            state.imports.stage = match stage {
                Stage::Columns(table) | Stage::Preview(table, _) => {
                    let listing = Listing::of(&preview, &read.wrong, &read.warnings);
                    let sheet = Sheet {
                        read,
                        preview,
                        listing,
                        skip_wrong: false,
                    };
                    Stage::Preview(table, Box::new(sheet))
                }
                other => other,
            };
            Vec::new()
        }
        ImportAnswer::Applied(report) => {
            state.imports.stage = Stage::Done(report);
            let mut effects = ask_last(state);
            let close = Request::Import(ImportRequest::Close);
            effects.push(state.send(Asked::Import(ImportAsked::Close), close));
            effects
        }
        ImportAnswer::Last(last) => {
            state.imports.last = Loadable::Ready(last);
            Vec::new()
        }
        ImportAnswer::Saved(path) => {
            toast(state, format!("已另存到 {}", path.display()), None);
            Vec::new()
        }
        ImportAnswer::Closed => Vec::new(),
    }
}

/// The last import was taken back.
pub(super) fn ran(state: &mut State, reply: &Reply) -> Vec<Effect> {
    if let Reply::Import(report) = reply {
        toast(state, words::undone(report.kind), None);
    }
    if matches!(state.imports.stage, Stage::Done(_)) {
        state.imports.stage = Stage::Choosing;
    }
    let mut effects = ask_last(state);
    effects.extend(reload(state));
    effects
}

pub(super) fn failed(
    state: &mut State,
    ticket: Ticket,
    asked: ImportAsked,
    trouble: &Trouble,
) -> Vec<Effect> {
    ended(state, ticket);
    match asked {
        ImportAsked::Last => {
            state.imports.last = Loadable::Failed(trouble.clone());
            Vec::new()
        }
        ImportAsked::Close => Vec::new(),
        _ if *trouble == Trouble::Cancelled => Vec::new(),
        ImportAsked::Apply => {
            let changed = matches!(
                trouble,
                Trouble::Refused(Refusal::Import(
                    ImportRefusal::ChangedMeanwhile { .. } | ImportRefusal::WrongRows { .. }
                ))
            );
            // What would be written now is shown at once; why stands above it.
            let effects = if changed { preview(state) } else { Vec::new() };
            say(state, trouble);
            effects
        }
        ImportAsked::Undo => {
            say(state, trouble);
            ask_last(state)
        }
        ImportAsked::Open | ImportAsked::Look | ImportAsked::Preview | ImportAsked::Save => {
            say(state, trouble);
            Vec::new()
        }
    }
}

/// How many rows would be written.
pub fn to_write(sheet: &Sheet) -> u32 {
    let counts = &sheet.preview.counts;
    counts.get(StandingKind::New) + counts.get(StandingKind::Changed)
}

/// The filters that have something, in order.
pub fn filters(sheet: &Sheet) -> Vec<Filter> {
    Filter::ALL
        .into_iter()
        .filter(|filter| *filter == Filter::All || sheet.listing.count(*filter) > 0)
        .collect()
}
