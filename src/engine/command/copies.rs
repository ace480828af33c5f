//! Commands about copies.

use crate::domain::access::Right;
use crate::domain::copies::CopyKind;
use crate::domain::id::{AccountId, ItemId};
use crate::exchange::portfolio::{PortfolioItem, Source};

use super::StagedFile;

/// See [`Command::Copy`](super::Command::Copy).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyCommand {
    /// A copy was made and lies where the person wanted it.
    NoteMade {
        kind: CopyKind,
        items: u32,
        files: u32,
        content_bytes: u64,
    },
    /// Takes one record of a copy in as one's own.
    Import(Box<ImportRecord>),
    /// Takes one record in for a student who came from another school.
    ImportFor {
        student: AccountId,
        record: Box<ImportRecord>,
    },
    /// 採認: a certification of another school counts from now on.
    AcceptCertification { item: ItemId, seen: u64, reason: String },
}

/// A record as a copy says it, with its files handed over. Only the bytes are facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRecord {
    pub source: Source,
    /// The name of its owner there.
    pub owner: String,
    pub item: PortfolioItem,
    /// One for each file of the item, in the same order.
    pub files: Vec<StagedFile>,
}

impl CopyCommand {
    pub const fn right(&self) -> Right {
        match self {
            Self::NoteMade {
                kind: CopyKind::Transfer,
                ..
            } => Right::Transfer,
            Self::NoteMade {
                kind: CopyKind::Rosters,
                ..
            } => Right::FilePortfolios,
            Self::NoteMade { .. } => Right::TakeCopy,
            Self::Import(_) => Right::OwnItems,
            Self::ImportFor { .. } | Self::AcceptCertification { .. } => Right::Transfer,
        }
    }

    /// Staged content that it uses up.
    pub fn staged(&self) -> &[StagedFile] {
        match self {
            Self::NoteMade { .. } | Self::AcceptCertification { .. } => &[],
            Self::Import(record) | Self::ImportFor { record, .. } => &record.files,
        }
    }
}
