//! 收訖明細 of the school: who confirmed, who reported, who has not answered.

use eframe::egui::{Align, Color32, Label, Layout, ScrollArea, Ui};

use crate::domain::receipt::ReceiptStanding;
use crate::engine::{ReceiptView, ReceiptsView};
use crate::gui::action::Action;
use crate::gui::filing::{FilingAction, files};
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::receipt::comparison_ui;
use crate::gui::pages::trouble_ui;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::update::filing::receipt_cells;
use crate::gui::widgets::{Button, EmptyState, Notice, NoticeKind, card_ui, waiting_ui};
use crate::text::{filing, receipts as words};

use super::students::{self, Column};
use super::{push, year_ui};

const LAYOUT: students::Layout = students::Layout {
    id: "receipts of students",
    columns: [
        Column::Class,
        Column::Seat,
        Column::Account,
        Column::Name,
        Column::State,
        Column::Number,
        Column::Number,
        Column::Note,
    ],
    head: words::STUDENT_COLUMNS,
};

/// The whole part, while the answers of the school are there.
pub(super) fn receipts_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let view = match &state.filing.receipts {
        Loadable::Ready(view) => view,
        Loadable::Failed(trouble) => {
            trouble_ui(ui, state, trouble, None);
            return;
        }
        Loadable::NotAsked | Loadable::Loading => {
            waiting_ui(ui, filing::LOADING);
            return;
        }
    };
    if let Some(one) = state.filing.shown_receipt() {
        one_ui(ui, state, one, actions);
        return;
    }
    if view.came.is_none() {
        ui.horizontal(|ui| year_ui(ui, state, actions));
        let empty = EmptyState::new(icons::TRAY, words::NO_LIST, words::NO_LIST_SENTENCE);
        card_ui(ui, |ui| empty.ui(ui));
        ui.add_space(space::M);
        let _ = Notice::new(NoticeKind::Info, words::UNCONFIRMED).ui(ui);
        return;
    }
    filters_ui(ui, state, actions);
    ui.add_space(space::XS);
    standings_ui(ui, state, view, actions);
    ui.add_space(space::XS);
    let listed = state
        .filing
        .listed_receipts(state.forms.text(TextField::SearchStudents));
    card_ui(ui, |ui| {
        let clicked = students::list_ui(ui, &LAYOUT, &listed, |ui, one| row(ui, one), actions);
        if let Some(student) = clicked {
            push(actions, FilingAction::ShowReceipt(Some(student)));
        }
    });
}

fn filters_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        year_ui(ui, state, actions);
        students::search_ui(ui, state, actions);
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            students::copy_ui(ui, FilingAction::CopyReceipts, actions);
            let print = Button::secondary(words::PRINT_SHORT)
                .icon(icons::PRINTER)
                .tooltip(words::PRINT_CLASS)
                .enabled(state.filing.work.is_none());
            if print.ui(ui).clicked() {
                push(actions, FilingAction::Print);
            }
        });
    });
}

fn standings_ui(ui: &mut Ui, state: &State, view: &ReceiptsView, actions: &mut Vec<Action>) {
    let shown = [
        ReceiptStanding::Waiting,
        ReceiptStanding::Reported,
        ReceiptStanding::Replied,
        ReceiptStanding::Outdated,
        ReceiptStanding::Confirmed,
    ];
    let count = |standing| {
        view.students
            .iter()
            .filter(|one| one.standing == standing)
            .count()
    };
    let places = shown.map(|standing| (standing, words::standing(standing), count(standing)));
    let all = (words::ALL, view.students.len());
    if let Some(standing) = students::counted_tabs_ui(ui, all, &places, state.filing.standing) {
        push(actions, FilingAction::Standing(standing));
    }
}

fn row(ui: &Ui, one: &ReceiptView) -> students::Row {
    students::Row {
        student: one.student,
        cells: receipt_cells(one),
        shape: look(ui, one.standing),
    }
}

/// Shape and colour beside the word.
fn look(ui: &Ui, standing: ReceiptStanding) -> (&'static str, Color32) {
    let c = colors(ui);
    match standing {
        ReceiptStanding::NoList => (icons::MINUS, c.ink_soft),
        ReceiptStanding::Waiting => (icons::HOURGLASS, c.submitted.ink),
        ReceiptStanding::Reported => (icons::WARNING_CIRCLE, c.returned.ink),
        ReceiptStanding::Replied => (icons::CHAT_TEXT, c.accent),
        ReceiptStanding::Outdated => (icons::ARROW_CLOCKWISE, c.submitted.ink),
        ReceiptStanding::Confirmed => (icons::CHECK, c.certified.ink),
    }
}

/// One student's comparison.
fn one_ui(ui: &mut Ui, state: &State, one: &ReceiptView, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let back = Button::secondary(words::BACK).icon(icons::ARROW_LEFT);
        if back.ui(ui).clicked() {
            push(actions, FilingAction::ShowReceipt(None));
        }
        let print = Button::secondary(words::PRINT).icon(icons::PRINTER);
        if print.enabled(state.filing.work.is_none()).ui(ui).clicked() {
            push(actions, FilingAction::Print);
        }
        let may_reply = state.session.as_ref().is_some_and(files);
        if one.standing == ReceiptStanding::Reported && may_reply {
            let reply = Button::secondary(words::REPLY).icon(icons::CHAT_TEXT);
            if reply.enabled(!state.is_busy()).ui(ui).clicked() {
                push(actions, FilingAction::AskReply(one.student));
            }
        }
    });
    ui.add_space(space::S);
    ui.add(Label::new(Text::section(words::paper_student(
        &one.class,
        &one.seat,
        &one.account,
        &one.name,
    ))));
    let answer = one.answer.as_ref();
    let mut notice = Notice::new(
        match one.standing {
            ReceiptStanding::Confirmed => NoticeKind::Success,
            ReceiptStanding::Reported => NoticeKind::Caution,
            _ => NoticeKind::Info,
        },
        words::standing(one.standing),
    );
    if let Some(answer) = answer.filter(|answer| !answer.confirmed) {
        let mut lines = vec![words::reported(&answer.words)];
        if let Some((at, by, reply)) = &answer.reply {
            lines.push(words::replied(by, *at, reply));
        }
        notice = notice.why(lines.join("\n"));
    }
    let _ = notice.ui(ui);
    ui.add_space(space::S);
    ScrollArea::vertical()
        .id_salt(("comparison", one.student))
        .auto_shrink(false)
        .show(ui, |ui| comparison_ui(ui, one));
}
