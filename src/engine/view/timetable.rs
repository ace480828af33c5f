//! The dates of the school as the office sees them, and what everybody is told about them.

use chrono::NaiveDate;

use crate::domain::access::{self, Right};
use crate::domain::act::LibraryKind;
use crate::domain::file::FileKind;
use crate::domain::id::{AccountId, AnnouncementId, WindowId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::refusal::Refusal;
use crate::domain::term::Term;
use crate::domain::term_rules::TermRules;
use crate::domain::timetable::{Caution, Timetable};
use crate::domain::window::{Audience, Concerned, Window, WindowKind};
use crate::engine::dates::rules;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::code::values;
use crate::store::record::dates::{AnnouncementV1, ExtensionV1, TermRulesV1};
use crate::store::record::school::LimitsV1;
use crate::store::record::{convert, key, list, load};
use crate::store::{ReadRecords, StoreError};

use super::CurrentTerms;

/// Who wrote something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub by: String,
    pub at: Moment,
}

/// A window of the school's timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimetableRow {
    pub id: WindowId,
    pub window: Window,
    /// The student it is for: name, 學號 and class in that year.
    pub student: Option<StudentName>,
    /// Why, for an extension.
    pub reason: Option<(String, Signed)>,
}

/// A student as the office names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentName {
    pub name: String,
    /// 學號
    pub account: String,
    pub class: String,
}

/// The rules of a term, with who set them; `None`: they are the defaults, or older than signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulesView {
    pub term: Term,
    pub rules: TermRules,
    pub signed: Option<Signed>,
}

/// An announcement with its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementView {
    pub id: AnnouncementId,
    pub text: String,
    pub from: Moment,
    /// Excluded
    pub until: Moment,
    pub ended: Option<Moment>,
    pub signed: Signed,
}

impl AnnouncementView {
    /// Whether it is shown at `now`.
    pub fn is_shown(&self, now: Moment) -> bool {
        self.ended.is_none() && self.from <= now && now < self.until
    }

    /// Whether it can still be changed or ended.
    pub fn is_over(&self, now: Moment) -> bool {
        self.ended.is_some() || self.until <= now
    }
}

/// Everything about dates for the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimetableView {
    pub terms: CurrentTerms,
    /// By period, kind, audience.
    pub rows: Vec<TimetableRow>,
    /// 休業式, oldest term first.
    pub last_days: Vec<(Term, NaiveDate)>,
    /// Of the current terms and of every term with rules or windows, newest first.
    pub rules: Vec<RulesView>,
    /// Newest first.
    pub announcements: Vec<AnnouncementView>,
    /// What should be looked at, as of the time of asking.
    pub cautions: Vec<Caution>,
    /// Class names of each term.
    pub classes: Vec<(Term, Vec<String>)>,
}

impl TimetableView {
    pub fn last_day(&self, term: Term) -> Option<NaiveDate> {
        let found = self.last_days.iter().find(|(of, _)| *of == term);
        found.map(|(_, day)| *day)
    }

    /// The rules of a term, the defaults where none were set.
    pub fn rules_of(&self, term: Term) -> TermRules {
        let found = self.rules.iter().find(|view| view.term == term);
        found.map(|view| view.rules.clone()).unwrap_or_default()
    }

    /// The student whose extension a caution speaks of.
    pub fn student_named(&self, caution: &Caution) -> Option<&StudentName> {
        let audience = caution.audience()?;
        let row = self.rows.iter().find(|row| row.window.audience == *audience)?;
        row.student.as_ref()
    }
}

/// What a person is told on the overview.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardView {
    /// Not over yet, oldest first.
    pub announcements: Vec<AnnouncementView>,
    /// Extensions for this person or class that are not over yet, with the reason.
    pub extensions: Vec<(Window, String)>,
    /// Kinds of files that the current outcome term takes.
    pub accepted: Vec<FileKind>,
}

impl Engine {
    /// Dates, rules and announcements for those who set them.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], a session that is over, or the library's trouble.
    pub fn timetable(&self, session: &Session) -> Result<TimetableView, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let sets_dates = access::may(&session.roles, Right::SetDates);
            if !sets_dates && !access::may(&session.roles, Right::Announce) {
                let right = Right::SetDates;
                return Err(Refusal::NoRight { right }.into());
            }
            let terms = answer::current_terms(&answer::settings(txn)?)?;
            let windows = answer::windows(txn)?;
            let last_days = rules::last_days(txn)?;
            let plain: Vec<Window> = windows.iter().map(|view| view.window.clone()).collect();
            let mut cautions = Timetable {
                windows: &plain,
                last_days: &last_days,
                current: &WindowKind::ALL.map(|kind| (kind, terms.period(kind))),
                now,
            }
            .cautions();
            // Its dates lie around today, whatever its terms are called.
            if answer::kind_of(&self.library) == LibraryKind::Demonstration {
                cautions.retain(|caution| !matches!(caution, Caution::FarFromPeriod { .. }));
            }
            let mut rows = Vec::new();
            for view in windows {
                rows.push(row(txn, view.id, view.window)?);
            }
            rows.sort_by_key(|row| {
                let window = &row.window;
                (
                    window.period.year(),
                    window.period,
                    window.kind,
                    window.audience.clone(),
                )
            });
            let mut wanted: Vec<Term> = vec![terms.outcome, terms.activity];
            wanted.extend(terms.selection.terms());
            wanted.extend(plain.iter().flat_map(|window| match window.period {
                crate::domain::window::Period::Term(term) => vec![term],
                crate::domain::window::Period::Year(year) => year.terms().into(),
            }));
            for (at, _) in list::<LimitsV1>(txn, &[])? {
                wanted.push(rules::term_of(&at)?);
            }
            wanted.sort_unstable();
            wanted.dedup();
            let mut rules = Vec::new();
            for term in wanted.into_iter().rev() {
                rules.push(rules_view(txn, term)?);
            }
            Ok(TimetableView {
                terms,
                rows,
                last_days,
                rules,
                announcements: announcements(txn)?,
                cautions,
                classes: classes(txn)?,
            })
        })
    }

    /// The rules of a term, for everybody.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn term_rules(&self, session: &Session, term: Term) -> Result<RulesView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            Ok(rules_view(txn, term)?)
        })
    }

    /// 休業式 of every term where it is known, oldest first, for everybody.
    ///
    /// # Errors
    /// As [`Engine::term_rules`].
    pub fn last_days(&self, session: &Session) -> Result<Vec<(Term, NaiveDate)>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            Ok(rules::last_days(txn)?)
        })
    }

    /// Announcements, own extensions and what the term takes, for everybody.
    ///
    /// # Errors
    /// As [`Engine::term_rules`].
    pub fn board(&self, session: &Session) -> Result<BoardView, Failure> {
        let now = self.clock.now();
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let term = answer::current_terms(&answer::settings(txn)?)?.outcome;
            let mut shown = announcements(txn)?;
            shown.retain(|announcement| !announcement.is_over(now));
            shown.reverse();
            let mut extensions = Vec::new();
            if session.keeps_items() {
                let who = answer::concerned(txn, session.account)?;
                for view in answer::windows(txn)? {
                    if !concerns(&view.window, &who) || view.window.ends() <= now {
                        continue;
                    }
                    if let Some(record) = load::<ExtensionV1>(txn, &key::one(view.id.0))? {
                        extensions.push((view.window, record.reason));
                    }
                }
                extensions.sort_by_key(|(window, _)| window.closes);
            }
            Ok(BoardView {
                announcements: shown,
                extensions,
                accepted: rules::accepted_kinds(txn, term)?,
            })
        })
    }
}

/// An extension for exactly this person or class.
fn concerns(window: &Window, who: &Concerned) -> bool {
    match &window.audience {
        Audience::Student(student) => who.student == Some(*student),
        Audience::Class(_) => {
            let of_period = window.period;
            !crate::domain::window::holding([window], window.kind, of_period, who).is_empty()
        }
        Audience::All | Audience::Grade(_) => false,
    }
}

fn row(records: &impl ReadRecords, id: WindowId, window: Window) -> Result<TimetableRow, StoreError> {
    let student = match window.audience {
        Audience::Student(student) => Some(student_name(records, student, &window)?),
        Audience::All | Audience::Grade(_) | Audience::Class(_) => None,
    };
    let reason = match load::<ExtensionV1>(records, &key::one(id.0))? {
        Some(record) => Some((record.reason, signed(records, record.by, record.at)?)),
        None => None,
    };
    Ok(TimetableRow {
        id,
        window,
        student,
        reason,
    })
}

fn student_name(
    records: &impl ReadRecords,
    student: AccountId,
    window: &Window,
) -> Result<StudentName, StoreError> {
    let account = load::<AccountV1>(records, &key::one(student.0))?;
    let (name, account) = account.map_or_else(
        || (student.to_string(), String::new()),
        |account| (account.display_name, account.name),
    );
    let mut class = String::new();
    for term in window.period.year().terms() {
        let (found, _) = answer::class_and_seat(records, student, term)?;
        if !found.is_empty() {
            class = found;
        }
    }
    Ok(StudentName { name, account, class })
}

fn signed(records: &impl ReadRecords, by: u64, at: i64) -> Result<Signed, StoreError> {
    Ok(Signed {
        by: answer::display_name(records, AccountId(by))?,
        at: from_millis(at),
    })
}

fn rules_view(records: &impl ReadRecords, term: Term) -> Result<RulesView, StoreError> {
    let limits = answer::limits(records, term)?;
    let (rules, signed) = match load::<TermRulesV1>(records, &term.code().to_be_bytes())? {
        Some(record) => {
            let rules = TermRules {
                limits,
                accepted: values(&record.accepted)?,
                source: record.source,
            };
            (rules, Some(signed(records, record.by, record.at)?))
        }
        None => {
            let rules = TermRules {
                limits,
                ..TermRules::default()
            };
            (rules, None)
        }
    };
    Ok(RulesView { term, rules, signed })
}

/// All of them, newest first.
fn announcements(records: &impl ReadRecords) -> Result<Vec<AnnouncementView>, StoreError> {
    let mut all = Vec::new();
    for (at, record) in list::<AnnouncementV1>(records, &[])? {
        all.push(AnnouncementView {
            id: AnnouncementId(key::last_id(&at)?),
            text: record.text,
            from: from_millis(record.from),
            until: from_millis(record.until),
            ended: record.ended.map(from_millis),
            signed: signed(records, record.by, record.at)?,
        });
    }
    all.sort_by_key(|announcement| std::cmp::Reverse((announcement.from, announcement.id)));
    Ok(all)
}

fn classes(records: &impl ReadRecords) -> Result<Vec<(Term, Vec<String>)>, StoreError> {
    let mut all = std::collections::BTreeSet::new();
    for (at, placement) in list::<PlacementV1>(records, &[])? {
        let code = at.last_chunk::<2>().copied().map_or(0, u16::from_be_bytes);
        all.insert((convert::term(code)?, placement.class));
    }
    let mut by_term: Vec<(Term, Vec<String>)> = Vec::new();
    for (term, class) in all {
        match by_term.last_mut() {
            Some((last, classes)) if *last == term => classes.push(class),
            _ => by_term.push((term, vec![class])),
        }
    }
    Ok(by_term)
}
