//! Drawing the panel alone, over hand-made data.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::domain::outcome::OutcomeState;
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, Step, commands, sample};
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::preferences::Preferences;
use crate::gui::route::{Page, Route};
use crate::gui::state::State;
use crate::gui::theme::ThemeChoice;

use super::certification_page_ui;

fn state_with(rows: u64) -> State {
    let mut state = State::new(sample::at(10), Preferences::default());
    state.route = Route::At(Page::Certification);
    let mut queue = sample::queue();
    queue.rows = (1..=rows)
        .map(|id| sample::row(id, if id % 2 == 0 { 10 } else { 20 }, OutcomeState::Submitted))
        .collect();
    state.panel.queue = Loadable::Ready(queue);
    state.panel.list();
    state
}

fn drawn(state: State) -> Harness<'static, State> {
    Harness::builder()
        .with_size([1224.0, 740.0])
        .with_context_setup(|ctx| {
            crate::gui::fonts::install(ctx);
            crate::gui::theme::apply(ctx, ThemeChoice::System);
        })
        .build_ui_state(
            |ui, state| certification_page_ui(ui, state, &mut Vec::new()),
            state,
        )
}

#[test]
fn of_ten_thousand_rows_only_those_in_sight_are_drawn() {
    let mut state = state_with(10_000);
    let last = *state.panel.listing.order.last().unwrap();
    let mut harness = drawn(state_with(0));
    std::mem::swap(harness.state_mut(), &mut state);
    harness.run();
    let count = |harness: &Harness<'_, State>| {
        let rows = harness.query_all_by_role(Role::ListBoxOption);
        rows.count()
    };
    assert!((8..30).contains(&count(&harness)), "{}", count(&harness));
    harness.state_mut().panel.selection.open_alone(last);
    harness.state_mut().panel.reveal += 1;
    harness.run();
    assert!((8..30).contains(&count(&harness)));
    let name = format!("學生{}", last.0);
    let row = harness.query_all_by_role(Role::ListBoxOption).find(|row| {
        row.accesskit_node()
            .label()
            .is_some_and(|label| label.contains(&name))
    });
    assert!(row.is_some(), "the open row comes into sight");
}

#[test]
fn an_empty_queue_says_what_belongs_there() {
    let mut harness = drawn(state_with(0));
    harness.run();
    let sentence = crate::text::certification::NOTHING_HERE;
    assert!(harness.query_by_label(sentence).is_some());
}

/// What the keys of one frame ask for, in a window where nothing has the focus.
fn pressed(state: &State, events: Vec<Event>) -> Vec<Action> {
    let ctx = Context::default();
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0))),
        predicted_dt: Duration::from_millis(16).as_secs_f32(),
        events,
        ..RawInput::default()
    };
    let mut actions = Vec::new();
    let mut output = ctx.run_ui(input, |ui| actions.extend(commands::pressed(ui.ctx(), state)));
    output.textures_delta.clear();
    actions
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

fn one(state: &State, event: Event) -> Option<String> {
    let actions = pressed(state, vec![event]);
    assert!(actions.len() < 2, "{actions:?}");
    actions.first().map(|action| format!("{action:?}"))
}

#[test]
fn each_key_asks_for_one_thing() {
    let state = state_with(3);
    let panel = |action: PanelAction| Some(format!("{:?}", Action::Panel(action)));
    let plain = |wanted| one(&state, key(wanted, Modifiers::NONE));
    assert_eq!(plain(Key::J), panel(PanelAction::Step(Step::Next)));
    assert_eq!(plain(Key::ArrowUp), panel(PanelAction::Step(Step::Previous)));
    assert_eq!(plain(Key::N), panel(PanelAction::Step(Step::NextUndecided)));
    assert_eq!(plain(Key::A), panel(PanelAction::Certify));
    assert_eq!(plain(Key::F), panel(PanelAction::AskReason));
    assert_eq!(plain(Key::U), panel(PanelAction::Undo));
    assert_eq!(plain(Key::Num1), None, "digits are for reasons");
    assert_eq!(
        one(&state, key(Key::A, Modifiers::COMMAND)),
        panel(PanelAction::MarkAll)
    );
    for modifiers in [Modifiers::ALT, Modifiers::SHIFT] {
        assert_eq!(one(&state, key(Key::A, modifiers)), None, "{modifiers:?}");
    }
    assert_eq!(one(&state, key(Key::F, Modifiers::COMMAND)), None);
}

#[test]
fn keys_rest_while_a_question_is_open_or_another_page() {
    let mut state = state_with(3);
    state.modal = Some(Modal::Keys);
    assert_eq!(one(&state, key(Key::A, Modifiers::NONE)), None);
    state.modal = None;
    state.route = Route::At(Page::Staff);
    assert_eq!(one(&state, key(Key::A, Modifiers::NONE)), None);
}
