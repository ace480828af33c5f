//! First passwords: what they are, and hashing those that imports left to be hashed. Thousands take
//! minutes, so it goes on in small steps, each a short transaction of its own, and is taken up again
//! whenever somebody of the office is there. Nobody waits for it: whoever logs in earlier is hashed then.

use crate::domain::access::{self, Right};
use crate::domain::account::InitialPassword;
use crate::domain::history::Stream;
use crate::domain::id::{AccountId, CommandId};
use crate::domain::moment::to_millis;
use crate::domain::national_id::{self, IdCheck};
use crate::domain::people_event::PeopleEvent;
use crate::domain::refusal::Refusal;
use crate::engine::context::append_line;
use crate::engine::failure::Failure;
use crate::engine::secret::Secret;
use crate::engine::session::Session;
use crate::engine::{Engine, guard, password};
use crate::store::record::account::{AccountV1, PasswordV1};
use crate::store::record::code::Coded;
use crate::store::record::history::LineV1;
use crate::store::record::identity::{IdentityV1, PendingPasswordV1};
use crate::store::record::people::{PasswordPolicyV1, SlipV1};
use crate::store::record::school::ONLY;
use crate::store::record::{Stored, erase, key, load, save};
use crate::store::{KeyRange, Order, ReadRecords, StoreError, WriteTxn};

use super::fresh::new_secret;

/// How many accounts have their first password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PasswordProgress {
    pub ready: u32,
    pub waiting: u32,
}

/// What an account without a hash would accept.
pub(in crate::engine) enum Expected {
    /// Its hash is there: that is what counts.
    Hashed,
    /// This, hashed on the way in.
    Plain(Secret),
    /// Nobody knows one yet.
    None,
}

/// What first passwords are in this school.
pub(in crate::engine) fn policy(records: &impl ReadRecords) -> Result<InitialPassword, StoreError> {
    match load::<PasswordPolicyV1>(records, ONLY)? {
        Some(record) => Coded::from_code(record.initial),
        None => Ok(InitialPassword::NationalId),
    }
}

/// The national ID, where it can serve as a password: of the right shape, whatever its check digit.
pub(super) fn usable_id(identity: &IdentityV1) -> Option<&str> {
    let id = identity.national_id.as_deref()?;
    (national_id::check(id) != IdCheck::NotAnId).then_some(id)
}

/// What this account accepts at login.
pub(in crate::engine) fn expected_password(
    records: &impl ReadRecords,
    id: AccountId,
) -> Result<Expected, StoreError> {
    let at = key::one(id.0);
    if load::<PendingPasswordV1>(records, &at)?.is_none() {
        return Ok(Expected::Hashed);
    }
    Ok(announced(records, id)?.map_or(Expected::None, Expected::Plain))
}

/// The national ID, where that is the policy and it is known.
pub(super) fn announced(records: &impl ReadRecords, id: AccountId) -> Result<Option<Secret>, StoreError> {
    if policy(records)? != InitialPassword::NationalId {
        return Ok(None);
    }
    let identity = load::<IdentityV1>(records, &key::one(id.0))?;
    Ok(identity.as_ref().and_then(usable_id).map(Secret::new))
}

/// Sets the first password of an account that still has none; says whether it had none.
pub(in crate::engine) fn settle(
    txn: &mut WriteTxn,
    id: AccountId,
    hash: &PasswordV1,
    slip: Option<&SlipV1>,
) -> Result<bool, StoreError> {
    let at = key::one(id.0);
    if !erase::<PendingPasswordV1>(txn, &at)? {
        return Ok(false);
    }
    let Some(mut account) = load::<AccountV1>(txn, &at)? else {
        return Ok(false);
    };
    account.password = hash.clone();
    account.must_change_password = true;
    save(txn, &at, &account)?;
    if let Some(slip) = slip {
        save(txn, &at, slip)?;
    }
    Ok(true)
}

struct Job {
    id: AccountId,
    secret: Secret,
    /// It is on a slip of paper, and has to be printed.
    on_slip: bool,
}

impl Engine {
    /// How far first passwords are.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], or the library's trouble.
    pub fn password_progress(&self, session: &Session) -> Result<PasswordProgress, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            Ok(progress(txn)?)
        })
    }

    /// Hashes the first passwords of at most `at_most` accounts that have none. To be called again until
    /// none wait; it may be given up at any time.
    ///
    /// # Errors
    /// As [`Engine::password_progress`].
    pub fn prepare_passwords(&self, session: &Session, at_most: usize) -> Result<PasswordProgress, Failure> {
        let jobs = self.library.read(|txn| {
            require_manager(txn, session)?;
            Ok::<_, Failure>(self.next_jobs(txn, at_most)?)
        })?;
        let secrets: Vec<&Secret> = jobs.iter().map(|job| &job.secret).collect();
        let hashes = password::hash_all(&secrets, self.ids.as_ref())?;
        let now = self.clock.now();
        self.library.write(|txn| {
            let mut count = 0;
            for (job, hash) in jobs.iter().zip(&hashes) {
                let slip = job.on_slip.then(|| SlipV1 {
                    password: job.secret.reveal().to_owned(),
                    made: to_millis(now),
                });
                count += u32::from(settle(txn, job.id, hash, slip.as_ref())?);
            }
            if count > 0 {
                let event = PeopleEvent::PasswordsPrepared { count };
                let command = CommandId(self.ids.next_u64());
                let line = LineV1::new(now, command, session.account, None, event.into());
                append_line(txn, Stream::Office, &line)?;
            }
            Ok(progress(txn)?)
        })
    }

    fn next_jobs(&self, records: &impl ReadRecords, at_most: usize) -> Result<Vec<Job>, StoreError> {
        let mut ids = Vec::new();
        records.scan(
            PendingPasswordV1::TABLE,
            KeyRange::all(),
            Order::Ascending,
            &mut |at, _| {
                if ids.len() == at_most {
                    return Ok(std::ops::ControlFlow::Break(()));
                }
                ids.push(AccountId(key::last_id(at)?));
                Ok(std::ops::ControlFlow::Continue(()))
            },
        )?;
        ids.into_iter()
            .map(|id| {
                let announced = announced(records, id)?;
                Ok(Job {
                    id,
                    on_slip: announced.is_none(),
                    secret: announced.unwrap_or_else(|| new_secret(self.ids.as_ref())),
                })
            })
            .collect()
    }
}

pub(in crate::engine) fn require_manager(
    records: &impl ReadRecords,
    session: &Session,
) -> Result<(), Failure> {
    guard::require_full_session(records, session)?;
    let right = Right::ManageAccounts;
    if access::may(&session.roles, right) {
        Ok(())
    } else {
        Err(Refusal::NoRight { right }.into())
    }
}

fn progress(records: &impl ReadRecords) -> Result<PasswordProgress, StoreError> {
    let count = |table| {
        let count = records.count(table, KeyRange::all())?;
        Ok::<u32, StoreError>(u32::try_from(count).unwrap_or(u32::MAX))
    };
    let (all, waiting) = (count(AccountV1::TABLE)?, count(PendingPasswordV1::TABLE)?);
    Ok(PasswordProgress {
        ready: all.saturating_sub(waiting),
        waiting,
    })
}
