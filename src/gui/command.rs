//! The commands of the keyboard: one list with name, keys, and whether each is possible now.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::action::{Action, ItemAction};
use super::activities::{ActivitiesPlace, ActivityAction};
use super::certification::commands;
use super::modal::Modal;
use super::people::{PeoplePlace, PeopleTab};
use super::route::{Page, Route};
use super::state::State;
use super::update::certification::decides;
use super::update::people::manages;
use super::viewer::key_actions;

/// Everything that has a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserCommand {
    Add,
    Save,
    Search,
    Lock,
    Keys,
    Overview,
    Outcomes,
    Activities,
    Selection,
    Find,
    Faq,
    CloseItem,
    Certification,
}

impl UserCommand {
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::Save,
        Self::Search,
        Self::Lock,
        Self::Keys,
        Self::Overview,
        Self::Outcomes,
        Self::Activities,
        Self::Selection,
        Self::Find,
        Self::Faq,
        Self::CloseItem,
        Self::Certification,
    ];

    /// What it does, as a verb.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Add => "新增課程學習成果",
            Self::Save => "儲存修改",
            Self::Search => "搜尋",
            Self::Lock => "鎖定",
            Self::Keys => "鍵盤快速鍵",
            Self::Overview => "總覽",
            Self::Outcomes => "課程學習成果",
            Self::Activities => "多元表現",
            Self::Selection => "勾選",
            Self::Find => "尋找",
            Self::Faq => "常見問題",
            Self::CloseItem => "關閉開啟的一件或視窗",
            Self::Certification => "認證",
        }
    }

    /// The keys as people read them.
    pub const fn keys(self) -> &'static str {
        match self {
            Self::Add => "Ctrl+N",
            Self::Save => "Ctrl+S",
            Self::Search => "Ctrl+F",
            Self::Lock => "Ctrl+L",
            Self::Keys => "F1",
            Self::Overview => "Ctrl+1",
            Self::Outcomes | Self::Certification => "Ctrl+2",
            Self::Activities => "Ctrl+3",
            Self::Selection => "Ctrl+4",
            Self::Faq => "Ctrl+5",
            Self::Find => "Ctrl+6",
            Self::CloseItem => "Esc",
        }
    }

    const fn shortcut(self) -> KeyboardShortcut {
        let key = match self {
            Self::Keys => return KeyboardShortcut::new(Modifiers::NONE, Key::F1),
            Self::CloseItem => return KeyboardShortcut::new(Modifiers::NONE, Key::Escape),
            Self::Add => Key::N,
            Self::Save => Key::S,
            Self::Search => Key::F,
            Self::Lock => Key::L,
            Self::Overview => Key::Num1,
            Self::Outcomes | Self::Certification => Key::Num2,
            Self::Activities => Key::Num3,
            Self::Selection => Key::Num4,
            Self::Faq => Key::Num5,
            Self::Find => Key::Num6,
        };
        KeyboardShortcut::new(Modifiers::COMMAND, key)
    }

    /// Whether it means anything to this person, now or on another page.
    pub fn concerns(self, state: &State) -> bool {
        match self {
            Self::Add | Self::Save | Self::Outcomes | Self::Activities | Self::Selection | Self::Find => {
                state.keeps_items()
            }
            Self::CloseItem => state.keeps_items() || manages(state),
            Self::Certification => decides(state) && !state.keeps_items(),
            Self::Search | Self::Lock | Self::Keys | Self::Overview | Self::Faq => true,
        }
    }

    /// What it would do now; `None`: nothing.
    pub fn action(self, state: &State) -> Option<Action> {
        let page = state.route.page()?;
        if state.modal.is_some() {
            // An open question has its own keys.
            return None;
        }
        let for_students = state.keeps_items();
        let open_item = state.place().and_then(|place| place.item);
        match self {
            Self::Add if state.activities_place().is_some() => Some(Action::Activity(ActivityAction::Choose)),
            Self::Add => for_students.then_some(Action::Add(None)),
            Self::Save if state.activities_place().is_some() => {
                let form = state.activities_place().and_then(|place| place.open)?;
                Some(Action::Activity(ActivityAction::Save(form)))
            }
            Self::Save => open_item
                .filter(|id| state.item(*id).is_some_and(|item| state.has_unsaved(item)))
                .map(|id| Action::Item(ItemAction::Save(id))),
            Self::Search => match page {
                Page::Outcomes(_) | Page::Faq(_) | Page::Find => Some(Action::FocusSearch),
                Page::People(place) if manages(state) && place.tab == PeopleTab::Accounts => {
                    Some(Action::FocusSearch)
                }
                _ => for_students.then_some(Action::Go(Page::Find)),
            },
            Self::Lock => Some(Action::Lock),
            Self::Keys => Some(Action::Ask(Modal::Keys)),
            Self::Overview => Some(Action::Go(if for_students {
                Page::Overview
            } else {
                Page::Staff
            })),
            Self::Outcomes => for_students.then(|| Action::Go(Page::Outcomes(Default::default()))),
            Self::Activities => for_students.then(|| Action::Go(Page::Activities(Default::default()))),
            Self::Find => for_students.then_some(Action::Go(Page::Find)),
            Self::Selection => for_students.then_some(Action::Go(Page::Selection)),
            Self::Faq => Some(Action::Go(Page::Faq(None))),
            Self::Certification => {
                (decides(state) && !for_students).then_some(Action::Go(Page::Certification))
            }
            Self::CloseItem if state.activities_place().is_some() => {
                let place = state
                    .activities_place()
                    .filter(|place| place.open.is_some() || place.trash)?;
                Some(Action::Go(Page::Activities(ActivitiesPlace {
                    open: None,
                    trash: place.trash && place.open.is_some(),
                    ..place
                })))
            }
            Self::CloseItem if state.people_place().is_some() => {
                let place = state.people_place().filter(|place| place.account.is_some())?;
                Some(Action::Go(Page::People(PeoplePlace::of(place.tab))))
            }
            Self::CloseItem => {
                let place = state
                    .place()
                    .filter(|place| place.item.is_some() || place.trash)?;
                Some(Action::Place(super::route::OutcomesPlace {
                    item: None,
                    trash: place.trash && place.item.is_some(),
                    ..place
                }))
            }
        }
    }
}

/// The commands whose keys were pressed.
pub fn pressed(ctx: &Context, state: &State) -> Vec<Action> {
    if !matches!(state.route, Route::At(_)) {
        return Vec::new();
    }
    let typing = ctx.text_edit_focused();
    let question_mark = !typing
        && state.modal.is_none()
        && ctx.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(
                |event| !matches!(event, eframe::egui::Event::Text(text) if text == "?" || text == "？"),
            );
            input.events.len() != before
        });
    let mut actions = commands::pressed(ctx, state);
    if matches!(state.route, Route::At(Page::Certification)) {
        actions.extend(key_actions(ctx, state).into_iter().map(Action::Viewer));
    }
    actions.extend(UserCommand::ALL.into_iter().filter_map(|command| {
        let action = command.action(state)?;
        // Escape first leaves the field, then the item.
        if command == UserCommand::CloseItem && ctx.memory(|memory| memory.focused().is_some()) && typing {
            return None;
        }
        ctx.input_mut(|input| input.consume_shortcut(&command.shortcut()))
            .then_some(action)
    }));
    if question_mark {
        actions.extend(UserCommand::Keys.action(state));
    }
    actions
}
