//! Reading records as the domain speaks of them, for any transaction.

use std::ops::ControlFlow;

use crate::domain::access::{self, Right};
use crate::domain::act::{LibraryKind, Relation};
use crate::domain::id::{AccountId, ItemId, OfferingId, WindowId};
use crate::domain::limits::Limits;
use crate::domain::moment::{Moment, to_millis};
use crate::domain::quota::{self, Usage};
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Concerned, Window};
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::convert::term;
use crate::store::record::course::{DeputyV1, EnrolmentV1, OfferingV1};
use crate::store::record::item::{ItemOwnerV1, OutcomeV1};
use crate::store::record::school::{LimitsV1, ONLY, SettingsV1, WindowV1};
use crate::store::record::{Stored, key, list, load};
use crate::store::{self, KeyRange, Order, ReadRecords, StoreError};

use super::failure::Failure;
use super::session::Session;
use super::view::{CurrentTerms, WindowView};

/// The kind of library as the rules know it.
pub(super) fn kind_of(library: &store::Library) -> LibraryKind {
    match library.header().kind {
        store::LibraryKind::School => LibraryKind::School,
        store::LibraryKind::Personal => LibraryKind::Personal,
        store::LibraryKind::Demonstration => LibraryKind::Demonstration,
    }
}

fn missing(what: &str) -> StoreError {
    StoreError::Damaged {
        detail: format!("{what} is missing"),
    }
}

pub(super) fn settings(records: &impl ReadRecords) -> Result<SettingsV1, StoreError> {
    load(records, ONLY)?.ok_or_else(|| missing("the settings record"))
}

pub(super) fn current_terms(settings: &SettingsV1) -> Result<CurrentTerms, StoreError> {
    Ok(CurrentTerms {
        outcome: term(settings.outcome_term)?,
        activity: term(settings.activity_term)?,
        selection: SchoolYear(settings.selection_year),
    })
}

pub(super) fn account(records: &impl ReadRecords, id: AccountId) -> Result<AccountV1, Failure> {
    Ok(load(records, &key::one(id.0))?.ok_or(Refusal::NoSuchAccount)?)
}

/// The name to show; a person who was erased since is named by the id.
pub(super) fn display_name(records: &impl ReadRecords, id: AccountId) -> Result<String, StoreError> {
    Ok(load::<AccountV1>(records, &key::one(id.0))?
        .map_or_else(|| id.to_string(), |account| account.display_name))
}

pub(super) fn offering(records: &impl ReadRecords, id: OfferingId) -> Result<OfferingV1, Failure> {
    Ok(load(records, &key::one(id.0))?.ok_or(Refusal::NoSuchCourse)?)
}

pub(super) fn enrolment(
    records: &impl ReadRecords,
    student: AccountId,
    offering: OfferingId,
) -> Result<Option<EnrolmentV1>, StoreError> {
    load(records, &key::two(student.0, offering.0))
}

pub(super) fn limits(records: &impl ReadRecords, term: Term) -> Result<Limits, StoreError> {
    let stored = load::<LimitsV1>(records, &term.code().to_be_bytes())?;
    Ok(stored.map_or_else(Limits::default, Limits::from))
}

/// The largest files that any term takes: for which term content is handed over is not known yet.
pub(super) fn largest_limits(records: &impl ReadRecords) -> Result<Limits, StoreError> {
    let mut largest = Limits::default();
    for (_, limits) in list::<LimitsV1>(records, &[])? {
        largest.document_bytes = largest.document_bytes.max(limits.document_bytes);
        largest.media_bytes = largest.media_bytes.max(limits.media_bytes);
    }
    Ok(largest)
}

pub(super) fn windows(records: &impl ReadRecords) -> Result<Vec<WindowView>, StoreError> {
    list::<WindowV1>(records, &[])?
        .into_iter()
        .map(|(at, record)| {
            Ok(WindowView {
                id: WindowId(key::last_id(&at)?),
                window: record.try_into()?,
            })
        })
        .collect()
}

/// Windows without their ids.
pub(super) fn plain_windows(records: &impl ReadRecords) -> Result<Vec<Window>, StoreError> {
    Ok(windows(records)?.into_iter().map(|view| view.window).collect())
}

/// The circles of people a student belongs to.
pub(super) fn concerned(records: &impl ReadRecords, student: AccountId) -> Result<Concerned, Failure> {
    let account = account(records, student)?;
    let mut classes = Vec::new();
    for (at, placement) in list::<PlacementV1>(records, &key::one(student.0))? {
        let code = at
            .last_chunk::<2>()
            .map(|bytes| u16::from_be_bytes(*bytes))
            .ok_or_else(|| missing("the term of a placement"))?;
        classes.push((term(code)?.year, placement.class));
    }
    classes.dedup();
    Ok(Concerned {
        student: Some(student),
        entry_year: account.entry_year.map(SchoolYear),
        classes,
    })
}

/// Key of a placement.
pub(super) fn placement_key(student: AccountId, term: Term) -> Vec<u8> {
    let mut at = key::one(student.0).to_vec();
    at.extend(term.code().to_be_bytes());
    at
}

/// Class and 座號 of a student in a term; empty where the student sits nowhere.
pub(super) fn class_and_seat(
    records: &impl ReadRecords,
    student: AccountId,
    term: Term,
) -> Result<(String, String), StoreError> {
    let placement = load::<PlacementV1>(records, &placement_key(student, term))?;
    Ok(placement.map_or_else(Default::default, |placement| (placement.class, placement.seat)))
}

/// An outcome and whose it is.
pub(super) fn outcome(
    records: &impl ReadRecords,
    item: ItemId,
) -> Result<Option<(AccountId, OutcomeV1)>, StoreError> {
    let Some(owner) = load::<ItemOwnerV1>(records, &key::one(item.0))? else {
        return Ok(None);
    };
    let outcome = load::<OutcomeV1>(records, &key::two(owner.student, item.0))?
        .ok_or_else(|| missing("an outcome in the index"))?;
    Ok(Some((AccountId(owner.student), outcome)))
}

/// All outcomes of a student, oldest id first.
pub(super) fn outcomes_of(
    records: &impl ReadRecords,
    student: AccountId,
) -> Result<Vec<(ItemId, OutcomeV1)>, StoreError> {
    list::<OutcomeV1>(records, &key::one(student.0))?
        .into_iter()
        .map(|(at, outcome)| Ok((ItemId(key::last_id(&at)?), outcome)))
        .collect()
}

/// The counter of outcomes: recounted each time, so it cannot drift (domain.md 2b).
pub(super) fn outcome_usage(
    records: &impl ReadRecords,
    student: AccountId,
    term: Term,
) -> Result<Usage, StoreError> {
    let mut used = 0;
    for (_, outcome) in outcomes_of(records, student)? {
        if outcome.term == term.code() && quota::counts(outcome.trashed.is_some(), outcome.brought) {
            used += 1;
        }
    }
    Ok(Usage {
        used,
        limit: limits(records, term)?.outcomes_per_term,
    })
}

/// How the person stands to an item of this student and offering. Whoever is named as a teacher but has
/// not got the role (any more) is a stranger.
pub(super) fn relation(
    records: &impl ReadRecords,
    session: &Session,
    owner: AccountId,
    offering: &OfferingV1,
    offering_id: u64,
    now: Moment,
) -> Result<Relation, StoreError> {
    let actor = session.account;
    if actor == owner {
        return Ok(Relation::Owner);
    }
    if !access::may(&session.roles, Right::OpenSubmitted) {
        return Ok(Relation::Stranger);
    }
    if offering.teachers.contains(&actor.0) {
        return Ok(Relation::Teacher);
    }
    let now = to_millis(now);
    let mut relation = Relation::Stranger;
    records.scan(
        DeputyV1::TABLE,
        KeyRange::all(),
        Order::Ascending,
        &mut |_, bytes| {
            let deputy: DeputyV1 = store::codec::decode(DeputyV1::VERSION, bytes, DeputyV1::LIMIT)?;
            let stands_in = deputy.deputy == actor.0
                && offering.teachers.contains(&deputy.teacher)
                && deputy.offering.is_none_or(|only| only == offering_id)
                && (deputy.from..deputy.until).contains(&now);
            if stands_in {
                relation = Relation::Deputy {
                    of: AccountId(deputy.teacher),
                };
                return Ok(ControlFlow::Break(()));
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(relation)
}
