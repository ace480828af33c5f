//! Finding one's own items over all terms, outcomes and activities together.

use chrono::NaiveDate;

use crate::domain::activity::Category;
use crate::domain::activity::declaration;
use crate::domain::activity::record::Values;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::outcome::OutcomeState;
use crate::domain::term::{SchoolYear, Term};
use crate::engine::activity::records;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::record::activity::ActivityV1;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::item::OutcomeV1;

use super::ActivityView;

/// What is looked for; empty parts do not narrow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindQuery {
    /// Words that must all occur: title, fields, course, description, tags, names of files
    pub text: String,
    /// Only activities of this category
    pub category: Option<Category>,
    pub year: Option<SchoolYear>,
    pub tag: Option<String>,
}

/// Which kind of item was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoundKind {
    Outcome(OutcomeState),
    Activity(Category),
}

/// One item that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: ItemId,
    pub kind: FoundKind,
    /// Term of an outcome, upload term of an activity
    pub term: Term,
    pub title: String,
    /// Course of an outcome; the other fields of an activity
    pub detail: String,
    pub description: String,
    pub tags: Vec<String>,
    /// First and last day of an activity that has dates
    pub span: Option<(NaiveDate, NaiveDate)>,
    pub file_count: usize,
    /// An activity with fields that still have to be filled
    pub is_lacking: bool,
}

/// Case, width and white space do not matter.
fn folded(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

impl FindQuery {
    fn fits(&self, found: &Found, more_text: &[&str]) -> bool {
        let category = match found.kind {
            FoundKind::Outcome(_) => None,
            FoundKind::Activity(category) => Some(category),
        };
        let narrowed = self.category.is_none_or(|wanted| category == Some(wanted))
            && self.year.is_none_or(|year| found.term.year == year)
            && self.tag.as_ref().is_none_or(|tag| found.tags.contains(tag));
        let mut text = vec![found.title.as_str(), &found.detail, &found.description];
        text.extend(found.tags.iter().map(String::as_str));
        text.extend(more_text);
        let text = folded(&text.join("\n"));
        narrowed
            && folded(&self.text)
                .split_whitespace()
                .all(|word| text.contains(word))
    }
}

impl FindQuery {
    /// Whether an activity that is at hand already fits.
    pub fn fits_activity(&self, view: &ActivityView) -> bool {
        let found = Found {
            id: view.id,
            kind: FoundKind::Activity(view.category()),
            term: view.facts.term,
            title: view.title.clone(),
            detail: details(&view.values),
            description: view.description.clone(),
            tags: view.tags.clone(),
            span: view.values.span(view.category()),
            file_count: view.files.len(),
            is_lacking: !view.lacking.is_empty(),
        };
        let mut more: Vec<&str> = view.files.iter().map(|file| file.name.as_str()).collect();
        more.extend(view.link.as_deref());
        self.fits(&found, &more)
    }
}

/// What an activity's other fields hold, as one line.
fn details(values: &Values) -> String {
    let details: Vec<String> = values
        .iter()
        .filter_map(|(key, value)| declaration::field(key).map(|(_, field)| (field, value)))
        .filter(|(field, _)| !field.titles)
        .map(|(field, value)| field.write(value))
        .collect();
    details.join(" ")
}

impl Engine {
    /// One's own items outside the trash that fit, newest term first, then by title.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn find(&self, session: &Session, query: &FindQuery) -> Result<Vec<Found>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let mut found = Vec::new();
            for (item, outcome) in answer::outcomes_of(txn, session.account)? {
                let one = found_outcome(txn, session.account, item, &outcome)?;
                let names: Vec<&str> = outcome.files.iter().map(|file| file.name.as_str()).collect();
                if outcome.trashed.is_none() && query.fits(&one, &names) {
                    found.push(one);
                }
            }
            for (item, activity) in records::activities_of(txn, session.account)? {
                let one = found_activity(txn, session.account, item, &activity)?;
                let mut more: Vec<&str> = activity.files.iter().map(|file| file.name.as_str()).collect();
                more.extend(activity.link.as_deref());
                if activity.trashed.is_none() && query.fits(&one, &more) {
                    found.push(one);
                }
            }
            found.sort_by(|one, other| {
                other
                    .term
                    .cmp(&one.term)
                    .then_with(|| one.title.cmp(&other.title))
                    .then_with(|| one.id.cmp(&other.id))
            });
            Ok(found)
        })
    }
}

pub(super) fn found_outcome(
    records: &impl ReadRecords,
    student: AccountId,
    item: ItemId,
    outcome: &OutcomeV1,
) -> Result<Found, Failure> {
    let offering = answer::offering(records, OfferingId(outcome.offering))?;
    Ok(Found {
        id: item,
        kind: FoundKind::Outcome(OutcomeState::from_code(outcome.state)?),
        term: convert::term(outcome.term)?,
        title: outcome.title.clone(),
        detail: offering.name,
        description: outcome.description.clone(),
        tags: records::tags(records, student, item)?,
        span: None,
        file_count: outcome.files.len(),
        is_lacking: false,
    })
}

pub(super) fn found_activity(
    records: &impl ReadRecords,
    student: AccountId,
    item: ItemId,
    activity: &ActivityV1,
) -> Result<Found, Failure> {
    let category = Coded::from_code(activity.category)?;
    let values = activity.values()?;
    Ok(Found {
        id: item,
        kind: FoundKind::Activity(category),
        term: convert::term(activity.term)?,
        title: values.title(category),
        detail: details(&values),
        description: activity.description.clone(),
        tags: records::tags(records, student, item)?,
        span: values.span(category),
        file_count: activity.files.len(),
        is_lacking: !values.lacking(category).is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn width_and_case_do_not_matter() {
        assert_eq!(folded("ＴＯＥＩＣ 多益"), "toeic 多益");
    }
}
