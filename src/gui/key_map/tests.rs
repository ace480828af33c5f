//! The map against the code that reads keys, and against the README.

use eframe::egui::{Context, Event, Key, Modifiers, RawInput};

use super::*;
use crate::domain::access::Role;
use crate::domain::account::Standing;
use crate::domain::activity::Category;
use crate::domain::file::FileKind;
use crate::domain::id::{AccountId, FileId, ItemId};
use crate::engine::{ProgressKey, Session};
use crate::gui::action::Action;
use crate::gui::certification::{ReturnOf, sample};
use crate::gui::command::pressed;
use crate::gui::navigation::entries;
use crate::gui::people::PeoplePlace;
use crate::gui::preferences::Preferences;
use crate::gui::progress::ProgressPlace;
use crate::gui::route::{OutcomesPlace, Route};
use crate::gui::viewer::Shown;

const HELD: [Modifiers; 5] = [
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::COMMAND,
    Modifiers::ALT,
    Modifiers::CTRL,
];

/// Read by widgets and by egui itself, while something has the focus.
const READ_BY_WIDGETS: [&[Chord]; 8] = [
    &[keys::TAB, keys::TAB_BACK],
    &[keys::ENTER, keys::SPACE, keys::NEW_LINE],
    &[keys::ESCAPE],
    &keys::ARROWS,
    &[keys::EDGE_LEFT, keys::EDGE_RIGHT],
    &[keys::ROW_UP, keys::ROW_DOWN],
    &keys::WINDOW_ZOOM,
    // What was typed must be there: tests/window presses it.
    &[keys::SAVE],
];

fn person(role: Role) -> State {
    let mut state = State::new(sample::at(10), Preferences::default());
    state.session = Some(Session {
        account: AccountId(1),
        account_name: "a1".into(),
        display_name: "王老師".into(),
        roles: vec![role],
        must_change_password: false,
        standing: Standing::ACTIVE,
        epoch: 1,
    });
    state
}

/// Every page of a person's left column, each as it stands and with something open where that can be.
fn pages_of(role: Role) -> Vec<Vec<State>> {
    let there = |page: &Page| {
        let mut state = person(role);
        state.route = Route::At(page.clone());
        state
    };
    let pages = entries(&person(role)).into_iter().map(|entry| entry.page);
    pages
        .map(|page| {
            let open = match &page {
                Page::Outcomes(_) => Some(Page::Outcomes(OutcomesPlace {
                    item: Some(ItemId(1)),
                    ..OutcomesPlace::default()
                })),
                Page::Activities(_) => Some(Page::new_activity(Category::College)),
                Page::People(_) => Some(Page::People(PeoplePlace::account(AccountId(2)))),
                Page::Progress(_) => Some(Page::Progress(ProgressPlace {
                    open: Some(ProgressKey::Class("資二甲".into())),
                    ..ProgressPlace::default()
                })),
                _ => None,
            };
            let mut states = vec![there(&page)];
            states.extend(open.map(|open| there(&open)));
            if page == Page::Certification {
                for state in &mut states {
                    state.viewer.shown = Some(Shown {
                        item: ItemId(1),
                        file: FileId(1),
                        kind: FileKind::Pdf,
                        name: "單擺.pdf".into(),
                        bytes: 4,
                    });
                }
                let mut choosing = there(&page);
                choosing.panel.returns.open = Some(ReturnOf::Item(ItemId(1)));
                choosing.viewer.search.open = true;
                choosing.viewer.shown.clone_from(&states[0].viewer.shown);
                states.push(choosing);
            }
            states
        })
        .collect()
}

/// Of all keys of a keyboard those that ask for something, with what is held down with them.
fn working(states: &[State]) -> Vec<(Key, Modifiers)> {
    let ctx = Context::default();
    let mut found = Vec::new();
    for key in Key::ALL {
        for modifiers in HELD {
            let asks = |state: &State| {
                // Let go at once: a key that is still down would repeat.
                let event = |pressed| Event::Key {
                    key: *key,
                    physical_key: None,
                    pressed,
                    repeat: false,
                    modifiers,
                };
                let input = RawInput {
                    events: vec![event(true), event(false)],
                    ..RawInput::default()
                };
                let mut actions: Vec<Action> = Vec::new();
                let mut output = ctx.run_ui(input, |ui| {
                    actions.extend(pressed(ui.ctx(), state));
                });
                output.textures_delta.clear();
                !actions.is_empty()
            };
            if states.iter().any(asks) {
                found.push((*key, modifiers));
            }
        }
    }
    found
}

#[test]
fn the_map_names_every_key_that_works_and_no_other() {
    for role in Role::ALL {
        for states in pages_of(role) {
            let page = states[0].route.page().cloned();
            let listed: Vec<Chord> = sections(&states[0])
                .into_iter()
                .flat_map(|section| section.rows)
                .flat_map(|row| row.chords)
                .collect();
            let working = working(&states);
            for (key, modifiers) in &working {
                assert!(
                    listed.iter().any(|chord| chord.is(*key, *modifiers)),
                    "{role:?} {page:?}: {key:?} {modifiers:?} works and is not listed"
                );
            }
            for chord in listed {
                let by_widgets = READ_BY_WIDGETS.concat().contains(&chord);
                assert!(
                    by_widgets || working.iter().any(|(key, held)| chord.is(*key, *held)),
                    "{role:?} {page:?}: {} is listed and does nothing",
                    chord.text()
                );
            }
        }
    }
}

#[test]
fn the_digits_follow_the_left_column() {
    for role in Role::ALL {
        let mut state = person(role);
        let names: Vec<_> = entries(&state).into_iter().map(|entry| entry.name).collect();
        assert!(
            (2..=keys::PAGES.len()).contains(&names.len()),
            "{role:?}: {names:?}"
        );
        state.route = Route::At(Page::Faq(None));
        let listed = pages(&state);
        assert_eq!(listed.iter().map(|row| row.text).collect::<Vec<_>>(), names);
        for (place, row) in listed.iter().enumerate() {
            assert_eq!(row.keys, format!("Ctrl+{}", place + 1));
        }
        for (place, entry) in entries(&state).into_iter().enumerate() {
            let Some(Action::Go(page)) = UserCommand::Page(place).action(&state) else {
                panic!("{role:?}: {} has no key", entry.name)
            };
            assert_eq!(page, entry.page);
        }
    }
}

#[test]
fn the_readme_lists_the_same_keys() {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let mut lines = vec!["| Ctrl+1 … Ctrl+9 | 左側的第 1 到第 9 頁 |".to_owned()];
    for state in Role::ALL.into_iter().flat_map(pages_of).flatten() {
        for section in sections(&state)
            .into_iter()
            .filter(|section| section.title != PAGES)
        {
            lines.extend(
                section
                    .rows
                    .iter()
                    .map(|row| format!("| {} | {} |", row.keys, row.text)),
            );
        }
    }
    let missing: Vec<_> = lines.iter().filter(|line| !readme.contains(*line)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    let table = readme
        .split("## 鍵盤")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next());
    let rows = table.into_iter().flat_map(str::lines);
    for row in rows.filter(|line| line.starts_with("| ") && !line.starts_with("| 鍵")) {
        let known = lines.iter().any(|line| line == row);
        assert!(known || row.starts_with("| ---"), "no such key: {row}");
    }
}
