//! An account that a command of the office is about.

use crate::domain::access::{self, Reach, Right, Role};
use crate::domain::account::Standing;
use crate::domain::id::AccountId;
use crate::domain::people_event::{AccountChange, PeopleEvent};
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::answer;
use crate::engine::context::{Context, stream_of};
use crate::engine::failure::Failure;
use crate::store::StoreError;
use crate::store::record::account::AccountV1;
use crate::store::record::code::values;
use crate::store::record::people::StandingV1;
use crate::store::record::{erase, key, save};

/// The account with what decides whether it may be touched.
pub(in crate::engine) struct Target {
    pub id: AccountId,
    pub account: AccountV1,
    pub roles: Vec<Role>,
    pub standing: Standing,
}

impl Target {
    /// Reads an account that somebody wants to change.
    ///
    /// # Errors
    /// [`Refusal::NoSuchAccount`]; [`PeopleRefusal::OnlyAdministrator`] where the actor's right does not
    /// reach it.
    pub fn open(context: &Context<'_>, id: AccountId) -> Result<Self, Failure> {
        let target = Self::look(context, id)?;
        require_reach(context, &target.roles)?;
        Ok(target)
    }

    /// Reads an account that is only named.
    ///
    /// # Errors
    /// [`Refusal::NoSuchAccount`].
    pub fn look(context: &Context<'_>, id: AccountId) -> Result<Self, Failure> {
        let account = answer::account(context.txn, id)?;
        Ok(Self {
            id,
            roles: values(&account.roles)?,
            standing: super::standing(context.txn, id)?,
            account,
        })
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Somebody with this role whose account is in use.
    ///
    /// # Errors
    /// [`PeopleRefusal::NotATeacher`], [`PeopleRefusal::NotActive`].
    pub fn require_active_teacher(&self) -> Result<(), PeopleRefusal> {
        let account = self.account.name.clone();
        if !self.has(Role::Teacher) {
            return Err(PeopleRefusal::NotATeacher { account });
        }
        let status = self.standing.status;
        if self.standing != Standing::ACTIVE {
            return Err(PeopleRefusal::NotActive { account, status });
        }
        Ok(())
    }

    /// A line in the person's stream.
    pub fn record(&self, context: &mut Context<'_>, change: AccountChange) -> Result<(), StoreError> {
        let event = PeopleEvent::Account {
            account: self.id,
            change,
        };
        context.record(stream_of(&self.roles, self.id), None, event.into())
    }

    /// Writes the account, ending its sessions.
    pub fn save_ending_sessions(&mut self, context: &mut Context<'_>) -> Result<(), StoreError> {
        self.account.epoch += 1;
        save(context.txn, &key::one(self.id.0), &self.account)
    }

    /// Gives the account another standing, with a line; its sessions end.
    pub fn stand(
        mut self,
        context: &mut Context<'_>,
        standing: Standing,
        change: AccountChange,
    ) -> Result<(), StoreError> {
        let at = key::one(self.id.0);
        if standing == Standing::ACTIVE {
            erase::<StandingV1>(context.txn, &at)?;
        } else {
            let record = StandingV1::new(standing, context.now_millis());
            save(context.txn, &at, &record)?;
        }
        self.save_ending_sessions(context)?;
        self.record(context, change)
    }
}

/// The accounts of offices are the administrator's business.
pub(super) fn require_reach(context: &Context<'_>, roles: &[Role]) -> Result<(), Refusal> {
    let actor = &context.session.roles;
    let everything = access::reaches(actor, Right::ManageAccounts, Reach::Everything);
    if !everything && roles.iter().any(|role| role.is_office()) {
        return Err(PeopleRefusal::OnlyAdministrator.into());
    }
    Ok(())
}
