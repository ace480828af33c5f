//! Which courses a person decides about: one's own, and those one is deputy for now.

use std::collections::BTreeMap;

use crate::domain::access::{self, Right};
use crate::domain::act::Relation;
use crate::domain::id::{AccountId, OfferingId};
use crate::domain::moment::{Moment, to_millis};
use crate::store::record::course::{DeputyV1, OfferingV1, TeachingV1};
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::session::Session;

/// A course with what one is in it: its teacher, or a deputy.
pub(super) struct Duty {
    pub offering: OfferingV1,
    pub relation: Relation,
}

/// All courses whose items this person decides about at `now`, by their ids. Says the same as
/// [`super::answer::relation`], asked for everything at once.
pub(super) fn duties(
    records: &impl ReadRecords,
    session: &Session,
    now: Moment,
) -> Result<BTreeMap<OfferingId, Duty>, StoreError> {
    let mut duties = BTreeMap::new();
    if !access::may(&session.roles, Right::Certify) {
        return Ok(duties);
    }
    let actor = session.account;
    taught_by(records, actor, None, Relation::Teacher, &mut duties)?;
    let now = to_millis(now);
    for (_, deputy) in list::<DeputyV1>(records, &[])? {
        if deputy.deputy == actor.0 && (deputy.from..deputy.until).contains(&now) {
            let of = AccountId(deputy.teacher);
            let relation = Relation::Deputy { of };
            taught_by(records, of, deputy.offering, relation, &mut duties)?;
        }
    }
    Ok(duties)
}

/// Adds the courses that `teacher` teaches now (`only` this one, if given); the first reason stands.
fn taught_by(
    records: &impl ReadRecords,
    teacher: AccountId,
    only: Option<u64>,
    relation: Relation,
    duties: &mut BTreeMap<OfferingId, Duty>,
) -> Result<(), StoreError> {
    for (at, TeachingV1 {}) in list::<TeachingV1>(records, &key::one(teacher.0))? {
        let id = key::last_id(&at)?;
        if only.is_some_and(|only| only != id) || duties.contains_key(&OfferingId(id)) {
            continue;
        }
        if let Some(offering) = load::<OfferingV1>(records, &key::one(id))?
            && offering.teachers.contains(&teacher.0)
        {
            duties.insert(OfferingId(id), Duty { offering, relation });
        }
    }
    Ok(())
}
