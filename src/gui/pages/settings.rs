//! 設定 of a personal library: profile, current terms, dates, limits, courses.

use eframe::egui::Ui;

use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::WindowKind;
use crate::engine::CourseView;
use crate::gui::action::{Action, SettingsAction};
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::modal::Modal;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{
    Button, EmptyState, Field, PageHeader, card_ui, page_ui, section_header_ui, select_ui,
};
use crate::text::{labels, pages as words};
use crate::worker::Snapshot;

use super::named_row_ui;
use super::window_words::window_words;

const SHORT_FIELD: f32 = 180.0;
/// Years before and after the current one that can be chosen.
const YEARS_AROUND: u16 = 3;

pub fn settings_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(data) = state.snapshot() else { return };
    page_ui(ui, "settings", |ui| {
        let _ = PageHeader::new(words::SETTINGS_TITLE)
            .sentence(words::SETTINGS_SENTENCE)
            .ui(ui);
        courses_ui(ui, data, actions);
        ui.add_space(space::L);
        dates_ui(ui, state, data, actions);
        ui.add_space(space::L);
        terms_ui(ui, data, actions);
        ui.add_space(space::L);
        profile_ui(ui, state, actions);
        ui.add_space(space::L);
        limits_ui(ui, state, actions);
    });
}

/// A short field of the form; typed text becomes an action.
fn field_ui(ui: &mut Ui, state: &State, field: TextField, label: &str, actions: &mut Vec<Action>) {
    let mut text = state.forms.text(field).to_owned();
    if Field::new(label, &mut text).width(SHORT_FIELD).ui(ui).changed() {
        actions.push(Action::Typed(field, text));
    }
}

fn profile_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    section_header_ui(ui, words::SETTINGS_PROFILE, None, |_| {});
    card_ui(ui, |ui| {
        ui.horizontal_top(|ui| {
            field_ui(ui, state, TextField::ProfileName, words::SETTINGS_NAME, actions);
            ui.add_space(space::M);
            field_ui(
                ui,
                state,
                TextField::ProfileEntryYear,
                words::SETTINGS_ENTRY_YEAR,
                actions,
            );
        });
        ui.add_space(space::XS);
        if Button::secondary(words::SETTINGS_SAVE).ui(ui).clicked() {
            actions.push(Action::Settings(SettingsAction::SaveProfile));
        }
    });
}

fn terms_ui(ui: &mut Ui, data: &Snapshot, actions: &mut Vec<Action>) {
    section_header_ui(
        ui,
        words::SETTINGS_TERMS,
        Some(words::SETTINGS_TERMS_NOTE),
        |_| {},
    );
    let now = data.status.terms;
    let terms = terms_around(now.outcome.year);
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let years: Vec<SchoolYear> = years_around(now.selection);
    let year_names: Vec<String> = years.iter().map(|year| labels::school_year(*year)).collect();
    let year_names: Vec<&str> = year_names.iter().map(String::as_str).collect();
    card_ui(ui, |ui| {
        ui.horizontal_top(|ui| {
            let place = terms.iter().position(|term| *term == now.outcome);
            let mut set = now;
            if let Some(chosen) = select_ui(
                ui,
                "outcome term",
                words::SETTINGS_OUTCOME_TERM,
                &names,
                place,
                "",
            ) {
                set.outcome = terms[chosen];
            }
            ui.add_space(space::M);
            let place = terms.iter().position(|term| *term == now.activity);
            if let Some(chosen) = select_ui(
                ui,
                "activity term",
                words::SETTINGS_ACTIVITY_TERM,
                &names,
                place,
                "",
            ) {
                set.activity = terms[chosen];
            }
            ui.add_space(space::M);
            let place = years.iter().position(|year| *year == now.selection);
            if let Some(chosen) = select_ui(
                ui,
                "selection year",
                words::SETTINGS_SELECTION_YEAR,
                &year_names,
                place,
                "",
            ) {
                set.selection = years[chosen];
            }
            if set != now {
                actions.push(Action::Settings(SettingsAction::Terms {
                    outcome: set.outcome,
                    activity: set.activity,
                    selection: set.selection,
                }));
            }
        });
    });
}

fn years_around(year: SchoolYear) -> Vec<SchoolYear> {
    (year.0.saturating_sub(YEARS_AROUND)..=year.0 + YEARS_AROUND)
        .map(SchoolYear)
        .collect()
}

fn terms_around(year: SchoolYear) -> Vec<Term> {
    years_around(year)
        .into_iter()
        .flat_map(SchoolYear::terms)
        .collect()
}

fn dates_ui(ui: &mut Ui, state: &State, data: &Snapshot, actions: &mut Vec<Action>) {
    section_header_ui(
        ui,
        words::SETTINGS_DATES,
        Some(words::SETTINGS_DATES_NOTE),
        |_| {},
    );
    card_ui(ui, |ui| {
        for kind in WindowKind::ALL {
            let line = window_words(&data.status, kind, state.now);
            let period = data.status.terms.period(kind);
            let there = data
                .windows
                .iter()
                .find(|view| view.window.kind == kind && view.window.period == period);
            named_row_ui(ui, &line.name, &line.status, actions, |ui, actions| {
                let set = Button::quiet(words::SETTINGS_SET_DATES).of(line.name.clone());
                if set.ui(ui).clicked() {
                    actions.push(Action::Settings(SettingsAction::EditWindow(kind, period)));
                }
                if let Some(view) = there
                    && Button::quiet(words::SETTINGS_REMOVE_DATES)
                        .of(line.name.clone())
                        .ui(ui)
                        .clicked()
                {
                    actions.push(Action::Ask(Modal::RemoveWindow(view.id)));
                }
            });
        }
    });
}

fn limits_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    section_header_ui(
        ui,
        words::SETTINGS_LIMITS,
        Some(words::SETTINGS_LIMITS_NOTE),
        |_| {},
    );
    card_ui(ui, |ui| {
        ui.horizontal_top(|ui| {
            field_ui(
                ui,
                state,
                TextField::OutcomeLimit,
                words::SETTINGS_OUTCOME_LIMIT,
                actions,
            );
            ui.add_space(space::M);
            field_ui(
                ui,
                state,
                TextField::ActivityLimit,
                words::SETTINGS_ACTIVITY_LIMIT,
                actions,
            );
            ui.add_space(space::M);
            field_ui(
                ui,
                state,
                TextField::DescriptionLimit,
                words::SETTINGS_DESCRIPTION_LIMIT,
                actions,
            );
        });
        ui.add_space(space::XS);
        if Button::secondary(words::SETTINGS_SAVE).ui(ui).clicked() {
            actions.push(Action::Settings(SettingsAction::SaveLimits));
        }
    });
}

fn courses_ui(ui: &mut Ui, data: &Snapshot, actions: &mut Vec<Action>) {
    let term = data.status.terms.outcome;
    let note = labels::term(term);
    section_header_ui(ui, words::SETTINGS_COURSES, Some(&note), |ui| {
        let add = Button::secondary(words::SETTINGS_ADD_COURSE).icon(icons::PLUS);
        if add.ui(ui).clicked() {
            actions.push(Action::Settings(SettingsAction::EditCourse(None, term)));
        }
    });
    let courses: Vec<&CourseView> = data.courses.iter().filter(|course| course.term == term).collect();
    if courses.is_empty() {
        let title = words::SETTINGS_NO_COURSES;
        let _ = EmptyState::new(icons::BOOK_OPEN, title, words::SETTINGS_NO_COURSES_SENTENCE).ui(ui);
        return;
    }
    card_ui(ui, |ui| {
        for course in courses {
            let teachers = course.teachers.join("、");
            let about = format!(
                "{}　{} 學分　{teachers}",
                labels::course_kind(course.kind),
                course.credits
            );
            named_row_ui(ui, &course.name, &about, actions, |ui, actions| {
                if Button::quiet(words::SETTINGS_EDIT_COURSE)
                    .tooltip(course.name.clone())
                    .ui(ui)
                    .clicked()
                {
                    actions.push(Action::Settings(SettingsAction::EditCourse(
                        Some(course.id),
                        term,
                    )));
                }
                if Button::quiet(words::SETTINGS_REMOVE_COURSE)
                    .tooltip(course.name.clone())
                    .ui(ui)
                    .clicked()
                {
                    actions.push(Action::Ask(Modal::RemoveCourse(course.id)));
                }
            });
        }
    });
}
