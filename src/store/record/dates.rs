//! What the office sets beside windows and limits. These tables came after the first release of the
//! format: a library that never wrote one reads it as empty, so the format's number stays.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::school::PeriodV1;
use crate::domain::dates::DatesEvent;
use crate::domain::id::AccountId;
use crate::store::StoreError;
use crate::store::kv::Table;

/// 休業式 of a term; key: term code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastDayV1 {
    /// Days since 1 January of the year 1, that day being 1
    pub day: i32,
}

impl Stored for LastDayV1 {
    const TABLE: Table = Table::new("last_school_days");
    const VERSION: u8 = 1;
}

/// Why a class or a student has more time, beside its [`WindowV1`](super::school::WindowV1) and under the
/// same key. The typed words stand here, not in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionV1 {
    pub reason: String,
    pub by: u64,
    pub at: i64,
}

impl Stored for ExtensionV1 {
    const TABLE: Table = Table::new("extensions");
    const VERSION: u8 = 1;
}

/// What stands beside the [`LimitsV1`](super::school::LimitsV1) of a term, under the same key. A term
/// without it takes every kind of file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRulesV1 {
    /// Kinds of files that are taken
    pub accepted: Vec<u8>,
    /// Where the rules come from, as typed
    pub source: String,
    pub by: u64,
    pub at: i64,
}

impl Stored for TermRulesV1 {
    const TABLE: Table = Table::new("term_rules");
    const VERSION: u8 = 1;
}

/// An announcement; key: its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnouncementV1 {
    pub text: String,
    pub from: i64,
    /// Excluded
    pub until: i64,
    /// Who wrote it last, and when
    pub by: u64,
    pub at: i64,
    /// Ended before its time
    pub ended: Option<i64>,
}

impl Stored for AnnouncementV1 {
    const TABLE: Table = Table::new("announcements");
    const VERSION: u8 = 1;
}

/// Lines of the history about all this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DatesEventV1 {
    LastDaySet {
        term: u16,
    },
    LastDayRemoved {
        term: u16,
    },
    Extended {
        kind: u8,
        period: PeriodV1,
        student: Option<u64>,
    },
    RulesSet {
        term: u16,
    },
    Announced,
    AnnouncementEdited,
    AnnouncementEnded,
}

impl From<DatesEvent> for DatesEventV1 {
    fn from(event: DatesEvent) -> Self {
        match event {
            DatesEvent::LastDaySet { term } => Self::LastDaySet { term: term.code() },
            DatesEvent::LastDayRemoved { term } => Self::LastDayRemoved { term: term.code() },
            DatesEvent::Extended {
                kind,
                period,
                student,
            } => Self::Extended {
                kind: kind.code(),
                period: period.into(),
                student: student.map(|id| id.0),
            },
            DatesEvent::RulesSet { term } => Self::RulesSet { term: term.code() },
            DatesEvent::Announced => Self::Announced,
            DatesEvent::AnnouncementEdited => Self::AnnouncementEdited,
            DatesEvent::AnnouncementEnded => Self::AnnouncementEnded,
        }
    }
}

impl TryFrom<DatesEventV1> for DatesEvent {
    type Error = StoreError;

    fn try_from(event: DatesEventV1) -> Result<Self, StoreError> {
        use super::convert::term;
        Ok(match event {
            DatesEventV1::LastDaySet { term: code } => Self::LastDaySet { term: term(code)? },
            DatesEventV1::LastDayRemoved { term: code } => Self::LastDayRemoved { term: term(code)? },
            DatesEventV1::Extended {
                kind,
                period,
                student,
            } => Self::Extended {
                kind: Coded::from_code(kind)?,
                period: period.try_into()?,
                student: student.map(AccountId),
            },
            DatesEventV1::RulesSet { term: code } => Self::RulesSet { term: term(code)? },
            DatesEventV1::Announced => Self::Announced,
            DatesEventV1::AnnouncementEdited => Self::AnnouncementEdited,
            DatesEventV1::AnnouncementEnded => Self::AnnouncementEnded,
        })
    }
}
