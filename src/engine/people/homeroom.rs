//! 導師 of a class and term. The role follows from it: whoever has a class has the role.

use crate::domain::access::Role;
use crate::domain::history::Stream;
use crate::domain::id::AccountId;
use crate::domain::people_event::PeopleEvent;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::engine::command::PeopleReply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::people::{HomeroomV1, homeroom_key};
use crate::store::record::{erase, key, list, load, save};

use super::target::Target;

pub(super) fn set(
    context: &mut Context<'_>,
    term: Term,
    class: &str,
    teacher: Option<AccountId>,
) -> Result<PeopleReply, Failure> {
    let class = class.trim();
    if class.is_empty() {
        return Err(Refusal::from(PeopleRefusal::ClassMissing).into());
    }
    let at = homeroom_key(term.code(), class);
    let before = load::<HomeroomV1>(context.txn, &at)?.map(|record| AccountId(record.teacher));
    if before == teacher {
        return Ok(PeopleReply::Changed(0));
    }
    match teacher {
        Some(id) => {
            let person = Target::look(context, id)?;
            person.require_active_teacher().map_err(Refusal::from)?;
            let record = HomeroomV1 {
                class: class.to_owned(),
                teacher: id.0,
            };
            save(context.txn, &at, &record)?;
        }
        None => {
            erase::<HomeroomV1>(context.txn, &at)?;
        }
    }
    for person in before.into_iter().chain(teacher) {
        follow(context, person)?;
    }
    let event = PeopleEvent::HomeroomSet { term, teacher };
    context.record(Stream::Office, None, event.into())?;
    Ok(PeopleReply::Changed(1))
}

/// Gives the role to whoever has a class of any term, and takes it from whoever has none. Sessions go on:
/// an old one lacks the new role, and a lost class is not shown any more.
fn follow(context: &mut Context<'_>, person: AccountId) -> Result<(), Failure> {
    let Some(mut account) = load::<AccountV1>(context.txn, &key::one(person.0))? else {
        return Ok(());
    };
    let has_class = list::<HomeroomV1>(context.txn, &[])?
        .iter()
        .any(|(_, record)| record.teacher == person.0);
    let code = Coded::code(Role::Homeroom);
    if account.roles.contains(&code) == has_class {
        return Ok(());
    }
    if has_class {
        account.roles.push(code);
        account.roles.sort_unstable();
    } else {
        account.roles.retain(|role| *role != code);
    }
    save(context.txn, &key::one(person.0), &account)?;
    Ok(())
}
