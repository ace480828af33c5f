//! A new library of a school: the school, its administrator, its first term, its place.

use eframe::egui::{Label, Ui};

use super::{
    PASSWORD, WIDE, head_ui, is_good, library_place_ui, new_password_ui, refusal_ui, stage_ui, two_columns_ui,
};
use crate::domain::access::Role;
use crate::domain::term::Semester;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::pages::text_field_ui;
use crate::gui::people::{PeopleAction, PeopleField};
use crate::gui::state::{Asked, State};
use crate::gui::theme::space;
use crate::gui::widgets::{Button, Field, card_ui, section_header_ui, select_ui, waiting_ui};
use crate::text::set_up as words;

/// Who makes a school's library looks after it.
const ROLES: [Role; 1] = [Role::Administrator];

/// A school year, a code.
const SHORT: f32 = 150.0;

pub(super) fn create_school_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    stage_ui(ui, "create school", WIDE, |ui| {
        head_ui(ui, words::CREATE_TITLE, words::CREATE_SENTENCE);
        refusal_ui(ui, state, actions);
        two_columns_ui(
            ui,
            actions,
            |ui, actions| {
                card_ui(ui, |ui| school_ui(ui, state, actions));
                ui.add_space(space::XS);
                card_ui(ui, |ui| place_ui(ui, state, actions));
            },
            |ui, actions| {
                card_ui(ui, |ui| administrator_ui(ui, state, actions));
            },
        );
        ui.add_space(space::S);
        buttons_ui(ui, state, actions);
    });
}

fn school_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::S;
    section_header_ui(ui, words::SCHOOL, None, |_| ());
    text_field_ui(
        ui,
        state,
        TextField::People(PeopleField::SchoolName),
        |text| Field::new(words::SCHOOL_NAME, text).help(words::SCHOOL_NAME_HELP),
        actions,
    );
    text_field_ui(
        ui,
        state,
        TextField::People(PeopleField::SchoolCode),
        |text| {
            Field::new(words::SCHOOL_CODE, text)
                .help(words::school_code_help())
                .width(SHORT)
        },
        actions,
    );
    ui.horizontal_top(|ui| {
        text_field_ui(
            ui,
            state,
            TextField::People(PeopleField::SchoolYear),
            |text| Field::new(words::FIRST_YEAR, text).width(SHORT),
            actions,
        );
        ui.spacing_mut().combo_width = SHORT;
        let semesters = [Semester::First, Semester::Second];
        let names = semesters.map(words::semester);
        let chosen = state.people.semester.unwrap_or(Semester::First);
        let selected = semesters.iter().position(|semester| *semester == chosen);
        if let Some(place) = select_ui(ui, "first semester", words::SEMESTER, &names, selected, "")
            && let Some(semester) = semesters.get(place)
        {
            actions.push(Action::People(PeopleAction::Semester(*semester)));
        }
    });
    ui.add(Label::new(Text::secondary(words::FIRST_YEAR_HELP)).wrap());
}

fn administrator_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::S;
    section_header_ui(ui, words::ADMINISTRATOR, None, |_| ());
    ui.add(Label::new(Text::secondary(words::ADMINISTRATOR_NOTE)).wrap());
    text_field_ui(
        ui,
        state,
        TextField::NewName,
        |text| Field::new(words::NAME, text),
        actions,
    );
    text_field_ui(
        ui,
        state,
        TextField::NewAccount,
        |text| Field::new(words::ACCOUNT, text).help(words::ACCOUNT_HELP),
        actions,
    );
    let account = state.forms.text(TextField::NewAccount);
    new_password_ui(ui, state, PASSWORD, &ROLES, account, actions);
}

fn place_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    library_place_ui(ui, state, actions);
    ui.add(Label::new(Text::secondary(words::PLACE_HELP)).wrap());
}

fn buttons_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if state.is_asked(|asked| *asked == Asked::Create) {
        waiting_ui(ui, words::CREATING);
        return;
    }
    ui.horizontal(|ui| {
        let named = [
            TextField::People(PeopleField::SchoolName),
            TextField::People(PeopleField::SchoolCode),
            TextField::People(PeopleField::SchoolYear),
            TextField::NewName,
            TextField::NewAccount,
            TextField::NewLibraryPath,
        ]
        .iter()
        .all(|field| !state.forms.text(*field).trim().is_empty());
        let reason = match (
            named,
            is_good(state, &ROLES, state.forms.text(TextField::NewAccount)),
        ) {
            (false, _) => Some(words::NOT_ALL_NAMED),
            (true, false) => Some(words::PASSWORD_NOT_YET),
            (true, true) => None,
        };
        if Button::primary(words::CREATE)
            .disabled_because(reason)
            .ui(ui)
            .clicked()
        {
            actions.push(Action::People(PeopleAction::CreateSchool));
        }
        if Button::quiet(words::BACK).ui(ui).clicked() {
            actions.push(Action::ShowWelcome);
        }
    });
}
