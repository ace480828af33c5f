//! 多元表現 and what is kept beside them. These tables came after the first release of the format: a
//! library that never wrote one reads it as empty, so the format's number stays.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Stored;
use super::code::Coded;
use super::item::FileV1;
use crate::domain::activity::field::{FieldKey, Value};
use crate::domain::activity::lists::List;
use crate::domain::activity::record::Values;
use crate::store::StoreError;
use crate::store::codec::Limit;
use crate::store::kv::Table;

/// One activity; key: student id, item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityV1 {
    pub category: u8,
    /// Upload term: it counts there, whatever the date of the event.
    pub term: u16,
    /// The filled fields by their keys.
    pub values: Vec<(u16, ValueV1)>,
    pub description: String,
    pub link: Option<String>,
    pub version: u64,
    pub created: i64,
    pub updated: i64,
    pub trashed: Option<i64>,
    /// The item it was made from.
    pub copied_from: Option<u64>,
    /// Brought from another school: does not count toward the quota.
    pub brought: bool,
    pub files: Vec<FileV1>,
}

impl Stored for ActivityV1 {
    const TABLE: Table = Table::new("activities");
    const VERSION: u8 = 1;
}

/// A value of a field. Dates in days since 1 January of the year 1, amounts in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueV1 {
    Text(String),
    Date(i32),
    Amount(u32),
    Whole(u32),
    Code(u8),
}

impl From<&Value> for ValueV1 {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Date(date) => Self::Date(days(*date)),
            Value::Amount(amount) => Self::Amount(*amount),
            Value::Whole(number) => Self::Whole(*number),
            Value::Code(code) => Self::Code(*code),
        }
    }
}

impl TryFrom<&ValueV1> for Value {
    type Error = StoreError;

    fn try_from(record: &ValueV1) -> Result<Self, StoreError> {
        Ok(match record {
            ValueV1::Text(text) => Self::Text(text.clone()),
            ValueV1::Date(days) => Self::Date(date(*days)?),
            ValueV1::Amount(amount) => Self::Amount(*amount),
            ValueV1::Whole(number) => Self::Whole(*number),
            ValueV1::Code(code) => Self::Code(*code),
        })
    }
}

impl ActivityV1 {
    pub fn set_values(&mut self, values: &Values) {
        self.values = values
            .iter()
            .map(|(key, value)| (key.0, ValueV1::from(value)))
            .collect();
    }

    /// # Errors
    /// A day that no calendar has.
    pub fn values(&self) -> Result<Values, StoreError> {
        self.values
            .iter()
            .map(|(key, value)| Ok((FieldKey(*key), Value::try_from(value)?)))
            .collect()
    }
}

/// A date as records keep it.
pub fn days(date: NaiveDate) -> i32 {
    date.num_days_from_ce()
}

/// # Errors
/// A day that no calendar has.
pub fn date(days: i32) -> Result<NaiveDate, StoreError> {
    NaiveDate::from_num_days_from_ce_opt(days).ok_or_else(|| StoreError::UnreadableRecord {
        detail: format!("day {days} is out of range"),
    })
}

/// Finds an activity's student; key: item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityOwnerV1 {
    pub student: u64,
}

impl Stored for ActivityOwnerV1 {
    const TABLE: Table = Table::new("activity_owners");
    const VERSION: u8 = 1;
}

/// Tags of one's own on an outcome or activity; key: student id, item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemTagsV1 {
    pub tags: Vec<String>,
}

impl Stored for ItemTagsV1 {
    const TABLE: Table = Table::new("item_tags");
    const VERSION: u8 = 1;
}

/// What the office set about a student's high-school years; key: student id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudyYearsV1 {
    pub extra_years: u8,
    /// 離校日
    pub left: Option<i32>,
}

impl Stored for StudyYearsV1 {
    const TABLE: Table = Table::new("study_years");
    const VERSION: u8 = 1;
}

/// A list of choices as the school edited it; key: code of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceListV1 {
    pub entries: Vec<String>,
}

impl Stored for ChoiceListV1 {
    const TABLE: Table = Table::new("choice_lists");
    const VERSION: u8 = 1;
    const LIMIT: Limit = Limit::Large;
}

/// Key of a [`ChoiceListV1`].
pub fn list_key(list: List) -> [u8; 1] {
    [Coded::code(list)]
}

/// A school year whose activities are counted together; key: school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityYearV1 {
    pub limit: u32,
}

impl Stored for ActivityYearV1 {
    const TABLE: Table = Table::new("activity_years");
    const VERSION: u8 = 1;
}

/// 提交: an outcome or activity was handed to the national database; key: student id, item id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledItemV1 {
    pub year: u16,
    /// Number of the batch within its school year
    pub batch: u32,
    pub at: i64,
    /// 收訖
    pub received: Option<i64>,
}

impl Stored for FiledItemV1 {
    const TABLE: Table = Table::new("filed_items");
    const VERSION: u8 = 1;
}
