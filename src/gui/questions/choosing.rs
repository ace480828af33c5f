//! Questions about 勾選.

use eframe::egui::{Label, ScrollArea, Ui};

use crate::domain::receipt::LONGEST_WORDS;
use crate::domain::selection::Part;
use crate::engine::SelectionView;
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingQuestion;
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Dialog, DialogAnswer, MultilineField, Notice, NoticeKind, section_header_ui};
use crate::text::{labels, receipts, selection as words};

use super::refusal_ui;

/// So many of the sixteen lines are seen at once in the smallest window.
const LIST_HEIGHT: f32 = size::ROW * 7.0;

pub(super) fn question_ui(
    ui: &mut Ui,
    state: &State,
    question: ChoosingQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    match question {
        ChoosingQuestion::Confirm => confirm_ui(ui, state),
        ChoosingQuestion::ConfirmReceipt => confirm_receipt_ui(ui, state),
        ChoosingQuestion::ReportReceipt => report_ui(ui, state, actions),
    }
}

fn confirm_receipt_ui(ui: &Ui, state: &State) -> Option<DialogAnswer> {
    let view = state.snapshot()?.receipt.as_ref()?;
    let body = receipts::confirm_question(view.year, view.entries.len(), view.off());
    let question = Dialog::new(
        receipts::CONFIRM_TITLE,
        body,
        receipts::CONFIRM_YES,
        receipts::CONFIRM_NO,
    );
    question.show(ui.ctx())
}

fn report_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let mut text = state.forms.text(TextField::ReceiptProblem).to_owned();
    let letters = text.trim().chars().count();
    let missing = (letters == 0).then_some(receipts::WORDS_MISSING);
    Dialog::new(
        receipts::REPORT_TITLE,
        receipts::REPORT_BODY,
        receipts::REPORT_YES,
        receipts::REPORT_NO,
    )
    .focus_content()
    .disabled_because(missing)
    .show_with(ui.ctx(), |ui| {
        refusal_ui(ui, state, actions);
        let field = MultilineField::new(receipts::REPORT_FIELD, &mut text)
            .hint(receipts::REPORT_HINT)
            .count(letters, LONGEST_WORDS)
            .rows(4);
        if field.ui(ui).changed() {
            actions.push(Action::Typed(TextField::ReceiptProblem, text));
        }
    })
}

fn confirm_ui(ui: &Ui, state: &State) -> Option<DialogAnswer> {
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
