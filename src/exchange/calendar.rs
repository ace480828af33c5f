//! The dates of a school as a calendar file for phones: when each window opens and when it closes.

use chrono::{Duration, NaiveDate};

use super::ics::{self, Event};
use crate::domain::id::WindowId;
use crate::domain::moment::{Moment, start_of_day};
use crate::domain::term::Term;
use crate::domain::window::{Audience, Window, WindowKind};
use crate::text::dates::calendar as words;

/// How long the entry of an opening or closing is: enough to be seen in a day's view.
const ENTRY_MINUTES: i64 = 30;
/// Days before the end at which the phone speaks up.
const ALARM_DAYS: [u16; 2] = [7, 1];

/// Writes these windows, and 休業式 of the terms. `library` tells the dates of one school from those of
/// another.
pub fn calendar(
    school: &str,
    library: u128,
    stamp: Moment,
    windows: &[(WindowId, Window)],
    last_days: &[(Term, NaiveDate)],
) -> String {
    let mut events: Vec<Event> = windows
        .iter()
        .flat_map(|(id, window)| events(*id, window, library))
        .collect();
    events.extend(last_days.iter().map(|(term, day)| last_day(*term, *day, library)));
    ics::calendar(&words::name(school), stamp, &events)
}

fn last_day(term: Term, day: NaiveDate, library: u128) -> Event {
    let start = start_of_day(day);
    Event {
        uid: format!("{term}-last-day@{library:032x}"),
        title: words::last_day(term),
        start,
        end: start + Duration::days(1),
        description: String::new(),
        alarm_days: Vec::new(),
    }
}

fn events(id: WindowId, window: &Window, library: u128) -> [Event; 2] {
    let uid = |end| format!("{}-{end}@{library:032x}", code(id, window));
    let (opens, ends) = (window.opens, window.ends());
    let entry = Duration::minutes(ENTRY_MINUTES);
    let description = words::description(window);
    [
        Event {
            uid: uid("opens"),
            title: words::opens(window),
            start: opens,
            end: (opens + entry).min(ends),
            description: description.clone(),
            alarm_days: Vec::new(),
        },
        Event {
            uid: uid("closes"),
            title: words::closes(window),
            start: (ends - entry).max(opens),
            end: ends,
            description,
            alarm_days: ALARM_DAYS.into(),
        },
    ]
}

/// The same for the same dates for ever, also when they were removed and announced again. What is for one
/// class or student carries the id of its window: two of them may meet on one phone.
fn code(id: WindowId, window: &Window) -> String {
    let kind = match window.kind {
        WindowKind::OutcomeUpload => "outcome-upload",
        WindowKind::Certification => "certification",
        WindowKind::Activity => "activity",
        WindowKind::Selection => "selection",
    };
    let audience = match window.audience {
        Audience::All => "all".to_owned(),
        Audience::Grade(grade) => format!("grade-{grade}"),
        Audience::Class(_) | Audience::Student(_) => format!("extension-{id}"),
    };
    format!("{}-{kind}-{audience}", window.period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;
    use crate::domain::term::Semester;
    use crate::domain::window::Period;

    fn window(audience: Audience, closes: &str) -> Window {
        Window {
            kind: WindowKind::OutcomeUpload,
            period: Period::Term(Term::new(114, Semester::First)),
            audience,
            opens: parse_moment("2026-01-05T08:00").unwrap(),
            closes: parse_moment(closes).unwrap(),
        }
    }

    fn lines(windows: &[(WindowId, Window)]) -> Vec<String> {
        let stamp = parse_moment("2026-01-01T08:00").unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 1, 20).unwrap();
        let last_days = [(Term::new(114, Semester::First), day)];
        let text = calendar("測試高中", 7, stamp, windows, &last_days);
        assert!(text.contains("SUMMARY:114-1 休業式\r\n"), "{text}");
        assert!(
            text.contains("DTSTART:20260119T160000Z\r\nDTEND:20260120T160000Z"),
            "{text}"
        );
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let unfolded = text.replace("\r\n ", "");
        unfolded.split("\r\n").map(str::to_owned).collect()
    }

    fn uids(windows: &[(WindowId, Window)]) -> Vec<String> {
        let mut all = lines(windows);
        all.retain(|line| line.starts_with("UID:"));
        all
    }

    #[test]
    fn opening_and_closing_are_entries_with_their_own_names() {
        let found = lines(&[(WindowId(3), window(Audience::All, "2026-02-03T23:59"))]);
        for line in [
            "DTSTART:20260105T000000Z",
            "DTEND:20260105T003000Z",
            "DTSTART:20260203T153000Z",
            "DTEND:20260203T160000Z",
            "SUMMARY:114-1 課程成果上傳截止",
        ] {
            assert!(found.iter().any(|one| one == line), "{line} not in {found:?}");
        }
        assert_eq!(found.iter().filter(|line| *line == "BEGIN:VALARM").count(), 2);
    }

    #[test]
    fn the_same_date_keeps_its_name_and_others_have_theirs() {
        let first = uids(&[(WindowId(3), window(Audience::All, "2026-02-03T23:59"))]);
        let moved = uids(&[(WindowId(9), window(Audience::All, "2026-02-10T23:59"))]);
        assert_eq!(first, moved, "announced anew with another end");
        let all = uids(&[
            (WindowId(1), window(Audience::All, "2026-02-03T23:59")),
            (WindowId(2), window(Audience::Grade(3), "2026-02-03T23:59")),
            (
                WindowId(3),
                window(
                    Audience::Student(crate::domain::id::AccountId(5)),
                    "2026-02-03T23:59",
                ),
            ),
            (
                WindowId(4),
                window(
                    Audience::Student(crate::domain::id::AccountId(6)),
                    "2026-02-03T23:59",
                ),
            ),
        ]);
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        // Two for each window, one for 休業式.
        assert_eq!((all.len(), different.len()), (9, 9));
    }
}
