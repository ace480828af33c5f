//! 收訖明細: what the national database said that it received, and what students said of it. These tables
//! came after the first release of the format; a library that never wrote one reads it as empty.

use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use crate::domain::id::AccountId;
use crate::domain::receipt::{ReceiptEvent, ReceiptLine};
use crate::domain::selection::Part;
use crate::domain::term::{SchoolYear, Semester};
use crate::store::StoreError;
use crate::store::codec::Limit;
use crate::store::kv::Table;

/// One line; key: see [`line_key`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLineV1 {
    /// The filed item it was found to be about when it came
    pub item: Option<u64>,
    /// 0 where the list does not say
    pub part: u8,
    /// 0 where the list does not say
    pub semester: u8,
    pub course_code: String,
    pub course_name: String,
    pub title: String,
    pub description: Option<String>,
    pub md5s: Vec<[u8; 16]>,
}

impl Stored for ReceiptLineV1 {
    const TABLE: Table = Table::new("receipt_lines");
    const VERSION: u8 = 1;
    const LIMIT: Limit = Limit::Large;
}

/// Student, school year, number of the line.
pub fn line_key(student: AccountId, year: SchoolYear, line: u64) -> [u8; 18] {
    let mut key = [0; 18];
    key[..10].copy_from_slice(&super::selection::selection_key(student, year));
    key[10..].copy_from_slice(&line.to_be_bytes());
    key
}

/// The school year of a key made by [`line_key`].
///
/// # Errors
/// A key that is too short.
pub fn year_of_line(key: &[u8]) -> Result<SchoolYear, StoreError> {
    super::selection::year_of(key.get(..10).unwrap_or_default())
}

impl ReceiptLineV1 {
    pub fn new(line: &ReceiptLine, item: Option<u64>) -> Self {
        Self {
            item,
            part: line.part.map_or(0, Coded::code),
            semester: line.semester.map_or(0, Semester::number),
            course_code: line.course_code.clone(),
            course_name: line.course_name.clone(),
            title: line.title.clone(),
            description: line.description.clone(),
            md5s: line.md5s.clone(),
        }
    }

    /// # Errors
    /// A code that was never given out.
    pub fn line(&self) -> Result<ReceiptLine, StoreError> {
        Ok(ReceiptLine {
            part: match self.part {
                0 => None,
                code => Some(Part::from_code(code)?),
            },
            semester: Semester::from_number(self.semester),
            course_code: self.course_code.clone(),
            course_name: self.course_name.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            md5s: self.md5s.clone(),
        })
    }
}

/// When lists of a school year came; key: school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptListV1 {
    pub first: i64,
    pub latest: i64,
}

impl Stored for ReceiptListV1 {
    const TABLE: Table = Table::new("receipt_lists");
    const VERSION: u8 = 1;
}

/// Until when students are asked to answer, where the office said so; key: school year. Apart from
/// [`ReceiptListV1`], so that setting it does not stand in the way of taking an import back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptDeadlineV1 {
    pub until: i64,
}

impl Stored for ReceiptDeadlineV1 {
    const TABLE: Table = Table::new("receipt_deadlines");
    const VERSION: u8 = 1;
}

/// What a student said; key: student, school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptAnswerV1 {
    pub at: i64,
    /// Else a problem was reported.
    pub confirmed: bool,
    pub words: String,
    /// Hash of the comparison that was looked at
    pub seen: [u8; 32],
    pub reply: Option<ReceiptReplyV1>,
}

/// What the office replied to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptReplyV1 {
    pub at: i64,
    pub by: u64,
    pub words: String,
}

impl Stored for ReceiptAnswerV1 {
    const TABLE: Table = Table::new("receipt_answers");
    const VERSION: u8 = 1;
}

/// New things that can happen go to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReceiptEventV1 {
    Confirmed { year: u16 },
    Reported { year: u16 },
    Replied { year: u16 },
    DeadlineSet { year: u16 },
}

impl From<ReceiptEvent> for ReceiptEventV1 {
    fn from(event: ReceiptEvent) -> Self {
        match event {
            ReceiptEvent::Confirmed { year } => Self::Confirmed { year: year.0 },
            ReceiptEvent::Reported { year } => Self::Reported { year: year.0 },
            ReceiptEvent::Replied { year } => Self::Replied { year: year.0 },
            ReceiptEvent::DeadlineSet { year } => Self::DeadlineSet { year: year.0 },
        }
    }
}

impl From<ReceiptEventV1> for ReceiptEvent {
    fn from(event: ReceiptEventV1) -> Self {
        match event {
            ReceiptEventV1::Confirmed { year } => Self::Confirmed {
                year: SchoolYear(year),
            },
            ReceiptEventV1::Reported { year } => Self::Reported {
                year: SchoolYear(year),
            },
            ReceiptEventV1::Replied { year } => Self::Replied {
                year: SchoolYear(year),
            },
            ReceiptEventV1::DeadlineSet { year } => Self::DeadlineSet {
                year: SchoolYear(year),
            },
        }
    }
}
