//! 多元表現 as their owner sees them.

use crate::domain::act::Act;
use crate::domain::activity::Category;
use crate::domain::activity::act::{self, ActivityAttention, ActivityFacts};
use crate::domain::activity::field::FieldKey;
use crate::domain::activity::lists::Lists;
use crate::domain::activity::record::{ActivityCaution, Values};
use crate::domain::activity::years::StudyYears;
use crate::domain::file::Slot;
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::{Moment, from_millis, taipei_date};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::activity::{records, removed_on};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::activity::ActivityV1;
use crate::store::{NameKey, ReadRecords};

use super::build::files_of;
use super::{FileView, StatusView, TrashView};

/// One 多元表現.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityView {
    pub id: ItemId,
    pub facts: ActivityFacts,
    pub values: Values,
    /// Made of its naming fields
    pub title: String,
    pub description: String,
    pub link: Option<String>,
    pub files: Vec<FileView>,
    pub tags: Vec<String>,
    pub created: Moment,
    pub updated: Moment,
    pub trashed: Option<TrashView>,
    /// The item it was made from
    pub copied_from: Option<ItemId>,
    /// Fields that still have to be filled
    pub lacking: Vec<FieldKey>,
    pub cautions: Vec<ActivityCaution>,
    /// Other items of the same student with the same bytes
    pub same_bytes: Vec<ItemId>,
}

impl ActivityView {
    pub fn category(&self) -> Category {
        self.facts.category
    }

    pub fn file(&self, slot: Slot) -> Option<&FileView> {
        self.files.iter().find(|file| file.slot == slot)
    }

    /// 等候證明文件
    pub fn waits_for_document(&self) -> bool {
        self.files.is_empty()
    }
}

/// What holds for the activities of one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActivityRules {
    /// `None` where no entry year is known: then dates are not held against anything.
    pub years: Option<StudyYears>,
    pub lists: Lists,
    /// The current activity term is counted together with the other one of its school year.
    pub counted_per_year: bool,
}

pub(super) fn activity_rules(
    records: &impl ReadRecords,
    session: &Session,
    term: Term,
) -> Result<ActivityRules, Failure> {
    let years = if session.keeps_items() {
        records::years(records, session.account)?
    } else {
        None
    };
    Ok(ActivityRules {
        years,
        lists: records::lists(records)?,
        counted_per_year: records::counted_year(records, term.year)?.is_some(),
    })
}

impl StatusView {
    /// Whether the owner may do `act` to the activity at `now`: the same rule that the engine decides by.
    ///
    /// # Errors
    /// As [`act::permit`].
    pub fn permit_activity(&self, act: Act, activity: &ActivityView, now: Moment) -> Result<(), Refusal> {
        let years = self.activity_rules.years;
        act::permit(act, &activity.facts, years, &self.circumstances(now))
    }

    /// Whether a new activity may be made at `now`, room aside.
    ///
    /// # Errors
    /// As [`act::permit_create`].
    pub fn permit_new_activity(&self, now: Moment) -> Result<(), Refusal> {
        let years = self.activity_rules.years;
        act::permit_create(self.terms.activity, years, &self.circumstances(now))
    }

    pub fn activity_attention(&self, activity: &ActivityView, now: Moment) -> Option<ActivityAttention> {
        act::attention(
            &activity.facts,
            &activity.values,
            !activity.description.is_empty(),
            self.activity_rules.years,
            &self.circumstances(now),
        )
    }
}

/// One activity with everything a page about it shows.
pub(crate) fn activity_view(
    records: &impl ReadRecords,
    name_key: &NameKey,
    item: ItemId,
    now: Moment,
) -> Result<ActivityView, Failure> {
    let (student, activity) = records::activity(records, item)?.ok_or(Refusal::NoSuchItem)?;
    build_activity(records, name_key, item, student, &activity, now)
}

pub(super) fn build_activity(
    records: &impl ReadRecords,
    name_key: &NameKey,
    item: ItemId,
    student: AccountId,
    activity: &ActivityV1,
    now: Moment,
) -> Result<ActivityView, Failure> {
    let facts = records::facts(records, student, item, activity)?;
    let limits = answer::limits(records, facts.term)?;
    let values = activity.values()?;
    let (files, same_bytes) = files_of(records, name_key, (student, item), &activity.files, &limits)?;
    let trashed = match activity.trashed {
        None => None,
        Some(since) => {
            let until = removed_on(records, student, activity, now)?;
            Some(TrashView {
                since: from_millis(since),
                restorable_until: until.map(|(ends, _)| ends),
                removed_on: until.map(|(_, removed)| removed),
            })
        }
    };
    let years = records::years(records, student)?;
    Ok(ActivityView {
        id: item,
        title: values.title(facts.category),
        lacking: values.lacking(facts.category),
        cautions: values.cautions(facts.category, years, taipei_date(now)),
        description: activity.description.clone(),
        link: activity.link.clone(),
        tags: records::tags(records, student, item)?,
        created: from_millis(activity.created),
        updated: from_millis(activity.updated),
        copied_from: activity.copied_from.map(ItemId),
        trashed,
        files,
        same_bytes,
        values,
        facts,
    })
}

impl Engine {
    /// One's own activities (of all terms), in or out of the trash; by upload term, newest last.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn activities(&self, session: &Session, trashed: bool) -> Result<Vec<ActivityView>, Failure> {
        let now = self.clock.now();
        let name_key = &self.library.header().name_key;
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut views = Vec::new();
            for (item, activity) in records::activities_of(txn, session.account)? {
                if activity.trashed.is_some() == trashed {
                    let view = build_activity(txn, name_key, item, session.account, &activity, now)?;
                    views.push(view);
                }
            }
            views.sort_by_key(|view| (view.facts.term, view.created, view.id));
            Ok(views)
        })
    }

    /// One of one's own activities.
    ///
    /// # Errors
    /// [`Refusal::NoSuchItem`] for unknown and foreign ones alike.
    pub fn activity(&self, session: &Session, item: ItemId) -> Result<ActivityView, Failure> {
        self.library.read(|txn| {
            self.require_visible(txn, session, item)?;
            activity_view(txn, &self.library.header().name_key, item, self.clock.now())
        })
    }
}
