//! Teachers.

use std::collections::{HashMap, HashSet};

use crate::domain::access::Role;
use crate::domain::import::{Aspect, RowProblem, Subject, Value};
use crate::domain::roster::{Located, TeacherRow};
use crate::domain::roster_column::RosterColumn;
use crate::engine::login::normalised_name;
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::identity::IdentityV1;
use crate::store::record::import::AccountFieldsV1;

use super::books::{People, Person};
use super::plan::{Draft, Halt, Plan, Steps, Write, fields, text};

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<TeacherRow>],
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let people = People::load(records)?;
    let (mut plan, mut met) = (Plan::default(), HashMap::new());
    for Located { row, value } in rows {
        steps.step()?;
        let name = normalised_name(&value.account);
        let person = people.named(&name);
        let mut draft = Draft::of(Subject {
            account: name.clone(),
            person: value.display_name.clone(),
            ..Subject::default()
        });
        if let Some(first) = met.get(&name) {
            draft.problem(RowProblem::Twice { first: *first });
        }
        met.entry(name.clone()).or_insert(*row);
        draft.require(RosterColumn::Account, &name, true);
        draft.require(RosterColumn::DisplayName, &value.display_name, true);
        match person {
            Some(person) => {
                compare(&mut draft, person, value)?;
                draft.refuse_change_if_gone(person);
            }
            None => draft.is_new = true,
        }
        plan.add(*row, draft, || write(&name, person, value));
    }
    let named: HashSet<String> = met.into_keys().collect();
    let is_absent = |person: &&Person| {
        person.is(Role::Teacher) && !person.is_gone && !named.contains(&person.record.name)
    };
    plan.absent = people
        .all()
        .iter()
        .filter(is_absent)
        .map(Person::subject)
        .collect();
    plan.absent.sort_by(|one, other| one.account.cmp(&other.account));
    Ok(plan)
}

/// Somebody of an office may teach too, if the name shows that it is the same person.
fn compare(draft: &mut Draft, person: &Person, row: &TeacherRow) -> Result<(), Halt> {
    let roles = person.roles()?;
    if !person.is(Role::Teacher) {
        if person.is(Role::Student) || person.record.display_name != row.display_name {
            draft.problem(RowProblem::NameOfOtherRole {
                roles,
                name: person.record.display_name.clone(),
            });
            return Ok(());
        }
        let mut more = roles.clone();
        more.push(Role::Teacher);
        draft.compare(Aspect::Roles, Value::Roles(roles), Value::Roles(more));
    }
    draft.compare_column(
        RosterColumn::DisplayName,
        text(&person.record.display_name),
        text(&row.display_name),
    );
    Ok(())
}

fn write(name: &str, person: Option<&Person>, row: &TeacherRow) -> Write {
    let fields = fields(&row.display_name, Role::Teacher, None);
    match person {
        None => Write::NewAccount {
            name: name.to_owned(),
            fields,
            placement: None,
            identity: IdentityV1::default(),
        },
        Some(person) => {
            let mut roles = person.record.roles.clone();
            let teacher = Coded::code(Role::Teacher);
            if !roles.contains(&teacher) {
                roles.push(teacher);
            }
            Write::ChangeAccount {
                account: person.id,
                fields: AccountFieldsV1 {
                    roles,
                    entry_year: person.record.entry_year,
                    ..fields
                },
                placement: None,
                identity: None,
            }
        }
    }
}
