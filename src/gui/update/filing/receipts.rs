//! 收訖明細 on the office's page, and the sheets to sign.

use crate::domain::id::AccountId;
use crate::domain::receipt::VerdictKind;
use crate::engine::{Command, ConfirmationOf, ReceiptCommand, ReceiptView, Secret};
use crate::gui::effect::Effect;
use crate::gui::filing::{FilingAsked, FilingPick, FilingPurpose};
use crate::gui::forms::TextField;
use crate::gui::loadable::Loadable;
use crate::gui::state::{Asked, Purpose, State};
use crate::gui::update::{run, toast};
use crate::text::{filing as words, receipts};
use crate::worker::{FilingWish, Request};

use super::pick;

pub(super) fn look_at_receipts(state: &mut State) -> Vec<Effect> {
    let Some(session) = state.session.clone() else {
        return Vec::new();
    };
    state
        .asked
        .retain(|_, asked| *asked != Asked::Filing(FilingAsked::Receipts));
    if state.filing.receipts.ready().is_none() {
        state.filing.receipts = Loadable::Loading;
    }
    let wish = FilingWish::Receipts {
        year: state.filing.year,
    };
    vec![state.send(
        Asked::Filing(FilingAsked::Receipts),
        Request::Filing { session, wish },
    )]
}

/// The listed students with what they said, as a spreadsheet takes them.
pub(super) fn copy_receipts(state: &mut State) -> Vec<Effect> {
    let listed = state
        .filing
        .listed_receipts(state.forms.text(TextField::SearchStudents));
    let rows: Vec<[String; 8]> = listed.into_iter().map(receipt_cells).collect();
    let text = pasted(receipts::STUDENT_COLUMNS, &rows);
    toast(state, words::copied(rows.len()), None);
    vec![Effect::Copy(Secret::new(text))]
}

/// What a row of the receipts says, in the order of the columns.
pub fn receipt_cells(one: &ReceiptView) -> [String; 8] {
    let said = one.answer.as_ref().filter(|answer| !answer.confirmed);
    [
        one.class.clone(),
        one.seat.clone(),
        one.account.clone(),
        one.name.clone(),
        receipts::standing(one.standing).to_owned(),
        one.count(VerdictKind::Matches).to_string(),
        one.off().to_string(),
        said.map_or_else(String::new, |answer| receipts::reported(&answer.words)),
    ]
}

/// Rows below their heads, tabs between the cells.
pub(super) fn pasted<const N: usize>(head: [&str; N], rows: &[[String; N]]) -> String {
    let mut text = head.join("\t");
    for row in rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.replace(['\t', '\n', '\r'], " "))
            .collect();
        text.push('\n');
        text.push_str(&cells.join("\t"));
    }
    text
}

/// 確認單 of the student that is open, else of those that are listed.
pub(super) fn print(state: &mut State) -> Vec<Effect> {
    let Some(view) = state
        .filing
        .receipts
        .ready()
        .filter(|_| state.filing.work.is_none())
    else {
        return Vec::new();
    };
    let year = view.year;
    let listed = match state.filing.shown_receipt() {
        Some(one) => vec![one],
        None => state
            .filing
            .listed_receipts(state.forms.text(TextField::SearchStudents)),
    };
    let accounts: Vec<String> = listed.iter().map(|one| one.account.clone()).collect();
    let whose = match listed.as_slice() {
        [] => return Vec::new(),
        [only] => only.account.clone(),
        [first, rest @ ..] if rest.iter().all(|one| one.class == first.class) => first.class.clone(),
        _ => String::new(),
    };
    let name = receipts::paper_file(year, &whose);
    pick(
        FilingPick::Print(Some(year), ConfirmationOf::Students(accounts)),
        Some(name),
    )
}

/// A student prints the own one.
pub(in crate::gui::update) fn print_own(state: &mut State) -> Vec<Effect> {
    let receipt = state.snapshot().and_then(|data| data.receipt.as_ref());
    let Some(view) = receipt.filter(|_| state.filing.work.is_none()) else {
        return Vec::new();
    };
    let name = receipts::paper_file(view.year, &view.account);
    pick(
        FilingPick::Print(Some(view.year), ConfirmationOf::Own),
        Some(name),
    )
}

pub(super) fn reply(state: &mut State, student: AccountId) -> Vec<Effect> {
    let words = state.forms.text(TextField::ReceiptReply).trim().to_owned();
    let Some(year) = state.filing.receipts.ready().map(|view| view.year) else {
        return Vec::new();
    };
    let command = Command::Receipt(ReceiptCommand::Reply { student, year, words });
    run(state, Purpose::Filing(FilingPurpose::Reply(student)), command)
}
