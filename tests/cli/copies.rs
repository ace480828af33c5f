use std::fs;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use crate::support::{Place, REGISTRY, STUDENT, sample, text};

/// In the same class.
const CLASSMATE: &str = "1130103";

fn names_in(path: &Path) -> Vec<String> {
    let archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect()
}

fn entry(path: &Path, name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// Only what was asked for lies in the folder.
fn only_file_in(folder: &Path) -> String {
    let names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names[0].clone()
}

#[test]
fn a_copy_is_made_and_comes_back_to_nothing_new() {
    let place = Place::with_school();
    let folder = place.path("take along");
    fs::create_dir(&folder).unwrap();
    let made = place.json(STUDENT, &["export", "copy", "--to", folder.to_str().unwrap()]);
    assert_eq!(
        (made["kind"].as_str(), made["items"].as_u64()),
        (Some("zip"), Some(15))
    );
    let path = folder.join(only_file_in(&folder));
    assert_eq!(text(&made["path"]), path.display().to_string());
    assert!(
        path.file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("學習歷程備份_")
    );
    assert_eq!(made["bytes"].as_u64(), Some(fs::metadata(&path).unwrap().len()));
    let names = names_in(&path);
    for name in [
        "index.html",
        "portfolio.json",
        "課程學習成果.csv",
        "雜湊值-MD5.txt",
    ] {
        assert!(names.iter().any(|there| there == name), "{name}");
    }
    let lab = names
        .iter()
        .find(|name| name.ends_with("物理實驗_單擺.pdf"))
        .unwrap();
    assert!(entry(&path, lab) == fs::read(sample("physics-lab.pdf")).unwrap());

    let source = path.to_str().unwrap();
    for arguments in [
        vec!["import", "copy", source, "--dry-run"],
        vec!["import", "copy", source],
    ] {
        let answer = place.json(STUDENT, &arguments);
        assert_eq!(answer["already_there"], 15);
        assert_eq!(answer["added"], 0);
    }
    // Again to the same name: replaced, nothing beside it.
    place.json(STUDENT, &["export", "copy", "--to", source]);
    only_file_in(&folder);
}

#[test]
fn a_printed_portfolio_has_all_pages() {
    let place = Place::with_school();
    let path = place.path("portfolio.pdf");
    let made = place.json(STUDENT, &["export", "pdf", "--to", path.to_str().unwrap()]);
    assert_eq!(
        (made["kind"].as_str(), made["items"].as_u64()),
        (Some("pdf"), Some(15))
    );
    let said = place.finish(place.command(["inspect", path.to_str().unwrap(), "--json"]));
    let inspected: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert!(
        inspected["pages"].as_u64().is_some_and(|pages| pages > 12),
        "{inspected}"
    );
    assert_eq!(inspected["problems"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_taken_in_is_said() {
    let place = Place::with_school();
    let pdf = sample("physics-lab.pdf");
    let reason = place.refused(STUDENT, &["import", "copy", pdf.to_str().unwrap()], 1);
    assert!(reason.contains("不是 ZIP"), "{reason}");
    place.refused(
        STUDENT,
        &["import", "copy", place.path("missing.zip").to_str().unwrap()],
        3,
    );
    place.refused(
        STUDENT,
        &["import", "copy", place.temporary().to_str().unwrap()],
        3,
    );
    let nowhere = place.path("no/such/folder/copy.zip");
    place.refused(STUDENT, &["export", "copy", "--to", nowhere.to_str().unwrap()], 3);
    place.refused(
        "t01",
        &["export", "copy", "--to", place.path("t.zip").to_str().unwrap()],
        1,
    );
    assert!(!place.path("t.zip").exists());
}

#[test]
fn the_office_sends_and_takes_in() {
    let place = Place::with_school();
    let path = place.path("transfer.zip");
    let to = path.to_str().unwrap();
    place.refused(
        STUDENT,
        &["export", "transfer", "--student", STUDENT, "--to", to],
        1,
    );
    let made = place.json(
        REGISTRY,
        &["export", "transfer", "--student", STUDENT, "--to", to],
    );
    assert_eq!(made["kind"], "transfer");
    let sent = made["items"].as_u64().unwrap();
    assert!(sent > 0 && sent < 15, "drafts stay: {sent}");
    let taken = place.json(REGISTRY, &["import", "transfer", to, "--student", CLASSMATE]);
    assert_eq!(taken["added"].as_u64(), Some(sent));
    let list = place.json(REGISTRY, &["import", "brought", "--student", CLASSMATE]);
    let certified = list
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["state"] == "certified")
        .unwrap();
    assert_eq!(certified["origin"], "imported");
    let id = text(&certified["id"]);
    let accept = [
        "import",
        "accept",
        "--student",
        CLASSMATE,
        "--reason",
        "轉學證明 114001",
        &id,
    ];
    let list = place.json(REGISTRY, &accept);
    let accepted = list
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["id"] == id.as_str())
        .unwrap();
    assert_eq!(accepted["origin"], "accepted-transfer");
}
