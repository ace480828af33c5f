//! What is kept around 校內幹部紀錄: reports of students with their answers, and corrections with what was
//! there before. Typed words and old values stand here, not in the history. These tables came after the
//! first release of the format: a library that never wrote one reads it as empty.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::officer::OfficerPostV1;
use crate::domain::id::{PostId, PostReportId};
use crate::domain::officer_post::{OfficerEvent, OfficerPost};
use crate::store::StoreError;
use crate::store::kv::Table;

/// 回報錯誤 by a student; key: student id, report id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostReportV1 {
    /// The post it is about; `None`: one is missing
    pub post: Option<u64>,
    /// The post as it stood then
    pub stood: Option<OfficerPostV1>,
    pub words: String,
    pub at: i64,
    pub answer: Option<PostAnswerV1>,
}

/// What student affairs answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostAnswerV1 {
    pub words: String,
    pub by: u64,
    pub at: i64,
}

impl Stored for PostReportV1 {
    const TABLE: Table = Table::new("officer_reports");
    const VERSION: u8 = 1;
}

/// A correction by student affairs; key: student id, number from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostCorrectionV1 {
    pub post: u64,
    /// `None`: added by hand
    pub before: Option<OfficerPostV1>,
    /// `None`: removed
    pub after: Option<OfficerPostV1>,
    pub reason: String,
    pub by: u64,
    pub at: i64,
    /// The report that led to it
    pub report: Option<u64>,
}

impl Stored for PostCorrectionV1 {
    const TABLE: Table = Table::new("officer_corrections");
    const VERSION: u8 = 1;
}

impl From<&OfficerPost> for OfficerPostV1 {
    fn from(post: &OfficerPost) -> Self {
        Self {
            term: post.term.code(),
            unit: post.unit.clone(),
            from: Self::day(post.from),
            until: Self::day(post.until),
            post: post.post.clone(),
            level: post.level.code(),
        }
    }
}

impl TryFrom<OfficerPostV1> for OfficerPost {
    type Error = StoreError;

    fn try_from(record: OfficerPostV1) -> Result<Self, StoreError> {
        Ok(Self {
            term: super::convert::term(record.term)?,
            unit: record.unit,
            from: OfficerPostV1::date(record.from),
            until: OfficerPostV1::date(record.until),
            post: record.post,
            level: Coded::from_code(record.level)?,
        })
    }
}

/// Lines of the history about all this. New ones go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfficerEventV1 {
    Reported { report: u64 },
    Answered { report: u64 },
    Added { post: u64 },
    Corrected { post: u64 },
    Removed { post: u64 },
}

impl From<OfficerEvent> for OfficerEventV1 {
    fn from(event: OfficerEvent) -> Self {
        match event {
            OfficerEvent::Reported { report } => Self::Reported { report: report.0 },
            OfficerEvent::Answered { report } => Self::Answered { report: report.0 },
            OfficerEvent::Added { post } => Self::Added { post: post.0 },
            OfficerEvent::Corrected { post } => Self::Corrected { post: post.0 },
            OfficerEvent::Removed { post } => Self::Removed { post: post.0 },
        }
    }
}

impl From<OfficerEventV1> for OfficerEvent {
    fn from(event: OfficerEventV1) -> Self {
        match event {
            OfficerEventV1::Reported { report } => Self::Reported {
                report: PostReportId(report),
            },
            OfficerEventV1::Answered { report } => Self::Answered {
                report: PostReportId(report),
            },
            OfficerEventV1::Added { post } => Self::Added { post: PostId(post) },
            OfficerEventV1::Corrected { post } => Self::Corrected { post: PostId(post) },
            OfficerEventV1::Removed { post } => Self::Removed { post: PostId(post) },
        }
    }
}
