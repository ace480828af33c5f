//! Accounts made by hand, and new initial passwords.

use crate::domain::access::Role;
use crate::domain::account::{
    InitialPassword, Status, display_name, require_account_name, require_fitting_roles,
};
use crate::domain::id::AccountId;
use crate::domain::people_event::AccountChange;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::answer;
use crate::engine::command::{NewAccount, PeopleReply};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::engine::password::nobody;
use crate::engine::secret::Secret;
use crate::store::StoreError;
use crate::store::record::account::{AccountByNameV1, AccountV1, PlacementV1};
use crate::store::record::code::codes;
use crate::store::record::identity::{AccountByNationalIdV1, IdentityV1, PendingPasswordV1, national_id_key};
use crate::store::record::people::{SlipV1, ToldPasswordV1};
use crate::store::record::{erase, key, load, save};

use super::target::{Target, require_reach};
use super::{initial, policy};

pub(super) fn create(context: &mut Context<'_>, new: &NewAccount) -> Result<PeopleReply, Failure> {
    let name = normalised_name(&new.account_name);
    require_account_name(&name)?;
    let display_name = display_name(&new.display_name).map_err(Refusal::from)?;
    require_fitting_roles(&new.roles).map_err(Refusal::from)?;
    require_reach(context, &new.roles)?;
    let is_student = new.roles.contains(&Role::Student);
    if is_student && new.entry_year.is_none() {
        return Err(Refusal::from(PeopleRefusal::EntryYearMissing).into());
    }
    let by_name = context.name_key.hash(name.as_bytes());
    if load::<AccountByNameV1>(context.txn, &by_name)?.is_some() {
        return Err(Refusal::AccountNameTaken.into());
    }
    let identity = IdentityV1::new(given(new.national_id.as_deref()), None);
    let id = AccountId(context.new_id::<AccountV1>()?);
    let mut account = AccountV1 {
        name,
        display_name,
        roles: codes(&new.roles),
        password: nobody(),
        must_change_password: true,
        epoch: 1,
        entry_year: new.entry_year.filter(|_| is_student).map(|year| year.0),
        published_password: false,
        recovery: None,
        created: context.now_millis(),
    };
    let by_id =
        policy(context.txn)? == InitialPassword::NationalId && initial::usable_id(&identity).is_some();
    let initial_password = if by_id {
        save(context.txn, &key::one(id.0), &PendingPasswordV1 {})?;
        None
    } else {
        Some(take_fresh(context, id, &mut account)?)
    };
    if let Some(national_id) = &identity.national_id {
        let at = national_id_key(context.name_key, national_id);
        if load::<AccountByNationalIdV1>(context.txn, &at)?.is_some() {
            return Err(Refusal::from(PeopleRefusal::NationalIdTaken).into());
        }
        save(context.txn, &at, &AccountByNationalIdV1 { account: id.0 })?;
        save(context.txn, &key::one(id.0), &identity)?;
    }
    if let Some((term, class, seat)) = new.placement.as_ref().filter(|_| is_student) {
        let (class, seat) = (class.trim().to_owned(), seat.trim().to_owned());
        if class.is_empty() {
            return Err(Refusal::from(PeopleRefusal::ClassMissing).into());
        }
        save(
            context.txn,
            &answer::placement_key(id, *term),
            &PlacementV1 { class, seat },
        )?;
    }
    save(context.txn, &by_name, &AccountByNameV1 { account: id.0 })?;
    save(context.txn, &key::one(id.0), &account)?;
    Target::look(context, id)?.record(context, AccountChange::Created)?;
    Ok(PeopleReply::Account {
        account: id,
        initial_password,
    })
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A new random initial password. What was there before, also on an old slip, is no longer good.
pub(super) fn reset(context: &mut Context<'_>, id: AccountId) -> Result<PeopleReply, Failure> {
    let mut target = Target::open(context, id)?;
    if target.standing.status == Status::Ended {
        let account = target.account.name;
        let status = target.standing.status;
        return Err(Refusal::from(PeopleRefusal::NotActive { account, status }).into());
    }
    let secret = take_fresh(context, id, &mut target.account)?;
    target.account.must_change_password = true;
    target.account.published_password = false;
    erase::<PendingPasswordV1>(context.txn, &key::one(id.0))?;
    erase::<SlipV1>(context.txn, &key::one(id.0))?;
    target.save_ending_sessions(context)?;
    target.record(context, AccountChange::PasswordReset)?;
    Ok(PeopleReply::Account {
        account: id,
        initial_password: Some(secret),
    })
}

/// Uses the password that was made for this command.
fn take_fresh(
    context: &mut Context<'_>,
    id: AccountId,
    account: &mut AccountV1,
) -> Result<Secret, StoreError> {
    let Some(fresh) = context.fresh.take() else {
        return Err(StoreError::UnreadableRecord {
            detail: "no new password was made for this command".to_owned(),
        });
    };
    account.password = fresh.hash;
    let at = context.now_millis();
    save(context.txn, &key::one(id.0), &ToldPasswordV1 { at })?;
    Ok(fresh.secret)
}
