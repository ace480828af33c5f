use serde_json::Value;

use crate::support::{FULL_STUDENT, Place, STUDENT, TERM, fields, sample, text};

fn sorted(value: &Value) -> Vec<&str> {
    let mut names = fields(value);
    names.sort_unstable();
    names
}

#[test]
fn documents_have_their_shapes() {
    let place = Place::with_school();
    let status = place.json(STUDENT, &["status"]);
    assert_eq!(sorted(&status), ["counters", "terms", "windows"]);
    assert_eq!(
        status["terms"],
        serde_json::json!({"outcome": "114-1", "activity": "114-1", "selection": "113"})
    );
    let counters =
        serde_json::json!({"outcome": {"used": 5, "limit": 20}, "activity": {"used": 8, "limit": 20}});
    assert_eq!(status["counters"], counters);
    let windows = status["windows"].as_array().unwrap();
    let kinds: Vec<[&str; 3]> = windows
        .iter()
        .map(|window| ["kind", "for", "phase"].map(|field| window[field].as_str().unwrap()))
        .collect();
    let expected = [
        ["outcome-upload", "114-1", "open"],
        ["certification", "114-1", "open"],
        ["activity", "114", "open"],
        ["selection", "113", "open"],
    ];
    assert_eq!(kinds, expected);
    for window in windows {
        assert_eq!(sorted(window), ["closes", "for", "kind", "opens", "phase"]);
        let closes = window["closes"].as_str().unwrap();
        assert!(closes.ends_with("T23:59:00+08:00"), "{closes}");
    }

    let courses = place.json(STUDENT, &["course", "list", "--term", TERM]);
    let course = &courses[0];
    assert_eq!(
        sorted(course),
        ["code", "credits", "id", "name", "teachers", "term"]
    );
    assert!(course["id"].is_string() && course["credits"].is_u64() && course["teachers"].is_array());
    assert_eq!(course["code"].as_str().unwrap().len(), 23);

    let item = &place.items(STUDENT)[0];
    let names = [
        "course",
        "course_name",
        "files",
        "id",
        "kind",
        "state",
        "term",
        "title",
        "trashed",
        "version",
    ];
    assert_eq!(sorted(item), names);
    assert_eq!(item["kind"], "outcome");
    assert_eq!(
        sorted(&item["files"][0]),
        ["blake3", "bytes", "md5", "name", "slot"]
    );
}

#[test]
fn an_outcome_lives_from_adding_to_asking_back() {
    let place = Place::with_school();
    let course = place.course(STUDENT, "數學A");
    let (document, media) = (sample("math-exploration.pdf"), sample("insertion-sort.mp4"));
    let added = place.add(&course, &document);
    let id = text(&added["id"]);
    assert_eq!(
        (&added["state"], &added["trashed"]),
        (&"draft".into(), &false.into())
    );
    assert_eq!(added["files"][0]["slot"], "document");
    let hash = blake3::hash(&std::fs::read(&document).unwrap())
        .to_hex()
        .to_string();
    assert_eq!(added["files"][0]["blake3"], hash.as_str());
    assert_eq!(place.used(STUDENT), 6);

    let other_course = place.course(STUDENT, "歷史");
    let media = media.to_str().unwrap();
    let options = [
        "item",
        "edit",
        &id,
        "--title",
        "新的名稱",
        "--description",
        "一句話",
        "--course",
        &other_course,
        "--file",
        media,
    ];
    let edited = place.json(STUDENT, &options);
    assert_eq!(edited["title"], "新的名稱");
    assert_eq!(edited["course_name"], "歷史");
    assert_eq!(edited["files"].as_array().unwrap().len(), 2);
    assert!(edited["version"].as_u64() > added["version"].as_u64());
    let fewer = place.json(STUDENT, &["item", "edit", &id, "--remove", "media"]);
    assert_eq!(fewer["files"].as_array().unwrap().len(), 1);
    assert_eq!(
        place.run(STUDENT, &["item", "edit", &id]).code,
        2,
        "nothing to change is a slip"
    );

    let shown = place.run(STUDENT, &["item", "show", &id]);
    for part in ["新的名稱", "編輯中", "一句話", "3/100", "歷史"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }

    assert_eq!(
        place.json(STUDENT, &["item", "submit", &id])["state"],
        "submitted"
    );
    for refused in [
        &["item", "edit", &id, "--title", "x"][..],
        &["item", "delete", &id],
        &["item", "submit", &id],
    ] {
        let reason = place.refused(STUDENT, refused, 1);
        assert!(reason.contains("認證中"), "{reason}");
    }
    place.json(STUDENT, &["item", "request-return", &id]);
    place.refused(STUDENT, &["item", "request-return", &id], 1);
    place.json(STUDENT, &["item", "withdraw-request", &id]);
    place.refused(STUDENT, &["item", "withdraw-request", &id], 1);
}

#[test]
fn deleting_can_be_undone() {
    let place = Place::with_school();
    let id = place.item_in(STUDENT, "draft");
    assert_eq!(place.json(STUDENT, &["item", "delete", &id])["trashed"], true);
    assert_eq!(place.used(STUDENT), 4, "the trash does not count");
    assert!(place.items(STUDENT).iter().all(|item| item["id"] != id.as_str()));
    let trash = place.json(STUDENT, &["item", "list", "--trashed"]);
    assert_eq!(trash.as_array().unwrap().len(), 1);
    place.refused(STUDENT, &["item", "submit", &id], 1);
    assert_eq!(place.json(STUDENT, &["item", "restore", &id])["trashed"], false);
    assert_eq!(place.used(STUDENT), 5);
    place.refused(STUDENT, &["item", "restore", &id], 1);
}

#[test]
fn the_twenty_first_is_refused() {
    let place = Place::with_school();
    let course = place.course(FULL_STUDENT, "數學A");
    let add = [
        "item", "add", "--term", TERM, "--course", &course, "--title", "太多",
    ];
    let reason = place.refused(FULL_STUDENT, &add, 1);
    assert!(reason.contains("20"), "{reason}");
    assert_eq!(place.used(FULL_STUDENT), 20);
    let draft = place.item_in(FULL_STUDENT, "draft");
    place.json(FULL_STUDENT, &["item", "delete", &draft]);
    place.json(FULL_STUDENT, &add);
    place.refused(FULL_STUDENT, &["item", "restore", &draft], 1);
}

#[test]
fn foreign_and_unknown_ids_sound_the_same() {
    let place = Place::with_school();
    let foreign = place.item_in(FULL_STUDENT, "draft");
    let reasons = [foreign.as_str(), "0000000000001", "no id at all"]
        .map(|id| place.refused(STUDENT, &["item", "show", id], 1));
    assert_eq!(reasons[0], reasons[1]);
    assert_eq!(reasons[0], reasons[2]);
    for step in [
        "submit",
        "delete",
        "restore",
        "request-return",
        "withdraw-request",
    ] {
        assert_eq!(place.refused(STUDENT, &["item", step, &foreign], 1), reasons[0]);
    }
    let add = |course: &str| {
        place.refused(
            STUDENT,
            &["item", "add", "--term", TERM, "--course", course, "--title", "x"],
            1,
        )
    };
    assert_eq!(add("0000000000001"), add("數學A"));
}

#[test]
fn courses_without_credit_take_nothing() {
    let place = Place::with_school();
    let course = place.course(STUDENT, "自主學習");
    let reason = place.refused(
        STUDENT,
        &["item", "add", "--term", TERM, "--course", &course, "--title", "x"],
        1,
    );
    assert!(reason.contains("自主學習"), "{reason}");
}
