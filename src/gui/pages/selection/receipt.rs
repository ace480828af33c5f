//! 收訖明細 on the student's page: what was received beside what was filed; confirm, or report.

use eframe::egui::Ui;

use crate::domain::receipt::ReceiptStanding;
use crate::engine::ReceiptView;
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingAction;
use crate::gui::icons;
use crate::gui::pages::receipt::comparison_ui;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{Button, Notice, NoticeKind, PageHeader};
use crate::text::{labels, receipts as words};

pub(super) fn head_ui(ui: &mut Ui, state: &State, view: &ReceiptView, actions: &mut Vec<Action>) {
    let answer = view.answer.as_ref();
    let done = view.standing == ReceiptStanding::Confirmed;
    let why = done.then(|| words::own_standing(view.standing, answer.map(|answer| answer.at)));
    let confirm = Button::primary(words::CONFIRM)
        .icon(icons::CHECK)
        .enabled(!state.is_busy())
        .disabled_because(why);
    let title = format!("{} {}", labels::school_year(view.year), words::TITLE);
    if PageHeader::new(title)
        .sentence(words::SENTENCE)
        .action(confirm)
        .ui(ui)
    {
        actions.push(Action::Choosing(ChoosingAction::ConfirmReceipt));
    }
}

pub(super) fn receipt_ui(ui: &mut Ui, state: &State, view: &ReceiptView, actions: &mut Vec<Action>) {
    standing_ui(ui, state, view);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        let report = Button::secondary(words::REPORT)
            .icon(icons::CHAT_TEXT)
            .enabled(!state.is_busy());
        if report.ui(ui).clicked() {
            actions.push(Action::Choosing(ChoosingAction::ReportReceipt));
        }
        let print = Button::secondary(words::PRINT).icon(icons::PRINTER);
        if print.enabled(state.filing.work.is_none()).ui(ui).clicked() {
            actions.push(Action::Choosing(ChoosingAction::PrintReceipt));
        }
    });
    ui.add_space(space::S);
    comparison_ui(ui, view);
}

/// Where the student is with it, until when, and what the office said.
fn standing_ui(ui: &mut Ui, state: &State, view: &ReceiptView) {
    let answer = view.answer.as_ref();
    let kind = match view.standing {
        ReceiptStanding::Confirmed => NoticeKind::Success,
        ReceiptStanding::Reported | ReceiptStanding::NoList => NoticeKind::Info,
        ReceiptStanding::Waiting | ReceiptStanding::Replied | ReceiptStanding::Outdated => {
            NoticeKind::Caution
        }
    };
    let said = words::own_standing(view.standing, answer.map(|answer| answer.at));
    let mut notice = Notice::new(kind, said);
    let mut why = Vec::new();
    if let Some(until) = view
        .until
        .filter(|until| view.standing.waits_for_student() && *until > state.now)
    {
        why.push(format!("{}：{}。", words::ANSWER_BY, words::answer_by(until)));
    }
    if let Some(answer) = answer.filter(|answer| !answer.confirmed) {
        why.push(words::reported(&answer.words));
        if let Some((at, by, reply)) = &answer.reply {
            why.push(words::replied(by, *at, reply));
        }
    }
    if !why.is_empty() {
        notice = notice.why(why.join("\n"));
    }
    let _ = notice.ui(ui);
}
