//! 勾選與提交: what the office does on its page.

mod receipts;

use std::path::PathBuf;

use crate::domain::copies::CopyKind;
use crate::domain::id::ItemId;
use crate::domain::roster::RosterKind;
use crate::domain::term::SchoolYear;
use crate::engine::{Command, CopyCommand, Secret, SelectionCommand, StudentSelection, suggested_name};
use crate::gui::action::Picking;
use crate::gui::effect::Effect;
use crate::gui::file_work::{self, FileWork};
use crate::gui::filing::{
    FilingAction, FilingAsked, FilingJob, FilingPick, FilingPurpose, FilingQuestion, FilingTab, files,
};
use crate::gui::forms::TextField;
use crate::gui::imports::ImportAction;
use crate::gui::kept_words::WordsOf;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, Purpose, State};
use crate::text::{copies, filing as words, receipts as receipt_words};
use crate::worker::{Answer, CopyWish, FilingAnswer, FilingResult, FilingWish, Request, Ticket, Trouble};

use super::{kept_words, run, say, toast};

pub(super) use receipts::print_own;
pub use receipts::receipt_cells;
use receipts::{copy_receipts, look_at_receipts, pasted, print, reply};

pub(super) fn update(state: &mut State, action: FilingAction) -> Vec<Effect> {
    match action {
        FilingAction::Year(year) => {
            state.filing.year = Some(year);
            state.filing.view = Loadable::NotAsked;
            state.filing.class = None;
            (state.filing.receipts, state.filing.shown) = (Loadable::NotAsked, None);
            reload(state)
        }
        FilingAction::Stage(stage) => {
            state.filing.stage = stage;
            Vec::new()
        }
        FilingAction::Class(class) => {
            state.filing.class = class;
            Vec::new()
        }
        FilingAction::Clear => {
            (state.filing.stage, state.filing.class) = (None, None);
            state.filing.standing = None;
            state.forms.set(TextField::SearchStudents, "");
            Vec::new()
        }
        FilingAction::Copy => copy(state),
        FilingAction::AskFile => {
            state.filing.grade = None;
            ask(state, FilingQuestion::File)
        }
        FilingAction::Grade(grade) => {
            state.filing.grade = grade;
            Vec::new()
        }
        FilingAction::Export(batch) => pick_rosters(state, batch),
        FilingAction::ImportReceipts => {
            let mut effects = super::go(state, Page::Imports);
            let kind = ImportAction::Kind(RosterKind::Receipts);
            effects.extend(super::imports::update(state, kind));
            effects
        }
        FilingAction::Standing(standing) => {
            state.filing.standing = standing;
            Vec::new()
        }
        FilingAction::ShowReceipt(shown) => {
            state.filing.shown = shown;
            Vec::new()
        }
        FilingAction::CopyReceipts => copy_receipts(state),
        FilingAction::Print => print(state),
        FilingAction::AskReply(student) => {
            let words = kept_words::begun(state, WordsOf::ReceiptReply(student));
            state.forms.set(TextField::ReceiptReply, words);
            ask(state, FilingQuestion::Reply(student))
        }
        FilingAction::Student => look_at_student(state),
        FilingAction::Send => match student(state) {
            Some(student) if state.filing.work.is_none() => {
                let name = suggested_name(CopyKind::Transfer, &student, state.now, "zip");
                pick(FilingPick::Send(student), Some(name))
            }
            _ => Vec::new(),
        },
        FilingAction::PickTransfer => match student(state) {
            Some(student) if state.filing.work.is_none() => pick(FilingPick::Transfer(student), None),
            _ => Vec::new(),
        },
        FilingAction::Take => match state.filing.result.take() {
            Some(FilingResult::Checked { student, from, .. }) => {
                begin(state, FilingJob::Take, FilingWish::TakeTransfer { student, from })
            }
            other => {
                state.filing.result = other;
                Vec::new()
            }
        },
        FilingAction::AskAccept(item) => {
            state.forms.set(TextField::AcceptReason, "");
            ask(state, FilingQuestion::Accept(item))
        }
        FilingAction::Cancel => file_work::cancel(&mut state.filing.work),
        FilingAction::ShowFolder => {
            let path = state.filing.result.as_ref().and_then(FilingResult::path);
            match (path.cloned(), state.session.clone()) {
                (Some(of), Some(session)) => {
                    let wish = CopyWish::ShowFolder { of };
                    vec![state.send(Asked::Deliver, Request::Copies { session, wish })]
                }
                _ => Vec::new(),
            }
        }
        FilingAction::CloseResult => {
            state.filing.result = None;
            Vec::new()
        }
    }
}

fn ask(state: &mut State, question: FilingQuestion) -> Vec<Effect> {
    state.said = None;
    state.modal = Some(Modal::Filing(question));
    Vec::new()
}

fn pick(what: FilingPick, name: Option<String>) -> Vec<Effect> {
    vec![Effect::Pick {
        picking: Picking::Filing(what),
        name,
    }]
}

/// The student that was typed.
fn student(state: &State) -> Option<String> {
    let typed = state.forms.text(TextField::TransferStudent).trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// The school year that is shown.
pub fn year(state: &State) -> Option<SchoolYear> {
    let current = state.snapshot().map(|data| data.status.terms.selection);
    state.filing.year.or(current)
}

/// Asks for what the page shows.
pub(super) fn look(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(files) else {
        return Vec::new();
    };
    state
        .asked
        .retain(|_, asked| *asked != Asked::Filing(FilingAsked::Look));
    if state.filing.view.ready().is_none() {
        state.filing.view = Loadable::Loading;
    }
    let wish = FilingWish::Look {
        year: state.filing.year,
    };
    vec![state.send(
        Asked::Filing(FilingAsked::Look),
        Request::Filing { session, wish },
    )]
}

/// Records changed: what is shown is asked for again.
pub(super) fn reload(state: &mut State) -> Vec<Effect> {
    let Some(Page::Filing(tab)) = state.route.page().cloned() else {
        return Vec::new();
    };
    let mut effects = look(state);
    match tab {
        FilingTab::Transfer => effects.extend(ask_brought(state)),
        FilingTab::Receipts => effects.extend(look_at_receipts(state)),
        FilingTab::Progress | FilingTab::Rosters => {}
    }
    effects
}

fn look_at_student(state: &mut State) -> Vec<Effect> {
    state.said = None;
    state.filing.result = None;
    state.filing.student = student(state);
    state.filing.brought = Loadable::NotAsked;
    ask_brought(state)
}

fn ask_brought(state: &mut State) -> Vec<Effect> {
    let (Some(session), Some(student)) = (state.session.clone(), state.filing.student.clone()) else {
        return Vec::new();
    };
    if state.filing.brought.ready().is_none() {
        state.filing.brought = Loadable::Loading;
    }
    let wish = FilingWish::Brought { student };
    vec![state.send(
        Asked::Filing(FilingAsked::Brought),
        Request::Filing { session, wish },
    )]
}

/// The listed students as a spreadsheet takes them: tabs between the cells.
fn copy(state: &mut State) -> Vec<Effect> {
    let listed = state.filing.listed(state.forms.text(TextField::SearchStudents));
    let rows: Vec<[String; 8]> = listed.into_iter().map(cells).collect();
    let text = pasted(words::COLUMNS, &rows);
    toast(state, words::copied(rows.len()), None);
    vec![Effect::Copy(Secret::new(text))]
}

/// What a row says, in the order of the columns.
pub fn cells(one: &StudentSelection) -> [String; 8] {
    [
        one.class.clone(),
        one.seat.clone(),
        one.account.clone(),
        one.name.clone(),
        one.outcomes.to_string(),
        one.activities.to_string(),
        words::stage(one.stage()).to_owned(),
        words::note(one.confirmed, one.filed, one.ready),
    ]
}

fn pick_rosters(state: &mut State, batch: Option<u32>) -> Vec<Effect> {
    let Some(year) = year(state).filter(|_| state.filing.work.is_none()) else {
        return Vec::new();
    };
    let whose = match batch {
        Some(batch) => format!("{year}_{}", words::batch(batch).replace(' ', "")),
        None => year.to_string(),
    };
    let name = suggested_name(CopyKind::Rosters, &whose, state.now, "zip");
    pick(FilingPick::Rosters(year, batch), Some(name))
}

/// A dialog of the system was answered.
pub(super) fn picked(state: &mut State, what: FilingPick, paths: Vec<PathBuf>) -> Vec<Effect> {
    let Some(path) = paths.into_iter().next() else {
        return Vec::new();
    };
    match what {
        FilingPick::Rosters(year, batch) => {
            let to = path;
            begin(state, FilingJob::Rosters, FilingWish::Rosters { year, batch, to })
        }
        FilingPick::Print(year, whose) => {
            let to = path;
            begin(state, FilingJob::Print, FilingWish::Print { year, whose, to })
        }
        FilingPick::Send(student) => {
            let to = path;
            begin(state, FilingJob::Send, FilingWish::SendTransfer { student, to })
        }
        FilingPick::Transfer(student) => {
            let from = path;
            begin(
                state,
                FilingJob::Check,
                FilingWish::CheckTransfer { student, from },
            )
        }
    }
}

fn begin(state: &mut State, job: FilingJob, wish: FilingWish) -> Vec<Effect> {
    let Some(session) = state.session.clone().filter(|_| state.filing.work.is_none()) else {
        return Vec::new();
    };
    state.said = None;
    state.filing.result = None;
    let ticket = state.ticket(Asked::Filing(FilingAsked::Work));
    state.filing.work = Some(FileWork::new(ticket, job));
    vec![Effect::Send(ticket, Request::Filing { session, wish })]
}

/// The open question was answered with yes.
pub(super) fn confirm(state: &mut State, question: FilingQuestion) -> Vec<Effect> {
    match question {
        FilingQuestion::File => {
            let Some(year) = year(state) else {
                return Vec::new();
            };
            let grade = state.filing.grade;
            let command = Command::Selection(SelectionCommand::File { year, grade });
            run(state, Purpose::Filing(FilingPurpose::File), command)
        }
        FilingQuestion::Accept(item) => accept(state, item),
        FilingQuestion::Reply(student) => reply(state, student),
    }
}

fn accept(state: &mut State, item: ItemId) -> Vec<Effect> {
    let reason = state.forms.text(TextField::AcceptReason).trim().to_owned();
    let brought = state.filing.brought.ready();
    let Some(seen) = brought.and_then(|items| items.iter().find(|one| one.id == item)) else {
        return Vec::new();
    };
    let command = Command::Copy(CopyCommand::AcceptCertification {
        item,
        seen: seen.facts.version,
        reason,
    });
    run(state, Purpose::Filing(FilingPurpose::Accept), command)
}

/// A command is done.
pub(super) fn ran(state: &mut State, purpose: FilingPurpose) -> Vec<Effect> {
    match purpose {
        FilingPurpose::File => {
            if let Some(year) = year(state) {
                toast(state, words::filed(year), None);
            }
            if matches!(state.route, Route::At(Page::Filing(_))) {
                state.route = Route::At(Page::Filing(FilingTab::Rosters));
            }
            look(state)
        }
        FilingPurpose::Accept => {
            toast(state, words::ACCEPTED, None);
            ask_brought(state)
        }
        FilingPurpose::Reply(student) => {
            toast(state, receipt_words::REPLIED, None);
            let mut effects = kept_words::done(state, WordsOf::ReceiptReply(student));
            effects.extend(look_at_receipts(state));
            effects
        }
    }
}

pub(super) fn answered(state: &mut State, ticket: Ticket, asked: FilingAsked, answer: Answer) -> Vec<Effect> {
    let Answer::Filing(answer) = answer else {
        return Vec::new();
    };
    if asked == FilingAsked::Work && !file_work::finish(&mut state.filing.work, ticket) {
        return Vec::new();
    }
    match *answer {
        FilingAnswer::Receipts(view) => state.filing.receipts = Loadable::Ready(view),
        FilingAnswer::Printed { path, students } => {
            let said = format!("{}{}", receipt_words::printed(students), path.display());
            toast(state, said, None);
        }
        FilingAnswer::Looked(view) => state.filing.view = Loadable::Ready(view),
        FilingAnswer::Brought { student, items } => {
            if state.filing.student.as_ref() == Some(&student) {
                state.filing.brought = Loadable::Ready(items);
            }
        }
        FilingAnswer::Done(result) => {
            let student = match &result {
                FilingResult::Taken { student, .. } => Some(student.clone()),
                _ => None,
            };
            state.filing.result = Some(result);
            if student.is_some() {
                state.filing.student = student;
                return ask_brought(state);
            }
        }
    }
    Vec::new()
}

pub(super) fn failed(
    state: &mut State,
    ticket: Ticket,
    asked: FilingAsked,
    trouble: &Trouble,
) -> Vec<Effect> {
    match asked {
        FilingAsked::Look => state.filing.view = Loadable::Failed(trouble.clone()),
        FilingAsked::Receipts => state.filing.receipts = Loadable::Failed(trouble.clone()),
        FilingAsked::Brought => {
            state.filing.brought = Loadable::NotAsked;
            state.filing.student = None;
            say(state, trouble);
        }
        FilingAsked::Work => {
            file_work::finish(&mut state.filing.work, ticket);
            match trouble {
                Trouble::Cancelled => toast(state, copies::CANCELLED, None),
                other => say(state, other),
            }
        }
    }
    Vec::new()
}
