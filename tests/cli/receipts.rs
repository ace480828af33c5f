//! `receipt …`, `export confirmation`, `export|import layout`: from 提交 to the signed sheet.

use std::fs;

use serde_json::Value;

use crate::support::{Place, REGISTRY, STUDENT, text};

/// The selection is over and everything is filed.
fn filed() -> Place {
    let place = Place::with_school();
    let over = [
        "term",
        "set",
        "113",
        "--window",
        "selection",
        "--opens",
        "2020-01-01T08:00",
        "--closes",
        "2020-02-01T23:59",
    ];
    place.json(REGISTRY, &over);
    place.json(REGISTRY, &["select", "file"]);
    place
}

fn of<'v>(all: &'v Value, account: &str) -> &'v Value {
    let all = all.as_array().unwrap();
    all.iter().find(|one| one["account"] == account).unwrap()
}

#[test]
fn a_list_comes_in_and_is_answered() {
    let place = filed();
    let before = place.json(REGISTRY, &["receipt", "list"]);
    let own = of(&before, STUDENT);
    assert_eq!(own["standing"], "no-list");
    let lines = own["lines"].as_array().unwrap();
    assert!(lines.len() > 1, "{own}");
    // Everything but the last, under headers that nobody knows.
    let mut table = String::from("編號,收到的年度,收到的雜湊\n");
    for line in &lines[..lines.len() - 1] {
        let md5s: Vec<&str> = line["filed"]["md5"]
            .as_array()
            .unwrap()
            .iter()
            .map(|md5| md5.as_str().unwrap())
            .collect();
        table.push_str(&format!("{STUDENT},113,{}\n", md5s.join(" ")));
    }
    let file = place.path("明細.csv");
    fs::write(&file, table).unwrap();
    let file = file.to_str().unwrap();
    let maps = [
        "--map",
        "學號=編號",
        "--map",
        "學年度=收到的年度",
        "--map",
        "md5=收到的雜湊",
    ];
    let plain = vec!["import", "receipts", file];
    let mapped = [&plain[..], &maps].concat();
    place.refused(REGISTRY, &plain, 1);
    let looked = place.json(REGISTRY, &[&mapped[..], &["--dry-run"]].concat());
    assert_eq!(looked["applied"], false, "{looked}");
    place.refused(STUDENT, &["receipt", "show"], 1);
    place.json(REGISTRY, &mapped);
    // What was said of the headers is remembered; the same file changes nothing.
    let again = place.json(REGISTRY, &plain);
    assert_eq!(again["new"], 0, "{again}");

    let shown = place.json(STUDENT, &["receipt", "show"]);
    assert_eq!(
        (&shown["year"], &shown["standing"]),
        (&"113".into(), &"waiting".into())
    );
    let verdicts: Vec<String> = shown["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| text(&line["verdict"]))
        .collect();
    assert_eq!(verdicts.iter().filter(|one| *one == "missing").count(), 1);
    let reported = place.json(STUDENT, &["receipt", "report", "--words", "少了一件"]);
    assert_eq!(
        (&reported["standing"], &reported["words"]),
        (&"reported".into(), &"少了一件".into())
    );
    place.json(
        REGISTRY,
        &[
            "receipt",
            "reply",
            "--student",
            STUDENT,
            "--words",
            "下一份明細會有",
        ],
    );
    let confirmed = place.json(STUDENT, &["receipt", "confirm"]);
    assert_eq!(confirmed["standing"], "confirmed");
    let all = place.json(REGISTRY, &["receipt", "list"]);
    assert_eq!(of(&all, STUDENT)["standing"], "confirmed");
    let said = place.refused(REGISTRY, &["receipt", "deadline", "--until", "2020-01-01"], 1);
    assert!(said.contains("至少要有 3 天"), "{said}");
    place.refused(STUDENT, &["receipt", "list"], 1);
}

#[test]
fn sheets_and_columns_are_files() {
    let place = filed();
    let folder = place.path("paper");
    fs::create_dir(&folder).unwrap();
    let to = folder.to_str().unwrap();
    let own = place.json(STUDENT, &["export", "confirmation", "--to", to]);
    assert!(fs::read(text(&own["path"])).unwrap().starts_with(b"%PDF"));
    assert_eq!(own["students"], 1);
    let class = place.json(
        REGISTRY,
        &["export", "confirmation", "--to", to, "--class", "一年1班"],
    );
    assert!(class["students"].as_u64().unwrap() > 1, "{class}");
    let nobody = ["export", "confirmation", "--to", to, "--class", "沒有的班"];
    place.refused(REGISTRY, &nobody, 1);

    let layout = folder.join("欄位.json");
    let path = layout.to_str().unwrap();
    place.json(REGISTRY, &["export", "layout", "--to", path]);
    let columns = fs::read_to_string(&layout).unwrap();
    assert!(columns.contains("課程代碼") && columns.contains("course-code"));
    fs::write(&layout, columns.replace("\"科目名稱\"", "\"科目\"")).unwrap();
    place.json(REGISTRY, &["import", "layout", path]);
    place.json(REGISTRY, &["export", "layout", "--to", path]);
    assert!(fs::read_to_string(&layout).unwrap().contains("\"科目\""));
    fs::write(&layout, "{}").unwrap();
    place.refused(REGISTRY, &["import", "layout", path], 3);
    place.json(REGISTRY, &["import", "layout"]);
    place.refused(STUDENT, &["export", "layout", "--to", path], 1);
}
