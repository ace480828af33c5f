//! Many at once: what is marked, and the two decisions for all of it.

use eframe::egui::{CornerRadius, Frame, Label, Margin, Rect, ScrollArea, Ui, pos2};

use crate::domain::act::Act;
use crate::domain::outcome::OutcomeState;
use crate::gui::action::Action;
use crate::gui::certification::PanelAction;
use crate::gui::fonts::Text;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::widgets::{Button, divider_ui, key_text_ui};
use crate::text::{certification as words, labels};

use super::{pane_ui, reasons};

pub(super) fn batch_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let pane = ui.max_rect();
    let asks = state.panel.returns.open.is_some();
    let middle = if asks {
        reasons::place(pane.top(), pane.bottom(), pane.bottom()).0
    } else {
        pane.bottom()
    };
    let upper = Rect::from_min_max(pane.min, pos2(pane.right(), middle));
    let lower = Rect::from_min_max(pos2(pane.left(), middle), pane.max);
    pane_ui(ui, "marked items", upper, |ui| list_ui(ui, state));
    if asks {
        pane_ui(ui, "reasons", lower, |ui| reasons::reasons_ui(ui, state, actions));
    }
}

/// How many are marked in each state, and the first of them by name.
fn list_ui(ui: &mut Ui, state: &State) {
    let marked = state.panel.selection.marked();
    ScrollArea::vertical()
        .id_salt("marked items")
        .auto_shrink(false)
        .show(ui, |ui| {
            let margin = Margin::symmetric(space::M as i8, space::S as i8);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = space::XXS;
                ui.add(Label::new(Text::section(words::marked(marked.len()))).truncate());
                let rows: Vec<_> = marked.iter().filter_map(|item| state.panel.row(*item)).collect();
                for wanted in OutcomeState::ALL {
                    let count = rows.iter().filter(|row| row.state == wanted).count();
                    if count > 0 {
                        key_text_ui(ui, labels::state(wanted), &format!("{count} 件"));
                    }
                }
                let unopened = rows.iter().filter(|row| !state.panel.was_opened(row)).count();
                if unopened > 0 {
                    key_text_ui(ui, words::UNOPENED, &format!("{unopened} 件"));
                }
            });
        });
}

/// At the place of the two decisions of one item.
pub(super) fn buttons_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let c = colors(ui);
    ui.painter()
        .rect_filled(ui.max_rect(), CornerRadius::ZERO, c.surface_raised);
    divider_ui(ui);
    let certifiable = state.panel.fitting(Act::Certify).len();
    let returnable = state.panel.fitting(Act::Return).len();
    let nothing = |count: usize, state| (count == 0).then(|| words::nothing_to_decide(state).sentence());
    let margin = Margin::symmetric(space::M as i8, space::S as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let certify = Button::primary(words::certify_many(certifiable))
            .shortcut("A")
            .disabled_because(nothing(certifiable, OutcomeState::Certified));
        if certify.full_width().ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::Certify));
        }
        let give_back = Button::secondary(words::return_many(returnable))
            .shortcut("F")
            .disabled_because(nothing(returnable, OutcomeState::Returned));
        if give_back.full_width().ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::AskReason));
        }
        let clear = Button::quiet(words::CLEAR_MARKS).shortcut("Esc");
        if clear.full_width().ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::ClearMarks));
        }
    });
}
