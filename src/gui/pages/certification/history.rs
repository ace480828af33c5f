//! Earlier decisions with their reasons, and the whole history, folded.

use eframe::egui::{CollapsingHeader, Label, Ui};

use crate::domain::outcome::OutcomeState;
use crate::engine::{CaseView, DecisionView};
use crate::gui::action::Action;
use crate::gui::certification::PanelAction;
use crate::gui::fonts::Text;
use crate::gui::loadable::Loadable;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::waiting_ui;
use crate::gui::words as troubles;
use crate::text::{self, certification as words, labels, time};

pub(super) fn history_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let decisions = &case.item.decisions;
    if !decisions.is_empty() {
        let returns = decisions
            .iter()
            .filter(|decision| decision.state == OutcomeState::Returned);
        let last = returns.clone().next_back().and_then(|decision| decision.reason);
        CollapsingHeader::new(Text::strong(words::earlier(returns.count(), last)))
            .id_salt(("earlier", case.item.id))
            .default_open(true)
            .show(ui, |ui| {
                for decision in decisions.iter().rev() {
                    decision_ui(ui, decision);
                }
            });
    }
    let whole = CollapsingHeader::new(Text::strong(words::HISTORY))
        .id_salt(("history", case.item.id))
        .show(ui, |ui| lines_ui(ui, state, case));
    let wanted = whole.fully_open() || whole.body_returned.is_some();
    if wanted && !state.history.contains_key(&case.item.id) {
        actions.push(Action::Panel(PanelAction::History(case.item.id)));
    }
}

fn decision_ui(ui: &mut Ui, decision: &DecisionView) {
    ui.spacing_mut().item_spacing.y = space::XXS;
    let by = words::decided_by(&decision.by, decision.for_teacher.as_deref());
    let mut what = labels::state(decision.state).to_owned();
    if let Some(reason) = decision.reason {
        what = format!("{what}：{}", labels::return_reason(reason));
    }
    if decision.unopened {
        what = format!("{what}（{}）", words::UNOPENED);
    }
    ui.add(Label::new(Text::body(what)).wrap());
    if !decision.note.trim().is_empty() {
        let note = format!("「{}」", decision.note.trim());
        ui.add(Label::new(Text::body(note)).wrap().selectable(true));
    }
    let when = format!("{by}　{}", time::roc_moment(decision.at));
    ui.add(Label::new(Text::secondary(when)).wrap());
    ui.add_space(space::XXS);
}

fn lines_ui(ui: &mut Ui, state: &State, case: &CaseView) {
    match state.history.get(&case.item.id) {
        Some(Loadable::Ready(lines)) => {
            ui.spacing_mut().item_spacing.y = space::XXS;
            for line in lines.iter().rev() {
                let said =
                    text::history_line(&line.line.event, &line.actor_name, line.for_teacher.as_deref());
                ui.add(Label::new(Text::secondary(time::roc_moment(line.line.at))).truncate());
                ui.add(Label::new(Text::body(said)).wrap());
            }
        }
        Some(Loadable::Failed(trouble)) => {
            let message = troubles::message(trouble, state.now);
            ui.add(Label::new(Text::secondary(message.sentence())).wrap());
        }
        Some(Loadable::Loading | Loadable::NotAsked) | None => waiting_ui(ui, words::READING),
    }
}
