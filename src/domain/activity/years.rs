//! The high-school years of a student: activities must have happened in them (`[seed]` note).

use chrono::{Days, NaiveDate};

use crate::domain::term::SchoolYear;

/// Years of a senior high school.
const USUAL_YEARS: u16 = 3;
/// Longer than this is a slip.
pub const MOST_EXTRA_YEARS: u8 = 5;

/// From 1 August of 入學學年度 to leaving, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudyYears {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// What the office sets for one student (重讀, 休學, 轉學).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearsSetting {
    /// School years beyond three
    pub extra_years: u8,
    /// The day of leaving (離校日), where it is known
    pub left: Option<NaiveDate>,
}

impl StudyYears {
    pub fn of(entry: SchoolYear, setting: YearsSetting) -> Self {
        let after = SchoolYear(
            entry
                .0
                .saturating_add(USUAL_YEARS + u16::from(setting.extra_years)),
        );
        let end_of_last_year = after.first_day() - Days::new(1);
        Self {
            first: entry.first_day(),
            last: setting.left.unwrap_or(end_of_last_year),
        }
    }

    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// Whether there will be no upload year after `year`: who misses its end has no other.
    pub fn is_last(&self, year: SchoolYear) -> bool {
        self.last < year.next().first_day()
    }

    /// The school years it spans, oldest first.
    pub fn school_years(&self) -> Vec<SchoolYear> {
        (SchoolYear::of(self.first).0..=SchoolYear::of(self.last).0)
            .map(SchoolYear)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_years_unless_the_office_says_otherwise() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let usual = StudyYears::of(SchoolYear(112), YearsSetting::default());
        assert_eq!((usual.first, usual.last), (day(2023, 8, 1), day(2026, 7, 31)));
        assert!(usual.is_last(SchoolYear(114)) && !usual.is_last(SchoolYear(113)));
        assert_eq!(usual.school_years(), [112, 113, 114].map(SchoolYear));
        let longer = StudyYears::of(
            SchoolYear(112),
            YearsSetting {
                extra_years: 1,
                left: None,
            },
        );
        assert_eq!(longer.last, day(2027, 7, 31));
        assert!(!longer.is_last(SchoolYear(114)));
        let left = StudyYears::of(
            SchoolYear(112),
            YearsSetting {
                extra_years: 0,
                left: Some(day(2026, 1, 15)),
            },
        );
        assert!(left.contains(day(2026, 1, 15)) && !left.contains(day(2026, 1, 16)));
        assert!(left.is_last(SchoolYear(114)));
    }
}
