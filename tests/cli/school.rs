use serde_json::{Value, json};

use crate::support::{Place, REGISTRY, STUDENT, TERM, sample};

const LONG_AGO: [&str; 4] = ["--opens", "2020-01-01T08:00", "--closes", "2020-02-01T23:59"];
const FOR_EVER: [&str; 4] = [
    "--opens",
    "2020-01-01T08:00",
    "--closes",
    "2120-02-01T23:59:00+08:00",
];

fn set<'a>(period: &'a str, window: &'a str, dates: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [&["term", "set", period, "--window", window][..], dates, more].concat()
}

#[test]
fn a_closed_window_closes_everything() {
    let place = Place::with_school();
    let (draft, submitted) = (
        place.item_in(STUDENT, "draft"),
        place.item_in(STUDENT, "submitted"),
    );
    let course = place.course(STUDENT, "數學A");
    place.json(REGISTRY, &set(TERM, "outcome-upload", &LONG_AGO, &[]));
    let status = place.json(STUDENT, &["status"]);
    assert_eq!(status["windows"][0]["phase"], "closed");
    assert_eq!(status["windows"][0]["closes"], "2020-02-01T23:59:00+08:00");
    let file = sample("math-exploration.pdf");
    let refused: [&[&str]; 6] = [
        &[
            "item",
            "add",
            "--term",
            TERM,
            "--course",
            &course,
            "--title",
            "x",
            "--file",
            file.to_str().unwrap(),
        ],
        &["item", "edit", &draft, "--title", "x"],
        &["item", "submit", &draft],
        &["item", "delete", &draft],
        &["item", "request-return", &submitted],
        &["item", "withdraw-request", &submitted],
    ];
    for command in refused {
        place.refused(STUDENT, command, 1);
    }
    let reason = place.refused(STUDENT, &["item", "submit", &draft], 1);
    assert!(reason.contains("109 年 2 月 1 日"), "the date is named: {reason}");
    assert_eq!(
        place.run(STUDENT, &["item", "show", &draft]).code,
        0,
        "looking is always possible"
    );

    place.json(REGISTRY, &set(TERM, "outcome-upload", &FOR_EVER, &[]));
    assert_eq!(
        place.json(STUDENT, &["item", "submit", &draft])["state"],
        "submitted"
    );
}

#[test]
fn a_grade_has_dates_of_its_own() {
    let place = Place::with_school();
    place.json(
        REGISTRY,
        &set(TERM, "outcome-upload", &LONG_AGO, &["--grade", "3"]),
    );
    assert_eq!(
        place.json(STUDENT, &["status"])["windows"][0]["phase"],
        "open",
        "this student is in grade 2"
    );
    let list = place.json(
        REGISTRY,
        &set(TERM, "outcome-upload", &LONG_AGO, &["--grade", "2"]),
    );
    assert_eq!(place.json(STUDENT, &["status"])["windows"][0]["phase"], "closed");
    let windows = list["windows"].as_array().unwrap();
    let audiences: Vec<&Value> = windows
        .iter()
        .filter(|window| window["kind"] == "outcome-upload" && window["for"] == TERM)
        .map(|window| &window["audience"])
        .collect();
    assert_eq!(audiences.len(), 3);
    assert!(
        audiences.contains(&&json!("all")) && audiences.contains(&&json!({"grade": 2})),
        "{audiences:?}"
    );
    place.refused(
        REGISTRY,
        &set(TERM, "outcome-upload", &LONG_AGO, &["--grade", "9"]),
        1,
    );
}

#[test]
fn dates_are_the_offices() {
    let place = Place::with_school();
    for account in [STUDENT, "t01", "affairs"] {
        place.refused(account, &set(TERM, "outcome-upload", &FOR_EVER, &[]), 1);
        place.refused(account, &["term", "current", "--selection", "114"], 1);
        assert_eq!(
            place.run(account, &["term", "list"]).code,
            0,
            "everybody may look"
        );
    }
    place.refused(REGISTRY, &set("114", "outcome-upload", &FOR_EVER, &[]), 1);
    place.refused(REGISTRY, &set("114-1", "selection", &FOR_EVER, &[]), 1);
    let backwards = ["--opens", "2026-02-01T08:00", "--closes", "2026-01-01T08:00"];
    place.refused(REGISTRY, &set("114", "selection", &backwards, &[]), 1);
}

#[test]
fn current_terms_are_set_one_by_one() {
    let place = Place::with_school();
    let before = place.json(REGISTRY, &["term", "current"]);
    assert_eq!(
        before,
        json!({"outcome": "114-1", "activity": "114-1", "selection": "113"})
    );
    let after = place.json(
        REGISTRY,
        &["term", "current", "--outcome", "114-2", "--selection", "114"],
    );
    assert_eq!(
        after,
        json!({"outcome": "114-2", "activity": "114-1", "selection": "114"})
    );
    let status = place.json(STUDENT, &["status"]);
    assert_eq!(status["terms"], after);
    assert_eq!(
        status["counters"]["outcome"]["used"], 0,
        "another term, another count"
    );
    assert_eq!(status["windows"][0]["phase"], "unannounced");
    assert_eq!(status["windows"][0]["opens"], Value::Null);
}
