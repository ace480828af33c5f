//! What a student does on the page of 勾選.

use crate::engine::{Command, ReceiptCommand, Reply, SelectionCommand};
use crate::gui::choosing::{ChoosingAction, ChoosingPurpose, ChoosingQuestion};
use crate::gui::effect::Effect;
use crate::gui::forms::TextField;
use crate::gui::kept_words::WordsOf;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::state::{Purpose, State};
use crate::text::{receipts, selection as words};

use super::{kept_words, run, toast};

pub(super) fn update(state: &mut State, action: ChoosingAction) -> Vec<Effect> {
    match action {
        ChoosingAction::Receipt(shown) => {
            state.choosing.receipt = shown;
            return Vec::new();
        }
        ChoosingAction::ConfirmReceipt => return ask(state, ChoosingQuestion::ConfirmReceipt),
        ChoosingAction::ReportReceipt => {
            let words = kept_words::begun(state, WordsOf::ReceiptProblem);
            state.forms.set(TextField::ReceiptProblem, words);
            return ask(state, ChoosingQuestion::ReportReceipt);
        }
        ChoosingAction::PrintReceipt => return super::filing::print_own(state),
        _ => {}
    }
    let Some(year) = state.selection().map(|view| view.year) else {
        return Vec::new();
    };
    let command = match action {
        ChoosingAction::Tick(item) => SelectionCommand::Tick { year, item },
        ChoosingAction::Untick(item) => {
            state.choosing.failing.remove(&item);
            SelectionCommand::Untick { year, item }
        }
        ChoosingAction::Order(part, items) => SelectionCommand::Order { year, part, items },
        ChoosingAction::NoticesRead => SelectionCommand::NoticesRead { year },
        ChoosingAction::Confirm => return ask(state, ChoosingQuestion::Confirm),
        ChoosingAction::Receipt(_)
        | ChoosingAction::ConfirmReceipt
        | ChoosingAction::ReportReceipt
        | ChoosingAction::PrintReceipt => return Vec::new(),
        ChoosingAction::Board(shown) => {
            state.choosing.board = shown;
            state.choosing.failing.clear();
            return Vec::new();
        }
        ChoosingAction::Suppose(item, fails) => {
            if fails {
                state.choosing.failing.insert(item);
            } else {
                state.choosing.failing.remove(&item);
            }
            return Vec::new();
        }
    };
    give(state, ChoosingPurpose::Change, command)
}

/// The open question was answered with yes: what is confirmed is what was seen.
pub(super) fn confirm(state: &mut State, question: ChoosingQuestion) -> Vec<Effect> {
    if question != ChoosingQuestion::Confirm {
        return answer_receipt(state, question);
    }
    match state.selection().map(|view| (view.year, view.version)) {
        Some((year, seen)) => {
            let command = SelectionCommand::Confirm { year, seen };
            give(state, ChoosingPurpose::Confirm, command)
        }
        None => Vec::new(),
    }
}

fn ask(state: &mut State, question: ChoosingQuestion) -> Vec<Effect> {
    state.said = None;
    state.modal = Some(Modal::Choosing(question));
    Vec::new()
}

/// What is answered is what was seen.
fn answer_receipt(state: &mut State, question: ChoosingQuestion) -> Vec<Effect> {
    let Some(view) = state.snapshot().and_then(|data| data.receipt.as_ref()) else {
        return Vec::new();
    };
    let (year, seen) = (view.year, view.fingerprint);
    let (purpose, command) = match question {
        ChoosingQuestion::ReportReceipt => {
            let words = state.forms.text(TextField::ReceiptProblem).to_owned();
            let command = ReceiptCommand::Report { year, seen, words };
            (ChoosingPurpose::ReportReceipt, command)
        }
        ChoosingQuestion::Confirm | ChoosingQuestion::ConfirmReceipt => (
            ChoosingPurpose::ConfirmReceipt,
            ReceiptCommand::Confirm { year, seen },
        ),
    };
    run(state, Purpose::Choosing(purpose), Command::Receipt(command))
}

fn give(state: &mut State, purpose: ChoosingPurpose, command: SelectionCommand) -> Vec<Effect> {
    run(state, Purpose::Choosing(purpose), Command::Selection(command))
}

/// A command is done.
pub(super) fn ran(state: &mut State, purpose: ChoosingPurpose, reply: Reply) -> Vec<Effect> {
    if let (Reply::Selection(view), Loadable::Ready(data)) = (reply, &mut state.data) {
        data.selection = Some(*view);
    }
    match purpose {
        ChoosingPurpose::Confirm => toast(state, words::CONFIRMED, None),
        ChoosingPurpose::ConfirmReceipt => toast(state, receipts::CONFIRMED, None),
        ChoosingPurpose::ReportReceipt => {
            toast(state, receipts::REPORTED, None);
            return kept_words::done(state, WordsOf::ReceiptProblem);
        }
        ChoosingPurpose::Change => {}
    }
    Vec::new()
}
