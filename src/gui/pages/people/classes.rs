//! 班級與導師: the classes of the term, whose they are, and their slips.

use eframe::egui::{Label, Ui};

use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::engine::{AccountRow, ClassView};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::control_row_ui;
use crate::gui::people::{PeopleAction, PeoplePlace, PeopleQuestion};
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Button, EmptyState, ListRow, PageHeader, card_ui, cell_ui, number_cell_ui, page_ui,
};
use crate::text::people::page as words;
use crate::worker::Office;

use super::checklist::{preparing_ui, ready_ui};
use super::{bar, tabs};

const CLASS: f32 = 120.0;
const NUMBER: f32 = 56.0;

pub(super) fn classes_ui(ui: &mut Ui, state: &State, place: PeoplePlace, actions: &mut Vec<Action>) {
    page_ui(ui, "classes", |ui| {
        let mut header = PageHeader::new(words::CLASSES);
        if let Some(office) = state.people.office.ready() {
            let all = office.classes.len();
            let without = office
                .classes
                .iter()
                .filter(|view| view.homeroom.is_none())
                .count();
            header = header.sentence(words::classes_sentence(office.term, all, without));
        }
        let _ = header.ui(ui);
        tabs(ui, place.tab, actions);
        let Some(office) = ready_ui(ui, state) else { return };
        preparing_ui(ui, state, actions);
        if office.classes.is_empty() {
            let _ = EmptyState::new(icons::USERS, words::NO_CLASSES, words::NO_CLASSES_SENTENCE).ui(ui);
            return;
        }
        card_ui(ui, |ui| {
            head_ui(ui);
            let count = office.classes.len();
            for (number, view) in office.classes.iter().enumerate() {
                class_ui(ui, office, view, number + 1 == count, actions);
            }
        });
    });
}

fn head_ui(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        cell_ui(ui, CLASS, |ui| ui.label(Text::label(words::CLASS)));
        for head in [words::HEAD_STUDENTS, words::HEAD_NEVER, words::HEAD_SLIPS] {
            number_cell_ui(ui, NUMBER, |ui| ui.label(Text::label(head)));
        }
        ui.add_space(space::S);
        ui.label(Text::label(words::HEAD_HOMEROOM));
    });
}

/// Students of a class who have not left.
fn students<'o>(office: &'o Office, class: &str) -> Vec<&'o AccountRow> {
    let here = |row: &&AccountRow| {
        row.has(Role::Student)
            && row.class == class
            && matches!(row.standing.status, Status::Active | Status::Locked)
    };
    office.accounts.iter().filter(here).collect()
}

fn class_ui(ui: &mut Ui, office: &Office, view: &ClassView, last: bool, actions: &mut Vec<Action>) {
    let homeroom = view
        .homeroom
        .as_ref()
        .map_or(words::NO_HOMEROOM, |(_, name)| name.as_str());
    let numbers = [view.students, view.never_came, view.slips];
    let spoken = format!(
        "{} {} {} {} {} {homeroom}",
        view.class,
        words::HEAD_STUDENTS,
        view.students,
        words::HEAD_NEVER,
        view.never_came
    );
    let row = ListRow::new(spoken)
        .tall()
        .last(last)
        .ui(ui, ("class", &view.class), |ui| {
            cell_ui(ui, CLASS, |ui| {
                ui.add(Label::new(Text::strong(&view.class)).truncate());
            });
            for number in numbers {
                number_cell_ui(ui, NUMBER, |ui| ui.label(Text::body(number.to_string())));
            }
            ui.add_space(space::S);
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    bar::slips_ui(ui, &students(office, &view.class), Some(&view.class), actions);
                    let set = Button::secondary(words::SET_HOMEROOM).of(view.class.clone());
                    if set.ui(ui).clicked() {
                        let question = PeopleQuestion::Homeroom(view.class.clone());
                        actions.push(Action::People(PeopleAction::Ask(question)));
                    }
                },
                |ui| {
                    let mut name = Text::body(homeroom);
                    if view.homeroom.is_none() {
                        name = name.color(colors(ui).submitted.ink);
                    }
                    ui.add(Label::new(name).truncate());
                },
            );
        });
    let hint = row.response.on_hover_text(words::SHOW_CLASS);
    if hint.clicked() {
        actions.push(Action::People(PeopleAction::ShowClass(view.class.clone())));
    }
}
