//! The keys of the panel: one list with name, keys, and what each would do now.

use eframe::egui::{Context, Event, FocusDirection, Id, Key, Modifiers, Popup};

use super::{PanelAction, Step};
use crate::domain::outcome::ReturnReason;
use crate::gui::action::Action;
use crate::gui::keys::{self, Chord, panel};
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::State;

/// Everything in the panel that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PanelCommand {
    Next,
    Previous,
    NextUndecided,
    /// This one alone, in or out
    Mark,
    MarkNext,
    MarkPrevious,
    MarkAll,
    Certify,
    Return,
    /// While reasons are open
    Reason,
    /// While reasons are open
    ToNote,
    /// While reasons are open
    GiveBack,
    Undo,
    Search,
    Escape,
    Keys,
}

impl PanelCommand {
    pub const ALL: [Self; 16] = [
        Self::Next,
        Self::Previous,
        Self::NextUndecided,
        Self::Mark,
        Self::MarkNext,
        Self::MarkPrevious,
        Self::MarkAll,
        Self::Certify,
        Self::Return,
        Self::Reason,
        Self::ToNote,
        Self::GiveBack,
        Self::Undo,
        Self::Search,
        Self::Escape,
        Self::Keys,
    ];

    /// What it does.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Next => "下一件",
            Self::Previous => "上一件",
            Self::NextUndecided => "下一件待處理",
            Self::Mark => "選取或取消這一件",
            Self::MarkNext => "連同下一件一起選取",
            Self::MarkPrevious => "連同上一件一起選取",
            Self::MarkAll => "選取清單中的全部",
            Self::Certify => "認證成功，並到下一件",
            Self::Return => "認證失敗：選原因",
            Self::Reason => "選退回原因",
            Self::ToNote => "選原因時：寫說明",
            Self::GiveBack => "選好原因：確認退回",
            Self::Undo => "復原剛才的認證結果",
            Self::Search => "搜尋清單",
            Self::Escape => "關閉選項，取消選取",
            Self::Keys => "快速鍵一覽",
        }
    }

    pub const fn chords(self) -> &'static [Chord] {
        match self {
            Self::Next => &panel::NEXT,
            Self::Previous => &panel::PREVIOUS,
            Self::NextUndecided => &[panel::NEXT_UNDECIDED],
            Self::Mark => &[panel::MARK],
            Self::MarkNext => &[panel::MARK_NEXT],
            Self::MarkPrevious => &[panel::MARK_PREVIOUS],
            Self::MarkAll => &[panel::MARK_ALL],
            Self::Certify => &[panel::CERTIFY],
            Self::Return => &[panel::RETURN],
            Self::Reason => &panel::REASONS,
            Self::ToNote => &[keys::TAB],
            Self::GiveBack => &[keys::ENTER],
            Self::Undo => &[panel::UNDO],
            Self::Search => &[panel::SEARCH],
            Self::Escape => &[keys::ESCAPE],
            Self::Keys => &panel::KEYS,
        }
    }

    /// The keys as people read them.
    pub fn keys(self) -> String {
        match (self, self.chords()) {
            (Self::Reason, [first, .., last]) => format!("{}–{}", first.text(), last.text()),
            (_, chords) => keys::texts(chords),
        }
    }

    /// Whether its keys are read: while a reason is chosen nothing can be certified or marked by a slip of the
    /// finger, and a control that has the focus keeps Enter and Tab.
    const fn is_awake(self, choosing: bool, focused: bool) -> bool {
        match self {
            Self::Certify | Self::Mark => !choosing,
            Self::Reason => choosing,
            Self::ToNote | Self::GiveBack => choosing && !focused,
            _ => true,
        }
    }

    /// What the key in this place of [`Self::chords`] asks for; `None`: it changes the focus alone.
    fn action(self, place: usize) -> Option<Action> {
        Some(Action::Panel(match self {
            Self::Next => PanelAction::Step(Step::Next),
            Self::Previous => PanelAction::Step(Step::Previous),
            Self::NextUndecided => PanelAction::Step(Step::NextUndecided),
            Self::Mark => PanelAction::MarkOpen,
            Self::MarkNext => PanelAction::MarkTo(Step::Next),
            Self::MarkPrevious => PanelAction::MarkTo(Step::Previous),
            Self::MarkAll => PanelAction::MarkAll,
            Self::Certify => PanelAction::Certify,
            Self::Return => PanelAction::AskReason,
            Self::Reason => PanelAction::Reason(*ReturnReason::ALL.get(place)?),
            Self::ToNote => return None,
            Self::GiveBack => PanelAction::Return,
            Self::Undo => PanelAction::Undo,
            Self::Escape => PanelAction::Escape,
            Self::Search => return Some(Action::FocusSearch),
            Self::Keys => return Some(Action::Ask(Modal::Keys)),
        }))
    }
}

/// What the keys pressed in this frame ask for. Nothing while somebody types, or something is open over the
/// panel; a key that is held down counts once.
pub fn pressed(ctx: &Context, state: &State) -> Vec<Action> {
    let shown = state.route == Route::At(Page::Certification);
    if !shown || state.modal.is_some() || keys::somebody_types(ctx) || Popup::is_any_open(ctx) {
        return Vec::new();
    }
    let choosing = state.panel.returns.open.is_some();
    let something_focused = ctx.memory(|memory| memory.focused().is_some());
    let mut actions = Vec::new();
    let (mut moved, mut to_note) = (false, false);
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                repeat,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            let Some((command, place)) = found(*key, *modifiers, choosing, something_focused) else {
                return true;
            };
            to_note |= command == PanelCommand::ToNote;
            moved |= keys::ARROWS.iter().any(|arrow| arrow.is(*key, Modifiers::NONE));
            if !*repeat {
                actions.extend(command.action(place));
            }
            false
        });
    });
    if to_note {
        // From the digits to the words, without a way round the whole window.
        ctx.data_mut(|data| data.insert_temp(note_flag(), true));
    }
    if moved || to_note {
        // The arrows move in the queue, not from control to control.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    actions
}

/// The command of a key, and which of its keys it is.
fn found(key: Key, modifiers: Modifiers, choosing: bool, focused: bool) -> Option<(PanelCommand, usize)> {
    let awake = PanelCommand::ALL
        .into_iter()
        .filter(|command| command.is_awake(choosing, focused));
    awake.into_iter().find_map(|command| {
        let place = command
            .chords()
            .iter()
            .position(|chord| chord.is(key, modifiers))?;
        Some((command, place))
    })
}

fn note_flag() -> Id {
    Id::unique("note of a return is wanted")
}

/// The note takes the focus when it is drawn; true once.
pub fn note_is_wanted(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp::<bool>(note_flag()))
        .unwrap_or(false)
}
