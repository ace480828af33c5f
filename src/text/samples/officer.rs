//! Samples of what is said about 校內幹部紀錄.

use chrono::NaiveDate;

use super::TERM;
use crate::domain::id::{PostId, PostReportId};
use crate::domain::officer_post::{OfficerEvent, OfficerRefusal, Words};
use crate::domain::roster_column::RosterColumn;

const COLUMNS: [RosterColumn; 2] = [RosterColumn::Unit, RosterColumn::Post];

fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, 1).unwrap()
}

samples!(refusals -> OfficerRefusal {
    OfficerRefusal::NoOfficeHere => [OfficerRefusal::NoOfficeHere],
    OfficerRefusal::NoSuchPost => [OfficerRefusal::NoSuchPost],
    OfficerRefusal::NoSuchReport => [OfficerRefusal::NoSuchReport],
    OfficerRefusal::NoSuchStudent { .. } => [OfficerRefusal::NoSuchStudent { account: "1130199".to_owned() }],
    OfficerRefusal::AnsweredAlready => [OfficerRefusal::AnsweredAlready],
    OfficerRefusal::ReportedAlready => [OfficerRefusal::ReportedAlready],
    OfficerRefusal::TooManyReports { .. } => [OfficerRefusal::TooManyReports { limit: 10 }],
    OfficerRefusal::WordsMissing { .. } => Words::ALL.map(|what| OfficerRefusal::WordsMissing { what }),
    OfficerRefusal::WordsTooLong { .. } =>
        Words::ALL.map(|what| OfficerRefusal::WordsTooLong { what, count: 312, limit: 300 }),
    OfficerRefusal::FieldMissing { .. } => COLUMNS.map(|column| OfficerRefusal::FieldMissing { column }),
    OfficerRefusal::FieldTooLong { .. } =>
        COLUMNS.map(|column| OfficerRefusal::FieldTooLong { column, limit: 200 }),
    OfficerRefusal::EndsBeforeStart { .. } => [OfficerRefusal::EndsBeforeStart { from: day(9), until: day(2) }],
    OfficerRefusal::TermOutOfReach { .. } =>
        [OfficerRefusal::TermOutOfReach { term: TERM, current: TERM.next() }],
    OfficerRefusal::NothingChanged => [OfficerRefusal::NothingChanged],
    OfficerRefusal::SamePostThere => [OfficerRefusal::SamePostThere],
    OfficerRefusal::ChangedMeanwhile => [OfficerRefusal::ChangedMeanwhile],
});

samples!(events -> OfficerEvent {
    OfficerEvent::Reported { .. } => [OfficerEvent::Reported { report: PostReportId(1) }],
    OfficerEvent::Answered { .. } => [OfficerEvent::Answered { report: PostReportId(1) }],
    OfficerEvent::Added { .. } => [OfficerEvent::Added { post: PostId(1) }],
    OfficerEvent::Corrected { .. } => [OfficerEvent::Corrected { post: PostId(1) }],
    OfficerEvent::Removed { .. } => [OfficerEvent::Removed { post: PostId(1) }],
});
