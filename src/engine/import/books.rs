//! What judging needs of the records, read once: a lookup in the library for each of 40,000 rows would
//! take longer than everything else.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use crate::domain::access::Role;
use crate::domain::account::Status;
use crate::domain::import::{Subject, SubjectCourse};
use crate::domain::term::Term;
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::code::{Coded, values};
use crate::store::record::convert::term;
use crate::store::record::course::{EnrolmentV1, OfferingV1};
use crate::store::record::identity::IdentityV1;
use crate::store::record::people::StandingV1;
use crate::store::record::{Stored, key, list};
use crate::store::{KeyRange, Order, ReadRecords, StoreError, codec};

use super::plan::unreadable;

/// One person of the records.
#[derive(Debug)]
pub(super) struct Person {
    pub id: u64,
    pub record: AccountV1,
    /// 停用, 畢業, 轉出
    pub is_gone: bool,
}

impl Person {
    pub fn is(&self, role: Role) -> bool {
        self.record.roles.contains(&Coded::code(role))
    }

    pub fn roles(&self) -> Result<Vec<Role>, StoreError> {
        values(&self.record.roles)
    }

    pub fn subject(&self) -> Subject {
        Subject {
            account: self.record.name.clone(),
            person: self.record.display_name.clone(),
            ..Subject::default()
        }
    }
}

/// Everybody.
#[derive(Debug)]
pub(super) struct People {
    all: Vec<Person>,
    by_name: HashMap<String, usize>,
    by_id: HashMap<u64, usize>,
}

impl People {
    pub fn load(records: &impl ReadRecords) -> Result<Self, Failure> {
        let mut people = Self {
            all: Vec::new(),
            by_name: HashMap::new(),
            by_id: HashMap::new(),
        };
        let mut gone = HashSet::new();
        for (at, record) in list::<StandingV1>(records, &[])? {
            let status = record.standing()?.status;
            if status == Status::Ended || status.has_left() {
                gone.insert(key::last_id(&at)?);
            }
        }
        for (at, record) in list::<AccountV1>(records, &[])? {
            let (id, place) = (key::last_id(&at)?, people.all.len());
            people.by_name.insert(record.name.clone(), place);
            people.by_id.insert(id, place);
            people.all.push(Person {
                id,
                record,
                is_gone: gone.contains(&id),
            });
        }
        Ok(people)
    }

    /// Whoever logs in with this name, as people type it.
    pub fn named(&self, account: &str) -> Option<&Person> {
        let place = self.by_name.get(&normalised_name(account))?;
        self.all.get(*place)
    }

    pub fn with_id(&self, id: u64) -> Option<&Person> {
        self.all.get(*self.by_id.get(&id)?)
    }

    pub fn all(&self) -> &[Person] {
        &self.all
    }

    /// The account of an id, for showing; the id itself where the person was erased.
    pub fn account_of(&self, id: u64) -> String {
        self.with_id(id).map_or_else(
            || crate::domain::id::AccountId(id).to_string(),
            |person| person.record.name.clone(),
        )
    }

    pub fn subject_of(&self, id: u64) -> Subject {
        self.with_id(id).map(Person::subject).unwrap_or_default()
    }
}

/// National IDs and birth dates, by account and by ID.
#[derive(Debug, Default)]
pub(super) struct Identities {
    pub by_account: HashMap<u64, IdentityV1>,
    pub by_national_id: HashMap<String, u64>,
}

impl Identities {
    pub fn load(records: &impl ReadRecords) -> Result<Self, Failure> {
        let mut identities = Self::default();
        for (at, identity) in list::<IdentityV1>(records, &[])? {
            let account = key::last_id(&at)?;
            if let Some(id) = &identity.national_id {
                identities.by_national_id.insert(id.clone(), account);
            }
            identities.by_account.insert(account, identity);
        }
        Ok(identities)
    }
}

/// Classes and seats of one term, by student.
pub(super) fn placements(
    records: &impl ReadRecords,
    term: Term,
) -> Result<HashMap<u64, PlacementV1>, Failure> {
    let ending = term.code().to_be_bytes();
    let mut found = HashMap::new();
    records.scan(
        PlacementV1::TABLE,
        KeyRange::all(),
        Order::Ascending,
        &mut |at, bytes| {
            if at.ends_with(&ending) {
                let placement = codec::decode(PlacementV1::VERSION, bytes, PlacementV1::LIMIT)?;
                found.insert(key::first_id(at)?, placement);
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(found)
}

/// All courses, by what rosters call them.
#[derive(Debug, Default)]
pub(super) struct Courses {
    all: Vec<(u64, OfferingV1)>,
    by_name: HashMap<(u16, String), Vec<usize>>,
    by_id: HashMap<u64, usize>,
}

impl Courses {
    pub fn load(records: &impl ReadRecords) -> Result<Self, Failure> {
        let mut courses = Self::default();
        for (at, offering) in list::<OfferingV1>(records, &[])? {
            let (id, place) = (key::last_id(&at)?, courses.all.len());
            let same = courses.by_name.entry((offering.term, offering.code.clone()));
            same.or_default().push(place);
            courses.by_id.insert(id, place);
            courses.all.push((id, offering));
        }
        Ok(courses)
    }

    /// Those that the code has in this term.
    pub fn of_code(&self, term: Term, code: &str) -> impl Iterator<Item = &(u64, OfferingV1)> {
        let places = self.by_name.get(&(term.code(), code.to_owned()));
        places
            .into_iter()
            .flatten()
            .filter_map(|place| self.all.get(*place))
    }

    pub fn find(&self, term: Term, code: &str, group: &str) -> Option<&(u64, OfferingV1)> {
        self.of_code(term, code)
            .find(|(_, offering)| offering.group == group)
    }

    pub fn with_id(&self, id: u64) -> Option<&OfferingV1> {
        self.all.get(*self.by_id.get(&id)?).map(|(_, offering)| offering)
    }

    pub fn all(&self) -> &[(u64, OfferingV1)] {
        &self.all
    }
}

/// A course as shown beside a row.
pub(super) fn subject_course(offering: &OfferingV1) -> Result<SubjectCourse, StoreError> {
    Ok(SubjectCourse {
        term: term(offering.term)?,
        code: offering.code.clone(),
        group: offering.group.clone(),
        name: offering.name.clone(),
    })
}

/// Calls `visit` with student, offering and record of every enrolment in one of these courses.
pub(super) fn enrolments(
    records: &impl ReadRecords,
    is_wanted: impl Fn(u64) -> bool,
    mut visit: impl FnMut(u64, u64, EnrolmentV1),
) -> Result<(), Failure> {
    records.scan(
        EnrolmentV1::TABLE,
        KeyRange::all(),
        Order::Ascending,
        &mut |at, bytes| {
            let (student, offering) = (key::first_id(at)?, key::last_id(at)?);
            if at.len() != 16 {
                return Err(unreadable("the key of an enrolment"));
            }
            if is_wanted(offering) {
                let record = codec::decode(EnrolmentV1::VERSION, bytes, EnrolmentV1::LIMIT)?;
                visit(student, offering, record);
            }
            Ok(ControlFlow::Continue(()))
        },
    )?;
    Ok(())
}
