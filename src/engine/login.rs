//! Logging in.

use chrono::Duration;

use crate::domain::account::Standing;
use crate::domain::id::AccountId;
use crate::domain::login::{pause_after, require_no_pause};
use crate::domain::moment::{from_millis, to_millis};
use crate::domain::refusal::Refusal;
use crate::store::record::account::{AccountByNameV1, AccountV1, LoginFailuresV1, PasswordV1};
use crate::store::record::code::values;
use crate::store::record::people::{LoginTimesV1, SlipV1};
use crate::store::record::{erase, key, load, save};
use crate::store::{ReadRecords, StoreError, WritePatience, WriteWait};

use super::failure::Failure;
use super::password;
use super::people::Expected;
use super::secret::Secret;
use super::session::Session;
use super::{Engine, answer, people};

/// The time of a login is kept to this precision: a script that logs in every second writes once.
const NOTE_MINUTES: i64 = 10;
/// How long noting it may hold up a login.
const NOTE_PATIENCE: std::time::Duration = std::time::Duration::from_millis(500);

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

pub(super) fn session_of(
    id: AccountId,
    account: &AccountV1,
    standing: Standing,
) -> Result<Session, StoreError> {
    Ok(Session {
        account: id,
        account_name: account.name.clone(),
        display_name: account.display_name.clone(),
        roles: values(&account.roles)?,
        must_change_password: account.must_change_password,
        standing,
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

    /// Checks account and password. A wrong account, a wrong password and an account that is closed take
    /// equally long and get the same answer; failures are counted by the typed name, so the pause does not
    /// tell either. Only who gives the right password is told that an account is closed.
    ///
    /// A first password that was not hashed yet is hashed here.
    ///
    /// # Errors
    /// [`Refusal::LoginFailed`], [`Refusal::LoginPaused`]; with the right password
    /// [`PeopleRefusal`](crate::domain::people_refusal::PeopleRefusal) for an account that is closed.
    pub fn login(&self, account_name: &str, password: &Secret) -> Result<Session, Failure> {
        self.require_no_pause(account_name)?;
        let Some((id, mut account)) = self.find_account(account_name)? else {
            password::verify(password, &password::nobody())?;
            return self.failed(account_name);
        };
        let expected = self.library.read(|txn| people::expected_password(txn, id))?;
        let right = match &expected {
            Expected::Hashed => password::verify(password, &account.password)?,
            Expected::Plain(plain) => {
                password::verify(password, &password::nobody())?;
                password::same(password, plain)
            }
            Expected::None => {
                password::verify(password, &password::nobody())?;
                false
            }
        };
        if !right {
            return self.failed(account_name);
        }
        let standing = self.library.read(|txn| people::standing(txn, id))?;
        standing.require_login(self.clock.now()).map_err(Refusal::from)?;
        self.forget_failures(account_name)?;
        let first = match expected {
            Expected::Hashed => None,
            Expected::Plain(_) | Expected::None => {
                account.must_change_password = true;
                Some(password::hash(password, self.ids.as_ref())?)
            }
        };
        self.note_login(id, first.as_ref());
        Ok(session_of(id, &account, standing)?)
    }

    fn failed(&self, account_name: &str) -> Result<Session, Failure> {
        self.count_failure(account_name)?;
        Err(Refusal::LoginFailed.into())
    }

    /// Remembers when somebody came, keeps a first password that was hashed just now, and forgets its slip.
    /// Nobody is kept out when that cannot be written (a locked stick, another program at work).
    fn note_login(&self, id: AccountId, first_hash: Option<&PasswordV1>) {
        let at = key::one(id.0);
        let now = to_millis(self.clock.now());
        let wait = WriteWait {
            patience: WritePatience {
                give_up_after: NOTE_PATIENCE,
                ..WritePatience::default()
            },
            ..WriteWait::default()
        };
        let noted = self.library.write_waiting(wait, |txn| {
            if let Some(hash) = first_hash {
                people::settle(txn, id, hash, None)?;
            }
            let known = load::<LoginTimesV1>(txn, &at)?;
            let recent = Duration::minutes(NOTE_MINUTES).num_milliseconds();
            if known
                .as_ref()
                .is_none_or(|times| (now - times.latest).abs() >= recent)
            {
                let first = known.map_or(now, |times| times.first);
                save(txn, &at, &LoginTimesV1 { first, latest: now })?;
            }
            erase::<SlipV1>(txn, &at)?;
            Ok::<(), StoreError>(())
        });
        if let Err(error) = noted {
            log::info!("a login was not noted: {error}");
        }
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
