//! The description: 100 characters, optional, read first by reviewers (`[seed] 10`).

use super::refusal::Refusal;

/// Length of a description: Unicode scalar values without white space; a rare character counts as
/// one (domain.md section 3, Formats).
pub fn count(text: &str) -> u32 {
    u32::try_from(text.chars().filter(|letter| !letter.is_whitespace()).count()).unwrap_or(u32::MAX)
}

/// # Errors
/// [`Refusal::DescriptionTooLong`], or [`Refusal::DescriptionMissing`] where the school requires one.
pub fn require_fit(text: &str, limit: u32, required: bool) -> Result<(), Refusal> {
    let count = count(text);
    if count > limit {
        return Err(Refusal::DescriptionTooLong { count, limit });
    }
    if required && count == 0 {
        return Err(Refusal::DescriptionMissing);
    }
    Ok(())
}

/// # Errors
/// [`Refusal::TitleMissing`] or [`Refusal::TitleTooLong`].
pub fn require_title(text: &str, limit: u32) -> Result<(), Refusal> {
    let count = count(text);
    if count == 0 {
        return Err(Refusal::TitleMissing);
    }
    if count > limit {
        return Err(Refusal::TitleTooLong { count, limit });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_free_and_rare_characters_are_one() {
        for (text, expected) in [
            ("", 0),
            (" \n\t　", 0),
            ("學習歷程", 4),
            ("學 習\n歷　程", 4),
            ("𡘙𠮷堃喆峯", 5),
            ("a1，。", 4),
            ("e\u{301}", 2),
        ] {
            assert_eq!(count(text), expected, "{text:?}");
        }
        let exactly = "字".repeat(100);
        assert!(require_fit(&exactly, 100, false).is_ok());
        assert_eq!(
            require_fit(&format!("{exactly}字"), 100, false),
            Err(Refusal::DescriptionTooLong {
                count: 101,
                limit: 100
            })
        );
        assert_eq!(require_fit(" ", 100, true), Err(Refusal::DescriptionMissing));
    }
}
