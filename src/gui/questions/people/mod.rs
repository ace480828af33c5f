//! Questions about the people of a school.

mod account;
mod deputy;

use eframe::egui::{Label, Ui};

use super::refusal_ui;
use crate::domain::account::Status;
use crate::domain::id::AccountId;
use crate::engine::{AccountRow, Secret};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::text_field_ui;
use crate::gui::people::{PeopleAction, PeopleField, PeopleQuestion};
use crate::gui::state::State;
use crate::gui::theme::size;
use crate::gui::widgets::{
    Button, Dialog, DialogAnswer, Field, Notice, NoticeKind, key_text_ui, key_value_ui,
};
use crate::text::people::ask as words;
use crate::text::people::{consequence, page};

/// A date, a year, a seat.
const SHORT: f32 = 160.0;

pub(super) fn question_ui(
    ui: &Ui,
    state: &State,
    question: &PeopleQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    match question {
        PeopleQuestion::Create => account::create_ui(ui, state, actions),
        PeopleQuestion::Rename(id) => account::rename_ui(ui, state, *id, actions),
        PeopleQuestion::Roles(id) => account::roles_ui(ui, state, *id, actions),
        PeopleQuestion::Policy => account::policy_ui(ui, state, actions),
        PeopleQuestion::Reset(id) => {
            let dialog = Dialog::new(words::RESET, consequence::RESET, words::RESET_VERB, words::CANCEL);
            about_ui(ui, state, dialog, &[*id], actions)
        }
        PeopleQuestion::Lock(id) => {
            let dialog = Dialog::new(words::LOCK, consequence::LOCK, words::LOCK_VERB, words::CANCEL);
            about_ui(ui, state, dialog, &[*id], actions)
        }
        PeopleQuestion::End(id) => end_ui(ui, state, *id, actions),
        PeopleQuestion::Reactivate(ids) => {
            let dialog = Dialog::new(
                words::REACTIVATE,
                consequence::REACTIVATE,
                words::REACTIVATE_VERB,
                words::CANCEL,
            );
            about_ui(ui, state, dialog, ids, actions)
        }
        PeopleQuestion::HandedOut(ids) => {
            let dialog = Dialog::new(
                words::HANDED_OUT,
                consequence::HANDED_OUT,
                words::HANDED_OUT_VERB,
                words::CANCEL,
            );
            about_ui(ui, state, dialog.destroys(), ids, actions)
        }
        PeopleQuestion::Leave(ids, status) => leave_ui(ui, state, ids, *status, actions),
        PeopleQuestion::Years(id) => account::years_ui(ui, state, *id, actions),
        PeopleQuestion::Homeroom(class) => deputy::homeroom_ui(ui, state, class, actions),
        PeopleQuestion::Deputy => deputy::deputy_ui(ui, state, actions),
        PeopleQuestion::EndDeputy(id) => deputy::end_ui(ui, state, *id, actions),
        PeopleQuestion::Told { account, password } => {
            told_ui(ui, state, *account, password.as_ref(), actions)
        }
    }
}

/// Why a form cannot be sent yet: `reason`, or that it is under way.
fn held(state: &State, reason: Option<&'static str>) -> Option<&'static str> {
    if state.is_busy() {
        Some(words::BUSY)
    } else {
        reason
    }
}

/// A text of a form about people.
fn field_ui(
    ui: &mut Ui,
    state: &State,
    field: PeopleField,
    look: impl FnOnce(&mut String) -> Field<'_>,
    actions: &mut Vec<Action>,
) {
    text_field_ui(ui, state, TextField::People(field), look, actions);
}

fn is_empty(state: &State, field: PeopleField) -> bool {
    state.forms.text(TextField::People(field)).trim().is_empty()
}

fn row(state: &State, id: AccountId) -> Option<&AccountRow> {
    state.people.row(id)
}

/// A yes and a no about these accounts.
fn about_ui(
    ui: &Ui,
    state: &State,
    dialog: Dialog,
    ids: &[AccountId],
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    dialog
        .disabled_because(held(state, None))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            whom_ui(ui, state, ids);
        })
}

/// Whom it is about: one by name, many by number and the first names.
fn whom_ui(ui: &mut Ui, state: &State, ids: &[AccountId]) {
    let rows: Vec<&AccountRow> = ids.iter().filter_map(|id| row(state, *id)).collect();
    match rows.as_slice() {
        [one] => {
            key_text_ui(ui, page::HEAD_NAME, &format!("{}　{}", one.name, one.account));
            key_text_ui(ui, page::ROLE, &page::place(&one.roles, &one.class, &one.seat));
        }
        many => {
            let names: Vec<&str> = many.iter().map(|row| row.name.as_str()).collect();
            key_text_ui(ui, words::WHOM, &words::people(&names));
        }
    }
}

/// 停用, with what would have to be settled first.
fn end_ui(ui: &Ui, state: &State, id: AccountId, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let waiting: Vec<String> = state
        .people
        .open(id)
        .map(|detail| detail.courses.as_slice())
        .unwrap_or_default()
        .iter()
        .filter(|course| course.waiting > 0)
        .map(|course| words::waits(&course.name, &course.group, course.waiting))
        .collect();
    let mut for_deputy = false;
    let answer = Dialog::new(words::END, consequence::END, words::END_VERB, words::CANCEL)
        .destroys()
        .disabled_because(held(state, None))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            whom_ui(ui, state, &[id]);
            if !waiting.is_empty() {
                for_deputy = Notice::new(NoticeKind::Caution, words::WAITING)
                    .why(waiting.join("、"))
                    .now(words::WAITING_CURE)
                    .action(words::NAME_DEPUTY)
                    .ui(ui);
            }
        });
    if for_deputy {
        actions.push(Action::People(PeopleAction::DeputyFor(id)));
    }
    answer
}

/// 畢業 and 轉出, with the last day for reading.
fn leave_ui(
    ui: &Ui,
    state: &State,
    ids: &[AccountId],
    status: Status,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let (title, body, verb) = if status == Status::Transferred {
        (words::TRANSFER, consequence::TRANSFER, words::TRANSFER_VERB)
    } else {
        (words::GRADUATE, consequence::GRADUATE, words::GRADUATE_VERB)
    };
    let empty = is_empty(state, PeopleField::Until);
    let reason = held(state, empty.then_some(words::NO_DAY));
    Dialog::new(title, body, verb, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            whom_ui(ui, state, ids);
            field_ui(
                ui,
                state,
                PeopleField::Until,
                |text| {
                    Field::new(words::UNTIL, text)
                        .help(words::UNTIL_HELP)
                        .width(size::MENU)
                },
                actions,
            );
        })
}

/// A first password, shown this once.
fn told_ui(
    ui: &Ui,
    state: &State,
    id: AccountId,
    password: Option<&Secret>,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let body = match password {
        Some(_) => words::TOLD,
        None => words::TOLD_BY_ID,
    };
    Dialog::reading(words::TOLD_TITLE, body, words::TOLD_CLOSE).show_with(ui.ctx(), |ui| {
        whom_ui(ui, state, &[id]);
        if let Some(password) = password {
            key_value_ui(ui, words::FIRST_PASSWORD, |ui| {
                ui.add(
                    Label::new(Text::strong(password.reveal()))
                        .wrap()
                        .selectable(true),
                );
                ui.add(Label::new(Text::secondary(words::TOLD_NOTE)).wrap())
            });
            refusal_ui(ui, state, actions);
            ui.horizontal(|ui| {
                if Button::secondary(words::COPY).icon(icons::COPY).ui(ui).clicked() {
                    actions.push(Action::Copy(password.reveal().to_owned()));
                }
                let paper = Button::secondary(words::ON_PAPER).icon(icons::PRINTER);
                if paper.ui(ui).clicked() {
                    actions.push(Action::People(PeopleAction::SaveSlip));
                }
            });
        }
    })
}
