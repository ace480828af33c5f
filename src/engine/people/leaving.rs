//! 畢業 and 轉出, of one or of a whole class.

use chrono::NaiveDate;

use crate::domain::access::Role;
use crate::domain::account::{Standing, Status};
use crate::domain::id::AccountId;
use crate::domain::moment::taipei_date;
use crate::domain::people_event::AccountChange;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::command::PeopleReply;
use crate::engine::context::Context;
use crate::engine::failure::Failure;

use super::target::Target;

pub(super) fn graduate(
    context: &mut Context<'_>,
    accounts: &[AccountId],
    until: NaiveDate,
) -> Result<PeopleReply, Failure> {
    leave(
        context,
        accounts,
        Status::Graduated,
        until,
        AccountChange::Graduated,
    )
}

pub(super) fn transfer(
    context: &mut Context<'_>,
    accounts: &[AccountId],
    until: NaiveDate,
) -> Result<PeopleReply, Failure> {
    leave(
        context,
        accounts,
        Status::Transferred,
        until,
        AccountChange::Transferred,
    )
}

/// Whoever left already keeps what was said then, so that a class may be named whole.
fn leave(
    context: &mut Context<'_>,
    accounts: &[AccountId],
    status: Status,
    until: NaiveDate,
    change: AccountChange,
) -> Result<PeopleReply, Failure> {
    if until < taipei_date(context.now) {
        return Err(Refusal::from(PeopleRefusal::UntilPast { until }).into());
    }
    let standing = Standing {
        status,
        until: Some(until),
    };
    let mut count = 0;
    for id in accounts {
        let target = Target::open(context, *id)?;
        if !target.has(Role::Student) {
            let account = target.account.name;
            return Err(Refusal::from(PeopleRefusal::NotAStudent { account }).into());
        }
        if !target.standing.status.has_left() {
            target.stand(context, standing, change)?;
            count += 1;
        }
    }
    Ok(PeopleReply::Changed(count))
}
