//! 帳號: the list on the left, the open account on the right.

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use crate::domain::access::Role;
use crate::domain::account::PasswordState;
use crate::engine::AccountRow;
use crate::gui::action::Action;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::panes::{OpenWidth, panes_ui};
use crate::gui::pages::{search_is_wanted, text_field_ui};
use crate::gui::people::{PeopleAction, PeopleField, PeoplePlace, PeopleQuestion, Which, classes};
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::people::listed;
use crate::gui::widgets::{
    Button, EmptyState, Field, PageHeader, card_ui, menu_button_ui, menu_item_ui, select_ui, tabs_ui,
};
use crate::text::labels;
use crate::text::people::{NEVER, page as words};
use crate::worker::Office;

use super::checklist::{preparing_ui, ready_ui};
use super::row::{Columns, head_ui, row_ui};
use super::{bar, detail, tabs};

/// The open account.
const DETAIL: f32 = 384.0;
/// A choice of roles or classes.
const CHOICE: f32 = 124.0;

pub(super) fn accounts_ui(ui: &mut Ui, state: &State, place: PeoplePlace, actions: &mut Vec<Action>) {
    let open_ui = place.account.map(|account| {
        move |ui: &mut Ui, actions: &mut Vec<Action>| detail::detail_ui(ui, state, account, actions)
    });
    let frame = Frame::new().inner_margin(Margin::same(space::L as i8));
    panes_ui(
        ui,
        "open account",
        OpenWidth::Points(DETAIL),
        open_ui,
        frame,
        |ui, actions| list_side_ui(ui, state, place, actions),
        actions,
    );
}

/// The list scrolls by itself, below what narrows it and what can be done with those who are marked.
fn list_side_ui(ui: &mut Ui, state: &State, place: PeoplePlace, actions: &mut Vec<Action>) {
    let narrow = place.account.is_some();
    let mut header = PageHeader::new(words::TITLE).action(Button::primary(words::CREATE).icon(icons::PLUS));
    if let Some(office) = state.people.office.ready().filter(|_| !narrow) {
        let never = office.accounts.iter().filter(|row| row.never_came()).count();
        let on_slip = |row: &&AccountRow| row.password == PasswordState::OnSlip;
        let slips = office.accounts.iter().filter(on_slip).count();
        header = header.sentence(words::sentence(office.accounts.len(), never, slips));
    }
    if header.ui(ui) {
        actions.push(Action::People(PeopleAction::Ask(PeopleQuestion::Create)));
    }
    tabs(ui, place.tab, actions);
    let Some(office) = ready_ui(ui, state) else { return };
    preparing_ui(ui, state, actions);
    filters_ui(ui, state, office, actions);
    ui.add_space(space::XS);
    // In one place, so that the list does not move under the pointer that marks.
    if state.people.marked.is_empty() {
        chips_ui(ui, state, office, actions);
    } else {
        bar::bar_ui(ui, office, &state.people.marked, actions);
    }
    ui.add_space(space::XS);
    let rows = listed(state);
    card_ui(ui, |ui| list_ui(ui, state, place, &rows, actions));
}

fn filters_ui(ui: &mut Ui, state: &State, office: &Office, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().combo_width = CHOICE;
        let rest = 2.0 * (CHOICE + space::XS) + size::CONTROL + space::L;
        let width = (ui.available_width() - rest).min(size::RUNNING_TEXT / 2.0);
        let search = text_field_ui(
            ui,
            state,
            TextField::People(PeopleField::Search),
            |text| {
                Field::new(words::SEARCH, text)
                    .hint(words::SEARCH_HINT)
                    .width(width)
            },
            actions,
        );
        if search_is_wanted(ui.ctx()) {
            search.request_focus();
        }
        let shown = Role::ALL.into_iter().filter(|role| *role != Role::Owner);
        let roles: Vec<Role> = shown.collect();
        let mut names = vec![words::EVERY_ROLE];
        names.extend(roles.iter().map(|role| labels::role(*role)));
        let chosen = state.people.filter.role;
        if let Some(place) = choice_ui(ui, words::ROLE, &names, &roles, chosen.as_ref()) {
            let role = place.checked_sub(1).and_then(|place| roles.get(place)).copied();
            actions.push(Action::People(PeopleAction::Role(role)));
        }
        let classes = classes(office);
        let mut names = vec![words::EVERY_CLASS];
        names.extend(&classes);
        let chosen = state.people.filter.class.as_deref();
        if let Some(place) = choice_ui(ui, words::CLASS, &names, &classes, chosen.as_ref()) {
            let class = place.checked_sub(1).and_then(|place| classes.get(place));
            let class = class.map(|class| (*class).to_owned());
            actions.push(Action::People(PeopleAction::Class(class)));
        }
        ui.vertical(|ui| {
            ui.add_space(size::CONTROL - space::XS);
            more_ui(ui, actions);
        });
    });
}

/// All, or one of them; the place in `names`, whose first is all.
fn choice_ui<T: PartialEq>(
    ui: &mut Ui,
    label: &str,
    names: &[&str],
    all: &[T],
    chosen: Option<&T>,
) -> Option<usize> {
    let selected = match chosen {
        None => Some(0),
        Some(one) => all.iter().position(|known| known == one).map(|place| place + 1),
    };
    select_ui(ui, label, label, names, selected, "")
}

fn more_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    menu_button_ui(ui, Button::icon_only(icons::DOTS_THREE, words::LIST_MORE), |ui| {
        for (icon, label, action) in [
            (icons::COPY, words::COPY_LIST, PeopleAction::CopyListed),
            (
                icons::KEY,
                words::POLICY_ELLIPSIS,
                PeopleAction::Ask(PeopleQuestion::Policy),
            ),
        ] {
            if menu_item_ui(ui, icon, label, "").clicked() {
                actions.push(Action::People(action));
                ui.close();
            }
        }
    });
}

/// Accounts by how they stand, with their counts.
fn chips_ui(ui: &mut Ui, state: &State, office: &Office, actions: &mut Vec<Action>) {
    let typed = state.forms.text(TextField::People(PeopleField::Search));
    let counts = state.people.filter.counts(office, typed);
    let names: Vec<String> = Which::ALL
        .iter()
        .zip(counts)
        .map(|(which, count)| words::counted(name_of(*which), count))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = Which::ALL
        .iter()
        .position(|which| *which == state.people.filter.which);
    if let Some(place) = tabs_ui(ui, &names, selected.unwrap_or(0))
        && let Some(which) = Which::ALL.get(place)
    {
        actions.push(Action::People(PeopleAction::Which(*which)));
    }
}

const fn name_of(which: Which) -> &'static str {
    match which {
        Which::All => words::ALL,
        Which::Active => words::ACTIVE,
        Which::NeverCame => NEVER,
        Which::Locked => words::LOCKED,
        Which::Gone => words::GONE,
    }
}

/// Only what is in sight is drawn: a school has thousands.
fn list_ui(ui: &mut Ui, state: &State, place: PeoplePlace, rows: &[&AccountRow], actions: &mut Vec<Action>) {
    if rows.is_empty() {
        let _ = EmptyState::new(icons::USERS, words::NOBODY, words::NOBODY_SENTENCE).ui(ui);
        return;
    }
    let columns = Columns::of(ui.available_width());
    head_ui(ui, state, rows, columns, actions);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt("accounts")
        .auto_shrink(false)
        .show_rows(ui, size::ROW, rows.len(), |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                row_ui(ui, state, place, row, columns, actions);
            }
        });
}
