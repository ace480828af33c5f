//! The school's settings: current terms, limits, windows.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::store::kv::Table;

/// Key of the one [`SettingsV1`] and the one [`NewestLineV1`].
pub const ONLY: &[u8] = b"only";

/// Settings of the library; one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsV1 {
    pub school_name: String,
    pub school_code: String,
    /// Term codes (`1141`) and a school year (`113`): switched by 教務處, never by the calendar.
    pub outcome_term: u16,
    pub activity_term: u16,
    pub selection_year: u16,
    /// The day (milliseconds) around which the dates of a demonstration library were set.
    pub demonstration_day: Option<i64>,
}

impl Stored for SettingsV1 {
    const TABLE: Table = Table::new("settings");
    const VERSION: u8 = 1;
}

/// When the newest line of the history was written; one record. A clock standing before it is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewestLineV1 {
    pub at: i64,
}

impl Stored for NewestLineV1 {
    const TABLE: Table = Table::new("newest_line");
    const VERSION: u8 = 1;
}

/// Limits of a term; key: term code. A term without a record has the defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitsV1 {
    pub outcomes_per_term: u32,
    pub activities_per_term: u32,
    pub document_bytes: u64,
    pub media_bytes: u64,
    pub document_caution_bytes: u64,
    pub media_caution_bytes: u64,
    pub description_chars: u32,
    pub description_required: bool,
    pub title_chars: u32,
    pub selected_outcomes: u32,
    pub selected_activities: u32,
    pub mending_days: u32,
    pub trash_days: u32,
}

impl Stored for LimitsV1 {
    const TABLE: Table = Table::new("limits");
    const VERSION: u8 = 1;
}

/// An announced window; key: window id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowV1 {
    pub kind: u8,
    pub period: PeriodV1,
    pub audience: AudienceV1,
    pub opens: i64,
    pub closes: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeriodV1 {
    Term(u16),
    Year(u16),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AudienceV1 {
    All,
    Grade(u8),
    Class(String),
    Student(u64),
}

impl Stored for WindowV1 {
    const TABLE: Table = Table::new("windows");
    const VERSION: u8 = 1;
}
