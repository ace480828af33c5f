//! The two questions and the buttons: always at the same place, always with their keys.

use eframe::egui::{CornerRadius, Frame, Label, Margin, Ui};

use crate::domain::act::Act;
use crate::domain::outcome::OutcomeState;
use crate::engine::CaseView;
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, Step};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{colors, space};
use crate::gui::update::certification::is_opened;
use crate::gui::widgets::{Button, divider_ui};
use crate::gui::words as troubles;
use crate::text::{self, WindowQuestion, certification as words, screen};

use crate::domain::window::{Period, WindowKind};

/// The height of the fixed area: questions, two rows of buttons, one line about the window of time.
pub(super) const HEIGHT: f32 = 172.0;

pub(super) fn decision_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let c = colors(ui);
    ui.painter()
        .rect_filled(ui.max_rect(), CornerRadius::ZERO, c.surface_raised);
    divider_ui(ui);
    let margin = Margin::symmetric(space::M as i8, space::XXS as i8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        questions_ui(ui);
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            certify_ui(left, state, case, actions);
            return_ui(right, state, case, actions);
        });
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            undo_ui(left, state, case, actions);
            next_ui(right, state, actions);
        });
        ui.add(Label::new(Text::secondary(foot(state, case))).truncate());
    });
}

fn questions_ui(ui: &mut Ui) {
    ui.horizontal(|ui| {
        for (question, hint) in [
            (words::OWN_WORK, words::OWN_WORK_HINT),
            (words::RIGHT_COURSE, words::RIGHT_COURSE_HINT),
        ] {
            ui.label(Text::strong(question))
                .on_hover_text(format!("{hint}{}", words::NOT_QUALITY));
        }
    });
}

/// Both decisions, from right to left, where the document stands alone.
pub(super) fn two_buttons_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let give_back = give_back_button(state, case);
    if give_back.ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::AskReason));
    }
    if certify_button(state, case).ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::Certify));
    }
}

/// To the items before and after, from right to left.
pub(super) fn neighbours_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let (before, after) = state.panel.neighbours();
    for (icon, name, key, step, there) in [
        (icons::CARET_RIGHT, words::NEXT_ITEM, "J", Step::Next, after),
        (
            icons::CARET_LEFT,
            words::PREVIOUS_ITEM,
            "K",
            Step::Previous,
            before,
        ),
    ] {
        let button = Button::icon_only(icon, name)
            .tooltip(format!("{name}　{key}"))
            .disabled_because(there.is_none().then_some(words::NO_NEIGHBOUR));
        if button.ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::Step(step)));
        }
    }
}

/// Where there is no room for a word.
pub(super) fn undo_icon_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let something = !state.panel.undo.is_empty()
        || !state.panel.deciding.is_empty()
        || case.permit(Act::UndoDecision, state.now).is_ok();
    let undo = Button::icon_only(icons::ARROW_U_UP_LEFT, words::UNDO)
        .tooltip(format!("{}　U", words::UNDO))
        .disabled_because((!something).then_some(words::NOTHING_TO_UNDO));
    if undo.ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::Undo));
    }
}

/// Why a decision cannot be taken now.
fn reason(state: &State, case: &CaseView, act: Act) -> Option<String> {
    if state.panel.is_pending(case.item.id) {
        return Some(words::STILL_DECIDING.to_owned());
    }
    if let Err(refusal) = case.permit(act, state.now) {
        return Some(troubles::reason(&refusal, state.now));
    }
    (!is_opened(state)).then(|| words::NOT_PAINTED.to_owned())
}

fn certify_button(state: &State, case: &CaseView) -> Button {
    Button::primary(words::CERTIFY)
        .shortcut("A")
        .disabled_because(reason(state, case, Act::Certify))
}

fn give_back_button(state: &State, case: &CaseView) -> Button {
    Button::secondary(words::RETURN)
        .shortcut("F")
        .disabled_because(reason(state, case, Act::Return))
}

fn certify_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    if certify_button(state, case).full_width().ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::Certify));
    }
}

fn return_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    if give_back_button(state, case).full_width().ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::AskReason));
    }
}

/// Takes the latest act back; where there is none, one's own earlier decision on this item.
fn undo_ui(ui: &mut Ui, state: &State, case: &CaseView, actions: &mut Vec<Action>) {
    let of_session = !state.panel.undo.is_empty() || !state.panel.deciding.is_empty();
    let of_item = case.permit(Act::UndoDecision, state.now).is_ok();
    let last = state.panel.undo.last();
    let is_this = last.is_some_and(|group| group.items.iter().any(|seen| seen.item == case.item.id));
    if of_item && !is_this && of_session {
        // Two things could be taken back: the button beside this item's state means this item.
        let button = Button::quiet(words::TAKE_BACK).tooltip(words::TAKE_BACK);
        if button.full_width().ui(ui).clicked() {
            actions.push(Action::Panel(PanelAction::UndoOpen));
        }
        return;
    }
    let nothing = (!of_session && !of_item).then_some(words::NOTHING_TO_UNDO);
    let undo = Button::quiet(words::UNDO).shortcut("U").disabled_because(nothing);
    if undo.full_width().ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::Undo));
    }
}

fn next_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let none = state.panel.next_undecided().is_none().then_some(words::NO_NEXT);
    let next = Button::quiet(words::NEXT).shortcut("N").disabled_because(none);
    if next.full_width().ui(ui).clicked() {
        actions.push(Action::Panel(PanelAction::Step(Step::NextUndecided)));
    }
}

/// Why the buttons rest, else how long this student's item can still be decided.
fn foot(state: &State, case: &CaseView) -> String {
    let now = state.now;
    let decided = case.item.state() != OutcomeState::Submitted;
    if !decided && !is_opened(state) {
        return words::NOT_PAINTED.to_owned();
    }
    if let Some(overdue) = case.overdue(now) {
        return text::labels::overdue(overdue).to_owned();
    }
    let line = text::window_line(
        &WindowQuestion {
            library: case.library,
            kind: WindowKind::Certification,
            period: Period::Term(case.item.facts.term),
            window: case.window(now),
            next: None,
        },
        now,
    );
    let name = screen::short_window_name(&line.name);
    format!("{name} {}", screen::short_status(&line.status))
}
