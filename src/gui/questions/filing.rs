//! Questions of the office: before 提交, before another school's certification counts.

use eframe::egui::Ui;

use crate::domain::id::{AccountId, ItemId};
use crate::gui::action::Action;
use crate::gui::filing::{FilingAction, FilingQuestion};
use crate::gui::forms::TextField;
use crate::gui::pages::text_field_ui;
use crate::gui::state::State;
use crate::gui::widgets::{Dialog, DialogAnswer, Field, Notice, NoticeKind, running_text_ui, select_ui};
use crate::text::{filing as words, labels, receipts};

use super::refusal_ui;

const GRADES: [u8; 3] = [1, 2, 3];

pub(super) fn question_ui(
    ui: &mut Ui,
    state: &State,
    question: FilingQuestion,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    match question {
        FilingQuestion::File => file_ui(ui, state, actions),
        FilingQuestion::Accept(item) => accept_ui(ui, state, item, actions),
        FilingQuestion::Reply(student) => reply_ui(ui, state, student, actions),
    }
}

fn reply_ui(
    ui: &mut Ui,
    state: &State,
    student: AccountId,
    actions: &mut Vec<Action>,
) -> Option<DialogAnswer> {
    let students = &state.filing.receipts.ready()?.students;
    let one = students.iter().find(|one| one.student == student)?;
    let said = one.answer.as_ref().map_or("", |answer| answer.words.as_str());
    let missing = state.forms.text(TextField::ReceiptReply).trim().is_empty();
    Dialog::new(
        receipts::REPLY_TITLE,
        format!("{}　{}", one.name, receipts::reported(said)),
        receipts::REPLY_YES,
        receipts::REPORT_NO,
    )
    .focus_content()
    .disabled_because(missing.then_some(receipts::WORDS_MISSING))
    .show_with(ui.ctx(), |ui| {
        refusal_ui(ui, state, actions);
        text_field_ui(
            ui,
            state,
            TextField::ReceiptReply,
            |text| Field::new(receipts::REPLY_FIELD, text).hint(receipts::REPLY_HINT),
            actions,
        );
    })
}

fn file_ui(ui: &Ui, state: &State, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let view = state.filing.view.ready()?;
    let grade = state.filing.grade;
    let (students, items) = view.ready(grade);
    let body = words::file_question(view.year, students, items);
    Dialog::new(
        words::FILE_TITLE,
        body,
        words::file_these(items),
        words::FILE_CANCEL,
    )
    .destroys()
    .disabled_because((items == 0).then_some(words::NOTHING_READY))
    .show_with(ui.ctx(), |ui| {
        let mut names = vec![words::ALL_GRADES.to_owned()];
        names.extend(GRADES.map(labels::grade));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = grade.map_or(Some(0), |grade| {
            GRADES.iter().position(|one| *one == grade).map(|place| place + 1)
        });
        if let Some(place) = select_ui(ui, "grade of a batch", words::FILE_GRADE, &names, chosen, "") {
            let grade = place.checked_sub(1).and_then(|place| GRADES.get(place));
            actions.push(Action::Filing(FilingAction::Grade(grade.copied())));
        }
        running_text_ui(ui, words::TWO_BATCHES);
        let _ = Notice::new(NoticeKind::Caution, words::LOCKED).ui(ui);
    })
}

fn accept_ui(ui: &mut Ui, state: &State, item: ItemId, actions: &mut Vec<Action>) -> Option<DialogAnswer> {
    let brought = state.filing.brought.ready()?;
    let item = brought.iter().find(|one| one.id == item)?;
    let missing = state.forms.text(TextField::AcceptReason).trim().is_empty();
    Dialog::new(
        words::ACCEPT_TITLE,
        words::accept_question(&item.title, &item.course_name),
        words::ACCEPT_YES,
        words::ACCEPT_NO,
    )
    .focus_content()
    .disabled_because(missing.then_some(words::REASON_MISSING))
    .show_with(ui.ctx(), |ui| {
        refusal_ui(ui, state, actions);
        let field = text_field_ui(
            ui,
            state,
            TextField::AcceptReason,
            |text| Field::new(words::REASON, text).hint(words::REASON_HINT),
            actions,
        );
        if ui.memory(|memory| memory.focused().is_none()) && !field.lost_focus() {
            field.request_focus();
        }
    })
}
