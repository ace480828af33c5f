//! Passwords: argon2id, its parameters kept with each account, compared in constant time.

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;

use crate::domain::history::Event;
use crate::domain::id::{AccountId, CommandId, ItemId};
use crate::domain::login::require_password_for;
use crate::domain::refusal::Refusal;
use crate::store::record::account::{AccountV1, PasswordV1};
use crate::store::record::code::values;
use crate::store::record::history::LineV1;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::people::{SlipV1, ToldPasswordV1};
use crate::store::record::{erase, key, save};
use crate::store::{StoreError, WriteTxn};

use super::clock::IdSource;
use super::context::{append_line, stream_of};
use super::failure::Failure;
use super::secret::Secret;
use super::session::Session;
use super::{Engine, answer, guard, people};

/// 19 MiB, two passes, one lane: the parameters of new hashes.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Letters of a recovery code: none that look alike.
const CODE_LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const CODE_GROUPS: usize = 5;
const CODE_GROUP_LETTERS: usize = 5;

fn fill(secret: &Secret, stored: &mut PasswordV1) -> Result<(), StoreError> {
    let broken = |error: argon2::Error| StoreError::UnreadableRecord {
        detail: format!("password parameters: {error}"),
    };
    let params = Params::new(
        stored.memory_kib,
        stored.passes,
        stored.lanes,
        Some(stored.hash.len()),
    )
    .map_err(broken)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.reveal().as_bytes(), &stored.salt, &mut stored.hash)
        .map_err(broken)
}

/// Hashes a secret under a new salt. Takes some ten milliseconds: never inside a transaction.
pub(super) fn hash(secret: &Secret, ids: &dyn IdSource) -> Result<PasswordV1, StoreError> {
    let mut salt = [0; 16];
    ids.fill(&mut salt);
    let mut stored = PasswordV1 {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: LANES,
        salt,
        hash: [0; 32],
    };
    fill(secret, &mut stored)?;
    Ok(stored)
}

/// Whether `secret` is the one behind `stored`; the comparison takes the same time either way.
pub(super) fn verify(secret: &Secret, stored: &PasswordV1) -> Result<bool, StoreError> {
    let mut computed = PasswordV1 {
        hash: [0; 32],
        ..stored.clone()
    };
    fill(secret, &mut computed)?;
    Ok(computed.hash.ct_eq(&stored.hash).into())
}

/// Whether two secrets are the same, in the same time either way.
pub(super) fn same(one: &Secret, other: &Secret) -> bool {
    one.reveal().as_bytes().ct_eq(other.reveal().as_bytes()).into()
}

/// Hashes many on all processors: thousands one after another would take minutes.
pub(super) fn hash_all(secrets: &[&Secret], ids: &dyn IdSource) -> Result<Vec<PasswordV1>, StoreError> {
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = secrets.len().div_ceil(workers).max(1);
    let hash_part = |part: &[&Secret]| -> Result<Vec<PasswordV1>, StoreError> {
        part.iter().map(|secret| hash(secret, ids)).collect()
    };
    let parts: Vec<Result<Vec<PasswordV1>, StoreError>> = std::thread::scope(|scope| {
        let running: Vec<_> = secrets
            .chunks(share)
            .map(|part| scope.spawn(move || hash_part(part)))
            .collect();
        let joined = running.into_iter().map(|worker| {
            worker.join().unwrap_or_else(|_| {
                Err(StoreError::UnreadableRecord {
                    detail: "hashing a password failed".to_owned(),
                })
            })
        });
        joined.collect()
    });
    let parts = parts.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(parts.concat())
}

/// What an unknown account is compared with, so that it takes as long as a known one.
pub(super) fn nobody() -> PasswordV1 {
    PasswordV1 {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: LANES,
        salt: [0; 16],
        hash: [0; 32],
    }
}

/// A new recovery code: `ABCDE-FGHJK-…`, 125 random bits.
pub(super) fn new_recovery_code(ids: &dyn IdSource) -> Secret {
    let mut random = [0; CODE_GROUPS * CODE_GROUP_LETTERS];
    ids.fill(&mut random);
    let letters: String = random
        .iter()
        .map(|byte| char::from(CODE_LETTERS[usize::from(byte % 32)]))
        .collect();
    let groups: Vec<&str> = (0..CODE_GROUPS)
        .map(|group| &letters[group * CODE_GROUP_LETTERS..(group + 1) * CODE_GROUP_LETTERS])
        .collect();
    Secret::new(groups.join("-"))
}

/// A typed recovery code without dashes, spaces and lower case.
pub(super) fn normalised_code(code: &Secret) -> Secret {
    let letters: String = code
        .reveal()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    Secret::new(letters)
}

impl Engine {
    /// Changes one's own password; the old sessions end. Possible (and the only thing possible) at the
    /// first login.
    ///
    /// # Errors
    /// [`Refusal::LoginFailed`] for a wrong current password, or what the new one fails.
    pub fn change_password(
        &self,
        session: &Session,
        current: &Secret,
        new: &Secret,
    ) -> Result<Session, Failure> {
        let account = self.library.read(|txn| guard::require_session(txn, session))?;
        if !verify(current, &account.password)? {
            return Err(Refusal::LoginFailed.into());
        }
        require_password_for(&session.roles, &account.name, new.reveal())?;
        if verify(new, &account.password)? {
            return Err(Refusal::PasswordUnchanged.into());
        }
        let password = hash(new, self.ids.as_ref())?;
        self.library.write(|txn| {
            let mut account = guard::require_session(txn, session)?;
            set_password(&mut account, password);
            save(txn, &key::one(session.account.0), &account)?;
            forget_initial(txn, session.account)?;
            let line = self.account_line(session, Event::PasswordChanged);
            append_line(txn, stream_of(&session.roles, session.account), &line)?;
            Ok(Session {
                must_change_password: false,
                epoch: account.epoch,
                ..session.clone()
            })
        })
    }

    /// Sets a new password with the recovery code of whoever made the library (the owner of a personal one,
    /// the administrator of a school), and gives a new code.
    ///
    /// # Errors
    /// [`Refusal::RecoveryCodeWrong`], a pause, or what the new password fails.
    pub fn reset_with_recovery_code(
        &self,
        account_name: &str,
        code: &Secret,
        new: &Secret,
    ) -> Result<(Session, Secret), Failure> {
        self.require_no_pause(account_name)?;
        let found = self.find_account(account_name)?;
        let stored = found
            .as_ref()
            .and_then(|(_, account)| account.recovery.clone())
            .unwrap_or_else(nobody);
        let right = verify(&normalised_code(code), &stored)?;
        let Some((id, account)) = found.filter(|_| right) else {
            self.count_failure(account_name)?;
            return Err(Refusal::RecoveryCodeWrong.into());
        };
        let standing = self.library.read(|txn| people::standing(txn, id))?;
        standing.require_login(self.clock.now()).map_err(Refusal::from)?;
        require_password_for(&values(&account.roles)?, &account.name, new.reveal())?;
        let password = hash(new, self.ids.as_ref())?;
        let next_code = new_recovery_code(self.ids.as_ref());
        let recovery = hash(&normalised_code(&next_code), self.ids.as_ref())?;
        let session = self.library.write(|txn| {
            let mut account = answer::account(txn, id)?;
            set_password(&mut account, password);
            account.recovery = Some(recovery);
            save(txn, &key::one(id.0), &account)?;
            forget_initial(txn, id)?;
            let session = super::login::session_of(id, &account, standing)?;
            let line = self.account_line(&session, Event::PasswordChanged);
            append_line(txn, stream_of(&session.roles, id), &line)?;
            Ok::<Session, Failure>(session)
        })?;
        self.forget_failures(account_name)?;
        Ok((session, next_code))
    }

    fn account_line(&self, session: &Session, event: Event) -> LineV1 {
        LineV1::new(
            self.clock.now(),
            CommandId(self.ids.next_u64()),
            session.account,
            None::<ItemId>,
            event,
        )
    }
}

/// A slip, or a first password still to be hashed, counts no longer.
fn forget_initial(txn: &mut WriteTxn, id: AccountId) -> Result<(), StoreError> {
    erase::<SlipV1>(txn, &key::one(id.0))?;
    erase::<PendingPasswordV1>(txn, &key::one(id.0))?;
    erase::<ToldPasswordV1>(txn, &key::one(id.0))?;
    Ok(())
}

fn set_password(account: &mut AccountV1, password: PasswordV1) {
    account.password = password;
    account.must_change_password = false;
    account.published_password = false;
    account.epoch += 1;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::SeededIds;

    #[test]
    fn only_the_same_secret_fits() {
        let ids = SeededIds::new("password");
        let stored = hash(&Secret::new("春眠不覺曉"), &ids).unwrap();
        assert!(verify(&Secret::new("春眠不覺曉"), &stored).unwrap());
        assert!(!verify(&Secret::new("春眠不覺曉 "), &stored).unwrap());
        assert_ne!(
            hash(&Secret::new("春眠不覺曉"), &ids).unwrap().hash,
            stored.hash,
            "each hash has its own salt"
        );
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = new_recovery_code(&SeededIds::new("code"));
        assert_eq!(code.reveal().len(), 29);
        let typed = Secret::new(code.reveal().to_lowercase().replace('-', " "));
        assert_eq!(normalised_code(&typed), normalised_code(&code));
    }
}
