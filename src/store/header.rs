//! What a library says of itself: that it is ours, in which format, whose, and how much it holds.
//!
//! Application name, format and commit count are plain bytes with fixed keys that every version can
//! read; the rest passes the codec.

use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::codec::{self, Limit};
use super::error::StoreError;
use super::kv::{ReadRecords, Table};
use super::transaction::WriteTxn;

/// The format this program writes.
pub const FORMAT_VERSION: u32 = 1;

const HEADER: Table = Table("licheng.header");
const APPLICATION: (&[u8], &[u8]) = (b"application", b"licheng");
const FORMAT: &[u8] = b"format";
const LIBRARY: &[u8] = b"library";
const COMMITS: &[u8] = b"commits";
const RECORD_BYTES: &[u8] = b"record-bytes";
const CONTENT_BYTES: &[u8] = b"content-bytes";

/// Whose library this is; decides which accounts and functions exist in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LibraryKind {
    School,
    Personal,
    Demonstration,
}

/// The secret with which names become table keys (keyed BLAKE3). Never shown, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize, Deserialize)]
pub struct NameKey([u8; 32]);

impl NameKey {
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key under which `name` is found: equal names in one library give equal hashes, and
    /// without the library's secret nobody can tell which name it is.
    pub fn hash(&self, name: &[u8]) -> [u8; 32] {
        *blake3::keyed_hash(&self.0, name).as_bytes()
    }
}

impl std::fmt::Debug for NameKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("NameKey(..)")
    }
}

/// Fixed when the library is created. Id, time and key come from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryHeader {
    pub library_id: u128,
    pub kind: LibraryKind,
    /// Seconds since 1970-01-01 UTC.
    pub created_unix: i64,
    pub name_key: NameKey,
}

const RECORD_VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct LibraryRecord1 {
    library_id: u128,
    kind: LibraryKind,
    created_unix: i64,
    name_key: NameKey,
}

/// How much a library holds, in bytes of keys and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Holdings {
    pub records: u64,
    pub contents: u64,
}

/// The format version; `None` if this is no library of ours.
pub(super) fn format_version(records: &impl ReadRecords) -> Result<Option<u32>, StoreError> {
    if records.get(HEADER, APPLICATION.0)?.as_deref() != Some(APPLICATION.1) {
        return Ok(None);
    }
    let bytes = records.get(HEADER, FORMAT)?.unwrap_or_default();
    let bytes: [u8; 4] = bytes.try_into().map_err(|_| StoreError::Damaged {
        detail: "the format version is missing".to_owned(),
    })?;
    Ok(Some(u32::from_be_bytes(bytes)))
}

pub(super) fn set_format_version(txn: &mut WriteTxn, version: u32) -> Result<(), StoreError> {
    txn.insert(HEADER, FORMAT, &version.to_be_bytes())?;
    Ok(())
}

pub(super) fn read(records: &impl ReadRecords) -> Result<LibraryHeader, StoreError> {
    let bytes = records.get(HEADER, LIBRARY)?.ok_or_else(|| StoreError::Damaged {
        detail: "the library's description is missing".to_owned(),
    })?;
    let record: LibraryRecord1 = codec::decode(RECORD_VERSION, &bytes, Limit::Record)?;
    Ok(LibraryHeader {
        library_id: record.library_id,
        kind: record.kind,
        created_unix: record.created_unix,
        name_key: record.name_key,
    })
}

pub(super) fn write(txn: &mut WriteTxn, header: &LibraryHeader, format: u32) -> Result<(), StoreError> {
    let record = LibraryRecord1 {
        library_id: header.library_id,
        kind: header.kind,
        created_unix: header.created_unix,
        name_key: header.name_key.clone(),
    };
    txn.insert(HEADER, APPLICATION.0, APPLICATION.1)?;
    set_format_version(txn, format)?;
    txn.insert(
        HEADER,
        LIBRARY,
        &codec::encode(RECORD_VERSION, &record, Limit::Record)?,
    )?;
    Ok(())
}

/// Grows with every commit of every program, so that a window notices another program's change.
pub(super) fn commit_count(records: &impl ReadRecords) -> Result<u64, StoreError> {
    read_number(records, COMMITS)
}

pub(super) fn holdings(records: &impl ReadRecords) -> Result<Holdings, StoreError> {
    Ok(Holdings {
        records: read_number(records, RECORD_BYTES)?,
        contents: read_number(records, CONTENT_BYTES)?,
    })
}

/// The last act of a write: counts the commit and what it added.
pub(super) fn count_commit(txn: &mut WriteTxn) -> Result<(), StoreError> {
    let commits = commit_count(txn)? + 1;
    let held = holdings(txn)?;
    let growth = txn.growth;
    write_number(txn, COMMITS, commits)?;
    if growth.records != 0 {
        write_number(
            txn,
            RECORD_BYTES,
            held.records.saturating_add_signed(growth.records),
        )?;
    }
    if growth.contents != 0 {
        write_number(
            txn,
            CONTENT_BYTES,
            held.contents.saturating_add_signed(growth.contents),
        )?;
    }
    Ok(())
}

fn read_number(records: &impl ReadRecords, key: &[u8]) -> Result<u64, StoreError> {
    let Some(bytes) = records.get(HEADER, key)? else {
        return Ok(0);
    };
    let bytes: [u8; 8] = bytes.try_into().map_err(|_| StoreError::Damaged {
        detail: "a number in the header has a wrong length".to_owned(),
    })?;
    Ok(u64::from_be_bytes(bytes))
}

fn write_number(txn: &mut WriteTxn, key: &[u8], number: u64) -> Result<(), StoreError> {
    txn.insert(HEADER, key, &number.to_be_bytes())?;
    Ok(())
}
