//! The keys of the document pane.

use eframe::egui::{Context, Event, Key, Modifiers, ViewportId};

use crate::gui::state::State;
use crate::gui::viewer::{Larger, Pane, ViewerAction, Zoom};

/// What the keys pressed since the last frame do in the document. Nothing while a text field has the focus,
/// and nothing by typed text: with an input method switched on, keys still arrive as keys.
pub fn key_actions(ctx: &Context, state: &State) -> Vec<ViewerAction> {
    if state.viewer.shown.is_none() || state.modal.is_some() || ctx.text_edit_focused() {
        return Vec::new();
    }
    let pane = if ctx.viewport_id() == ViewportId::ROOT {
        Pane::Beside
    } else {
        Pane::SecondWindow
    };
    ctx.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    repeat,
                    modifiers,
                    ..
                } => action(pane, *key, *modifiers, *repeat, state),
                _ => None,
            })
            .collect()
    })
}

fn action(pane: Pane, key: Key, modifiers: Modifiers, repeat: bool, state: &State) -> Option<ViewerAction> {
    if modifiers.command && key == Key::F && !repeat {
        return Some(ViewerAction::OpenSearch);
    }
    if modifiers.command || modifiers.ctrl || modifiers.alt {
        return None;
    }
    let searching = state.viewer.search.open;
    // What scrolls, magnifies or goes through hits goes on while its key is held down, as it does everywhere:
    // nothing comes of it that could not be scrolled back. Keys that decide, or go to another item, ignore it.
    let action = match key {
        Key::PageDown => ViewerAction::PaneDown(pane),
        Key::PageUp => ViewerAction::PaneUp(pane),
        Key::Home => ViewerAction::Home(pane),
        Key::End => ViewerAction::End(pane),
        Key::Plus | Key::Equals => ViewerAction::ZoomStep(pane, Larger::Yes),
        Key::Minus => ViewerAction::ZoomStep(pane, Larger::No),
        Key::F3 if searching => ViewerAction::SearchStep {
            forward: !modifiers.shift,
        },
        // What switches something must not flicker while the key is held down.
        _ if repeat || modifiers.shift => return None,
        Key::W => ViewerAction::Zoom(Zoom::FitWidth),
        Key::P => ViewerAction::Zoom(Zoom::FitPage),
        Key::R => ViewerAction::Rotate,
        _ => return None,
    };
    Some(action)
}
