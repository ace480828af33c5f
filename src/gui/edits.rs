//! What is typed in items and not saved, and when it goes to the journal (design.md, invariant 8).

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::domain::id::ItemId;
use crate::domain::moment::Moment;
use crate::domain::outcome::WorkKind;
use crate::engine::{ItemView, OutcomeChanges};

use super::activities::FormText;
use super::certification::{ReturnOf, ReturnText};
use super::kept_words::WordsOf;

/// At most one durable write of typed text per this many milliseconds.
pub const JOURNAL_PAUSE_MS: i64 = 2_000;

/// In the journal: the kind of work was emptied.
pub const NO_WORK_KIND: &str = "none";

/// Unsaved changes of one item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edit {
    pub title: Option<String>,
    pub description: Option<String>,
    pub work_kind: Option<Option<WorkKind>>,
}

impl Edit {
    /// What differs from the saved item.
    pub fn changes(&self, item: &ItemView) -> OutcomeChanges {
        OutcomeChanges {
            title: self.title.clone().filter(|title| *title != item.title),
            description: self.description.clone().filter(|text| *text != item.description),
            work_kind: self.work_kind.filter(|kind| *kind != item.work_kind),
            ..OutcomeChanges::default()
        }
    }

    pub fn differs(&self, item: &ItemView) -> bool {
        self.changes(item) != OutcomeChanges::default()
    }
}

/// A text field of an item that is journaled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemText {
    Title,
    Description,
}

/// A journaled field. Its name in the journal holds ids only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DraftKey {
    Item(ItemId, ItemText),
    /// Its code, or [`NO_WORK_KIND`]
    WorkKind(ItemId),
    /// The form for a new item.
    New(ItemText),
    /// Reason and note of a return that is not given yet.
    Return(ReturnOf, ReturnText),
    /// A form of 多元表現
    Activity(FormText),
    /// Words of a question over the page
    Words(WordsOf),
}

impl DraftKey {
    pub fn name(self) -> String {
        let part = |text| match text {
            ItemText::Title => "title",
            ItemText::Description => "description",
        };
        match self {
            Self::Item(item, text) => format!("item/{item}/{}", part(text)),
            Self::WorkKind(item) => format!("item/{item}/kind"),
            Self::Activity(text) => text.name(),
            Self::Words(of) => of.name(),
            Self::New(text) => format!("new/{}", part(text)),
            Self::Return(of, text) => {
                let text = match text {
                    ReturnText::Reason => "reason",
                    ReturnText::Note => "note",
                };
                match of {
                    ReturnOf::Item(item) => format!("return/{item}/{text}"),
                    ReturnOf::Many => format!("return/many/{text}"),
                }
            }
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        let part = |text| match text {
            "title" => Some(ItemText::Title),
            "description" => Some(ItemText::Description),
            _ => None,
        };
        let mut parts = name.split('/');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("item"), Some(id), Some("kind"), None) => Some(Self::WorkKind(id.parse().ok()?)),
            (Some("item"), Some(id), Some(text), None) => Some(Self::Item(id.parse().ok()?, part(text)?)),
            (Some("new"), Some(text), None, None) => Some(Self::New(part(text)?)),
            (Some("activity"), Some(form), Some(part), None) => {
                Some(Self::Activity(FormText::from_name(form, part)?))
            }
            (Some("words"), Some(kind), id, None) => Some(Self::Words(WordsOf::from_name(kind, id)?)),
            (Some("return"), Some(of), Some(text), None) => {
                let of = match of {
                    "many" => ReturnOf::Many,
                    id => ReturnOf::Item(id.parse().ok()?),
                };
                let text = match text {
                    "reason" => ReturnText::Reason,
                    "note" => ReturnText::Note,
                    _ => return None,
                };
                Some(Self::Return(of, text))
            }
            _ => None,
        }
    }
}

/// Typed text on its way to the journal.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    waiting: BTreeMap<DraftKey, String>,
    /// Fields that have text in the library's journal.
    kept: BTreeSet<DraftKey>,
    last_write: Option<Moment>,
}

impl Journal {
    pub fn note(&mut self, key: DraftKey, text: &str) {
        self.waiting.insert(key, text.to_owned());
    }

    pub fn remember_kept(&mut self, key: DraftKey) {
        self.kept.insert(key);
    }

    /// Forgets a saved field, in the library too.
    pub fn forget(&mut self, key: DraftKey) {
        let waited = self.waiting.remove(&key).is_some();
        if self.kept.contains(&key) || waited {
            self.waiting.insert(key, String::new());
        }
    }

    /// How long until the next write is due; `None` when nothing waits.
    pub fn due_in(&self, now: Moment) -> Option<Duration> {
        if self.waiting.is_empty() {
            return None;
        }
        let pause = Duration::milliseconds(JOURNAL_PAUSE_MS);
        let Some(last) = self.last_write else {
            return Some(Duration::zero());
        };
        // A clock that was set back must not hold up the journal.
        let since = now - last;
        if since < Duration::zero() || since >= pause {
            return Some(Duration::zero());
        }
        Some(pause - since)
    }

    /// What is to be written now; `at_once` on focus loss and close.
    pub fn take_due(&mut self, now: Moment, at_once: bool) -> Vec<(String, String)> {
        let due = at_once || self.due_in(now).is_some_and(|wait| wait <= Duration::zero());
        if !due || self.waiting.is_empty() {
            return Vec::new();
        }
        self.last_write = Some(now);
        let waiting = std::mem::take(&mut self.waiting);
        waiting
            .into_iter()
            .map(|(key, text)| {
                if text.is_empty() {
                    self.kept.remove(&key);
                } else {
                    self.kept.insert(key);
                }
                (key.name(), text)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{AccountId, PostId, PostReportId};
    use crate::domain::moment::parse_moment;

    #[test]
    fn names_come_back() {
        for key in [
            DraftKey::Item(ItemId(77), ItemText::Title),
            DraftKey::Item(ItemId(u64::MAX), ItemText::Description),
            DraftKey::WorkKind(ItemId(77)),
            DraftKey::Words(WordsOf::Announcement),
            DraftKey::Words(WordsOf::ExtensionReason),
            DraftKey::Words(WordsOf::PostReport(None)),
            DraftKey::Words(WordsOf::PostReport(Some(PostId(3)))),
            DraftKey::Words(WordsOf::PostAnswer(PostReportId(4))),
            DraftKey::Words(WordsOf::ReceiptProblem),
            DraftKey::Words(WordsOf::ReceiptReply(AccountId(5))),
            DraftKey::New(ItemText::Title),
            DraftKey::Return(ReturnOf::Item(ItemId(77)), ReturnText::Note),
            DraftKey::Return(ReturnOf::Many, ReturnText::Reason),
        ] {
            assert_eq!(DraftKey::from_name(&key.name()), Some(key));
        }
        assert_eq!(DraftKey::from_name("item/x/title"), None);
        assert_eq!(DraftKey::from_name("new/title/more"), None);
    }

    #[test]
    fn at_most_one_write_in_two_seconds_unless_the_field_is_left() {
        let start = parse_moment("2026-01-10T10:00:00").unwrap();
        let key = DraftKey::New(ItemText::Title);
        let mut journal = Journal::default();
        assert_eq!(journal.due_in(start), None);
        journal.note(key, "一");
        assert_eq!(
            journal.take_due(start, false),
            [("new/title".into(), "一".into())]
        );
        journal.note(key, "一二");
        assert_eq!(journal.due_in(start), Some(Duration::seconds(2)));
        assert!(
            journal
                .take_due(start + Duration::milliseconds(1_999), false)
                .is_empty()
        );
        assert_eq!(journal.take_due(start + Duration::seconds(2), false).len(), 1);
        journal.note(key, "一二三");
        assert_eq!(journal.take_due(start + Duration::seconds(2), true).len(), 1);
        journal.note(key, "一二三四");
        let earlier = start - Duration::hours(1);
        assert_eq!(journal.due_in(earlier), Some(Duration::zero()));
    }

    #[test]
    fn saved_text_leaves_the_journal() {
        let now = parse_moment("2026-01-10T10:00:00").unwrap();
        let key = DraftKey::New(ItemText::Description);
        let mut journal = Journal::default();
        journal.forget(key);
        assert_eq!(journal.due_in(now), None);
        journal.note(key, "字");
        journal.take_due(now, true);
        journal.forget(key);
        assert_eq!(
            journal.take_due(now, true),
            [("new/description".into(), String::new())]
        );
    }
}
