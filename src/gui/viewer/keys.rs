//! The keys of the document pane.

use eframe::egui::{Context, Event, Key, Modifiers, ViewportId};

use crate::gui::keys::{self, Chord, document};
use crate::gui::state::State;
use crate::gui::viewer::{Larger, Pane, ViewerAction, Zoom};

/// Everything in the document pane that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentCommand {
    Up,
    Down,
    Home,
    End,
    Larger,
    Smaller,
    FitWidth,
    FitPage,
    Rotate,
    Search,
    NextHit,
    PreviousHit,
}

impl DocumentCommand {
    pub const ALL: [Self; 12] = [
        Self::Up,
        Self::Down,
        Self::Home,
        Self::End,
        Self::Larger,
        Self::Smaller,
        Self::FitWidth,
        Self::FitPage,
        Self::Rotate,
        Self::Search,
        Self::NextHit,
        Self::PreviousHit,
    ];

    /// What it does.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Up => "往上一頁",
            Self::Down => "往下一頁",
            Self::Home => "到開頭",
            Self::End => "到最後",
            Self::Larger => "放大",
            Self::Smaller => "縮小",
            Self::FitWidth => "符合寬度",
            Self::FitPage => "整頁",
            Self::Rotate => "旋轉畫面（不改檔案）",
            Self::Search => "在文件裡搜尋",
            Self::NextHit => "搜尋的下一處",
            Self::PreviousHit => "搜尋的上一處",
        }
    }

    pub const fn chords(self) -> &'static [Chord] {
        match self {
            Self::Up => &[document::UP],
            Self::Down => &[document::DOWN],
            Self::Home => &[document::HOME],
            Self::End => &[document::END],
            Self::Larger => &document::LARGER,
            Self::Smaller => &[document::SMALLER],
            Self::FitWidth => &[document::FIT_WIDTH],
            Self::FitPage => &[document::FIT_PAGE],
            Self::Rotate => &[document::ROTATE],
            Self::Search => &[keys::SEARCH],
            Self::NextHit => &[keys::NEXT_HIT],
            Self::PreviousHit => &[keys::PREVIOUS_HIT],
        }
    }

    /// The keys as people read them.
    pub fn keys(self) -> String {
        keys::texts(self.chords())
    }

    /// What scrolls, magnifies or goes through hits goes on while its key is held down, as it does everywhere:
    /// nothing comes of it that could not be scrolled back. What switches something must not flicker, and keys
    /// that decide, or go to another item, ignore it too.
    const fn goes_on(self) -> bool {
        !matches!(self, Self::FitWidth | Self::FitPage | Self::Rotate | Self::Search)
    }

    fn action(self, pane: Pane, state: &State) -> Option<ViewerAction> {
        let searching = state.viewer.search.open;
        Some(match self {
            Self::Up => ViewerAction::PaneUp(pane),
            Self::Down => ViewerAction::PaneDown(pane),
            Self::Home => ViewerAction::Home(pane),
            Self::End => ViewerAction::End(pane),
            Self::Larger => ViewerAction::ZoomStep(pane, Larger::Yes),
            Self::Smaller => ViewerAction::ZoomStep(pane, Larger::No),
            Self::FitWidth => ViewerAction::Zoom(Zoom::FitWidth),
            Self::FitPage => ViewerAction::Zoom(Zoom::FitPage),
            Self::Rotate => ViewerAction::Rotate,
            Self::Search => ViewerAction::OpenSearch,
            Self::NextHit => searching.then_some(ViewerAction::SearchStep { forward: true })?,
            Self::PreviousHit => searching.then_some(ViewerAction::SearchStep { forward: false })?,
        })
    }
}

/// What the keys pressed since the last frame do in the document. Nothing while a text field has the focus,
/// and nothing by typed text: with an input method switched on, keys still arrive as keys.
pub fn key_actions(ctx: &Context, state: &State) -> Vec<ViewerAction> {
    if state.viewer.shown.is_none() || state.modal.is_some() || keys::somebody_types(ctx) {
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
    DocumentCommand::ALL
        .into_iter()
        .find(|command| command.chords().iter().any(|chord| chord.is(key, modifiers)))
        .filter(|command| !repeat || command.goes_on())?
        .action(pane, state)
}
