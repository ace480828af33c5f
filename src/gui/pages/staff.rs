//! 總覽 of teachers: what waits in which course, and until when. The office sees the windows of time.

use eframe::egui::{Label, Ui};

use crate::domain::window::WindowKind;
use crate::engine::{QueueCourse, QueueView};
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, Tally};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::progress;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::update::certification::decides;
use crate::gui::update::people::manages;
use crate::gui::widgets::{
    Button, EmptyState, ListRow, PageHeader, card_ui, cell_ui, page_ui, section_header_ui, share_bar_ui,
    waiting_ui,
};
use crate::text::{certification, labels, pages as words, window_edge};

use super::board::board_ui;
use super::certification::queue_trouble_ui;
use super::people::checklist::checklist_ui;
use super::progress::glance::glance_ui;
use super::window_words::window_words;
use super::{control_row_ui, named_row_ui, two_lines_ui};

/// The column of the bar that fills up, in points.
const METER: f32 = 180.0;

pub fn staff_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if state.snapshot().is_none() {
        return;
    }
    page_ui(ui, "staff", |ui| {
        head_ui(ui, state, actions);
        board_ui(ui, state);
        if manages(state) {
            checklist_ui(ui, state, actions);
            ui.add_space(space::L);
        }
        if decides(state) {
            courses_ui(ui, state, actions);
            ui.add_space(space::L);
        }
        if state.session.as_ref().is_some_and(progress::sees) {
            glance_ui(ui, state, actions);
            ui.add_space(space::L);
        }
        windows_ui(ui, state, actions);
    });
}

fn head_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (Some(data), Some(session)) = (state.snapshot(), &state.session) else {
        return;
    };
    let roles: Vec<&str> = session.roles.iter().map(|role| labels::role(*role)).collect();
    let mut sentence = format!("{}　{}", data.status.school_name, roles.join("、"));
    let mut header = PageHeader::new(session.display_name.clone());
    if decides(state) {
        let waiting = state.panel.waiting();
        sentence = format!("{sentence}　{}", certification::waiting_sentence(waiting));
        if waiting > 0 {
            header = header.action(Button::primary(certification::GO_ON).icon(icons::SEAL_CHECK));
        }
    }
    if header.sentence(sentence).ui(ui) {
        actions.push(Action::Go(Page::Certification));
    }
}

fn courses_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let total = state.panel.listing.everything;
    let note = (total.total > 0).then(|| certification::progress(total.decided(), total.total));
    section_header_ui(ui, certification::MY_COURSES, note.as_deref(), |_| {});
    match &state.panel.queue {
        Loadable::Ready(queue) if queue.courses.is_empty() => {
            let _ = EmptyState::new(
                icons::CHALKBOARD_TEACHER,
                certification::NO_COURSES,
                certification::NO_COURSES_SENTENCE,
            )
            .ui(ui);
        }
        Loadable::Ready(queue) => {
            card_ui(ui, |ui| rows_ui(ui, state, queue, actions));
        }
        Loadable::Failed(trouble) => queue_trouble_ui(ui, state, trouble, actions),
        Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, certification::READING),
    }
}

fn rows_ui(ui: &mut Ui, state: &State, queue: &QueueView, actions: &mut Vec<Action>) {
    let last = queue.courses.len().saturating_sub(1);
    for (place, (course, tally)) in queue.courses.iter().zip(&state.panel.listing.courses).enumerate() {
        course_ui(ui, state, course, tally, place == last, actions);
    }
}

/// One course: how far it is, how many wait, and since when.
fn course_ui(
    ui: &mut Ui,
    state: &State,
    course: &QueueCourse,
    tally: &Tally,
    last: bool,
    actions: &mut Vec<Action>,
) {
    let name = certification::course_name(&course.name, &course.group);
    let mut about = labels::term(course.term);
    if let Some(teacher) = &course.deputy_for {
        about = format!("{about}　{}", certification::deputy(teacher));
    }
    let waits = if tally.waiting == 0 {
        String::new()
    } else {
        certification::counted(certification::WAITING, tally.waiting)
    };
    let oldest = tally
        .oldest
        .map(|since| certification::oldest(since, state.now))
        .unwrap_or_default();
    let done = certification::progress(tally.decided(), tally.total);
    let row = ListRow::new(format!("{name} {about} {done} {waits} {oldest}"))
        .tall()
        .last(last)
        .ui(ui, ("course", course.id), |ui| {
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    let label = if tally.waiting > 0 {
                        certification::TITLE
                    } else {
                        certification::LOOK
                    };
                    let open = Button::secondary(label).tooltip(format!("{label} {name}"));
                    if tally.total > 0 && open.ui(ui).clicked() {
                        actions.push(Action::Panel(PanelAction::OpenCourse(course.id)));
                    }
                    ui.add_space(space::S);
                    cell_ui(ui, METER, |ui| meter_ui(ui, tally, &done));
                    cell_ui(ui, METER, |ui| {
                        two_lines_ui(ui, size::ROW_TALL, Text::strong(waits), Text::secondary(oldest));
                    });
                },
                |ui| two_lines_ui(ui, size::ROW_TALL, Text::strong(&name), Text::secondary(about)),
            );
        });
    if row.response.clicked() && tally.total > 0 {
        actions.push(Action::Panel(PanelAction::OpenCourse(course.id)));
    }
}

fn meter_ui(ui: &mut Ui, tally: &Tally, done: &str) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        ui.add_space(space::S);
        ui.add(Label::new(Text::secondary(done)).truncate());
        share_bar_ui(ui, done, tally.decided(), tally.total, METER);
    });
}

fn windows_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(data) = state.snapshot() else { return };
    section_header_ui(ui, words::STAFF_WINDOWS, None, |_| {});
    card_ui(ui, |ui| {
        for kind in WindowKind::ALL {
            let line = window_words(&data.status, kind, state.now);
            let edge = data
                .status
                .window(kind, state.now)
                .map(|window| window_edge(window, line.phase));
            named_row_ui(ui, &line.name, &line.status, actions, |ui, _| {
                ui.label(Text::secondary(edge.unwrap_or_default()));
            });
        }
    });
}
