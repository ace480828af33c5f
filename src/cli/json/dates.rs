//! Documents about dates, rules and announcements.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::moment::Moment;
use crate::domain::term::Term;
use crate::domain::timetable::Caution;
use crate::engine::{AnnouncementView, RulesView, TimetableView};
use crate::text;

use super::{AudienceEntry, audience, rfc3339};

#[derive(Debug, Serialize)]
pub struct LastDayEntry {
    #[serde(rename = "for")]
    pub term: String,
    /// `2026-01-20`; `null` while it is not known.
    pub date: Option<String>,
}

/// A calendar file that was written.
#[derive(Debug, Serialize)]
pub struct CalendarDocument {
    pub path: String,
    pub entries: usize,
}

#[derive(Debug, Serialize)]
pub struct CautionsDocument {
    pub cautions: Vec<CautionEntry>,
}

#[derive(Debug, Serialize)]
pub struct CautionEntry {
    pub code: &'static str,
    #[serde(rename = "for")]
    pub period: String,
    /// `null` where it concerns the period as a whole.
    pub audience: Option<AudienceEntry>,
    pub what: String,
    pub why: String,
    pub cure: String,
}

#[derive(Debug, Serialize)]
pub struct RulesDocument {
    pub term: String,
    pub outcomes: u32,
    pub activities: u32,
    pub document_bytes: u64,
    pub media_bytes: u64,
    pub description_chars: u32,
    pub description_required: bool,
    pub title_chars: u32,
    pub selected_outcomes: u32,
    pub selected_activities: u32,
    pub mending_days: u32,
    pub trash_days: u32,
    /// Endings of the kinds of files that are taken.
    pub accept: Vec<&'static str>,
    pub source: String,
    /// Who set them and when; `null` for the defaults.
    pub set_by: Option<String>,
    pub set_at: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct AnnouncementEntry {
    pub id: String,
    pub text: String,
    pub from: String,
    /// Excluded
    pub until: String,
    pub shown: bool,
    pub over: bool,
    pub by: String,
}

pub fn last_day(term: Term, day: Option<NaiveDate>) -> LastDayEntry {
    LastDayEntry {
        term: term.to_string(),
        date: day.map(|day| day.to_string()),
    }
}

pub fn last_days(days: &[(Term, NaiveDate)]) -> Vec<LastDayEntry> {
    days.iter()
        .map(|(term, day)| last_day(*term, Some(*day)))
        .collect()
}

pub fn cautions(timetable: &TimetableView, cautions: &[&Caution]) -> CautionsDocument {
    let entry = |caution: &&Caution| {
        let student = timetable
            .student_named(caution)
            .map(|student| student.name.as_str());
        let words = text::timetable::caution(caution, student);
        CautionEntry {
            code: caution.code(),
            period: caution.period().to_string(),
            audience: caution.audience().map(audience),
            what: words.what,
            why: words.why,
            cure: words.cure,
        }
    };
    CautionsDocument {
        cautions: cautions.iter().map(entry).collect(),
    }
}

pub fn rules(view: &RulesView) -> RulesDocument {
    let limits = &view.rules.limits;
    RulesDocument {
        term: view.term.to_string(),
        outcomes: limits.outcomes_per_term,
        activities: limits.activities_per_term,
        document_bytes: limits.document_bytes,
        media_bytes: limits.media_bytes,
        description_chars: limits.description_chars,
        description_required: limits.description_required,
        title_chars: limits.title_chars,
        selected_outcomes: limits.selected_outcomes,
        selected_activities: limits.selected_activities,
        mending_days: limits.mending_days,
        trash_days: limits.trash_days,
        accept: view.rules.accepted.iter().map(|kind| kind.ending()).collect(),
        source: view.rules.source.clone(),
        set_by: view.signed.as_ref().map(|signed| signed.by.clone()),
        set_at: view.signed.as_ref().map(|signed| rfc3339(signed.at)),
    }
}

pub fn announcements(all: &[AnnouncementView], now: Moment) -> Vec<AnnouncementEntry> {
    let entry = |one: &AnnouncementView| AnnouncementEntry {
        id: one.id.to_string(),
        text: one.text.clone(),
        from: rfc3339(one.from),
        until: rfc3339(one.until),
        shown: one.is_shown(now),
        over: one.is_over(now),
        by: one.signed.by.clone(),
    };
    all.iter().map(entry).collect()
}
