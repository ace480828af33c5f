//! Lock, end, use again; and that there is always an administrator.

use crate::domain::access::Role;
use crate::domain::account::{Standing, Status};
use crate::domain::id::AccountId;
use crate::domain::people_event::AccountChange;
use crate::domain::people_refusal::PeopleRefusal;
use crate::engine::command::PeopleReply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::people::StandingV1;
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::target::Target;
use super::waiting;

/// Whether an account is in use.
pub(in crate::engine) fn standing(records: &impl ReadRecords, id: AccountId) -> Result<Standing, StoreError> {
    let record = load::<StandingV1>(records, &key::one(id.0))?;
    record.map_or(Ok(Standing::ACTIVE), |record| record.standing())
}

/// Refuses when nobody else could look after the school.
///
/// # Errors
/// [`PeopleRefusal::LastAdministrator`].
pub(super) fn require_another_administrator(context: &Context<'_>, id: AccountId) -> Result<(), Failure> {
    for (at, account) in list::<AccountV1>(context.txn, &[])? {
        let other = AccountId(key::last_id(&at)?);
        let is_one = other != id && account.roles.contains(&Coded::code(Role::Administrator));
        if is_one && standing(context.txn, other)? == Standing::ACTIVE {
            return Ok(());
        }
    }
    Err(refused(PeopleRefusal::LastAdministrator))
}

fn refused(refusal: PeopleRefusal) -> Failure {
    Failure::Refused(refusal.into())
}

const fn only(status: Status) -> Standing {
    Standing { status, until: None }
}

pub(super) fn lock(context: &mut Context<'_>, id: AccountId) -> Result<PeopleReply, Failure> {
    let target = Target::open(context, id)?;
    match target.standing.status {
        Status::Locked => return Ok(PeopleReply::Changed(0)),
        Status::Active => {}
        status => {
            let account = target.account.name;
            return Err(refused(PeopleRefusal::NotActive { account, status }));
        }
    }
    if target.has(Role::Administrator) {
        require_another_administrator(context, id)?;
    }
    target.stand(context, only(Status::Locked), AccountChange::Locked)?;
    Ok(PeopleReply::Changed(1))
}

pub(super) fn end(context: &mut Context<'_>, id: AccountId) -> Result<PeopleReply, Failure> {
    let target = Target::open(context, id)?;
    if target.has(Role::Student) {
        let account = target.account.name;
        return Err(refused(PeopleRefusal::NotStaff { account }));
    }
    if target.standing.status == Status::Ended {
        return Ok(PeopleReply::Changed(0));
    }
    if target.has(Role::Administrator) {
        require_another_administrator(context, id)?;
    }
    waiting::require_nothing_waits(context, id)?;
    target.stand(context, only(Status::Ended), AccountChange::Ended)?;
    Ok(PeopleReply::Changed(1))
}

pub(super) fn reactivate(context: &mut Context<'_>, accounts: &[AccountId]) -> Result<PeopleReply, Failure> {
    let mut count = 0;
    for id in accounts {
        let target = Target::open(context, *id)?;
        if target.standing != Standing::ACTIVE {
            target.stand(context, Standing::ACTIVE, AccountChange::Reactivated)?;
            count += 1;
        }
    }
    Ok(PeopleReply::Changed(count))
}
