//! What a person should look at.

use chrono::NaiveDate;

use crate::domain::moment::Moment;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, Window, WindowKind};

/// Something about the dates that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Caution {
    /// A current term or year has no dates of this kind: nothing is possible.
    NotAnnounced {
        kind: WindowKind,
        period: Period,
    },
    /// The current term is over while another one is open: it should be switched.
    AnotherIsOpen {
        kind: WindowKind,
        period: Period,
        open: Period,
    },
    /// Students can hand in, but nobody can certify.
    UploadWithoutCertification {
        term: Term,
        audience: Audience,
    },
    CertificationWithoutUpload {
        term: Term,
        audience: Audience,
    },
    /// What is handed in last can no longer be certified.
    CertificationEndsFirst {
        term: Term,
        audience: Audience,
        upload_closes: Moment,
        certification_closes: Moment,
    },
    /// Certifying begins when uploading is over: what is returned can no longer be mended.
    CertificationStartsLate {
        term: Term,
        audience: Audience,
        upload_closes: Moment,
        certification_opens: Moment,
    },
    /// Fewer than [`super::DAYS_AFTER_LAST_DAY`] days from 休業式 to the end of uploading.
    TooSoonAfterLastDay {
        term: Term,
        audience: Audience,
        last_day: NaiveDate,
        closes: Moment,
    },
    /// There are upload dates, but 休業式 is not known, so the two weeks cannot be checked.
    LastDayUnknown {
        term: Term,
    },
    /// Nothing can be certified yet when selecting begins; `None`: no dates for certifying at all.
    SelectionBeforeCertification {
        year: SchoolYear,
        audience: Audience,
        opens: Moment,
        certification_opens: Option<Moment>,
    },
    /// What is certified last can no longer be selected.
    SelectionEndsFirst {
        year: SchoolYear,
        audience: Audience,
        closes: Moment,
        certification_closes: Moment,
    },
    /// The same kind of window is open for two periods at once.
    Overlap {
        kind: WindowKind,
        earlier: Period,
        later: Period,
        from: Moment,
        closes: Moment,
    },
    /// Lies months away from the period it belongs to.
    FarFromPeriod {
        kind: WindowKind,
        period: Period,
        audience: Audience,
        opens: Moment,
        closes: Moment,
    },
    /// Open for less than a day.
    Short {
        kind: WindowKind,
        period: Period,
        audience: Audience,
        minutes: i64,
    },
    /// An extension that lies within the dates that hold anyway.
    ExtensionAddsNothing {
        kind: WindowKind,
        period: Period,
        audience: Audience,
        closes: Moment,
    },
}

impl Caution {
    /// Stable code for the command line.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotAnnounced { .. } => "not-announced",
            Self::AnotherIsOpen { .. } => "another-is-open",
            Self::UploadWithoutCertification { .. } => "upload-without-certification",
            Self::CertificationWithoutUpload { .. } => "certification-without-upload",
            Self::CertificationEndsFirst { .. } => "certification-ends-first",
            Self::CertificationStartsLate { .. } => "certification-starts-late",
            Self::TooSoonAfterLastDay { .. } => "too-soon-after-last-day",
            Self::LastDayUnknown { .. } => "last-day-unknown",
            Self::SelectionBeforeCertification { .. } => "selection-before-certification",
            Self::SelectionEndsFirst { .. } => "selection-ends-first",
            Self::Overlap { .. } => "overlap",
            Self::FarFromPeriod { .. } => "far-from-period",
            Self::Short { .. } => "short",
            Self::ExtensionAddsNothing { .. } => "extension-adds-nothing",
        }
    }

    /// The term or year in whose dates it is seen.
    pub const fn period(&self) -> Period {
        match self {
            Self::NotAnnounced { period, .. }
            | Self::AnotherIsOpen { period, .. }
            | Self::FarFromPeriod { period, .. }
            | Self::Short { period, .. }
            | Self::ExtensionAddsNothing { period, .. } => *period,
            Self::UploadWithoutCertification { term, .. }
            | Self::CertificationWithoutUpload { term, .. }
            | Self::CertificationEndsFirst { term, .. }
            | Self::CertificationStartsLate { term, .. }
            | Self::TooSoonAfterLastDay { term, .. }
            | Self::LastDayUnknown { term } => Period::Term(*term),
            Self::SelectionBeforeCertification { year, .. } | Self::SelectionEndsFirst { year, .. } => {
                Period::Year(*year)
            }
            Self::Overlap { later, .. } => *later,
        }
    }

    /// Whom it concerns, where that is not everybody by itself.
    pub const fn audience(&self) -> Option<&Audience> {
        match self {
            Self::NotAnnounced { .. }
            | Self::AnotherIsOpen { .. }
            | Self::LastDayUnknown { .. }
            | Self::Overlap { .. } => None,
            Self::UploadWithoutCertification { audience, .. }
            | Self::CertificationWithoutUpload { audience, .. }
            | Self::CertificationEndsFirst { audience, .. }
            | Self::CertificationStartsLate { audience, .. }
            | Self::TooSoonAfterLastDay { audience, .. }
            | Self::SelectionBeforeCertification { audience, .. }
            | Self::SelectionEndsFirst { audience, .. }
            | Self::FarFromPeriod { audience, .. }
            | Self::Short { audience, .. }
            | Self::ExtensionAddsNothing { audience, .. } => Some(audience),
        }
    }

    /// The kind of window beside which it is pointed out.
    pub const fn kind(&self) -> WindowKind {
        match self {
            Self::NotAnnounced { kind, .. }
            | Self::AnotherIsOpen { kind, .. }
            | Self::Overlap { kind, .. }
            | Self::FarFromPeriod { kind, .. }
            | Self::Short { kind, .. }
            | Self::ExtensionAddsNothing { kind, .. } => *kind,
            Self::UploadWithoutCertification { .. }
            | Self::TooSoonAfterLastDay { .. }
            | Self::LastDayUnknown { .. } => WindowKind::OutcomeUpload,
            Self::CertificationWithoutUpload { .. }
            | Self::CertificationEndsFirst { .. }
            | Self::CertificationStartsLate { .. } => WindowKind::Certification,
            Self::SelectionBeforeCertification { .. } | Self::SelectionEndsFirst { .. } => {
                WindowKind::Selection
            }
        }
    }

    /// The window beside which it is pointed out, by its place among these: the one it speaks of, else
    /// another one for the same people, else the one for all. `None`: it speaks of no window, or of one
    /// that is missing.
    pub fn beside(&self, windows: &[&Window]) -> Option<usize> {
        let audience = match self {
            // The settings and the last day have places of their own.
            Self::NotAnnounced { .. } | Self::AnotherIsOpen { .. } | Self::LastDayUnknown { .. } => {
                return None;
            }
            _ => self.audience().unwrap_or(&Audience::All),
        };
        let fits = |window: &Window| {
            let (same_kind, same_people) = (window.kind == self.kind(), window.audience == *audience);
            match (same_kind, same_people) {
                _ if window.period != self.period() => None,
                (true, true) => Some(3),
                (false, true) => Some(2),
                (true, false) if window.audience == Audience::All => Some(1),
                _ => None,
            }
        };
        let fitting = windows
            .iter()
            .enumerate()
            .filter_map(|(place, window)| Some((fits(window)?, place)));
        // Of equals the first.
        fitting
            .max_by_key(|(fit, place)| (*fit, std::cmp::Reverse(*place)))
            .map(|(_, place)| place)
    }
}
