//! Slips of paper with initial passwords.

use std::collections::HashSet;

use crate::domain::access::Role;
use crate::domain::id::AccountId;
use crate::domain::people_refusal::PeopleRefusal;
use crate::domain::refusal::Refusal;
use crate::engine::failure::Failure;
use crate::engine::secret::Secret;
use crate::engine::session::Session;
use crate::engine::{Engine, answer};
use crate::exchange::{self, pdf::slips::PrintedSlip};
use crate::store::record::account::AccountV1;
use crate::store::record::code::Coded;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::people::{LoginTimesV1, SlipV1, ToldPasswordV1};
use crate::store::record::{key, load};
use crate::store::{ReadRecords, StoreError};

use super::initial::{announced, require_manager};

/// What stands on one slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    pub account: String,
    pub name: String,
    /// Empty for the staff.
    pub class: String,
    pub seat: String,
    /// `None`: the national ID, which is not printed.
    pub secret: Option<Secret>,
}

impl Engine {
    /// Slips of those among `accounts` who still need one, in this order: a random password that was not
    /// handed out, or the national ID of somebody who never came.
    ///
    /// # Errors
    /// [`Refusal::NoRight`]; [`PeopleRefusal::NoSlips`] when nobody needs one.
    pub fn slips(&self, session: &Session, accounts: &[AccountId]) -> Result<Vec<Slip>, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            let mut met = HashSet::new();
            let mut slips = Vec::new();
            for id in accounts {
                if met.insert(*id)
                    && let Some(secret) = needed(txn, *id)?
                {
                    slips.push(slip(txn, *id, secret)?);
                }
            }
            if slips.is_empty() {
                return Err(Refusal::from(PeopleRefusal::NoSlips).into());
            }
            Ok(slips)
        })
    }

    /// These slips as a PDF, each class on sheets of its own.
    ///
    /// # Errors
    /// [`Refusal::NoRight`]; the bundled fonts cannot be read.
    pub fn slips_pdf(&self, session: &Session, slips: &[Slip]) -> Result<Vec<u8>, Failure> {
        let school = self.library.read(|txn| {
            require_manager(txn, session)?;
            Ok::<_, Failure>(answer::settings(txn)?.school_name)
        })?;
        let printed: Vec<PrintedSlip<'_>> = slips
            .iter()
            .map(|slip| PrintedSlip {
                account: &slip.account,
                name: &slip.name,
                class: &slip.class,
                seat: &slip.seat,
                password: slip.secret.as_ref().map(Secret::reveal),
            })
            .collect();
        exchange::pdf::slips::write(&school, &printed).map_err(|detail| {
            // Only a program that was built with broken fonts comes here.
            Failure::Store(StoreError::UnreadableRecord { detail })
        })
    }

    /// The slip of a password that was just told, for somebody who wants it on paper.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], [`Refusal::NoSuchAccount`].
    pub fn slip_of(&self, session: &Session, id: AccountId, secret: &Secret) -> Result<Slip, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            slip(txn, id, Some(secret.clone()))
        })
    }
}

/// `Some(None)`: the slip says that it is the national ID.
fn needed(records: &impl ReadRecords, id: AccountId) -> Result<Option<Option<Secret>>, StoreError> {
    let at = key::one(id.0);
    if let Some(slip) = load::<SlipV1>(records, &at)? {
        return Ok(Some(Some(Secret::new(slip.password))));
    }
    let came = load::<LoginTimesV1>(records, &at)?.is_some();
    let told = load::<ToldPasswordV1>(records, &at)?.is_some();
    let waits = load::<PendingPasswordV1>(records, &at)?.is_some();
    let first = load::<AccountV1>(records, &at)?.is_some_and(|account| account.must_change_password);
    let by_id = !came && !told && (waits || first) && announced(records, id)?.is_some();
    Ok(by_id.then_some(None))
}

fn slip(records: &impl ReadRecords, id: AccountId, secret: Option<Secret>) -> Result<Slip, Failure> {
    let account = answer::account(records, id)?;
    let term = answer::current_terms(&answer::settings(records)?)?.outcome;
    let is_student = account.roles.contains(&Coded::code(Role::Student));
    let (class, seat) = if is_student {
        answer::class_and_seat(records, id, term)?
    } else {
        Default::default()
    };
    Ok(Slip {
        account: account.name,
        name: account.display_name,
        class,
        seat,
        secret,
    })
}
