//! The list of accounts, and of classes. One pass over each table: a school has thousands.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::access::{self, Reach, Right, Role};
use crate::domain::account::{InitialPassword, PasswordState, Standing, Status};
use crate::domain::id::AccountId;
use crate::domain::moment::from_millis;
use crate::domain::refusal::Refusal;
use crate::domain::term::{SchoolYear, Term};
use crate::engine::failure::Failure;
use crate::engine::people::{self, require_manager};
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::code::values;
use crate::store::record::identity::PendingPasswordV1;
use crate::store::record::people::{HomeroomV1, LoginTimesV1, SlipV1, StandingV1};
use crate::store::record::{Stored, key, list};
use crate::store::{ReadRecords, StoreError};

use super::{AccountRow, ClassView};

/// What lies beside the accounts, read at once.
pub(super) struct Beside {
    standings: HashMap<u64, Standing>,
    logins: HashMap<u64, i64>,
    slips: HashSet<u64>,
    pending: HashSet<u64>,
    /// Class and seat in the wanted term, else in the latest one.
    places: HashMap<u64, (u16, PlacementV1)>,
    reaches_all: bool,
}

fn ids<T: Stored>(records: &impl ReadRecords) -> Result<HashSet<u64>, StoreError> {
    list::<T>(records, &[])?
        .into_iter()
        .map(|(at, _)| key::last_id(&at))
        .collect()
}

impl Beside {
    pub fn read(records: &impl ReadRecords, session: &Session, term: Term) -> Result<Self, StoreError> {
        let mut standings = HashMap::new();
        for (at, record) in list::<StandingV1>(records, &[])? {
            standings.insert(key::last_id(&at)?, record.standing()?);
        }
        let mut logins = HashMap::new();
        for (at, record) in list::<LoginTimesV1>(records, &[])? {
            logins.insert(key::last_id(&at)?, record.latest);
        }
        let mut places: HashMap<u64, (u16, PlacementV1)> = HashMap::new();
        for (at, record) in list::<PlacementV1>(records, &[])? {
            let (student, code) = (key::first_id(&at)?, term_code(&at)?);
            let there = places.get(&student).map(|(code, _)| *code);
            let better =
                there.is_none_or(|there| there != term.code() && (code == term.code() || code > there));
            if better {
                places.insert(student, (code, record));
            }
        }
        Ok(Self {
            standings,
            logins,
            slips: ids::<SlipV1>(records)?,
            pending: ids::<PendingPasswordV1>(records)?,
            places,
            reaches_all: access::reaches(&session.roles, Right::ManageAccounts, Reach::Everything),
        })
    }

    pub fn row(&self, id: u64, account: AccountV1) -> Result<AccountRow, StoreError> {
        let roles: Vec<Role> = values(&account.roles)?;
        let (class, seat) = self.places.get(&id).map_or_else(Default::default, |(_, place)| {
            (place.class.clone(), place.seat.clone())
        });
        Ok(AccountRow {
            id: AccountId(id),
            manageable: self.reaches_all || !roles.iter().any(|role| role.is_office()),
            standing: self.standings.get(&id).copied().unwrap_or(Standing::ACTIVE),
            entry_year: account.entry_year.map(SchoolYear),
            last_login: self.logins.get(&id).copied().map(from_millis),
            password: self.password(id, account.must_change_password),
            account: account.name,
            name: account.display_name,
            roles,
            class,
            seat,
        })
    }

    fn password(&self, id: u64, must_change: bool) -> PasswordState {
        if self.pending.contains(&id) {
            PasswordState::Waiting
        } else if self.slips.contains(&id) {
            PasswordState::OnSlip
        } else if must_change {
            PasswordState::Initial
        } else {
            PasswordState::Own
        }
    }

    /// The class somebody sits in, in exactly this term.
    fn class_in(&self, id: u64, term: Term) -> Option<&str> {
        let (code, place) = self.places.get(&id)?;
        (*code == term.code()).then_some(place.class.as_str())
    }
}

fn term_code(key: &[u8]) -> Result<u16, StoreError> {
    let bytes = key
        .last_chunk::<2>()
        .ok_or_else(|| StoreError::UnreadableRecord {
            detail: "the key of a placement is too short".to_owned(),
        })?;
    Ok(u16::from_be_bytes(*bytes))
}

impl Engine {
    /// All accounts: the staff by name, then students by class and seat.
    ///
    /// # Errors
    /// [`Refusal::NoRight`] for whoever looks after no accounts, or the library's trouble.
    pub fn accounts(&self, session: &Session) -> Result<Vec<AccountRow>, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            let term = answer::current_terms(&answer::settings(txn)?)?.outcome;
            let beside = Beside::read(txn, session, term)?;
            let mut rows = Vec::new();
            for (at, account) in list::<AccountV1>(txn, &[])? {
                rows.push(beside.row(key::last_id(&at)?, account)?);
            }
            rows.sort_by(|one, other| order(one).cmp(&order(other)));
            Ok(rows)
        })
    }

    /// The account of this name, for whoever looks after accounts or deputies.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], [`Refusal::NoSuchAccount`], or the library's trouble.
    pub fn account_named(&self, session: &Session, account_name: &str) -> Result<AccountId, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let right = Right::ManageAccounts;
            if !access::may(&session.roles, right) && !access::may(&session.roles, Right::ManageDeputies) {
                return Err(Refusal::NoRight { right }.into());
            }
            let found = self.account_id_by_name(txn, account_name)?;
            Ok(found.ok_or(Refusal::NoSuchAccount)?)
        })
    }

    /// What first passwords are.
    ///
    /// # Errors
    /// As [`Engine::accounts`].
    pub fn initial_password_policy(&self, session: &Session) -> Result<InitialPassword, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            Ok(people::policy(txn)?)
        })
    }

    /// The classes of a term with their 導師, by name.
    ///
    /// # Errors
    /// As [`Engine::accounts`].
    pub fn classes(&self, session: &Session, term: Term) -> Result<Vec<ClassView>, Failure> {
        self.library.read(|txn| {
            require_manager(txn, session)?;
            let beside = Beside::read(txn, session, term)?;
            let mut classes: BTreeMap<String, ClassView> = BTreeMap::new();
            for (at, account) in list::<AccountV1>(txn, &[])? {
                let id = key::last_id(&at)?;
                let Some(class) = beside.class_in(id, term).map(str::to_owned) else {
                    continue;
                };
                let row = beside.row(id, account)?;
                let view = entry(&mut classes, &class);
                view.students += 1;
                view.never_came += u32::from(row.never_came());
                view.slips += u32::from(row.password == PasswordState::OnSlip);
            }
            for (_, record) in list::<HomeroomV1>(txn, &term.code().to_be_bytes())? {
                let teacher = AccountId(record.teacher);
                let name = answer::display_name(txn, teacher)?;
                entry(&mut classes, &record.class).homeroom = Some((teacher, name));
            }
            Ok(classes.into_values().collect())
        })
    }
}

fn entry<'c>(classes: &'c mut BTreeMap<String, ClassView>, class: &str) -> &'c mut ClassView {
    classes.entry(class.to_owned()).or_insert_with(|| ClassView {
        class: class.to_owned(),
        students: 0,
        never_came: 0,
        slips: 0,
        homeroom: None,
    })
}

fn order(row: &AccountRow) -> impl Ord + use<'_> {
    let is_student = row.has(Role::Student);
    let gone = row.standing.status != Status::Active && row.standing.status != Status::Locked;
    (is_student, gone, &row.class, &row.seat, &row.account)
}
