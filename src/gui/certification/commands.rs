//! The keys of the panel: one list with name, keys, and what each would do now.

use eframe::egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Popup};

use super::{PanelAction, Step};
use crate::domain::outcome::ReturnReason;
use crate::gui::action::Action;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::State;

/// Everything in the panel that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelCommand {
    Next,
    Previous,
    NextUndecided,
    MarkNext,
    MarkPrevious,
    Certify,
    Return,
    Undo,
    Search,
    MarkAll,
    Escape,
    Keys,
}

impl PanelCommand {
    pub const ALL: [Self; 12] = [
        Self::Next,
        Self::Previous,
        Self::NextUndecided,
        Self::MarkNext,
        Self::MarkPrevious,
        Self::Certify,
        Self::Return,
        Self::Undo,
        Self::Search,
        Self::MarkAll,
        Self::Escape,
        Self::Keys,
    ];

    /// What it does.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Next => "下一件",
            Self::Previous => "上一件",
            Self::NextUndecided => "下一件待處理",
            Self::MarkNext => "連同下一件一起選取",
            Self::MarkPrevious => "連同上一件一起選取",
            Self::Certify => "認證成功，並到下一件",
            Self::Return => "認證失敗：選原因，Enter 確認",
            Self::Undo => "復原剛才的認證結果",
            Self::Search => "搜尋清單",
            Self::MarkAll => "選取清單中的全部",
            Self::Escape => "關閉選項，說明會留著",
            Self::Keys => "快速鍵一覽",
        }
    }

    /// The keys as people read them.
    pub const fn keys(self) -> &'static str {
        match self {
            Self::Next => "J　↓",
            Self::Previous => "K　↑",
            Self::NextUndecided => "N",
            Self::MarkNext => "Shift+↓",
            Self::MarkPrevious => "Shift+↑",
            Self::Certify => "A",
            Self::Return => "F",
            Self::Undo => "U",
            Self::Search => "/",
            Self::MarkAll => "Ctrl+A",
            Self::Escape => "Esc",
            Self::Keys => "?",
        }
    }

    /// The command of a key without Ctrl and Alt. With 注音 switched on, egui names the key by its place.
    const fn of(key: Key, shift: bool) -> Option<Self> {
        Some(match (key, shift) {
            (Key::J | Key::ArrowDown, false) => Self::Next,
            (Key::K | Key::ArrowUp, false) => Self::Previous,
            (Key::N, false) => Self::NextUndecided,
            (Key::ArrowDown, true) => Self::MarkNext,
            (Key::ArrowUp, true) => Self::MarkPrevious,
            (Key::A, false) => Self::Certify,
            (Key::F, false) => Self::Return,
            (Key::U, false) => Self::Undo,
            (Key::Slash, false) => Self::Search,
            (Key::Escape, false) => Self::Escape,
            (Key::Questionmark, _) | (Key::Slash, true) => Self::Keys,
            _ => return None,
        })
    }

    fn action(self) -> Action {
        match self {
            Self::Next => Action::Panel(PanelAction::Step(Step::Next)),
            Self::Previous => Action::Panel(PanelAction::Step(Step::Previous)),
            Self::NextUndecided => Action::Panel(PanelAction::Step(Step::NextUndecided)),
            Self::MarkNext => Action::Panel(PanelAction::MarkTo(Step::Next)),
            Self::MarkPrevious => Action::Panel(PanelAction::MarkTo(Step::Previous)),
            Self::Certify => Action::Panel(PanelAction::Certify),
            Self::Return => Action::Panel(PanelAction::AskReason),
            Self::Undo => Action::Panel(PanelAction::Undo),
            Self::Search => Action::FocusSearch,
            Self::MarkAll => Action::Panel(PanelAction::MarkAll),
            Self::Escape => Action::Panel(PanelAction::Escape),
            Self::Keys => Action::Ask(Modal::Keys),
        }
    }
}

/// The digits of the reasons, from 1.
pub const REASON_KEYS: [Key; ReturnReason::ALL.len()] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

/// What the keys pressed in this frame ask for. Nothing while somebody types, or something is open over the
/// panel; a key that is held down counts once.
pub fn pressed(ctx: &Context, state: &State) -> Vec<Action> {
    let shown = state.route == Route::At(Page::Certification);
    if !shown || state.modal.is_some() || ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return Vec::new();
    }
    let choosing = state.panel.returns.open.is_some();
    let something_focused = ctx.memory(|memory| memory.focused().is_some());
    if choosing && !something_focused && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab)) {
        // From the digits to the words, without a way round the whole window.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        ctx.data_mut(|data| data.insert_temp(note_flag(), true));
    }
    let mut actions = Vec::new();
    let mut moved = false;
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Key {
                key,
                pressed: true,
                repeat,
                modifiers,
                ..
            } => {
                let found = of_key(*key, *modifiers, choosing, something_focused);
                if let Some(action) = found {
                    moved |= matches!(key, Key::ArrowDown | Key::ArrowUp);
                    if !*repeat {
                        actions.push(action);
                    }
                    return false;
                }
                true
            }
            _ => true,
        });
    });
    if moved {
        // The arrows move in the queue, not from control to control.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    actions
}

fn note_flag() -> Id {
    Id::unique("note of a return is wanted")
}

/// The note takes the focus when it is drawn; true once.
pub fn note_is_wanted(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(note_flag()))
        .unwrap_or(false)
}

/// The action of a key. While a reason is chosen the item cannot be certified by a slip of the finger.
fn of_key(key: Key, modifiers: Modifiers, choosing: bool, focused: bool) -> Option<Action> {
    if modifiers.matches_exact(Modifiers::COMMAND) && key == Key::A {
        return Some(PanelCommand::MarkAll.action());
    }
    if modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd {
        return None;
    }
    if choosing && !modifiers.shift {
        let place = REASON_KEYS.iter().position(|digit| *digit == key);
        if let Some(reason) = place.and_then(|place| ReturnReason::ALL.get(place)) {
            return Some(Action::Panel(PanelAction::Reason(*reason)));
        }
        // A button that has the focus keeps its Enter.
        if key == Key::Enter && !focused {
            return Some(Action::Panel(PanelAction::Return));
        }
    }
    PanelCommand::of(key, modifiers.shift)
        .filter(|command| !choosing || *command != PanelCommand::Certify)
        .map(PanelCommand::action)
}
