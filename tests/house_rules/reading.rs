//! Reads sources without a compiler: their words, the modules they name, the crates they use.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

pub struct Source {
    /// From the top of the repository, with `/`.
    pub name: String,
    pub text: String,
    pub tokens: Vec<Token>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    Word(String),
    /// `::`
    Joint,
    Sign(char),
}

pub fn root() -> PathBuf {
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

pub fn sources(folder: &str) -> Vec<Source> {
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
pub fn tokens(text: &str) -> Vec<Token> {
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
pub fn module_of(name: &str) -> Vec<String> {
    let path = name.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod" || last == "lib") {
        parts.pop();
    }
    parts
}

/// A name at the top of the crate that some code refers to.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    pub file: String,
    pub from: String,
    pub to: String,
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} names {}", self.file, self.from, self.to)
    }
}

/// Resolves every `crate::`, `licheng::` and `super::` path to the top-level modules it names.
pub fn references(source: &Source) -> BTreeSet<Reference> {
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
pub fn crates_named(source: &Source, dependencies: &BTreeSet<String>) -> BTreeSet<String> {
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

pub fn dependencies() -> BTreeSet<String> {
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
