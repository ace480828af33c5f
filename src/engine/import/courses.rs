//! Courses (開課班) with their teachers.

use std::collections::{HashMap, HashSet};

use crate::domain::access::Role;
use crate::domain::course::{CourseKind, Credits, bears_outcomes};
use crate::domain::import::{RowProblem, RowWarning, Subject, SubjectCourse, Value, is_within_reach};
use crate::domain::roster::{CourseRow, Located};
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::Term;
use crate::engine::login::normalised_name;
use crate::store::record::code::Coded;
use crate::store::record::course::OfferingV1;
use crate::store::record::item::ItemOfOfferingV1;
use crate::store::record::{Stored, key};
use crate::store::{KeyRange, ReadRecords};

use super::books::{Courses, People, subject_course};
use super::plan::{Draft, Halt, Plan, Steps, Write, text};

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<CourseRow>],
    current: Term,
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let (people, courses) = (People::load(records)?, Courses::load(records)?);
    let mut plan = Plan::default();
    let mut met: HashMap<(u16, &str, &str), u32> = HashMap::new();
    let mut terms = HashSet::new();
    for Located { row, value } in rows {
        steps.step()?;
        let mut draft = Draft::of(Subject {
            course: Some(SubjectCourse {
                term: value.term,
                code: value.code.clone(),
                group: value.group.clone(),
                name: value.name.clone(),
            }),
            ..Subject::default()
        });
        let key = (value.term.code(), value.code.as_str(), value.group.as_str());
        if let Some(first) = met.get(&key) {
            draft.problem(RowProblem::Twice { first: *first });
        }
        met.entry(key).or_insert(*row);
        terms.insert(value.term.code());
        if !is_within_reach(value.term, current) {
            let term = value.term;
            draft.problem(RowProblem::TermOutOfReach { term, current });
        }
        draft.require(RosterColumn::CourseCode, &value.code, true);
        draft.require(RosterColumn::CourseName, &value.name, true);
        draft.require(RosterColumn::Group, &value.group, true);
        let before = courses.find(value.term, &value.code, &value.group);
        let teachers = teachers(&mut draft, &people, value, before.map(|(_, offering)| offering));
        draft.subject.detail = value.teachers.join("、");
        match before {
            Some((id, offering)) => compare(&mut draft, records, &people, *id, offering, value, &teachers)?,
            None => draft.is_new = true,
        }
        plan.add(*row, draft, || write(before, value, teachers));
    }
    for (_, offering) in courses.all() {
        let key = (offering.term, offering.code.as_str(), offering.group.as_str());
        if terms.contains(&offering.term) && !met.contains_key(&key) {
            plan.absent.push(Subject {
                course: Some(subject_course(offering)?),
                ..Subject::default()
            });
        }
    }
    let order = |subject: &Subject| {
        let course = subject.course.as_ref();
        course.map(|course| (course.term, course.code.clone(), course.group.clone()))
    };
    plan.absent.sort_by_key(order);
    Ok(plan)
}

/// The ids of the teachers; each once. Who left the school may stay with a course of the past.
fn teachers(draft: &mut Draft, people: &People, row: &CourseRow, before: Option<&OfferingV1>) -> Vec<u64> {
    let mut teachers = Vec::new();
    for account in row.teachers.iter().map(|account| normalised_name(account)) {
        let Some(person) = people.named(&account) else {
            draft.problem(RowProblem::UnknownTeacher { account });
            continue;
        };
        let stays = before.is_some_and(|before| before.teachers.contains(&person.id));
        if person.is_gone && !stays {
            draft.problem(RowProblem::TeacherEnded { account });
        } else if !person.is(Role::Teacher) && !stays {
            draft.problem(RowProblem::NotATeacher { account });
        } else if !teachers.contains(&person.id) {
            teachers.push(person.id);
        }
    }
    if row.teachers.is_empty() && bears_outcomes(row.kind, row.credits) {
        draft.problem(RowProblem::WithoutTeacher);
    }
    teachers
}

fn compare(
    draft: &mut Draft,
    records: &impl ReadRecords,
    people: &People,
    id: u64,
    before: &OfferingV1,
    row: &CourseRow,
    teachers: &[u64],
) -> Result<(), Halt> {
    let kind = CourseKind::from_code(before.kind)?;
    let credits = Credits(before.credits);
    draft.compare_column(RosterColumn::CourseName, text(&before.name), text(&row.name));
    draft.compare_column(
        RosterColumn::Credits,
        Value::Credits(credits),
        Value::Credits(row.credits),
    );
    draft.compare_column(
        RosterColumn::CourseKind,
        Value::CourseKind(kind),
        Value::CourseKind(row.kind),
    );
    if !same_people(&before.teachers, teachers) {
        let names = |ids: &[u64]| Value::Accounts(ids.iter().map(|id| people.account_of(*id)).collect());
        draft.compare_column(RosterColumn::Teacher, names(&before.teachers), names(teachers));
        let leaving = before.teachers.iter().filter(|id| !teachers.contains(id));
        let accounts: Vec<String> = leaving.map(|id| people.account_of(*id)).collect();
        if !accounts.is_empty() {
            draft.warnings.push(RowWarning::TeachersLeave { accounts });
        }
    }
    if bears_outcomes(kind, credits) && !bears_outcomes(row.kind, row.credits) {
        let items = records.count(ItemOfOfferingV1::TABLE, KeyRange::prefix(&key::one(id)))?;
        if items > 0 {
            let items = u32::try_from(items).unwrap_or(u32::MAX);
            draft.problem(RowProblem::CourseHasItems { items });
        }
    }
    Ok(())
}

/// The order of a course's teachers says nothing.
fn same_people(one: &[u64], other: &[u64]) -> bool {
    let sorted = |ids: &[u64]| {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids
    };
    sorted(one) == sorted(other)
}

fn write(before: Option<&(u64, OfferingV1)>, row: &CourseRow, teachers: Vec<u64>) -> Write {
    let after = OfferingV1 {
        term: row.term.code(),
        code: row.code.clone(),
        name: row.name.clone(),
        credits: row.credits.0,
        kind: row.kind.code(),
        group: row.group.clone(),
        teachers,
        teacher_text: String::new(),
    };
    match before {
        None => Write::NewOffering(after),
        Some((id, before)) => Write::ChangeOffering {
            id: *id,
            before: before.clone(),
            after,
        },
    }
}
