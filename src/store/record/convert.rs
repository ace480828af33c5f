//! Between stored shapes and the domain's types, where more than a code is needed.

use super::code::{Coded, codes, values};
use super::item::{FactsV1, FileV1};
use super::school::{AudienceV1, LimitsV1, PeriodV1, WindowV1};
use crate::domain::file::{ContentFacts, FileKind, Inspection};
use crate::domain::id::AccountId;
use crate::domain::limits::Limits;
use crate::domain::moment::{from_millis, to_millis};
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::{Audience, Period, Window};
use crate::store::StoreError;

/// The term of a stored code.
pub fn term(code: u16) -> Result<Term, StoreError> {
    Term::from_code(code).ok_or_else(|| StoreError::UnreadableRecord {
        detail: format!("term code {code} is unknown"),
    })
}

impl From<Period> for PeriodV1 {
    fn from(period: Period) -> Self {
        match period {
            Period::Term(term) => Self::Term(term.code()),
            Period::Year(year) => Self::Year(year.0),
        }
    }
}

impl TryFrom<PeriodV1> for Period {
    type Error = StoreError;

    fn try_from(record: PeriodV1) -> Result<Self, StoreError> {
        Ok(match record {
            PeriodV1::Term(code) => Self::Term(term(code)?),
            PeriodV1::Year(year) => Self::Year(SchoolYear(year)),
        })
    }
}

impl From<&Window> for WindowV1 {
    fn from(window: &Window) -> Self {
        Self {
            kind: window.kind.code(),
            period: window.period.into(),
            audience: match &window.audience {
                Audience::All => AudienceV1::All,
                Audience::Grade(grade) => AudienceV1::Grade(*grade),
                Audience::Class(class) => AudienceV1::Class(class.clone()),
                Audience::Student(student) => AudienceV1::Student(student.0),
            },
            opens: to_millis(window.opens),
            closes: to_millis(window.closes),
        }
    }
}

impl TryFrom<WindowV1> for Window {
    type Error = StoreError;

    fn try_from(record: WindowV1) -> Result<Self, StoreError> {
        Ok(Self {
            kind: Coded::from_code(record.kind)?,
            period: record.period.try_into()?,
            audience: match record.audience {
                AudienceV1::All => Audience::All,
                AudienceV1::Grade(grade) => Audience::Grade(grade),
                AudienceV1::Class(class) => Audience::Class(class),
                AudienceV1::Student(student) => Audience::Student(AccountId(student)),
            },
            opens: from_millis(record.opens),
            closes: from_millis(record.closes),
        })
    }
}

impl From<&Limits> for LimitsV1 {
    fn from(limits: &Limits) -> Self {
        Self {
            outcomes_per_term: limits.outcomes_per_term,
            activities_per_term: limits.activities_per_term,
            document_bytes: limits.document_bytes,
            media_bytes: limits.media_bytes,
            document_caution_bytes: limits.document_caution_bytes,
            media_caution_bytes: limits.media_caution_bytes,
            description_chars: limits.description_chars,
            description_required: limits.description_required,
            title_chars: limits.title_chars,
            selected_outcomes: limits.selected_outcomes,
            selected_activities: limits.selected_activities,
            mending_days: limits.mending_days,
            trash_days: limits.trash_days,
        }
    }
}

impl From<LimitsV1> for Limits {
    fn from(record: LimitsV1) -> Self {
        Self {
            outcomes_per_term: record.outcomes_per_term,
            activities_per_term: record.activities_per_term,
            document_bytes: record.document_bytes,
            media_bytes: record.media_bytes,
            document_caution_bytes: record.document_caution_bytes,
            media_caution_bytes: record.media_caution_bytes,
            description_chars: record.description_chars,
            description_required: record.description_required,
            title_chars: record.title_chars,
            selected_outcomes: record.selected_outcomes,
            selected_activities: record.selected_activities,
            mending_days: record.mending_days,
            trash_days: record.trash_days,
        }
    }
}

impl From<&ContentFacts> for FactsV1 {
    fn from(facts: &ContentFacts) -> Self {
        match *facts {
            ContentFacts::Pages { count } => Self::Pages(count),
            ContentFacts::Picture { width, height } => Self::Picture { width, height },
            ContentFacts::Sound { millis } => Self::Sound { millis },
            ContentFacts::Video {
                millis,
                width,
                height,
            } => Self::Video {
                millis,
                width,
                height,
            },
        }
    }
}

impl From<&FactsV1> for ContentFacts {
    fn from(facts: &FactsV1) -> Self {
        match *facts {
            FactsV1::Pages(count) => Self::Pages { count },
            FactsV1::Picture { width, height } => Self::Picture { width, height },
            FactsV1::Sound { millis } => Self::Sound { millis },
            FactsV1::Video {
                millis,
                width,
                height,
            } => Self::Video {
                millis,
                width,
                height,
            },
        }
    }
}

impl FileV1 {
    /// What the inspection found, in codes.
    pub fn set_inspection(&mut self, inspection: &Inspection) {
        self.kind = inspection.kind.code();
        self.facts = inspection.facts.as_ref().map(FactsV1::from);
        self.cautions = codes(&inspection.cautions);
    }

    /// # Errors
    /// A code that was never given out.
    pub fn inspection(&self) -> Result<Inspection, StoreError> {
        Ok(Inspection {
            kind: FileKind::from_code(self.kind)?,
            facts: self.facts.as_ref().map(ContentFacts::from),
            cautions: values(&self.cautions)?,
        })
    }
}
