//! Tags of one's own, to find things by. They are private and never filed.

/// The longest tag, in characters.
pub const LONGEST_TAG: u32 = 20;
/// Most tags of one item.
pub const MOST_TAGS: usize = 10;

/// Tags as they are kept: without # and white space around, none twice.
pub fn tidy(tags: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim().trim_start_matches(['#', '＃']).trim();
        let line: String = tag.chars().filter(|letter| !letter.is_control()).collect();
        if !line.is_empty() && !kept.contains(&line) {
            kept.push(line);
        }
    }
    kept
}

/// The tags of one field, divided by commas or by white space.
pub fn split(text: &str) -> Vec<String> {
    let parts: Vec<String> = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '，' | '、' | ';' | '；'))
        .map(str::to_owned)
        .collect();
    tidy(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_split_and_tidied() {
        assert_eq!(
            split("#志工，英文 志工、  ＃自主學習"),
            ["志工", "英文", "自主學習"]
        );
        assert!(split(" ，# ").is_empty());
    }
}
