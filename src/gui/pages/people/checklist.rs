//! What a school has to do before its students can begin, on the overview of the office.

use eframe::egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use crate::domain::set_up::{SetUp, SetUpStep};
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::{control_row_ui, trouble_ui, two_lines_ui};
use crate::gui::people::PeopleAction;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::update::people::page_of;
use crate::gui::widgets::{
    Button, ListRow, Notice, NoticeKind, Progress, card_ui, section_header_ui, waiting_ui,
};
use crate::text::people::page;
use crate::text::set_up as words;
use crate::worker::Office;

/// The list, with what is done ticked off.
pub fn checklist_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(office) = ready_ui(ui, state) else { return };
    let lead = words::lead(&office.set_up);
    if office.set_up.next().is_none() {
        let _ = Notice::new(NoticeKind::Success, lead).ui(ui);
        return;
    }
    section_header_ui(ui, words::CHECK_LIST, Some(&lead), |_| {});
    card_ui(ui, |ui| {
        preparing_ui(ui, state, actions);
        let next = office.set_up.next();
        for step in SetUpStep::ALL {
            step_ui(ui, &office.set_up, step, next == Some(step), actions);
        }
    });
}

fn step_ui(ui: &mut Ui, found: &SetUp, step: SetUpStep, next: bool, actions: &mut Vec<Action>) {
    let done = found.is_done(step);
    let (title, about) = (words::title(step), words::state(step, found));
    let mark = if done { words::DONE } else { words::OPEN };
    let last = SetUpStep::ALL.last() == Some(&step);
    let goes = page_of(step).is_some();
    let row = ListRow::new(format!("{title} {mark} {about}"))
        .tall()
        .last(last)
        .ui(ui, ("step", step.code()), |ui| {
            mark_ui(ui, done, next, mark);
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    if !goes {
                        return;
                    }
                    let label = words::go(step, done);
                    let button = if next {
                        Button::primary(label)
                    } else if done {
                        Button::quiet(label)
                    } else {
                        Button::secondary(label)
                    };
                    if button.tooltip(title).ui(ui).clicked() {
                        actions.push(Action::People(PeopleAction::Step(step)));
                    }
                },
                |ui| two_lines_ui(ui, size::ROW_TALL, Text::strong(title), Text::secondary(&about)),
            );
        });
    if row.response.clicked() && goes {
        actions.push(Action::People(PeopleAction::Step(step)));
    }
}

/// Shape and colour; the word is in the name of the row.
fn mark_ui(ui: &mut Ui, done: bool, next: bool, word: &str) {
    let c = colors(ui);
    let (icon, ink) = match (done, next) {
        (true, _) => (icons::CHECK_CIRCLE, c.certified.ink),
        (false, true) => (icons::ARROW_RIGHT, c.accent),
        (false, false) => (icons::MINUS, c.ink_soft),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint(ui.painter(), rect.center(), icon, ink);
}

/// How far first passwords are, while some are made.
pub fn preparing_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(office) = state.people.office.ready() else {
        return;
    };
    let passwords = office.passwords;
    if passwords.waiting == 0 {
        return;
    }
    if state.people.interrupted {
        let stopped = Notice::new(NoticeKind::Caution, page::INTERRUPTED)
            .why(page::INTERRUPTED_WHY)
            .action(page::GO_ON);
        if stopped.ui(ui) {
            actions.push(Action::People(PeopleAction::Prepare));
        }
    } else {
        let all = passwords.ready + passwords.waiting;
        let share = passwords.ready as f32 / all.max(1) as f32;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::CONTROL),
            Layout::top_down(Align::Min),
            |ui| {
                let _ = Progress::new(page::preparing(passwords.ready, all), share).ui(ui);
            },
        );
    }
    ui.add_space(space::XS);
}

/// What is known of the people; else what stands in its place is drawn.
pub fn ready_ui<'s>(ui: &mut Ui, state: &'s State) -> Option<&'s Office> {
    match &state.people.office {
        Loadable::Ready(office) => return Some(office),
        Loadable::Failed(trouble) => {
            trouble_ui(ui, state, trouble, None);
        }
        Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, page::READING),
    }
    None
}
