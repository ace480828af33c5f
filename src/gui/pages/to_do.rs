//! What needs the student now beside the outcomes: 勾選 and 多元表現.

use eframe::egui::{Sense, Ui, vec2};

use super::{category_icon, control_row_ui, two_lines_ui};
use crate::domain::activity::act::ActivityAttention;
use crate::domain::window::{Period, WindowKind, phase_of};
use crate::engine::{ActivityView, ReceiptView, SelectionView};
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{colors, size};
use crate::gui::widgets::{Button, ListRow, cell_ui};
use crate::text::{activity, labels, receipts, selection};
use crate::worker::Snapshot;

/// One line.
pub(super) enum Other<'a> {
    /// Something left the selection.
    Left(&'a SelectionView),
    /// The selection is open and not confirmed.
    Unconfirmed(&'a SelectionView),
    /// A 收訖明細 waits for an answer.
    Receipt(&'a ReceiptView),
    Activity(ActivityAttention, &'a ActivityView),
}

/// The most urgent first.
pub(super) fn others<'a>(state: &State, data: &'a Snapshot) -> Vec<Other<'a>> {
    let mut others = Vec::new();
    if let Some(view) = &data.receipt
        && view.standing.waits_for_student()
    {
        others.push(Other::Receipt(view));
    }
    if let Some(view) = &data.selection {
        if !view.left.is_empty() {
            others.push(Other::Left(view));
        }
        let period = Period::Year(view.year);
        let window = data.status.window_of(WindowKind::Selection, period, state.now);
        let something = !view.is_empty() || !view.outcome_candidates.is_empty();
        if phase_of(window, state.now).is_open() && view.confirmed.is_none() && something {
            others.push(Other::Unconfirmed(view));
        }
    }
    let mut wanted: Vec<(ActivityAttention, &ActivityView)> = data
        .activities
        .iter()
        .filter_map(|one| {
            let reason = data.status.activity_attention(one, state.now)?;
            Some((reason, one))
        })
        .collect();
    wanted.sort_by_key(|(reason, one)| (*reason, one.updated));
    others.extend(
        wanted
            .into_iter()
            .map(|(reason, one)| Other::Activity(reason, one)),
    );
    others
}

/// Which part of the page of 勾選 is meant.
fn part_of(other: &Other<'_>) -> Option<Action> {
    let receipt = match other {
        Other::Receipt(_) => true,
        Other::Left(_) | Other::Unconfirmed(_) => false,
        Other::Activity(..) => return None,
    };
    Some(Action::Choosing(ChoosingAction::Receipt(receipt)))
}

pub(super) fn other_row_ui(ui: &mut Ui, other: &Other<'_>, last: bool, actions: &mut Vec<Action>) {
    let (icon, title, why, next, page) = match other {
        Other::Left(view) => {
            let lines: Vec<String> = view
                .left
                .iter()
                .map(|left| selection::left(&left.title, left.why))
                .collect();
            (
                icons::WARNING,
                selection::LEFT.to_owned(),
                lines.join(""),
                selection::LOOK,
                Page::Selection,
            )
        }
        Other::Unconfirmed(view) => (
            icons::CHECK_SQUARE_OFFSET,
            selection::to_do(view.year, view.outcomes.len(), view.activities.len()),
            selection::UNCONFIRMED.to_owned(),
            selection::GO,
            Page::Selection,
        ),
        Other::Receipt(view) => (
            icons::LIST_CHECKS,
            receipts::to_do(view.year),
            view.until
                .map_or_else(String::new, |until| receipts::to_do_why(until, view.off())),
            receipts::GO,
            Page::Selection,
        ),
        Other::Activity(reason, one) => (
            category_icon(one.category()),
            activity::title(one.category(), &one.values),
            format!(
                "{}　{}",
                labels::category(one.category()),
                activity::attention(*reason)
            ),
            activity::next_step(*reason),
            Page::activity(one.id),
        ),
    };
    let part = part_of(other);
    let row = ListRow::new(format!("{title} {why}")).tall().last(last).ui(
        ui,
        ("other to do", &title, &why),
        |ui| {
            cell_ui(ui, size::CHIP_COLUMN, |ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
                icons::paint(ui.painter(), rect.center(), icon, colors(ui).accent);
            });
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    if Button::quiet(next).tooltip(title.clone()).ui(ui).clicked() {
                        actions.extend(part);
                        actions.push(Action::Go(page.clone()));
                    }
                },
                |ui| {
                    two_lines_ui(
                        ui,
                        size::ROW_TALL,
                        Text::strong(title.clone()),
                        Text::secondary(why.clone()),
                    );
                },
            );
        },
    );
    if row.response.clicked() {
        actions.extend(part_of(other));
        actions.push(Action::Go(page));
    }
}
