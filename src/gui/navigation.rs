//! The left column: which pages a person has, and in which order. The digits of the keyboard follow it.

use super::activities::ActivitiesPlace;
use super::dates::DatesTab;
use super::filing::{FilingTab, tabs};
use super::icons;
use super::officers::{OfficerPlace, keeps};
use super::people::PeoplePlace;
use super::progress::{ProgressPlace, sees};
use super::route::{OutcomesPlace, Page};
use super::state::State;
use super::update::certification::decides;
use super::update::dates::{has_dates, sets_dates};
use super::update::imports::imports;
use super::update::people::manages;
use crate::text::dates::page as date_words;
use crate::text::people::page as people_words;
use crate::text::{certification, copies, filing, imports as import_words, officer, progress, receipts};

/// A page in the left column.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub icon: &'static str,
    pub name: &'static str,
    pub page: Page,
    /// How much waits there.
    pub count: usize,
}

impl Entry {
    fn new(icon: &'static str, name: &'static str, page: Page) -> Self {
        Self {
            icon,
            name,
            page,
            count: 0,
        }
    }

    fn count(mut self, count: usize) -> Self {
        self.count = count;
        self
    }
}

/// The pages of this person, from the top.
pub fn entries(state: &State) -> Vec<Entry> {
    let mut entries = if state.keeps_items() {
        of_student()
    } else {
        of_school(state)
    };
    entries.push(Entry::new(icons::QUESTION, "常見問題", Page::Faq(None)));
    if state.keeps_items() && state.is_personal() {
        entries.push(Entry::new(icons::GEAR, "設定", Page::Settings));
    }
    entries
}

fn of_student() -> Vec<Entry> {
    vec![
        Entry::new(icons::HOUSE, "總覽", Page::Overview),
        Entry::new(
            icons::BOOK_OPEN,
            "課程學習成果",
            Page::Outcomes(OutcomesPlace::default()),
        ),
        Entry::new(
            icons::TROPHY,
            "多元表現",
            Page::Activities(ActivitiesPlace::default()),
        ),
        Entry::new(icons::CHECK_SQUARE_OFFSET, "勾選", Page::Selection),
        Entry::new(icons::ARCHIVE, copies::TITLE, Page::Copies),
        Entry::new(icons::MAGNIFYING_GLASS, "尋找", Page::Find),
    ]
}

fn of_school(state: &State) -> Vec<Entry> {
    let mut entries = vec![Entry::new(icons::HOUSE, "總覽", Page::Staff)];
    if decides(state) {
        let panel = Entry::new(icons::SEAL_CHECK, certification::TITLE, Page::Certification);
        entries.push(panel.count(state.panel.waiting()));
    }
    if state.session.as_ref().is_some_and(sees) {
        let page = Page::Progress(ProgressPlace::default());
        entries.push(Entry::new(icons::LIST_CHECKS, progress::TITLE, page));
    }
    if state.session.as_ref().is_some_and(keeps) {
        let page = Page::OfficerPosts(OfficerPlace::default());
        let posts = Entry::new(icons::FLAG, officer::TITLE, page);
        entries.push(posts.count(state.officers.open()));
    }
    if imports(state) {
        entries.push(Entry::new(
            icons::UPLOAD_SIMPLE,
            import_words::TITLE,
            Page::Imports,
        ));
    }
    if sets_dates(state) {
        let page = Page::Dates(DatesTab::default());
        entries.push(Entry::new(icons::CALENDAR_BLANK, date_words::TITLE, page));
    } else if has_dates(state) {
        let page = Page::Dates(DatesTab::Announcements);
        entries.push(Entry::new(icons::BELL, date_words::TAB_ANNOUNCEMENTS, page));
    }
    if manages(state) {
        let page = Page::People(PeoplePlace::default());
        entries.push(Entry::new(icons::USERS, people_words::TITLE, page));
    }
    let parts = state.session.as_ref().map(tabs).unwrap_or_default();
    if let Some(first) = parts.first() {
        // A 導師 has the 收訖明細 of the class, and nothing else of it.
        let name = match first {
            FilingTab::Receipts => receipts::TITLE,
            _ => filing::TITLE,
        };
        let page = Page::Filing(*first);
        entries.push(Entry::new(icons::CHECK_SQUARE_OFFSET, name, page));
    }
    entries
}
