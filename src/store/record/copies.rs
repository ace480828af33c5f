//! What is kept about copies. These tables came after the first release of the format: a library that
//! never wrote one reads it as empty, so the format's number stays.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use crate::domain::copies::CopyEvent;
use crate::store::StoreError;
use crate::store::kv::Table;

/// When a person last made a copy of a kind; key: account id, code of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyMadeV1 {
    pub at: i64,
    pub items: u32,
    pub files: u32,
    pub content_bytes: u64,
}

impl Stored for CopyMadeV1 {
    const TABLE: Table = Table::new("copies_made");
    const VERSION: u8 = 1;
}

/// Where an imported record came from, and what was decided about it there; key: item id. None of it
/// counts here: decisions of this library are in the item itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedV1 {
    pub at: i64,
    /// Who brought it in
    pub by: u64,
    /// The library it came from, and how that one named the item.
    pub library_id: [u8; 16],
    pub item: String,
    pub school_name: String,
    pub school_code: String,
    /// The name of its owner there.
    pub owner: String,
    /// 0 for 多元表現, which have none
    pub state: u8,
    pub origin: Option<u8>,
    pub filed: bool,
    /// Oldest first
    pub decisions: Vec<ImportedDecisionV1>,
}

/// A decision of another library. Its people have no accounts here, so they are named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedDecisionV1 {
    pub at: i64,
    pub by: String,
    pub for_teacher: Option<String>,
    pub state: u8,
    pub origin: u8,
    pub reason: Option<u8>,
    pub note: String,
    pub hashes: Vec<[u8; 32]>,
    pub unopened: bool,
}

impl Stored for ImportedV1 {
    const TABLE: Table = Table::new("imported_items");
    const VERSION: u8 = 1;
    const LIMIT: crate::store::codec::Limit = crate::store::codec::Limit::Large;
}

/// As [`CopyEvent`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CopyEventV1 {
    Made { kind: u8, items: u32 },
    Imported { hashes: Vec<[u8; 32]> },
    CertificationAccepted { hashes: Vec<[u8; 32]> },
}

impl From<CopyEvent> for CopyEventV1 {
    fn from(event: CopyEvent) -> Self {
        match event {
            CopyEvent::Made { kind, items } => Self::Made {
                kind: kind.code(),
                items,
            },
            CopyEvent::Imported { hashes } => Self::Imported { hashes },
            CopyEvent::CertificationAccepted { hashes } => Self::CertificationAccepted { hashes },
        }
    }
}

impl TryFrom<CopyEventV1> for CopyEvent {
    type Error = StoreError;

    fn try_from(event: CopyEventV1) -> Result<Self, StoreError> {
        Ok(match event {
            CopyEventV1::Made { kind, items } => Self::Made {
                kind: Coded::from_code(kind)?,
                items,
            },
            CopyEventV1::Imported { hashes } => Self::Imported { hashes },
            CopyEventV1::CertificationAccepted { hashes } => Self::CertificationAccepted { hashes },
        })
    }
}
