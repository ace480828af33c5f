//! Names and roles of an account.

use crate::domain::access::Role;
use crate::domain::account::{display_name, require_account_name, require_fitting_roles};
use crate::domain::id::AccountId;
use crate::domain::people_event::AccountChange;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::command::PeopleReply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::store::record::account::AccountByNameV1;
use crate::store::record::code::codes;
use crate::store::record::{erase, key, load, save};

use super::standing::require_another_administrator;
use super::target::Target;
use super::waiting;

pub(super) fn rename(
    context: &mut Context<'_>,
    id: AccountId,
    account_name: Option<&str>,
    new_display_name: Option<&str>,
) -> Result<PeopleReply, Failure> {
    let mut target = Target::open(context, id)?;
    if let Some(name) = account_name.map(normalised_name) {
        require_account_name(&name)?;
        let (before, after) = (
            context.name_key.hash(target.account.name.as_bytes()),
            context.name_key.hash(name.as_bytes()),
        );
        if let Some(there) = load::<AccountByNameV1>(context.txn, &after)?
            && there.account != id.0
        {
            return Err(Refusal::AccountNameTaken.into());
        }
        erase::<AccountByNameV1>(context.txn, &before)?;
        save(context.txn, &after, &AccountByNameV1 { account: id.0 })?;
        target.account.name = name;
    }
    if let Some(name) = new_display_name {
        target.account.display_name = display_name(name).map_err(Refusal::from)?;
    }
    save(context.txn, &key::one(id.0), &target.account)?;
    target.record(context, AccountChange::Renamed)?;
    Ok(PeopleReply::Changed(1))
}

/// Gives an account of the staff other roles. 導師 follows from the class and stays.
pub(super) fn set_roles(
    context: &mut Context<'_>,
    id: AccountId,
    roles: &[Role],
) -> Result<PeopleReply, Failure> {
    let mut target = Target::open(context, id)?;
    let mut wanted: Vec<Role> = roles
        .iter()
        .copied()
        .filter(|role| *role != Role::Homeroom)
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    require_fitting_roles(&wanted).map_err(Refusal::from)?;
    if target.has(Role::Student) != wanted.contains(&Role::Student) {
        let role = Role::Student;
        return Err(Refusal::from(PeopleRefusal::RoleDoesNotFit { role }).into());
    }
    let loses = |role: Role| target.has(role) && !wanted.contains(&role);
    if loses(Role::Administrator) {
        require_another_administrator(context, id)?;
    }
    if loses(Role::Teacher) {
        waiting::require_nothing_waits(context, id)?;
    }
    if target.has(Role::Homeroom) {
        wanted.push(Role::Homeroom);
        wanted.sort_unstable();
    }
    let mut before = target.roles.clone();
    before.sort_unstable();
    if before == wanted {
        return Ok(PeopleReply::Changed(0));
    }
    target.account.roles = codes(&wanted);
    target.roles = wanted;
    target.save_ending_sessions(context)?;
    target.record(context, AccountChange::RolesSet)?;
    Ok(PeopleReply::Changed(1))
}
