//! Dates, rules and announcements from the command line.

use serde_json::{Value, json};

use crate::support::{Place, REGISTRY, STUDENT, TERM, text};

const MORE_TIME: [&str; 6] = ["term", "extend", TERM, "--window", "outcome-upload", "--closes"];

fn extend<'a>(closes: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&MORE_TIME[..], &[closes], more].concat()
}

/// Names of an object's fields, whatever their order.
fn fields(value: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn codes(document: &Value) -> Vec<&str> {
    let cautions = document["cautions"].as_array().unwrap();
    cautions
        .iter()
        .map(|caution| caution["code"].as_str().unwrap())
        .collect()
}

#[test]
fn a_student_gets_more_time_with_a_reason() {
    let place = Place::with_school();
    let for_student = ["--student", STUDENT, "--reason", "住院"];
    place.refused(REGISTRY, &extend("2120-01-01T23:59", &["--reason", "住院"]), 2);
    place.refused("t01", &extend("2120-01-01T23:59", &for_student), 1);
    place.refused(
        REGISTRY,
        &extend("2120-01-01T23:59", &["--student", STUDENT, "--reason", " "]),
        1,
    );
    place.refused(
        REGISTRY,
        &extend("2120-01-01T23:59", &["--class", "九年九班", "--reason", "x"]),
        1,
    );
    let before = place.json(STUDENT, &["status"])["windows"][0]["closes"].clone();
    let said = place.run(REGISTRY, &extend("2120-01-01T23:59", &for_student));
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("請注意"),
        "a hundred years are pointed out: {}",
        said.err
    );
    let after = place.json(STUDENT, &["status"])["windows"][0]["closes"].clone();
    assert_ne!(before, after);
    assert_eq!(after, "2120-01-01T23:59:00+08:00");
    let remove = [
        "term",
        "remove",
        TERM,
        "--window",
        "outcome-upload",
        "--student",
        STUDENT,
    ];
    place.json(REGISTRY, &remove);
    assert_eq!(place.json(STUDENT, &["status"])["windows"][0]["closes"], before);
    place.refused(REGISTRY, &remove, 1);
}

#[test]
fn cautions_are_listed_and_stop_nothing() {
    let place = Place::with_school();
    let set = |window, opens, closes| {
        let arguments = [
            "term", "set", "150-1", "--window", window, "--opens", opens, "--closes", closes,
        ];
        let said = place.run(REGISTRY, &arguments);
        assert_eq!(said.code, 0, "{}", said.err);
        said.err
    };
    set("outcome-upload", "150-09-01T08:00", "151-02-10T23:59");
    let check = || place.json(REGISTRY, &["term", "check", "150-1"]);
    assert_eq!(
        codes(&check()),
        ["upload-without-certification", "last-day-unknown"]
    );
    let told = set("certification", "150-09-01T08:00", "151-02-09T23:59");
    assert!(told.contains("認證比上傳早截止"), "{told}");
    set("certification", "150-09-01T08:00", "151-02-17T23:59");
    let last_day = ["term", "last-day", "150-1"];
    assert_eq!(place.json(STUDENT, &last_day)["date"], Value::Null);
    place.refused(STUDENT, &[&last_day[..], &["--date", "151/1/20"]].concat(), 1);
    let set_day = [&last_day[..], &["--date", "151/1/28"]].concat();
    assert_eq!(
        place.json(REGISTRY, &set_day),
        json!({"for": "150-1", "date": "2062-01-28"})
    );
    let document = check();
    assert_eq!(codes(&document), ["too-soon-after-last-day"]);
    let entry = &document["cautions"][0];
    assert_eq!(fields(entry), ["audience", "code", "cure", "for", "what", "why"]);
    assert_eq!(
        (&entry["for"], &entry["audience"]),
        (&json!("150-1"), &json!("all"))
    );
    place.json(REGISTRY, &[&last_day[..], &["--date", "151/1/20"]].concat());
    assert_eq!(codes(&check()), Vec::<&str>::new());
    assert_eq!(
        place.json(STUDENT, &["term", "list"])["last_days"]
            .as_array()
            .unwrap()
            .last(),
        Some(&json!({"for": "150-1", "date": "2062-01-20"}))
    );
    place.refused(STUDENT, &["term", "check"], 1);
}

#[test]
fn rules_are_set_with_their_source() {
    let place = Place::with_school();
    let limits = ["term", "limits", "115-1"];
    let defaults = place.json(STUDENT, &limits);
    assert_eq!(
        fields(&defaults),
        [
            "accept",
            "activities",
            "description_chars",
            "description_required",
            "document_bytes",
            "media_bytes",
            "mending_days",
            "outcomes",
            "selected_activities",
            "selected_outcomes",
            "set_at",
            "set_by",
            "source",
            "term",
            "title_chars",
            "trash_days"
        ]
    );
    assert_eq!(
        (&defaults["outcomes"], &defaults["set_by"]),
        (&json!(20), &Value::Null)
    );
    let change = [
        "--outcomes",
        "10",
        "--document-size",
        "4.5MB",
        "--accept",
        "pdf,mp3",
    ];
    place.refused(REGISTRY, &[&limits[..], &change].concat(), 1);
    place.refused(STUDENT, &[&limits[..], &change, &["--source", "x"]].concat(), 1);
    place.refused(
        REGISTRY,
        &[&limits[..], &["--outcomes", "0", "--source", "x"]].concat(),
        1,
    );
    place.refused(
        REGISTRY,
        &[&limits[..], &["--accept", "exe", "--source", "x"]].concat(),
        2,
    );
    let set = [&limits[..], &change, &["--source", "115 年 8 月課發會"]].concat();
    let rules = place.json(REGISTRY, &set);
    assert_eq!(rules["outcomes"], 10);
    assert_eq!(rules["activities"], 20);
    assert_eq!(rules["document_bytes"], 4_718_592);
    assert_eq!(rules["accept"], json!(["pdf", "mp3"]));
    assert_eq!(rules["source"], "115 年 8 月課發會");
    assert_eq!(place.json(STUDENT, &limits), rules, "everybody may look");
}

#[test]
fn announcements_are_for_everybody() {
    let place = Place::with_school();
    let before = place
        .json(STUDENT, &["announce", "list"])
        .as_array()
        .unwrap()
        .len();
    let add = [
        "announce",
        "add",
        "--text",
        "下星期停機維護",
        "--until",
        "2120-01-01T00:00",
    ];
    for account in [STUDENT, "t01"] {
        place.refused(account, &add, 1);
    }
    place.json("affairs", &add);
    let later = [
        "announce",
        "add",
        "--text",
        "以後",
        "--from",
        "2119-01-01T00:00",
        "--until",
        "2120-01-01T00:00",
    ];
    place.json(REGISTRY, &later);
    let shown = place.json(STUDENT, &["announce", "list"]);
    let shown = shown.as_array().unwrap();
    assert_eq!(shown.len(), before + 1);
    let mine = shown.iter().find(|one| one["text"] == "下星期停機維護").unwrap();
    assert_eq!(
        fields(mine),
        ["by", "from", "id", "over", "shown", "text", "until"]
    );
    let id = text(&mine["id"]);
    place.json(
        REGISTRY,
        &[
            "announce",
            "edit",
            &id,
            "--text",
            "改期",
            "--until",
            "2120-01-01T00:00",
        ],
    );
    place.json("affairs", &["announce", "end", &id]);
    place.refused("affairs", &["announce", "end", &id], 1);
    place.refused("affairs", &["announce", "end", "nothing"], 1);
    let left = place.json("t01", &["announce", "list"]);
    assert_eq!(left.as_array().unwrap().len(), before);
    let all = place.json(REGISTRY, &["announce", "list"]);
    let over = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["over"] == true)
        .count();
    assert_eq!(over, 1, "the office sees those that are over");
}

#[test]
fn progress_is_reported_by_class_course_and_teacher() {
    let place = Place::with_school();
    let report = |account, more: &[&str]| place.json(account, &[&["report", "progress"][..], more].concat());
    let all = report(REGISTRY, &[]);
    assert_eq!(
        fields(&all),
        [
            "at",
            "certification_days_left",
            "certified",
            "classes",
            "courses",
            "draft",
            "returned",
            "students",
            "submitted",
            "teachers",
            "term",
            "upload_days_left",
            "uploaded",
            "without"
        ]
    );
    assert_eq!((&all["term"], &all["students"]), (&json!(TERM), &json!(60)));
    assert_eq!(all["classes"].as_array().unwrap().len(), 2);
    for rows in ["classes", "courses"] {
        let uploaded = all[rows]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["uploaded"].as_u64().unwrap());
        assert_eq!(Some(uploaded.sum::<u64>()), all["uploaded"].as_u64(), "{rows}");
    }
    let oldest: Vec<&str> = all["teachers"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|teacher| teacher["oldest_waiting"].as_str())
        .collect();
    assert!(oldest.is_sorted() && !oldest.is_empty(), "{oldest:?}");
    let by_class = report("affairs", &["--by", "class"]);
    assert!(by_class.get("courses").is_none() && by_class.get("classes").is_some());
    let own = report("t01", &[]);
    assert!(own["courses"].as_array().unwrap().len() < all["courses"].as_array().unwrap().len());
    place.refused(STUDENT, &["report", "progress"], 1);
    place.refused(REGISTRY, &["report", "progress", "--by", "room"], 2);
    let said = place.run(REGISTRY, &["report", "progress"]);
    assert!(said.out.contains("等最久的教師"), "{}", said.out);
}

#[test]
fn the_dates_go_into_a_calendar() {
    let place = Place::with_school();
    let file = place.path("日期.ics");
    let to = file.to_str().unwrap();
    let calendar = ["term", "calendar", "--to", to];
    let document = place.json(STUDENT, &calendar);
    let first = std::fs::read_to_string(&file).unwrap();
    assert!(first.starts_with("BEGIN:VCALENDAR\r\n") && first.ends_with("END:VCALENDAR\r\n"));
    let entries = first.matches("BEGIN:VEVENT").count();
    assert_eq!(document["entries"], entries);
    assert!(entries >= 8 && !first.contains("TZID"), "{first}");
    let said = place.run("t01", &calendar);
    assert_eq!(said.code, 0, "{}", said.err);
    let uids = |text: &str| -> Vec<String> {
        let unfolded = text.replace("\r\n ", "");
        let lines = unfolded.lines().filter(|line| line.starts_with("UID:"));
        lines.map(str::to_owned).collect()
    };
    let again = std::fs::read_to_string(&file).unwrap();
    assert_eq!(uids(&first), uids(&again), "the same dates have the same names");
    let nowhere = place.path("nowhere/日期.ics");
    place.refused(
        STUDENT,
        &["term", "calendar", "--to", nowhere.to_str().unwrap()],
        3,
    );
    place.refused(STUDENT, &["term", "calendar"], 2);
}

#[test]
fn a_term_is_started_from_the_last_one() {
    let place = Place::with_school();
    let start = ["term", "start", "115-1", "--from", TERM];
    let preview = place.json(REGISTRY, &[&start[..], &["--dry-run"]].concat());
    assert_eq!(
        (&preview["applied"], &preview["students"]),
        (&json!(false), &json!(60))
    );
    let first = &preview["classes"][0];
    assert_eq!(fields(first), ["class", "leaves", "problem", "students", "to"]);
    let class = text(&first["class"]);
    place.refused(STUDENT, &start, 1);
    place.refused(REGISTRY, &["term", "start", "114-1", "--from", TERM], 1);
    place.refused(
        REGISTRY,
        &[&start[..], &["--map", "沒有這班=二年1班"]].concat(),
        1,
    );
    place.refused(REGISTRY, &[&start[..], &["--map", "沒有等號"]].concat(), 2);
    let other = text(&preview["classes"][1]["to"]);
    let both = format!("{class}={other}");
    let said = place.run(REGISTRY, &[&start[..], &["--map", &both, "--json"]].concat());
    let document: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (said.code, &document["applied"]),
        (1, &json!(false)),
        "{}",
        said.err
    );
    assert!(document["classes"][0]["problem"].is_string() && said.err.contains("兩個班級"));
    let map = format!("{class}=二年忠班");
    let done = place.json(REGISTRY, &[&start[..], &["--map", &map]].concat());
    assert_eq!(
        (&done["applied"], &done["classes"][0]["to"]),
        (&json!(true), &json!("二年忠班"))
    );
    let again = place.json(REGISTRY, &start);
    assert_eq!((&again["students"], &again["already"]), (&json!(0), &json!(60)));
    place.json(REGISTRY, &["import", "undo"]);
    let back = place.json(REGISTRY, &[&start[..], &["--dry-run"]].concat());
    assert_eq!(back["students"], 60);
}
