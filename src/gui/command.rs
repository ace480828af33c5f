//! The commands of the keyboard: one list with name, keys, and whether each is possible now.

use eframe::egui::{Context, Event};

use super::action::{Action, ItemAction};
use super::activities::{ActivitiesPlace, ActivityAction};
use super::certification::commands;
use super::filing::FilingTab;
use super::keys::{self, Chord};
use super::modal::Modal;
use super::navigation::entries;
use super::officers::OfficerPlace;
use super::people::{PeoplePlace, PeopleTab};
use super::progress::ProgressPlace;
use super::route::{OutcomesPlace, Page, Route};
use super::state::State;
use super::update::people::manages;
use super::viewer::key_actions;

/// Everything that has a key on every page, or on more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserCommand {
    Add,
    Save,
    Search,
    /// What is open beside or over a list
    CloseItem,
    Lock,
    Keys,
    /// A page of the left column, by its place from the top
    Page(usize),
}

impl UserCommand {
    pub const ALL: [Self; 6 + keys::PAGES.len()] = {
        let mut all = [Self::Add; 6 + keys::PAGES.len()];
        all[1] = Self::Save;
        all[2] = Self::Search;
        all[3] = Self::CloseItem;
        all[4] = Self::Lock;
        all[5] = Self::Keys;
        let mut place = 0;
        while place < keys::PAGES.len() {
            all[6 + place] = Self::Page(place);
            place += 1;
        }
        all
    };

    /// What it does, as a verb; a page by the name it has in this person's left column.
    pub fn text(self, state: &State) -> &'static str {
        match self {
            Self::Add if state.activities_place().is_some() => "新增多元表現",
            Self::Add => "新增課程學習成果",
            Self::Save => "儲存修改",
            Self::Search => "搜尋",
            Self::CloseItem => "關閉開啟的一件",
            Self::Lock => "鎖定",
            Self::Keys => "鍵盤快速鍵",
            Self::Page(place) => entries(state).get(place).map_or("", |entry| entry.name),
        }
    }

    pub const fn chords(self) -> &'static [Chord] {
        match self {
            Self::Add => &[keys::ADD],
            Self::Save => &[keys::SAVE],
            Self::Search => &[keys::SEARCH],
            Self::CloseItem => &[keys::ESCAPE],
            Self::Lock => &[keys::LOCK],
            Self::Keys => &keys::KEYS,
            Self::Page(place) => keys::PAGES.split_at(place).1.split_at(1).0,
        }
    }

    /// The keys as people read them.
    pub fn keys(self) -> String {
        keys::texts(self.chords())
    }

    /// Whether it can do something on the page that is shown, now or when something is open there.
    pub fn belongs_here(self, state: &State) -> bool {
        let Some(page) = state.route.page() else {
            return false;
        };
        match self {
            Self::Save => matches!(page, Page::Outcomes(_) | Page::Activities(_)),
            Self::CloseItem => match page {
                Page::Outcomes(_) | Page::Activities(_) | Page::Progress(_) => true,
                Page::People(place) => manages(state) && place.tab == PeopleTab::Accounts,
                _ => false,
            },
            _ => self.on_page(state, page).is_some(),
        }
    }

    /// What it would do now; `None`: nothing.
    pub fn action(self, state: &State) -> Option<Action> {
        if state.modal.is_some() {
            // An open question has its own keys.
            return None;
        }
        self.on_page(state, state.route.page()?)
    }

    fn on_page(self, state: &State, page: &Page) -> Option<Action> {
        let for_students = state.keeps_items();
        match self {
            Self::Add if state.activities_place().is_some() => Some(Action::Activity(ActivityAction::Choose)),
            Self::Add => for_students.then_some(Action::Add(None)),
            Self::Save if state.activities_place().is_some() => {
                let form = state.activities_place().and_then(|place| place.open)?;
                Some(Action::Activity(ActivityAction::Save(form)))
            }
            Self::Save => state
                .place()
                .and_then(|place| place.item)
                .filter(|id| state.item(*id).is_some_and(|item| state.has_unsaved(item)))
                .map(|id| Action::Item(ItemAction::Save(id))),
            Self::Search => match page {
                Page::Outcomes(_) | Page::Faq(_) | Page::Find | Page::Progress(_) => {
                    Some(Action::FocusSearch)
                }
                Page::OfficerPosts(OfficerPlace::Posts) if !for_students => Some(Action::FocusSearch),
                Page::Filing(FilingTab::Progress) => Some(Action::FocusSearch),
                Page::People(place) if manages(state) && place.tab == PeopleTab::Accounts => {
                    Some(Action::FocusSearch)
                }
                _ => for_students.then_some(Action::Go(Page::Find)),
            },
            Self::CloseItem => close(page),
            Self::Lock => Some(Action::Lock),
            Self::Keys => Some(Action::Ask(Modal::Keys)),
            Self::Page(place) => {
                let entry = entries(state).into_iter().nth(place)?;
                Some(Action::Go(entry.page))
            }
        }
    }
}

/// The page with one thing less open.
fn close(page: &Page) -> Option<Action> {
    let to = match page {
        Page::Outcomes(place) if place.item.is_some() || place.trash => {
            return Some(Action::Place(OutcomesPlace {
                item: None,
                trash: place.trash && place.item.is_some(),
                ..*place
            }));
        }
        Page::Activities(place) if place.open.is_some() || place.trash => Page::Activities(ActivitiesPlace {
            open: None,
            trash: place.trash && place.open.is_some(),
            ..*place
        }),
        Page::People(place) if place.account.is_some() => Page::People(PeoplePlace::of(place.tab)),
        Page::Progress(place) if place.open.is_some() => Page::Progress(ProgressPlace {
            open: None,
            ..place.clone()
        }),
        _ => return None,
    };
    Some(Action::Go(to))
}

/// The commands whose keys were pressed.
pub fn pressed(ctx: &Context, state: &State) -> Vec<Action> {
    if !matches!(state.route, Route::At(_)) {
        return Vec::new();
    }
    let typing = keys::somebody_types(ctx);
    // With 注音 switched on the sign may come without its key.
    let question_mark = !typing
        && state.modal.is_none()
        && ctx.input_mut(|input| {
            let before = input.events.len();
            input
                .events
                .retain(|event| !matches!(event, Event::Text(text) if text == "?" || text == "？"));
            input.events.len() != before
        });
    let mut actions = commands::pressed(ctx, state);
    if matches!(state.route, Route::At(Page::Certification)) {
        actions.extend(key_actions(ctx, state).into_iter().map(Action::Viewer));
    }
    actions.extend(UserCommand::ALL.into_iter().filter_map(|command| {
        let action = command.action(state)?;
        // Escape first leaves the field, then the item.
        let asleep = |chord: Chord| typing && (chord.types() || command == UserCommand::CloseItem);
        let awake = command.chords().iter().filter(|chord| !asleep(**chord));
        // Every key is taken, whether or not another has been pressed with it.
        let taken = ctx.input_mut(|input| awake.filter(|chord| chord.is_taken(input)).count());
        (taken > 0).then_some(action)
    }));
    if question_mark {
        actions.extend(UserCommand::Keys.action(state));
    }
    actions
}
