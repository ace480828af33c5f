//! Days as spreadsheets count them.

use chrono::{Days, NaiveDate};

/// The day of a spreadsheet's day number.
pub(super) fn day_of_serial(serial: f64, from_1904: bool) -> Option<NaiveDate> {
    let days = serial.floor();
    if !(1.0..=1_000_000.0).contains(&days) {
        return None;
    }
    // Excel counts a 29 February 1900 that never was.
    let (epoch, days) = if from_1904 {
        (NaiveDate::from_ymd_opt(1904, 1, 1)?, days)
    } else if days < 60.0 {
        (NaiveDate::from_ymd_opt(1899, 12, 31)?, days)
    } else {
        (NaiveDate::from_ymd_opt(1899, 12, 30)?, days)
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and within range"
    )]
    epoch.checked_add_days(Days::new(days as u64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1900_or_1904() {
        let day = NaiveDate::from_ymd_opt;
        for (serial, from_1904, expected) in [
            (1.0, false, day(1900, 1, 1)),
            (59.0, false, day(1900, 2, 28)),
            (61.0, false, day(1900, 3, 1)),
            (45901.0, false, day(2025, 9, 1)),
            (45901.75, false, day(2025, 9, 1)),
            (44439.0, true, day(2025, 9, 1)),
            (0.5, false, None),
            (-3.0, false, None),
            (1e9, false, None),
            (f64::NAN, false, None),
        ] {
            assert_eq!(day_of_serial(serial, from_1904), expected, "{serial}");
        }
    }
}
