//! Points in time. Everything is kept in UTC and shown in 台北時間 (UTC+8, no summer time),
//! whatever the computer's zone (domain.md 2c).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// An instant, UTC.
pub type Moment = DateTime<Utc>;

const TAIPEI_OFFSET_SECONDS: i32 = 8 * 3600;

/// Taiwan's only zone.
pub fn taipei_zone() -> FixedOffset {
    match FixedOffset::east_opt(TAIPEI_OFFSET_SECONDS) {
        Some(zone) => zone,
        None => unreachable!("eight hours are less than a day"),
    }
}

/// The same instant on a clock in Taipei.
pub fn in_taipei(moment: Moment) -> DateTime<FixedOffset> {
    moment.with_timezone(&taipei_zone())
}

/// The instant at which a clock in Taipei shows `date` and `time`.
pub fn from_taipei(date: NaiveDate, time: NaiveTime) -> Moment {
    let local = NaiveDateTime::new(date, time);
    match taipei_zone().from_local_datetime(&local).single() {
        Some(at) => at.with_timezone(&Utc),
        None => unreachable!("a fixed offset maps every local time to one instant"),
    }
}

/// The calendar day in Taipei.
pub fn taipei_date(moment: Moment) -> NaiveDate {
    in_taipei(moment).date_naive()
}

/// Midnight in Taipei at the start of `date`.
pub fn start_of_day(date: NaiveDate) -> Moment {
    from_taipei(date, NaiveTime::MIN)
}

/// Reads RFC 3339; without an offset, 台北時間 is meant. Seconds may be left out.
pub fn parse_moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    let with_offset = ["%Y-%m-%dT%H:%M%:z", "%Y-%m-%d %H:%M:%S%:z", "%Y-%m-%d %H:%M%:z"];
    if let Some(at) = with_offset
        .iter()
        .find_map(|form| DateTime::parse_from_str(text, form).ok())
    {
        return Some(at.with_timezone(&Utc));
    }
    let local = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    local
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .map(|at| from_taipei(at.date(), at.time()))
}

/// Milliseconds since 1970, the form in which records keep time.
pub fn to_millis(moment: Moment) -> i64 {
    moment.timestamp_millis()
}

/// The instant of a stored number; out-of-range numbers become 1970.
pub fn from_millis(millis: i64) -> Moment {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_offset_means_taipei() {
        let expected = "2026-02-03T15:59:00Z".parse::<Moment>().ok();
        for text in [
            "2026-02-03T23:59:00+08:00",
            "2026-02-03T23:59:00",
            "2026-02-03T23:59",
            "2026-02-03 23:59",
            "2026-02-03T15:59:00Z",
            "2026-02-03T23:59+08:00",
        ] {
            assert_eq!(parse_moment(text), expected, "{text}");
        }
        assert_eq!(parse_moment("2026-02-30T00:00"), None);
        assert_eq!(parse_moment("明天"), None);
    }
}
