use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Place, REGISTRY, STUDENT, fields, text};

const AFFAIRS: &str = "affairs";
const HEADER: &str = "學號,姓名,班級,座號,身分證字號,出生年月日,入學學年度\n";

fn file(place: &Place, name: &str, contents: &str) -> PathBuf {
    let path = place.path(name);
    fs::write(&path, contents).unwrap();
    path
}

fn students(place: &Place, rows: &str) -> String {
    let path = file(place, "學生.csv", &format!("{HEADER}{rows}"));
    path.to_str().unwrap().to_owned()
}

fn counts(document: &Value) -> [u64; 4] {
    let number = |name: &str| document[name].as_u64().unwrap();
    let wrong = document["wrong"].as_array().unwrap().len();
    [
        number("new"),
        number("changed"),
        number("unchanged"),
        wrong as u64,
    ]
}

#[test]
fn a_roster_is_previewed_applied_and_then_changes_nothing() {
    let place = Place::with_school();
    let path = students(
        &place,
        "1140101,陳大文,一年1班,01,A123456789,1000901,114\n0990102,零開頭,一年1班,02,,,114\n",
    );
    let dry = place.json(REGISTRY, &["import", "students", &path, "--dry-run"]);
    assert_eq!(counts(&dry), [2, 0, 0, 0]);
    assert_eq!(dry["applied"], false);
    let there = fields(&dry);
    for name in ["new", "changed", "unchanged", "wrong", "warnings"] {
        assert!(there.contains(&name), "{name}");
    }
    let applied = place.json(REGISTRY, &["import", "students", &path]);
    assert_eq!(
        (counts(&applied), &applied["applied"]),
        ([2, 0, 0, 0], &Value::from(true))
    );
    let again = place.json(REGISTRY, &["import", "students", &path]);
    assert_eq!(counts(&again), [0, 0, 2, 0]);
    // The students of the demonstration school are in this term and not in the file.
    assert_eq!(again["absent"].as_array().unwrap().len(), 60);
    let changed = students(&place, "1140101,陳大文,一年2班,01,A123456789,1000901,114\n");
    let said = place.run(REGISTRY, &["import", "students", &changed, "--dry-run"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("班級：一年1班 → 一年2班"), "{}", said.out);
    assert!(said.out.contains("沒有寫入"), "{}", said.out);
}

#[test]
fn one_wrong_row_and_nothing_is_applied() {
    let place = Place::with_school();
    let path = students(
        &place,
        "1140101,陳大文,一年1班,01,,,114\nt01,蔣文淵,一年1班,02,,,114\n1140103,,一年1班,03,,,114\n",
    );
    let said = place.run(REGISTRY, &["import", "students", &path, "--json"]);
    assert_eq!(said.code, 1, "{}", said.err);
    let document: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(document["applied"], false);
    let wrong = document["wrong"].as_array().unwrap();
    let places: Vec<_> = wrong
        .iter()
        .map(|entry| (entry["row"].as_u64().unwrap(), text(&entry["column"])))
        .collect();
    assert_eq!(places, [(3, "學號".to_owned()), (4, "姓名".to_owned())]);
    assert!(text(&wrong[0]["reason"]).contains("蔣文淵"), "{document}");
    let again = place.json(
        REGISTRY,
        &["import", "students", &path, "--dry-run", "--skip-wrong"],
    );
    assert_eq!(counts(&again)[0], 1, "nothing was written");
    let skipped = place.json(REGISTRY, &["import", "students", &path, "--skip-wrong"]);
    assert_eq!(skipped["applied"], true);
}

#[test]
fn a_school_is_set_up_from_files() {
    let place = Place::with_school();
    let of = |name: &str, contents: &str| file(&place, name, contents).to_str().unwrap().to_owned();
    let pupils = students(&place, "1140101,陳大文,一年1班,01,A123456789,1000901,114\n");
    let teachers = of("教師.csv", "帳號,姓名\nt21,宋老師\n");
    let courses = of(
        "課程.csv",
        "學年度,學期,課程代碼,科目名稱,學分,類別,開課班,教師帳號\n114,1,X01,地球科學,2,部定必修,一年1班,t21\n",
    );
    let enrolments = of(
        "修課.csv",
        "學號,學年度,學期,課程代碼,開課班,修習方式\n1140101,114,1,X01,一年1班,一般\n",
    );
    let posts = of(
        "幹部.csv",
        "學年度,學期,身分證號,出生年月日,單位名稱,開始日期,結束日期,擔任職務名稱,幹部等級\n\
         114,1,A123456789,1000901,一年1班,1140901,1150120,班長,2\n",
    );
    for (roster, path) in [
        ("students", &pupils),
        ("teachers", &teachers),
        ("courses", &courses),
        ("enrolments", &enrolments),
    ] {
        let document = place.json(REGISTRY, &["import", roster, path]);
        assert_eq!(counts(&document), [1, 0, 0, 0], "{roster}: {document}");
    }
    let document = place.json(AFFAIRS, &["import", "officer-posts", &posts]);
    assert_eq!(counts(&document), [1, 0, 0, 0]);
    for (account, roster, path) in [
        (REGISTRY, "officer-posts", &posts),
        (AFFAIRS, "students", &pupils),
        (STUDENT, "students", &pupils),
    ] {
        let said = place.run(account, &["import", roster, path]);
        assert_eq!(said.code, 1, "{account} {roster}");
        assert!(said.err.contains("這個帳號不能"), "{}", said.err);
    }
}

#[test]
fn columns_are_mapped_by_hand_and_remembered() {
    let place = Place::with_school();
    let path = file(&place, "名單.csv", "甲,乙\nt31,周老師\n");
    let path = path.to_str().unwrap();
    let refused = place.run(REGISTRY, &["import", "teachers", path]);
    assert_eq!(refused.code, 1, "{}", refused.out);
    let mapped = ["--map", "帳號=甲", "--map", "姓名=乙"];
    let document = place.json(REGISTRY, &[&["import", "teachers", path], &mapped[..]].concat());
    assert_eq!(counts(&document), [1, 0, 0, 0]);
    let unmapped = place.json(REGISTRY, &["import", "teachers", path]);
    assert_eq!(counts(&unmapped), [0, 0, 1, 0]);
    let strange = place.run(REGISTRY, &["import", "teachers", path, "--map", "帳號=丙"]);
    assert_eq!(strange.code, 2);
    assert!(
        strange.err.contains("丙") && strange.err.contains("甲"),
        "{}",
        strange.err
    );
}

#[test]
fn the_last_import_is_taken_back() {
    let place = Place::with_school();
    let path = students(&place, "1140101,陳大文,一年1班,01,,,114\n");
    place.json(REGISTRY, &["import", "students", &path]);
    let undone = place.json(REGISTRY, &["import", "undo"]);
    assert_eq!(
        (&undone["roster"], &undone["new"]),
        (&Value::from("students"), &Value::from(1))
    );
    let dry = place.json(REGISTRY, &["import", "students", &path, "--dry-run"]);
    assert_eq!(counts(&dry)[0], 1);
    let again = place.run(REGISTRY, &["import", "undo"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("沒有可以取消的匯入"), "{}", again.err);
}

#[test]
fn a_file_that_is_not_there_or_no_table() {
    let place = Place::with_school();
    let missing = place.run(REGISTRY, &["import", "teachers", "/nowhere/名單.xlsx"]);
    assert_eq!(missing.code, 3, "{}", missing.err);
    let picture = crate::support::sample("index.json");
    let said = place.run(REGISTRY, &["import", "teachers", picture.to_str().unwrap()]);
    assert_eq!(said.code, 1, "{}", said.err);
}
