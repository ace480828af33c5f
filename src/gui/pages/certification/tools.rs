//! What stands above the queue: search, which items, which course and class, how they are sorted.

use eframe::egui::{Align, ComboBox, Layout, TextEdit, Ui, vec2};

use crate::engine::QueueView;
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, SortBy, Which};
use crate::gui::icons;
use crate::gui::pages::search_is_wanted;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, caret, divider_ui, menu_button_ui, menu_item_ui, tabs_ui};
use crate::text::{certification as words, labels};

use crate::domain::outcome::OutcomeState;

const fn which_name(which: Which) -> &'static str {
    match which {
        Which::Waiting => words::WAITING,
        Which::All => words::EVERYTHING,
        Which::Submitted => labels::state(OutcomeState::Submitted),
        Which::Certified => labels::state(OutcomeState::Certified),
        Which::Returned => labels::state(OutcomeState::Returned),
        Which::Requested => words::REQUESTED,
    }
}

const fn sort_name(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Waiting => words::SORT_WAITING,
        SortBy::Seat => words::SORT_SEAT,
        SortBy::Name => words::SORT_NAME,
        SortBy::Course => words::SORT_COURSE,
    }
}

fn counted(state: &State, which: Which) -> String {
    let place = Which::ALL.iter().position(|other| *other == which);
    let count = place.map_or(0, |place| state.panel.listing.counts[place]);
    words::counted(which_name(which), count)
}

pub(super) fn tools_ui(ui: &mut Ui, state: &State, queue: &QueueView, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let row = vec2(ui.available_width(), size::CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let funnel = Button::icon_only(icons::FUNNEL, words::ADVANCED);
        menu_button_ui(ui, funnel, |ui| menu_ui(ui, state, actions));
        search_ui(ui, state, actions);
    });
    which_ui(ui, state, actions);
    scope_ui(ui, state, queue, actions);
}

fn search_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let mut text = state.panel.filter.search.clone();
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .hint_text(words::SEARCH_HINT)
            .desired_width(f32::INFINITY),
    );
    ui.ctx()
        .accesskit_node_builder(field.id, |node| node.set_label(words::SEARCH));
    if field.changed() {
        actions.push(Action::Panel(PanelAction::Search(text)));
    }
    if search_is_wanted(ui.ctx()) {
        field.request_focus();
    }
}

/// What waits, and one other choice: everything, until another was taken from the menu.
fn which_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let chosen = state.panel.filter.which;
    let other = match chosen {
        Which::Waiting => Which::All,
        other => other,
    };
    let names = [counted(state, Which::Waiting), counted(state, other)];
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = usize::from(chosen != Which::Waiting);
    if let Some(tab) = tabs_ui(ui, &names, selected) {
        let which = if tab == 0 { Which::Waiting } else { other };
        actions.push(Action::Panel(PanelAction::Which(which)));
    }
}

fn menu_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let filter = &state.panel.filter;
    let mut entry = |ui: &mut Ui, chosen: bool, name: &str, action: PanelAction| {
        let icon = if chosen { icons::CHECK } else { "" };
        if menu_item_ui(ui, icon, name, "").clicked() {
            actions.push(Action::Panel(action));
            ui.close();
        }
    };
    for which in Which::ALL {
        let name = counted(state, which);
        entry(ui, filter.which == which, &name, PanelAction::Which(which));
    }
    divider_ui(ui);
    for sort in SortBy::ALL {
        let name = format!("{}：{}", words::SORT, sort_name(sort));
        entry(ui, filter.sort == sort, &name, PanelAction::Sort(sort));
    }
    divider_ui(ui);
    entry(ui, false, words::MARK_ALL, PanelAction::MarkAll);
}

/// Below this width of a choice there is no room for 全部課程.
const SHORT: f32 = 100.0;

/// Course and class, side by side.
fn scope_ui(ui: &mut Ui, state: &State, queue: &QueueView, actions: &mut Vec<Action>) {
    let filter = &state.panel.filter;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let width = ((ui.available_width() - space::XS) / 2.0).floor();
        let shown = filter.course.and_then(|id| queue.course(id)).map_or_else(
            || {
                let all = if width < SHORT {
                    words::COURSE
                } else {
                    words::ALL_COURSES
                };
                all.to_owned()
            },
            |course| words::course_name(&course.name, &course.group),
        );
        choice_ui(ui, words::COURSE, &shown, width, |ui| {
            let mut choose = |ui: &mut Ui, chosen: bool, name: String, course| {
                if ui.selectable_label(chosen, name).clicked() {
                    actions.push(Action::Panel(PanelAction::Course(course)));
                }
            };
            choose(ui, filter.course.is_none(), words::ALL_COURSES.to_owned(), None);
            for (course, tally) in queue.courses.iter().zip(&state.panel.listing.courses) {
                let name = words::course_name(&course.name, &course.group);
                let name = format!("{name}　{}　{}", course.term, tally.waiting);
                choose(ui, filter.course == Some(course.id), name, Some(course.id));
            }
        });
        let everyone = if width < SHORT {
            words::CLASS
        } else {
            words::ALL_CLASSES
        };
        let shown = filter.class.as_deref().unwrap_or(everyone);
        choice_ui(ui, words::CLASS, shown, width, |ui| {
            let all = ui.selectable_label(filter.class.is_none(), words::ALL_CLASSES);
            if all.clicked() {
                actions.push(Action::Panel(PanelAction::Class(None)));
            }
            for class in &state.panel.listing.classes {
                let chosen = filter.class.as_ref() == Some(class);
                if ui.selectable_label(chosen, class).clicked() {
                    actions.push(Action::Panel(PanelAction::Class(Some(class.clone()))));
                }
            }
        });
    });
}

fn choice_ui(ui: &mut Ui, name: &str, shown: &str, width: f32, options: impl FnOnce(&mut Ui)) {
    let place = vec2(width, size::CONTROL);
    let combo = ui.allocate_ui(place, |ui| {
        ui.set_max_width(width);
        ComboBox::from_id_salt(("queue", name))
            .selected_text(shown)
            .width(width)
            .truncate()
            .icon(caret)
            .show_ui(ui, options)
    });
    let combo = combo.inner;
    ui.ctx().accesskit_node_builder(combo.response.id, |node| {
        node.set_label(name);
        node.set_value(shown);
    });
}
