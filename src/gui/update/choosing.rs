//! What a student does on the page of 勾選.

use crate::engine::{Command, Reply, SelectionCommand};
use crate::gui::choosing::{ChoosingAction, ChoosingPurpose, ChoosingQuestion};
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::state::{Purpose, State};
use crate::text::selection as words;

use super::{run, toast};

pub(super) fn update(state: &mut State, action: ChoosingAction) -> Vec<Effect> {
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
        ChoosingAction::Confirm => {
            state.said = None;
            state.modal = Some(Modal::Choosing(ChoosingQuestion::Confirm));
            return Vec::new();
        }
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
    let ChoosingQuestion::Confirm = question;
    match state.selection().map(|view| (view.year, view.version)) {
        Some((year, seen)) => {
            let command = SelectionCommand::Confirm { year, seen };
            give(state, ChoosingPurpose::Confirm, command)
        }
        None => Vec::new(),
    }
}

fn give(state: &mut State, purpose: ChoosingPurpose, command: SelectionCommand) -> Vec<Effect> {
    run(state, Purpose::Choosing(purpose), Command::Selection(command))
}

/// A command is done.
pub(super) fn ran(state: &mut State, purpose: ChoosingPurpose, reply: Reply) {
    if let (Reply::Selection(view), Loadable::Ready(data)) = (reply, &mut state.data) {
        data.selection = Some(*view);
    }
    if purpose == ChoosingPurpose::Confirm {
        toast(state, words::CONFIRMED, None);
    }
}
