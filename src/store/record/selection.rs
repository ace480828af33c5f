//! 勾選 and 提交. These tables came after the first release of the format; a library that never wrote one
//! reads it as empty.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::domain::id::AccountId;
use crate::domain::term::SchoolYear;
use crate::store::StoreError;
use crate::store::kv::Table;

/// What a student selected for one school year; key: see [`selection_key`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct SelectionV1 {
    /// In the student's order
    pub outcomes: Vec<u64>,
    pub activities: Vec<u64>,
    /// When the student confirmed what stands there now
    pub confirmed: Option<i64>,
    pub version: u64,
    pub updated: i64,
    /// What left without the student having taken it out, until the student has read it
    pub left: Vec<LeftV1>,
}

/// An item that left a selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftV1 {
    pub item: u64,
    pub why: u8,
    pub at: i64,
    /// Where it stood, so that it comes back there
    pub place: u32,
    /// Confirmed before, and the version right after: what an undo brings back
    pub confirmed: Option<i64>,
    pub version: u64,
}

impl Stored for SelectionV1 {
    const TABLE: Table = Table::new("selections");
    const VERSION: u8 = 1;
}

/// Student, school year.
pub fn selection_key(student: AccountId, year: SchoolYear) -> [u8; 10] {
    let mut key = [0; 10];
    key[..8].copy_from_slice(&student.0.to_be_bytes());
    key[8..].copy_from_slice(&year.0.to_be_bytes());
    key
}

/// The school year of a key made by [`selection_key`].
///
/// # Errors
/// A key that is too short.
pub fn year_of(key: &[u8]) -> Result<SchoolYear, StoreError> {
    key.last_chunk::<2>()
        .map(|bytes| SchoolYear(u16::from_be_bytes(*bytes)))
        .ok_or_else(|| StoreError::UnreadableRecord {
            detail: "a key of a selection is too short".to_owned(),
        })
}

/// One batch that the office filed; key: see [`batch_key`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingBatchV1 {
    pub at: i64,
    pub by: u64,
    pub students: u32,
    pub items: u32,
}

impl Stored for FilingBatchV1 {
    const TABLE: Table = Table::new("filing_batches");
    const VERSION: u8 = 1;
}

/// School year, number of the batch from 1.
pub fn batch_key(year: SchoolYear, batch: u32) -> [u8; 6] {
    let mut key = [0; 6];
    key[..2].copy_from_slice(&year.0.to_be_bytes());
    key[2..].copy_from_slice(&batch.to_be_bytes());
    key
}
