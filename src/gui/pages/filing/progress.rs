//! Who has selected how much.

use eframe::egui::{Align, Color32, Label, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::domain::selection::SelectionStage;
use crate::engine::{FilingView, StudentSelection};
use crate::gui::action::Action;
use crate::gui::filing::FilingAction;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::{search_is_wanted, text_field_ui};
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::update::filing::cells;
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, card_ui, cell_ui, number_cell_ui, select_ui, tabs_ui,
};
use crate::text::filing as words;

use super::{push, secondary_ui, year_ui};

/// Widths of the columns, in points.
const CLASS: f32 = 96.0;
const SEAT: f32 = 40.0;
const ACCOUNT: f32 = 96.0;
const NAME: f32 = 120.0;
const COUNT: f32 = 64.0;
const STAGE: f32 = 104.0;

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
    card_ui(ui, |ui| list_ui(ui, &listed, actions));
}

/// Year, class, what is looked for; the list to take along at the right.
fn filters_ui(ui: &mut Ui, state: &State, view: &FilingView, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        year_ui(ui, state, actions);
        class_ui(ui, state, view, actions);
        let search = text_field_ui(
            ui,
            state,
            TextField::SearchStudents,
            |text| {
                Field::new(words::SEARCH, text)
                    .hint(words::SEARCH_HINT)
                    .width(size::SEARCH_FIELD)
            },
            actions,
        );
        if search_is_wanted(ui.ctx()) {
            search.request_focus();
        }
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            let copy = Button::secondary(words::COPY)
                .icon(icons::COPY)
                .tooltip(words::COPY_TOOLTIP);
            if copy.ui(ui).clicked() {
                push(actions, FilingAction::Copy);
            }
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
    let mut names = vec![words::counted(words::ALL, students.len())];
    names.extend(SelectionStage::ALL.map(|stage| words::counted(words::stage(stage), count(stage))));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = state.filing.stage.map_or(0, |stage| stage as usize + 1);
    if let Some(place) = tabs_ui(ui, &names, selected) {
        let stage = place
            .checked_sub(1)
            .and_then(|place| SelectionStage::ALL.get(place));
        push(actions, FilingAction::Stage(stage.copied()));
    }
}

/// Only what is in sight is drawn: a school may have 3,000 students.
fn list_ui(ui: &mut Ui, listed: &[&StudentSelection], actions: &mut Vec<Action>) {
    if listed.is_empty() {
        let nobody = EmptyState::new(icons::MAGNIFYING_GLASS, words::NOBODY, words::NOBODY_SENTENCE)
            .action(Button::secondary(words::CLEAR));
        if nobody.ui(ui) {
            push(actions, FilingAction::Clear);
        }
        return;
    }
    head_ui(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("students of 勾選")
        .auto_shrink(false)
        .show_rows(ui, size::ROW, listed.len(), |ui, range| {
            for place in range {
                if let Some(one) = listed.get(place) {
                    row_ui(ui, one, place + 1 == listed.len());
                }
            }
        });
}

fn head_ui(ui: &mut Ui) {
    let [class, seat, account, name, outcomes, activities, stage, note] = words::COLUMNS;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        // Rows within a list that scrolls begin a little further in.
        ui.add_space(space::S);
        for (text, width) in [(class, CLASS), (seat, SEAT), (account, ACCOUNT), (name, NAME)] {
            cell_ui(ui, width, |ui| ui.label(Text::label(text)));
        }
        for text in [outcomes, activities] {
            number_cell_ui(ui, COUNT, |ui| ui.label(Text::label(text)));
        }
        ui.add_space(space::XS);
        cell_ui(ui, STAGE, |ui| ui.label(Text::label(stage)));
        ui.label(Text::label(note));
    });
}

fn row_ui(ui: &mut Ui, one: &StudentSelection, last: bool) {
    let [class, seat, account, name, outcomes, activities, stage, note] = cells(one);
    let spoken = [&class, &seat, &account, &name, &stage, &note].map(String::as_str);
    let row = ListRow::new(spoken.join(" ")).inset().last(last);
    let _ = row.ui(ui, ("student", one.student), |ui| {
        cell_ui(ui, CLASS, |ui| secondary_ui(ui, &class));
        cell_ui(ui, SEAT, |ui| secondary_ui(ui, &seat));
        cell_ui(ui, ACCOUNT, |ui| secondary_ui(ui, &account));
        cell_ui(ui, NAME, |ui| {
            ui.add(Label::new(Text::body(&name)).truncate());
        });
        for count in [outcomes, activities] {
            number_cell_ui(ui, COUNT, |ui| ui.label(Text::body(count)));
        }
        ui.add_space(space::XS);
        cell_ui(ui, STAGE, |ui| stage_ui(ui, one.stage(), &stage));
        secondary_ui(ui, &note);
    });
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

fn stage_ui(ui: &mut Ui, stage: SelectionStage, word: &str) {
    let (icon, ink) = look(ui, stage);
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
}
