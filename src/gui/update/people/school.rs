//! A school's library from the welcome page.

use crate::domain::moment::taipei_date;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::engine::NewSchoolLibrary;
use crate::gui::effect::Effect;
use crate::gui::forms::{SecretField, TextField};
use crate::gui::intake::typed_path;
use crate::gui::people::PeopleField;
use crate::gui::route::Route;
use crate::gui::state::{Asked, State};
use crate::gui::update::opening::{fill_library_place, first_terms};
use crate::gui::update::say_message;
use crate::text::screen;
use crate::worker::{PeopleRequest, Request};

const YEAR: TextField = TextField::People(PeopleField::SchoolYear);

pub(super) fn show(state: &mut State) -> Vec<Effect> {
    state.said = None;
    state.forms.forget_secrets();
    if state.forms.text(YEAR).is_empty() {
        let year = SchoolYear::of(taipei_date(state.now));
        state.forms.set(YEAR, year.to_string());
    }
    state.people.semester = Some(first_terms(state).outcome.semester);
    fill_library_place(state);
    state.route = Route::CreateSchool;
    Vec::new()
}

pub(super) fn create(state: &mut State) -> Vec<Effect> {
    let Ok(year) = state.forms.text(YEAR).trim().parse::<SchoolYear>() else {
        say_message(state, screen::unreadable_number());
        return Vec::new();
    };
    let Some(path) = typed_path(state.forms.text(TextField::NewLibraryPath)) else {
        return Vec::new();
    };
    let forms = &mut state.forms;
    if forms.secret(SecretField::New) != forms.secret(SecretField::Again) {
        return Vec::new();
    }
    let password = forms.take_secret(SecretField::New);
    let semester = state.people.semester.unwrap_or(Semester::First);
    let text = |field| forms.text(field).trim().to_owned();
    let new = NewSchoolLibrary {
        name: text(TextField::People(PeopleField::SchoolName)),
        code: text(TextField::People(PeopleField::SchoolCode)),
        administrator: text(TextField::NewAccount),
        administrator_name: text(TextField::NewName),
        password,
        term: Term { year, semester },
    };
    state.forms.forget_secrets();
    state.said = None;
    state.wanted = Some(path.clone());
    let new = Box::new(new);
    vec![state.send(
        Asked::Create,
        Request::People(PeopleRequest::CreateSchool { path, new }),
    )]
}
