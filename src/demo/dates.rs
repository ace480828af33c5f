//! The dates of the demonstration school, laid around the day on which it is made. Its terms stay what
//! they are: which term is current is a setting (domain.md 2c), and moving the dates moves no term.

use chrono::Duration;

use crate::domain::moment::{Moment, start_of_day, taipei_date};
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::domain::window::{Audience, Period, Window, WindowKind};
use crate::engine::CurrentTerms;

pub(super) const TERM: Term = Term::new(114, Semester::First);
pub(super) const LAST_TERM: Term = Term::new(113, Semester::Second);
pub(super) const TERMS: CurrentTerms = CurrentTerms {
    outcome: TERM,
    activity: TERM,
    selection: SchoolYear(113),
};

/// How many days before today the windows of the terms opened.
pub(super) const OPENED_DAYS_AGO: i64 = 40;
pub(super) const LAST_TERM_OPENED_DAYS_AGO: i64 = 200;
pub(super) const SELECTION_OPENED_DAYS_AGO: i64 = 9;
/// The library is older than everything in it.
pub(super) const FOUNDED_DAYS_AGO: i64 = 210;

const OPENS_MINUTE: i64 = 8 * 60;
const CLOSES_MINUTE: i64 = 23 * 60 + 59;

/// A time on a day before or after the day of `now`; minutes count from midnight in Taipei.
pub(super) fn on_day(now: Moment, days_from_today: i64, minute: i64) -> Moment {
    start_of_day(taipei_date(now)) + Duration::days(days_from_today) + Duration::minutes(minute)
}

/// Nothing closes within the 72 hours that count as 即將截止, so that the school can be tried for a week.
pub(super) fn windows(now: Moment) -> Vec<Window> {
    let window = |kind, period, opens, closes| Window {
        kind,
        period,
        audience: Audience::All,
        opens: on_day(now, opens, OPENS_MINUTE),
        closes: on_day(now, closes, CLOSES_MINUTE),
    };
    let (term, last_term) = (Period::Term(TERM), Period::Term(LAST_TERM));
    vec![
        window(
            WindowKind::OutcomeUpload,
            last_term,
            -LAST_TERM_OPENED_DAYS_AGO,
            -120,
        ),
        window(
            WindowKind::Certification,
            last_term,
            -LAST_TERM_OPENED_DAYS_AGO,
            -113,
        ),
        window(WindowKind::OutcomeUpload, term, -OPENED_DAYS_AGO, 9),
        window(WindowKind::Certification, term, -OPENED_DAYS_AGO, 16),
        window(WindowKind::Activity, Period::Year(TERM.year), -75, 180),
        window(
            WindowKind::Selection,
            Period::Year(TERMS.selection),
            -SELECTION_OPENED_DAYS_AGO,
            26,
        ),
    ]
}
