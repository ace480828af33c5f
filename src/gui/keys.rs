//! The keys of the window: what a key is, how it is read and how people read it. No other file of the window
//! names a key, so whatever is pressed somewhere stands here or with the commands that say it in words.

use eframe::egui::{Context, Event, Id, InputState, Key, KeyboardShortcut, Modifiers};

/// Whether Shift is part of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shift {
    Up,
    Held,
    /// The sign is reached with it on some keyboards.
    Either,
}

/// A key with what is held down with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    key: Key,
    control: bool,
    alt: bool,
    shift: Shift,
    /// Another way to the sign before it: works, and is not listed.
    silent: bool,
}

impl Chord {
    /// The key alone.
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            control: false,
            alt: false,
            shift: Shift::Up,
            silent: false,
        }
    }

    /// With Ctrl; on a Mac with ⌘.
    pub const fn control(key: Key) -> Self {
        Self {
            control: true,
            ..Self::plain(key)
        }
    }

    pub const fn alt(key: Key) -> Self {
        Self {
            alt: true,
            ..Self::plain(key)
        }
    }

    pub const fn shift(key: Key) -> Self {
        Self {
            shift: Shift::Held,
            ..Self::plain(key)
        }
    }

    /// With or without Shift.
    pub const fn either(key: Key) -> Self {
        Self {
            shift: Shift::Either,
            ..Self::plain(key)
        }
    }

    /// Not listed.
    pub const fn silent(self) -> Self {
        Self { silent: true, ..self }
    }

    /// With 注音 switched on there is no Latin letter: egui names such a key by its place.
    pub fn is(self, key: Key, modifiers: Modifiers) -> bool {
        let control = if self.control {
            modifiers.command
        } else {
            !modifiers.command && !modifiers.ctrl && !modifiers.mac_cmd
        };
        let shift = match self.shift {
            Shift::Up => !modifiers.shift,
            Shift::Held => modifiers.shift,
            Shift::Either => true,
        };
        self.key == key && control && shift && modifiers.alt == self.alt
    }

    /// Whether it is a letter or a sign while somebody types.
    pub const fn types(self) -> bool {
        !self.control && !self.alt && !matches!(self.key, Key::F1 | Key::F3 | Key::Escape)
    }

    /// Whether it was pressed since the last frame.
    pub fn is_pressed(self, input: &InputState) -> bool {
        input.events.iter().any(|event| self.is_in(event))
    }

    /// Whether it was pressed since the last frame; nothing else sees it then.
    pub fn is_taken(self, input: &mut InputState) -> bool {
        let before = input.events.len();
        input.events.retain(|event| !self.is_in(event));
        input.events.len() != before
    }

    fn is_in(self, event: &Event) -> bool {
        matches!(
            event,
            Event::Key { key, pressed: true, modifiers, .. } if self.is(*key, *modifiers)
        )
    }

    pub const fn is_listed(self) -> bool {
        !self.silent
    }

    /// As egui's own widgets want to be told.
    pub fn shortcut(self) -> KeyboardShortcut {
        let mut modifiers = Modifiers::NONE;
        if self.control {
            modifiers |= Modifiers::COMMAND;
        }
        if self.alt {
            modifiers |= Modifiers::ALT;
        }
        if self.shift == Shift::Held {
            modifiers |= Modifiers::SHIFT;
        }
        KeyboardShortcut::new(modifiers, self.key)
    }

    /// As people read it: `Ctrl+N`.
    pub fn text(self) -> String {
        let control = if self.control { "Ctrl+" } else { "" };
        let alt = if self.alt { "Alt+" } else { "" };
        let shift = if self.shift == Shift::Held { "Shift+" } else { "" };
        let key = match self.key {
            Key::ArrowUp => "↑",
            Key::ArrowDown => "↓",
            Key::ArrowLeft => "←",
            Key::ArrowRight => "→",
            Key::Escape => "Esc",
            Key::Space => "空白鍵",
            Key::Plus => "+",
            Key::Minus => "−",
            Key::Slash => "/",
            Key::Questionmark => "?",
            key => key.name(),
        };
        format!("{control}{alt}{shift}{key}")
    }
}

/// Several keys for the same, as people read them.
pub fn texts(chords: &[Chord]) -> String {
    let listed: Vec<_> = chords
        .iter()
        .filter(|chord| chord.is_listed())
        .map(|chord| chord.text())
        .collect();
    listed.join("　")
}

/// Whether letters are text now. Escape that leaves a field is still the field's: egui takes the focus away
/// before anybody sees the key.
pub fn somebody_types(ctx: &Context) -> bool {
    let id = Id::unique(("somebody typed", ctx.viewport_id()));
    let pass = ctx.cumulative_pass_nr();
    let now = ctx.text_edit_focused();
    let typed = ctx.data_mut(|data| {
        let seen = data.get_temp_mut_or_insert_with(id, || Typed {
            pass,
            now,
            before: now,
        });
        if seen.pass != pass {
            *seen = Typed {
                pass,
                now,
                before: seen.now,
            };
        }
        *seen
    });
    now || (typed.before && ctx.input(|input| ESCAPE.is_pressed(input)))
}

/// In a pass, and in the one before.
#[derive(Debug, Clone, Copy)]
struct Typed {
    pass: u64,
    now: bool,
    before: bool,
}

pub const ENTER: Chord = Chord::plain(Key::Enter);
pub const ESCAPE: Chord = Chord::plain(Key::Escape);
pub const SPACE: Chord = Chord::plain(Key::Space);
pub const TAB: Chord = Chord::plain(Key::Tab);
pub const TAB_BACK: Chord = Chord::shift(Key::Tab);
/// A new line where Enter alone goes ahead.
pub const NEW_LINE: Chord = Chord::shift(Key::Enter);
/// From control to control, where nothing else has a use for them.
pub const ARROWS: [Chord; 4] = [
    Chord::plain(Key::ArrowUp),
    Chord::plain(Key::ArrowDown),
    Chord::plain(Key::ArrowLeft),
    Chord::plain(Key::ArrowRight),
];
/// An edge between two panes, while it has the focus.
pub const EDGE_LEFT: Chord = Chord::plain(Key::ArrowLeft);
pub const EDGE_RIGHT: Chord = Chord::plain(Key::ArrowRight);
/// A row in an order, while it has the focus.
pub const ROW_UP: Chord = Chord::alt(Key::ArrowUp);
pub const ROW_DOWN: Chord = Chord::alt(Key::ArrowDown);
/// From hit to hit.
pub const NEXT_HIT: Chord = Chord::plain(Key::F3);
pub const PREVIOUS_HIT: Chord = Chord::shift(Key::F3);
/// egui's own: the whole window, larger, smaller, as it was.
pub const WINDOW_ZOOM: [Chord; 3] = [
    Chord::control(Key::Plus),
    Chord::control(Key::Minus),
    Chord::control(Key::Num0),
];

pub const ADD: Chord = Chord::control(Key::N);
pub const SAVE: Chord = Chord::control(Key::S);
pub const SEARCH: Chord = Chord::control(Key::F);
pub const LOCK: Chord = Chord::control(Key::L);
pub const KEYS: [Chord; 2] = [Chord::plain(Key::F1), Chord::either(Key::Questionmark)];
/// The pages of the left column, from its top.
pub const PAGES: [Chord; 9] = [
    Chord::control(Key::Num1),
    Chord::control(Key::Num2),
    Chord::control(Key::Num3),
    Chord::control(Key::Num4),
    Chord::control(Key::Num5),
    Chord::control(Key::Num6),
    Chord::control(Key::Num7),
    Chord::control(Key::Num8),
    Chord::control(Key::Num9),
];

/// The keys of the certification panel.
pub mod panel {
    use super::{Chord, Key};

    pub const NEXT: [Chord; 2] = [Chord::plain(Key::J), Chord::plain(Key::ArrowDown)];
    pub const PREVIOUS: [Chord; 2] = [Chord::plain(Key::K), Chord::plain(Key::ArrowUp)];
    pub const NEXT_UNDECIDED: Chord = Chord::plain(Key::N);
    pub const MARK: Chord = Chord::plain(Key::X);
    pub const MARK_NEXT: Chord = Chord::shift(Key::ArrowDown);
    pub const MARK_PREVIOUS: Chord = Chord::shift(Key::ArrowUp);
    pub const MARK_ALL: Chord = Chord::control(Key::A);
    pub const CERTIFY: Chord = Chord::plain(Key::A);
    pub const RETURN: Chord = Chord::plain(Key::F);
    pub const UNDO: Chord = Chord::plain(Key::U);
    pub const SEARCH: Chord = Chord::plain(Key::Slash);
    pub const KEYS: [Chord; 2] = [
        Chord::either(Key::Questionmark),
        Chord::shift(Key::Slash).silent(),
    ];
    /// The reasons of a return, from the first.
    pub const REASONS: [Chord; 6] = [
        Chord::plain(Key::Num1),
        Chord::plain(Key::Num2),
        Chord::plain(Key::Num3),
        Chord::plain(Key::Num4),
        Chord::plain(Key::Num5),
        Chord::plain(Key::Num6),
    ];
}

/// The keys of the document.
pub mod document {
    use super::{Chord, Key};

    pub const UP: Chord = Chord::either(Key::PageUp);
    pub const DOWN: Chord = Chord::either(Key::PageDown);
    pub const HOME: Chord = Chord::either(Key::Home);
    pub const END: Chord = Chord::either(Key::End);
    pub const LARGER: [Chord; 2] = [Chord::either(Key::Plus), Chord::either(Key::Equals).silent()];
    pub const SMALLER: Chord = Chord::either(Key::Minus);
    pub const FIT_WIDTH: Chord = Chord::plain(Key::W);
    pub const FIT_PAGE: Chord = Chord::plain(Key::P);
    pub const ROTATE: Chord = Chord::plain(Key::R);
}
