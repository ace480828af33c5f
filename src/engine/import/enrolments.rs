//! Who is in which course.

use std::collections::{HashMap, HashSet};

use crate::domain::access::Role;
use crate::domain::course::EnrolmentMode;
use crate::domain::import::{Aspect, RowProblem, Subject, SubjectCourse, Value, is_within_reach};
use crate::domain::roster::{EnrolmentRow, Located};
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::Term;
use crate::engine::login::normalised_name;
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::course::EnrolmentV1;

use super::books::{Courses, People, enrolments, subject_course};
use super::plan::{Draft, Halt, Plan, Steps, Write};

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<EnrolmentRow>],
    current: Term,
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let (people, courses) = (People::load(records)?, Courses::load(records)?);
    let places: Vec<Option<u64>> = rows
        .iter()
        .map(|row| course_of(&courses, &row.value).map(|(id, _)| *id))
        .collect();
    let named: HashSet<u64> = places.iter().copied().flatten().collect();
    let mut there: HashMap<(u64, u64), EnrolmentV1> = HashMap::new();
    enrolments(
        records,
        |offering| named.contains(&offering),
        |student, offering, record| {
            there.insert((student, offering), record);
        },
    )?;
    steps.ask()?;
    let (mut plan, mut met) = (Plan::default(), HashMap::new());
    for (Located { row, value }, place) in rows.iter().zip(places) {
        steps.step()?;
        let account = normalised_name(&value.account);
        let person = people.named(&account);
        let mut draft = Draft::of(Subject {
            person: person.map_or_else(String::new, |person| person.record.display_name.clone()),
            course: Some(shown_course(&courses, place, value)?),
            account: account.clone(),
            detail: String::new(),
        });
        draft.require(RosterColumn::Account, &account, true);
        match person {
            None => draft.problem(RowProblem::UnknownStudent { account }),
            Some(person) if !person.is(Role::Student) => {
                draft.problem(RowProblem::NotAStudent { account });
            }
            Some(_) => {}
        }
        if !is_within_reach(value.term, current) {
            let term = value.term;
            draft.problem(RowProblem::TermOutOfReach { term, current });
        } else if place.is_none() {
            draft.problem(RowProblem::UnknownCourse {
                term: value.term,
                code: value.code.clone(),
                groups: courses
                    .of_code(value.term, &value.code)
                    .map(|(_, offering)| offering.group.clone())
                    .collect(),
            });
        }
        let (Some(person), Some(offering)) = (person, place) else {
            // A problem says so already: nothing is written.
            plan.refuse(*row, draft);
            continue;
        };
        let pair = (person.id, offering);
        if let Some(first) = met.get(&pair) {
            draft.problem(RowProblem::Twice { first: *first });
        }
        met.entry(pair).or_insert(*row);
        let before = there.get(&pair);
        match before {
            Some(before) => compare(&mut draft, before, value.mode)?,
            None => draft.is_new = true,
        }
        draft.refuse_change_if_gone(person);
        plan.add(*row, draft, || Write::Enrol {
            student: person.id,
            offering,
            mode: value.mode,
            before: before.cloned(),
        });
    }
    let mut absent: Vec<(u64, u64)> = there
        .iter()
        .filter(|(pair, record)| !record.withdrawn && !met.contains_key(pair))
        .map(|(pair, _)| *pair)
        .collect();
    absent.sort_by_key(|(student, offering)| (*offering, people.account_of(*student)));
    for (student, offering) in absent {
        plan.absent.push(Subject {
            course: courses.with_id(offering).map(subject_course).transpose()?,
            ..people.subject_of(student)
        });
    }
    Ok(plan)
}

/// The course that a row names; where the 開課班 is left empty, the only one of that code.
fn course_of<'c>(
    courses: &'c Courses,
    row: &EnrolmentRow,
) -> Option<&'c (u64, crate::store::record::course::OfferingV1)> {
    if !row.group.is_empty() {
        return courses.find(row.term, &row.code, &row.group);
    }
    let mut of_code = courses.of_code(row.term, &row.code);
    of_code.next().filter(|_| of_code.next().is_none())
}

fn shown_course(courses: &Courses, place: Option<u64>, row: &EnrolmentRow) -> Result<SubjectCourse, Halt> {
    Ok(match place.and_then(|id| courses.with_id(id)) {
        Some(offering) => subject_course(offering)?,
        None => SubjectCourse {
            term: row.term,
            code: row.code.clone(),
            group: row.group.clone(),
            name: String::new(),
        },
    })
}

fn compare(draft: &mut Draft, before: &EnrolmentV1, mode: EnrolmentMode) -> Result<(), Halt> {
    let old = EnrolmentMode::from_code(before.mode)?;
    draft.compare_column(RosterColumn::Mode, Value::Mode(old), Value::Mode(mode));
    draft.compare(
        Aspect::Enrolled,
        Value::Enrolled(!before.withdrawn),
        Value::Enrolled(true),
    );
    Ok(())
}
