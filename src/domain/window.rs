//! Announced windows: when uploading, certifying and selecting are possible (domain.md 2c).
//!
//! No dates means 尚未公布 and nothing possible in a school's library; in a personal library it
//! means that nothing closes. The closing minute is included: 23:59 ends at 00:00:00.

use chrono::Duration;

use super::id::AccountId;
use super::moment::Moment;
use super::term::{SchoolYear, Term};

/// What a window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WindowKind {
    /// 課程學習成果上傳, per term
    OutcomeUpload,
    /// 教師認證, per term
    Certification,
    /// 多元表現, per school year
    Activity,
    /// 勾選, per school year
    Selection,
}

impl WindowKind {
    pub const ALL: [Self; 4] = [
        Self::OutcomeUpload,
        Self::Certification,
        Self::Activity,
        Self::Selection,
    ];

    pub const fn is_per_term(self) -> bool {
        matches!(self, Self::OutcomeUpload | Self::Certification)
    }
}

/// The term or school year that a window belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    Term(Term),
    Year(SchoolYear),
}

impl Period {
    /// The school year it lies in.
    pub const fn year(self) -> SchoolYear {
        match self {
            Self::Term(term) => term.year,
            Self::Year(year) => year,
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Term(term) => term.fmt(f),
            Self::Year(year) => year.fmt(f),
        }
    }
}

/// Whom a window is for. Student and class windows are extensions.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    All,
    /// 1, 2 or 3
    Grade(u8),
    Class(String),
    Student(AccountId),
}

/// One announced window.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Window {
    pub kind: WindowKind,
    pub period: Period,
    pub audience: Audience,
    pub opens: Moment,
    /// The last minute that still counts.
    pub closes: Moment,
}

/// Where `now` stands in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// 尚未公布
    Unannounced,
    /// 未開放
    NotOpen,
    /// 開放中
    Open,
    /// 即將截止: open, and less than 72 hours are left
    ClosingSoon,
    /// 已截止
    Closed,
}

impl Phase {
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::ClosingSoon)
    }
}

/// From here on a window counts as 即將截止.
pub const CLOSING_SOON_HOURS: i64 = 72;

/// The person whose windows are asked for. Teachers and the office have no class and no grade.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concerned {
    pub student: Option<AccountId>,
    /// 入學學年度: the grade depends on the year a window belongs to (勾選 113 in September of 114).
    pub entry_year: Option<SchoolYear>,
    /// The student's class in each school year.
    pub classes: Vec<(SchoolYear, String)>,
}

impl Concerned {
    fn grade_in(&self, year: SchoolYear) -> Option<u8> {
        self.entry_year.map(|entry| year.grade(entry))
    }

    fn is_in_class(&self, year: SchoolYear, class: &str) -> bool {
        self.classes
            .iter()
            .any(|(known_year, known)| *known_year == year && known == class)
    }
}

impl Window {
    /// The first instant at which the window is over.
    pub fn ends(&self) -> Moment {
        let seconds_into_minute = self.closes.timestamp().rem_euclid(60);
        let nanos = i64::from(self.closes.timestamp_subsec_nanos());
        self.closes - Duration::seconds(seconds_into_minute) - Duration::nanoseconds(nanos)
            + Duration::minutes(1)
    }

    pub fn phase(&self, now: Moment) -> Phase {
        let ends = self.ends();
        if now < self.opens {
            Phase::NotOpen
        } else if now >= ends {
            Phase::Closed
        } else if ends - now < Duration::hours(CLOSING_SOON_HOURS) {
            Phase::ClosingSoon
        } else {
            Phase::Open
        }
    }

    fn precedence(&self, who: &Concerned) -> Option<u8> {
        match &self.audience {
            Audience::All => Some(0),
            Audience::Grade(grade) => (who.grade_in(self.period.year()) == Some(*grade)).then_some(1),
            Audience::Class(class) => who.is_in_class(self.period.year(), class).then_some(2),
            Audience::Student(student) => (who.student == Some(*student)).then_some(3),
        }
    }
}

/// Phase of a window that may not have been announced.
pub fn phase_of(window: Option<&Window>, now: Moment) -> Phase {
    window.map_or(Phase::Unannounced, |window| window.phase(now))
}

/// The windows of one kind and period that hold for `who`: a grade's dates replace the general ones,
/// extensions stand beside them.
pub fn holding<'a>(
    windows: impl IntoIterator<Item = &'a Window>,
    kind: WindowKind,
    period: Period,
    who: &Concerned,
) -> Vec<&'a Window> {
    ranked(windows, kind, period, who)
        .into_iter()
        .map(|(_, window)| window)
        .collect()
}

fn ranked<'a>(
    windows: impl IntoIterator<Item = &'a Window>,
    kind: WindowKind,
    period: Period,
    who: &Concerned,
) -> Vec<(u8, &'a Window)> {
    let mut matching: Vec<(u8, &Window)> = windows
        .into_iter()
        .filter(|window| window.kind == kind && window.period == period)
        .filter_map(|window| window.precedence(who).map(|rank| (rank, window)))
        .collect();
    if matching.iter().any(|(rank, _)| *rank == 1) {
        matching.retain(|(rank, _)| *rank != 0);
    }
    matching
}

/// The window that counts for `who` among those of one kind and period: student extension before
/// class extension before grade before all. A grade's dates replace the general ones; an extension
/// only ever adds time, so while it is shut the window beneath it still counts. Among the windows
/// left: the one open now (closing last), else the next to open, else the last that closed.
pub fn effective<'a>(
    windows: impl IntoIterator<Item = &'a Window>,
    kind: WindowKind,
    period: Period,
    who: &Concerned,
    now: Moment,
) -> Option<&'a Window> {
    let mut open: Option<(u8, &Window)> = None;
    let mut next: Option<&Window> = None;
    let mut past: Option<&Window> = None;
    for (rank, window) in ranked(windows, kind, period, who) {
        match window.phase(now) {
            Phase::Open | Phase::ClosingSoon => {
                if open.is_none_or(|(best_rank, best)| (window.ends(), rank) > (best.ends(), best_rank)) {
                    open = Some((rank, window));
                }
            }
            Phase::NotOpen => {
                if next.is_none_or(|best| window.opens < best.opens) {
                    next = Some(window);
                }
            }
            Phase::Closed | Phase::Unannounced => {
                if past.is_none_or(|best| window.ends() > best.ends()) {
                    past = Some(window);
                }
            }
        }
    }
    open.map(|(_, window)| window).or(next).or(past)
}

/// The earliest window of `kind` that opens after `now`, of any period: what a person who came too
/// late can wait for.
pub fn next_to_open<'a>(
    windows: impl IntoIterator<Item = &'a Window>,
    kind: WindowKind,
    who: &Concerned,
    now: Moment,
) -> Option<&'a Window> {
    windows
        .into_iter()
        .filter(|window| window.kind == kind && window.opens > now && window.precedence(who).is_some())
        .min_by_key(|window| window.opens)
}

#[cfg(test)]
mod tests {
    use super::super::moment::parse_moment;
    use super::super::term::Semester;
    use super::*;

    fn at(text: &str) -> Moment {
        parse_moment(text).unwrap()
    }

    const TERM: Period = Period::Term(Term::new(114, Semester::First));

    fn window(audience: Audience, opens: &str, closes: &str) -> Window {
        Window {
            kind: WindowKind::OutcomeUpload,
            period: TERM,
            audience,
            opens: at(opens),
            closes: at(closes),
        }
    }

    #[test]
    fn both_ends_to_the_second() {
        let w = window(Audience::All, "2026-01-10T08:00", "2026-02-03T23:59");
        for (now, phase) in [
            ("2026-01-10T07:59:59", Phase::NotOpen),
            ("2026-01-10T08:00:00", Phase::Open),
            ("2026-01-31T23:59:59", Phase::Open),
            ("2026-02-01T00:00:00", Phase::Open),
            ("2026-02-01T00:00:01", Phase::ClosingSoon),
            ("2026-02-03T23:59:00", Phase::ClosingSoon),
            ("2026-02-03T23:59:59", Phase::ClosingSoon),
            ("2026-02-04T00:00:00", Phase::Closed),
        ] {
            assert_eq!(w.phase(at(now)), phase, "{now}");
        }
        let with_seconds = window(Audience::All, "2026-01-10T08:00", "2026-02-03T23:59:59");
        assert_eq!(with_seconds.ends(), at("2026-02-04T00:00:00"));
    }

    #[test]
    fn the_nearest_circle_of_people_wins() {
        let student = AccountId(7);
        let all = window(Audience::All, "2026-01-01T00:00", "2026-01-31T23:59");
        let grade = window(Audience::Grade(3), "2026-01-01T00:00", "2026-01-20T23:59");
        let class = window(
            Audience::Class("三年1班".into()),
            "2026-01-21T00:00",
            "2026-01-22T23:59",
        );
        let own = window(Audience::Student(student), "2026-01-23T00:00", "2026-01-24T23:59");
        let windows = [all.clone(), grade.clone(), class.clone(), own.clone()];
        let third = Concerned {
            student: Some(student),
            entry_year: Some(SchoolYear(112)),
            classes: vec![(SchoolYear(114), "三年1班".into())],
        };
        let first = Concerned {
            student: Some(AccountId(8)),
            entry_year: Some(SchoolYear(114)),
            classes: vec![
                (SchoolYear(114), "一年1班".into()),
                (SchoolYear(113), "三年1班".into()),
            ],
        };
        let pick = |who: &Concerned, now: &str| {
            effective(&windows, WindowKind::OutcomeUpload, TERM, who, at(now)).cloned()
        };
        assert_eq!(pick(&third, "2026-01-10T12:00"), Some(grade));
        assert_eq!(pick(&third, "2026-01-21T12:00"), Some(class));
        assert_eq!(pick(&third, "2026-01-23T12:00"), Some(own.clone()));
        assert_eq!(pick(&third, "2026-01-25T12:00"), Some(own));
        assert_eq!(pick(&first, "2026-01-25T12:00"), Some(all));
        let other = Period::Term(Term::new(114, Semester::Second));
        assert_eq!(
            effective(
                &windows,
                WindowKind::OutcomeUpload,
                other,
                &first,
                at("2026-01-25T12:00")
            ),
            None
        );
    }

    #[test]
    fn open_before_next_before_last() {
        let early = window(Audience::All, "2025-10-01T00:00", "2025-10-10T23:59");
        let late = window(Audience::All, "2025-12-01T00:00", "2025-12-10T23:59");
        let windows = [early.clone(), late.clone()];
        let who = Concerned::default();
        let pick = |now: &str| effective(&windows, WindowKind::OutcomeUpload, TERM, &who, at(now)).cloned();
        assert_eq!(pick("2025-09-01T00:00"), Some(early.clone()));
        assert_eq!(pick("2025-10-05T00:00"), Some(early));
        assert_eq!(pick("2025-11-05T00:00"), Some(late.clone()));
        assert_eq!(pick("2026-01-05T00:00"), Some(late));
    }

    proptest::proptest! {
        #[test]
        fn phase_never_goes_back(opens in 0i64..1_000_000, length in 0i64..1_000_000, steps in proptest::collection::vec(0i64..2_000_000, 2..20)) {
            let base = at("2026-01-01T00:00");
            let w = Window { kind: WindowKind::Activity, period: TERM, audience: Audience::All,
                opens: base + Duration::seconds(opens), closes: base + Duration::seconds(opens + length) };
            let mut times = steps;
            times.sort_unstable();
            let phases: Vec<Phase> = times.iter().map(|s| w.phase(base + Duration::seconds(*s))).collect();
            proptest::prop_assert!(phases.windows(2).all(|pair| pair[0] <= pair[1]));
        }
    }
}
