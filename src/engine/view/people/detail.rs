//! Everything about one account.

use std::cmp::Reverse;

use crate::domain::id::{AccountId, OfferingId};
use crate::domain::national_id;
use crate::engine::activity::records;
use crate::engine::failure::Failure;
use crate::engine::people::{require_manager, waiting_in};
use crate::engine::session::Session;
use crate::engine::{Engine, answer};
use crate::store::record::account::PlacementV1;
use crate::store::record::convert;
use crate::store::record::course::{OfferingV1, TeachingV1};
use crate::store::record::identity::IdentityV1;
use crate::store::record::people::HomeroomV1;
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::accounts::Beside;
use super::{AccountDetail, StudyYearsView, TaughtCourse};

impl Engine {
    /// One account with what belongs to it.
    ///
    /// # Errors
    /// As [`Engine::accounts`]; [`Refusal::NoSuchAccount`](crate::domain::refusal::Refusal).
    pub fn account_detail(&self, session: &Session, id: AccountId) -> Result<AccountDetail, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            let account = answer::account(txn, id)?;
            let term = answer::current_terms(&answer::settings(txn)?)?.outcome;
            let identity = load::<IdentityV1>(txn, &key::one(id.0))?;
            let national_id = identity.and_then(|identity| identity.national_id);
            Ok(AccountDetail {
                row: Beside::read(txn, session, term)?.row(id.0, account)?,
                national_id: national_id.as_deref().map(national_id::mask),
                years: study_years(txn, id)?,
                placements: placements(txn, id)?,
                homerooms: homerooms(txn, id)?,
                courses: courses(txn, id)?,
            })
        })
    }
}

fn study_years(records: &impl ReadRecords, id: AccountId) -> Result<Option<StudyYearsView>, Failure> {
    let Some(years) = records::years(records, id)? else {
        return Ok(None);
    };
    let setting = records::years_setting(records, id)?;
    Ok(Some(StudyYearsView { years, setting }))
}

type Placement = (crate::domain::term::Term, String, String);

fn code_of(key: &[u8], bytes: Option<&[u8; 2]>) -> Result<u16, StoreError> {
    let bytes = bytes.ok_or_else(|| StoreError::UnreadableRecord {
        detail: format!("a key of {} bytes is too short", key.len()),
    })?;
    Ok(u16::from_be_bytes(*bytes))
}

fn placements(records: &impl ReadRecords, id: AccountId) -> Result<Vec<Placement>, StoreError> {
    let mut all = Vec::new();
    for (at, place) in list::<PlacementV1>(records, &key::one(id.0))? {
        let term = convert::term(code_of(&at, at.last_chunk())?)?;
        all.push((term, place.class, place.seat));
    }
    all.reverse();
    Ok(all)
}

fn homerooms(
    records: &impl ReadRecords,
    id: AccountId,
) -> Result<Vec<(crate::domain::term::Term, String)>, StoreError> {
    let mut all = Vec::new();
    for (at, homeroom) in list::<HomeroomV1>(records, &[])? {
        if homeroom.teacher == id.0 {
            all.push((convert::term(code_of(&at, at.first_chunk())?)?, homeroom.class));
        }
    }
    all.sort_by(|one, other| (Reverse(one.0), &one.1).cmp(&(Reverse(other.0), &other.1)));
    Ok(all)
}

fn courses(records: &impl ReadRecords, id: AccountId) -> Result<Vec<TaughtCourse>, StoreError> {
    let mut all = Vec::new();
    for (at, TeachingV1 {}) in list::<TeachingV1>(records, &key::one(id.0))? {
        let offering_id = key::last_id(&at)?;
        let Some(offering) = load::<OfferingV1>(records, &key::one(offering_id))? else {
            continue;
        };
        if !offering.teachers.contains(&id.0) {
            continue;
        }
        all.push(TaughtCourse {
            id: OfferingId(offering_id),
            term: convert::term(offering.term)?,
            name: offering.name,
            group: offering.group,
            waiting: waiting_in(records, offering_id)?,
        });
    }
    all.sort_by(|one, other| {
        (Reverse(one.term), &one.name, &one.group).cmp(&(Reverse(other.term), &other.name, &other.group))
    });
    Ok(all)
}
