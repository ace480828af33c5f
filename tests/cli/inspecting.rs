//! `inspect` and `render`: files without an account and without a library.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::samples;
use crate::support::{Place, Said, sample};

fn say(place: &Place, arguments: &[&str]) -> Said {
    place.finish(place.command(arguments))
}

fn inspect(place: &Place, file: &Path, code: i32) -> Value {
    let said = say(place, &["inspect", file.to_str().unwrap(), "--json"]);
    assert_eq!(said.code, code, "{} {}", said.out, said.err);
    serde_json::from_str(&said.out).unwrap()
}

fn write(place: &Place, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = place.path(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn good_files_tell_what_they_are() {
    let place = Place::empty();
    let report = write(&place, "報告.pdf", &samples::pdf(3));
    let bytes = samples::pdf(3).len();
    assert_eq!(
        inspect(&place, &report, 0),
        json!({
            "type": "pdf", "bytes": bytes, "pages": 3, "width": null, "height": null, "millis": null,
            "active": [], "problems": [], "cautions": [],
        })
    );
    let film = inspect(&place, &sample("pendulum-wave.mp4"), 0);
    assert_eq!(film["type"], "mp4");
    assert!(film["millis"].as_u64().unwrap() > 1_000 && film["width"].as_u64().unwrap() > 0);
    let said = say(&place, &["inspect", report.to_str().unwrap()]);
    assert!(said.out.contains("「報告.pdf」：PDF 檔，3 頁"), "{}", said.out);
    assert!(!place.library().exists(), "no library is made");
}

#[test]
fn active_content_is_listed_and_refuses_nothing() {
    let place = Place::empty();
    let bytes = samples::pdf_with_object_stream("<< /S /JavaScript /JS (app.alert) >>");
    let scripted = write(&place, "scripted.pdf", &bytes);
    let found = inspect(&place, &scripted, 0);
    assert_eq!(found["active"], json!([{ "code": "javascript", "count": 1 }]));
    let said = say(&place, &["inspect", scripted.to_str().unwrap()]);
    assert!(said.out.contains("JavaScript 程式 1 個"), "{}", said.out);
}

#[test]
fn what_would_be_refused_ends_with_the_reason() {
    let place = Place::empty();
    let whole = samples::pdf(20);
    for (name, bytes, code) in [
        ("half.pdf", &whole[..whole.len() / 2], "cut-off"),
        ("page.png", &whole, "wrong-ending"),
        ("notes.txt", b"plain words", "unaccepted"),
        ("empty.pdf", b"", "empty"),
        (
            "locked.pdf",
            include_bytes!("../fixtures/media/locked.pdf"),
            "needs-password",
        ),
    ] {
        let file = write(&place, name, bytes);
        let found = inspect(&place, &file, 1);
        assert_eq!(found["problems"][0]["code"], code, "{name}");
        let sentence = found["problems"][0]["sentence"].as_str().unwrap();
        assert!(sentence.contains(name), "{sentence}");
        let said = say(&place, &["inspect", file.to_str().unwrap()]);
        // Where an option helps, its name stands behind.
        assert!(said.err.starts_with(sentence), "{}", said.err);
    }
}

#[test]
fn what_cannot_be_read_is_said_in_the_document_too() {
    let place = Place::empty();
    let large = place.path("large.pdf");
    let bytes = 200 * 1024 * 1024 + 1;
    // Sparse: nothing of it lies on the disk.
    fs::File::create(&large).unwrap().set_len(bytes).unwrap();
    let folder = place.path("folder");
    fs::create_dir(&folder).unwrap();
    for (file, exit, code, length) in [
        (&large, 1, "too-big", json!(bytes)),
        (&place.path("missing.pdf"), 3, "vanished", Value::Null),
        (&folder, 3, "folder", Value::Null),
    ] {
        let found = inspect(&place, file, exit);
        assert_eq!(found["problems"][0]["code"], code);
        assert_eq!(found["problems"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&found["type"], &found["bytes"]),
            (&Value::Null, &length),
            "{code}"
        );
        let said = say(&place, &["inspect", file.to_str().unwrap()]);
        assert_eq!((said.code, said.out.as_str()), (exit, ""));
        assert_eq!(
            said.err.trim(),
            found["problems"][0]["sentence"].as_str().unwrap()
        );
    }
    let png = place.path("page.png");
    let (file, to) = (large.to_str().unwrap(), png.to_str().unwrap());
    let said = say(&place, &["render", file, "--to", to]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("最多讀 200 MB"), "{}", said.err);
}

#[test]
fn more_is_looked_at_than_can_be_handed_in() {
    let place = Place::empty();
    let mut bytes = samples::pdf(2);
    // Above every limit of a slot; a PDF may end with a comment.
    bytes.extend(b"\n%");
    bytes.resize(12 << 20, b' ');
    bytes.extend(b"\n%%EOF\n");
    let scan = write(&place, "scan.pdf", &bytes);
    let found = inspect(&place, &scan, 1);
    assert_eq!(
        (&found["pages"], &found["problems"][0]["code"]),
        (&json!(2), &json!("too-big"))
    );
    let png = place.path("page.png");
    let (file, to) = (scan.to_str().unwrap(), png.to_str().unwrap());
    let said = say(&place, &["render", file, "--width", "200", "--to", to]);
    assert_eq!(said.code, 0, "{}", said.err);
}

#[test]
fn a_page_becomes_a_picture_of_the_width_asked_for() {
    let place = Place::empty();
    let report = write(&place, "report.pdf", &samples::pdf(2));
    let to = write(&place, "page.png", b"what was there before");
    let (file, png) = (report.to_str().unwrap(), to.to_str().unwrap());
    let said = say(
        &place,
        &["render", file, "--page", "2", "--width", "300", "--to", png],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let picture = inspect(&place, &to, 0);
    assert_eq!(
        (picture["width"].as_u64(), picture["height"].as_u64()),
        (Some(300), Some(150))
    );
    // A picture of a picture is not larger than it was.
    let said = say(&place, &["render", png, "--width", "4000", "--to", png]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(inspect(&place, &to, 0)["width"], 300);
}

#[test]
fn what_cannot_be_drawn_says_why_and_leaves_nothing() {
    let place = Place::empty();
    let to = place.path("page.png");
    let png = to.to_str().unwrap();
    let report = write(&place, "report.pdf", &samples::pdf(2));
    let locked = write(
        &place,
        "locked.pdf",
        include_bytes!("../fixtures/media/locked.pdf"),
    );
    let phone = include_bytes!("../fixtures/media/film/hevc.mp4");
    let phone = write(&place, "phone.mp4", phone);
    let (film, sound) = (sample("pendulum-wave.mp4"), sample("english-speech.mp3"));
    for (file, page, word) in [
        (&report, "3", "只有 2 頁"),
        (&locked, "1", "密碼"),
        (&film, "99", "可以看 8 個畫面"),
        (&phone, "1", "H.264"),
        (&sound, "1", "播放器"),
    ] {
        let said = say(
            &place,
            &["render", file.to_str().unwrap(), "--page", page, "--to", png],
        );
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{file:?}");
        assert!(said.err.contains(word), "{}", said.err);
        assert!(!to.exists());
    }
    let file = report.to_str().unwrap();
    for wrong in [["--page", "0"], ["--width", "0"]] {
        let said = say(&place, &[&["render", file, "--to", png][..], &wrong].concat());
        assert_eq!(said.code, 2, "{wrong:?}");
    }
}

#[test]
fn a_picture_of_a_video_is_drawn_as_a_page_is() {
    let place = Place::empty();
    let film = sample("pendulum-wave.mp4");
    let png = place.path("picture.png");
    let (file, to) = (film.to_str().unwrap(), png.to_str().unwrap());
    let said = say(
        &place,
        &["render", file, "--page", "8", "--width", "120", "--to", to],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("第 8 個畫面（120 × 90 像素）"), "{}", said.out);
    assert_eq!(inspect(&place, &png, 0)["width"], 120);
    let said = say(&place, &["render", file, "--page", "13", "--to", to]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("可以看 8 個畫面"), "{}", said.err);
}
