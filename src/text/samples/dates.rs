//! Samples of everything about dates, rules and announcements.

use chrono::NaiveDate;

use super::{TERM, at, now, period};
use crate::domain::dates::{DatesEvent, DatesRefusal};
use crate::domain::file::FileKind;
use crate::domain::id::AccountId;
use crate::domain::term::SchoolYear;
use crate::domain::term_rules::LimitName;
use crate::domain::timetable::Caution;
use crate::domain::window::{Audience, WindowKind};

const YEAR: SchoolYear = SchoolYear(114);

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 20).unwrap()
}

fn audiences() -> [Audience; 4] {
    [
        Audience::All,
        Audience::Grade(3),
        Audience::Class("三年 1 班".to_owned()),
        Audience::Student(AccountId(7)),
    ]
}

fn out_of_range(limit: LimitName) -> DatesRefusal {
    let (least, most) = limit.range();
    DatesRefusal::LimitOutOfRange {
        limit,
        value: most + 1,
        least,
        most,
    }
}

samples!(refusals -> DatesRefusal {
    DatesRefusal::ExtensionNeedsReason => [DatesRefusal::ExtensionNeedsReason],
    DatesRefusal::ExtensionAddsNothing { .. } => [DatesRefusal::ExtensionAddsNothing { closes: now() }],
    DatesRefusal::NoSuchClass { .. } =>
        [DatesRefusal::NoSuchClass { class: "三年 9 班".to_owned(), year: YEAR }],
    DatesRefusal::NoSuchStudent { .. } => [DatesRefusal::NoSuchStudent { account: "1130199".to_owned() }],
    DatesRefusal::LastDayOutsideTerm { .. } => [DatesRefusal::LastDayOutsideTerm { term: TERM, day: day() }],
    DatesRefusal::LimitOutOfRange { .. } => LimitName::ALL.map(out_of_range),
    DatesRefusal::NothingAccepted => [DatesRefusal::NothingAccepted],
    DatesRefusal::SourceMissing => [DatesRefusal::SourceMissing],
    DatesRefusal::NoteTooLong { .. } => [DatesRefusal::NoteTooLong { count: 213, limit: 200 }],
    DatesRefusal::KindNotAccepted { .. } => FileKind::ALL.map(|kind| DatesRefusal::KindNotAccepted {
        name: "report".to_owned(),
        kind,
        term: TERM,
        accepted: vec![FileKind::Pdf, FileKind::Mp3],
    }),
    DatesRefusal::NoSuchWindow => [DatesRefusal::NoSuchWindow],
    DatesRefusal::AnnouncementEmpty => [DatesRefusal::AnnouncementEmpty],
    DatesRefusal::AnnouncementEndsBeforeStart { .. } =>
        [DatesRefusal::AnnouncementEndsBeforeStart { from: now(), until: at("2026-01-01T00:00") }],
    DatesRefusal::NoSuchAnnouncement => [DatesRefusal::NoSuchAnnouncement],
    DatesRefusal::AnnouncementOver => [DatesRefusal::AnnouncementOver],
});

samples!(events -> DatesEvent {
    DatesEvent::LastDaySet { .. } => [DatesEvent::LastDaySet { term: TERM }],
    DatesEvent::LastDayRemoved { .. } => [DatesEvent::LastDayRemoved { term: TERM }],
    DatesEvent::Extended { .. } => WindowKind::ALL.map(|kind| DatesEvent::Extended {
        kind,
        period: period(kind),
        student: kind.is_per_term().then_some(AccountId(7)),
    }),
    DatesEvent::RulesSet { .. } => [DatesEvent::RulesSet { term: TERM }],
    DatesEvent::Announced => [DatesEvent::Announced],
    DatesEvent::AnnouncementEdited => [DatesEvent::AnnouncementEdited],
    DatesEvent::AnnouncementEnded => [DatesEvent::AnnouncementEnded],
});

samples!(cautions -> Caution {
    Caution::NotAnnounced { .. } =>
        WindowKind::ALL.map(|kind| Caution::NotAnnounced { kind, period: period(kind) }),
    Caution::AnotherIsOpen { .. } => WindowKind::ALL
        .map(|kind| Caution::AnotherIsOpen { kind, period: period(kind), open: period(kind) }),
    Caution::UploadWithoutCertification { .. } =>
        audiences().map(|audience| Caution::UploadWithoutCertification { term: TERM, audience }),
    Caution::CertificationWithoutUpload { .. } =>
        audiences().map(|audience| Caution::CertificationWithoutUpload { term: TERM, audience }),
    Caution::CertificationEndsFirst { .. } => audiences().map(|audience| Caution::CertificationEndsFirst {
        term: TERM, audience, upload_closes: now(), certification_closes: at("2026-01-01T00:00"),
    }),
    Caution::CertificationStartsLate { .. } => audiences().map(|audience| Caution::CertificationStartsLate {
        term: TERM, audience, upload_closes: now(), certification_opens: at("2026-02-05T00:00"),
    }),
    Caution::TooSoonAfterLastDay { .. } => audiences()
        .map(|audience| Caution::TooSoonAfterLastDay { term: TERM, audience, last_day: day(), closes: now() }),
    Caution::LastDayUnknown { .. } => [Caution::LastDayUnknown { term: TERM }],
    Caution::SelectionBeforeCertification { .. } => [None, Some(at("2026-02-05T00:00"))].map(|first| {
        Caution::SelectionBeforeCertification {
            year: YEAR, audience: Audience::Grade(3), opens: now(), certification_opens: first,
        }
    }),
    Caution::SelectionEndsFirst { .. } => [Caution::SelectionEndsFirst {
        year: YEAR, audience: Audience::All, closes: now(), certification_closes: at("2026-02-05T00:00"),
    }],
    Caution::Overlap { .. } => WindowKind::ALL.map(|kind| Caution::Overlap {
        kind, earlier: period(kind), later: period(kind), from: now(), closes: now(),
    }),
    Caution::FarFromPeriod { .. } => WindowKind::ALL.map(|kind| Caution::FarFromPeriod {
        kind, period: period(kind), audience: Audience::All, opens: now(), closes: now(),
    }),
    Caution::Short { .. } => [45, 180, 200].map(|minutes| Caution::Short {
        kind: WindowKind::Selection, period: period(WindowKind::Selection), audience: Audience::All, minutes,
    }),
    Caution::ExtensionAddsNothing { .. } => audiences().map(|audience| Caution::ExtensionAddsNothing {
        kind: WindowKind::Activity, period: period(WindowKind::Activity), audience, closes: now(),
    }),
});
