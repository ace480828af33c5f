//! The people of a school: accounts, 導師, deputies, initial passwords.

mod create;
mod deputy;
mod fresh;
mod homeroom;
mod identity;
mod initial;
mod leaving;
mod slips;
mod standing;
mod target;
mod waiting;

use crate::domain::history::Stream;
use crate::domain::people_event::{AccountChange, PeopleEvent};
use crate::store::record::code::Coded;
use crate::store::record::people::{PasswordPolicyV1, PeopleReplyV1, SlipV1};
use crate::store::record::school::ONLY;
use crate::store::record::{erase, key, save};

use super::command::{AccountCommand, PeopleReply, Reply};
use super::context::Context;
use super::failure::Failure;

pub(super) use deputy::run as run_deputy;
pub(super) use fresh::{Fresh, fresh_for};
pub(super) use initial::{Expected, expected_password, policy, require_manager, settle};
pub(super) use standing::standing;
use target::Target;
pub(super) use waiting::waiting_in;

pub use initial::PasswordProgress;
pub use slips::Slip;

/// Does what the office wants done with accounts.
pub(super) fn run(context: &mut Context<'_>, command: &AccountCommand) -> Result<Reply, Failure> {
    let reply = match command {
        AccountCommand::Create(new) => create::create(context, new)?,
        AccountCommand::Rename {
            account,
            account_name,
            display_name,
        } => identity::rename(
            context,
            *account,
            account_name.as_deref(),
            display_name.as_deref(),
        )?,
        AccountCommand::SetRoles { account, roles } => identity::set_roles(context, *account, roles)?,
        AccountCommand::SetHomeroom { term, class, teacher } => {
            homeroom::set(context, *term, class, *teacher)?
        }
        AccountCommand::ResetPassword { account } => create::reset(context, *account)?,
        AccountCommand::Lock { account } => standing::lock(context, *account)?,
        AccountCommand::End { account } => standing::end(context, *account)?,
        AccountCommand::Graduate { accounts, until } => leaving::graduate(context, accounts, *until)?,
        AccountCommand::Transfer { accounts, until } => leaving::transfer(context, accounts, *until)?,
        AccountCommand::Reactivate { accounts } => standing::reactivate(context, accounts)?,
        AccountCommand::SetInitialPassword { policy } => {
            let record = PasswordPolicyV1 {
                initial: Coded::code(*policy),
            };
            save(context.txn, ONLY, &record)?;
            let line = PeopleEvent::InitialPasswordPolicySet.into();
            context.record(Stream::Office, None, line)?;
            PeopleReply::Changed(0)
        }
        AccountCommand::SlipsHandedOut { accounts } => {
            let mut count = 0;
            for id in accounts {
                let target = Target::open(context, *id)?;
                if erase::<SlipV1>(context.txn, &key::one(id.0))? {
                    target.record(context, AccountChange::SlipHandedOut)?;
                    count += 1;
                }
            }
            PeopleReply::Changed(count)
        }
    };
    Ok(Reply::People(reply))
}

/// What is remembered of an answer: everything but the password.
pub(super) const fn stored(reply: &PeopleReply) -> PeopleReplyV1 {
    match reply {
        PeopleReply::Account {
            account,
            initial_password: _,
        } => PeopleReplyV1::Account(account.0),
        PeopleReply::Changed(count) => PeopleReplyV1::Changed(*count),
        PeopleReply::Deputy(id) => PeopleReplyV1::Deputy(id.0),
    }
}

/// The answer to a repeat.
pub(super) const fn repeated(record: PeopleReplyV1) -> PeopleReply {
    use crate::domain::id::{AccountId, DeputyId};
    match record {
        PeopleReplyV1::Account(id) => PeopleReply::Account {
            account: AccountId(id),
            initial_password: None,
        },
        PeopleReplyV1::Changed(count) => PeopleReply::Changed(count),
        PeopleReplyV1::Deputy(id) => PeopleReply::Deputy(DeputyId(id)),
    }
}
