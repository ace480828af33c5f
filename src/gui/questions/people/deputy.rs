//! 導師 of a class; 代理人.

use eframe::egui::Ui;

use super::{SHORT, field_ui, held, is_empty, refusal_ui};
use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::domain::id::{AccountId, DeputyId};
use crate::engine::{AccountRow, TaughtCourse};
use crate::gui::action::Action;
use crate::gui::people::{PeopleAction, PeopleField};
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{Dialog, DialogAnswer, Field, key_text_ui, select_ui};
use crate::text::people::ask as words;
use crate::text::people::{consequence, page};
use crate::text::{certification, labels};

/// A name with an account.
const WIDE: f32 = 300.0;

/// Teachers who may be chosen; `gone`: also those whose account is not in use any more.
fn teachers(state: &State, gone: bool) -> Vec<&AccountRow> {
    let rows = state
        .people
        .office
        .ready()
        .map(|office| office.accounts.as_slice());
    let fits = |row: &&AccountRow| row.has(Role::Teacher) && (gone || row.standing.status == Status::Active);
    rows.unwrap_or_default().iter().filter(fits).collect()
}

/// One of these people.
fn person_ui(
    ui: &mut Ui,
    label: &str,
    people: &[&AccountRow],
    chosen: Option<AccountId>,
) -> Option<AccountId> {
    let names: Vec<String> = people
        .iter()
        .map(|row| format!("{}　{}", row.name, row.account))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = people.iter().position(|row| Some(row.id) == chosen);
    ui.spacing_mut().combo_width = WIDE;
    let place = select_ui(ui, label, label, &names, selected, words::NOBODY_YET)?;
    people.get(place).map(|row| row.id)
}

pub(super) fn homeroom_ui(
    ui: &Ui,
    state: &State,
    class: &str,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let office = state.people.office.ready()?;
    let view = office.classes.iter().find(|view| view.class == class)?;
    let before = view.homeroom.as_ref().map(|(id, _)| *id);
    let chosen = state.people.form.teacher;
    let same = (before == chosen).then_some(words::SAME_HOMEROOM);
    Dialog::new(words::HOMEROOM, words::HOMEROOM_BODY, words::SAVE, words::CANCEL)
        .focus_content()
        .disabled_because(held(state, same))
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            key_text_ui(
                ui,
                page::CLASS,
                &format!("{class}　{}", labels::term(office.term)),
            );
            let people = teachers(state, false);
            ui.horizontal(|ui| {
                if let Some(id) = person_ui(ui, page::HEAD_HOMEROOM, &people, chosen) {
                    actions.push(Action::People(PeopleAction::Teacher(Some(id))));
                }
            });
            let mut nobody = chosen.is_none();
            if ui.checkbox(&mut nobody, words::NO_HOMEROOM).changed() {
                let teacher = if nobody { None } else { before };
                actions.push(Action::People(PeopleAction::Teacher(teacher)));
            }
        })
}

pub(super) fn deputy_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    state.people.office.ready()?;
    let form = &state.people.form;
    let missing = form.teacher.is_none()
        || form.deputy.is_none()
        || [
            PeopleField::DeputyFrom,
            PeopleField::DeputyUntil,
            PeopleField::DeputyReason,
        ]
        .iter()
        .any(|field| is_empty(state, *field));
    let reason = held(state, missing.then_some(words::NOT_ALL_FILLED));
    Dialog::new(words::DEPUTY, words::DEPUTY_BODY, words::SAVE, words::CANCEL)
        .focus_content()
        .disabled_because(reason)
        .show_with(ui.ctx(), |ui| {
            refusal_ui(ui, state, actions);
            let needing = teachers(state, true);
            if let Some(id) = person_ui(ui, words::TEACHER, &needing, form.teacher) {
                actions.push(Action::People(PeopleAction::Teacher(Some(id))));
            }
            courses_ui(ui, state, actions);
            let able: Vec<&AccountRow> = teachers(state, false)
                .into_iter()
                .filter(|row| Some(row.id) != form.teacher)
                .collect();
            if let Some(id) = person_ui(ui, page::DEPUTIES, &able, form.deputy) {
                actions.push(Action::People(PeopleAction::Deputy(Some(id))));
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                for (field, label) in [
                    (PeopleField::DeputyFrom, words::FROM),
                    (PeopleField::DeputyUntil, words::LAST_DAY),
                ] {
                    field_ui(
                        ui,
                        state,
                        field,
                        |text| Field::new(label, text).hint(words::DAY_HINT).width(SHORT),
                        actions,
                    );
                }
            });
            field_ui(
                ui,
                state,
                PeopleField::DeputyReason,
                |text| Field::new(words::REASON, text).hint(words::REASON_HINT),
                actions,
            );
        })
}

/// All courses of the teacher, or one.
fn courses_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let none: &[TaughtCourse] = &[];
    let courses = state.people.form.taught.ready().map_or(none, Vec::as_slice);
    let mut names = vec![page::ALL_COURSES.to_owned()];
    names.extend(courses.iter().map(|course| {
        let name = certification::course_name(&course.name, &course.group);
        format!("{}　{name}", course.term)
    }));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = state.people.form.course;
    let selected = match chosen {
        None => Some(0),
        Some(id) => courses
            .iter()
            .position(|course| course.id == id)
            .map(|place| place + 1),
    };
    ui.spacing_mut().combo_width = WIDE;
    if let Some(place) = select_ui(ui, "deputy course", words::COURSE, &names, selected, "") {
        let course = place
            .checked_sub(1)
            .and_then(|place| courses.get(place))
            .map(|course| course.id);
        actions.push(Action::People(PeopleAction::Course(course)));
    }
}

pub(super) fn end_ui(
    ui: &Ui,
    state: &State,
    id: DeputyId,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let office = state.people.office.ready()?;
    let view = office.deputies.iter().find(|view| view.id == id)?;
    let period = page::period(crate::domain::moment::taipei_date(view.from), view.last_day());
    Dialog::new(
        words::END_DEPUTY,
        consequence::END_DEPUTY,
        words::END_DEPUTY_VERB,
        words::CANCEL,
    )
    .destroys()
    .disabled_because(held(state, None))
    .show_with(ui.ctx(), |ui| {
        refusal_ui(ui, state, actions);
        key_text_ui(
            ui,
            page::DEPUTIES,
            &page::stands_in(&view.deputy_name, &view.teacher_name),
        );
        key_text_ui(ui, words::PERIOD, &period);
    })
}
