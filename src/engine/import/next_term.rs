//! A new term from the last one: its students, courses and enrolments as rosters of the new term, which
//! are previewed, applied and undone like any other.

mod old;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::domain::access::{self, Right};
use crate::domain::id::OfferingId;
use crate::domain::import::{ImportRefusal, is_within_reach};
use crate::domain::promotion::{Promotion, promoted};
use crate::domain::refusal::Refusal;
use crate::domain::roster::{Located, RosterRows};
use crate::domain::term::Term;
use crate::engine::command::Roster;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;

use super::books::enrolments;
use old::OldTerm;

/// Which part of a new term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TermPart {
    /// Classes and seats
    Students,
    /// With their teachers
    Courses,
    /// In courses that the new term has already
    Enrolments,
}

/// What a person wants of a new term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTerm {
    pub from: Term,
    pub to: Term,
    /// Classes named by hand: `None` leaves a class out. Others move up by their names.
    pub classes: BTreeMap<String, Option<String>>,
    /// `None`: all courses of the old term
    pub courses: Option<Vec<OfferingId>>,
}

/// A class of the old term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassMove {
    pub class: String,
    pub students: u32,
    pub promotion: Promotion,
}

/// A course of the old term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourseOfTerm {
    pub id: OfferingId,
    pub code: String,
    pub name: String,
    pub group: String,
    /// Accounts
    pub teachers: Vec<String>,
    pub students: u32,
}

/// What the old term has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextTermView {
    /// By name
    pub classes: Vec<ClassMove>,
    /// By code and group
    pub courses: Vec<CourseOfTerm>,
}

impl NextTerm {
    /// Everything, named by the program.
    pub fn of(from: Term, to: Term) -> Self {
        Self {
            from,
            to,
            classes: BTreeMap::new(),
            courses: None,
        }
    }

    /// The name of a class in the new term; `None`: it has left.
    fn class(&self, class: &str) -> Option<String> {
        if let Some(by_hand) = self.classes.get(class) {
            return by_hand.clone();
        }
        match self.promotion(class) {
            Promotion::To(next) => Some(next),
            Promotion::Unknown => Some(class.to_owned()),
            Promotion::Graduates => None,
        }
    }

    /// Within a school year classes stay what they are.
    fn promotion(&self, class: &str) -> Promotion {
        if self.from.year == self.to.year {
            Promotion::To(class.to_owned())
        } else {
            promoted(class)
        }
    }

    /// A group that is a class, or several (`一年1班、一年2班`), moves up with them.
    fn group(&self, group: &str, classes: &HashSet<String>) -> String {
        let moved = group.split('、').map(|part| {
            let next = classes.contains(part).then(|| self.class(part)).flatten();
            next.unwrap_or_else(|| part.to_owned())
        });
        moved.collect::<Vec<_>>().join("、")
    }

    fn wants(&self, offering: u64) -> bool {
        let chosen = self.courses.as_ref();
        chosen.is_none_or(|chosen| chosen.contains(&OfferingId(offering)))
    }
}

fn located<T>(rows: Vec<T>) -> Vec<Located<T>> {
    (1..)
        .zip(rows)
        .map(|(row, value)| Located { row, value })
        .collect()
}

fn require_starter(records: &impl ReadRecords, session: &Session, terms: [Term; 2]) -> Result<(), Failure> {
    guard::require_full_session(records, session)?;
    let right = Right::ImportRosters;
    if !access::may(&session.roles, right) {
        return Err(Refusal::NoRight { right }.into());
    }
    let current = answer::current_terms(&answer::settings(records)?)?.outcome;
    let far = terms.into_iter().find(|term| !is_within_reach(*term, current));
    match far {
        Some(term) => Err(Refusal::Import(ImportRefusal::TermOutOfReach { term, current }).into()),
        None => Ok(()),
    }
}

impl Engine {
    /// What the old term has, and what its classes would be called in the new one.
    ///
    /// # Errors
    /// A session that is over, no right to import rosters, a term out of reach, the library's trouble.
    pub fn next_term(&self, session: &Session, from: Term, to: Term) -> Result<NextTermView, Failure> {
        self.library.read(|txn| {
            require_starter(txn, session, [from, to])?;
            let (old, wish) = (OldTerm::load(txn, from)?, NextTerm::of(from, to));
            let offerings = old.offerings();
            let ids: HashSet<u64> = offerings.iter().map(|(id, _)| *id).collect();
            let mut takers: HashMap<u64, u32> = HashMap::new();
            enrolments(
                txn,
                |offering| ids.contains(&offering),
                |_, offering, record| *takers.entry(offering).or_insert(0) += u32::from(!record.withdrawn),
            )?;
            let classes = old.classes_with_counts().into_iter();
            let courses = offerings.into_iter();
            Ok(NextTermView {
                classes: classes
                    .map(|(class, students)| ClassMove {
                        promotion: wish.promotion(&class),
                        class,
                        students,
                    })
                    .collect(),
                courses: courses
                    .map(|(id, offering)| CourseOfTerm {
                        id: OfferingId(*id),
                        code: offering.code.clone(),
                        name: offering.name.clone(),
                        group: offering.group.clone(),
                        teachers: old.accounts(&offering.teachers),
                        students: takers.get(id).copied().unwrap_or(0),
                    })
                    .collect(),
            })
        })
    }

    /// A part of the new term as a roster, to be previewed and applied like one that was read from a file.
    ///
    /// # Errors
    /// As [`Engine::next_term`].
    pub fn next_term_roster(
        &self,
        session: &Session,
        wish: &NextTerm,
        part: TermPart,
    ) -> Result<Roster, Failure> {
        self.library.read(|txn| {
            require_starter(txn, session, [wish.from, wish.to])?;
            let old = OldTerm::load(txn, wish.from)?;
            let rows = match part {
                TermPart::Students => RosterRows::Students(located(old.students(wish))),
                TermPart::Courses => RosterRows::Courses(located(old.courses(wish)?)),
                TermPart::Enrolments => RosterRows::Enrolments(located(old.enrolments(txn, wish)?)),
            };
            Ok(Roster {
                rows: Arc::new(rows),
                class_term: Some(wish.to),
            })
        })
    }
}
