//! The documents of `--json`: this face's own shapes. Scripts rely on them: fields are added, never
//! renamed or removed.

mod activity;
pub mod dates;
pub mod officer;
pub mod people;
pub mod progress;
mod receipt;
mod roster;
mod selection;

use serde::Serialize;

use crate::domain::course::Credits;
use crate::domain::file::Slot;
use crate::domain::hex::hex;
use crate::domain::moment::{Moment, in_taipei};
use crate::domain::outcome::{Origin, OutcomeState};
use crate::domain::quota::Usage;
use crate::domain::window::{self, Audience, Phase, Window, WindowKind};
use crate::engine::{
    CourseView, CurrentTerms, DemonstrationAccount, FileView, ItemView, QueueRow, StatusView,
};

pub use activity::{activity, category, choices, place, tagged};
pub use receipt::receipt;
pub use roster::{UndoneDocument, WarningEntry, WrongEntry, roster};
pub use selection::{selection, student_selection};

#[derive(Debug, Serialize)]
pub struct AccountsDocument {
    pub accounts: Vec<AccountEntry>,
}

#[derive(Debug, Serialize)]
pub struct AccountEntry {
    pub account: String,
    /// `null` once it was changed.
    pub password: Option<String>,
    pub roles: Vec<&'static str>,
    pub name: String,
    pub first_login: bool,
}

#[derive(Debug, Serialize)]
pub struct StatusDocument {
    pub terms: TermsEntry,
    pub counters: Counters,
    pub windows: Vec<WindowEntry>,
}

#[derive(Debug, Serialize)]
pub struct TermsEntry {
    pub outcome: String,
    pub activity: String,
    pub selection: String,
}

#[derive(Debug, Serialize)]
pub struct Counters {
    pub outcome: UsageEntry,
    pub activity: UsageEntry,
}

#[derive(Debug, Serialize)]
pub struct UsageEntry {
    pub used: u32,
    pub limit: u32,
}

#[derive(Debug, Serialize)]
pub struct WindowEntry {
    pub kind: &'static str,
    #[serde(rename = "for")]
    pub period: String,
    /// RFC 3339 in Taiwan's zone; `null` while no dates are announced.
    pub opens: Option<String>,
    pub closes: Option<String>,
    pub phase: &'static str,
}

#[derive(Debug, Serialize)]
pub struct TermListDocument {
    pub terms: TermsEntry,
    pub windows: Vec<AnnouncedEntry>,
    /// 休業式
    pub last_days: Vec<dates::LastDayEntry>,
}

#[derive(Debug, Serialize)]
pub struct AnnouncedEntry {
    #[serde(flatten)]
    pub window: WindowEntry,
    pub audience: AudienceEntry,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AudienceEntry {
    All,
    Grade(u8),
    Class(String),
    Student(String),
}

#[derive(Debug, Serialize)]
pub struct CourseEntry {
    pub id: String,
    pub code: String,
    pub name: String,
    pub credits: serde_json::Number,
    pub teachers: Vec<String>,
    pub term: String,
}

#[derive(Debug, Serialize)]
pub struct ItemEntry {
    pub id: String,
    pub kind: &'static str,
    pub term: String,
    pub course: String,
    pub course_name: String,
    pub title: String,
    pub state: &'static str,
    pub trashed: bool,
    pub version: u64,
    pub files: Vec<FileEntry>,
}

#[derive(Debug, Serialize)]
pub struct FileEntry {
    pub slot: &'static str,
    pub name: String,
    pub bytes: u64,
    pub blake3: String,
    pub md5: String,
}

/// An item of a teacher's queue.
#[derive(Debug, Serialize)]
pub struct QueueEntry {
    pub id: String,
    pub state: &'static str,
    pub course: String,
    pub course_name: String,
    /// 學號
    pub student: String,
    pub student_name: String,
    pub version: u64,
    /// Whole days; 0 where nothing waits for a decision.
    pub waiting_days: i64,
    pub title: String,
    pub class: String,
    pub seat: String,
    pub attempt: u32,
    /// Since when the student asks for it back, RFC 3339; `null` without a request.
    pub requested: Option<String>,
    /// Decided without its document having been on the screen.
    pub unopened: bool,
}

/// What became of the items of one command.
#[derive(Debug, Serialize)]
pub struct BatchDocument {
    pub done: Vec<DecidedEntry>,
    pub refused: Vec<RefusedEntry>,
}

#[derive(Debug, Serialize)]
pub struct DecidedEntry {
    pub id: String,
    pub state: &'static str,
    pub version: u64,
}

#[derive(Debug, Serialize)]
pub struct RefusedEntry {
    /// As it was given, where it is no id.
    pub id: String,
    pub reason: String,
}

#[derive(Debug, Serialize)]
pub struct SavedDocument {
    pub slot: &'static str,
    pub name: String,
    pub bytes: usize,
    pub path: String,
}

#[derive(Debug, Serialize)]
pub struct DoneDocument {
    pub account: String,
    pub done: bool,
}

pub fn accounts(accounts: &[DemonstrationAccount]) -> AccountsDocument {
    let entry = |account: &DemonstrationAccount| AccountEntry {
        account: account.account.clone(),
        password: account.password.clone(),
        roles: account.roles.iter().map(|role| role.code()).collect(),
        name: account.name.clone(),
        first_login: account.first_login,
    };
    AccountsDocument {
        accounts: accounts.iter().map(entry).collect(),
    }
}

pub fn status(status: &StatusView, now: Moment) -> StatusDocument {
    let badge = |kind| {
        let window = status.window(kind, now);
        window_entry(kind, status.terms.period(kind).to_string(), window, now)
    };
    StatusDocument {
        terms: terms(&status.terms),
        counters: Counters {
            outcome: usage(status.outcomes),
            activity: usage(status.activities),
        },
        windows: WindowKind::ALL.map(badge).into(),
    }
}

pub fn terms(terms: &CurrentTerms) -> TermsEntry {
    TermsEntry {
        outcome: terms.outcome.to_string(),
        activity: terms.activity.to_string(),
        selection: terms.selection.to_string(),
    }
}

const fn usage(usage: Usage) -> UsageEntry {
    UsageEntry {
        used: usage.used,
        limit: usage.limit,
    }
}

fn window_entry(kind: WindowKind, period: String, window: Option<&Window>, now: Moment) -> WindowEntry {
    WindowEntry {
        kind: window_code(kind),
        period,
        opens: window.map(|window| rfc3339(window.opens)),
        closes: window.map(|window| rfc3339(window.closes)),
        phase: phase_code(window::phase_of(window, now)),
    }
}

pub fn announced(window: &Window, now: Moment) -> AnnouncedEntry {
    AnnouncedEntry {
        window: window_entry(window.kind, window.period.to_string(), Some(window), now),
        audience: audience(&window.audience),
    }
}

fn audience(audience: &Audience) -> AudienceEntry {
    match audience {
        Audience::All => AudienceEntry::All,
        Audience::Grade(grade) => AudienceEntry::Grade(*grade),
        Audience::Class(class) => AudienceEntry::Class(class.clone()),
        Audience::Student(student) => AudienceEntry::Student(student.to_string()),
    }
}

pub fn course(course: &CourseView) -> CourseEntry {
    CourseEntry {
        id: course.id.to_string(),
        code: course.code.clone(),
        name: course.name.clone(),
        credits: credits(course.credits),
        teachers: course.teachers.clone(),
        term: course.term.to_string(),
    }
}

/// `2`, `0.5`
fn credits(credits: Credits) -> serde_json::Number {
    match credits.0 % 100 {
        0 => (credits.0 / 100).into(),
        _ => serde_json::Number::from_f64(f64::from(credits.0) / 100.0).unwrap_or_else(|| 0.into()),
    }
}

pub fn item(item: &ItemView) -> ItemEntry {
    ItemEntry {
        id: item.id.to_string(),
        kind: "outcome",
        term: item.facts.term.to_string(),
        course: item.facts.offering.to_string(),
        course_name: item.course_name.clone(),
        title: item.title.clone(),
        state: state_code(item.state()),
        trashed: item.facts.trashed,
        version: item.facts.version,
        files: item.files.iter().map(file).collect(),
    }
}

pub fn queue_row(row: &QueueRow, course_name: &str, now: Moment) -> QueueEntry {
    let waiting = row.waiting_since().map_or(0, |since| (now - since).num_days());
    QueueEntry {
        id: row.id.to_string(),
        state: state_code(row.state),
        course: row.offering.to_string(),
        course_name: course_name.to_owned(),
        student: row.account.clone(),
        student_name: row.student_name.clone(),
        version: row.version,
        waiting_days: waiting.max(0),
        title: row.title.clone(),
        class: row.class.clone(),
        seat: row.seat.clone(),
        attempt: row.attempt,
        requested: row.requested.map(rfc3339),
        unopened: row.unopened,
    }
}

pub fn decided(row: &QueueRow) -> DecidedEntry {
    DecidedEntry {
        id: row.id.to_string(),
        state: state_code(row.state),
        version: row.version,
    }
}

fn file(file: &FileView) -> FileEntry {
    FileEntry {
        slot: slot_code(file.slot),
        name: file.name.clone(),
        bytes: file.bytes,
        blake3: hex(&file.blake3),
        md5: hex(&file.md5),
    }
}

fn rfc3339(moment: Moment) -> String {
    in_taipei(moment).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

pub const fn slot_code(slot: Slot) -> &'static str {
    match slot {
        Slot::Document => "document",
        Slot::Media => "media",
    }
}

const fn state_code(state: OutcomeState) -> &'static str {
    match state {
        OutcomeState::Draft => "draft",
        OutcomeState::Submitted => "submitted",
        OutcomeState::Certified => "certified",
        OutcomeState::Returned => "returned",
    }
}

pub const fn origin_code(origin: Origin) -> &'static str {
    match origin {
        Origin::Teacher => "teacher",
        Origin::Deputy => "deputy",
        Origin::SelfReported => "self-reported",
        Origin::Imported => "imported",
        Origin::AcceptedTransfer => "accepted-transfer",
    }
}

const fn phase_code(phase: Phase) -> &'static str {
    match phase {
        Phase::Unannounced => "unannounced",
        Phase::NotOpen => "not_open",
        Phase::Open => "open",
        Phase::ClosingSoon => "closing_soon",
        Phase::Closed => "closed",
    }
}

const fn window_code(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => "outcome-upload",
        WindowKind::Certification => "certification",
        WindowKind::Activity => "activity",
        WindowKind::Selection => "selection",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_numbers() {
        assert_eq!(credits(Credits(200)).to_string(), "2");
        assert_eq!(credits(Credits(50)).to_string(), "0.5");
    }
}
