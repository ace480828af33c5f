//! Samples of what is said about activities.

use chrono::NaiveDate;

use super::{at, each_act};
use crate::domain::activity::Category;
use crate::domain::activity::field::FieldProblem;
use crate::domain::activity::link::LinkProblem;
use crate::domain::activity::lists::List;
use crate::domain::activity::refusal::ActivityRefusal;
use crate::domain::history::ActivityEvent;
use crate::domain::id::ItemId;
use crate::domain::term::SchoolYear;

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, 1).unwrap()
}

samples!(field_problems -> FieldProblem {
    FieldProblem::Missing => [FieldProblem::Missing],
    FieldProblem::TooLong { .. } => [FieldProblem::TooLong { count: 53, limit: 50 }],
    FieldProblem::NotADate => [FieldProblem::NotADate],
    FieldProblem::NotANumber => [FieldProblem::NotANumber],
    FieldProblem::TooFine { .. } => [FieldProblem::TooFine { places: 0 }, FieldProblem::TooFine { places: 2 }],
    FieldProblem::OutOfRange { .. } => [FieldProblem::OutOfRange { least: 100, most: 1800 }],
    FieldProblem::NotAChoice { .. } => [
        FieldProblem::NotAChoice { choices: vec!["1 校級".to_owned(), "2 縣市級".to_owned()] },
        FieldProblem::NotAChoice { choices: (0..40).map(|n| format!("選項 {n}")).collect() },
    ],
    FieldProblem::NoCredit => [FieldProblem::NoCredit],
    FieldProblem::EndsBeforeBegin { .. } => [FieldProblem::EndsBeforeBegin { begins: day(9), ends: day(8) }],
    FieldProblem::OutsideYears { .. } =>
        [FieldProblem::OutsideYears { date: day(1), first: day(8), last: day(12) }],
});

fn problems_of_all_fields() -> Vec<ActivityRefusal> {
    let mut all = Vec::new();
    for category in Category::ALL {
        for field in category.fields() {
            all.extend(
                field_problems()
                    .into_iter()
                    .map(|problem| ActivityRefusal::Field {
                        category,
                        field: field.key,
                        problem,
                    }),
            );
        }
    }
    all
}

samples!(links -> LinkProblem {
    LinkProblem::TooLong => [LinkProblem::TooLong],
    LinkProblem::NotHttps => [LinkProblem::NotHttps],
    LinkProblem::Malformed => [LinkProblem::Malformed],
    LinkProblem::CarriesPassword => [LinkProblem::CarriesPassword],
});

samples!(refusals -> ActivityRefusal {
    ActivityRefusal::Field { .. } => problems_of_all_fields(),
    ActivityRefusal::UnknownField { .. } =>
        Category::ALL.map(|category| ActivityRefusal::UnknownField { category, name: "獎金".to_owned() }),
    ActivityRefusal::Link { .. } =>
        links().into_iter().map(|problem| ActivityRefusal::Link { problem }).collect::<Vec<_>>(),
    ActivityRefusal::Filed { .. } => each_act(|act| ActivityRefusal::Filed { act }),
    ActivityRefusal::NotInTrash => [ActivityRefusal::NotInTrash],
    ActivityRefusal::LastYearOver { .. } =>
        [ActivityRefusal::LastYearOver { year: SchoolYear(114), closed: at("2026-05-20T23:59") }],
    ActivityRefusal::YearQuotaReached { .. } => [
        ActivityRefusal::YearQuotaReached { year: SchoolYear(114), used: 40, limit: 40, more: 1 },
        ActivityRefusal::YearQuotaReached { year: SchoolYear(114), used: 39, limit: 40, more: 3 },
    ],
    ActivityRefusal::TagTooLong { .. } => [ActivityRefusal::TagTooLong { count: 30, limit: 20 }],
    ActivityRefusal::TooManyTags { .. } => [ActivityRefusal::TooManyTags { limit: 10 }],
    ActivityRefusal::ListEmpty { .. } => List::ALL.map(|list| ActivityRefusal::ListEmpty { list }),
    ActivityRefusal::ListEntryTooLong { .. } => [ActivityRefusal::ListEntryTooLong { count: 60, limit: 50 }],
    ActivityRefusal::ListTooLong { .. } => [ActivityRefusal::ListTooLong { limit: 500 }],
    ActivityRefusal::TooManyExtraYears { .. } => [ActivityRefusal::TooManyExtraYears { limit: 5 }],
    ActivityRefusal::LeftBeforeEntry { .. } => [ActivityRefusal::LeftBeforeEntry { first: day(8) }],
    ActivityRefusal::NotAStudent => [ActivityRefusal::NotAStudent],
});

samples!(events -> ActivityEvent {
    ActivityEvent::CopiedFrom { .. } => [ActivityEvent::CopiedFrom { item: ItemId(1) }],
    ActivityEvent::TagsSet => [ActivityEvent::TagsSet],
    ActivityEvent::YearsSet => [ActivityEvent::YearsSet],
    ActivityEvent::ListSet { .. } => List::ALL.map(|list| ActivityEvent::ListSet { list }),
    ActivityEvent::YearQuotaSet => [ActivityEvent::YearQuotaSet],
});
