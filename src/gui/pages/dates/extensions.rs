//! Tab 延長: more time for one class or student, with the reason and who gave it.

use eframe::egui::{Label, Ui};

use crate::domain::window::Audience;
use crate::engine::{TimetableRow, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::FormOf;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::two_lines_ui;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{EmptyState, card_ui, divider_ui};
use crate::text::dates::page as words;
use crate::text::labels;

use super::row::{Cautions, WindowRow};
use super::year::line;

/// Whom it is for: a name and a class.
const WHOM: f32 = 180.0;

pub(super) fn extensions_ui(ui: &mut Ui, state: &State, view: &TimetableView, actions: &mut Vec<Action>) {
    let mut rows: Vec<&TimetableRow> = view
        .rows
        .iter()
        .filter(|row| matches!(row.window.audience, Audience::Class(_) | Audience::Student(_)))
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.window.closes));
    let cautions = Cautions::of(view);
    card_ui(ui, |ui| {
        if rows.is_empty() {
            let empty = EmptyState::new(
                icons::HOURGLASS,
                words::NO_EXTENSIONS,
                words::NO_EXTENSIONS_SENTENCE,
            );
            let _ = empty.ui(ui);
        }
        for (number, row) in rows.iter().enumerate() {
            if number > 0 {
                divider_ui(ui);
            }
            row_ui(ui, state, row, actions);
            cautions.below_ui(ui, row);
        }
    });
}

fn row_ui(ui: &mut Ui, state: &State, row: &TimetableRow, actions: &mut Vec<Action>) {
    let window = &row.window;
    let (who, about) = whom(row);
    let subject = labels::window_subject(window.kind, window.period);
    let full = format!("{who} {subject}");
    let status = line(state, window).status;
    let dates = words::until_and_status(window.closes, &status);
    let drawn = WindowRow {
        row,
        full: &full,
        form: FormOf::Extension(row.id),
        width: WHOM,
        when: [subject, dates],
    };
    drawn.ui(ui, actions, |ui| {
        two_lines_ui(ui, size::ROW_TALL, Text::strong(who), Text::secondary(about));
    });
    if let Some((reason, signed)) = &row.reason {
        let said = words::reason_given(reason, &signed.by, signed.at);
        // The second of the two lines above ends before its row does.
        ui.add_space(-space::S);
        ui.horizontal(|ui| {
            ui.add_space(WHOM + ui.spacing().item_spacing.x);
            ui.add(Label::new(Text::secondary(said)).wrap());
        });
        ui.add_space(space::XXS);
    }
}

fn whom(row: &TimetableRow) -> (String, String) {
    match (&row.student, &row.window.audience) {
        (Some(student), _) => (
            student.name.clone(),
            format!("{}　{}", student.class, student.account),
        ),
        (None, Audience::Class(class)) => (class.clone(), words::FOR_CLASS.to_owned()),
        (None, other) => (labels::audience(other, None), String::new()),
    }
}
