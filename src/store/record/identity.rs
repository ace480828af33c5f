//! Who a person is outside this school: national ID and birth date. Apart from the account, so that
//! fewer places can read them and a person can be erased later. These tables came after the first release
//! of the format: a library that never wrote one reads it as empty.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Stored;
use crate::domain::national_id;
use crate::store::header::NameKey;
use crate::store::kv::Table;

/// National ID and birth date of a person; key: account id. No record: neither is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IdentityV1 {
    /// Normalised as [`national_id::normalise`] does; not necessarily one with a right check digit.
    pub national_id: Option<String>,
    /// Days since 1 January of the year 1, which is day 1.
    pub birth_date: Option<i32>,
}

impl IdentityV1 {
    pub fn new(national_id: Option<&str>, birth_date: Option<NaiveDate>) -> Self {
        Self {
            national_id: national_id.map(national_id::normalise),
            birth_date: birth_date.map(|date| date.num_days_from_ce()),
        }
    }

    pub fn birth_date(&self) -> Option<NaiveDate> {
        self.birth_date.and_then(NaiveDate::from_num_days_from_ce_opt)
    }

    /// Nothing is known: such a record is not kept.
    pub fn is_empty(&self) -> bool {
        self.national_id.is_none() && self.birth_date.is_none()
    }
}

impl Stored for IdentityV1 {
    const TABLE: Table = Table::new("identities");
    const VERSION: u8 = 1;
}

/// Finds an account; key: see [`national_id_key`]. No two accounts share a national ID.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountByNationalIdV1 {
    pub account: u64,
}

impl Stored for AccountByNationalIdV1 {
    const TABLE: Table = Table::new("account_by_national_id");
    const VERSION: u8 = 1;
}

/// Keyed hash of a national ID. Another one than of an account's name, so that counted failures of what
/// somebody typed as a name do not tell whose ID it was.
pub fn national_id_key(key: &NameKey, national_id: &str) -> [u8; 32] {
    key.hash(format!("national id\0{}", national_id::normalise(national_id)).as_bytes())
}

/// The initial password of this account was not set yet, so that it cannot log in; key: account id. Says
/// no more, for what the initial password shall be is the school's policy when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingPasswordV1 {}

impl Stored for PendingPasswordV1 {
    const TABLE: Table = Table::new("pending_passwords");
    const VERSION: u8 = 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_however_it_was_typed() {
        let key = NameKey::new([7; 32]);
        assert_eq!(
            national_id_key(&key, " ａ123456789"),
            national_id_key(&key, "A123456789")
        );
        assert_ne!(national_id_key(&key, "A123456789"), key.hash(b"A123456789"));
    }

    #[test]
    fn dates_survive() {
        let day = NaiveDate::from_ymd_opt(2008, 2, 29);
        let identity = IdentityV1::new(Some("a123456789"), day);
        assert_eq!(identity.birth_date(), day);
        assert_eq!(identity.national_id.as_deref(), Some("A123456789"));
        assert!(IdentityV1::new(None, None).is_empty());
    }
}
