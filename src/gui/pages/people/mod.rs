//! The people of a school: 帳號, 班級與導師, 代理人, 權限.

mod accounts;
mod bar;
pub(in crate::gui) mod checklist;
mod classes;
mod deputies;
mod detail;
mod rights;
mod row;

use eframe::egui::Ui;

use crate::gui::action::Action;
use crate::gui::people::{PeoplePlace, PeopleTab};
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::update::people::manages;
use crate::gui::widgets::{PageHeader, page_ui, tabs_ui};
use crate::text::people::page as words;
use crate::text::rights as right_words;

pub fn people_page_ui(ui: &mut Ui, state: &State, place: PeoplePlace, actions: &mut Vec<Action>) {
    if !manages(state) {
        rights::own_ui(ui, state);
        return;
    }
    match place.tab {
        PeopleTab::Accounts => accounts::accounts_ui(ui, state, place, actions),
        PeopleTab::Classes => classes::classes_ui(ui, state, place, actions),
        PeopleTab::Deputies => deputies::deputies_ui(ui, state, place, actions),
        PeopleTab::Rights => page_ui(ui, "rights", |ui| {
            let _ = PageHeader::new(words::RIGHTS).sentence(right_words::LEAD).ui(ui);
            tabs(ui, place.tab, actions);
            rights::table_ui(ui, state);
        }),
    }
}

/// The views side by side.
fn tabs(ui: &mut Ui, tab: PeopleTab, actions: &mut Vec<Action>) {
    let names = PeopleTab::ALL.map(|tab| match tab {
        PeopleTab::Accounts => words::ACCOUNTS,
        PeopleTab::Classes => words::CLASSES,
        PeopleTab::Deputies => words::DEPUTIES,
        PeopleTab::Rights => words::RIGHTS,
    });
    let selected = PeopleTab::ALL.iter().position(|one| *one == tab);
    if let Some(place) = tabs_ui(ui, &names, selected.unwrap_or(0))
        && let Some(tab) = PeopleTab::ALL.get(place)
    {
        actions.push(Action::Go(Page::People(PeoplePlace::of(*tab))));
    }
    ui.add_space(space::XS);
}
