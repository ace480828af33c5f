//! Questions about courses and terms.

use std::collections::BTreeSet;

use crate::domain::access::Role;
use crate::domain::course::{Credits, EnrolmentMode};
use crate::domain::id::OfferingId;
use crate::domain::term::Term;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::course::{EnrolmentV1, TeachingV1};
use crate::store::record::{key, list};

use super::CourseView;
use super::build::teacher_names;

impl Engine {
    /// The courses of a term (`None`: all terms) that this person takes or teaches, by term and name.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn courses(&self, session: &Session, term: Option<Term>) -> Result<Vec<CourseView>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut courses = Vec::new();
            if session.keeps_items() {
                for (at, enrolment) in list::<EnrolmentV1>(txn, &key::one(session.account.0))? {
                    let mode = EnrolmentMode::from_code(enrolment.mode)?;
                    courses.push(course_view(
                        txn,
                        OfferingId(key::last_id(&at)?),
                        mode,
                        enrolment.withdrawn,
                    )?);
                }
            }
            if session.has(Role::Teacher) {
                for (at, TeachingV1 {}) in list::<TeachingV1>(txn, &key::one(session.account.0))? {
                    let id = OfferingId(key::last_id(&at)?);
                    courses.push(course_view(txn, id, EnrolmentMode::Regular, false)?);
                }
            }
            courses.retain(|course| term.is_none_or(|term| course.term == term));
            courses.sort_by(|one, other| {
                (one.term, one.kind, &one.name, one.id).cmp(&(other.term, other.kind, &other.name, other.id))
            });
            Ok(courses)
        })
    }

    /// Terms in which this person has courses or items, and the current one; newest last.
    ///
    /// # Errors
    /// As [`Engine::courses`].
    pub fn terms(&self, session: &Session) -> Result<Vec<Term>, Failure> {
        let courses = self.courses(session, None)?;
        self.library.read(|txn| {
            let mut terms: BTreeSet<Term> = courses.iter().map(|course| course.term).collect();
            terms.insert(answer::current_terms(&answer::settings(txn)?)?.outcome);
            for (_, outcome) in answer::outcomes_of(txn, session.account)? {
                terms.insert(convert::term(outcome.term)?);
            }
            Ok(terms.into_iter().collect())
        })
    }
}

fn course_view(
    records: &impl ReadRecords,
    id: OfferingId,
    mode: EnrolmentMode,
    withdrawn: bool,
) -> Result<CourseView, Failure> {
    let offering = answer::offering(records, id)?;
    Ok(CourseView {
        id,
        term: convert::term(offering.term)?,
        code: offering.code.clone(),
        name: offering.name.clone(),
        credits: Credits(offering.credits),
        kind: Coded::from_code(offering.kind)?,
        group: offering.group.clone(),
        teachers: teacher_names(records, &offering)?,
        mode,
        withdrawn,
    })
}
