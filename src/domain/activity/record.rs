//! The values of one item together: what must be there, which dates fit, what it is called.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Category;
use super::field::{DateRole, Field, FieldKey, FieldProblem, Need, Value};
use super::lists::Lists;
use super::refusal::ActivityRefusal;
use super::years::StudyYears;

/// The filled fields of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values(BTreeMap<FieldKey, Value>);

/// Accepted, but worth a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActivityCaution {
    /// The period began before the high-school years; only its end lies in them.
    BeganEarlier { first: NaiveDate },
    /// A day that has not come yet
    InFuture { field: FieldKey },
}

impl Values {
    pub fn get(&self, key: FieldKey) -> Option<&Value> {
        self.0.get(&key)
    }

    pub fn set(&mut self, key: FieldKey, value: Option<Value>) {
        match value {
            Some(value) => self.0.insert(key, value),
            None => self.0.remove(&key),
        };
    }

    pub fn iter(&self) -> impl Iterator<Item = (FieldKey, &Value)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// Puts in what was typed; an empty text empties the field.
    ///
    /// # Errors
    /// The first field that cannot be read, or that the category does not have.
    pub fn type_in(
        &mut self,
        category: Category,
        typed: &[(FieldKey, String)],
        lists: &Lists,
    ) -> Result<(), ActivityRefusal> {
        for (key, text) in typed {
            let field = field_of(category, *key)?;
            let value = field
                .read(text, lists)
                .map_err(|problem| ActivityRefusal::Field {
                    category,
                    field: *key,
                    problem,
                })?;
            self.set(*key, value);
        }
        Ok(())
    }

    /// Refuses what cannot stand together: a field that must be there, dates the wrong way round or
    /// outside the student's years (`None`: not known, nothing to hold them against).
    ///
    /// # Errors
    /// The first problem in the order of the fields.
    pub fn require_sound(
        &self,
        category: Category,
        years: Option<StudyYears>,
    ) -> Result<(), ActivityRefusal> {
        for field in category.fields() {
            let problem = match self.get(field.key) {
                None if field.need == Need::Must => Some(match field.kind {
                    super::field::FieldKind::Credits(_) => FieldProblem::NoCredit,
                    _ => FieldProblem::Missing,
                }),
                Some(Value::Date(date)) => self.date_problem(category, field, *date, years),
                _ => None,
            };
            if let Some(problem) = problem {
                return Err(ActivityRefusal::Field {
                    category,
                    field: field.key,
                    problem,
                });
            }
        }
        Ok(())
    }

    /// Dates that do not fit together or lie outside the years, whatever else may be missing.
    pub fn date_problems(
        &self,
        category: Category,
        years: Option<StudyYears>,
    ) -> Vec<(FieldKey, FieldProblem)> {
        let problem = |field: &Field| match self.get(field.key) {
            Some(Value::Date(date)) => {
                let problem = self.date_problem(category, field, *date, years)?;
                Some((field.key, problem))
            }
            _ => None,
        };
        category.fields().iter().filter_map(problem).collect()
    }

    fn date_problem(
        &self,
        category: Category,
        field: &Field,
        date: NaiveDate,
        years: Option<StudyYears>,
    ) -> Option<FieldProblem> {
        let begins = self.date(category, DateRole::Begins);
        if field.is_date(DateRole::Ends)
            && let Some(begins) = begins
            && date < begins
        {
            return Some(FieldProblem::EndsBeforeBegin { begins, ends: date });
        }
        let years = years?;
        // A period may have begun earlier, as long as it ends in these years.
        let outside = if field.is_date(DateRole::Begins) {
            date > years.last
        } else {
            !years.contains(date)
        };
        outside.then_some(FieldProblem::OutsideYears {
            date,
            first: years.first,
            last: years.last,
        })
    }

    /// What is accepted but worth a word.
    pub fn cautions(
        &self,
        category: Category,
        years: Option<StudyYears>,
        today: NaiveDate,
    ) -> Vec<ActivityCaution> {
        let mut cautions = Vec::new();
        if let Some(years) = years
            && self
                .date(category, DateRole::Begins)
                .is_some_and(|begins| begins < years.first)
        {
            cautions.push(ActivityCaution::BeganEarlier { first: years.first });
        }
        for field in category
            .fields()
            .iter()
            .filter(|field| field.is_date(DateRole::On))
        {
            if let Some(Value::Date(date)) = self.get(field.key)
                && *date > today
            {
                cautions.push(ActivityCaution::InFuture { field: field.key });
            }
        }
        cautions
    }

    /// Fields that still have to be filled before the item is complete.
    pub fn lacking(&self, category: Category) -> Vec<FieldKey> {
        category
            .fields()
            .iter()
            .filter(|field| field.need != Need::May && self.get(field.key).is_none())
            .map(|field| field.key)
            .collect()
    }

    fn date(&self, category: Category, role: DateRole) -> Option<NaiveDate> {
        let field = category.fields().iter().find(|field| field.is_date(role))?;
        match self.get(field.key) {
            Some(Value::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// First and last day, where the category has dates.
    pub fn span(&self, category: Category) -> Option<(NaiveDate, NaiveDate)> {
        if let Some(day) = self.date(category, DateRole::On) {
            return Some((day, day));
        }
        Some((
            self.date(category, DateRole::Begins)?,
            self.date(category, DateRole::Ends)?,
        ))
    }

    /// What the item is called in lists: the values of its naming fields.
    pub fn title(&self, category: Category) -> String {
        let parts: Vec<String> = category
            .fields()
            .iter()
            .filter(|field| field.titles)
            .filter_map(|field| self.get(field.key).map(|value| field.write(value)))
            .collect();
        parts.join(" ")
    }
}

impl FromIterator<(FieldKey, Value)> for Values {
    fn from_iter<I: IntoIterator<Item = (FieldKey, Value)>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

/// # Errors
/// [`ActivityRefusal::UnknownField`].
pub fn field_of(category: Category, key: FieldKey) -> Result<&'static Field, ActivityRefusal> {
    category
        .fields()
        .iter()
        .find(|field| field.key == key)
        .ok_or_else(|| ActivityRefusal::UnknownField {
            category,
            name: key.0.to_string(),
        })
}

/// The keys of fields given by their official names, as the command line has them.
///
/// # Errors
/// [`ActivityRefusal::UnknownField`] for a name the category does not have.
pub fn by_official_names(
    category: Category,
    typed: &[(String, String)],
) -> Result<Vec<(FieldKey, String)>, ActivityRefusal> {
    typed
        .iter()
        .map(|(name, text)| {
            let field = category
                .field_named(name)
                .ok_or_else(|| ActivityRefusal::UnknownField {
                    category,
                    name: name.clone(),
                })?;
            Ok((field.key, text.clone()))
        })
        .collect()
}
