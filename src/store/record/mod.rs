//! Records: the frozen shapes in which things are stored.
//!
//! Every type here has a version in its name and is never changed once released: a new shape is a
//! new type and a migration. Codes of enums are numbers fixed in [`code`]. Times are milliseconds
//! since 1970, UTC. Keys hold internal ids only (big endian, so that they sort).

pub mod account;
pub mod activity;
pub mod code;
pub mod convert;
pub mod copies;
pub mod course;
pub mod dates;
pub mod decided;
pub mod draft;
pub mod filing_layout;
pub mod history;
pub mod identity;
pub mod import;
pub mod item;
pub mod key;
pub mod officer;
pub mod officer_care;
pub mod people;
pub mod receipt;
pub mod school;
pub mod selection;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::codec::{self, Limit};
use super::error::StoreError;
use super::kv::{KeyRange, ReadRecords, Table, WriteRecords};

/// A stored shape: where it lives and which version it is.
pub trait Stored: Serialize + DeserializeOwned {
    const TABLE: Table;
    const VERSION: u8;
    const LIMIT: Limit = Limit::Record;
}

/// The record under `key`, if there is one.
pub fn load<T: Stored>(records: &impl ReadRecords, key: &[u8]) -> Result<Option<T>, StoreError> {
    records
        .get(T::TABLE, key)?
        .map(|bytes| codec::decode(T::VERSION, &bytes, T::LIMIT))
        .transpose()
}

/// Inserts or replaces.
pub fn save<T: Stored>(records: &mut impl WriteRecords, key: &[u8], record: &T) -> Result<(), StoreError> {
    let bytes = codec::encode(T::VERSION, record, T::LIMIT)?;
    records.put(T::TABLE, key, &bytes)
}

/// Removes; says whether it was there.
pub fn erase<T: Stored>(records: &mut impl WriteRecords, key: &[u8]) -> Result<bool, StoreError> {
    records.delete(T::TABLE, key)
}

/// All records whose key begins with `prefix`, with their keys, in key order.
pub fn list<T: Stored>(records: &impl ReadRecords, prefix: &[u8]) -> Result<Vec<(Vec<u8>, T)>, StoreError> {
    records
        .range(T::TABLE, KeyRange::prefix(prefix))?
        .into_iter()
        .map(|(key, bytes)| Ok((key, codec::decode(T::VERSION, &bytes, T::LIMIT)?)))
        .collect()
}
