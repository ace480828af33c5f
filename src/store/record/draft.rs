//! Typed text that is not saved yet.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::store::kv::Table;

/// Key: account id, BLAKE3 of the field's name (a field's name may speak of an item).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftV1 {
    pub field: String,
    pub text: String,
    pub at: i64,
}

impl Stored for DraftV1 {
    const TABLE: Table = Table::new("drafts");
    const VERSION: u8 = 1;
}
