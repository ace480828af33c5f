use std::fs;
use std::sync::Arc;

use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::engine::{
    CurrentTerms, Engine, Face, NewPersonalLibrary, Secret, Surroundings, SystemClock, SystemRandom,
};
use licheng::media::InProcess;
use serde_json::Value;

use crate::support::{NEW_STUDENT, Place, STUDENT, fields, password_of};

fn accounts(place: &Place) -> Vec<Value> {
    let said = place.finish(place.command(["demo", "--no-window", "--json"]));
    assert_eq!(said.code, 0, "{}", said.err);
    let document: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(fields(&document), ["accounts"]);
    document["accounts"].as_array().unwrap().clone()
}

#[test]
fn everybody_is_told_with_a_password() {
    let place = Place::with_school();
    let accounts = accounts(&place);
    let with_role = |role: &str| {
        let has = |account: &&Value| account["roles"].as_array().unwrap().iter().any(|one| one == role);
        accounts.iter().filter(has).count()
    };
    assert_eq!(with_role("student"), 60);
    assert_eq!(with_role("teacher"), 8);
    assert_eq!(
        [
            with_role("registry"),
            with_role("student-affairs"),
            with_role("administrator")
        ],
        [1, 1, 1]
    );
    let names = fields(&accounts[0]);
    assert_eq!(names, ["account", "first_login", "name", "password", "roles"]);
    assert_eq!(accounts[0]["account"], STUDENT);
    assert_eq!(accounts[0]["password"], password_of(STUDENT).as_str());
    let new: Vec<&Value> = accounts
        .iter()
        .filter(|account| account["first_login"] == true)
        .collect();
    assert_eq!(new.len(), 1);
    assert_eq!(new[0]["account"], NEW_STUDENT);
}

#[test]
fn without_a_library_it_makes_its_own() {
    let place = Place::empty();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_licheng"));
    command
        .args(["demo", "--no-window"])
        .env("HOME", place.path("home"))
        .env("XDG_DATA_HOME", place.path("data"))
        .env("LICHENG_LIBRARY", place.path("real.redb"))
        .env("LICHENG_LOG", place.log());
    let said = place.finish(command);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("demo.redb"), "it says where: {}", said.out);
    assert!(said.out.contains("5／20"), "badges as text: {}", said.out);
    assert!(
        !place.path("real.redb").exists(),
        "the library of real work is not touched"
    );
    if cfg!(target_os = "linux") {
        let left: Vec<_> = fs::read_dir(place.path("data/licheng"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["demo.redb"], "nothing unfinished is left");
    }
}

#[test]
fn a_changed_password_is_told_no_more() {
    let place = Place::with_school();
    let mut command = place.command(["account", "password", "--account", STUDENT]);
    command
        .env("LICHENG_PASSWORD", password_of(STUDENT))
        .env("LICHENG_NEW_PASSWORD", "春眠不覺曉處處");
    // Seven characters are too few.
    assert_eq!(place.finish(command).code, 1);
    let mut command = place.command(["account", "password", "--account", STUDENT]);
    command
        .env("LICHENG_PASSWORD", password_of(STUDENT))
        .env("LICHENG_NEW_PASSWORD", "春眠不覺曉處處聞");
    assert_eq!(place.finish(command).code, 0);
    assert_eq!(accounts(&place)[0]["password"], Value::Null);
}

#[test]
fn dates_move_only_when_asked() {
    let place = Place::with_school();
    let before = place.json(STUDENT, &["status"]);
    let said = place.finish(place.command(["demo", "--no-window", "--refresh-dates"]));
    assert_eq!(said.code, 0, "{}", said.err);
    // Made today, so they are where they belong.
    assert_eq!(place.json(STUDENT, &["status"])["windows"], before["windows"]);
}

#[test]
fn a_real_library_is_left_alone() {
    let place = Place::empty();
    let term = Term::new(114, Semester::First);
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(InProcess),
    };
    let new = NewPersonalLibrary {
        account_name: "mine".to_owned(),
        display_name: "林小明".to_owned(),
        password: Secret::new("long enough"),
        entry_year: SchoolYear(113),
        terms: CurrentTerms {
            outcome: term,
            activity: term,
            selection: SchoolYear(113),
        },
    };
    let (engine, _) =
        Engine::create_personal(Some(&place.library()), &new, surroundings, Face::CommandLine).unwrap();
    engine.library().close().unwrap();
    drop(engine);
    let before = fs::read(place.library()).unwrap();
    for options in [
        &["demo", "--no-window"][..],
        &["demo", "--no-window", "--refresh-dates", "--json"],
    ] {
        let said = place.finish(place.command(options));
        assert_eq!(said.code, 1, "{}", said.err);
        assert_eq!(said.out, "");
    }
    assert!(fs::read(place.library()).unwrap() == before, "not a byte differs");
}

#[test]
fn without_a_screen_the_school_is_made_and_told() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let place = Place::empty();
    let said = place.finish(place.command(["demo"]));
    // A program without a window says so as a matter of usage.
    if cfg!(feature = "gui") {
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(
            said.out.contains(STUDENT) && said.out.contains("5／20"),
            "{}",
            said.out
        );
        assert!(
            !said.err.is_empty() && !said.err.contains("panicked"),
            "{}",
            said.err
        );
    } else {
        assert_eq!(said.code, 2);
    }
}

#[test]
fn without_a_screen_the_window_says_what_to_do() {
    if !cfg!(all(target_os = "linux", feature = "gui")) {
        return;
    }
    let place = Place::with_school();
    let said = place.finish(place.command::<&str>([]));
    assert_eq!(said.code, 3, "{}", said.err);
    assert!(
        said.err.contains("--help") && !said.err.contains("panicked"),
        "{}",
        said.err
    );
}
