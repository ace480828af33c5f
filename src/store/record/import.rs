//! The last import of a roster, with what it takes to undo it. These tables came after the first release
//! of the format: a library that never wrote one reads it as empty.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::account::{AccountByNameV1, PlacementV1};
use super::activity::FiledItemV1;
use super::code::Coded;
use super::course::{EnrolmentV1, OfferingV1, TeachingV1};
use super::identity::{AccountByNationalIdV1, IdentityV1};
use super::officer::OfficerPostV1;
use super::receipt::{ReceiptLineV1, ReceiptListV1};
use crate::domain::history::ImportEvent;
use crate::domain::import::RowCounts;
use crate::store::StoreError;
use crate::store::codec::Limit;
use crate::store::kv::Table;

/// What the last import was; one record. Undoing it removes this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastImportV1 {
    /// The command's id, in front of the keys of its [`UndoPartV1`]s
    pub import: u64,
    pub at: i64,
    pub by: u64,
    pub kind: u8,
    pub counts: RowCountsV1,
}

impl Stored for LastImportV1 {
    const TABLE: Table = Table::new("last_import");
    const VERSION: u8 = 1;
}

/// A part of the inverse of an import; key: import id, number of the part. Only the last import has any:
/// whoever erases a person erases these too, for they hold what was there before.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct UndoPartV1 {
    /// In the order in which they were done
    pub steps: Vec<UndoStepV1>,
}

impl Stored for UndoPartV1 {
    const TABLE: Table = Table::new("import_undo");
    const VERSION: u8 = 1;
    const LIMIT: Limit = Limit::Large;
}

/// One change that an import made. Tables have the numbers of [`table_of`]; values are kept as stored,
/// with their version byte; `after` is the beginning of the BLAKE3 of what the import wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum UndoStepV1 {
    Made {
        table: u8,
        key: Vec<u8>,
        after: [u8; 16],
    },
    Replaced {
        table: u8,
        key: Vec<u8>,
        before: Vec<u8>,
        after: [u8; 16],
    },
    Erased {
        table: u8,
        key: Vec<u8>,
        before: Vec<u8>,
    },
    AccountMade {
        account: u64,
        after: AccountFieldsV1,
    },
    /// The fields of an account that rosters know: its password is not kept twice.
    AccountChanged {
        account: u64,
        before: AccountFieldsV1,
        after: AccountFieldsV1,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountFieldsV1 {
    pub display_name: String,
    pub roles: Vec<u8>,
    pub entry_year: Option<u16>,
}

/// What an import answered, beside its [`RequestV1`](super::account::RequestV1) and under the same key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReplyV1 {
    pub kind: u8,
    pub counts: RowCountsV1,
    pub import: Option<u64>,
}

impl Stored for ImportReplyV1 {
    const TABLE: Table = Table::new("import_replies");
    const VERSION: u8 = 1;
}

/// What a header of a table meant when a person said so; key: kind of roster, keyed hash of the header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedHeaderV1 {
    /// Half-width, without spaces, as tables are compared
    pub header: String,
    /// Code of the column, `None` for one that is not read
    pub means: Option<String>,
}

impl Stored for RememberedHeaderV1 {
    const TABLE: Table = Table::new("roster_headers");
    const VERSION: u8 = 1;
}

/// New things that can happen with imports go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportEventV1 {
    Applied { kind: u8, counts: RowCountsV1 },
    Undone { kind: u8, counts: RowCountsV1 },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowCountsV1 {
    pub new: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub wrong: u32,
}

impl From<RowCounts> for RowCountsV1 {
    fn from(counts: RowCounts) -> Self {
        Self {
            new: counts.new,
            changed: counts.changed,
            unchanged: counts.unchanged,
            wrong: counts.wrong,
        }
    }
}

impl From<RowCountsV1> for RowCounts {
    fn from(record: RowCountsV1) -> Self {
        Self {
            new: record.new,
            changed: record.changed,
            unchanged: record.unchanged,
            wrong: record.wrong,
        }
    }
}

impl From<ImportEvent> for ImportEventV1 {
    fn from(event: ImportEvent) -> Self {
        match event {
            ImportEvent::Applied { kind, counts } => Self::Applied {
                kind: Coded::code(kind),
                counts: counts.into(),
            },
            ImportEvent::Undone { kind, counts } => Self::Undone {
                kind: Coded::code(kind),
                counts: counts.into(),
            },
        }
    }
}

impl TryFrom<ImportEventV1> for ImportEvent {
    type Error = StoreError;

    fn try_from(record: ImportEventV1) -> Result<Self, StoreError> {
        Ok(match record {
            ImportEventV1::Applied { kind, counts } => Self::Applied {
                kind: Coded::from_code(kind)?,
                counts: counts.into(),
            },
            ImportEventV1::Undone { kind, counts } => Self::Undone {
                kind: Coded::from_code(kind)?,
                counts: counts.into(),
            },
        })
    }
}

/// The tables that imports write, by the numbers under which undo steps name them.
const TABLES: [Table; 11] = [
    AccountByNameV1::TABLE,
    PlacementV1::TABLE,
    IdentityV1::TABLE,
    AccountByNationalIdV1::TABLE,
    OfferingV1::TABLE,
    TeachingV1::TABLE,
    EnrolmentV1::TABLE,
    OfficerPostV1::TABLE,
    ReceiptLineV1::TABLE,
    ReceiptListV1::TABLE,
    FiledItemV1::TABLE,
];

/// The number of a table in undo steps, from 1; 0 for one that imports do not write.
pub fn number_of(table: Table) -> u8 {
    let place = TABLES.iter().position(|known| *known == table);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
}

/// The table of a number.
pub fn table_of(number: u8) -> Option<Table> {
    TABLES.get(usize::from(number).checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_what_they_are() {
        assert_eq!(number_of(AccountByNameV1::TABLE), 1);
        assert_eq!(number_of(OfficerPostV1::TABLE), 8);
        assert_eq!(number_of(FiledItemV1::TABLE), 11);
        for number in 1..=11 {
            assert_eq!(table_of(number).map(number_of), Some(number));
        }
        assert_eq!((table_of(0), table_of(12)), (None, None));
    }
}
