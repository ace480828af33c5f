//! Where moments stand on a stretch of time, for time lines.

use chrono::{Datelike, Duration, NaiveDate};

use crate::domain::moment::{Moment, in_taipei, start_of_day};
use crate::gui::widgets::TimelineBar;
use crate::text::WindowLine;
use crate::text::overview as words;

use super::window_words::look;

/// Days before the first and after the last date that are shown with them.
const MARGIN_DAYS: i64 = 10;
/// Where the name of a month still fits before the right edge.
const LAST_MARK: f32 = 0.96;

/// From the first moment shown to the last.
#[derive(Debug, Clone, Copy)]
pub struct TimeScale {
    first: Moment,
    last: Moment,
}

impl TimeScale {
    /// Around these moments, with a margin, and nothing outside `most`.
    pub fn around(
        moments: impl Iterator<Item = Moment> + Clone,
        most: std::ops::RangeInclusive<Moment>,
    ) -> Self {
        let margin = Duration::days(MARGIN_DAYS);
        let first = moments.clone().min().unwrap_or(*most.start());
        let last = moments.max().unwrap_or(*most.end());
        let bound = |moment: Moment| moment.clamp(*most.start(), *most.end());
        Self {
            first: bound(first) - margin,
            last: bound(last) + margin,
        }
    }

    /// As a fraction of the whole: outside 0 to 1 it is not shown.
    pub fn place(&self, moment: Moment) -> f32 {
        let span = (self.last - self.first).num_seconds().max(1) as f32;
        (moment - self.first).num_seconds() as f32 / span
    }

    /// A window as a bar; one that is not announced has no length.
    pub fn bar(&self, name: String, window: Option<(Moment, Moment)>, line: WindowLine) -> TimelineBar {
        let (from, to) = window.map_or((0.0, 0.0), |(from, to)| (self.place(from), self.place(to)));
        TimelineBar {
            name,
            from,
            to,
            phase: look(line.phase),
            note: line.status,
        }
    }

    /// The first day of each month.
    pub fn months(&self) -> Vec<(f32, String)> {
        let local = in_taipei(self.first);
        let (mut year, mut month) = (local.year(), local.month());
        let mut marks = Vec::new();
        loop {
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
            let Some(day) = NaiveDate::from_ymd_opt(year, month, 1) else {
                return marks;
            };
            let at = start_of_day(day);
            if at > self.last {
                return marks;
            }
            // A name that would begin at the very edge has no room.
            if self.place(at) < LAST_MARK {
                marks.push((self.place(at), words::month(month)));
            }
        }
    }

    /// Today, where it is in sight.
    pub fn today(&self, now: Moment) -> Option<(f32, String)> {
        let place = self.place(now);
        (0.0..=1.0)
            .contains(&place)
            .then(|| (place, words::TODAY.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    #[test]
    fn a_wrong_year_does_not_squeeze_the_others() {
        let at = |text: &str| parse_moment(text).unwrap();
        let dates = [
            at("2025-09-01T08:00"),
            at("2026-02-03T23:59"),
            at("2099-01-01T08:00"),
        ];
        let most = at("2025-07-01T00:00")..=at("2026-11-01T00:00");
        let scale = TimeScale::around(dates.into_iter(), most);
        assert!((0.0..0.1).contains(&scale.place(dates[0])));
        assert!((0.3..0.5).contains(&scale.place(dates[1])));
        assert!(scale.place(dates[2]) > 1.0);
        let months = scale.months();
        assert_eq!(months.first().map(|(_, word)| word.as_str()), Some("9 月"));
        assert!(months.is_sorted_by(|(one, _), (other, _)| one < other));
        assert!(scale.today(at("2030-01-01T00:00")).is_none());
    }
}
