//! What the office (or the owner of a personal library) sets about activities.

use chrono::NaiveDate;

use crate::domain::access::Right;
use crate::domain::activity::lists::{LONGEST_ENTRY, List, MOST_ENTRIES, tidy};
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::activity::years::MOST_EXTRA_YEARS;
use crate::domain::description::count;
use crate::domain::history::{ActivityEvent, Event, Stream};
use crate::domain::id::AccountId;
use crate::domain::refusal::Refusal;
use crate::domain::term::SchoolYear;
use crate::engine::command::Reply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::activity::{ActivityYearV1, ChoiceListV1, StudyYearsV1, days, list_key};
use crate::store::record::{erase, key, save};

/// 重讀, 休學, 轉學: how long this student is at school.
pub(super) fn set_years(
    context: &mut Context<'_>,
    student: AccountId,
    extra_years: u8,
    left: Option<NaiveDate>,
) -> Result<Reply, Failure> {
    let account = answer::account(context.txn, student)?;
    let entry = account.entry_year.ok_or(ActivityRefusal::NotAStudent)?;
    if extra_years > MOST_EXTRA_YEARS {
        return Err(ActivityRefusal::TooManyExtraYears {
            limit: u32::from(MOST_EXTRA_YEARS),
        }
        .into());
    }
    let first = SchoolYear(entry).first_day();
    if left.is_some_and(|left| left < first) {
        return Err(ActivityRefusal::LeftBeforeEntry { first }.into());
    }
    let record = StudyYearsV1 {
        extra_years,
        left: left.map(days),
    };
    save(context.txn, &key::one(student.0), &record)?;
    let event = Event::Activity(ActivityEvent::YearsSet);
    context.record(Stream::Student(student), None, event)?;
    Ok(Reply::Done)
}

pub(super) fn set_list(context: &mut Context<'_>, list: List, entries: &[String]) -> Result<Reply, Failure> {
    let entries = tidy(entries);
    if entries.is_empty() {
        return Err(ActivityRefusal::ListEmpty { list }.into());
    }
    if entries.len() > MOST_ENTRIES {
        return Err(ActivityRefusal::ListTooLong {
            limit: u32::try_from(MOST_ENTRIES).unwrap_or(u32::MAX),
        }
        .into());
    }
    if let Some(count) = entries.iter().map(|entry| count(entry)).max()
        && count > LONGEST_ENTRY
    {
        return Err(ActivityRefusal::ListEntryTooLong {
            count,
            limit: LONGEST_ENTRY,
        }
        .into());
    }
    save(context.txn, &list_key(list), &ChoiceListV1 { entries })?;
    let event = Event::Activity(ActivityEvent::ListSet { list });
    let stream = context.own_stream();
    context.record(stream, None, event)?;
    Ok(Reply::Done)
}

pub(super) fn set_year_quota(
    context: &mut Context<'_>,
    year: SchoolYear,
    limit: Option<u32>,
) -> Result<Reply, Failure> {
    let at = year.0.to_be_bytes();
    match limit {
        Some(limit) => save(context.txn, &at, &ActivityYearV1 { limit })?,
        None => {
            erase::<ActivityYearV1>(context.txn, &at)?;
        }
    }
    let event = Event::Activity(ActivityEvent::YearQuotaSet);
    let stream = context.own_stream();
    context.record(stream, None, event)?;
    Ok(Reply::Done)
}

impl Engine {
    /// The student with this account name (學號), for whoever sets the rules of activities.
    ///
    /// # Errors
    /// A missing right, [`Refusal::NoSuchAccount`], or the library's trouble.
    pub fn student_named(&self, session: &Session, account_name: &str) -> Result<AccountId, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::KeepActivityRules)?;
            let name = crate::engine::login::normalised_name(account_name);
            let id = self.account_id_by_name(txn, &name)?;
            Ok(id.ok_or(Refusal::NoSuchAccount)?)
        })
    }
}
