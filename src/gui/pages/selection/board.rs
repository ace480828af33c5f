//! 「如果這件沒通過」: suppose that something fails, see what remains and what could fill the place.

use eframe::egui::{Label, Ui};

use super::View;
use crate::domain::id::ItemId;
use crate::domain::selection::{Part, what_if};
use crate::engine::SelectionView;
use crate::gui::action::Action;
use crate::gui::choosing::ChoosingAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::space;
use crate::gui::widgets::{Button, card_ui, section_header_ui};
use crate::text::{labels, selection as said};

pub(super) fn board_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.selection.is_empty() || view.selection.filed().is_some() {
        return;
    }
    if !view.state.choosing.board {
        let open = Button::quiet(said::WHAT_IF)
            .icon(icons::QUESTION)
            .tooltip(said::WHAT_IF_HELP);
        if open.ui(ui).clicked() {
            actions.push(Action::Choosing(ChoosingAction::Board(true)));
        }
        ui.add_space(space::XS);
        return;
    }
    card_ui(ui, |ui| {
        section_header_ui(ui, said::WHAT_IF, Some(said::ONLY_SUPPOSED), |ui| {
            if Button::secondary(said::END_BOARD).ui(ui).clicked() {
                actions.push(Action::Choosing(ChoosingAction::Board(false)));
            }
        });
        ui.add(Label::new(Text::secondary(said::WHAT_IF_HELP)).wrap());
        for part in Part::ALL {
            part_ui(ui, view, part);
        }
    });
    ui.add_space(space::S);
}

fn part_ui(ui: &mut Ui, view: &View<'_>, part: Part) {
    let selection = view.selection;
    let failing = &view.state.choosing.failing;
    let chosen: Vec<ItemId> = selection.chosen(part).iter().map(|one| one.found.id).collect();
    if !chosen.iter().any(|item| failing.contains(item)) {
        return;
    }
    let board = what_if(&chosen, &selection.reserve(part), failing, selection.limit(part));
    let result = said::what_if(board.remaining.len(), board.fill.len(), board.empty);
    ui.add(Label::new(Text::strong(format!("{}：{result}", labels::part(part)))).wrap());
    let names: Vec<String> = board
        .fill
        .iter()
        .filter_map(|item| named(selection, *item))
        .collect();
    if !names.is_empty() {
        let line = format!("{}：{}", said::CAN_FILL, names.join("、"));
        ui.add(Label::new(Text::body(line)).wrap());
    }
}

/// The title, and for what still waits for a teacher that it does.
fn named(selection: &SelectionView, item: ItemId) -> Option<String> {
    let ready = Part::ALL
        .iter()
        .flat_map(|part| selection.candidates(*part))
        .find(|found| found.id == item);
    if let Some(found) = ready {
        return Some(format!("「{}」", found.title));
    }
    let waiting = selection.not_ready.iter().find(|one| one.found.id == item)?;
    Some(format!("「{}」（認證中）", waiting.found.title))
}
