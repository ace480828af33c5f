//! Who has selected how much.

use eframe::egui::{Align, Color32, Layout, Ui};

use crate::domain::selection::SelectionStage;
use crate::engine::{FilingView, StudentSelection};
use crate::gui::action::Action;
use crate::gui::filing::FilingAction;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::update::filing::cells;
use crate::gui::widgets::{EmptyState, card_ui, select_ui};
use crate::text::filing as words;

use super::students::{self, Column};
use super::{push, year_ui};

const LAYOUT: students::Layout = students::Layout {
    id: "students of 勾選",
    columns: [
        Column::Class,
        Column::Seat,
        Column::Account,
        Column::Name,
        Column::Number,
        Column::Number,
        Column::State,
        Column::Note,
    ],
    head: words::COLUMNS,
};

pub(super) fn progress_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    if view.students.is_empty() {
        ui.horizontal(|ui| year_ui(ui, state, actions));
        let empty = EmptyState::new(icons::USERS, words::NO_STUDENTS, words::NO_STUDENTS_SENTENCE);
        let _ = empty.ui(ui);
        return;
    }
    filters_ui(ui, state, view, actions);
    ui.add_space(space::XS);
    stages_ui(ui, state, view, actions);
    ui.add_space(space::XS);
    let listed = state.filing.listed(state.forms.text(TextField::SearchStudents));
    card_ui(ui, |ui| {
        students::list_ui(ui, &LAYOUT, &listed, |ui, one| row(ui, one), actions);
    });
}

/// Year, class, what is looked for; the list to take along at the right.
fn filters_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        year_ui(ui, state, actions);
        class_ui(ui, state, view, actions);
        students::search_ui(ui, state, actions);
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            students::copy_ui(ui, FilingAction::Copy, actions);
        });
    });
}

/// Classes with how many of their students have nothing selected.
fn class_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    let mut classes: Vec<(&str, usize, usize)> = Vec::new();
    for one in &view.students {
        let lacks = usize::from(one.stage() == SelectionStage::Nothing);
        match classes.last_mut().filter(|(class, ..)| *class == one.class) {
            Some((_, all, lacking)) => {
                *all += 1;
                *lacking += lacks;
            }
            None => classes.push((&one.class, 1, lacks)),
        }
    }
    let named = |class: &str| {
        if class.is_empty() {
            words::NO_CLASS.to_owned()
        } else {
            class.to_owned()
        }
    };
    let mut names = vec![words::ALL_CLASSES.to_owned()];
    names.extend(
        classes
            .iter()
            .map(|(class, all, lacking)| words::class_option(&named(class), *all, *lacking)),
    );
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = match &state.filing.class {
        None => Some(0),
        Some(class) => classes
            .iter()
            .position(|(known, ..)| known == class)
            .map(|place| place + 1),
    };
    if let Some(place) = select_ui(
        ui,
        "filing class",
        words::CLASS,
        &names,
        chosen,
        words::ALL_CLASSES,
    ) {
        let class = place
            .checked_sub(1)
            .and_then(|place| classes.get(place))
            .map(|(class, ..)| (*class).to_owned());
        push(actions, FilingAction::Class(class));
    }
}

/// How far they are, with counts; only what there is.
fn stages_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    let in_class = |one: &&StudentSelection| {
        state
            .filing
            .class
            .as_ref()
            .is_none_or(|class| one.class == *class)
    };
    let students: Vec<&StudentSelection> = view.students.iter().filter(in_class).collect();
    let count = |stage| students.iter().filter(|one| one.stage() == stage).count();
    let places = SelectionStage::ALL.map(|stage| (stage, words::stage(stage), count(stage)));
    let all = (words::ALL, students.len());
    if let Some(stage) = students::counted_tabs_ui(ui, all, &places, state.filing.stage) {
        push(actions, FilingAction::Stage(stage));
    }
}

fn row(ui: &Ui, one: &StudentSelection) -> students::Row {
    students::Row {
        student: one.student,
        cells: cells(one),
        shape: look(ui, one.stage()),
    }
}

/// Shape and colour beside the word.
fn look(ui: &Ui, stage: SelectionStage) -> (&'static str, Color32) {
    let c = colors(ui);
    match stage {
        SelectionStage::Nothing => (icons::MINUS, c.returned.ink),
        SelectionStage::Unconfirmed => (icons::WARNING, c.submitted.ink),
        SelectionStage::Confirmed => (icons::CHECK, c.certified.ink),
        SelectionStage::Ready => (icons::HOURGLASS, c.accent),
        SelectionStage::Filed => (icons::LOCK, c.ink_soft),
    }
}
