//! What looks wrong in announced dates, as data: nothing here is refused, all of it is pointed out
//! (domain.md 2c and section 3).

mod caution;

use chrono::{Duration, NaiveDate};

use super::moment::{Moment, taipei_date};
use super::term::{SchoolYear, Semester, Term};
use super::window::{Audience, Period, Phase, Window, WindowKind};

pub use caution::Caution;

/// The upload window stays open at least so many days after 休業式 (domain.md section 3).
pub const DAYS_AFTER_LAST_DAY: i64 = 14;
/// Nobody has to be told when a window is at least this long.
const SHORTEST_HOURS: i64 = 24;
/// Windows cross the borders of their period by weeks; by more than this it is a slip of the pen.
const STRAY_DAYS: i64 = 92;
/// Grades whose dates are looked at one by one; a fourth only where it has dates of its own.
const GRADES: [u8; 4] = [1, 2, 3, 4];
/// 高三: leaves at the end of the second semester, so the two weeks do not apply there.
const LAST_GRADE: u8 = 3;

/// All announced dates of a school.
#[derive(Debug, Clone, Copy)]
pub struct Timetable<'a> {
    pub windows: &'a [Window],
    /// 休業式 of each term where it is known.
    pub last_days: &'a [(Term, NaiveDate)],
    /// The period that each kind of window is in now, as it was set.
    pub current: &'a [(WindowKind, Period)],
    pub now: Moment,
}

impl<'a> Timetable<'a> {
    /// Everything that should be looked at, period by period, newest last.
    pub fn cautions(&self) -> Vec<Caution> {
        let mut found = Vec::new();
        self.check_current(&mut found);
        for term in self.terms() {
            self.check_term(term, &mut found);
        }
        for year in self.years() {
            self.check_selection(year, &mut found);
        }
        self.check_overlaps(&mut found);
        for window in self.windows {
            self.check_window(window, &mut found);
        }
        found.sort_by_key(|caution| (caution.period().year(), caution.clone()));
        found.dedup();
        found
    }

    fn of(&self, kind: WindowKind, period: Period, audience: &Audience) -> Option<&'a Window> {
        self.windows
            .iter()
            .find(|window| window.kind == kind && window.period == period && window.audience == *audience)
    }

    /// What counts for a grade as a whole: its own dates, else those for all.
    fn for_grade(&self, kind: WindowKind, period: Period, grade: u8) -> Option<&'a Window> {
        self.of(kind, period, &Audience::Grade(grade))
            .or_else(|| self.of(kind, period, &Audience::All))
    }

    fn grades(&self) -> impl Iterator<Item = u8> {
        let windows = self.windows;
        GRADES.into_iter().filter(move |grade| {
            *grade <= LAST_GRADE
                || windows
                    .iter()
                    .any(|window| window.audience == Audience::Grade(*grade))
        })
    }

    /// Everything of one kind and period, extensions too.
    fn all_of(&self, kind: WindowKind, period: Period) -> impl Iterator<Item = &'a Window> {
        self.windows
            .iter()
            .filter(move |window| window.kind == kind && window.period == period)
    }

    fn terms(&self) -> Vec<Term> {
        let mut terms: Vec<Term> = self
            .windows
            .iter()
            .filter_map(|window| match window.period {
                Period::Term(term) => Some(term),
                Period::Year(_) => None,
            })
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    fn years(&self) -> Vec<SchoolYear> {
        let mut years: Vec<SchoolYear> = self
            .windows
            .iter()
            .filter(|window| window.kind == WindowKind::Selection)
            .map(|window| window.period.year())
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    fn check_current(&self, found: &mut Vec<Caution>) {
        for (kind, period) in self.current {
            let (kind, period) = (*kind, *period);
            let mut mine = self
                .all_of(kind, period)
                .filter(|window| is_general(window))
                .peekable();
            if mine.peek().is_none() {
                found.push(Caution::NotAnnounced { kind, period });
            }
            if !mine.all(|window| window.phase(self.now) == Phase::Closed) {
                continue;
            }
            let open = self
                .windows
                .iter()
                .find(|window| window.kind == kind && is_general(window) && window.phase(self.now).is_open());
            if let Some(other) = open.filter(|other| other.period != period) {
                let open = other.period;
                found.push(Caution::AnotherIsOpen { kind, period, open });
            }
        }
    }

    fn check_term(&self, term: Term, found: &mut Vec<Caution>) {
        let period = Period::Term(term);
        let last_day = self
            .last_days
            .iter()
            .find(|(of, _)| *of == term)
            .map(|(_, day)| *day);
        let mut wants_last_day = false;
        for grade in self.grades() {
            let upload = self.for_grade(WindowKind::OutcomeUpload, period, grade);
            let certification = self.for_grade(WindowKind::Certification, period, grade);
            found.extend(pair(term, upload, certification));
            let leaves = grade >= LAST_GRADE && term.semester == Semester::Second;
            if let Some(upload) = upload.filter(|_| !leaves) {
                match last_day {
                    Some(last_day) => found.extend(after_last_day(term, last_day, upload)),
                    None => wants_last_day = true,
                }
            }
        }
        if wants_last_day {
            found.push(Caution::LastDayUnknown { term });
        }
        let extended = self
            .all_of(WindowKind::OutcomeUpload, period)
            .filter(|window| !is_general(window));
        for upload in extended {
            // Which grade they are in is not known here: the longest dates do.
            let longest = self
                .all_of(WindowKind::Certification, period)
                .filter(|window| is_general(window) || window.audience == upload.audience)
                .max_by_key(|window| window.ends());
            found.extend(longest.and_then(|longest| ends_first(term, upload, longest)));
        }
    }

    fn check_selection(&self, year: SchoolYear, found: &mut Vec<Caution>) {
        for grade in self.grades() {
            let Some(selection) = self.for_grade(WindowKind::Selection, Period::Year(year), grade) else {
                continue;
            };
            let certifications: Vec<&Window> = year
                .terms()
                .into_iter()
                .filter_map(|term| self.for_grade(WindowKind::Certification, Period::Term(term), grade))
                .collect();
            let first = certifications.iter().map(|window| window.opens).min();
            if first.is_none_or(|first| selection.opens < first) {
                found.push(Caution::SelectionBeforeCertification {
                    year,
                    audience: selection.audience.clone(),
                    opens: selection.opens,
                    certification_opens: first,
                });
            }
            // 高三 is filed in two batches, the first while the last term still runs.
            let last = certifications.iter().max_by_key(|window| window.ends());
            if let Some(last) = last.filter(|last| grade < LAST_GRADE && last.ends() > selection.ends()) {
                found.push(Caution::SelectionEndsFirst {
                    year,
                    audience: selection.audience.clone(),
                    closes: selection.closes,
                    certification_closes: last.closes,
                });
            }
        }
    }

    /// Two terms may be certified at once; handing in or selecting for two at once leads people astray.
    fn check_overlaps(&self, found: &mut Vec<Caution>) {
        let general: Vec<&Window> = self
            .windows
            .iter()
            .filter(|window| window.audience == Audience::All && window.kind != WindowKind::Certification)
            .collect();
        for (place, one) in general.iter().enumerate() {
            for other in general.iter().skip(place + 1) {
                let (earlier, later) = if one.period <= other.period {
                    (one, other)
                } else {
                    (other, one)
                };
                let from = earlier.opens.max(later.opens);
                let ends = earlier.ends().min(later.ends());
                if one.kind == other.kind && one.period != other.period && from < ends {
                    found.push(Caution::Overlap {
                        kind: one.kind,
                        earlier: earlier.period,
                        later: later.period,
                        from,
                        closes: earlier.closes.min(later.closes),
                    });
                }
            }
        }
    }

    fn check_window(&self, window: &Window, found: &mut Vec<Caution>) {
        let (kind, period, audience) = (window.kind, window.period, window.audience.clone());
        let (first, last) = days_of(period);
        let opens_far = taipei_date(window.opens) < first - Duration::days(STRAY_DAYS);
        let closes_far = taipei_date(window.closes) > last + Duration::days(STRAY_DAYS);
        if opens_far || closes_far {
            found.push(Caution::FarFromPeriod {
                kind,
                period,
                audience: audience.clone(),
                opens: window.opens,
                closes: window.closes,
            });
        }
        let minutes = (window.ends() - window.opens).num_minutes();
        if is_general(window) && minutes < SHORTEST_HOURS * 60 {
            found.push(Caution::Short {
                kind,
                period,
                audience: audience.clone(),
                minutes,
            });
        }
        if !is_general(window)
            && let Some(base) = self.always_open_anyway(window)
        {
            found.push(Caution::ExtensionAddsNothing {
                kind,
                period,
                audience,
                closes: base,
            });
        }
    }

    /// The end of the general dates that hold an extension whatever the grade; `None` if it adds time to
    /// somebody, or may.
    fn always_open_anyway(&self, extension: &Window) -> Option<Moment> {
        let mut closes = None;
        for grade in self.grades() {
            let base = self.for_grade(extension.kind, extension.period, grade)?;
            if !holds(base, extension) {
                return None;
            }
            closes = Some(closes.map_or(base.closes, |known: Moment| known.min(base.closes)));
        }
        closes
    }
}

/// Whether `inner` lies within `outer` and so adds no time to it.
pub fn holds(outer: &Window, inner: &Window) -> bool {
    outer.opens <= inner.opens && inner.ends() <= outer.ends()
}

/// For all or a grade, not an extension.
const fn is_general(window: &Window) -> bool {
    matches!(window.audience, Audience::All | Audience::Grade(_))
}

/// The days that a period is made of: 1 August to 31 January, 1 February to 31 July, or both.
pub fn days_of(period: Period) -> (NaiveDate, NaiveDate) {
    let start = period.year().first_day();
    let next = period.year().next().first_day();
    let second_half = NaiveDate::from_ymd_opt(i32::from(period.year().0) + 1912, 2, 1).unwrap_or(next);
    let (first, behind) = match period {
        Period::Term(Term {
            semester: Semester::First,
            ..
        }) => (start, second_half),
        Period::Term(_) => (second_half, next),
        Period::Year(_) => (start, next),
    };
    (first, behind - Duration::days(1))
}

fn pair(term: Term, upload: Option<&Window>, certification: Option<&Window>) -> Option<Caution> {
    match (upload, certification) {
        (None, None) => None,
        (Some(upload), None) => Some(Caution::UploadWithoutCertification {
            term,
            audience: upload.audience.clone(),
        }),
        (None, Some(certification)) => Some(Caution::CertificationWithoutUpload {
            term,
            audience: certification.audience.clone(),
        }),
        (Some(upload), Some(certification)) => {
            ends_first(term, upload, certification).or_else(|| starts_late(term, upload, certification))
        }
    }
}

/// The narrower of the two circles: a grade before all.
fn narrower(one: &Window, other: &Window) -> Audience {
    one.audience.clone().max(other.audience.clone())
}

fn ends_first(term: Term, upload: &Window, certification: &Window) -> Option<Caution> {
    (certification.ends() < upload.ends()).then(|| Caution::CertificationEndsFirst {
        term,
        audience: narrower(upload, certification),
        upload_closes: upload.closes,
        certification_closes: certification.closes,
    })
}

fn starts_late(term: Term, upload: &Window, certification: &Window) -> Option<Caution> {
    (certification.opens >= upload.ends()).then(|| Caution::CertificationStartsLate {
        term,
        audience: narrower(upload, certification),
        upload_closes: upload.closes,
        certification_opens: certification.opens,
    })
}

fn after_last_day(term: Term, last_day: NaiveDate, upload: &Window) -> Option<Caution> {
    let days = (taipei_date(upload.closes) - last_day).num_days();
    (days < DAYS_AFTER_LAST_DAY).then(|| Caution::TooSoonAfterLastDay {
        term,
        audience: upload.audience.clone(),
        last_day,
        closes: upload.closes,
    })
}

#[cfg(test)]
mod tests;
