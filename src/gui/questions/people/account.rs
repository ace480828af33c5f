//! Forms of an account: made by hand, renamed, its roles; what first passwords are.

use eframe::egui::{Label, Ui};

use super::{SHORT, field_ui, held, is_empty, refusal_ui, row, whom_ui};
use crate::domain::access::{Right, Role};
use crate::domain::account::InitialPassword;
use crate::domain::id::AccountId;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::people::{PeopleAction, PeopleField};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::people::has;
use crate::gui::widgets::{Dialog, DialogAnswer, Field};
use crate::text::people::ask as words;
use crate::text::people::{consequence, page};
use crate::text::{labels, rights};

/// What can be given by hand, in the order of the form.
const GIVEN: [Role; 5] = [
    Role::Student,
    Role::Teacher,
    Role::Registry,
    Role::StudentAffairs,
    Role::Administrator,
];

pub(super) fn create_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let is_student = state.people.form.roles.contains(&Role::Student);
    let missing = [PeopleField::AccountName, PeopleField::DisplayName]
        .iter()
        .any(|field| is_empty(state, *field))
        || (is_student && (is_empty(state, PeopleField::EntryYear) || is_empty(state, PeopleField::Class)));
    let reason = if state.people.form.roles.is_empty() {
        Some(words::NO_ROLE)
    } else {
        missing.then_some(words::NOT_ALL_FILLED)
    };
    Dialog::new(words::CREATE, "", words::CREATE_VERB, words::CANCEL)
        .focus_content()
        .disabled_because(held(state, reason))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            roles_choice_ui(ui, state, true, actions);
            pair_ui(
                ui,
                state,
                (PeopleField::AccountName, words::ACCOUNT),
                (PeopleField::DisplayName, words::NAME),
                actions,
            );
            if is_student {
                pair_ui(
                    ui,
                    state,
                    (PeopleField::Class, words::CLASS),
                    (PeopleField::Seat, words::SEAT),
                    actions,
                );
                field_ui(
                    ui,
                    state,
                    PeopleField::EntryYear,
                    |text| {
                        Field::new(words::ENTRY_YEAR, text)
                            .help(words::ENTRY_YEAR_HELP)
                            .width(SHORT)
                    },
                    actions,
                );
            }
            field_ui(
                ui,
                state,
                PeopleField::NationalId,
                |text| Field::new(words::NATIONAL_ID, text).help(words::NATIONAL_ID_HELP),
                actions,
            );
        })
}

fn pair_ui(
    ui: &mut Ui,
    state: &State,
    one: (PeopleField, &str),
    other: (PeopleField, &str),
    actions: &mut Vec<Action>,
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let width = (ui.available_width() - space::S) / 2.0;
        for (field, label) in [one, other] {
            field_ui(
                ui,
                state,
                field,
                |text| Field::new(label, text).width(width),
                actions,
            );
        }
    });
}

/// Roles that go together; the accounts of offices only by whoever may grant them.
fn roles_choice_ui(ui: &mut Ui, state: &State, with_student: bool, actions: &mut Vec<Action>) {
    let offices = has(state, Right::GrantRoles);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        ui.add(Label::new(Text::label(page::ROLE)));
        ui.horizontal_wrapped(|ui| {
            for role in GIVEN {
                let offered = match role {
                    Role::Student => with_student,
                    role => offices || !role.is_office(),
                };
                if !offered {
                    continue;
                }
                let mut taken = state.people.form.roles.contains(&role);
                if ui.checkbox(&mut taken, labels::role(role)).changed() {
                    actions.push(Action::People(PeopleAction::TakeRole(role, taken)));
                }
            }
        });
    });
}

pub(super) fn rename_ui(
    ui: &Ui,
    state: &State,
    id: AccountId,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let missing = is_empty(state, PeopleField::AccountName) || is_empty(state, PeopleField::DisplayName);
    let reason = held(state, missing.then_some(words::NOT_ALL_FILLED));
    row(state, id)?;
    Dialog::new(words::RENAME, words::RENAME_BODY, words::SAVE, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            field_ui(
                ui,
                state,
                PeopleField::DisplayName,
                |text| Field::new(words::NAME, text),
                actions,
            );
            field_ui(
                ui,
                state,
                PeopleField::AccountName,
                |text| Field::new(words::ACCOUNT, text).help(words::ACCOUNT_HELP),
                actions,
            );
        })
}

pub(super) fn years_ui(
    ui: &Ui,
    state: &State,
    id: AccountId,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let reason = held(
        state,
        is_empty(state, PeopleField::ExtraYears).then_some(words::NOT_ALL_FILLED),
    );
    Dialog::new(words::YEARS, words::YEARS_BODY, words::SAVE, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            whom_ui(ui, state, &[id]);
            for (field, name, help) in [
                (
                    PeopleField::ExtraYears,
                    words::EXTRA_YEARS,
                    words::EXTRA_YEARS_HELP,
                ),
                (PeopleField::LeftOn, words::LEFT_ON, words::LEFT_ON_HELP),
            ] {
                field_ui(
                    ui,
                    state,
                    field,
                    |text| Field::new(name, text).help(help).width(size::MENU),
                    actions,
                );
            }
        })
}

pub(super) fn roles_ui(
    ui: &Ui,
    state: &State,
    id: AccountId,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let none = state.people.form.roles.is_empty();
    let reason = held(state, none.then_some(words::NO_ROLE));
    let homeroom = row(state, id)?.has(Role::Homeroom);
    Dialog::new(words::ROLES, consequence::ROLES, words::SAVE, words::CANCEL)
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            whom_ui(ui, state, &[id]);
            roles_choice_ui(ui, state, false, actions);
            if homeroom {
                ui.add(Label::new(Text::secondary(words::HOMEROOM_STAYS)).wrap());
            }
            ui.add(Label::new(Text::secondary(rights::LEAD)).wrap());
        })
}

pub(super) fn policy_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let now = state.people.office.ready()?.policy;
    let wanted = state.people.form.policy;
    let reason = held(state, (now == wanted).then_some(words::SAME_POLICY));
    Dialog::new(page::POLICY_TITLE, page::POLICY_NOTE, words::SAVE, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            for policy in InitialPassword::ALL {
                let name = labels::initial_password(policy);
                if ui.radio(wanted == policy, name).clicked() {
                    actions.push(Action::People(PeopleAction::Policy(policy)));
                }
                ui.indent(policy.code(), |ui| {
                    ui.add(Label::new(Text::secondary(page::policy(policy))).wrap());
                });
            }
        })
}
