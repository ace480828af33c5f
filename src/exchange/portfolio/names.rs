//! Names of folders and files that every system takes: Windows is the strictest.

use std::collections::HashSet;

use super::{Body, Portfolio, PortfolioItem};
use crate::domain::copies::CopyKind;
use crate::domain::file;
use crate::domain::moment::taipei_date;
use crate::domain::roc::roc_digits;
use crate::text::{copy, labels};

/// Windows takes 260 letters for a whole path; a copy has four levels and lies somewhere.
const LONGEST_FOLDER: usize = 36;
const LONGEST_FILE: usize = 60;
/// Names of devices, which Windows takes for no file, with or without an ending.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$"];

/// Where the files of each item lie in the copy: folders and name, in the order of the items.
pub(super) fn places(portfolio: &Portfolio) -> Vec<Vec<String>> {
    let mut places = Places::default();
    portfolio.items.iter().map(|item| places.of_item(item)).collect()
}

#[derive(Default)]
struct Places {
    /// In lower case, because Windows and macOS do not tell cases apart.
    taken: HashSet<String>,
    in_chapter: std::collections::HashMap<String, u32>,
}

impl Places {
    fn of_item(&mut self, item: &PortfolioItem) -> Vec<String> {
        let section = section(&item.body);
        let chapter = format!("{section}/{}", folder(&item.chapter()));
        let number = self.in_chapter.entry(chapter.to_lowercase()).or_default();
        *number += 1;
        let item_folder = format!("{chapter}/{number:02} {}", folder(&item.title));
        item.files
            .iter()
            .map(|file| self.free(&item_folder, &file.name))
            .collect()
    }

    fn free(&mut self, folder: &str, name: &str) -> String {
        let name = file_name(name);
        let (stem, ending) = split(&name);
        let mut path = format!("{folder}/{name}");
        let mut number = 1_u32;
        while !self.taken.insert(path.to_lowercase()) {
            number += 1;
            path = format!("{folder}/{stem} ({number}){ending}");
        }
        path
    }
}

/// The folder of one kind of records.
pub(in crate::exchange) fn section(body: &Body) -> &'static str {
    labels::counter(match body {
        Body::Outcome(_) => crate::domain::quota::Counter::Outcome,
        Body::Activity(_) => crate::domain::quota::Counter::Activity,
    })
}

/// `學習歷程備份_林○○_1150106.zip`, for the person to accept or change.
pub fn suggested_name(
    what: CopyKind,
    owner: &str,
    made: crate::domain::moment::Moment,
    ending: &str,
) -> String {
    let what = copy::file_name(what);
    let name = safe(
        &format!("{what}_{owner}_{}", roc_digits(taipei_date(made))),
        LONGEST_FILE,
    );
    format!("{name}.{ending}")
}

fn folder(name: &str) -> String {
    safe(name, LONGEST_FOLDER)
}

/// Keeps the ending, whatever is cut.
fn file_name(name: &str) -> String {
    let (stem, ending) = split(name);
    let ending: String = ending
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(8)
        .collect();
    match ending.as_str() {
        "" => safe(name, LONGEST_FILE),
        ending => format!("{}.{ending}", safe(stem, LONGEST_FILE)),
    }
}

/// Before the last dot, and from it on.
fn split(name: &str) -> (&str, &str) {
    match file::ending_of(name) {
        Some(ending) => name.split_at(name.len() - ending.len() - 1),
        None => (name, ""),
    }
}

/// One part of a path: at most `longest` letters, none that a system refuses or that hides what follows.
fn safe(name: &str, longest: usize) -> String {
    let mut clean: String = name.chars().filter_map(letter).take(longest).collect();
    while clean.ends_with([' ', '.', '\u{3000}']) {
        clean.pop();
    }
    let clean = clean.trim_start_matches([' ', '\u{3000}']);
    if clean.is_empty() {
        return "未命名".to_owned();
    }
    // A leading dot hides a file.
    if clean.starts_with('.') || is_device(clean) {
        return format!("_{clean}");
    }
    clean.to_owned()
}

/// Full-width twins for what Windows refuses: they read the same.
fn letter(letter: char) -> Option<char> {
    Some(match letter {
        '<' => '＜',
        '>' => '＞',
        ':' => '：',
        '"' => '＂',
        '/' => '／',
        '\\' => '＼',
        '|' => '｜',
        '?' => '？',
        '*' => '＊',
        '\n' | '\r' | '\t' => ' ',
        hidden if is_hidden(hidden) => return None,
        other => other,
    })
}

/// Control characters, and marks that turn the reading direction or have no width: a name with them can
/// pretend to have another ending.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        )
}

fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().trim_end();
    let upper = first.to_uppercase();
    let numbered = |prefix: &str| {
        upper.strip_prefix(prefix).is_some_and(|rest| {
            rest.chars().count() == 1
                && rest
                    .chars()
                    .all(|digit| matches!(digit, '0'..='9' | '¹' | '²' | '³'))
        })
    };
    DEVICES.contains(&upper.as_str()) || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_windows() {
        for (name, expected) in [
            ("單擺實驗", "單擺實驗"),
            ("誰？<我>: \"a/b\\c|d?e*", "誰？＜我＞： ＂a／b＼c｜d？e＊"),
            ("結尾. . ", "結尾"),
            (".隱藏", "_.隱藏"),
            ("con", "_con"),
            ("Com1.報告", "_Com1.報告"),
            ("COM10", "COM10"),
            ("LPT²", "_LPT²"),
            ("報\u{202E}fdp.exe", "報fdp.exe"),
            ("第一行\n第二行", "第一行 第二行"),
            (" \u{200B}\u{7} ", "未命名"),
            ("..", "未命名"),
            ("堃𡘙𠮷", "堃𡘙𠮷"),
        ] {
            assert_eq!(safe(name, 60), expected, "{name:?}");
        }
        assert_eq!(safe(&"長".repeat(99), 36).chars().count(), 36);
    }

    #[test]
    fn a_cut_file_name_keeps_its_ending() {
        assert_eq!(file_name("報告.pdf"), "報告.pdf");
        assert_eq!(file_name("con.pdf"), "_con.pdf");
        assert_eq!(file_name("../../etc/passwd.pdf"), "_..／..／etc／passwd.pdf");
        assert_eq!(file_name("無"), "無");
        let long = file_name(&format!("{}.mp4", "長".repeat(300)));
        assert_eq!(long.chars().count(), 64);
        assert!(long.ends_with("長.mp4"));
    }

    #[test]
    fn equal_names_are_numbered_whatever_their_case() {
        let mut places = Places::default();
        assert_eq!(places.free("甲", "A.pdf"), "甲/A.pdf");
        assert_eq!(places.free("甲", "a.PDF"), "甲/a (2).PDF");
        assert_eq!(places.free("甲", "A.pdf"), "甲/A (3).pdf");
        assert_eq!(places.free("乙", "A.pdf"), "乙/A.pdf");
    }

    proptest::proptest! {
        #[test]
        fn no_name_leaves_its_folder(name in "\\PC{0,80}") {
            let name = safe(&name, 60);
            proptest::prop_assert!(!name.is_empty() && name != "." && name != "..");
            proptest::prop_assert!(!name.contains(['/', '\\', ':', '\0']));
            proptest::prop_assert!(!name.ends_with([' ', '.']));
        }
    }
}
