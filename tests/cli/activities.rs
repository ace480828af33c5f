use serde_json::Value;

use crate::support::{Place, REGISTRY, STUDENT, fields, sample, text};

/// Has no activities.
const OTHER: &str = "1130102";

fn used(place: &Place, account: &str) -> u64 {
    place.json(account, &["status"])["counters"]["activity"]["used"]
        .as_u64()
        .unwrap()
}

fn competition(place: &Place, account: &str) -> Value {
    let file = sample("club-badge.png");
    place.json(
        account,
        &[
            "activity",
            "add",
            "--category",
            "competition",
            "--field",
            "競賽名稱=全國技藝競賽",
            "--field",
            "結果公布日期=1140901",
            "--file",
            file.to_str().unwrap(),
        ],
    )
}

#[test]
fn an_activity_lives_from_adding_to_restoring() {
    let place = Place::with_school();
    let before = used(&place, OTHER);
    let added = competition(&place, OTHER);
    let id = text(&added["id"]);
    let names = fields(&added);
    assert_eq!(
        names,
        [
            "category",
            "copied_from",
            "description",
            "fields",
            "filed",
            "files",
            "id",
            "kind",
            "lacking",
            "link",
            "tags",
            "term",
            "title",
            "trashed",
            "version",
            "waiting_for_document"
        ]
    );
    assert_eq!(
        (&added["kind"], &added["category"]),
        (&"activity".into(), &"competition".into())
    );
    assert_eq!(added["term"], "114-1");
    assert_eq!(added["fields"]["結果公布日期"], "1140901");
    assert_eq!(
        added["lacking"],
        serde_json::json!(["競賽等級", "獎項", "個人或團體"])
    );
    assert_eq!(added["files"][0]["slot"], "document");
    assert_eq!(used(&place, OTHER), before + 1);

    let edited = place.json(
        OTHER,
        &[
            "activity",
            "edit",
            &id,
            "--field",
            "競賽等級=3",
            "--field",
            "獎項=佳作",
            "--field",
            "個人或團體=個人",
            "--description",
            "做了什麼",
            "--link",
            "https://example.org/作品",
        ],
    );
    assert_eq!(edited["fields"]["競賽等級"], "全國");
    assert_eq!(edited["lacking"], serde_json::json!([]));
    assert_eq!(edited["link"], "https://example.org/作品");
    let fewer = place.json(
        OTHER,
        &["activity", "edit", &id, "--remove", "document", "--link", ""],
    );
    assert_eq!(
        (&fewer["link"], &fewer["waiting_for_document"]),
        (&Value::Null, &true.into())
    );
    assert_eq!(
        place.run(OTHER, &["activity", "edit", &id]).code,
        2,
        "nothing to change is a slip"
    );

    let shown = place.run(OTHER, &["activity", "show", &id]);
    for part in ["全國技藝競賽", "佳作", "做了什麼", "等候證明文件", "歷程"] {
        assert!(shown.out.contains(part), "{part}: {}", shown.out);
    }
    let listed = place.json(
        OTHER,
        &["activity", "list", "--category", "competition", "--find", "技藝"],
    );
    assert!(
        listed
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] == id.as_str())
    );
    let other = place.json(
        OTHER,
        &["activity", "list", "--category", "work", "--find", "技藝"],
    );
    assert_eq!(other, serde_json::json!([]));

    assert_eq!(place.json(OTHER, &["activity", "delete", &id])["trashed"], true);
    assert_eq!(used(&place, OTHER), before);
    let trash = place.json(OTHER, &["activity", "list", "--trashed"]);
    assert_eq!(trash[0]["id"], id.as_str());
    place.refused(OTHER, &["activity", "edit", &id, "--description", "x"], 1);
    assert_eq!(place.json(OTHER, &["activity", "restore", &id])["trashed"], false);

    let copy = place.json(OTHER, &["activity", "copy", &id]);
    assert_eq!(copy["copied_from"], id.as_str());
    let tagged = place.json(OTHER, &["activity", "tag", &id, "--tag", "#技藝"]);
    assert_eq!(tagged["tags"], serde_json::json!(["技藝"]));
    let found = place.json(OTHER, &["activity", "list", "--tag", "技藝"]);
    assert_eq!(found.as_array().unwrap().len(), 1);
}

#[test]
fn what_is_wrong_is_told_by_the_official_name() {
    let place = Place::with_school();
    let add = |category: &str, fields: &[&str]| {
        let mut line = vec!["activity", "add", "--category", category];
        for field in fields {
            line.extend(["--field", field]);
        }
        place.refused(OTHER, &line, 1)
    };
    let reason = add("competition", &["競賽名稱=科展"]);
    assert!(
        reason.contains("結果公布日期") && reason.contains("教育部"),
        "{reason}"
    );
    let reason = add("competition", &["競賽名稱=科展", "結果公布日期=1110901"]);
    assert!(
        reason.contains("113 年 8 月 1 日"),
        "the years are named: {reason}"
    );
    let reason = add("flexible", &["開設名稱=自主學習", "開設週數=19"]);
    assert!(reason.contains("開設週數") && reason.contains("18"), "{reason}");
    let course = [
        "課程名稱=微積分",
        "開始日期=1140701",
        "結束日期=1140801",
        "學分數=0",
    ];
    let reason = add("college", &course);
    assert!(reason.contains("其他多元表現紀錄"), "{reason}");
    let reason = add("work", &["名稱=畫", "作品日期=1140901", "獎金=100"]);
    assert!(reason.contains("獎金") && reason.contains("作品日期"), "{reason}");
    assert_eq!(used(&place, OTHER), competition_count(&place));

    let slip = |arguments: &[&str]| assert_eq!(place.run(OTHER, arguments).code, 2, "{arguments:?}");
    slip(&["activity", "add", "--category", "nonsense"]);
    slip(&["activity", "add", "--category", "work", "--field", "名稱"]);
    let foreign = text(&place.json(STUDENT, &["activity", "list"])[0]["id"]);
    let reasons = [foreign.as_str(), "0000000000001", "no id at all"]
        .map(|id| place.refused(OTHER, &["activity", "show", id], 1));
    assert_eq!(reasons[0], reasons[1]);
    assert_eq!(reasons[0], reasons[2]);
}

fn competition_count(place: &Place) -> u64 {
    place.json(OTHER, &["activity", "list"]).as_array().unwrap().len() as u64
}

#[test]
fn fields_and_places_need_no_account() {
    let place = Place::empty();
    let json = |arguments: &[&str]| -> Value {
        let said = place.finish(place.command(arguments));
        assert_eq!(said.code, 0, "{}", said.err);
        serde_json::from_str(&said.out).unwrap()
    };
    let all = json(&["activity", "fields", "--json"]);
    assert_eq!(all.as_array().unwrap().len(), 10);
    let one = json(&["activity", "fields", "--category", "service", "--json"]);
    let names: Vec<&str> = one[0]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["服務名稱", "服務單位名稱", "開始日期", "結束日期", "時數"]
    );
    let places = json(&["activity", "where", "多益", "--json"]);
    assert_eq!(places[0]["place"], "certificate");
}

#[test]
fn the_office_sets_years_lists_and_counting() {
    let place = Place::with_school();
    let painted = |date: &str| {
        let field = format!("作品日期={date}");
        let line = [
            "activity",
            "add",
            "--category",
            "work",
            "--field",
            "名稱=畫",
            "--field",
        ];
        place.run(OTHER, &[&line[..], &[field.as_str()]].concat()).code
    };
    assert_eq!(painted("1160901"), 1);
    let years = ["activity", "years", "--student", OTHER, "--extra-years", "1"];
    place.refused(OTHER, &years, 1);
    place.json(REGISTRY, &years);
    assert_eq!(painted("1160901"), 0);
    let choices = place.json(STUDENT, &["activity", "choices", "workplace"]);
    assert_eq!(choices["entries"].as_array().unwrap().len(), 5);
    let set = ["activity", "choices", "workplace", "--entry", "產業實習"];
    place.refused(STUDENT, &set, 1);
    assert_eq!(
        place.json("admin", &set)["entries"],
        serde_json::json!(["產業實習"])
    );
    place.json(REGISTRY, &["activity", "quota", "114", "--limit", "1"]);
    let reason = place.refused(
        STUDENT,
        &[
            "activity",
            "add",
            "--category",
            "work",
            "--field",
            "名稱=畫",
            "--field",
            "作品日期=1140901",
        ],
        1,
    );
    assert!(reason.contains("學年度"), "{reason}");
    place.json(REGISTRY, &["activity", "quota", "114", "--per-term"]);
    assert_eq!(painted("1140901"), 0);
}

#[test]
fn selecting_counts_orders_and_confirms() {
    let place = Place::with_school();
    let list = |arguments: &[&str]| place.json(STUDENT, arguments);
    let before = list(&["select", "list"]);
    assert_eq!(
        (&before["year"], &before["phase"]),
        (&"113".into(), &"open".into())
    );
    assert_eq!(
        (&before["outcomes"]["used"], &before["outcomes"]["limit"]),
        (&2.into(), &6.into())
    );
    assert_eq!(
        (&before["activities"]["used"], &before["activities"]["limit"]),
        (&3.into(), &10.into())
    );
    assert_eq!(before["confirmed"], Value::Null);
    let spare = text(&before["activities"]["candidates"][0]["id"]);
    let added = list(&["select", "add", &spare]);
    assert_eq!(added["activities"]["used"], 4);
    let removed = list(&["select", "remove", &spare]);
    assert_eq!(removed["activities"]["used"], 3);
    let ids: Vec<String> = removed["activities"]["selected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(&one["id"]))
        .collect();
    let ordered = list(&["select", "order", &ids[2], &ids[0], &ids[1]]);
    assert_eq!(ordered["activities"]["selected"][0]["id"], ids[2].as_str());
    place.refused(STUDENT, &["select", "order", &ids[0]], 1);
    let unsubmitted = place.item_in(STUDENT, "draft");
    let reason = place.refused(STUDENT, &["select", "add", &unsubmitted], 1);
    assert!(reason.contains("114-1"), "{reason}");
    let confirmed = list(&["select", "confirm"]);
    assert!(confirmed["confirmed"].is_string());
    let said = place.run(STUDENT, &["select", "list"]);
    for part in ["113 學年度勾選", "已勾選 2／6 件", "已勾選 3／10 件", "可以勾選"] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
}

#[test]
fn the_office_files_what_was_selected_when_it_is_over() {
    let place = Place::with_school();
    let all = place.json(REGISTRY, &["select", "overview"]);
    let row = |all: &Value| {
        let rows = all.as_array().unwrap().clone();
        rows.into_iter().find(|one| one["account"] == STUDENT).unwrap()
    };
    assert_eq!(
        (&row(&all)["outcomes"], &row(&all)["filed"]),
        (&2.into(), &0.into())
    );
    place.refused(STUDENT, &["select", "overview"], 1);
    place.refused(REGISTRY, &["select", "file"], 1);
    let closed = [
        "term",
        "set",
        "113",
        "--window",
        "selection",
        "--opens",
        "2020-01-01T08:00",
        "--closes",
        "2020-01-02T23:59",
    ];
    assert_eq!(place.run(REGISTRY, &closed).code, 0);
    let reason = place.refused(STUDENT, &["select", "confirm"], 1);
    assert!(reason.contains("截止"), "{reason}");
    place.json(REGISTRY, &["select", "file"]);
    assert_eq!(row(&place.json(REGISTRY, &["select", "overview"]))["filed"], 5);
    let selected = place.json(STUDENT, &["select", "list"]);
    assert_eq!(selected["outcomes"]["selected"][0]["filed"], true);
    let activity = text(&selected["activities"]["selected"][0]["id"]);
    let reason = place.refused(STUDENT, &["activity", "delete", &activity], 1);
    assert!(reason.contains("提交"), "{reason}");
}
