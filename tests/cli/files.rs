use std::fs;
use std::path::Path;

use crate::support::{Place, STUDENT, TERM, sample, text};

/// The exit code and the reason of adding this file.
fn try_add(place: &Place, path: &Path, more: &[&str]) -> (i32, String) {
    let course = place.course(STUDENT, "數學A");
    let file = path.to_str().unwrap();
    let add = [
        "item", "add", "--term", TERM, "--course", &course, "--title", "檔案", "--file", file,
    ];
    let said = place.run(STUDENT, &[&add, more].concat());
    (said.code, said.err)
}

#[test]
fn what_comes_back_is_what_went_in() {
    let place = Place::with_school();
    let course = place.course(STUDENT, "數學A");
    let all = [
        "math-exploration.pdf",
        "watercolour-tide.jpg",
        "club-badge.png",
        "small-composition.mp3",
        "pendulum-wave.mp4",
    ];
    for name in all {
        let path = sample(name);
        let item = place.add(&course, &path);
        let (id, slot) = (text(&item["id"]), text(&item["files"][0]["slot"]));
        let copy = place.path("copy");
        let to = copy.to_str().unwrap();
        place.json(STUDENT, &["item", "save-file", &id, "--slot", &slot, "--to", to]);
        assert!(fs::read(&copy).unwrap() == fs::read(&path).unwrap(), "{name}");
        place.refused(
            STUDENT,
            &[
                "item",
                "save-file",
                &id,
                "--slot",
                &slot,
                "--to",
                place.path("no/folder").to_str().unwrap(),
            ],
            3,
        );
    }
    let left: Vec<_> = fs::read_dir(place.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(
        left.iter().all(|name| !name.to_string_lossy().ends_with(".new")),
        "{left:?}"
    );
}

#[test]
fn saving_replaces_files_and_nothing_else() {
    let place = Place::with_school();
    let id = place.item_in(STUDENT, "certified");
    let save = |to: &Path| {
        place.run(
            STUDENT,
            &[
                "item",
                "save-file",
                &id,
                "--slot",
                "document",
                "--to",
                to.to_str().unwrap(),
            ],
        )
    };
    let target = place.path("target.pdf");
    fs::write(&target, "old").unwrap();
    assert_eq!(save(&target).code, 0);
    assert!(fs::read(&target).unwrap().starts_with(b"%PDF"));
    assert_eq!(save(&place.temporary()).code, 3, "a folder");
    if cfg!(unix) {
        assert_eq!(save(Path::new("/dev/null")).code, 3, "a device");
    }
    let draft = place.item_in(STUDENT, "draft");
    place.refused(
        STUDENT,
        &[
            "item",
            "save-file",
            &draft,
            "--slot",
            "media",
            "--to",
            target.to_str().unwrap(),
        ],
        1,
    );
}

#[test]
fn files_that_cannot_be_read_are_the_systems_trouble() {
    let place = Place::with_school();
    assert_eq!(try_add(&place, &place.path("missing.pdf"), &[]).0, 3);
    assert_eq!(try_add(&place, &place.temporary(), &[]).0, 3);
    if cfg!(unix) {
        assert_eq!(try_add(&place, Path::new("/dev/zero"), &[]).0, 3);
    }
    assert_eq!(place.used(STUDENT), 5, "nothing was added");
}

#[test]
fn content_that_is_not_accepted_is_refused() {
    let place = Place::with_school();
    let write = |name: &str, bytes: &[u8]| {
        let path = place.path(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let pdf = fs::read(sample("math-exploration.pdf")).unwrap();
    let cases = [
        write("empty.pdf", b""),
        write("words.pdf", "只是文字".as_bytes()),
        write("archive.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        write("cut.pdf", &pdf[..pdf.len() / 2]),
        write("huge.mp4", &vec![0; 10 * 1024 * 1024 + 1]),
    ];
    for path in cases {
        let (code, reason) = try_add(&place, &path, &[]);
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(code, 1, "{name}: {reason}");
        assert!(reason.contains(name), "the file is named: {reason}");
    }
    assert_eq!(place.used(STUDENT), 5, "nothing was added");
}

#[test]
fn a_wrong_ending_wants_one_word() {
    let place = Place::with_school();
    let path = place.path("report.docx");
    fs::copy(sample("math-exploration.pdf"), &path).unwrap();
    let (code, reason) = try_add(&place, &path, &[]);
    assert_eq!(code, 1);
    assert!(reason.contains("--fix-ending"), "{reason}");
    assert_eq!(try_add(&place, &path, &["--fix-ending"]).0, 0);
    let names: Vec<String> = place
        .items(STUDENT)
        .iter()
        .filter(|item| item["title"] == "檔案")
        .map(|item| text(&item["files"][0]["name"]))
        .collect();
    assert_eq!(names, ["report.docx.pdf"]);
}

#[test]
fn two_files_for_one_place_are_refused() {
    let place = Place::with_school();
    let second = sample("club-badge.png");
    let (code, reason) = try_add(
        &place,
        &sample("math-exploration.pdf"),
        &["--file", second.to_str().unwrap()],
    );
    assert_eq!(code, 1, "{reason}");
    let media = sample("small-composition.mp3");
    assert_eq!(
        try_add(
            &place,
            &sample("math-exploration.pdf"),
            &["--file", media.to_str().unwrap()]
        )
        .0,
        0
    );
}

#[test]
fn the_same_bytes_are_a_warning() {
    let place = Place::with_school();
    let (code, remark) = try_add(&place, &sample("physics-lab.pdf"), &["--json"]);
    assert_eq!(code, 0);
    assert!(
        remark.contains("單擺測量重力加速度"),
        "the other item is named: {remark}"
    );
}
