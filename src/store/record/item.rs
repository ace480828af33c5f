//! 課程學習成果 with their files and decisions.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::store::kv::Table;

/// One outcome; key: student id, item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeV1 {
    pub offering: u64,
    /// The term in which it counts.
    pub term: u16,
    pub title: String,
    pub work_kind: Option<u8>,
    pub description: String,
    pub state: u8,
    pub origin: Option<u8>,
    pub version: u64,
    pub created: i64,
    pub updated: i64,
    pub submitted: Option<i64>,
    pub attempt: u32,
    /// 請老師退回
    pub requested: Option<i64>,
    pub trashed: Option<i64>,
    pub filed: bool,
    /// 補正期
    pub mending_until: Option<i64>,
    /// Brought from another school: does not count toward the quota.
    pub brought: bool,
    pub files: Vec<FileV1>,
    /// Oldest first.
    pub decisions: Vec<DecisionV1>,
}

impl Stored for OutcomeV1 {
    const TABLE: Table = Table::new("outcomes");
    const VERSION: u8 = 1;
    const LIMIT: crate::store::codec::Limit = crate::store::codec::Limit::Large;
}

/// A file of an item. Its contents lie under `id` and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileV1 {
    pub id: u64,
    pub kind: u8,
    pub name: String,
    pub bytes: u64,
    pub blake3: [u8; 32],
    pub md5: [u8; 16],
    pub added: i64,
    pub facts: Option<FactsV1>,
    pub cautions: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactsV1 {
    Pages(u32),
    Picture { width: u32, height: u32 },
    Sound { millis: u64 },
    Video { millis: u64, width: u32, height: u32 },
}

/// What a teacher decided, or the owner of a personal library recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionV1 {
    pub by: u64,
    pub for_teacher: Option<u64>,
    pub at: i64,
    /// Before and after.
    pub from: u8,
    pub state: u8,
    pub origin: u8,
    pub reason: Option<u8>,
    pub note: String,
    /// The files it was about.
    pub hashes: Vec<[u8; 32]>,
    /// The document had not been on the screen.
    pub unopened: bool,
    pub undone: bool,
    /// Version of the item right after this decision: undo only while it is still this one.
    pub version: u64,
}

/// Finds an item's student; key: item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOwnerV1 {
    pub student: u64,
}

impl Stored for ItemOwnerV1 {
    const TABLE: Table = Table::new("item_owners");
    const VERSION: u8 = 1;
}

/// Items of an offering; key: offering id, item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOfOfferingV1 {
    pub student: u64,
}

impl Stored for ItemOfOfferingV1 {
    const TABLE: Table = Table::new("items_of_offering");
    const VERSION: u8 = 1;
}

/// Files by content; key: keyed hash of the contents, file id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileByContentV1 {
    pub student: u64,
    pub item: u64,
}

impl Stored for FileByContentV1 {
    const TABLE: Table = Table::new("files_by_content");
    const VERSION: u8 = 1;
}
