use super::super::id::AccountId;
use super::super::moment::parse_moment;
use super::*;

const TERM: Term = Term::new(114, Semester::First);
const SECOND: Term = Term::new(114, Semester::Second);

fn at(text: &str) -> Moment {
    parse_moment(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn window(kind: WindowKind, period: Period, audience: Audience, opens: &str, closes: &str) -> Window {
    Window {
        kind,
        period,
        audience,
        opens: at(opens),
        closes: at(closes),
    }
}

fn upload(audience: Audience, opens: &str, closes: &str) -> Window {
    window(
        WindowKind::OutcomeUpload,
        Period::Term(TERM),
        audience,
        opens,
        closes,
    )
}

fn certification(audience: Audience, opens: &str, closes: &str) -> Window {
    window(
        WindowKind::Certification,
        Period::Term(TERM),
        audience,
        opens,
        closes,
    )
}

/// Nothing is wrong with these.
fn good() -> Vec<Window> {
    vec![
        upload(Audience::All, "2025-09-01T08:00", "2026-02-10T23:59"),
        certification(Audience::All, "2025-09-01T08:00", "2026-02-17T23:59"),
        window(
            WindowKind::Activity,
            Period::Year(SchoolYear(114)),
            Audience::All,
            "2025-08-15T08:00",
            "2026-07-31T23:59",
        ),
        window(
            WindowKind::Selection,
            Period::Year(SchoolYear(114)),
            Audience::All,
            "2026-09-01T08:00",
            "2026-09-20T23:59",
        ),
    ]
}

fn check_at(windows: &[Window], now: &str) -> Vec<Caution> {
    let timetable = Timetable {
        windows,
        last_days: &[(TERM, day("2026-01-20")), (SECOND, day("2026-06-30"))],
        current: &[
            (WindowKind::OutcomeUpload, Period::Term(TERM)),
            (WindowKind::Activity, Period::Year(SchoolYear(114))),
        ],
        now: at(now),
    };
    timetable.cautions()
}

fn check(windows: &[Window]) -> Vec<Caution> {
    check_at(windows, "2025-10-01T08:00")
}

#[test]
fn good_dates_are_left_alone() {
    assert_eq!(check(&good()), []);
}

#[test]
fn certifying_goes_with_uploading() {
    let up = upload(Audience::All, "2025-09-01T08:00", "2026-02-10T23:59");
    let without = |audience| Caution::UploadWithoutCertification { term: TERM, audience };
    let rest: Vec<Window> = good().into_iter().filter(|w| !w.kind.is_per_term()).collect();
    let with = |more: &[Window]| {
        let cautions = check(&[rest.clone(), more.to_vec()].concat());
        // Without certification, selecting is pointed out as well: another test's business.
        let of_term = cautions
            .into_iter()
            .filter(|caution| caution.period() == Period::Term(TERM));
        of_term.collect::<Vec<_>>()
    };
    assert_eq!(with(std::slice::from_ref(&up)), [without(Audience::All)]);
    let only_third = certification(Audience::Grade(3), "2025-09-01T08:00", "2026-02-17T23:59");
    assert_eq!(
        with(&[up.clone(), only_third]),
        [without(Audience::All)],
        "the others have none"
    );
    let each =
        [1, 2, 3].map(|grade| certification(Audience::Grade(grade), "2025-09-01T08:00", "2026-02-17T23:59"));
    assert_eq!(with(&[vec![up.clone()], each.to_vec()].concat()), []);
    assert_eq!(
        with(&[certification(
            Audience::All,
            "2025-09-01T08:00",
            "2026-02-17T23:59"
        )]),
        [
            Caution::NotAnnounced {
                kind: WindowKind::OutcomeUpload,
                period: Period::Term(TERM)
            },
            Caution::CertificationWithoutUpload {
                term: TERM,
                audience: Audience::All
            },
        ]
    );
}

#[test]
fn certifying_may_end_with_uploading_but_not_before() {
    let closes = |text: &str| {
        let mut windows = good();
        windows[1].closes = at(text);
        check(&windows)
    };
    assert_eq!(closes("2026-02-10T23:59"), []);
    assert_eq!(
        closes("2026-02-10T23:58"),
        [Caution::CertificationEndsFirst {
            term: TERM,
            audience: Audience::All,
            upload_closes: at("2026-02-10T23:59"),
            certification_closes: at("2026-02-10T23:58"),
        }]
    );
    let mut late = good();
    late[1].opens = at("2026-02-11T00:00");
    assert!(matches!(
        check(&late)[..],
        [Caution::CertificationStartsLate { .. }]
    ));
    late[1].opens = at("2026-02-10T23:00");
    assert_eq!(check(&late), []);
}

#[test]
fn a_grade_is_judged_by_its_own_dates() {
    let mut windows = good();
    windows.push(upload(Audience::Grade(3), "2025-09-01T08:00", "2026-02-20T23:59"));
    let [Caution::CertificationEndsFirst { audience, .. }] = &check(&windows)[..] else {
        panic!("{:?}", check(&windows));
    };
    assert_eq!(*audience, Audience::Grade(3));
    windows.push(certification(
        Audience::Grade(3),
        "2025-09-01T08:00",
        "2026-02-27T23:59",
    ));
    assert_eq!(check(&windows), []);
}

#[test]
fn an_extension_needs_somebody_who_certifies() {
    let class = || Audience::Class("三年1班".to_owned());
    let mut windows = good();
    windows.push(upload(class(), "2026-02-10T08:00", "2026-02-17T23:59"));
    assert_eq!(check(&windows), []);
    windows.last_mut().unwrap().closes = at("2026-02-18T00:00");
    assert!(matches!(
        &check(&windows)[..],
        [Caution::CertificationEndsFirst { audience, .. }] if *audience == class()
    ));
    windows.push(certification(class(), "2026-02-10T08:00", "2026-02-25T23:59"));
    assert_eq!(check(&windows), []);
}

#[test]
fn two_weeks_after_the_last_day_except_for_those_who_leave() {
    let too_soon = |term, audience: Audience, closes: &str| {
        let mut windows = vec![
            window(
                WindowKind::OutcomeUpload,
                Period::Term(term),
                audience.clone(),
                "2025-09-01T08:00",
                closes,
            ),
            window(
                WindowKind::Certification,
                Period::Term(term),
                audience,
                "2025-09-01T08:00",
                "2026-08-31T23:59",
            ),
        ];
        if term == SECOND {
            windows
                .iter_mut()
                .for_each(|window| window.opens = at("2026-02-15T08:00"));
        }
        let found = check(&windows);
        found
            .iter()
            .any(|caution| matches!(caution, Caution::TooSoonAfterLastDay { .. }))
    };
    // 休業式 is 20 January and 30 June.
    for (term, audience, closes, expected) in [
        (TERM, Audience::All, "2026-02-03T00:00", false),
        (TERM, Audience::All, "2026-02-02T23:59", true),
        (TERM, Audience::Grade(3), "2026-02-02T23:59", true),
        (SECOND, Audience::All, "2026-07-14T00:00", false),
        (SECOND, Audience::All, "2026-07-13T23:59", true),
        (SECOND, Audience::Grade(2), "2026-07-13T23:59", true),
        (SECOND, Audience::Grade(3), "2026-05-20T23:59", false),
    ] {
        assert_eq!(
            too_soon(term, audience.clone(), closes),
            expected,
            "{term} {audience:?} {closes}"
        );
    }
    let timetable = Timetable {
        windows: &good(),
        last_days: &[],
        current: &[],
        now: at("2025-10-01T08:00"),
    };
    assert_eq!(timetable.cautions(), [Caution::LastDayUnknown { term: TERM }]);
}

#[test]
fn selecting_comes_after_certifying() {
    let year = SchoolYear(114);
    let mut windows = good();
    windows[3].opens = at("2025-09-01T07:59");
    assert_eq!(
        check(&windows),
        [Caution::SelectionBeforeCertification {
            year,
            audience: Audience::All,
            opens: at("2025-09-01T07:59"),
            certification_opens: Some(at("2025-09-01T08:00")),
        }]
    );
    windows[3].opens = at("2025-09-01T08:00");
    windows[3].closes = at("2026-02-10T23:59");
    assert!(matches!(
        check(&windows)[..],
        [Caution::SelectionEndsFirst { .. }]
    ));
    let last_year = window(
        WindowKind::Selection,
        Period::Year(SchoolYear(113)),
        Audience::All,
        "2025-09-10T08:00",
        "2025-09-30T23:59",
    );
    assert!(matches!(
        check(&[good(), vec![last_year]].concat())[..],
        [Caution::SelectionBeforeCertification {
            certification_opens: None,
            year: SchoolYear(113),
            ..
        }]
    ));
    let mut third = good();
    third[3].audience = Audience::Grade(3);
    third[3].opens = at("2025-12-01T08:00");
    third[3].closes = at("2025-12-20T23:59");
    assert_eq!(check(&third), [], "高三 is filed in two batches");
}

#[test]
fn two_terms_at_once_are_pointed_out_except_for_certifying() {
    let earlier = Period::Term(TERM.previous());
    let mut windows = good();
    windows.push(window(
        WindowKind::Certification,
        earlier,
        Audience::All,
        "2025-06-01T08:00",
        "2025-10-01T08:00",
    ));
    windows.push(window(
        WindowKind::OutcomeUpload,
        earlier,
        Audience::All,
        "2025-06-01T08:00",
        "2025-09-01T07:59",
    ));
    let only_overlaps = |windows: &[Window]| {
        let all = check(windows);
        let overlaps = all
            .into_iter()
            .filter(|caution| matches!(caution, Caution::Overlap { .. }));
        overlaps.collect::<Vec<_>>()
    };
    assert_eq!(only_overlaps(&windows), []);
    windows.last_mut().unwrap().closes = at("2025-09-01T08:00");
    assert_eq!(
        only_overlaps(&windows),
        [Caution::Overlap {
            kind: WindowKind::OutcomeUpload,
            earlier,
            later: Period::Term(TERM),
            from: at("2025-09-01T08:00"),
            closes: at("2025-09-01T08:00"),
        }]
    );
}

#[test]
fn a_wrong_year_and_a_window_of_minutes_are_seen() {
    let mut windows = good();
    windows[0].closes = at("2027-02-10T23:59");
    windows[1].closes = at("2027-02-17T23:59");
    let far: Vec<WindowKind> = check(&windows)
        .iter()
        .filter_map(|caution| match caution {
            Caution::FarFromPeriod { kind, .. } => Some(*kind),
            _ => None,
        })
        .collect();
    assert_eq!(far, [WindowKind::OutcomeUpload, WindowKind::Certification]);

    let mut short = good();
    short[3].closes = at("2026-09-02T07:58");
    assert!(
        matches!(check(&short)[..], [Caution::Short { minutes: 1439, .. }]),
        "{:?}",
        check(&short)
    );
    short[3].closes = at("2026-09-02T07:59");
    assert_eq!(check(&short), []);
}

#[test]
fn an_extension_within_the_dates_adds_nothing() {
    let own = || Audience::Student(super::super::id::AccountId(7));
    let mut windows = good();
    windows.push(upload(own(), "2026-02-01T08:00", "2026-02-10T23:59"));
    assert!(matches!(
        check(&windows)[..],
        [Caution::ExtensionAddsNothing { .. }]
    ));
    windows.last_mut().unwrap().closes = at("2026-02-11T00:00");
    assert_eq!(check(&windows), []);
    windows.last_mut().unwrap().closes = at("2026-02-10T23:59");
    windows.push(upload(Audience::Grade(3), "2025-09-01T08:00", "2026-01-25T23:59"));
    let found = check(&windows);
    assert!(
        !found
            .iter()
            .any(|caution| matches!(caution, Caution::ExtensionAddsNothing { .. })),
        "高三 may gain: {found:?}"
    );
}

#[test]
fn a_term_that_should_be_switched_is_seen() {
    let mut windows = good();
    windows.push(window(
        WindowKind::OutcomeUpload,
        Period::Term(SECOND),
        Audience::All,
        "2026-02-20T08:00",
        "2026-07-20T23:59",
    ));
    windows.push(window(
        WindowKind::Certification,
        Period::Term(SECOND),
        Audience::All,
        "2026-02-20T08:00",
        "2026-07-20T23:59",
    ));
    assert_eq!(
        check_at(&windows, "2026-02-15T08:00"),
        [],
        "nothing else is open yet"
    );
    assert_eq!(
        check_at(&windows, "2026-02-20T08:00"),
        [Caution::AnotherIsOpen {
            kind: WindowKind::OutcomeUpload,
            period: Period::Term(TERM),
            open: Period::Term(SECOND),
        }]
    );
}

#[test]
fn a_caution_stands_beside_the_window_it_speaks_of() {
    let grade = Audience::Grade(3);
    let student = Audience::Student(AccountId(7));
    let mut windows = vec![
        upload(Audience::All, "2025-09-01T08:00", "2026-02-10T23:59"),
        certification(Audience::All, "2025-09-01T08:00", "2026-02-09T23:59"),
        upload(grade.clone(), "2025-09-01T08:00", "2026-02-11T23:59"),
        upload(student.clone(), "2025-09-01T08:00", "2026-02-12T23:59"),
    ];
    let place_of = |windows: &[Window], wanted: &str, audience: &Audience| {
        let all: Vec<&Window> = windows.iter().collect();
        let found = check(windows);
        let caution = found
            .iter()
            .find(|one| one.code() == wanted && one.audience().is_none_or(|of| of == audience));
        caution.expect("the caution").beside(&all)
    };
    let ends_first = "certification-ends-first";
    assert_eq!(place_of(&windows, ends_first, &Audience::All), Some(1));
    assert_eq!(
        place_of(&windows, ends_first, &grade),
        Some(2),
        "no certification of its own"
    );
    assert_eq!(place_of(&windows, ends_first, &student), Some(3));
    let all: Vec<&Window> = windows.iter().collect();
    assert_eq!(Caution::LastDayUnknown { term: TERM }.beside(&all), None);
    windows.remove(1);
    assert_eq!(
        place_of(&windows, "upload-without-certification", &Audience::All),
        Some(0)
    );
    assert_eq!(place_of(&[], "not-announced", &Audience::All), None);
}
