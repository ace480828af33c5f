//! Rules of the house that a compiler does not know: who may import whom, how long a file may be,
//! where colours live, what may lie at the top of the repository.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod reading;

use std::fs;

use reading::{Source, Token, crates_named, dependencies, module_of, references, root, sources, tokens};

/// Which modules each module may name. What is not here may not be at all.
const IMPORTS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("media", &["domain"]),
    // What leaves the program is read by people: the words come from where the faces have them.
    ("exchange", &["domain", "text"]),
    ("store", &["domain"]),
    ("engine", &["domain", "media", "exchange", "store"]),
    ("text", &["domain"]),
    // The demonstration school is a use of the engine that each face offers.
    ("worker", &["engine", "media", "domain", "demo"]),
    ("cli", &["engine", "exchange", "media", "text", "domain", "demo"]),
    ("demo", &["engine", "exchange", "domain"]),
    ("gui", &["worker", "engine", "text", "domain", "demo"]),
    // The programs choose a face and hold no rules.
    ("main", &["cli", "media", "text"]),
    ("launch", &["cli", "demo", "engine", "gui", "media", "worker"]),
    ("bin", &["cli", "media", "text"]),
    ("build", &[]),
];

/// Crates that only some modules may use, by the name they have in code.
const CRATES: &[(&str, &[&str])] = &[
    ("redb", &["store"]),
    ("bincode", &["store"]),
    ("eframe", &["gui", "launch"]),
    ("egui", &["gui", "launch"]),
    ("egui_extras", &["gui"]),
    ("egui_plot", &["gui"]),
    ("rfd", &["gui"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
    ("unicode_width", &["cli"]),
    ("argon2", &["engine"]),
    ("file_format", &["media"]),
    ("hayro", &["media"]),
    ("exif", &["media"]),
    ("symphonia", &["media"]),
    ("rusty_h264_common", &["media"]),
    ("rusty_h264_decoder", &["media"]),
    ("unicode_normalization", &["media"]),
    ("ctrlc", &["cli"]),
    ("krilla", &["exchange"]),
    ("skrifa", &["exchange"]),
    ("pdf_writer", &["exchange", "media"]),
    ("hayro_write", &["media"]),
    ("flate2", &["media"]),
    ("calamine", &["exchange"]),
    ("cfb", &["exchange"]),
    ("csv", &["exchange"]),
    ("encoding_rs", &["exchange", "text"]),
    ("quick_xml", &["exchange"]),
    ("rust_xlsxwriter", &["exchange"]),
    ("scraper", &["exchange"]),
    ("zip", &["exchange"]),
];

/// The domain is pure: of all crates it may use only this one.
const CRATES_OF_THE_DOMAIN: &[&str] = &["chrono"];

const LONGEST_FILE_LINES: usize = 500;

const RAW_COLOURS: &[&str] = &["Color32::from_", "Rgba::from_", "hex_color!"];
const HOME_OF_COLOURS: &str = "src/gui/theme";

const HOME_OF_KEYS: &str = "src/gui/keys.rs";
/// A test of the widgets, which presses keys.
const HANDLING: &str = "src/gui/handling.rs";

/// As the customer drew it; beside them only dot-files.
const TOP_LEVEL: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "fonts",
    "src",
    "target",
    "tests",
];

#[track_caller]
fn assert_none(what: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{what}:\n{}", offences.join("\n"));
}

#[test]
fn modules_import_only_what_they_may() {
    let mut offences = Vec::new();
    for source in sources("src") {
        for reference in references(&source) {
            let allowed = IMPORTS.iter().find(|(module, _)| *module == reference.from);
            // Names at the top of the crate that are no module of ours cannot be judged here.
            let is_module = reference.to == "*" || IMPORTS.iter().any(|(module, _)| *module == reference.to);
            match allowed {
                None => offences.push(format!(
                    "{reference}, but {} has no place in the house",
                    reference.from
                )),
                Some((_, allowed)) if is_module && !allowed.contains(&reference.to.as_str()) => {
                    offences.push(reference.to_string());
                }
                Some(_) => {}
            }
        }
    }
    assert_none("forbidden imports", &offences);
}

#[test]
fn every_module_has_its_place() {
    let offences: Vec<String> = sources("src")
        .iter()
        .filter_map(|source| module_of(&source.name).first().cloned())
        .filter(|module| !IMPORTS.iter().any(|(known, _)| known == module))
        .collect();
    assert_none("modules that no rule speaks of", &offences);
}

#[test]
fn crates_stay_where_they_belong() {
    let dependencies = dependencies();
    let mut offences = Vec::new();
    for source in sources("src") {
        let Some(module) = module_of(&source.name).first().cloned() else {
            continue;
        };
        for name in crates_named(&source, &dependencies) {
            let home = CRATES
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, modules)| *modules);
            let strange = home.is_some_and(|modules| !modules.contains(&module.as_str()));
            let impure = module == "domain" && !CRATES_OF_THE_DOMAIN.contains(&name.as_str());
            if strange || impure {
                offences.push(format!("{}: {module} uses {name}", source.name));
            }
        }
    }
    assert_none("crates outside their module", &offences);
}

#[test]
fn files_are_short() {
    let mut offences = Vec::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE_LINES {
            offences.push(format!("{}: {lines} lines", source.name));
        }
    }
    assert_none("files too long to hold one idea", &offences);
}

#[test]
fn colours_live_in_the_theme() {
    let mut offences = Vec::new();
    for source in sources("src")
        .iter()
        .filter(|source| !source.name.starts_with(HOME_OF_COLOURS))
    {
        for (line, text) in source.text.lines().enumerate() {
            if RAW_COLOURS.iter().any(|raw| text.contains(raw)) {
                offences.push(format!("{}:{}: {}", source.name, line + 1, text.trim()));
            }
        }
    }
    assert_none("raw colours outside the theme", &offences);
}

#[test]
fn keys_live_in_one_place() {
    // Else the map of the keyboard would not know of them. Tests press keys by name.
    let is_test = |name: &str| name.ends_with("tests.rs") || name.contains("/tests/") || name == HANDLING;
    let mut offences = Vec::new();
    for source in sources("src") {
        if source.name == HOME_OF_KEYS || is_test(&source.name) {
            continue;
        }
        let named = source.tokens.windows(3).any(|next| match next {
            [Token::Word(word), Token::Joint, Token::Word(_)] => word == "Key",
            _ => false,
        });
        if named {
            offences.push(source.name);
        }
    }
    assert_none("keys named outside their place", &offences);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not find itself.
    let marks: Vec<String> = [
        ("TO", "DO"),
        ("FIX", "ME"),
        ("X", "XX"),
        ("HA", "CK"),
        ("to", "do!("),
        ("unimple", "mented!("),
    ]
    .iter()
    .map(|(one, other)| format!("{one}{other}"))
    .collect();
    let mut offences = Vec::new();
    for source in sources("src").into_iter().chain(sources("tests")) {
        for (line, text) in source.text.lines().enumerate() {
            if marks.iter().any(|mark| holds_mark(text, mark)) {
                offences.push(format!("{}:{}: {}", source.name, line + 1, text.trim()));
            }
        }
    }
    assert_none("marks of unfinished work", &offences);
}

/// As a word of its own: `0xXXXX` and `TODOS` are none.
fn holds_mark(text: &str, mark: &str) -> bool {
    let in_word =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.match_indices(mark).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + mark.len()..].chars().next();
        !in_word(before) && (mark.ends_with('(') || !in_word(after))
    })
}

#[test]
fn the_top_level_is_as_drawn() {
    let offences: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.') && !TOP_LEVEL.contains(&name.as_str()))
        .collect();
    assert_none("not drawn at the top of the repository", &offences);
}

/// The readers above are code too.
#[test]
fn paths_are_resolved() {
    let resolve = |name: &str, text: &str| -> Vec<String> {
        let source = Source {
            name: name.to_owned(),
            text: text.to_owned(),
            tokens: tokens(text),
        };
        references(&source)
            .into_iter()
            .map(|reference| reference.to)
            .collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(
        resolve("src/domain/act.rs", "use crate::store::Library;"),
        ["store"]
    );
    assert_eq!(
        resolve(
            "src/domain/act.rs",
            "use crate::{engine::{a, b}, text, domain::x};"
        ),
        ["engine", "text"]
    );
    assert_eq!(resolve("src/domain/act.rs", "use super::moment::Moment;"), none);
    assert_eq!(
        resolve("src/domain/act.rs", "fn f() { super::super::gui::draw() }"),
        ["gui"]
    );
    assert_eq!(
        resolve("src/domain/act.rs", "mod tests { use super::super::x; }"),
        none
    );
    assert_eq!(
        resolve("src/domain/act.rs", "mod tests { use super::super::super::cli; }"),
        ["cli"]
    );
    assert_eq!(
        resolve("src/domain/act.rs", "mod t { } use super::super::cli;"),
        ["cli"]
    );
    assert_eq!(resolve("src/domain/mod.rs", "use super::store;"), ["store"]);
    assert_eq!(
        resolve("src/main.rs", "fn main() { licheng::store::x() }"),
        ["store"]
    );
    assert_eq!(resolve("src/domain/act.rs", "use crate::*;"), ["*"]);
    let hidden =
        "// crate::store\n/* crate::gui /* */ crate::gui */ \"crate::cli\" r#\"\"crate::text\"#; '\"' 'a";
    assert_eq!(resolve("src/domain/act.rs", hidden), none);
    assert_eq!(
        resolve("src/domain/act.rs", "let a = '\\''; crate::store::x"),
        ["store"]
    );
}
