//! Logging in.

use chrono::Duration;

use crate::domain::id::AccountId;
use crate::domain::login::{pause_after, require_no_pause};
use crate::domain::moment::{from_millis, to_millis};
use crate::domain::refusal::Refusal;
use crate::store::record::account::{AccountByNameV1, AccountV1, LoginFailuresV1};
use crate::store::record::code::values;
use crate::store::record::{erase, load, save};
use crate::store::{ReadRecords, StoreError};

use super::failure::Failure;
use super::password;
use super::secret::Secret;
use super::session::Session;
use super::{Engine, answer};

/// Full-width letters and digits become half-width, surrounding space goes: what an input method or
/// a copied cell adds does not keep anybody out.
pub(super) fn normalised_name(name: &str) -> String {
    name.trim()
        .chars()
        .map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .collect()
}

pub(super) fn session_of(id: AccountId, account: &AccountV1) -> Result<Session, StoreError> {
    Ok(Session {
        account: id,
        account_name: account.name.clone(),
        display_name: account.display_name.clone(),
        roles: values(&account.roles)?,
        must_change_password: account.must_change_password,
        epoch: account.epoch,
    })
}

impl Engine {
    pub(super) fn name_hash(&self, account_name: &str) -> [u8; 32] {
        self.library
            .header()
            .name_key
            .hash(normalised_name(account_name).as_bytes())
    }

    pub(super) fn account_id_by_name(
        &self,
        records: &impl ReadRecords,
        account_name: &str,
    ) -> Result<Option<AccountId>, StoreError> {
        let found = load::<AccountByNameV1>(records, &self.name_hash(account_name))?;
        Ok(found.map(|found| AccountId(found.account)))
    }

    pub(super) fn find_account(&self, account_name: &str) -> Result<Option<(AccountId, AccountV1)>, Failure> {
        self.library
            .read(|txn| match self.account_id_by_name(txn, account_name)? {
                Some(id) => Ok(Some((id, answer::account(txn, id)?))),
                None => Ok(None),
            })
    }

    /// Checks account and password. A wrong account and a wrong password take equally long and get the
    /// same answer; failures are counted by the typed name, so the pause does not tell either.
    ///
    /// # Errors
    /// [`Refusal::LoginFailed`], [`Refusal::LoginPaused`].
    pub fn login(&self, account_name: &str, password: &Secret) -> Result<Session, Failure> {
        self.require_no_pause(account_name)?;
        let found = self.find_account(account_name)?;
        let stored = found
            .as_ref()
            .map_or_else(password::nobody, |(_, account)| account.password.clone());
        let right = password::verify(password, &stored)?;
        let Some((id, account)) = found.filter(|_| right) else {
            self.count_failure(account_name)?;
            return Err(Refusal::LoginFailed.into());
        };
        self.forget_failures(account_name)?;
        Ok(session_of(id, &account)?)
    }

    pub(super) fn require_no_pause(&self, account_name: &str) -> Result<(), Failure> {
        let failures = self
            .library
            .read(|txn| load::<LoginFailuresV1>(txn, &self.name_hash(account_name)).map_err(Failure::from))?;
        let until = failures.and_then(|record| record.paused_until).map(from_millis);
        Ok(require_no_pause(until, self.clock.now())?)
    }

    /// Survives a restart: the count is in the library.
    pub(super) fn count_failure(&self, account_name: &str) -> Result<(), Failure> {
        let at = self.name_hash(account_name);
        let now = self.clock.now();
        self.library.write(|txn| {
            let before = load::<LoginFailuresV1>(txn, &at)?.map_or(0, |record| record.failures);
            let failures = before.saturating_add(1);
            let pause = pause_after(failures);
            let paused_until = (pause > Duration::zero()).then(|| to_millis(now + pause));
            save(
                txn,
                &at,
                &LoginFailuresV1 {
                    failures,
                    latest: to_millis(now),
                    paused_until,
                },
            )?;
            Ok(())
        })
    }

    pub(super) fn forget_failures(&self, account_name: &str) -> Result<(), Failure> {
        let at = self.name_hash(account_name);
        let counted = self
            .library
            .read(|txn| load::<LoginFailuresV1>(txn, &at).map_err(Failure::from))?
            .is_some();
        if !counted {
            return Ok(());
        }
        self.library.write(|txn| {
            erase::<LoginFailuresV1>(txn, &at)?;
            Ok(())
        })
    }
}
