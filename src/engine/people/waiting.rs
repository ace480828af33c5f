//! What waits for a teacher whom nobody else could stand in for.

use crate::domain::access::Role;
use crate::domain::account::Standing;
use crate::domain::id::AccountId;
use crate::domain::outcome::OutcomeState;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::course::{DeputyV1, OfferingV1, TeachingV1};
use crate::store::record::item::{ItemOfOfferingV1, OutcomeV1};
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

/// Refuses while items wait in courses that only this teacher decides about.
///
/// # Errors
/// [`PeopleRefusal::ItemsWait`] with the courses.
pub(super) fn require_nothing_waits(context: &Context<'_>, teacher: AccountId) -> Result<(), Failure> {
    let (mut items, mut courses) = (0, Vec::new());
    let deputies: Vec<DeputyV1> = list::<DeputyV1>(context.txn, &[])?
        .into_iter()
        .map(|(_, deputy)| deputy)
        .filter(|deputy| deputy.teacher == teacher.0)
        .filter(|deputy| (deputy.from..deputy.until).contains(&context.now_millis()))
        .collect();
    for (at, TeachingV1 {}) in list::<TeachingV1>(context.txn, &key::one(teacher.0))? {
        let id = key::last_id(&at)?;
        let Some(offering) = load::<OfferingV1>(context.txn, &key::one(id))? else {
            continue;
        };
        let others = offering
            .teachers
            .iter()
            .copied()
            .filter(|other| *other != teacher.0);
        let stand_ins = deputies
            .iter()
            .filter(|deputy| deputy.offering.is_none_or(|only| only == id))
            .map(|deputy| deputy.deputy);
        let waiting = waiting_in(context.txn, id)?;
        if waiting == 0 || any_decides(context.txn, others.chain(stand_ins))? {
            continue;
        }
        items += waiting;
        courses.push(format!("{} {}", offering.name, offering.group).trim().to_owned());
    }
    if items == 0 {
        return Ok(());
    }
    Err(Refusal::from(PeopleRefusal::ItemsWait { items, courses }).into())
}

fn any_decides(records: &impl ReadRecords, people: impl Iterator<Item = u64>) -> Result<bool, StoreError> {
    for person in people {
        let account = load::<AccountV1>(records, &key::one(person))?;
        let teaches = account.is_some_and(|account| account.roles.contains(&Coded::code(Role::Teacher)));
        if teaches && super::standing(records, AccountId(person))? == Standing::ACTIVE {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Items of a course that need a decision: 認證中, or asked back.
pub(in crate::engine) fn waiting_in(records: &impl ReadRecords, offering: u64) -> Result<u32, StoreError> {
    let mut waiting = 0;
    for (at, owner) in list::<ItemOfOfferingV1>(records, &key::one(offering))? {
        let item = key::last_id(&at)?;
        let outcome = load::<OutcomeV1>(records, &key::two(owner.student, item))?;
        let waits = outcome.is_some_and(|outcome| {
            let submitted = outcome.state == OutcomeState::Submitted.code();
            (submitted || outcome.requested.is_some()) && outcome.trashed.is_none() && !outcome.filed
        });
        waiting += u32::from(waits);
    }
    Ok(waiting)
}
