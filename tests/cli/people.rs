//! A school set up by a script: its library, accounts, deputies.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, REGISTRY, STUDENT, Said, fields, text};

const ADMINISTRATOR: &str = "admin";
const STRONG: &str = "correct horse battery";

fn create(place: &Place, arguments: &[&str], password: &str) -> Said {
    let mut command = place.command(arguments);
    command.env("LICHENG_PASSWORD", password);
    place.finish(command)
}

fn new_school(code: &str) -> Vec<&str> {
    vec![
        "school",
        "create",
        "--name",
        "測試高中",
        "--code",
        code,
        "--admin",
        ADMINISTRATOR,
        "--year",
        "114",
    ]
}

fn in_new_school(place: &Place, arguments: &[&str]) -> Said {
    let mut command = place.command(arguments);
    command
        .args(["--account", ADMINISTRATOR])
        .env("LICHENG_PASSWORD", STRONG);
    place.finish(command)
}

#[track_caller]
fn json_in_new_school(place: &Place, arguments: &[&str]) -> Value {
    let said = in_new_school(place, &[arguments, &["--json"]].concat());
    assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn a_school_from_nothing() {
    let place = Place::empty();
    for (code, password) in [
        ("12345", STRONG),
        ("013302", "12345678"),
        ("013302", ADMINISTRATOR),
    ] {
        let said = create(&place, &new_school(code), password);
        assert_eq!(said.code, 1, "{}", said.err);
        assert!(!place.library().exists(), "nothing was made");
    }
    let wish = [&new_school("3530a1")[..], &["--json"]].concat();
    let said = create(&place, &wish, STRONG);
    assert_eq!(said.code, 0, "{}", said.err);
    let created: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        fields(&created),
        ["account", "library", "recovery_code", "school"]
    );
    assert_eq!(text(&created["recovery_code"]).len(), 29);
    assert_eq!(create(&place, &wish, STRONG).code, 3, "there is one already");

    let terms = json_in_new_school(&place, &["term", "current"]);
    assert_eq!(
        terms,
        json!({"outcome": "114-1", "activity": "114-1", "selection": "114"})
    );
    let list = json_in_new_school(&place, &["school", "checklist"]);
    let steps = list["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 7);
    assert!(steps.iter().all(|step| step["done"] == false), "{steps:?}");

    let made = json_in_new_school(
        &place,
        &[
            "account",
            "create",
            "t01",
            "--name",
            "陳老師",
            "--role",
            "teacher",
        ],
    );
    let password = text(&made["initial_password"]);
    let mut login = place.command(["status", "--account", "t01"]);
    login.env("LICHENG_PASSWORD", &password);
    let said = place.finish(login);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("請先變更密碼"), "{}", said.err);
    let id = place.path("id.txt");
    fs::write(&id, "a123456789\n").unwrap();
    let student = [
        "account",
        "create",
        "1140101",
        "--name",
        "王堃",
        "--role",
        "student",
        "--entry-year",
        "114",
        "--class",
        "一年1班",
        "--seat",
        "01",
        "--term",
        "114-1",
        "--national-id-file",
        id.to_str().unwrap(),
    ];
    let made = json_in_new_school(&place, &student);
    assert_eq!(made["initial_password"], Value::Null, "it is the national ID");
    let shown = json_in_new_school(&place, &["account", "show", "1140101"]);
    assert_eq!(shown["national_id"], "A12****789");
    assert_eq!(shown["password"], "waiting");
    assert_eq!(shown["placements"][0]["class"], "一年1班");
    let homeroom = [
        "account",
        "homeroom",
        "--term",
        "114-1",
        "--class",
        "一年1班",
        "--teacher",
        "t01",
    ];
    assert_eq!(json_in_new_school(&place, &homeroom)["changed"], 1);
    let classes = json_in_new_school(&place, &["account", "classes"]);
    assert_eq!(
        classes,
        json!([{"class": "一年1班", "students": 1, "never_logged_in": 1, "slips": 0, "homeroom": "陳老師"}])
    );
    let never = json_in_new_school(&place, &["account", "never-logged-in", "--role", "student"]);
    assert_eq!(never[0]["account"], "1140101");
    let list = json_in_new_school(&place, &["school", "checklist"]);
    assert_eq!(list["steps"][4], json!({"step": "homerooms", "done": true}));
}

#[test]
fn slips_are_printed_and_handed_out() {
    let place = Place::empty();
    assert_eq!(create(&place, &new_school("013302"), STRONG).code, 0);
    json_in_new_school(&place, &["account", "policy", "--initial", "national-id"]);
    for number in 1..=3 {
        let id = place.path("id.txt");
        fs::write(&id, format!("A12345678{number}")).unwrap();
        let name = format!("114010{number}");
        let student = [
            "account",
            "create",
            &name,
            "--name",
            "王堃",
            "--role",
            "student",
            "--entry-year",
            "114",
            "--class",
            "一年1班",
            "--term",
            "114-1",
            "--national-id-file",
            id.to_str().unwrap(),
        ];
        json_in_new_school(&place, &student);
    }
    let policy = json_in_new_school(&place, &["account", "policy", "--initial", "slip"]);
    assert_eq!(policy, json!({"initial_password": "slip"}));
    assert_eq!(
        json_in_new_school(&place, &["account", "prepare"]),
        json!({"ready": 4, "waiting": 0})
    );
    let pdf = place.path("slips.pdf");
    let print = [
        "account",
        "slips",
        "--class",
        "一年1班",
        "--to",
        pdf.to_str().unwrap(),
    ];
    assert_eq!(json_in_new_school(&place, &print)["slips"], 3);
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let handed_out = ["account", "handed-out", "--class", "一年1班"];
    assert_eq!(json_in_new_school(&place, &handed_out)["changed"], 3);
    let said = in_new_school(&place, &print);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("密碼條"), "{}", said.err);
}

#[test]
fn the_office_looks_after_accounts() {
    let place = Place::with_school();
    let rows = place.json(REGISTRY, &["account", "list", "--role", "student"]);
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 60);
    assert_eq!(
        fields(&rows[0]),
        [
            "account",
            "class",
            "entry_year",
            "last_login",
            "name",
            "password",
            "roles",
            "seat",
            "status",
            "until"
        ]
    );
    place.refused(STUDENT, &["account", "list"], 1);
    place.refused("t01", &["account", "reset", STUDENT], 1);
    place.refused(REGISTRY, &["account", "lock", "nobody"], 1);

    place.json(REGISTRY, &["account", "lock", STUDENT]);
    let said = place.refused(STUDENT, &["status"], 1);
    assert!(said.contains("已被鎖定"), "{said}");
    place.json(REGISTRY, &["account", "unlock", STUDENT]);
    assert_eq!(place.run(STUDENT, &["status"]).code, 0);

    let class = text(&rows[0]["class"]);
    let leave = ["account", "graduate", "--class", &class, "--until", "2120-07-31"];
    assert_eq!(place.json(REGISTRY, &leave)["changed"], 30);
    let draft = text(&place.items(STUDENT)[0]["id"]);
    assert_eq!(place.run(STUDENT, &["item", "show", &draft]).code, 0);
    let said = place.refused(STUDENT, &["item", "delete", &draft], 1);
    assert!(said.contains("還能閱讀與匯出"), "{said}");
    let over = ["account", "transfer", STUDENT, "--until", "2020-01-01"];
    place.refused(REGISTRY, &over, 1);

    let reset = place.json(REGISTRY, &["account", "reset", "t01"]);
    assert_eq!(text(&reset["initial_password"]).len(), 9);
    place.refused("t01", &["status"], 1);
    place.refused(REGISTRY, &["account", "roles", "t02", "--role", "registry"], 1);
}

#[test]
fn deputies_are_listed_added_and_ended() {
    let place = Place::with_school();
    let before = place.json(REGISTRY, &["deputy", "list"]);
    let add = [
        "deputy",
        "add",
        "--deputy",
        "t02",
        "--teacher",
        "t01",
        "--from",
        "2020-01-01",
        "--until",
        "2120-07-31",
        "--reason",
        "產假",
    ];
    place.refused("t01", &add, 1);
    let list = place.json(REGISTRY, &add);
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), before.as_array().unwrap().len() + 1);
    let added = list.iter().find(|one| one["reason"] == "產假").unwrap();
    assert_eq!(added["phase"], "current");
    assert_eq!(added["until"], "2120-07-31");
    assert_eq!(added["course"], Value::Null);
    let id = text(&added["id"]);
    let list = place.json(REGISTRY, &["deputy", "end", &id]);
    let ended = list
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id.as_str());
    assert_eq!(ended.unwrap()["phase"], "over");
    place.refused(REGISTRY, &["deputy", "end", &id], 1);
    place.refused(REGISTRY, &["deputy", "end", "nonsense"], 1);
    assert_eq!(place.json(STUDENT, &["deputy", "list"]), json!([]));
}

#[test]
fn rights_are_shown_to_everybody() {
    let place = Place::empty();
    let said = place.finish(place.command(["rights", "--json"]));
    assert_eq!(said.code, 0, "{}", said.err);
    let rights: Value = serde_json::from_str(&said.out).unwrap();
    let grants = rights["rights"].as_array().unwrap();
    let certify = grants.iter().find(|one| one["right"] == "certify").unwrap();
    assert_eq!(
        certify["granted"],
        json!([{"role": "teacher", "reach": "own-courses"}])
    );
    let said = place.finish(place.command(["rights"]));
    assert!(
        said.out.contains("系統管理者不能開啟任何學生的檔案"),
        "{}",
        said.out
    );
}
