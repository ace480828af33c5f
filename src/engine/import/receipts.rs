//! 收訖明細: lines of students, named by 學號 or national ID. Which item a line is about is found for all
//! lines of a student together.

use std::collections::{BTreeMap, HashMap};

use crate::domain::access::Role;
use crate::domain::hex::hex;
use crate::domain::id::AccountId;
use crate::domain::import::{RowProblem, RowWarning, Subject, Value};
use crate::domain::national_id;
use crate::domain::receipt::{FiledFacts, ReceiptLine, ReceiptRow, match_up};
use crate::domain::roster::Located;
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::SchoolYear;
use crate::engine::receipt::records::filed_facts;
use crate::store::ReadRecords;
use crate::store::record::receipt::ReceiptLineV1;
use crate::store::record::selection::selection_key;
use crate::store::record::{key, list};

use super::books::{Identities, People};
use super::plan::{Draft, Halt, Plan, Steps, Write, text};

/// Everything of one student and year.
#[derive(Default)]
struct Group {
    /// Rows by their places, with what they say
    rows: Vec<(usize, ReceiptLine)>,
    /// Kept already, not spoken of yet
    there: Vec<(u64, ReceiptLineV1)>,
    filed: Vec<FiledFacts>,
}

type Whose = (u64, u16);

/// Where a row goes: the kept line that it is about, and the item.
#[derive(Default)]
struct Target {
    before: Option<(u64, ReceiptLineV1)>,
    item: Option<u64>,
}

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<ReceiptRow>],
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let (people, identities) = (People::load(records)?, Identities::load(records)?);
    let students: Vec<Result<u64, RowProblem>> = rows
        .iter()
        .map(|row| student(&row.value, &people, &identities))
        .collect();
    let mut groups: BTreeMap<Whose, Group> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        if let Ok(student) = &students[place] {
            let group = groups.entry((*student, row.value.year.0)).or_default();
            group.rows.push((place, row.value.line.clone()));
        }
    }
    let mut targets: HashMap<usize, Target> = HashMap::new();
    for ((student, year), group) in &mut groups {
        load(records, AccountId(*student), SchoolYear(*year), group)?;
        pair_up(group, &mut targets)?;
    }
    let mut plan = Plan::default();
    for (place, Located { row, value }) in rows.iter().enumerate() {
        steps.step()?;
        let mut draft = Draft::of(Subject {
            account: value.account.clone(),
            detail: value.line.shown_name().to_owned(),
            ..Subject::default()
        });
        let student = match &students[place] {
            Ok(student) => *student,
            Err(problem) => {
                draft.problem(problem.clone());
                plan.refuse(*row, draft);
                continue;
            }
        };
        draft.subject = Subject {
            detail: value.line.shown_name().to_owned(),
            ..people.subject_of(student)
        };
        let target = targets.remove(&place).unwrap_or_default();
        require(&mut draft, &value.line);
        if target.item.is_none() {
            draft.warnings.push(RowWarning::NotFiled);
        }
        let wanted = ReceiptLineV1::new(&value.line, target.item);
        match &target.before {
            Some((_, before)) => compare(&mut draft, &before.line()?, &value.line),
            None => draft.is_new = true,
        }
        plan.add(*row, draft, || Write::Receipt {
            student,
            year: value.year,
            id: target.before.map(|(id, _)| id),
            line: wanted,
        });
    }
    for ((student, _), group) in &groups {
        for (_, line) in &group.there {
            plan.absent.push(Subject {
                detail: line.line()?.shown_name().to_owned(),
                ..people.subject_of(*student)
            });
        }
    }
    Ok(plan)
}

/// By 學號, else by national ID; where both are given they have to mean the same student.
fn student(row: &ReceiptRow, people: &People, identities: &Identities) -> Result<u64, RowProblem> {
    let by_id = row.national_id.as_ref().map(|id| {
        let id = national_id::normalise(id);
        identities.by_national_id.get(&id).copied()
    });
    if row.account.is_empty() {
        return match by_id {
            None => Err(RowProblem::Missing(RosterColumn::Account)),
            Some(None) => Err(RowProblem::UnknownNationalId),
            Some(Some(student)) => Ok(student),
        };
    }
    let account = row.account.clone();
    let person = people.named(&account).ok_or_else(|| RowProblem::UnknownStudent {
        account: account.clone(),
    })?;
    if !person.is(Role::Student) {
        return Err(RowProblem::NotAStudent { account });
    }
    match by_id.flatten() {
        Some(other) if other != person.id => Err(RowProblem::NationalIdTaken {
            account: people.account_of(other),
        }),
        _ => Ok(person.id),
    }
}

fn load(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
    group: &mut Group,
) -> Result<(), Halt> {
    for (at, line) in list::<ReceiptLineV1>(records, &selection_key(student, year))? {
        group.there.push((key::last_id(&at)?, line));
    }
    group.filed = filed_facts(records, student, year, None)?;
    Ok(())
}

/// The same line first, then a line about the same item, so that a corrected list changes lines and adds
/// none. What is left in `there` no row speaks of.
fn pair_up(group: &mut Group, targets: &mut HashMap<usize, Target>) -> Result<(), Halt> {
    let lines: Vec<ReceiptLine> = group.rows.iter().map(|(_, line)| line.clone()).collect();
    let items: Vec<Option<u64>> = match_up(&lines, &group.filed)
        .into_iter()
        .map(|place| {
            place
                .and_then(|place| group.filed.get(place))
                .map(|facts| facts.item.0)
        })
        .collect();
    let mut open = Vec::new();
    for ((place, line), item) in group.rows.iter().zip(items) {
        let mut same = None;
        for (at, (_, kept)) in group.there.iter().enumerate() {
            if kept.line()? == *line {
                same = Some(at);
                break;
            }
        }
        match same {
            Some(at) => {
                let before = Some(group.there.remove(at));
                targets.insert(*place, Target { before, item });
            }
            None => open.push((*place, item)),
        }
    }
    for (place, item) in open {
        let about = |kept: &(u64, ReceiptLineV1)| item.is_some() && kept.1.item == item;
        let before = group
            .there
            .iter()
            .position(about)
            .map(|at| group.there.remove(at));
        targets.insert(place, Target { before, item });
    }
    Ok(())
}

fn require(draft: &mut Draft, line: &ReceiptLine) {
    draft.require(RosterColumn::CourseCode, &line.course_code, false);
    draft.require(RosterColumn::CourseName, &line.course_name, false);
    draft.require(RosterColumn::Title, &line.title, false);
}

fn compare(draft: &mut Draft, before: &ReceiptLine, now: &ReceiptLine) {
    let part = |line: &ReceiptLine| line.part.map_or(Value::Nothing, Value::Part);
    draft.compare_column(RosterColumn::Part, part(before), part(now));
    let semester = |line: &ReceiptLine| {
        let number = line.semester.map(|semester| semester.number().to_string());
        number.map_or(Value::Nothing, Value::Text)
    };
    draft.compare_column(RosterColumn::Semester, semester(before), semester(now));
    for (column, old, new) in [
        (RosterColumn::CourseCode, &before.course_code, &now.course_code),
        (RosterColumn::CourseName, &before.course_name, &now.course_name),
        (RosterColumn::Title, &before.title, &now.title),
    ] {
        draft.compare_column(column, text(old), text(new));
    }
    let words = |line: &ReceiptLine| line.description.clone().map_or(Value::Nothing, Value::Text);
    draft.compare_column(RosterColumn::Description, words(before), words(now));
    let files = |line: &ReceiptLine| {
        let md5s: Vec<String> = line.md5s.iter().map(|md5| hex(md5)).collect();
        if md5s.is_empty() {
            Value::Nothing
        } else {
            Value::Text(md5s.join(" "))
        }
    };
    draft.compare_column(RosterColumn::Md5, files(before), files(now));
}
