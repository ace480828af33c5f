//! Questions of the certification panel: before many are decided, before a return that locks out, and what
//! became of many.

use eframe::egui::{Label, ScrollArea, Ui};

use crate::domain::outcome::OutcomeState;
use crate::engine::Verdict;
use crate::gui::certification::{BatchQuestion, BatchSummary, Sent};
use crate::gui::fonts::Text;
use crate::gui::state::State;
use crate::gui::widgets::{Dialog, DialogAnswer, Notice, NoticeKind, key_text_ui, running_text_ui};
use crate::text::certification::{self as words, LockoutCause};
use crate::text::labels;

/// The summary scrolls beyond this height, in points.
const SUMMARY_HEIGHT: f32 = 320.0;

pub(super) fn batch_ui(ui: &Ui, question: &BatchQuestion) -> Option<DialogAnswer> {
    let sent = &question.sent;
    let outcome = match sent.verdict {
        Verdict::Certify => OutcomeState::Certified,
        Verdict::Return { .. } => OutcomeState::Returned,
    };
    let count = sent.items.len();
    let confirm = match outcome {
        OutcomeState::Returned => words::CONFIRM_RETURN,
        _ => words::CERTIFY,
    };
    let unopened = sent.items.iter().filter(|seen| seen.unopened).count();
    Dialog::new(
        words::batch_title(outcome, count),
        words::batch_body(outcome),
        confirm,
        words::CANCEL,
    )
    .show_with(ui.ctx(), |ui| {
        if let Verdict::Return { reason, note, .. } = &sent.verdict {
            key_text_ui(ui, words::REASON, labels::return_reason(*reason));
            if !note.is_empty() {
                key_text_ui(ui, words::NOTE, note);
            }
        }
        if unopened > 0 {
            let _ = Notice::new(NoticeKind::Caution, words::batch_unopened(unopened)).ui(ui);
        }
        if question.left_out > 0 {
            running_text_ui(ui, &words::batch_left_out(question.left_out, outcome));
        }
    })
}

fn cause(state: &State, sent: &Sent) -> LockoutCause {
    let case = match sent.items.as_slice() {
        [only] => state.panel.cases.get(only.item),
        _ => None,
    };
    match case {
        Some(case) if case.item.facts.withdrawn => LockoutCause::CourseLeft,
        Some(_) => LockoutCause::WindowShut,
        None => LockoutCause::Either,
    }
}

pub(super) fn lockout_ui(ui: &Ui, state: &State, sent: &Sent) -> Option<DialogAnswer> {
    let count = sent.items.len();
    Dialog::new(
        words::lockout_title(count),
        words::lockout_body(count, cause(state, sent)),
        words::LOCKOUT_CONFIRM,
        words::LOCKOUT_CANCEL,
    )
    .destroys()
    .show_with(ui.ctx(), |ui| {
        for row in sent
            .items
            .iter()
            .filter_map(|seen| state.panel.row(seen.item))
            .take(5)
        {
            key_text_ui(ui, &row.student_name, &row.title);
        }
    })
}

pub(super) fn summary_ui(ui: &Ui, summary: &BatchSummary) -> Option<DialogAnswer> {
    Dialog::reading(&summary.title, &summary.sentence, "關閉").show_with(ui.ctx(), |ui| {
        ScrollArea::vertical()
            .id_salt("refused of a batch")
            .max_height(SUMMARY_HEIGHT)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for (who, why) in &summary.refused {
                    ui.add(Label::new(Text::strong(who)).wrap());
                    ui.add(Label::new(Text::secondary(why)).wrap());
                }
            });
    })
}
