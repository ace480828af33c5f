//! A form in a dialog: a window, the last day, an extension, an announcement.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::domain::id::{AnnouncementId, WindowId};
use crate::domain::moment::{Moment, from_taipei, in_taipei};
use crate::domain::roc::{parse_date, parse_time, roc_year};
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, WindowKind};

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormOf {
    NewWindow,
    Window(WindowId),
    /// 休業式
    LastDay(Term),
    NewExtension,
    Extension(WindowId),
    NewAnnouncement,
    Announcement(AnnouncementId),
}

impl FormOf {
    /// Closed without saving, what was typed waits for the next time.
    pub const fn is_kept(self) -> bool {
        matches!(self, Self::NewExtension | Self::NewAnnouncement)
    }
}

/// A text of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateField {
    FromDate,
    FromTime,
    ToDate,
    ToTime,
    /// A reason, or an announcement
    Text,
    /// 學號
    Student,
}

/// What is chosen and typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    pub kind: WindowKind,
    pub period: Period,
    pub audience: Audience,
    /// An extension for a class, not for a student.
    pub by_class: bool,
    /// Saving was tried: what cannot be read is pointed out.
    pub tried: bool,
    texts: BTreeMap<DateField, String>,
}

impl Form {
    /// With the usual first and last minute of a day.
    pub fn new(kind: WindowKind, period: Period) -> Self {
        let mut form = Self {
            kind,
            period,
            audience: Audience::All,
            by_class: true,
            tried: false,
            texts: BTreeMap::new(),
        };
        form.set(DateField::FromTime, "08:00");
        form.set(DateField::ToTime, "23:59");
        form
    }

    pub fn text(&self, field: DateField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    pub fn set(&mut self, field: DateField, text: impl Into<String>) {
        self.texts.insert(field, text.into());
    }

    pub fn set_from(&mut self, moment: Moment) {
        let (date, time) = date_and_time(moment);
        self.set(DateField::FromDate, date);
        self.set(DateField::FromTime, time);
    }

    pub fn set_to(&mut self, moment: Moment) {
        let (date, time) = date_and_time(moment);
        self.set(DateField::ToDate, date);
        self.set(DateField::ToTime, time);
    }

    pub fn from(&self) -> Option<Moment> {
        read_moment(self.text(DateField::FromDate), self.text(DateField::FromTime))
    }

    pub fn to(&self) -> Option<Moment> {
        read_moment(self.text(DateField::ToDate), self.text(DateField::ToTime))
    }

    /// Nothing stands in the field for the first day.
    pub fn is_without_start(&self) -> bool {
        self.text(DateField::FromDate).trim().is_empty()
    }

    /// Another kind of window belongs to another kind of period.
    pub fn choose_kind(&mut self, kind: WindowKind) {
        self.kind = kind;
        self.period = match self.period {
            Period::Term(term) if !kind.is_per_term() => Period::Year(term.year),
            Period::Year(SchoolYear(year)) if kind.is_per_term() => {
                Period::Term(Term::new(year, crate::domain::term::Semester::First))
            }
            fitting => fitting,
        };
    }
}

/// As the fields of a form show it: `115/2/3`, `23:59`.
pub fn date_and_time(moment: Moment) -> (String, String) {
    let local = in_taipei(moment);
    let date = local.date_naive();
    (
        format!("{}/{}/{}", roc_year(date), date.month(), date.day()),
        local.format("%H:%M").to_string(),
    )
}

/// 台北時間 as typed in two fields.
pub fn read_moment(date: &str, time: &str) -> Option<Moment> {
    Some(from_taipei(parse_date(date)?, parse_time(time)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    #[test]
    fn dates_come_back_as_they_were_typed() {
        let at = parse_moment("2026-02-03T23:59").unwrap();
        let mut form = Form::new(WindowKind::Selection, Period::Year(SchoolYear(114)));
        form.set_to(at);
        assert_eq!(form.text(DateField::ToDate), "115/2/3");
        assert_eq!((form.to(), form.from()), (Some(at), None));
        for (date, time) in [("1150203", "2359"), ("2026-02-03", "２３：５９")] {
            assert_eq!(read_moment(date, time), Some(at));
        }
    }

    #[test]
    fn a_kind_takes_its_period_with_it() {
        let mut form = Form::new(
            WindowKind::OutcomeUpload,
            Period::Term(Term::new(114, crate::domain::term::Semester::Second)),
        );
        form.choose_kind(WindowKind::Certification);
        assert_eq!(form.period.to_string(), "114-2");
        form.choose_kind(WindowKind::Activity);
        assert_eq!(form.period, Period::Year(SchoolYear(114)));
        form.choose_kind(WindowKind::Certification);
        assert_eq!(form.period.to_string(), "114-1");
    }
}
