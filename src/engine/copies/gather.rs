//! Records become a portfolio.

use crate::domain::activity::Category;
use crate::domain::course::{Credits, EnrolmentMode};
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::outcome::Origin;
use crate::domain::term::SchoolYear;
use crate::engine::activity::records as activities;
use crate::engine::failure::Failure;
use crate::engine::view::{FileView, ItemView, activity_view, build};
use crate::engine::{Engine, answer};
use crate::exchange::portfolio::{
    ActivityBody, Body, Course, Decision, OutcomeBody, Owner, Portfolio, PortfolioFile, PortfolioItem, Source,
};
use crate::store::record::activity::ActivityV1;
use crate::store::record::code::Coded;
use crate::store::record::item::OutcomeV1;
use crate::store::{ReadRecords, StoreError};

use super::import::imported;

/// Which records of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::engine) enum Wanted {
    /// All but the trash.
    Everything,
    /// What was handed in at least once: 編輯中 contents are the student's alone.
    HandedIn,
}

impl Engine {
    /// What `student` has, by kind, term and course.
    pub(in crate::engine) fn gather(
        &self,
        records: &impl ReadRecords,
        student: AccountId,
        wanted: Wanted,
        now: Moment,
    ) -> Result<Portfolio, Failure> {
        let account = answer::account(records, student)?;
        let settings = answer::settings(records)?;
        let mut outcomes = Vec::new();
        for (id, outcome) in answer::outcomes_of(records, student)? {
            let handed_in = wanted == Wanted::Everything || outcome.attempt > 0;
            if outcome.trashed.is_none() && handed_in {
                outcomes.push(self.portfolio_item(records, student, id, &outcome, now)?);
            }
        }
        outcomes.sort_by(|(one, item), (other, other_item)| {
            let order = |item: &PortfolioItem| (item.term, item.created);
            (item.term, one, order(item), &item.id).cmp(&(
                other_item.term,
                other,
                order(other_item),
                &other_item.id,
            ))
        });
        let mut activities = Vec::new();
        // 多元表現 need no certification: they are handed in as they are.
        for (id, activity) in activities::activities_of(records, student)? {
            if activity.trashed.is_none() {
                activities.push(self.portfolio_activity(records, student, id, &activity, now)?);
            }
        }
        activities.sort_by_key(|(category, item)| (item.term, *category, item.created, item.id.clone()));
        let outcomes = outcomes.into_iter().map(|(_, item)| item);
        let activities = activities.into_iter().map(|(_, item)| item);
        Ok(Portfolio {
            source: Source {
                library: answer::kind_of(&self.library),
                library_id: self.library.header().library_id,
                school_name: settings.school_name,
                school_code: settings.school_code,
            },
            owner: Owner {
                account: account.name,
                name: account.display_name,
                entry_year: account.entry_year.map(SchoolYear),
            },
            made: now,
            items: outcomes.chain(activities).collect(),
        })
    }

    /// With its category, by which it is sorted.
    pub(super) fn portfolio_activity(
        &self,
        records: &impl ReadRecords,
        student: AccountId,
        id: ItemId,
        activity: &ActivityV1,
        now: Moment,
    ) -> Result<(Category, PortfolioItem), Failure> {
        let view = activity_view(records, &self.library.header().name_key, id, now)?;
        let category = view.category();
        let fields = category.fields().iter().filter_map(|field| {
            let value = view.values.get(field.key)?;
            Some((field.name.to_owned(), field.write(value)))
        });
        let imported = imported(records, id)?;
        let filed = activities::filed(records, student, id)?.is_some();
        let item = PortfolioItem {
            id: id.to_string(),
            term: view.facts.term,
            title: view.title.clone(),
            description: view.description.clone(),
            created: view.created,
            updated: view.updated,
            brought: activity.brought,
            filed: filed || imported.is_some_and(|imported| imported.filed),
            link: view.link.clone(),
            tags: view.tags.clone(),
            files: view.files.iter().map(portfolio_file).collect(),
            body: Body::Activity(ActivityBody {
                category,
                fields: fields.collect(),
            }),
        };
        Ok((category, item))
    }

    /// With the name of its course, by which it is sorted.
    pub(super) fn portfolio_item(
        &self,
        records: &impl ReadRecords,
        student: AccountId,
        id: ItemId,
        outcome: &OutcomeV1,
        now: Moment,
    ) -> Result<(String, PortfolioItem), Failure> {
        let view = build(
            records,
            &self.library.header().name_key,
            id,
            student,
            outcome,
            now,
        )?;
        let course = course(records, student, &view)?;
        let imported = imported(records, id)?;
        let decisions = view.decisions.iter().map(|decision| Decision {
            at: decision.at,
            by: decision.by.clone(),
            for_teacher: decision.for_teacher.clone(),
            state: decision.state,
            origin: decision.origin,
            reason: decision.reason,
            note: decision.note.clone(),
            hashes: Vec::new(),
            unopened: decision.unopened,
        });
        let mut decisions: Vec<Decision> = decisions.collect();
        let standing = outcome.decisions.iter().filter(|decision| !decision.undone);
        // Imported ones stand before those of this library.
        let imported_count = decisions.len() - standing.clone().count();
        for (decision, record) in decisions.iter_mut().skip(imported_count).zip(standing) {
            decision.hashes.clone_from(&record.hashes);
        }
        if let Some(imported) = &imported {
            for (decision, record) in decisions.iter_mut().zip(&imported.decisions) {
                decision.hashes.clone_from(&record.hashes);
            }
        }
        let name = course.name.clone();
        let item = PortfolioItem {
            id: id.to_string(),
            term: view.facts.term,
            title: view.title,
            description: view.description,
            created: view.created,
            updated: view.updated,
            brought: outcome.brought,
            filed: outcome.filed || imported.is_some_and(|imported| imported.filed),
            link: None,
            tags: activities::tags(records, student, id)?,
            files: view.files.iter().map(portfolio_file).collect(),
            body: Body::Outcome(Box::new(OutcomeBody {
                course,
                work_kind: view.work_kind,
                state: view.facts.state,
                origin: view.facts.origin,
                submitted: view.submitted,
                attempt: view.attempt,
                decisions,
            })),
        };
        Ok((name, item))
    }
}

fn course(records: &impl ReadRecords, student: AccountId, view: &ItemView) -> Result<Course, Failure> {
    let id = OfferingId(view.facts.offering.0);
    let offering = answer::offering(records, id)?;
    let enrolment = answer::enrolment(records, student, id)?;
    let mode = enrolment.map_or(Ok(EnrolmentMode::Regular), |enrolment| {
        Coded::from_code(enrolment.mode)
    })?;
    Ok(Course {
        code: offering.code,
        name: offering.name,
        credits: Credits(offering.credits),
        kind: Coded::from_code(offering.kind)?,
        group: offering.group,
        teachers: view.teachers.clone(),
        mode,
    })
}

fn portfolio_file(file: &FileView) -> PortfolioFile {
    PortfolioFile {
        handle: file.id.0,
        name: file.name.clone(),
        kind: file.kind,
        bytes: file.bytes,
        blake3: file.blake3,
        md5: file.md5,
        added: file.added,
        facts: file.facts.clone(),
        cautions: file.cautions.clone(),
    }
}

/// What was decided about an imported item where it came from, with the names it has there. All of it is
/// marked as imported, whatever the copy says of itself.
pub(in crate::engine) fn imported_decisions(
    records: &impl ReadRecords,
    item: ItemId,
) -> Result<Vec<crate::engine::view::DecisionView>, StoreError> {
    let Some(imported) = imported(records, item)? else {
        return Ok(Vec::new());
    };
    let decisions = imported.decisions.iter().map(|decision| {
        Ok(crate::engine::view::DecisionView {
            at: from_millis(decision.at),
            by: decision.by.clone(),
            for_teacher: decision.for_teacher.clone(),
            state: Coded::from_code(decision.state)?,
            origin: Origin::Imported,
            reason: decision.reason.map(Coded::from_code).transpose()?,
            note: decision.note.clone(),
            unopened: decision.unopened,
        })
    });
    decisions.collect()
}
