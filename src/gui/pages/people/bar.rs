//! What can be done with those who are marked.

use std::collections::BTreeSet;

use eframe::egui::{Label, Ui};

use crate::domain::access::Role;
use crate::domain::account::{PasswordState, Status};
use crate::domain::id::AccountId;
use crate::engine::AccountRow;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::people::{PeopleAction, PeopleQuestion};
use crate::gui::theme::size;
use crate::gui::widgets::{Button, menu_button_ui, menu_item_ui};
use crate::text::people::page as words;
use crate::worker::Office;

pub(super) fn bar_ui(ui: &mut Ui, office: &Office, marked: &BTreeSet<AccountId>, actions: &mut Vec<Action>) {
    let rows: Vec<&AccountRow> = office
        .accounts
        .iter()
        .filter(|row| marked.contains(&row.id))
        .collect();
    let ids: Vec<AccountId> = rows.iter().map(|row| row.id).collect();
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.add(Label::new(Text::strong(words::marked(rows.len()))));
        if Button::quiet(words::CLEAR).ui(ui).clicked() {
            actions.push(Action::People(PeopleAction::MarkListed(false)));
        }
        leaving_ui(ui, &rows, &ids, actions);
        slips_ui(ui, &rows, same_class(&rows), actions);
    });
}

/// 畢業, 轉出, and back.
fn leaving_ui(ui: &mut Ui, rows: &[&AccountRow], ids: &[AccountId], actions: &mut Vec<Action>) {
    let staff = rows.iter().any(|row| !row.has(Role::Student));
    let reason = staff.then_some(words::NO_STUDENTS);
    if rows.iter().any(|row| !row.standing.status.has_left()) {
        for (label, status) in [
            (words::GRADUATE, Status::Graduated),
            (words::TRANSFER, Status::Transferred),
        ] {
            let button = Button::secondary(label).disabled_because(reason);
            if button.ui(ui).clicked() {
                ask(actions, PeopleQuestion::Leave(ids.to_vec(), status));
            }
        }
    }
    if rows.iter().any(|row| row.standing.status != Status::Active)
        && Button::secondary(words::REACTIVATE).ui(ui).clicked()
    {
        ask(actions, PeopleQuestion::Reactivate(ids.to_vec()));
    }
}

fn ask(actions: &mut Vec<Action>, question: PeopleQuestion) {
    actions.push(Action::People(PeopleAction::Ask(question)));
}

/// The class they all sit in.
fn same_class<'r>(rows: &[&'r AccountRow]) -> Option<&'r str> {
    let first = rows.first()?.class.as_str();
    let same = !first.is_empty() && rows.iter().all(|row| row.class == first);
    same.then_some(first)
}

/// Slips for these accounts, and that they were handed out.
pub(super) fn slips_ui(ui: &mut Ui, rows: &[&AccountRow], class: Option<&str>, actions: &mut Vec<Action>) {
    let ids = |fits: fn(&AccountRow) -> bool| -> Vec<AccountId> {
        let those = rows.iter().filter(|row| fits(row));
        those.map(|row| row.id).collect()
    };
    let waiting = ids(|row| row.password == PasswordState::Waiting);
    let needing = ids(|row| row.password != PasswordState::Own);
    let on_slip = ids(|row| row.password == PasswordState::OnSlip);
    let reason = if !waiting.is_empty() {
        Some(words::slips_waiting(waiting.len()))
    } else {
        needing.is_empty().then(|| words::NO_SLIPS.to_owned())
    };
    let button = Button::secondary(words::SLIPS)
        .icon(icons::PRINTER)
        .disabled_because(reason);
    menu_button_ui(ui, button, |ui| {
        if menu_item_ui(ui, icons::FILE_PDF, words::PRINT_SLIPS, "").clicked() {
            let name = words::slips_file(class);
            let print = PeopleAction::SaveSlips(needing.clone(), name);
            actions.push(Action::People(print));
            ui.close();
        }
        if !on_slip.is_empty() && menu_item_ui(ui, icons::CHECK, words::HANDED_OUT, "").clicked() {
            ask(actions, PeopleQuestion::HandedOut(on_slip.clone()));
            ui.close();
        }
    });
}
