//! What the office sets beside windows and current terms.

use chrono::NaiveDate;

use crate::domain::access::Right;
use crate::domain::id::AnnouncementId;
use crate::domain::moment::Moment;
use crate::domain::term::Term;
use crate::domain::term_rules::TermRules;
use crate::domain::window::{Period, WindowKind};

/// Who gets more time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExtensionFor {
    /// By its name
    Class(String),
    /// By 學號
    Student(String),
}

/// More time for one class or one student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub kind: WindowKind,
    pub period: Period,
    pub whom: ExtensionFor,
    /// `None`: as the dates that hold for them anyway; without any, now.
    pub opens: Option<Moment>,
    pub closes: Moment,
    /// Shown to the office and to those it is for.
    pub reason: String,
}

/// Text on everybody's overview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    pub text: String,
    pub from: Moment,
    /// Excluded
    pub until: Moment,
}

/// Dates, rules and announcements of a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatesCommand {
    /// 休業式; `None` forgets it.
    SetLastDay { term: Term, day: Option<NaiveDate> },
    /// Sets the window of this class or student, replacing the one there. It only ever adds time.
    Extend(Extension),
    /// Limits, accepted kinds of files and their source, all together.
    SetRules { term: Term, rules: TermRules },
    /// A new announcement (`None`), or another text or time for one.
    Announce {
        announcement: Option<AnnouncementId>,
        content: Announcement,
    },
    /// Takes one down before its time.
    EndAnnouncement { announcement: AnnouncementId },
}

impl DatesCommand {
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::SetLastDay { .. } | Self::Extend(_) => Right::SetDates,
            Self::SetRules { .. } => Right::SetLimits,
            Self::Announce { .. } | Self::EndAnnouncement { .. } => Right::Announce,
        }
    }
}
