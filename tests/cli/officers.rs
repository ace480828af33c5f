//! `licheng officer …`.

use serde_json::Value;

use crate::support::{Place, REGISTRY, STUDENT, TERM, text};

const AFFAIRS: &str = "affairs";

fn posts(place: &Place, account: &str) -> Vec<Value> {
    let listed = place.json(account, &["officer", "list", "--term", TERM]);
    listed.as_array().unwrap().clone()
}

fn add(place: &Place) -> String {
    let added = place.json(
        AFFAIRS,
        &[
            "officer",
            "add",
            "--student",
            STUDENT,
            "--term",
            TERM,
            "--unit",
            "天文社",
            "--post-name",
            "社長",
            "--level",
            "3",
            "--from",
            "114/9/1",
            "--until",
            "1150120",
            "--reason",
            "名冊漏列",
        ],
    );
    let added = added.as_array().unwrap();
    text(&added.iter().find(|post| post["unit"] == "天文社").unwrap()["id"])
}

#[test]
fn a_report_is_answered_and_the_post_corrected() {
    let place = Place::with_school();
    let before = posts(&place, STUDENT).len();
    let post = add(&place);
    let own = posts(&place, STUDENT);
    assert_eq!(own.len(), before + 1);
    let reports = place.json(STUDENT, &["officer", "report", "--post", &post, "我是副社長"]);
    let reports = reports.as_array().unwrap();
    let report = reports
        .iter()
        .find(|report| text(&report["post"]) == post)
        .unwrap();
    assert_eq!(
        (&report["state"], &report["words"]),
        (&"open".into(), &"我是副社長".into())
    );
    let report = text(&report["id"]);
    let again = place.refused(STUDENT, &["officer", "report", "--post", &post, "再說一次"], 1);
    assert!(again.contains("已經回報過"), "{again}");

    let open = || {
        place
            .json(AFFAIRS, &["officer", "inbox", "--open"])
            .as_array()
            .unwrap()
            .len()
    };
    let waiting = open();
    let corrected = place.json(
        AFFAIRS,
        &[
            "officer",
            "correct",
            &post,
            "--post-name",
            "副社長",
            "--reason",
            "社團資料",
            "--report",
            &report,
        ],
    );
    let corrected = corrected.as_array().unwrap();
    let one = corrected.iter().find(|one| text(&one["id"]) == post).unwrap();
    assert_eq!(one["post"], "副社長");
    assert_eq!(one["corrections"][0]["before"]["post"], "社長");
    place.json(AFFAIRS, &["officer", "answer", &report, "已更正"]);
    let inbox = place.run(STUDENT, &["officer", "inbox"]);
    assert!(
        inbox.out.contains("已回覆") && inbox.out.contains("已更正"),
        "{}",
        inbox.out
    );
    assert_eq!(open(), waiting - 1);
}

#[test]
fn a_removed_post_is_still_told_and_comes_back_with_no_old_roster() {
    let place = Place::with_school();
    let post = add(&place);
    let removed = place.json(AFFAIRS, &["officer", "remove", &post, "--reason", "重複"]);
    let removed = removed.as_array().unwrap();
    let one = removed.iter().find(|one| text(&one["id"]) == post).unwrap();
    assert_eq!(one["removed"], true);
    let said = place.run(STUDENT, &["officer", "list"]);
    assert!(said.out.contains("已移除"), "{}", said.out);
}

#[test]
fn the_wrong_people_and_the_wrong_words_are_refused() {
    let place = Place::with_school();
    let post = add(&place);
    place.refused(REGISTRY, &["officer", "list"], 1);
    place.refused(STUDENT, &["officer", "remove", &post, "--reason", "不要"], 1);
    place.refused(AFFAIRS, &["officer", "correct", &post, "--reason", "沒有改"], 2);
    let same = place.refused(
        AFFAIRS,
        &[
            "officer",
            "correct",
            &post,
            "--unit",
            "天文社",
            "--reason",
            "一樣",
        ],
        1,
    );
    assert!(same.contains("沒有需要更正的地方"), "{same}");
    place.refused(AFFAIRS, &["officer", "answer", "0000000000000", "沒有這則"], 1);
}
