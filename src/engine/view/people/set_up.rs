//! What is there of a school, counted.

use std::collections::HashSet;

use crate::domain::access::Role;
use crate::domain::account::{Standing, Status};
use crate::domain::course::{self, Credits};
use crate::domain::id::AccountId;
use crate::domain::set_up::SetUp;
use crate::domain::window::{Audience, Period, WindowKind};
use crate::engine::failure::Failure;
use crate::engine::people::{self, require_manager};
use crate::engine::session::Session;
use crate::engine::{Engine, answer};
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::code::Coded;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::people::{HomeroomV1, LoginTimesV1, SlipV1};
use crate::store::record::{Stored, key, list, load};
use crate::store::{KeyRange, ReadRecords, StoreError};

impl Engine {
    /// The check-list of a school that is being set up.
    ///
    /// # Errors
    /// As [`Engine::accounts`].
    pub fn set_up(&self, session: &Session) -> Result<SetUp, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            let terms = answer::current_terms(&answer::settings(txn)?)?;
            let term = terms.outcome.code();
            let mut found = SetUp::default();
            count_people(txn, &mut found)?;
            count_courses(txn, term, &mut found)?;
            let mut classes = HashSet::new();
            for (at, place) in list::<PlacementV1>(txn, &[])? {
                if at.ends_with(&term.to_be_bytes()) {
                    classes.insert(place.class);
                }
            }
            let homerooms = list::<HomeroomV1>(txn, &term.to_be_bytes())?;
            let with = homerooms.iter().filter(|(_, one)| classes.contains(&one.class));
            found.classes_with_homeroom = size(with.count() as u64);
            found.classes = size(classes.len() as u64);
            let windows = answer::plain_windows(txn)?;
            let announced = [WindowKind::OutcomeUpload, WindowKind::Certification]
                .into_iter()
                .filter(|kind| {
                    windows.iter().any(|window| {
                        let general = matches!(window.audience, Audience::All | Audience::Grade(_));
                        general && window.kind == *kind && window.period == Period::Term(terms.outcome)
                    })
                });
            found.windows = size(announced.count() as u64);
            found.passwords_waiting = size(txn.count(PendingPasswordV1::TABLE, KeyRange::all())?);
            found.slips = size(txn.count(SlipV1::TABLE, KeyRange::all())?);
            Ok(found)
        })
    }
}

fn size(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn count_people(records: &impl ReadRecords, found: &mut SetUp) -> Result<(), StoreError> {
    let (student, teacher) = (Coded::code(Role::Student), Coded::code(Role::Teacher));
    for (at, account) in list::<AccountV1>(records, &[])? {
        let id = key::last_id(&at)?;
        let standing: Standing = people::standing(records, AccountId(id))?;
        let (studies, teaches) = (account.roles.contains(&student), account.roles.contains(&teacher));
        if standing.status != Status::Active || !(studies || teaches) {
            continue;
        }
        found.students += u32::from(studies);
        found.teachers += u32::from(teaches);
        match load::<LoginTimesV1>(records, &key::one(id))? {
            Some(_) => found.came += 1,
            None => found.never_came += 1,
        }
    }
    Ok(())
}

fn count_courses(records: &impl ReadRecords, term: u16, found: &mut SetUp) -> Result<(), StoreError> {
    let mut bearing = HashSet::new();
    let mut courses = HashSet::new();
    for (at, offering) in list::<OfferingV1>(records, &[])? {
        if offering.term != term {
            continue;
        }
        let id = key::last_id(&at)?;
        courses.insert(id);
        if course::bears_outcomes(Coded::from_code(offering.kind)?, Credits(offering.credits)) {
            bearing.insert(id);
        }
    }
    found.courses = size(courses.len() as u64);
    for (at, _) in list::<EnrolmentV1>(records, &[])? {
        let id = key::last_id(&at)?;
        if courses.contains(&id) {
            found.enrolments += 1;
            bearing.remove(&id);
        }
    }
    found.courses_without_students = size(bearing.len() as u64);
    Ok(())
}
