//! Rules of the house that a compiler does not know: who may import whom, how long a file may be,
//! where colours live, what may lie at the top of the repository.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

/// Which modules each module may name. What is not here may not be at all.
const IMPORTS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("media", &["domain"]),
    ("exchange", &["domain"]),
    ("store", &["domain"]),
    ("engine", &["domain", "media", "exchange", "store"]),
    ("text", &["domain"]),
    // The demonstration school is a use of the engine that each face offers.
    ("worker", &["engine", "media", "domain", "demo"]),
    ("cli", &["engine", "exchange", "media", "text", "domain", "demo"]),
    ("demo", &["engine", "exchange", "domain"]),
    ("gui", &["worker", "engine", "text", "domain", "demo"]),
    // The programs choose a face and hold no rules.
    ("main", &["cli", "gui", "media", "engine"]),
    ("launch", &["cli", "demo", "engine", "gui", "media", "worker"]),
    ("bin", &["cli", "media"]),
];

/// Crates that only some modules may use, by the name they have in code.
const CRATES: &[(&str, &[&str])] = &[
    ("redb", &["store"]),
    ("bincode", &["store"]),
    ("eframe", &["gui", "launch"]),
    ("egui", &["gui", "launch"]),
    ("egui_extras", &["gui"]),
    ("rfd", &["gui"]),
    ("clap", &["cli"]),
    ("rpassword", &["cli"]),
    ("unicode_width", &["cli"]),
    ("serde_json", &["cli", "demo"]),
    ("argon2", &["engine"]),
    ("file_format", &["media"]),
    ("hayro", &["media"]),
    ("exif", &["media"]),
    ("symphonia", &["media"]),
    ("re_mp4", &["media"]),
];

/// The domain is pure: of all crates it may use only this one.
const CRATES_OF_THE_DOMAIN: &[&str] = &["chrono"];

const LONGEST_FILE_LINES: usize = 500;

/// Longer files, each with its reason; never above [`NEVER_ABOVE_LINES`].
const LONG_FILES: &[(&str, &str)] = &[];
const NEVER_ABOVE_LINES: usize = 800;

const RAW_COLOURS: &[&str] = &["Color32::from_", "Rgba::from_", "hex_color!"];
const HOME_OF_COLOURS: &str = "src/gui/theme";

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

struct Source {
    /// From the top of the repository, with `/`.
    name: String,
    text: String,
    tokens: Vec<Token>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Joint,
    Sign(char),
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    rust_files(&root().join(folder), &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no sources in {folder}");
    let source = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        Source {
            name,
            tokens: tokens(&text),
            text,
        }
    };
    paths.into_iter().map(source).collect()
}

/// The code without comments, texts and characters.
fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let here = letters[at];
        let next = letters.get(at + 1).copied();
        match here {
            '/' if next == Some('/') => {
                while at < letters.len() && letters[at] != '\n' {
                    at += 1;
                }
            }
            '/' if next == Some('*') => at = end_of_comment(&letters, at),
            '"' => at = end_of_text(&letters, at + 1),
            'r' if raw_text(&letters, at).is_some() && !follows_word(&letters, at) => {
                at = raw_text(&letters, at).unwrap();
            }
            '\'' if is_character(&letters, at) => at = end_of_character(&letters, at),
            ':' if next == Some(':') => {
                found.push(Token::Joint);
                at += 2;
            }
            letter if letter.is_alphanumeric() || letter == '_' => {
                let start = at;
                while at < letters.len() && (letters[at].is_alphanumeric() || letters[at] == '_') {
                    at += 1;
                }
                found.push(Token::Word(letters[start..at].iter().collect()));
            }
            letter => {
                if !letter.is_whitespace() {
                    found.push(Token::Sign(letter));
                }
                at += 1;
            }
        }
    }
    found
}

fn end_of_comment(letters: &[char], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0_u32);
    while at + 1 < letters.len() {
        match (letters[at], letters[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') if depth == 1 => return at + 2,
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    letters.len()
}

fn end_of_text(letters: &[char], mut at: usize) -> usize {
    while at < letters.len() && letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn follows_word(letters: &[char], at: usize) -> bool {
    at > 0 && (letters[at - 1].is_alphanumeric() && letters[at - 1] != 'b' || letters[at - 1] == '_')
}

/// Where the raw text that begins here ends.
fn raw_text(letters: &[char], at: usize) -> Option<usize> {
    let hashes = letters[at + 1..]
        .iter()
        .take_while(|letter| **letter == '#')
        .count();
    if letters.get(at + 1 + hashes) != Some(&'"') {
        return None;
    }
    let end: String = std::iter::once('"')
        .chain(std::iter::repeat_n('#', hashes))
        .collect();
    let end: Vec<char> = end.chars().collect();
    let body = at + 2 + hashes;
    let length = letters[body..]
        .windows(end.len())
        .position(|window| window == end.as_slice())?;
    Some(body + length + end.len())
}

/// A character, not a lifetime.
fn is_character(letters: &[char], at: usize) -> bool {
    letters.get(at + 1) == Some(&'\\') || letters.get(at + 2) == Some(&'\'')
}

fn end_of_character(letters: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < letters.len() && letters[at] != '\'' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Module path of a file: `src/engine/view/mod.rs` is `engine::view`.
fn module_of(name: &str) -> Vec<String> {
    let path = name.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// A name at the top of the crate that some code refers to.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Reference {
    file: String,
    from: String,
    to: String,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} names {}", self.file, self.from, self.to)
    }
}

/// Resolves every `crate::`, `licheng::` and `super::` path to the top-level modules it names.
fn references(source: &Source) -> BTreeSet<Reference> {
    let file_module = module_of(&source.name);
    let Some(from) = file_module.first().cloned() else {
        return BTreeSet::new();
    };
    let mut found = BTreeSet::new();
    let mut add = |to: &str| {
        if to != from {
            found.insert(Reference {
                file: source.name.clone(),
                from: from.clone(),
                to: to.to_owned(),
            });
        }
    };
    // Inline modules around the place, by the depth of braces at which each ends.
    let mut inline: Vec<(usize, String)> = Vec::new();
    let mut depth = 0;
    let tokens = &source.tokens;
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Sign('{') => {
                if let [Token::Word(keyword), Token::Word(name)] = &tokens[at.saturating_sub(2)..at]
                    && keyword == "mod"
                {
                    inline.push((depth, name.clone()));
                }
                depth += 1;
            }
            Token::Sign('}') => {
                depth = depth.saturating_sub(1);
                if inline.last().is_some_and(|(outer, _)| *outer == depth) {
                    inline.pop();
                }
            }
            Token::Word(word)
                if tokens.get(at + 1) == Some(&Token::Joint)
                    && (at == 0 || tokens[at - 1] != Token::Joint) =>
            {
                let mut module: Vec<String> = file_module.clone();
                module.extend(inline.iter().map(|(_, name)| name.clone()));
                let mut rest = at + 2;
                match word.as_str() {
                    "crate" | "licheng" => module.clear(),
                    "super" => {
                        module.pop();
                        while tokens.get(rest) == Some(&Token::Word("super".to_owned())) {
                            module.pop();
                            rest += 2;
                        }
                    }
                    _ => {
                        at += 1;
                        continue;
                    }
                }
                match module.first() {
                    Some(first) => add(first),
                    None => names_at(tokens, rest).iter().for_each(|name| add(name)),
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// The first names of a path or of a group in braces.
fn names_at(tokens: &[Token], start: usize) -> Vec<String> {
    match tokens.get(start) {
        Some(Token::Word(word)) => vec![word.clone()],
        Some(Token::Sign('{')) => {
            let (mut names, mut depth) = (Vec::new(), 0);
            for pair in tokens[start..].windows(2) {
                match &pair[0] {
                    Token::Sign('{') => depth += 1,
                    Token::Sign('}') => depth -= 1,
                    _ => {}
                }
                let begins = matches!(pair[0], Token::Sign('{' | ','));
                if let (true, 1, Token::Word(word)) = (begins, depth, &pair[1]) {
                    names.push(word.clone());
                }
                if depth == 0 {
                    break;
                }
            }
            names
        }
        Some(Token::Sign('*')) => vec!["*".to_owned()],
        _ => Vec::new(),
    }
}

/// The crates that a file names: words before `::` that are dependencies in `Cargo.toml`.
fn crates_named(source: &Source, dependencies: &BTreeSet<String>) -> BTreeSet<String> {
    let tokens = &source.tokens;
    (0..tokens.len())
        .filter(|at| tokens.get(at + 1) == Some(&Token::Joint))
        .filter(|at| *at == 0 || tokens[at - 1] != Token::Joint)
        .filter_map(|at| match &tokens[at] {
            Token::Word(word) if dependencies.contains(word) => Some(word.clone()),
            _ => None,
        })
        .collect()
}

fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let section = manifest.split_once("\n[dependencies]").unwrap().1;
    let section = section.split("\n[").next().unwrap();
    let mut names: BTreeSet<String> = section
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    // Named differently in code, or reached through another crate.
    names.extend(["exif", "md5", "egui"].map(str::to_owned));
    names
}

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
        let excused = LONG_FILES.iter().any(|(name, _)| *name == source.name);
        if lines > NEVER_ABOVE_LINES || (lines > LONGEST_FILE_LINES && !excused) {
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
