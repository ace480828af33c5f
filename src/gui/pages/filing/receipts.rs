//! 收訖明細 of the school: who confirmed, who reported, who has not answered.

use eframe::egui::{Align, Color32, Label, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::domain::receipt::ReceiptStanding;
use crate::engine::{ReceiptView, ReceiptsView};
use crate::gui::action::Action;
use crate::gui::filing::{FilingAction, files};
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::receipt::comparison_ui;
use crate::gui::pages::text_field_ui;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::update::filing::receipt_cells;
use crate::gui::widgets::{
    Button, EmptyState, Field, ListRow, Notice, NoticeKind, card_ui, cell_ui, number_cell_ui, tabs_ui,
    waiting_ui,
};
use crate::text::{filing, receipts as words};

use super::{push, secondary_ui, year_ui};

/// Widths of the columns, in points.
const CLASS: f32 = 96.0;
const SEAT: f32 = 40.0;
const ACCOUNT: f32 = 96.0;
const NAME: f32 = 120.0;
const STANDING: f32 = 112.0;
const COUNT: f32 = 56.0;

/// The whole part, while the answers of the school are there.
pub(super) fn receipts_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let view = match &state.filing.receipts {
        Loadable::Ready(view) => view,
        Loadable::Failed(trouble) => {
            super::trouble_ui(ui, state, trouble);
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
    card_ui(ui, |ui| list_ui(ui, &listed, actions));
}

fn filters_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        year_ui(ui, state, actions);
        let _ = text_field_ui(
            ui,
            state,
            TextField::SearchStudents,
            |text| {
                Field::new(filing::SEARCH, text)
                    .hint(filing::SEARCH_HINT)
                    .width(size::SEARCH_FIELD)
            },
            actions,
        );
        ui.with_layout(Layout::right_to_left(Align::Max), |ui| {
            let copy = Button::secondary(filing::COPY)
                .icon(icons::COPY)
                .tooltip(filing::COPY_TOOLTIP);
            if copy.ui(ui).clicked() {
                push(actions, FilingAction::CopyReceipts);
            }
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
    let mut names = vec![filing::counted(words::ALL, view.students.len())];
    names.extend(shown.map(|standing| filing::counted(words::standing(standing), count(standing))));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let selected = state
        .filing
        .standing
        .and_then(|standing| shown.iter().position(|one| *one == standing))
        .map_or(0, |place| place + 1);
    if let Some(place) = tabs_ui(ui, &names, selected) {
        let standing = place.checked_sub(1).and_then(|place| shown.get(place));
        push(actions, FilingAction::Standing(standing.copied()));
    }
}

fn list_ui(ui: &mut Ui, listed: &[&ReceiptView], actions: &mut Vec<Action>) {
    if listed.is_empty() {
        let nobody = EmptyState::new(icons::MAGNIFYING_GLASS, filing::NOBODY, filing::NOBODY_SENTENCE)
            .action(Button::secondary(filing::CLEAR));
        if nobody.ui(ui) {
            push(actions, FilingAction::Clear);
        }
        return;
    }
    head_ui(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("receipts of students")
        .auto_shrink(false)
        .show_rows(ui, size::ROW, listed.len(), |ui, range| {
            for place in range {
                if let Some(one) = listed.get(place) {
                    row_ui(ui, one, place + 1 == listed.len(), actions);
                }
            }
        });
}

fn head_ui(ui: &mut Ui) {
    let [class, seat, account, name, standing, matches, off, note] = words::STUDENT_COLUMNS;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL);
        ui.spacing_mut().item_spacing.x = space::S;
        ui.add_space(space::S);
        for (text, width) in [
            (class, CLASS),
            (seat, SEAT),
            (account, ACCOUNT),
            (name, NAME),
            (standing, STANDING),
        ] {
            cell_ui(ui, width, |ui| ui.label(Text::label(text)));
        }
        for text in [matches, off] {
            number_cell_ui(ui, COUNT, |ui| ui.label(Text::label(text)));
        }
        ui.add_space(space::XS);
        ui.label(Text::label(note));
    });
}

fn row_ui(ui: &mut Ui, one: &ReceiptView, last: bool, actions: &mut Vec<Action>) {
    let [class, seat, account, name, standing, matches, off, note] = receipt_cells(one);
    let spoken = [&class, &seat, &account, &name, &standing, &note].map(String::as_str);
    let row = ListRow::new(spoken.join(" ")).inset().last(last);
    let response = row.ui(ui, ("receipt", one.student), |ui| {
        cell_ui(ui, CLASS, |ui| secondary_ui(ui, &class));
        cell_ui(ui, SEAT, |ui| secondary_ui(ui, &seat));
        cell_ui(ui, ACCOUNT, |ui| secondary_ui(ui, &account));
        cell_ui(ui, NAME, |ui| {
            ui.add(Label::new(Text::body(&name)).truncate());
        });
        cell_ui(ui, STANDING, |ui| standing_ui(ui, one.standing, &standing));
        for count in [matches, off] {
            number_cell_ui(ui, COUNT, |ui| ui.label(Text::body(count)));
        }
        ui.add_space(space::XS);
        secondary_ui(ui, &note);
    });
    if response.response.clicked() {
        push(actions, FilingAction::ShowReceipt(Some(one.student)));
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

fn standing_ui(ui: &mut Ui, standing: ReceiptStanding, word: &str) {
    let (icon, ink) = look(ui, standing);
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::ICON_SMALL), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
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
