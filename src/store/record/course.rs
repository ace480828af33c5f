//! Offerings (開課班), enrolments and deputies.

use serde::{Deserialize, Serialize};

use super::Stored;
use crate::store::kv::Table;

/// 開課班; key: offering id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferingV1 {
    pub term: u16,
    /// 課程代碼, 23 characters in a school
    pub code: String,
    pub name: String,
    /// In hundredths
    pub credits: u32,
    pub kind: u8,
    /// Class or group
    pub group: String,
    /// Accounts that may certify
    pub teachers: Vec<u64>,
    /// Free text instead of accounts, in a personal library
    pub teacher_text: String,
}

impl Stored for OfferingV1 {
    const TABLE: Table = Table::new("offerings");
    const VERSION: u8 = 1;
}

/// A student in an offering; key: student id, offering id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnrolmentV1 {
    pub enrolment: u64,
    pub mode: u8,
    pub withdrawn: bool,
}

impl Stored for EnrolmentV1 {
    const TABLE: Table = Table::new("enrolments");
    const VERSION: u8 = 1;
}

/// What a teacher teaches; key: teacher id, offering id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeachingV1 {}

impl Stored for TeachingV1 {
    const TABLE: Table = Table::new("teachings");
    const VERSION: u8 = 1;
}

/// 代理人; key: deputy id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeputyV1 {
    /// Who may certify instead
    pub deputy: u64,
    /// For this teacher …
    pub teacher: u64,
    /// … in this offering only, if given
    pub offering: Option<u64>,
    pub from: i64,
    pub until: i64,
    pub reason: String,
}

impl Stored for DeputyV1 {
    const TABLE: Table = Table::new("deputies");
    const VERSION: u8 = 1;
}
