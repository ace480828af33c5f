//! The personal library: its owner keeps the courses and records what the school's platform says.

use crate::domain::act::Act;
use crate::domain::course::EnrolmentMode;
use crate::domain::history::{Event, Stream};
use crate::domain::id::{ItemId, OfferingId};
use crate::domain::outcome::{Origin, OutcomeState};
use crate::domain::refusal::Refusal;
use crate::domain::selection::WhyLeft;
use crate::domain::term::SchoolYear;
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::item::{DecisionV1, ItemOfOfferingV1};
use crate::store::record::{Stored, erase, key, save};
use crate::store::{KeyRange, ReadRecords};

use super::answer;
use super::command::{CourseFields, Reply};
use super::context::Context;
use super::failure::Failure;
use super::outcome::{open, reply, save_changed};
use super::selection;

/// 記錄學校平臺上的狀態: always marked 自行登錄.
pub(super) fn record_state(
    context: &mut Context<'_>,
    item: ItemId,
    seen: u64,
    state: OutcomeState,
) -> Result<Reply, Failure> {
    let opened = open(context, item, seen, Act::RecordSchoolState)?;
    let (owner, mut outcome) = (opened.owner, opened.outcome);
    let now = context.now_millis();
    let from = OutcomeState::from_code(outcome.state)?;
    if state == OutcomeState::Submitted && from != OutcomeState::Submitted {
        outcome.submitted = Some(now);
        outcome.attempt += 1;
    }
    if matches!(state, OutcomeState::Certified | OutcomeState::Returned) {
        outcome.decisions.push(DecisionV1 {
            by: owner.0,
            for_teacher: None,
            at: now,
            from: from.code(),
            state: state.code(),
            origin: Origin::SelfReported.code(),
            reason: None,
            note: String::new(),
            hashes: outcome.files.iter().map(|file| file.blake3).collect(),
            unopened: false,
            undone: false,
            version: outcome.version + 1,
        });
    }
    if state != OutcomeState::Certified {
        selection::leave(context, owner, item, WhyLeft::StateChanged)?;
    }
    outcome.origin = (state != OutcomeState::Draft).then(|| Origin::SelfReported.code());
    outcome.state = state.code();
    context.record(
        Stream::Student(owner),
        Some(item),
        Event::SchoolStateRecorded { state },
    )?;
    save_changed(context, owner, item, &mut outcome)?;
    reply(context, item)
}

/// Adds or changes a course; the owner is enrolled in it.
pub(super) fn set_course(
    context: &mut Context<'_>,
    course: Option<OfferingId>,
    fields: &CourseFields,
) -> Result<Reply, Failure> {
    if fields.name.trim().is_empty() {
        return Err(Refusal::TitleMissing.into());
    }
    let owner = context.actor();
    let id = match course {
        Some(id) => {
            let before = answer::offering(context.txn, id)?;
            let items = item_count(context, id)?;
            if before.term != fields.term.code() && items > 0 {
                return Err(Refusal::CourseInUse { items }.into());
            }
            id
        }
        None => OfferingId(context.new_id::<OfferingV1>()?),
    };
    let offering = OfferingV1 {
        term: fields.term.code(),
        code: fields.code.trim().to_owned(),
        name: fields.name.trim().to_owned(),
        credits: fields.credits.0,
        kind: fields.kind.code(),
        group: String::new(),
        teachers: Vec::new(),
        teacher_text: fields.teacher.trim().to_owned(),
    };
    save(context.txn, &key::one(id.0), &offering)?;
    if answer::enrolment(context.txn, owner, id)?.is_none() {
        let enrolment = EnrolmentV1 {
            enrolment: context.ids.next_u64(),
            mode: EnrolmentMode::Regular.code(),
            withdrawn: false,
        };
        save(context.txn, &key::two(owner.0, id.0), &enrolment)?;
    }
    let stream = context.own_stream();
    context.record(stream, None, Event::CourseSet)?;
    Ok(Reply::Course(id))
}

/// Removes a course that holds nothing, the trash included.
pub(super) fn remove_course(context: &mut Context<'_>, id: OfferingId) -> Result<Reply, Failure> {
    answer::offering(context.txn, id)?;
    let items = item_count(context, id)?;
    if items > 0 {
        return Err(Refusal::CourseInUse { items }.into());
    }
    erase::<OfferingV1>(context.txn, &key::one(id.0))?;
    erase::<EnrolmentV1>(context.txn, &key::two(context.actor().0, id.0))?;
    let stream = context.own_stream();
    context.record(stream, None, Event::CourseRemoved)?;
    Ok(Reply::Done)
}

fn item_count(context: &Context<'_>, id: OfferingId) -> Result<u32, Failure> {
    let count = context
        .txn
        .count(ItemOfOfferingV1::TABLE, KeyRange::prefix(&key::one(id.0)))?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

pub(super) fn set_profile(
    context: &mut Context<'_>,
    display_name: &str,
    entry_year: SchoolYear,
) -> Result<Reply, Failure> {
    if display_name.trim().is_empty() {
        return Err(Refusal::AccountNameMissing.into());
    }
    let id = context.actor();
    let mut account: AccountV1 = answer::account(context.txn, id)?;
    account.display_name = display_name.trim().to_owned();
    account.entry_year = Some(entry_year.0);
    save(context.txn, &key::one(id.0), &account)?;
    let stream = context.own_stream();
    context.record(stream, None, Event::ProfileSet)?;
    Ok(Reply::Done)
}
