//! The lines of the queue: heads of courses, and items.

use eframe::egui::{Align2, CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use crate::engine::{QueueView, Verdict};
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, Pick};
use crate::gui::fonts;
use crate::gui::pages::overview::state_look;
use crate::gui::state::State;
use crate::gui::theme::{colors, space, type_size};
use crate::gui::widgets::{QueueRow, State as Look};
use crate::text::{certification as words, labels};

/// `資二乙 程式設計` with what waits there.
pub(super) fn head_ui(ui: &Ui, state: &State, queue: &QueueView, course: usize, rect: Rect) {
    let (Some(about), Some(tally)) = (queue.courses.get(course), state.panel.listing.courses.get(course))
    else {
        return;
    };
    let mut name = words::course_name(&about.name, &about.group);
    if let Some(teacher) = &about.deputy_for {
        name = format!("{name}　{}", words::deputy(teacher));
    }
    let term = about.term.to_string();
    let c = colors(ui);
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, c.surface_sunken);
    let count = format!("{} / {}", tally.decided(), tally.total);
    let middle = rect.center().y;
    let counted = painter.text(
        pos2(rect.right() - space::S, middle),
        Align2::RIGHT_CENTER,
        count,
        fonts::regular(type_size::SECONDARY),
        c.ink_soft,
    );
    let room = counted.left() - rect.left() - 2.0 * space::S;
    let mut job = eframe::egui::text::LayoutJob::simple_singleline(
        name.clone(),
        fonts::bold(type_size::SECONDARY),
        c.ink,
    );
    job.append(
        &term,
        space::XS,
        eframe::egui::TextFormat::simple(fonts::regular(type_size::SECONDARY), c.ink_soft),
    );
    job.wrap.max_width = room.max(0.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = painter.layout_job(job);
    let at = pos2(rect.left() + space::S, middle - galley.size().y / 2.0);
    painter.galley(at, galley, c.ink);
    let response = ui.interact(
        rect,
        ui.make_persistent_id(("queue head", about.id)),
        Sense::hover(),
    );
    let spoken = format!("{name} {term} {}", words::progress(tally.decided(), tally.total));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.on_hover_text(spoken);
}

pub(super) fn row_ui(
    ui: &Ui,
    state: &State,
    queue: &QueueView,
    index: usize,
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    let Some(row) = queue.rows.get(index) else { return };
    let panel = &state.panel;
    let deciding = panel.deciding.get(&row.id);
    // What is under way is shown as under way, never as done.
    let (note, loud) = match deciding {
        Some(Verdict::Certify | Verdict::Return { .. }) => (words::DECIDING.to_owned(), true),
        None if panel.undoing.contains(&row.id) => (words::UNDOING.to_owned(), true),
        None if row.filed => (words::FILED.to_owned(), false),
        None if row.requested.is_some() => (words::REQUESTED.to_owned(), true),
        None if row.is_overdue(state.now) => (words::OVERDUE.to_owned(), true),
        None if row.waits() => (
            row.waiting_since()
                .map_or_else(String::new, |since| words::waits(since, state.now)),
            false,
        ),
        None => (String::new(), false),
    };
    let unopened = row.unopened && !row.state.is_students() && !row.waits();
    let look: Look = state_look(row.state);
    let drawn = QueueRow {
        seat: &row.seat,
        name: &row.student_name,
        title: &row.title,
        state: look,
        state_name: labels::state(row.state),
        note: &note,
        loud,
        mark: unopened.then_some(words::UNOPENED),
        selected: panel.selection.open == Some(row.id),
        checked: panel
            .selection
            .has_marks()
            .then(|| panel.selection.is_marked(row.id)),
    };
    let id = ui.make_persistent_id(("queue row", row.id));
    let response = drawn.ui(ui, id, rect);
    if response.clicked() {
        let modifiers = ui.input(|input| input.modifiers);
        let pick = if modifiers.shift {
            Pick::Range
        } else if modifiers.command {
            Pick::Toggle
        } else {
            Pick::One
        };
        actions.push(Action::Panel(PanelAction::Pick(row.id, pick)));
    }
}
