//! A new term from the last one: the students' classes of one term become those of the next, through the
//! same judging, writing and taking back as a student roster.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::access::{self, Role};
use crate::domain::import::ImportRefusal;
use crate::domain::promotion::{
    ClassMapping, ClassMove, Goes, OldClass, PromotionRefusal, moves, require_follows, require_sound,
};
use crate::domain::refusal::Refusal;
use crate::domain::roster::{Located, RosterKind, RosterRows, StudentRow};
use crate::domain::term::{SchoolYear, Term};
use crate::engine::command::{Reply, Roster, StartTerm, right_for};
use crate::engine::context::Context;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard};
use crate::store::ReadRecords;

use super::apply;
use super::books::{People, placements};

/// What starting a term would do, class by class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionView {
    pub from: Term,
    pub to: Term,
    /// By name
    pub moves: Vec<ClassMove>,
    /// Students who have a class in the new term already: they stay there.
    pub already: u32,
    /// Students without 入學學年度, who are left out
    pub without_year: u32,
}

impl PromotionView {
    /// Students who would get a class.
    pub fn moving(&self) -> u32 {
        let going = self
            .moves
            .iter()
            .filter(|one| matches!(one.goes, Some(Goes::To(_))));
        going.map(|one| one.class.students).sum()
    }

    /// Students whose class leaves.
    pub fn leaving(&self) -> u32 {
        let leaving = self.moves.iter().filter(|one| one.goes == Some(Goes::Leaves));
        leaving.map(|one| one.class.students).sum()
    }
}

/// Everybody of the old term who has no class in the new one.
struct Ground {
    movers: Vec<StudentRow>,
    already: u32,
    without_year: u32,
}

impl Ground {
    fn read(records: &impl ReadRecords, from: Term, to: Term) -> Result<Self, Failure> {
        let people = People::load(records)?;
        let (before, after) = (placements(records, from)?, placements(records, to)?);
        let mut ground = Self {
            movers: Vec::new(),
            already: 0,
            without_year: 0,
        };
        for person in people.all() {
            let placement = before.get(&person.id).filter(|it| !it.class.is_empty());
            let Some(placement) = placement.filter(|_| person.is(Role::Student) && !person.is_gone) else {
                continue;
            };
            let record = &person.record;
            if after.contains_key(&person.id) {
                ground.already += 1;
            } else if let Some(entry_year) = record.entry_year {
                ground.movers.push(StudentRow {
                    account: record.name.clone(),
                    display_name: record.display_name.clone(),
                    class: placement.class.clone(),
                    seat: placement.seat.clone(),
                    national_id: None,
                    birth_date: None,
                    entry_year: SchoolYear(entry_year),
                });
            } else {
                ground.without_year += 1;
            }
        }
        ground
            .movers
            .sort_by_key(|row| (row.class.clone(), row.seat.clone(), row.account.clone()));
        Ok(ground)
    }

    fn classes(&self, from: Term) -> Vec<OldClass> {
        let mut grades: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
        for row in &self.movers {
            let grade = from.grade(row.entry_year);
            grades.entry(&row.class).or_default().push(grade);
        }
        let class = |(name, grades): (&str, Vec<u8>)| OldClass {
            name: name.to_owned(),
            students: u32::try_from(grades.len()).unwrap_or(u32::MAX),
            grade: most(&grades),
        };
        let mut classes: Vec<OldClass> = grades.into_iter().map(class).collect();
        classes.sort_by_key(|class| in_order(&class.name));
        classes
    }

    fn view(&self, from: Term, to: Term, mapping: &ClassMapping) -> PromotionView {
        PromotionView {
            from,
            to,
            moves: moves(from, to, &self.classes(from), mapping),
            already: self.already,
            without_year: self.without_year,
        }
    }
}

/// 一年 before 二年 before 三年, as people count them; by their codes they stand otherwise.
fn in_order(class: &str) -> String {
    let number = |letter| match letter {
        '一' => '1',
        '二' => '2',
        '三' => '3',
        other => other,
    };
    class.chars().map(number).collect()
}

/// The value that comes most often.
fn most(grades: &[u8]) -> Option<u8> {
    let count = |grade: u8| grades.iter().filter(|other| **other == grade).count();
    grades.iter().copied().max_by_key(|grade| count(*grade))
}

/// Names only classes of the old term that anybody is in, also those who have moved already.
fn require_known(records: &impl ReadRecords, from: Term, mapping: &ClassMapping) -> Result<(), Failure> {
    let there = placements(records, from)?;
    if there.is_empty() {
        return Err(refused(PromotionRefusal::NoStudents { from }));
    }
    for class in mapping.keys() {
        if !there.values().any(|placement| placement.class == *class) {
            let class = class.clone();
            return Err(refused(PromotionRefusal::UnknownClass { class, from }));
        }
    }
    Ok(())
}

fn refused(refusal: PromotionRefusal) -> Failure {
    Refusal::Import(ImportRefusal::Promotion(refusal)).into()
}

pub(super) fn start(context: &mut Context<'_>, wish: &StartTerm) -> Result<Reply, Failure> {
    let (from, to) = (wish.from, wish.to);
    require_follows(from, to).map_err(refused)?;
    require_known(context.txn, from, &wish.mapping)?;
    let ground = Ground::read(context.txn, from, to)?;
    let view = ground.view(from, to, &wish.mapping);
    require_sound(&view.moves).map_err(refused)?;
    let now = view.moving();
    if let Some(seen) = wish.seen.filter(|seen| *seen != now) {
        return Err(refused(PromotionRefusal::ChangedMeanwhile { seen, now }));
    }
    let goes: BTreeMap<&str, &str> = view
        .moves
        .iter()
        .filter_map(|one| match &one.goes {
            Some(Goes::To(name)) => Some((one.class.name.as_str(), name.as_str())),
            _ => None,
        })
        .collect();
    let going = ground.movers.iter().filter_map(|row| {
        let class = goes.get(row.class.as_str())?;
        Some(StudentRow {
            class: (*class).to_owned(),
            ..row.clone()
        })
    });
    let rows = (1..).zip(going).map(|(row, value)| Located { row, value });
    let roster = Roster {
        rows: Arc::new(RosterRows::Students(rows.collect())),
        class_term: Some(to),
    };
    apply::apply(context, &roster, None, false)
}

impl Engine {
    /// What starting a term would do; changes nothing.
    ///
    /// # Errors
    /// A session that is over, no right, terms that do not follow each other, a class that is not there, or
    /// the library's trouble.
    pub fn preview_promotion(
        &self,
        session: &Session,
        from: Term,
        to: Term,
        mapping: &ClassMapping,
    ) -> Result<PromotionView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let right = right_for(RosterKind::Students);
            if !access::may(&session.roles, right) {
                return Err(Refusal::NoRight { right }.into());
            }
            require_follows(from, to).map_err(refused)?;
            require_known(txn, from, mapping)?;
            Ok(Ground::read(txn, from, to)?.view(from, to, mapping))
        })
    }
}
