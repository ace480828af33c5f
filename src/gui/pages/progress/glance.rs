//! The progress of the term in a few lines, for the overview of whoever sees 進度: each leads to its list.

use eframe::egui::{Label, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::plot::{fill, legend_ui};
use super::{go, is_empty};
use crate::domain::outcome::OutcomeState;
use crate::domain::progress::Tally;
use crate::engine::ProgressView;
use crate::gui::action::Action;
use crate::gui::fonts::{Text, icon_font};

use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::named_row_ui;
use crate::gui::progress::{ProgressPlace, ProgressTab};
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space, stroke};
use crate::gui::widgets::{ListRow, card_ui, section_header_ui, waiting_ui};
use crate::gui::words as messages;
use crate::text::{progress as words, time};

pub fn glance_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let view = state.progress.view.ready().filter(|view| !is_empty(view));
    let note = view.map(|view| words::total(view.students.len(), view.total.uploaded()));
    section_header_ui(ui, words::GLANCE, note.as_deref(), |_| ());
    card_ui(ui, |ui| match &state.progress.view {
        Loadable::Ready(view) if is_empty(view) => {
            ui.add(Label::new(Text::secondary(words::NOTHING_SENTENCE)).wrap());
        }
        Loadable::Ready(view) => view_ui(ui, state, view, actions),
        Loadable::Failed(trouble) => {
            let message = messages::message(trouble, state.now);
            ui.add(Label::new(Text::body(message.sentence())).wrap());
        }
        Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::READING),
    });
}

fn view_ui(ui: &mut Ui, state: &State, view: &ProgressView, actions: &mut Vec<Action>) {
    bar_ui(ui, view.total);
    legend_ui(ui, view.total);
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = 0.0;
    let without = view.without().count();
    let behind = view.behind().next();
    let since = behind.and_then(|teacher| teacher.oldest_waiting);
    let waits = since.map(|since| time::waited_days(since, state.now));
    let rows = [
        (ProgressTab::Without, words::people(without)),
        (
            ProgressTab::Teacher,
            words::waiting_at_teachers(view.behind().count(), view.total.waiting, waits.as_deref()),
        ),
        (ProgressTab::Class, words::classes(view.classes.len())),
    ];
    for (tab, found) in rows {
        let name = match tab {
            ProgressTab::Without => words::WITHOUT_TAB,
            ProgressTab::Teacher => words::WAITING_SHEET,
            ProgressTab::Class | ProgressTab::Course => words::EACH_CLASS,
        };
        let row = ListRow::new(format!("{name} {found}"))
            .last(tab == ProgressTab::Class)
            .ui(ui, ("glance", name), |ui| {
                named_row_ui(ui, name, &found, actions, |ui, _| {
                    let c = colors(ui);
                    ui.label(
                        RichText::new(icons::CARET_RIGHT)
                            .font(icon_font(size::ICON))
                            .color(c.ink_soft),
                    );
                });
            });
        if row.response.clicked() {
            actions.push(go(ProgressPlace { tab, open: None }));
        }
    }
}

/// All outcomes of the term, their states side by side.
fn bar_ui(ui: &mut Ui, total: Tally) {
    let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let spoken = words::row(words::GLANCE, total);
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, &spoken));
    let c = *colors(ui);
    let painter = ui.painter();
    let mut left = bar.left();
    for state in OutcomeState::ALL {
        let share = total.of(state) as f32 / total.uploaded().max(1) as f32;
        let right = left + bar.width() * share;
        let part = Rect::from_min_max(pos2(left, bar.top()), pos2(right, bar.bottom()));
        painter.rect_filled(part, 0.0, fill(&c, state));
        left = right;
    }
    // Drafts have the colour of the card.
    let edge = Stroke::new(stroke::HAIR, c.control_line);
    painter.rect_stroke(bar, 0.0, edge, StrokeKind::Inside);
}

/// Of the bar, in points.
const HEIGHT: f32 = space::S;
