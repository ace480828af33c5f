//! Dates of the Republic of China (民國): year = AD − 1911 (domain.md sections 5 and 6).

use chrono::{Datelike, NaiveDate, NaiveTime};

/// 民國 year of a date; zero or negative before 1912.
pub fn roc_year(date: NaiveDate) -> i32 {
    date.year() - 1911
}

/// Seven digits as rosters write them: `1140901`.
pub fn roc_digits(date: NaiveDate) -> String {
    format!("{:03}{:02}{:02}", roc_year(date), date.month(), date.day())
}

/// Reads `1140901`, `990101`, `114/9/1`, `114-09-01`, `114.9.1`, `114 年 9 月 1 日`, `2025/9/1`,
/// `2025-09-01`, `20250901`.
/// A year below 1000 is a ROC year. Full-width digits are accepted. `None` if no such day exists.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(half_width)
        .collect();
    let text = text.strip_prefix("民國").unwrap_or(&text);
    let text = text.strip_suffix('日').unwrap_or(text);
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let (year, month, day) = match parts.as_slice() {
        [digits] if digits.bytes().all(|b| b.is_ascii_digit()) => match digits.len() {
            6 => (&digits[..2], &digits[2..4], &digits[4..]),
            7 => (&digits[..3], &digits[3..5], &digits[5..]),
            8 => (&digits[..4], &digits[4..6], &digits[6..]),
            _ => return None,
        },
        [year, month, day] => (*year, *month, *day),
        _ => return None,
    };
    let year: i32 = year.parse().ok()?;
    let year = if (1..1000).contains(&year) {
        year + 1911
    } else {
        year
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
        .filter(|date| (1912..=2300).contains(&date.year()))
}

/// Reads `23:59`, `8:00`, `2359`, `２３：５９`. `None` if there is no such minute.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(half_width)
        .collect();
    let (hour, minute) = match text.split_once(':') {
        Some(parts) => parts,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return None,
    };
    let is_number = |part: &str, least| {
        (least..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    if !is_number(hour, 1) || !is_number(minute, 2) {
        return None;
    }
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' => {
            char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
        }
        '／' | '年' | '月' => '/',
        '－' => '-',
        '．' => '.',
        '：' => ':',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_rosters_is_read() {
        let day = NaiveDate::from_ymd_opt(2025, 9, 1);
        for text in [
            "1140901",
            "114/9/1",
            "114-09-01",
            "114.9.1",
            "2025/9/1",
            "2025-09-01",
            "20250901",
            "１１４０９０１",
            " 1140901 ",
            "114 年 9 月 1 日",
            "民國114年9月1日",
        ] {
            assert_eq!(parse_date(text), day, "{text}");
        }
        assert_eq!(parse_date("990228"), NaiveDate::from_ymd_opt(2010, 2, 28));
        for bad in [
            "",
            "1140231",
            "114091",
            "114/13/1",
            "九月一日",
            "114/9",
            "114/9/1/1",
            "0/1/1",
            "3000/1/1",
        ] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn times_are_read_to_the_minute() {
        for (text, hour, minute) in [
            ("23:59", 23, 59),
            ("8:00", 8, 0),
            ("08:05", 8, 5),
            ("2359", 23, 59),
            ("２３：５９", 23, 59),
            (" 0:00 ", 0, 0),
        ] {
            assert_eq!(
                parse_time(text),
                NaiveTime::from_hms_opt(hour, minute, 0),
                "{text}"
            );
        }
        for bad in [
            "",
            "24:00",
            "23:60",
            "8",
            "859",
            "8:5",
            "+8:00",
            "晚上八點",
            "23:59:59",
        ] {
            assert_eq!(parse_time(bad), None, "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn written_digits_read_back(days in 0..140_000i64) {
            let date = NaiveDate::from_ymd_opt(1912, 1, 1).unwrap() + chrono::Duration::days(days);
            let text = roc_digits(date);
            if text.len() == 7 {
                proptest::prop_assert_eq!(parse_date(&text), Some(date));
            }
        }
    }
}
