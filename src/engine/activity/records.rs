//! Records of activities as the domain speaks of them.

use crate::domain::activity::act::ActivityFacts;
use crate::domain::activity::lists::{List, Lists};
use crate::domain::activity::years::{StudyYears, YearsSetting};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::quota::{self, Usage};
use crate::domain::term::{SchoolYear, Term};
use crate::engine::answer;
use crate::engine::failure::Failure;
use crate::store::record::activity::{
    ActivityOwnerV1, ActivityV1, ActivityYearV1, ChoiceListV1, FiledItemV1, ItemTagsV1, StudyYearsV1, date,
    list_key,
};
use crate::store::record::code::Coded;
use crate::store::record::{convert, key, list, load};
use crate::store::{ReadRecords, StoreError};

/// An activity and whose it is.
pub(in crate::engine) fn activity(
    records: &impl ReadRecords,
    item: ItemId,
) -> Result<Option<(AccountId, ActivityV1)>, StoreError> {
    let Some(owner) = load::<ActivityOwnerV1>(records, &key::one(item.0))? else {
        return Ok(None);
    };
    let activity = load::<ActivityV1>(records, &key::two(owner.student, item.0))?;
    let activity = activity.ok_or_else(|| StoreError::Damaged {
        detail: "an activity in the index is missing".to_owned(),
    })?;
    Ok(Some((AccountId(owner.student), activity)))
}

/// All activities of a student, oldest id first.
pub(in crate::engine) fn activities_of(
    records: &impl ReadRecords,
    student: AccountId,
) -> Result<Vec<(ItemId, ActivityV1)>, StoreError> {
    list::<ActivityV1>(records, &key::one(student.0))?
        .into_iter()
        .map(|(at, activity)| Ok((ItemId(key::last_id(&at)?), activity)))
        .collect()
}

/// The facts by which the rules decide.
pub(in crate::engine) fn facts(
    records: &impl ReadRecords,
    owner: AccountId,
    item: ItemId,
    activity: &ActivityV1,
) -> Result<ActivityFacts, StoreError> {
    Ok(ActivityFacts {
        owner,
        category: Coded::from_code(activity.category)?,
        term: convert::term(activity.term)?,
        trashed: activity.trashed.is_some(),
        filed: filed(records, owner, item)?.map(|filed| filed.batch),
        file_count: activity.files.len(),
        version: activity.version,
    })
}

pub(in crate::engine) fn filed(
    records: &impl ReadRecords,
    owner: AccountId,
    item: ItemId,
) -> Result<Option<FiledItemV1>, StoreError> {
    load(records, &key::two(owner.0, item.0))
}

/// The student's high-school years; `None` for an account without 入學學年度.
pub(in crate::engine) fn years(
    records: &impl ReadRecords,
    student: AccountId,
) -> Result<Option<StudyYears>, Failure> {
    let Some(entry) = answer::account(records, student)?.entry_year else {
        return Ok(None);
    };
    let setting = years_setting(records, student)?;
    Ok(Some(StudyYears::of(SchoolYear(entry), setting)))
}

/// What the office set about them.
pub(in crate::engine) fn years_setting(
    records: &impl ReadRecords,
    student: AccountId,
) -> Result<YearsSetting, StoreError> {
    Ok(match load::<StudyYearsV1>(records, &key::one(student.0))? {
        None => YearsSetting::default(),
        Some(stored) => YearsSetting {
            extra_years: stored.extra_years,
            left: stored.left.map(date).transpose()?,
        },
    })
}

/// The lists of choices as the school has them.
pub(in crate::engine) fn lists(records: &impl ReadRecords) -> Result<Lists, StoreError> {
    let mut lists = Lists::default();
    for list in List::ALL {
        if let Some(stored) = load::<ChoiceListV1>(records, &list_key(list))? {
            lists.set(list, stored.entries);
        }
    }
    Ok(lists)
}

/// The school year in which activities are counted together, where the school does so.
pub(in crate::engine) fn counted_year(
    records: &impl ReadRecords,
    year: SchoolYear,
) -> Result<Option<u32>, StoreError> {
    Ok(load::<ActivityYearV1>(records, &year.0.to_be_bytes())?.map(|stored| stored.limit))
}

/// The counter of activities, recounted each time; with the school year it spans, if not one term.
pub(in crate::engine) fn usage(
    records: &impl ReadRecords,
    student: AccountId,
    term: Term,
) -> Result<(Usage, Option<SchoolYear>), StoreError> {
    let together = counted_year(records, term.year)?;
    let mut used = 0;
    for (_, activity) in activities_of(records, student)? {
        let there = convert::term(activity.term)?;
        let same = there == term || (together.is_some() && there.year == term.year);
        if same && quota::counts(activity.trashed.is_some(), activity.brought) {
            used += 1;
        }
    }
    let limit = match together {
        Some(limit) => limit,
        None => answer::limits(records, term)?.activities_per_term,
    };
    Ok((Usage { used, limit }, together.map(|_| term.year)))
}

pub(in crate::engine) fn tags(
    records: &impl ReadRecords,
    student: AccountId,
    item: ItemId,
) -> Result<Vec<String>, StoreError> {
    let stored = load::<ItemTagsV1>(records, &key::two(student.0, item.0))?;
    Ok(stored.map_or_else(Vec::new, |stored| stored.tags))
}
