//! Questions about 勾選.

use eframe::egui::{Label, ScrollArea, Ui};

use crate::domain::selection::Part;
use crate::engine::SelectionView;
use crate::gui::choosing::ChoosingQuestion;
use crate::gui::fonts::Text;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Dialog, DialogAnswer, Notice, NoticeKind, section_header_ui};
use crate::text::{labels, selection as words};

/// So many of the sixteen lines are seen at once in the smallest window.
const LIST_HEIGHT: f32 = size::ROW * 7.0;

pub(super) fn question_ui(ui: &Ui, state: &State, question: ChoosingQuestion) -> Option<DialogAnswer> {
    let ChoosingQuestion::Confirm = question;
    let view = state.selection()?;
    let body = words::confirm_question(view.year, view.outcomes.len(), view.activities.len());
    Dialog::new("確認勾選", body, "確認勾選", "再看一下").show_with(ui.ctx(), |ui| {
        ScrollArea::vertical()
            .id_salt("what is confirmed")
            .max_height(LIST_HEIGHT)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XXS;
                for part in Part::ALL {
                    part_ui(ui, view, part);
                }
            });
        let incomplete = view.incomplete();
        if !incomplete.is_empty() {
            let _ = Notice::new(NoticeKind::Caution, words::INCOMPLETE)
                .why(incomplete.join("、"))
                .ui(ui);
        }
    })
}

fn part_ui(ui: &mut Ui, view: &SelectionView, part: Part) {
    let chosen = view.chosen(part);
    let note = words::used(chosen.len(), view.limit(part));
    section_header_ui(ui, labels::part(part), Some(&note), |_| ());
    if chosen.is_empty() {
        ui.label(Text::secondary(words::NOTHING_CHOSEN));
    }
    for (number, one) in chosen.iter().enumerate() {
        let line = format!("{}. {}", number + 1, one.found.title);
        ui.add(Label::new(Text::body(line)).truncate());
    }
}
