use std::fs;
use std::path::Path;

use crate::support::{NEW_STUDENT, Place, STUDENT, TERM, password_of, sample};

fn with_password(place: &Place, account: &str, password: &str) -> (i32, String) {
    let mut command = place.command(["status", "--account", account]);
    command.env("LICHENG_PASSWORD", password);
    let said = place.finish(command);
    (said.code, said.err)
}

#[test]
fn a_wrong_account_and_a_wrong_password_sound_the_same() {
    let place = Place::with_school();
    let wrong = with_password(&place, STUDENT, "wrong");
    assert_eq!(wrong.0, 1);
    assert_eq!(with_password(&place, "nobody", "wrong"), wrong);
}

#[test]
fn five_failures_bring_a_pause_that_survives() {
    let place = Place::with_school();
    for _ in 0..5 {
        with_password(&place, STUDENT, "wrong");
    }
    let (code, reason) = with_password(&place, STUDENT, &password_of(STUDENT));
    assert_eq!(code, 1);
    assert!(reason.contains('秒'), "{reason}");
    assert_eq!(
        with_password(&place, "t01", &password_of("t01")).0,
        0,
        "only this account waits"
    );
}

#[test]
fn the_first_login_changes_the_password_before_all_else() {
    let place = Place::with_school();
    let said = place.finish(place.command(["demo", "--no-window", "--json"]));
    let document: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let accounts = document["accounts"].as_array().unwrap();
    let new = accounts
        .iter()
        .find(|account| account["account"] == NEW_STUDENT)
        .unwrap();
    let initial = new["password"].as_str().unwrap();
    assert_eq!(initial.len(), 10, "a national ID");

    let (code, reason) = with_password(&place, NEW_STUDENT, initial);
    assert_eq!(code, 1);
    assert!(reason.contains("account password"), "{reason}");
    let change = |to: &str| {
        let mut command = place.command(["account", "password", "--account", NEW_STUDENT]);
        command
            .env("LICHENG_PASSWORD", initial)
            .env("LICHENG_NEW_PASSWORD", to);
        place.finish(command).code
    };
    for bad in ["short", initial, NEW_STUDENT] {
        assert_eq!(change(bad), 1, "{bad}");
    }
    assert_eq!(change("a better one"), 0);
    assert_eq!(with_password(&place, NEW_STUDENT, initial).0, 1);
    assert_eq!(with_password(&place, NEW_STUDENT, "a better one").0, 0);
}

#[test]
fn passwords_come_from_files_and_never_from_nowhere() {
    let place = Place::with_school();
    let file = place.path("password.txt");
    fs::write(&file, format!("{}\r\nsecond line", password_of(STUDENT))).unwrap();
    let run = |path: &Path| {
        let mut command = place.command(["status", "--account", STUDENT, "--password-file"]);
        // What is named goes before what lies around.
        command.arg(path).env("LICHENG_PASSWORD", "wrong");
        place.finish(command).code
    };
    assert_eq!(run(&file), 0);
    assert_eq!(run(&place.path("missing")), 3);
    assert_eq!(run(&place.temporary()), 3);
    let said = place.finish(place.command(["status", "--account", STUDENT]));
    assert_eq!(said.code, 2, "no password and no terminal");
    assert!(said.err.contains("LICHENG_PASSWORD"), "{}", said.err);
}

#[test]
fn slips_of_the_command_line_end_with_two() {
    let place = Place::with_school();
    let slips: [&[&str]; 7] = [
        &["unknown"],
        &["status"],
        &["item", "add", "--account", STUDENT],
        &["item", "list", "--account", STUDENT, "--term", "114"],
        &[
            "item",
            "save-file",
            "--account",
            STUDENT,
            "x",
            "--slot",
            "third",
            "--to",
            "y",
        ],
        &[
            "term",
            "set",
            "114-1",
            "--account",
            "registry",
            "--window",
            "certification",
            "--opens",
            "soon",
            "--closes",
            "later",
        ],
        &["status", "--account", STUDENT, "--password", "demo"],
    ];
    for slip in slips {
        let said = place.finish(place.command(slip));
        assert_eq!(said.code, 2, "{slip:?}: {}", said.err);
        assert!(!said.err.is_empty());
    }
    assert_eq!(place.finish(place.command(["--help"])).code, 0);
    assert_eq!(place.finish(place.command(["--version"])).code, 0);
}

#[test]
fn libraries_that_are_none_end_with_three() {
    let place = Place::with_school();
    let status = |library: &Path| {
        let mut command = place.command(["status", "--account", STUDENT]);
        command.env("LICHENG_PASSWORD", password_of(STUDENT));
        // The later option would contradict the first; a place of its own has no first.
        let mut other = std::process::Command::new(command.get_program());
        other
            .arg("--library")
            .arg(library)
            .args(command.get_args().skip(2));
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => other.env(name, value),
                None => other.env_remove(name),
            };
        }
        place.finish(other)
    };
    let words = place.path("words.redb");
    fs::write(&words, "這不是檔案庫").unwrap();
    for library in [place.path("missing.redb"), words.clone(), place.temporary()] {
        let said = status(&library);
        assert_eq!(said.code, 3, "{}: {}", library.display(), said.err);
        assert!(
            said.err.contains(library.to_str().unwrap()),
            "the place is named: {}",
            said.err
        );
    }
    assert_eq!(
        fs::read(&words).unwrap(),
        "這不是檔案庫".as_bytes(),
        "nothing is overwritten"
    );
    assert!(!place.path("missing.redb").exists(), "nothing is made");
    assert_eq!(status(&place.library()).code, 0);
}

/// Whatever was typed in a session lies nowhere afterwards.
#[test]
fn passwords_lie_nowhere() {
    let place = Place::with_school();
    let secrets = [
        password_of(STUDENT),
        "wrong horse battery".to_owned(),
        "new horse battery".to_owned(),
    ];
    with_password(&place, STUDENT, &secrets[1]);
    let course = place.course(STUDENT, "數學A");
    place.add(&course, &sample("math-exploration.pdf"));
    place.refused(
        STUDENT,
        &[
            "item", "add", "--term", TERM, "--course", &course, "--title", "x", "--file", "missing",
        ],
        3,
    );
    let mut command = place.command(["account", "password", "--account", STUDENT, "--verbose"]);
    command
        .env("LICHENG_PASSWORD", &secrets[0])
        .env("LICHENG_NEW_PASSWORD", &secrets[2]);
    assert_eq!(place.finish(command).code, 0);
    assert_eq!(with_password(&place, STUDENT, &secrets[2]).0, 0);

    let mut searched = Vec::new();
    search(&place.path(""), &secrets, &mut searched);
    assert!(searched.contains(&place.library()));
    assert!(
        searched.iter().any(|path| path.to_string_lossy().contains("log")),
        "{searched:?}"
    );
}

fn search(folder: &Path, secrets: &[String], searched: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            search(&path, secrets, searched);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        for secret in secrets {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} lies in {}", path.display());
        }
        searched.push(path);
    }
}
