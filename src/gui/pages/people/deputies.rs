//! 代理人: who certifies for whom, from when to when.

use eframe::egui::{Label, Ui};

use crate::domain::deputy::DeputyPhase;
use crate::domain::moment::taipei_date;
use crate::engine::DeputyView;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::{control_row_ui, two_lines_ui};
use crate::gui::people::{PeopleAction, PeoplePlace, PeopleQuestion};
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, EmptyState, ListRow, PageHeader, card_ui, cell_ui, page_ui};
use crate::text::labels;
use crate::text::people::page as words;

use super::checklist::ready_ui;
use super::tabs;

pub(super) fn deputies_ui(ui: &mut Ui, state: &State, place: PeoplePlace, actions: &mut Vec<Action>) {
    page_ui(ui, "deputies", |ui| {
        let header = PageHeader::new(words::DEPUTIES)
            .sentence(words::DEPUTIES_SENTENCE)
            .action(Button::primary(words::ADD_DEPUTY).icon(icons::PLUS));
        if header.ui(ui) {
            actions.push(Action::People(PeopleAction::Ask(PeopleQuestion::Deputy)));
        }
        tabs(ui, place.tab, actions);
        let Some(office) = ready_ui(ui, state) else { return };
        if office.deputies.is_empty() {
            let empty = EmptyState::new(icons::USERS, words::NO_DEPUTIES, words::NO_DEPUTIES_SENTENCE);
            let _ = empty.ui(ui);
            return;
        }
        card_ui(ui, |ui| {
            let count = office.deputies.len();
            for (number, view) in office.deputies.iter().enumerate() {
                deputy_ui(ui, view, number + 1 == count, actions);
            }
        });
    });
}

fn deputy_ui(ui: &mut Ui, view: &DeputyView, last: bool, actions: &mut Vec<Action>) {
    let phase = labels::deputy_phase(view.phase);
    let who = words::stands_in(&view.deputy_name, &view.teacher_name);
    let course = view
        .course
        .as_ref()
        .map_or(words::ALL_COURSES, |(_, name)| name.as_str());
    let period = words::period(taipei_date(view.from), view.last_day());
    let about = format!("{course}　{period}　{}", view.reason);
    let c = colors(ui);
    let (icon, ink) = match view.phase {
        DeputyPhase::Current => (icons::CHECK_CIRCLE, c.certified.ink),
        DeputyPhase::Coming => (icons::CLOCK, c.submitted.ink),
        DeputyPhase::Over => (icons::MINUS, c.ink_soft),
    };
    ListRow::new(format!("{phase} {who} {about}"))
        .tall()
        .last(last)
        .ui(ui, ("deputy", view.id), |ui| {
            cell_ui(ui, size::CHIP_COLUMN, |ui| {
                ui.spacing_mut().item_spacing.x = space::XXS;
                ui.label(eframe::egui::RichText::new(icon).color(ink));
                ui.add(Label::new(Text::secondary(phase).color(ink)).truncate());
            });
            control_row_ui(
                ui,
                size::ROW_TALL,
                actions,
                |ui, actions| {
                    if view.phase == DeputyPhase::Over {
                        return;
                    }
                    let end = Button::secondary(words::END_DEPUTY).tooltip(who.clone());
                    if end.ui(ui).clicked() {
                        let question = PeopleQuestion::EndDeputy(view.id);
                        actions.push(Action::People(PeopleAction::Ask(question)));
                    }
                },
                |ui| two_lines_ui(ui, size::ROW_TALL, Text::strong(&who), Text::secondary(&about)),
            );
        });
}
