use serde_json::Value;

use crate::support::{Place, REGISTRY, STUDENT, fields, text};

/// 程式設計
const TEACHER: &str = "t08";
/// Decides nothing of 程式設計.
const OTHER_TEACHER: &str = "t03";
/// Away; somebody stands in.
const AWAY: &str = "t07";
const DEPUTY: &str = "t05";

fn queue(place: &Place, account: &str) -> Vec<Value> {
    place
        .json(account, &["certify", "list"])
        .as_array()
        .unwrap()
        .clone()
}

fn waiting(place: &Place, account: &str) -> Vec<String> {
    let queue = queue(place, account);
    let waiting = queue.iter().filter(|row| row["state"] == "submitted");
    waiting.map(|row| text(&row["id"])).collect()
}

fn row(place: &Place, account: &str, id: &str) -> Value {
    let queue = queue(place, account);
    queue.into_iter().find(|row| row["id"] == id).unwrap()
}

fn said(place: &Place, arguments: &[&str]) -> String {
    let said = place.run(TEACHER, arguments);
    assert_eq!(said.code, 0, "{}", said.err);
    said.out
}

#[test]
fn the_list_has_its_shape_and_order() {
    let place = Place::with_school();
    let queue = queue(&place, TEACHER);
    assert!(queue.len() >= 20);
    let names = [
        "id",
        "state",
        "course",
        "course_name",
        "student",
        "student_name",
        "version",
        "waiting_days",
        "title",
        "class",
        "seat",
        "attempt",
        "requested",
        "unopened",
    ];
    for name in names {
        assert!(!queue[0][name].is_null() || name == "requested", "{name}");
    }
    assert_eq!(fields(&queue[0]).len(), names.len());
    let days: Vec<i64> = queue
        .iter()
        .map(|row| row["waiting_days"].as_i64().unwrap())
        .collect();
    let waits = queue
        .iter()
        .take_while(|row| row["state"] == "submitted" || !row["requested"].is_null())
        .count();
    assert!(days[..waits].is_sorted_by(|one, other| one >= other), "{days:?}");
    assert!(
        days[0] > 5 && days[waits..].iter().all(|days| *days == 0),
        "{days:?}"
    );
    for row in &queue {
        assert_eq!(row["course_name"], "程式設計");
        assert!(row["version"].is_u64() && row["student"].as_str().unwrap().starts_with("113"));
        assert!(["submitted", "certified", "returned"].contains(&row["state"].as_str().unwrap()));
    }
    let course = place.course(TEACHER, "程式設計");
    assert!(queue.iter().all(|row| row["course"] == course.as_str()));
    let table = said(&place, &["certify", "list"]);
    for part in [
        "等候處理",
        "認證中",
        "二年2班",
        "程式設計",
        &text(&queue[0]["id"]),
    ] {
        assert!(table.contains(part), "{part}: {table}");
    }
}

#[test]
fn several_are_passed_returned_and_taken_back_at_once() {
    let place = Place::with_school();
    let ids = waiting(&place, TEACHER);
    let [first, second, third] = &ids[..3] else {
        panic!("{ids:?}")
    };
    let passed = place.json(TEACHER, &["certify", "pass", first, second]);
    assert_eq!(fields(&passed), ["done", "refused"]);
    let done = passed["done"].as_array().unwrap();
    assert_eq!(done.len(), 2);
    assert_eq!(
        (&done[0]["id"], &done[0]["state"]),
        (&first.as_str().into(), &"certified".into())
    );
    let after = row(&place, TEACHER, first);
    assert_eq!(after["version"], done[0]["version"]);
    assert_eq!(after["unopened"], true, "nothing was on a screen");

    let undone = place.json(TEACHER, &["certify", "undo", first, second]);
    assert_eq!(undone["done"].as_array().unwrap().len(), 2);
    assert_eq!(row(&place, TEACHER, second)["state"], "submitted");

    let words = said(&place, &["certify", "pass", "--opened", first]);
    assert!(
        words.contains("認證成功 1 件。") && words.contains(first.as_str()),
        "{words}"
    );
    assert_eq!(row(&place, TEACHER, first)["unopened"], false);

    let options = [
        "certify",
        "return",
        "--reason",
        "wrong-course",
        "--note",
        "這是美術課的",
        second,
        third,
    ];
    let words = said(&place, &options);
    assert!(words.contains("認證失敗 2 件"), "{words}");
    let student = text(&row(&place, TEACHER, third)["student"]);
    let shown = place.run(&student, &["item", "show", third]);
    for part in ["科目或學期不符", "這是美術課的", "（未開啟檔案）"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
}

#[test]
fn what_cannot_be_decided_is_told_and_the_rest_is_done() {
    let place = Place::with_school();
    let ids = waiting(&place, TEACHER);
    place.json(TEACHER, &["certify", "pass", &ids[0]]);
    let foreign = &waiting(&place, AWAY)[0];
    let said = place.run(
        TEACHER,
        &["certify", "pass", "--json", &ids[0], foreign, "no-id", &ids[1]],
    );
    assert_eq!(said.code, 1, "{}", said.out);
    let document: Value = serde_json::from_str(&said.out).unwrap();
    let told = |part: &str| {
        let entries = document[part].as_array().unwrap();
        let mut ids: Vec<String> = entries.iter().map(|entry| text(&entry["id"])).collect();
        ids.sort();
        ids
    };
    assert_eq!(told("done"), [ids[1].clone()]);
    let mut refused = [ids[0].clone(), foreign.clone(), "no-id".to_owned()];
    refused.sort();
    assert_eq!(told("refused"), refused);
    for id in &refused {
        assert!(said.err.contains(id), "{id}: {}", said.err);
    }
    assert_eq!(row(&place, TEACHER, &ids[1])["state"], "certified");
    assert_eq!(row(&place, AWAY, foreign)["state"], "submitted");
    // All of them refused: nothing is answered.
    place.refused(TEACHER, &["certify", "pass", &ids[0]], 1);
    place.refused(TEACHER, &["certify", "undo", &ids[2]], 1);
}

#[test]
fn whoever_may_not_decide_is_told_so() {
    let place = Place::with_school();
    let id = &waiting(&place, TEACHER)[0];
    for nobody in [STUDENT, REGISTRY] {
        for command in [
            &["certify", "list"][..],
            &["certify", "pass", id],
            &["certify", "return", "--reason", "wrong-file", id],
            &["certify", "undo", id],
        ] {
            let reason = place.refused(nobody, command, 1);
            assert!(reason.contains("任課教師"), "{reason}");
        }
    }
    let reason = place.refused(OTHER_TEACHER, &["certify", "pass", id], 1);
    assert!(reason.contains("找不到這件資料"), "{reason}");
    assert_eq!(row(&place, TEACHER, id)["state"], "submitted");
}

#[test]
fn a_deputy_decides_and_is_named() {
    let place = Place::with_school();
    let id = &waiting(&place, AWAY)[0];
    assert!(waiting(&place, DEPUTY).contains(id));
    place.json(DEPUTY, &["certify", "pass", id]);
    let student = text(&row(&place, AWAY, id)["student"]);
    let shown = place.run(&student, &["item", "show", id]);
    assert!(
        shown.out.contains("代理人 章鈺珊 代 梁詠絮 認證：認證成功"),
        "{}",
        shown.out
    );
    let reason = place.refused(AWAY, &["certify", "undo", id], 1);
    assert!(reason.contains("不能取消"), "{reason}");
    place.json(DEPUTY, &["certify", "undo", id]);
}

#[test]
fn reasons_are_a_list_and_other_needs_words() {
    let place = Place::with_school();
    let id = &waiting(&place, TEACHER)[0];
    for slip in [
        &["certify", "return", id][..],
        &["certify", "return", "--reason", "too-short", id],
        &["certify", "pass"],
    ] {
        place.refused(TEACHER, slip, 2);
    }
    let other = ["certify", "return", "--reason", "other", id];
    let reason = place.refused(TEACHER, &other, 1);
    assert!(reason.contains("請寫下原因"), "{reason}");
    let with_note = [&other[..], &["--note", "請補上程式碼"]].concat();
    assert_eq!(place.json(TEACHER, &with_note)["done"][0]["state"], "returned");
    let help = place.finish(place.command(["certify", "return", "--help"]));
    for part in ["not-own-work", "不是本人作品", "--confirm-lockout", "--opened"] {
        assert!(help.out.contains(part), "{part}: {}", help.out);
    }
}

#[test]
fn a_late_return_needs_its_option() {
    let place = Place::with_school();
    let id = &waiting(&place, TEACHER)[0];
    place.json(
        REGISTRY,
        &[
            "term",
            "set",
            "114-1",
            "--window",
            "outcome-upload",
            "--opens",
            "2026-01-01T08:00",
            "--closes",
            "2026-01-02T08:00",
        ],
    );
    let late = ["certify", "return", "--reason", "wrong-file", id];
    let reason = place.refused(TEACHER, &late, 1);
    assert!(
        reason.contains("無法勾選") && reason.contains("--confirm-lockout"),
        "{reason}"
    );
    let confirmed = [&late[..], &["--confirm-lockout"]].concat();
    assert_eq!(place.json(TEACHER, &confirmed)["done"][0]["state"], "returned");
}
