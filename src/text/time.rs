//! Dates in ROC form with weekday, and countdowns. The zone is always 台北時間 (domain.md 2c, section 6).

use chrono::{Datelike, Duration, NaiveDate};

use crate::domain::moment::{Moment, in_taipei, taipei_date};
use crate::domain::roc::roc_year;

const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// `115 年 2 月 3 日 (二)`
pub fn roc_date(date: NaiveDate) -> String {
    let weekday = WEEKDAYS[date.weekday().num_days_from_monday() as usize];
    let year = match roc_year(date) {
        year @ 1.. => format!("{year} 年"),
        _ => format!("西元 {} 年", date.year()),
    };
    format!("{year} {} 月 {} 日 ({weekday})", date.month(), date.day())
}

/// The day of an instant on a calendar in Taipei, as [`roc_date`].
pub fn roc_day(moment: Moment) -> String {
    roc_date(taipei_date(moment))
}

/// `115 年 2 月 3 日 (二) 23:59`
pub fn roc_moment(moment: Moment) -> String {
    format!("{} {}", roc_day(moment), in_taipei(moment).format("%H:%M"))
}

/// `115 年 2 月 3 日 (二) 23:59（台北時間）`: once in every text that names times.
pub fn roc_moment_zoned(moment: Moment) -> String {
    format!("{}（台北時間）", roc_moment(moment))
}

/// Whole seconds until `until`, rounded up, so that the last second reads as one.
fn seconds_left(until: Moment, now: Moment) -> i64 {
    let left = until - now;
    left.num_seconds() + i64::from(left.subsec_nanos() > 0)
}

/// `還有 2 天 5 小時`, `還有 5 小時`, `還有 23 分`, `還有 40 秒`; `None` once the time is over.
/// Rounded down to the unit shown, so that nobody believes to have more time than there is.
pub fn countdown(until: Moment, now: Moment) -> Option<String> {
    let seconds = seconds_left(until, now);
    Some(match seconds {
        ..=0 => return None,
        DAY.. => match (seconds / DAY, seconds % DAY / HOUR) {
            (days, 0) => format!("還有 {days} 天"),
            (days, hours) => format!("還有 {days} 天 {hours} 小時"),
        },
        HOUR.. => format!("還有 {} 小時", seconds / HOUR),
        MINUTE.. => format!("還有 {} 分", seconds / MINUTE),
        _ => format!("還有 {seconds} 秒"),
    })
}

/// How long until the text of [`countdown`] changes: so long a window may sleep. `None` once the time
/// is over.
pub fn next_countdown_change(until: Moment, now: Moment) -> Option<Duration> {
    let seconds = seconds_left(until, now);
    let step = match seconds {
        ..=0 => return None,
        HOUR.. => HOUR,
        MINUTE.. => MINUTE,
        _ => 1,
    };
    let last_second_of_this_text = seconds - seconds % step;
    Some(until - now - Duration::seconds(last_second_of_this_text - 1))
}

/// `已等 3 天`, counted in calendar days; `今天送出` on the first.
pub fn waited_days(since: Moment, now: Moment) -> String {
    match (taipei_date(now) - taipei_date(since)).num_days() {
        ..=0 => "今天送出".to_owned(),
        days => format!("已等 {days} 天"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        parse_moment(text).unwrap()
    }

    #[test]
    fn dates_carry_roc_year_and_weekday() {
        assert_eq!(roc_moment(at("2026-02-03T23:59")), "115 年 2 月 3 日 (二) 23:59");
        assert_eq!(
            roc_moment_zoned(at("2025-08-31T16:00:00Z")),
            "114 年 9 月 1 日 (一) 00:00（台北時間）"
        );
        assert_eq!(
            roc_date(NaiveDate::from_ymd_opt(1911, 12, 31).unwrap()),
            "西元 1911 年 12 月 31 日 (日)"
        );
    }

    #[test]
    fn countdowns_drop_small_units() {
        let until = at("2026-02-04T00:00");
        let cases = [
            (2 * DAY + 5 * HOUR + 59 * MINUTE, Some("還有 2 天 5 小時")),
            (2 * DAY, Some("還有 2 天")),
            (DAY - 1, Some("還有 23 小時")),
            (HOUR, Some("還有 1 小時")),
            (HOUR - 1, Some("還有 59 分")),
            (60, Some("還有 1 分")),
            (59, Some("還有 59 秒")),
            (1, Some("還有 1 秒")),
            (0, None),
            (-5, None),
        ];
        for (left, text) in cases {
            assert_eq!(
                countdown(until, until - Duration::seconds(left)).as_deref(),
                text,
                "{left}"
            );
        }
        let half = until - Duration::milliseconds(1);
        assert_eq!(countdown(until, half).as_deref(), Some("還有 1 秒"));
    }

    #[test]
    fn waiting_is_counted_in_calendar_days() {
        let sent = at("2026-01-05T23:30");
        assert_eq!(waited_days(sent, at("2026-01-05T23:59")), "今天送出");
        assert_eq!(waited_days(sent, at("2026-01-06T00:00")), "已等 1 天");
    }

    proptest! {
        #[test]
        fn the_text_changes_exactly_then(left in prop_oneof![
            1i64..120_000_000_000,
            1i64..8_000_000_000_000,
            1i64..20_000_000_000_000_000,
            (1i64..400_000).prop_map(|seconds| seconds * 1_000_000_000),
        ]) {
            let until = at("2026-02-04T00:00");
            let now = until - Duration::nanoseconds(left);
            let wait = next_countdown_change(until, now).unwrap();
            prop_assert!(wait > Duration::zero());
            let text = countdown(until, now);
            let just_before = now + wait - Duration::nanoseconds(1);
            prop_assert_eq!(countdown(until, just_before), text.clone());
            prop_assert_ne!(countdown(until, now + wait), text);
        }
    }
}
