//! 校內幹部紀錄: the school's own list of officer posts. The table came after the first release of the
//! format: a library that never wrote it reads it as empty.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Stored;
use crate::store::kv::Table;

/// One post of one student; key: student id, post id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerPostV1 {
    pub term: u16,
    /// 單位名稱
    pub unit: String,
    /// First and last day; days since 1 January of the year 1, which is day 1.
    pub from: i32,
    pub until: i32,
    /// 擔任職務名稱
    pub post: String,
    /// 幹部等級
    pub level: u8,
}

impl OfficerPostV1 {
    /// A day as it is kept here.
    pub fn day(date: NaiveDate) -> i32 {
        date.num_days_from_ce()
    }

    /// The day of a kept number; a number beyond the calendar becomes its first day.
    pub fn date(day: i32) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(day).unwrap_or_default()
    }
}

impl Stored for OfficerPostV1 {
    const TABLE: Table = Table::new("officer_posts");
    const VERSION: u8 = 1;
}
