//! The certification panel: queue, document, record and decision.

mod batch;
mod decision;
mod document;
mod flags;
mod history;
mod queue;
mod reasons;
mod record;
mod row;
#[cfg(test)]
mod tests;
mod tools;

use eframe::egui::{CornerRadius, Frame, Margin, Panel, Rect, Stroke, Ui, UiBuilder, pos2};

use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, SidePane};
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::trouble_ui;
use crate::gui::preferences::{QUEUE_WIDTH, RECORD_WIDTH};
use crate::gui::state::State;
use crate::gui::theme::{colors, space, stroke};
use crate::gui::widgets::{self, Button, Notice, NoticeKind, edge_ui, waiting_ui};
use crate::text::certification as words;
use crate::worker::Trouble;

/// The share of the page that queue and record leave to the document by themselves, and the least that
/// somebody can leave it by dragging.
const DOCUMENT_BY_ITSELF: f32 = 0.46;
const DOCUMENT_BY_HAND: f32 = 0.36;

/// Why there is no queue, and trying again.
pub(super) fn queue_trouble_ui(ui: &mut Ui, state: &State, trouble: &Trouble, actions: &mut Vec<Action>) {
    if trouble_ui(ui, state, trouble, Some("再試一次")) {
        actions.push(Action::Panel(PanelAction::Refresh));
    }
}

pub fn certification_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    match &state.panel.queue {
        Loadable::Ready(_) => {}
        Loadable::Failed(trouble) => {
            widgets::page_ui(ui, "queue failed", |ui| {
                queue_trouble_ui(ui, state, trouble, actions)
            });
            return;
        }
        Loadable::NotAsked | Loadable::Loading => {
            widgets::page_ui(ui, "queue waiting", |ui| waiting_ui(ui, words::READING));
            return;
        }
    }
    notices_ui(ui, state, actions);
    document::second_window_ui(ui, state, actions);
    if state.viewer.alone {
        document::alone_ui(ui, state, actions);
        return;
    }
    panes_ui(ui, state, actions);
}

/// How wide the queue is on a page of `width` points.
pub fn queue_width(width: f32, state: &State) -> f32 {
    widths(width, state).0
}

/// Widths of queue and record on a page of `width` points.
fn widths(width: f32, state: &State) -> (f32, f32) {
    let (queue, record) = state.preferences.panel_widths();
    let document = if state.preferences.panel_widths_are_chosen() {
        DOCUMENT_BY_HAND
    } else {
        DOCUMENT_BY_ITSELF
    };
    let room = width * (1.0 - document);
    // The record gives way first, then the queue; what was chosen is back when the window is wide again.
    let record = record.min((room - queue).max(RECORD_WIDTH[1]));
    let queue = queue.min((room - record).max(QUEUE_WIDTH[1]));
    (queue, record)
}

/// How wide a pane can be drawn on a page of `width` points while the other one is `other`.
fn widest(width: f32, other: f32, [_, least, most]: [f32; 3]) -> f32 {
    (width * (1.0 - DOCUMENT_BY_HAND) - other).clamp(least, most)
}

fn panes_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let page = ui.available_rect_before_wrap();
    let (queue, record) = widths(page.width(), state);
    let first = (page.left() + queue).round();
    let second = (page.right() - record).round();
    let column = |left: f32, right: f32| {
        Rect::from_min_max(pos2(left, page.top()), pos2(right.max(left), page.bottom()))
    };
    let c = colors(ui);
    for side in [column(page.left(), first), column(second, page.right())] {
        ui.painter()
            .rect_filled(side, CornerRadius::ZERO, c.surface_raised);
    }
    pane_ui(ui, "queue", column(page.left(), first), |ui| {
        queue::queue_ui(ui, state, actions)
    });
    pane_ui(ui, "document", column(first, second), |ui| {
        document::document_ui(ui, state, actions);
    });
    pane_ui(ui, "record", column(second, page.right()), |ui| {
        record::record_ui(ui, state, actions);
    });
    // Last, so that they lie over the panes they part.
    if let Some(moved) = edge_ui(ui, words::QUEUE_EDGE, page, first) {
        let most = widest(page.width(), record, QUEUE_WIDTH);
        actions.push(wider(
            SidePane::Queue,
            queue + moved.by,
            [QUEUE_WIDTH[1], most],
            moved.done,
        ));
    }
    if let Some(moved) = edge_ui(ui, words::RECORD_EDGE, page, second) {
        let most = widest(page.width(), queue, RECORD_WIDTH);
        actions.push(wider(
            SidePane::Record,
            record - moved.by,
            [RECORD_WIDTH[1], most],
            moved.done,
        ));
    }
    ui.advance_cursor_after_rect(page);
}

fn wider(pane: SidePane, width: f32, [least, most]: [f32; 2], done: bool) -> Action {
    let width = width.clamp(least, most);
    Action::Panel(PanelAction::Width { pane, width, done })
}

/// A pane of its own: what is drawn in it stays in it, and scrolls by itself.
fn pane_ui(ui: &mut Ui, name: &str, rect: Rect, contents: impl FnOnce(&mut Ui)) {
    let mut pane = ui.new_child(UiBuilder::new().id_salt(("pane", name)).max_rect(rect));
    pane.set_clip_rect(rect.intersect(ui.clip_rect()));
    contents(&mut pane);
}

/// Decisions that were not taken, each with the way back to its item.
fn notices_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    if state.panel.notices.is_empty() {
        return;
    }
    let frame = Frame::new()
        .inner_margin(Margin::symmetric(space::M as i8, space::XS as i8))
        .stroke(Stroke::new(stroke::HAIR, colors(ui).line));
    // A panel remembers its height: each number of notices has its own.
    let id = eframe::egui::Id::unique(("decisions not taken", state.panel.notices.len()));
    Panel::top(id)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            for (place, notice) in state.panel.notices.iter().enumerate() {
                let message = &notice.message;
                ui.push_id(("notice", notice.item), |ui| {
                    ui.with_layout(
                        eframe::egui::Layout::right_to_left(eframe::egui::Align::Min),
                        |ui| {
                            if Button::icon_only(icons::X, words::CLOSE_NOTICE).ui(ui).clicked() {
                                actions.push(Action::Panel(PanelAction::DismissNotice(place)));
                            }
                            ui.with_layout(eframe::egui::Layout::top_down(eframe::egui::Align::Min), |ui| {
                                let drawn = Notice::new(NoticeKind::Refusal, message.what.clone())
                                    .why(message.why.clone())
                                    .now(message.cure.clone())
                                    .action(words::BACK_TO_IT);
                                if drawn.ui(ui) {
                                    actions.push(Action::Panel(PanelAction::Back(notice.item)));
                                }
                            });
                        },
                    );
                });
            }
        });
}
