//! People, courses and enrolments in one transaction: how a demonstration school comes into being.
//! (Rosters of real schools are imported with a preview of their own.)

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::access::Role;
use crate::domain::act::LibraryKind;
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::history::{Event, Stream};
use crate::domain::id::{AccountId, CommandId, OfferingId};
use crate::domain::limits::Limits;
use crate::domain::moment::{Moment, to_millis};
use crate::domain::officer_post::OfficerPost;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::Window;
use crate::store::WriteTxn;
use crate::store::record::account::{AccountByNameV1, AccountV1, PasswordV1, PlacementV1};
use crate::store::record::code::{Coded, codes};
use crate::store::record::course::{DeputyV1, EnrolmentV1, OfferingV1, TeachingV1};
use crate::store::record::dates::LastDayV1;
use crate::store::record::history::LineV1;
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::school::{LimitsV1, WindowV1};
use crate::store::record::{key, save};

use super::context::append_line;
use super::failure::Failure;
use super::login::normalised_name;
use super::secret::Secret;
use super::{Engine, answer, password};

/// One person.
#[derive(Debug, Clone)]
pub struct NewPerson {
    pub account_name: String,
    pub display_name: String,
    pub roles: Vec<Role>,
    pub password: Secret,
    /// Shows the first login.
    pub must_change_password: bool,
    pub entry_year: Option<SchoolYear>,
    /// Term, class, seat.
    pub placements: Vec<(Term, String, String)>,
}

/// One offering with its people, named by their accounts.
#[derive(Debug, Clone)]
pub struct NewOffering {
    pub term: Term,
    pub code: String,
    pub name: String,
    pub credits: Credits,
    pub kind: CourseKind,
    pub group: String,
    pub teachers: Vec<String>,
    pub students: Vec<(String, EnrolmentMode)>,
    /// Those among them who left the course (退選): their items stay readable.
    pub withdrawn: Vec<String>,
}

/// 代理人: may certify for `teacher`, in one offering (a place in the list) or in all.
#[derive(Debug, Clone)]
pub struct NewDeputy {
    pub teacher: String,
    pub deputy: String,
    pub offering: Option<usize>,
    pub from: Moment,
    /// Excluded.
    pub until: Moment,
    pub reason: String,
}

/// Everything at once.
#[derive(Debug, Clone, Default)]
pub struct Populate {
    pub people: Vec<NewPerson>,
    pub offerings: Vec<NewOffering>,
    pub deputies: Vec<NewDeputy>,
    pub windows: Vec<Window>,
    pub limits: Vec<(Term, Limits)>,
    /// 休業式
    pub last_days: Vec<(Term, NaiveDate)>,
    /// 校內幹部紀錄, with the accounts of the students
    pub officer_posts: Vec<(String, OfficerPost)>,
}

impl Engine {
    /// Fills a demonstration library. Gives the ids of the offerings in the order of the list.
    ///
    /// # Errors
    /// [`Refusal::NotADemonstration`], a name that is taken or unknown, or the library's trouble.
    pub fn populate(&self, populate: &Populate) -> Result<Vec<OfferingId>, Failure> {
        if answer::kind_of(&self.library) != LibraryKind::Demonstration {
            return Err(Refusal::NotADemonstration.into());
        }
        let secrets: Vec<&Secret> = populate.people.iter().map(|person| &person.password).collect();
        let passwords = password::hash_all(&secrets, self.ids.as_ref())?;
        let now = self.clock.now();
        let command = CommandId(self.ids.next_u64());
        self.library.write(|txn| {
            let mut by_name = HashMap::new();
            for (person, password) in populate.people.iter().zip(passwords) {
                let id = self.add_person(txn, person, password)?;
                by_name.insert(normalised_name(&person.account_name), id);
            }
            let mut offerings = Vec::new();
            for offering in &populate.offerings {
                offerings.push(self.add_offering(txn, offering, &by_name)?);
            }
            for deputy in &populate.deputies {
                let record = DeputyV1 {
                    deputy: find(&by_name, &deputy.deputy)?.0,
                    teacher: find(&by_name, &deputy.teacher)?.0,
                    offering: deputy
                        .offering
                        .and_then(|place| offerings.get(place))
                        .map(|offering| offering.0),
                    from: to_millis(deputy.from),
                    until: to_millis(deputy.until),
                    reason: deputy.reason.clone(),
                };
                save(txn, &key::one(self.ids.next_u64()), &record)?;
            }
            for window in &populate.windows {
                save(txn, &key::one(self.ids.next_u64()), &WindowV1::from(window))?;
            }
            for (term, day) in &populate.last_days {
                let day = day.num_days_from_ce();
                save(txn, &term.code().to_be_bytes(), &LastDayV1 { day })?;
            }
            for (student, post) in &populate.officer_posts {
                let at = key::two(find(&by_name, student)?.0, self.ids.next_u64());
                save(txn, &at, &OfficerPostV1::from(post))?;
            }
            for (term, limits) in &populate.limits {
                save(txn, &term.code().to_be_bytes(), &LimitsV1::from(limits))?;
            }
            let count = u32::try_from(populate.people.len()).unwrap_or(u32::MAX);
            let line = LineV1::new(now, command, AccountId(0), None, Event::PeopleImported { count });
            append_line(txn, Stream::Office, &line)?;
            Ok(offerings)
        })
    }

    fn add_person(
        &self,
        txn: &mut WriteTxn,
        person: &NewPerson,
        password: PasswordV1,
    ) -> Result<AccountId, Failure> {
        let name = normalised_name(&person.account_name);
        if self.account_id_by_name(txn, &name)?.is_some() {
            return Err(Refusal::AccountNameTaken.into());
        }
        let id = AccountId(self.ids.next_u64());
        let account = AccountV1 {
            name: name.clone(),
            display_name: person.display_name.clone(),
            roles: codes(&person.roles),
            password,
            must_change_password: person.must_change_password,
            epoch: 1,
            entry_year: person.entry_year.map(|year| year.0),
            published_password: true,
            recovery: None,
            created: to_millis(self.clock.now()),
        };
        save(txn, &key::one(id.0), &account)?;
        save(txn, &self.name_hash(&name), &AccountByNameV1 { account: id.0 })?;
        for (term, class, seat) in &person.placements {
            let placement = PlacementV1 {
                class: class.clone(),
                seat: seat.clone(),
            };
            save(txn, &answer::placement_key(id, *term), &placement)?;
        }
        Ok(id)
    }

    fn add_offering(
        &self,
        txn: &mut WriteTxn,
        offering: &NewOffering,
        by_name: &HashMap<String, AccountId>,
    ) -> Result<OfferingId, Failure> {
        let id = OfferingId(self.ids.next_u64());
        let teachers = offering
            .teachers
            .iter()
            .map(|name| find(by_name, name))
            .collect::<Result<Vec<_>, _>>()?;
        let record = OfferingV1 {
            term: offering.term.code(),
            code: offering.code.clone(),
            name: offering.name.clone(),
            credits: offering.credits.0,
            kind: offering.kind.code(),
            group: offering.group.clone(),
            teachers: teachers.iter().map(|teacher| teacher.0).collect(),
            teacher_text: String::new(),
        };
        save(txn, &key::one(id.0), &record)?;
        for teacher in teachers {
            save(txn, &key::two(teacher.0, id.0), &TeachingV1 {})?;
        }
        for (student, mode) in &offering.students {
            let enrolment = EnrolmentV1 {
                enrolment: self.ids.next_u64(),
                mode: mode.code(),
                withdrawn: offering.withdrawn.contains(student),
            };
            save(txn, &key::two(find(by_name, student)?.0, id.0), &enrolment)?;
        }
        Ok(id)
    }
}

fn find(by_name: &HashMap<String, AccountId>, name: &str) -> Result<AccountId, Refusal> {
    by_name
        .get(&normalised_name(name))
        .copied()
        .ok_or(Refusal::NoSuchAccount)
}
