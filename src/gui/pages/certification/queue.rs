//! The queue: what waits, in an order that stays, and how far one has come.

use eframe::egui::{Frame, Label, Margin, Panel, Rect, ScrollArea, Ui, pos2, vec2};

use crate::domain::window::WindowKind;
use crate::engine::QueueView;
use crate::gui::action::Action;
use crate::gui::certification::{Line, LineKind, PanelAction, Which};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::window_words::window_words;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, share_bar_ui};
use crate::text::{certification as words, screen};

use super::{row, tools};

pub(super) fn queue_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(queue) = state.panel.queue.ready() else {
        return;
    };
    let margin = Frame::new().inner_margin(Margin::same(space::S as i8));
    Panel::top("queue tools")
        .frame(margin)
        .show(ui, |ui| tools::tools_ui(ui, state, queue, actions));
    let foot = Frame::new().inner_margin(Margin::symmetric(space::S as i8, space::XS as i8));
    Panel::bottom("queue progress")
        .frame(foot)
        .show(ui, |ui| progress_ui(ui, state));
    if state.panel.listing.lines.is_empty() {
        nothing_ui(ui, state, queue, actions);
        return;
    }
    list_ui(ui, state, queue, actions);
}

/// Where a line begins, in points from the top of the list.
fn top(lines: &[Line], place: usize) -> f32 {
    let heads = lines.get(place).map_or_else(
        || {
            let last = lines.last();
            last.map_or(0, |line| {
                line.heads_before + usize::from(matches!(line.kind, LineKind::Course { .. }))
            })
        },
        |line| line.heads_before,
    );
    heads as f32 * size::ROW + (place - heads) as f32 * size::ROW_QUEUE
}

/// Only what is in sight is drawn; places follow from the number of heads above.
fn list_ui(ui: &mut Ui, state: &State, queue: &QueueView, actions: &mut Vec<Action>) {
    let lines = &state.panel.listing.lines;
    // Text must not shift because a scroll bar came or went.
    ui.spacing_mut().scroll.floating_allocated_width = 0.0;
    ScrollArea::vertical()
        .id_salt("queue")
        .auto_shrink(false)
        .show_viewport(ui, |ui, view| {
            let whole = vec2(ui.available_width(), top(lines, lines.len()));
            ui.set_min_size(whole);
            let origin = ui.max_rect().min;
            reveal(ui, state, lines, origin);
            let first = line_at(lines, view.top());
            for place in first..lines.len() {
                let at = top(lines, place);
                if at > view.bottom() {
                    break;
                }
                let height = top(lines, place + 1) - at;
                let rect = Rect::from_min_size(pos2(origin.x, origin.y + at), vec2(whole.x, height));
                match lines[place].kind {
                    LineKind::Course { course, .. } => row::head_ui(ui, state, queue, course, rect),
                    LineKind::Row(index) => row::row_ui(ui, state, queue, index, rect, actions),
                }
            }
        });
}

/// The line that stands at `y`.
fn line_at(lines: &[Line], y: f32) -> usize {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = low.midpoint(high);
        if top(lines, middle + 1) <= y {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Scrolls to the open row, once for each time it was opened.
fn reveal(ui: &Ui, state: &State, lines: &[Line], origin: eframe::egui::Pos2) {
    let seen = eframe::egui::Id::unique("queue revealed");
    let wanted = state.panel.reveal;
    if ui.ctx().data(|data| data.get_temp::<u64>(seen)) == Some(wanted) {
        return;
    }
    ui.ctx().data_mut(|data| data.insert_temp(seen, wanted));
    let row = state
        .panel
        .selection
        .open
        .filter(|open| state.panel.listing.place(*open).is_some())
        .and_then(|open| state.panel.listing.row_place(open));
    let Some(row) = row else { return };
    let Some(place) = lines.iter().position(|line| line.kind == LineKind::Row(row)) else {
        return;
    };
    let (above, below) = (top(lines, place), top(lines, place + 1));
    // The head of the course comes with its first row.
    let head = if place > 0 && matches!(lines[place - 1].kind, LineKind::Course { .. }) {
        size::ROW
    } else {
        0.0
    };
    let rect = Rect::from_min_max(
        pos2(origin.x, origin.y + above - head),
        pos2(origin.x + 1.0, origin.y + below),
    );
    ui.scroll_to_rect(rect, None);
}

fn nothing_ui(ui: &mut Ui, state: &State, queue: &QueueView, actions: &mut Vec<Action>) {
    let filter = &state.panel.filter;
    let narrowed = filter.course.is_some() || filter.class.is_some() || !filter.search.trim().is_empty();
    let (icon, title, sentence) = if queue.rows.is_empty() {
        (icons::TRAY, words::NOTHING_HERE, words::NOTHING_HERE_SENTENCE)
    } else if filter.which == Which::Waiting && !narrowed {
        (icons::CHECK_CIRCLE, words::ALL_DONE, words::ALL_DONE_SENTENCE)
    } else {
        (
            icons::MAGNIFYING_GLASS,
            words::NOTHING_FOUND,
            words::NOTHING_FOUND_SENTENCE,
        )
    };
    let margin = Frame::new().inner_margin(Margin::symmetric(space::S as i8, 0));
    margin.show(ui, |ui| {
        let mut empty = EmptyState::new(icon, title, sentence);
        if !queue.rows.is_empty() && filter.which != Which::All {
            empty = empty.action(Button::secondary(words::SHOW_ALL));
        }
        if empty.ui(ui) {
            actions.push(Action::Panel(PanelAction::Which(Which::All)));
        }
    });
}

/// `12 / 34 已處理`, a line that fills up, and how long the window is open.
fn progress_ui(ui: &mut Ui, state: &State) {
    let scope = state.panel.listing.scope;
    ui.spacing_mut().item_spacing.y = space::XXS;
    let done = words::progress(scope.decided(), scope.total);
    ui.add(Label::new(Text::label(&done)).truncate());
    share_bar_ui(ui, &done, scope.decided(), scope.total, f32::INFINITY);
    if let Some(data) = state.snapshot() {
        let line = window_words(&data.status, WindowKind::Certification, state.now);
        let name = screen::short_window_name(&line.name);
        let said = format!("{name} {}", screen::shortest_status(&line.status));
        ui.add(Label::new(Text::secondary(said)).truncate());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_two_heights_are_found_again() {
        let line = |kind, heads_before| Line { kind, heads_before };
        let lines = [
            line(LineKind::Course { course: 0, shown: 2 }, 0),
            line(LineKind::Row(0), 1),
            line(LineKind::Row(1), 1),
            line(LineKind::Course { course: 1, shown: 1 }, 1),
            line(LineKind::Row(2), 2),
        ];
        let mut expected = 0.0;
        for (place, line) in lines.iter().enumerate() {
            assert_eq!(top(&lines, place), expected);
            let height = match line.kind {
                LineKind::Course { .. } => size::ROW,
                LineKind::Row(_) => size::ROW_QUEUE,
            };
            assert_eq!(line_at(&lines, expected), place);
            assert_eq!(line_at(&lines, expected + height - 0.5), place);
            expected += height;
        }
        assert_eq!(top(&lines, lines.len()), expected);
        assert_eq!(line_at(&lines, expected + 1.0), lines.len());
    }
}
