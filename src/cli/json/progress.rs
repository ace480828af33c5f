//! The document of `report progress`.

use serde::Serialize;

use crate::domain::moment::Moment;
use crate::domain::progress::{ProgressBy, Tally};
use crate::engine::{ProgressRow, ProgressStudent, ProgressView};
use crate::text::progress::open_days;

use super::rfc3339;

#[derive(Debug, Serialize)]
pub struct ProgressDocument {
    pub term: String,
    /// When it was counted.
    pub at: String,
    /// Whole days until uploading and certifying close; `null` while they are not open.
    pub upload_days_left: Option<i64>,
    pub certification_days_left: Option<i64>,
    pub students: usize,
    #[serde(flatten)]
    pub total: TallyEntry,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub classes: Option<Vec<RowEntry>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub courses: Option<Vec<RowEntry>>,
    /// Longest waiting first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teachers: Option<Vec<RowEntry>>,
    /// Students without a single outcome.
    pub without: Vec<StudentEntry>,
}

#[derive(Debug, Serialize)]
pub struct TallyEntry {
    pub uploaded: u32,
    pub draft: u32,
    pub submitted: u32,
    pub certified: u32,
    pub returned: u32,
}

#[derive(Debug, Serialize)]
pub struct RowEntry {
    pub name: String,
    /// Class and teachers of a course, account of a teacher.
    pub detail: String,
    pub students: u32,
    /// Students among them without an outcome.
    pub without: u32,
    #[serde(flatten)]
    pub tally: TallyEntry,
    pub oldest_waiting: Option<String>,
    pub days_left: Option<i64>,
}

#[derive(Debug, Serialize)]
pub struct StudentEntry {
    /// 學號
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
}

pub fn progress(view: &ProgressView, by: Option<ProgressBy>, now: Moment) -> ProgressDocument {
    let rows = |each: ProgressBy| {
        let wanted = by.is_none_or(|by| by == each);
        wanted.then(|| view.rows(each).iter().map(|one| row(one, now)).collect())
    };
    ProgressDocument {
        term: view.term.to_string(),
        at: rfc3339(view.at),
        upload_days_left: open_days(view.upload.as_ref(), now),
        certification_days_left: open_days(view.certification.as_ref(), now),
        students: view.students.len(),
        total: tally(view.total),
        classes: rows(ProgressBy::Class),
        courses: rows(ProgressBy::Course),
        teachers: rows(ProgressBy::Teacher),
        without: view.without().map(student).collect(),
    }
}

const fn tally(tally: Tally) -> TallyEntry {
    TallyEntry {
        uploaded: tally.uploaded(),
        draft: tally.drafts,
        submitted: tally.waiting,
        certified: tally.certified,
        returned: tally.returned,
    }
}

fn row(row: &ProgressRow, now: Moment) -> RowEntry {
    RowEntry {
        name: row.name.clone(),
        detail: row.detail.clone(),
        students: row.students,
        without: row.without,
        tally: tally(row.tally),
        oldest_waiting: row.oldest_waiting.map(rfc3339),
        days_left: open_days(row.window.as_ref(), now),
    }
}

fn student(student: &ProgressStudent) -> StudentEntry {
    StudentEntry {
        account: student.account.clone(),
        name: student.name.clone(),
        class: student.class.clone(),
        seat: student.seat.clone(),
    }
}
