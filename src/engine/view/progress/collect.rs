//! Reading everything once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::ControlFlow;

use crate::domain::course::{self, Credits};
use crate::domain::id::{AccountId, OfferingId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::outcome::OutcomeState;
use crate::domain::progress::Tally;
use crate::domain::term::Term;
use crate::engine::failure::Failure;
use crate::store::record::Stored;
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::code::Coded;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::item::OutcomeV1;
use crate::store::record::{key, list};
use crate::store::{KeyRange, Order, ReadRecords, StoreError, codec};

use super::{ProgressScope, ProgressView, rows};

/// What was read, still by ids.
pub(super) struct Collected {
    pub term: Term,
    pub now: Moment,
    pub scope: ProgressScope,
    /// Offerings of the term that take outcomes, or hold some.
    pub offerings: BTreeMap<OfferingId, OfferingV1>,
    /// Class and seat of each student in scope; both empty where they sit nowhere.
    pub places: BTreeMap<AccountId, (String, String)>,
    /// One cell per enrolment, and per course in which a student has items.
    pub cells: BTreeMap<(OfferingId, AccountId), Cell>,
    /// Those who are named in any of this.
    pub people: HashMap<AccountId, Person>,
}

/// Name, account and entry year of a person.
pub(super) struct Person {
    pub name: String,
    pub account: String,
    pub entry_year: Option<u16>,
}

/// One student in one course.
#[derive(Default, Clone, Copy)]
pub(super) struct Cell {
    pub tally: Tally,
    pub oldest_waiting: Option<Moment>,
}

pub(super) fn collect(
    records: &impl ReadRecords,
    term: Term,
    scope: ProgressScope,
    now: Moment,
) -> Result<ProgressView, Failure> {
    let mut collected = Collected {
        term,
        now,
        places: places(records, term)?,
        offerings: BTreeMap::new(),
        cells: BTreeMap::new(),
        people: HashMap::new(),
        scope,
    };
    collected.read_courses(records)?;
    collected.read_outcomes(records)?;
    collected.keep_what_is_in_scope();
    collected.read_people(records)?;
    Ok(rows::view(records, collected)?)
}

/// Where each student sits in the term.
fn places(
    records: &impl ReadRecords,
    term: Term,
) -> Result<BTreeMap<AccountId, (String, String)>, StoreError> {
    let code = term.code().to_be_bytes();
    let mut places = BTreeMap::new();
    for (at, placement) in list::<PlacementV1>(records, &[])? {
        if at.ends_with(&code) {
            places.insert(AccountId(key::first_id(&at)?), (placement.class, placement.seat));
        }
    }
    Ok(places)
}

fn takes_outcomes(offering: &OfferingV1) -> Result<bool, StoreError> {
    let kind = Coded::from_code(offering.kind)?;
    Ok(course::bears_outcomes(kind, Credits(offering.credits)))
}

impl Collected {
    fn read_courses(&mut self, records: &impl ReadRecords) -> Result<(), StoreError> {
        for (at, offering) in list::<OfferingV1>(records, &[])? {
            if offering.term == self.term.code() {
                self.offerings.insert(OfferingId(key::last_id(&at)?), offering);
            }
        }
        let mut taking = BTreeSet::new();
        for (id, offering) in &self.offerings {
            if takes_outcomes(offering)? {
                taking.insert(*id);
            }
        }
        let cells = &mut self.cells;
        records.scan(
            EnrolmentV1::TABLE,
            KeyRange::all(),
            Order::Ascending,
            &mut |at, bytes| {
                let offering = OfferingId(key::last_id(at)?);
                if taking.contains(&offering) {
                    let enrolment: EnrolmentV1 =
                        codec::decode(EnrolmentV1::VERSION, bytes, EnrolmentV1::LIMIT)?;
                    if !enrolment.withdrawn {
                        cells.insert((offering, AccountId(key::first_id(at)?)), Cell::default());
                    }
                }
                Ok(ControlFlow::Continue(()))
            },
        )?;
        Ok(())
    }

    /// The one walk over all outcomes.
    fn read_outcomes(&mut self, records: &impl ReadRecords) -> Result<(), StoreError> {
        let term = self.term.code();
        let cells = &mut self.cells;
        records.scan(
            OutcomeV1::TABLE,
            KeyRange::all(),
            Order::Ascending,
            &mut |at, bytes| {
                let outcome: OutcomeV1 = codec::decode(OutcomeV1::VERSION, bytes, OutcomeV1::LIMIT)?;
                if outcome.term == term && outcome.trashed.is_none() && !outcome.brought {
                    let state = OutcomeState::from_code(outcome.state)?;
                    let place = (OfferingId(outcome.offering), AccountId(key::first_id(at)?));
                    let cell = cells.entry(place).or_default();
                    cell.tally.count(state);
                    if state == OutcomeState::Submitted {
                        cell.oldest_waiting =
                            earlier(cell.oldest_waiting, outcome.submitted.map(from_millis));
                    }
                }
                Ok(ControlFlow::Continue(()))
            },
        )?;
        Ok(())
    }

    fn keep_what_is_in_scope(&mut self) {
        let used: BTreeSet<OfferingId> = self.cells.keys().map(|(offering, _)| *offering).collect();
        self.offerings.retain(|id, _| used.contains(id));
        let places = &mut self.places;
        match &self.scope {
            ProgressScope::School => {}
            ProgressScope::Classes(classes) => {
                places.retain(|_, (class, _)| classes.contains(class));
                self.cells.retain(|(_, student), _| places.contains_key(student));
                let used: BTreeSet<OfferingId> = self.cells.keys().map(|(offering, _)| *offering).collect();
                self.offerings.retain(|id, _| used.contains(id));
            }
            ProgressScope::Courses(courses) => {
                self.offerings.retain(|id, _| courses.contains(id));
                let offerings = &self.offerings;
                self.cells
                    .retain(|(offering, _), _| offerings.contains_key(offering));
                let students: BTreeSet<AccountId> = self.cells.keys().map(|(_, student)| *student).collect();
                places.retain(|student, _| students.contains(student));
            }
        }
        // An offering that is gone has no name to show its items under.
        let offerings = &self.offerings;
        self.cells
            .retain(|(offering, _), _| offerings.contains_key(offering));
        for (_, student) in self.cells.keys() {
            places.entry(*student).or_default();
        }
    }

    fn read_people(&mut self, records: &impl ReadRecords) -> Result<(), StoreError> {
        let teachers = self.offerings.values().flat_map(|offering| &offering.teachers);
        let wanted: BTreeSet<AccountId> = teachers
            .map(|id| AccountId(*id))
            .chain(self.places.keys().copied())
            .collect();
        let people = &mut self.people;
        records.scan(
            AccountV1::TABLE,
            KeyRange::all(),
            Order::Ascending,
            &mut |at, bytes| {
                let id = AccountId(key::last_id(at)?);
                if wanted.contains(&id) {
                    let account: AccountV1 = codec::decode(AccountV1::VERSION, bytes, AccountV1::LIMIT)?;
                    let person = Person {
                        name: account.display_name,
                        account: account.name,
                        entry_year: account.entry_year,
                    };
                    people.insert(id, person);
                }
                Ok(ControlFlow::Continue(()))
            },
        )
    }
}

/// The earlier of two moments, where there is one.
pub(super) fn earlier(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
