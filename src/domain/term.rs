//! School years and semesters (domain.md sections 1 and 6).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::roc;

/// 學年度, counted in ROC years: 114 runs from 1 August 2025 to 31 July 2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchoolYear(pub u16);

/// 學期: first (上) or second (下).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Semester {
    First,
    Second,
}

/// One semester of one school year, written `114-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term {
    pub year: SchoolYear,
    pub semester: Semester,
}

/// The text names no term or school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATerm;

impl SchoolYear {
    const PLAUSIBLE: std::ops::RangeInclusive<u16> = 80..=200;

    /// First day: 1 August.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(i32::from(self.0) + 1911, 8, 1).unwrap_or_default()
    }

    /// The school year that `date` lies in. Only for suggestions: which term is current is a
    /// setting, never derived from the calendar (domain.md 2c).
    pub fn of(date: NaiveDate) -> Self {
        let year = roc::roc_year(date) - i32::from(date.month() < 8);
        Self(u16::try_from(year).unwrap_or(0))
    }

    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// 1, 2 or 3 in this year for a student who entered in `entry`; outside that the number goes on.
    pub fn grade(self, entry: Self) -> u8 {
        u8::try_from((i32::from(self.0) - i32::from(entry.0) + 1).max(0)).unwrap_or(u8::MAX)
    }

    pub fn terms(self) -> [Term; 2] {
        [
            Term {
                year: self,
                semester: Semester::First,
            },
            Term {
                year: self,
                semester: Semester::Second,
            },
        ]
    }
}

impl Semester {
    /// 1 or 2, as files and ids write it.
    pub const fn number(self) -> u8 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::First),
            2 => Some(Self::Second),
            _ => None,
        }
    }
}

impl Term {
    pub const fn new(year: u16, semester: Semester) -> Self {
        Self {
            year: SchoolYear(year),
            semester,
        }
    }

    pub fn next(self) -> Self {
        match self.semester {
            Semester::First => Self {
                semester: Semester::Second,
                ..self
            },
            Semester::Second => Self {
                year: self.year.next(),
                semester: Semester::First,
            },
        }
    }

    pub fn previous(self) -> Self {
        match self.semester {
            Semester::First => Self {
                year: self.year.previous(),
                semester: Semester::Second,
            },
            Semester::Second => Self {
                semester: Semester::First,
                ..self
            },
        }
    }

    /// As [`SchoolYear::grade`].
    pub fn grade(self, entry: SchoolYear) -> u8 {
        self.year.grade(entry)
    }

    /// Sortable number for keys: `1141`.
    pub fn code(self) -> u16 {
        self.year.0 * 10 + u16::from(self.semester.number())
    }

    pub fn from_code(code: u16) -> Option<Self> {
        let semester = Semester::from_number(u8::try_from(code % 10).ok()?)?;
        Some(Self {
            year: SchoolYear(code / 10),
            semester,
        })
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.semester.number())
    }
}

impl FromStr for SchoolYear {
    type Err = NotATerm;
    fn from_str(text: &str) -> Result<Self, NotATerm> {
        text.trim()
            .parse()
            .ok()
            .filter(|year| Self::PLAUSIBLE.contains(year))
            .map(Self)
            .ok_or(NotATerm)
    }
}

impl FromStr for Term {
    type Err = NotATerm;
    /// `114-1` or `1141`.
    fn from_str(text: &str) -> Result<Self, NotATerm> {
        let text = text.trim();
        let (year, semester) = match text.split_once('-') {
            Some(parts) => parts,
            None if text.len() == 4 && text.is_ascii() => text.split_at(3),
            None => return Err(NotATerm),
        };
        let semester = semester
            .parse()
            .ok()
            .and_then(Semester::from_number)
            .ok_or(NotATerm)?;
        Ok(Self {
            year: year.parse()?,
            semester,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_read_and_written() {
        let term = Term::new(114, Semester::First);
        assert_eq!("114-1".parse(), Ok(term));
        assert_eq!("1141".parse(), Ok(term));
        assert_eq!(term.to_string(), "114-1");
        assert_eq!(Term::from_code(term.code()), Some(term));
        for bad in [
            "114-3",
            "114-0",
            "114",
            "1143",
            "十一四",
            "-1",
            "9999-1",
            "114-1-1",
        ] {
            assert_eq!(bad.parse::<Term>(), Err(NotATerm), "{bad}");
        }
    }

    #[test]
    fn terms_follow_each_other() {
        let mut term = Term::new(112, Semester::First);
        for _ in 0..6 {
            assert_eq!(term.next().previous(), term);
            assert!(term < term.next());
            term = term.next();
        }
        assert_eq!(term, Term::new(115, Semester::First));
        assert_eq!(Term::new(114, Semester::Second).grade(SchoolYear(112)), 3);
    }

    #[test]
    fn a_school_year_starts_in_august() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(SchoolYear::of(day(2025, 8, 1)), SchoolYear(114));
        assert_eq!(SchoolYear::of(day(2026, 7, 31)), SchoolYear(114));
        assert_eq!(SchoolYear::of(day(2025, 7, 31)), SchoolYear(113));
        assert_eq!(SchoolYear(114).first_day(), day(2025, 8, 1));
    }
}
