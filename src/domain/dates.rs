//! What the office sets beside windows: 休業式, extensions, rules of a term, announcements. What is refused
//! there, and what the history says of it.

use chrono::NaiveDate;

use super::description;
use super::file::FileKind;
use super::id::AccountId;
use super::moment::{Moment, taipei_date};
use super::refusal::Refusal;
use super::term::{SchoolYear, Term};
use super::term_rules::LimitName;
use super::timetable::days_of;
use super::window::{Period, WindowKind};

/// Longest reason of an extension and longest source of a term's rules, in characters.
pub const NOTE_CHARS: u32 = 200;
/// Longest announcement, in characters.
pub const ANNOUNCEMENT_CHARS: u32 = 500;
/// So far outside its term 休業式 is a slip of the pen.
const LAST_DAY_STRAY_DAYS: i64 = 31;

/// Why something about dates was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatesRefusal {
    /// A window for one class or student is an extension, and an extension has a reason.
    ExtensionNeedsReason,
    /// The dates that hold anyway are open as long, or longer.
    ExtensionAddsNothing {
        closes: Moment,
    },
    /// Nobody sits in a class of this name in that year.
    NoSuchClass {
        class: String,
        year: SchoolYear,
    },
    /// No account of this name, or it is no student's.
    NoSuchStudent {
        account: String,
    },
    /// 休業式 lies far outside its term.
    LastDayOutsideTerm {
        term: Term,
        day: NaiveDate,
    },
    LimitOutOfRange {
        limit: LimitName,
        value: u64,
        least: u64,
        most: u64,
    },
    /// No kind of file would be accepted.
    NothingAccepted,
    /// The rules of a term say where they come from.
    SourceMissing,
    /// A reason, source or announcement is too long.
    NoteTooLong {
        count: u32,
        limit: u32,
    },
    /// A file of a kind that this term does not take.
    KindNotAccepted {
        name: String,
        kind: FileKind,
        term: Term,
        accepted: Vec<FileKind>,
    },
    /// There is no such window to remove.
    NoSuchWindow,
    AnnouncementEmpty,
    AnnouncementEndsBeforeStart {
        from: Moment,
        until: Moment,
    },
    NoSuchAnnouncement,
    /// It is over: a new one can be made.
    AnnouncementOver,
}

/// What happened to a record about dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DatesEvent {
    LastDaySet {
        term: Term,
    },
    LastDayRemoved {
        term: Term,
    },
    /// More time for a class, or for this student.
    Extended {
        kind: WindowKind,
        period: Period,
        student: Option<AccountId>,
    },
    RulesSet {
        term: Term,
    },
    Announced,
    AnnouncementEdited,
    AnnouncementEnded,
}

/// # Errors
/// [`DatesRefusal::LastDayOutsideTerm`] more than a month outside the term.
pub fn require_plausible_last_day(term: Term, day: NaiveDate) -> Result<(), Refusal> {
    let (first, last) = days_of(Period::Term(term));
    let stray = chrono::Duration::days(LAST_DAY_STRAY_DAYS);
    if (first - stray..=last + stray).contains(&day) {
        return Ok(());
    }
    Err(DatesRefusal::LastDayOutsideTerm { term, day }.into())
}

/// # Errors
/// [`DatesRefusal::NoteTooLong`].
pub fn require_note_fits(text: &str, limit: u32) -> Result<(), Refusal> {
    let count = description::count(text);
    if count > limit {
        return Err(DatesRefusal::NoteTooLong { count, limit }.into());
    }
    Ok(())
}

/// # Errors
/// An empty or overlong text, or an end that does not lie behind the start.
pub fn require_good_announcement(text: &str, from: Moment, until: Moment) -> Result<(), Refusal> {
    if description::count(text) == 0 {
        return Err(DatesRefusal::AnnouncementEmpty.into());
    }
    require_note_fits(text, ANNOUNCEMENT_CHARS)?;
    if until <= from {
        return Err(DatesRefusal::AnnouncementEndsBeforeStart { from, until }.into());
    }
    Ok(())
}

/// Whole days until `until`, counted on the calendar of Taipei; zero on the day itself, negative after it.
pub fn days_left(until: Moment, now: Moment) -> i64 {
    (taipei_date(until) - taipei_date(now)).num_days()
}

impl From<DatesRefusal> for Refusal {
    fn from(refusal: DatesRefusal) -> Self {
        Self::Dates(refusal)
    }
}

#[cfg(test)]
mod tests {
    use super::super::moment::parse_moment;
    use super::super::term::Semester;
    use super::*;

    #[test]
    fn the_last_day_lies_around_its_term() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let first = Term::new(114, Semester::First);
        for (term, text, fine) in [
            (first, "2026-01-20", true),
            (first, "2026-03-03", true),
            (first, "2026-03-04", false),
            (first, "2025-06-30", false),
            (first, "2027-01-20", false),
            (first.next(), "2026-06-30", true),
            (first.next(), "2026-09-01", false),
        ] {
            assert_eq!(
                require_plausible_last_day(term, day(text)).is_ok(),
                fine,
                "{term} {text}"
            );
        }
    }

    #[test]
    fn days_are_counted_on_the_calendar() {
        let at = |text: &str| parse_moment(text).unwrap();
        let closes = at("2026-02-03T23:59");
        assert_eq!(days_left(closes, at("2026-02-03T00:00")), 0);
        assert_eq!(days_left(closes, at("2026-02-02T23:59")), 1);
        assert_eq!(days_left(closes, at("2026-02-04T00:00")), -1);
    }
}
