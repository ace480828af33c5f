//! The open account: who it is, what can be done, where they sit, what they teach.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::domain::access::{Right, Role};
use crate::domain::account::Status;
use crate::domain::activity::years::StudyYears;
use crate::domain::id::AccountId;
use crate::engine::{AccountDetail, AccountRow};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::{control_row_ui, trouble_ui};
use crate::gui::people::{PeopleAction, PeoplePlace, PeopleQuestion, PeopleTab};
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::people::has;
use crate::gui::widgets::{
    Button, key_text_ui, menu_button_ui, menu_item_ui, page_ui, section_header_ui, waiting_ui,
};
use crate::text::people::{self, page as words};
use crate::text::{certification, labels, time};

use super::row::standing_ui;

pub(super) fn detail_ui(ui: &mut Ui, state: &State, id: AccountId, actions: &mut Vec<Action>) {
    page_ui(ui, ("account", id), |ui| {
        let row = state.people.row(id);
        head_ui(ui, row, actions);
        if let Some(row) = row {
            acts_ui(ui, state, row, actions);
        }
        match &state.people.detail {
            Loadable::Ready(detail) if detail.row.id == id => about_ui(ui, detail),
            Loadable::Failed(trouble) => {
                trouble_ui(ui, state, trouble, None);
            }
            Loadable::Ready(_) | Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::READING),
        }
    });
}

fn head_ui(ui: &mut Ui, row: Option<&AccountRow>, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if Button::icon_only(icons::X, words::CLOSE).ui(ui).clicked() {
            let list = PeoplePlace::of(PeopleTab::Accounts);
            actions.push(Action::Go(Page::People(list)));
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let Some(row) = row else { return };
            ui.spacing_mut().item_spacing.y = space::XXS;
            ui.add(Label::new(Text::section(&row.name)).wrap().selectable(true));
            ui.add(Label::new(Text::body(&row.account).weak()).selectable(true));
            ui.horizontal(|ui| {
                ui.set_min_height(size::CHIP);
                let standing = if row.never_came() {
                    people::NEVER.to_owned()
                } else {
                    people::standing(row.standing)
                };
                standing_ui(ui, row, &standing);
            });
        });
    });
    ui.add_space(space::XS);
}

fn acts_ui(ui: &mut Ui, state: &State, row: &AccountRow, actions: &mut Vec<Action>) {
    if !row.manageable {
        ui.add(Label::new(Text::secondary(words::NOT_YOURS)).wrap());
        ui.add_space(space::S);
        return;
    }
    let id = row.id;
    let mut ask = |question| actions.push(Action::People(PeopleAction::Ask(question)));
    ui.horizontal(|ui| {
        if row.standing.status != Status::Ended
            && Button::secondary(words::RESET).icon(icons::KEY).ui(ui).clicked()
        {
            ask(PeopleQuestion::Reset(id));
        }
        match row.standing.status {
            Status::Active => {
                if Button::secondary(words::LOCK).icon(icons::LOCK).ui(ui).clicked() {
                    ask(PeopleQuestion::Lock(id));
                }
            }
            status => {
                let label = if status == Status::Locked {
                    words::UNLOCK
                } else {
                    words::REACTIVATE
                };
                let button = Button::secondary(label).icon(icons::LOCK_OPEN);
                if button.ui(ui).clicked() {
                    ask(PeopleQuestion::Reactivate(vec![id]));
                }
            }
        }
        menu_button_ui(ui, Button::secondary(words::MORE), |ui| {
            for (icon, label, question) in more(state, row) {
                if menu_item_ui(ui, icon, label, "").clicked() {
                    ask(question);
                    ui.close();
                }
            }
        });
    });
    ui.add_space(space::M);
}

/// What is done less often.
fn more(state: &State, row: &AccountRow) -> Vec<(&'static str, &'static str, PeopleQuestion)> {
    let id = row.id;
    let mut all = vec![(icons::PENCIL_SIMPLE, words::RENAME, PeopleQuestion::Rename(id))];
    let here = !row.standing.status.has_left() && row.standing.status != Status::Ended;
    if row.has(Role::Student) {
        if here {
            let leave = |status| PeopleQuestion::Leave(vec![id], status);
            all.push((icons::STUDENT, words::GRADUATE, leave(Status::Graduated)));
            all.push((icons::SIGN_OUT, words::TRANSFER, leave(Status::Transferred)));
        }
        if has(state, Right::KeepActivityRules) {
            all.push((icons::CALENDAR_BLANK, words::YEARS, PeopleQuestion::Years(id)));
        }
        return all;
    }
    if has(state, Right::GrantRoles) {
        all.push((icons::SHIELD_CHECK, words::ROLES, PeopleQuestion::Roles(id)));
    }
    if here {
        all.push((icons::PROHIBIT, words::END, PeopleQuestion::End(id)));
    }
    all
}

fn about_ui(ui: &mut Ui, detail: &AccountDetail) {
    let row = &detail.row;
    key_text_ui(ui, words::ROLE, &people::roles(&row.roles));
    key_text_ui(ui, words::PASSWORD, people::password(row.password));
    let login = row
        .last_login
        .map_or_else(|| people::NEVER.to_owned(), time::roc_moment);
    key_text_ui(ui, words::LAST_LOGIN, &login);
    let national_id = detail.national_id.as_deref().unwrap_or(words::NO_NATIONAL_ID);
    key_text_ui(ui, words::NATIONAL_ID, national_id);
    if let Some(year) = row.entry_year {
        key_text_ui(ui, words::ENTRY_YEAR, &labels::school_year(year));
    }
    if let Some(view) = detail.years {
        let StudyYears { first, last } = view.years;
        key_text_ui(ui, words::STUDY_YEARS, &words::study_years(first, last));
    }
    if !detail.placements.is_empty() {
        part_ui(ui, words::CLASS_AND_SEAT);
        for (term, class, seat) in &detail.placements {
            ui.add(Label::new(Text::body(words::placement(*term, class, seat))).wrap());
        }
    }
    if !detail.homerooms.is_empty() {
        part_ui(ui, words::HOMEROOM);
        for (term, class) in &detail.homerooms {
            ui.add(Label::new(Text::body(format!("{term}　{class}"))).wrap());
        }
    }
    if row.has(Role::Teacher) {
        courses_ui(ui, detail);
    }
}

fn part_ui(ui: &mut Ui, title: &str) {
    ui.add_space(space::M);
    section_header_ui(ui, title, None, |_| {});
}

fn courses_ui(ui: &mut Ui, detail: &AccountDetail) {
    part_ui(ui, words::COURSES);
    if detail.courses.is_empty() {
        ui.add(Label::new(Text::body(words::NO_COURSES).weak()).wrap());
    }
    for course in &detail.courses {
        let name = certification::course_name(&course.name, &course.group);
        let line = format!("{}　{name}", course.term);
        control_row_ui(
            ui,
            size::CHIP,
            &mut Vec::new(),
            |ui, _| {
                if course.waiting > 0 {
                    let waiting = words::waiting(course.waiting);
                    ui.add(Label::new(Text::secondary(waiting)).extend());
                }
            },
            |ui| {
                ui.add(Label::new(Text::body(line)).truncate());
            },
        );
    }
}
