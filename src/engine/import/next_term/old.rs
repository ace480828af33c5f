//! What the old term has, as rows of the new one.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::access::Role;
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::roster::{CourseRow, EnrolmentRow, StudentRow};
use crate::domain::term::{SchoolYear, Term};
use crate::engine::failure::Failure;
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::course::OfferingV1;

use super::super::books::{Courses, People, enrolments, placements};
use super::NextTerm;

pub(super) struct OldTerm {
    term: Term,
    people: People,
    courses: Courses,
    /// Class and seat by student, of those who are still here
    seats: HashMap<u64, (String, String)>,
}

impl OldTerm {
    pub fn load(records: &impl ReadRecords, term: Term) -> Result<Self, Failure> {
        let people = People::load(records)?;
        let is_here = |id: u64| {
            let person = people.with_id(id);
            person.is_some_and(|person| person.is(Role::Student) && !person.is_gone)
        };
        let seats = placements(records, term)?
            .into_iter()
            .filter(|(student, _)| is_here(*student))
            .map(|(student, placement)| (student, (placement.class, placement.seat)))
            .collect();
        Ok(Self {
            term,
            courses: Courses::load(records)?,
            people,
            seats,
        })
    }

    pub fn classes_with_counts(&self) -> BTreeMap<String, u32> {
        let mut counts = BTreeMap::new();
        for (class, _) in self.seats.values() {
            *counts.entry(class.clone()).or_insert(0) += 1;
        }
        counts
    }

    fn classes(&self) -> HashSet<String> {
        self.seats.values().map(|(class, _)| class.clone()).collect()
    }

    pub fn accounts(&self, ids: &[u64]) -> Vec<String> {
        ids.iter().map(|id| self.people.account_of(*id)).collect()
    }

    /// By code and group.
    pub fn offerings(&self) -> Vec<&(u64, OfferingV1)> {
        let all = self.courses.all().iter();
        let mut offerings: Vec<_> = all
            .filter(|(_, offering)| offering.term == self.term.code())
            .collect();
        offerings.sort_by_key(|(_, offering)| (&offering.code, &offering.group));
        offerings
    }

    /// By the new class and the seat. Who has no entry year is left out: the office's list says so.
    pub fn students(&self, wish: &NextTerm) -> Vec<StudentRow> {
        let row = |(student, (class, seat)): (&u64, &(String, String))| {
            let record = &self.people.with_id(*student)?.record;
            Some(StudentRow {
                account: record.name.clone(),
                display_name: record.display_name.clone(),
                class: wish.class(class)?,
                seat: seat.clone(),
                national_id: None,
                birth_date: None,
                entry_year: SchoolYear(record.entry_year?),
            })
        };
        let mut rows: Vec<StudentRow> = self.seats.iter().filter_map(row).collect();
        rows.sort_by(|one, other| {
            (&one.class, &one.seat, &one.account).cmp(&(&other.class, &other.seat, &other.account))
        });
        rows
    }

    /// Who left the school teaches no new course.
    pub fn courses(&self, wish: &NextTerm) -> Result<Vec<CourseRow>, Failure> {
        let classes = self.classes();
        let is_here = |id: &u64| self.people.with_id(*id).is_some_and(|person| !person.is_gone);
        let wanted = self.offerings().into_iter().filter(|(id, _)| wish.wants(*id));
        wanted
            .map(|(_, offering)| {
                let teachers: Vec<u64> = offering.teachers.iter().copied().filter(is_here).collect();
                Ok(CourseRow {
                    term: wish.to,
                    code: offering.code.clone(),
                    name: offering.name.clone(),
                    credits: Credits(offering.credits),
                    kind: CourseKind::from_code(offering.kind)?,
                    group: wish.group(&offering.group, &classes),
                    teachers: self.accounts(&teachers),
                })
            })
            .collect()
    }

    /// Who is still here goes on in the course; who repeated it has done so.
    pub fn enrolments(
        &self,
        records: &impl ReadRecords,
        wish: &NextTerm,
    ) -> Result<Vec<EnrolmentRow>, Failure> {
        let classes = self.classes();
        let offerings = self.offerings().into_iter();
        let wanted: HashMap<u64, &OfferingV1> = offerings
            .filter(|(id, _)| wish.wants(*id))
            .map(|(id, offering)| (*id, offering))
            .collect();
        let goes_on = |student: u64| {
            let seat = self.seats.get(&student);
            seat.is_some_and(|(class, _)| wish.class(class).is_some())
        };
        let mut rows = Vec::new();
        enrolments(
            records,
            |offering| wanted.contains_key(&offering),
            |student, offering, record| {
                let regular = record.mode == EnrolmentMode::Regular.code() && !record.withdrawn;
                if let Some(course) = wanted.get(&offering)
                    && regular
                    && goes_on(student)
                {
                    rows.push(EnrolmentRow {
                        account: self.people.account_of(student),
                        term: wish.to,
                        code: course.code.clone(),
                        group: wish.group(&course.group, &classes),
                        mode: EnrolmentMode::Regular,
                    });
                }
            },
        )?;
        rows.sort_by(|one, other| {
            (&one.code, &one.group, &one.account).cmp(&(&other.code, &other.group, &other.account))
        });
        Ok(rows)
    }
}
