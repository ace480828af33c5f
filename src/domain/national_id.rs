//! 身分證統一編號 and 統一證號: shape, check digit, masking (domain.md section 6).
//! A failed check is a warning, never a stop.

/// Letters in the order of their values 10 … 35.
const LETTERS: &str = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const WEIGHTS: [u32; 8] = [8, 7, 6, 5, 4, 3, 2, 1];

/// What an identity number turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IdCheck {
    Valid,
    /// The right shape, the wrong check digit.
    CheckDigitWrong,
    NotAnId,
}

/// Capital letters, half-width, no surrounding space: the form that serves as initial password.
pub fn normalise(text: &str) -> String {
    text.trim()
        .chars()
        .map(|letter| match letter {
            '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .collect::<String>()
        .to_ascii_uppercase()
}

fn letter_value(letter: char) -> Option<u32> {
    LETTERS
        .chars()
        .position(|known| known == letter)
        .and_then(|place| u32::try_from(place + 10).ok())
}

/// Checks national IDs (second character 1 or 2), new resident numbers (8 or 9) and old resident
/// numbers (two letters, the second A to D). Expects [`normalise`]d text.
pub fn check(text: &str) -> IdCheck {
    let letters: Vec<char> = text.chars().collect();
    let [first, second, rest @ ..] = letters.as_slice() else {
        return IdCheck::NotAnId;
    };
    let Some(area) = letter_value(*first) else {
        return IdCheck::NotAnId;
    };
    let second = match second {
        '1' | '2' | '8' | '9' => second.to_digit(10),
        'A'..='D' => letter_value(*second).map(|value| value % 10),
        _ => None,
    };
    let Some(second) = second else {
        return IdCheck::NotAnId;
    };
    let digits: Vec<u32> = rest.iter().filter_map(|letter| letter.to_digit(10)).collect();
    if rest.len() != 8 || digits.len() != 8 {
        return IdCheck::NotAnId;
    }
    let body = std::iter::once(second).chain(digits.iter().copied());
    let sum: u32 = area / 10
        + 9 * (area % 10)
        + body
            .zip(WEIGHTS)
            .map(|(digit, weight)| digit * weight)
            .sum::<u32>();
    if (10 - sum % 10) % 10 == digits[7] {
        IdCheck::Valid
    } else {
        IdCheck::CheckDigitWrong
    }
}

/// `A12****789`: how an ID is shown on screen.
pub fn mask(text: &str) -> String {
    let length = text.chars().count();
    text.chars()
        .enumerate()
        .map(|(place, letter)| {
            if place >= 3 && place + 3 < length {
                '*'
            } else {
                letter
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits() {
        for (text, expected) in [
            ("A123456789", IdCheck::Valid),
            ("A800000014", IdCheck::Valid),
            ("AA00036116", IdCheck::Valid),
            ("A123456788", IdCheck::CheckDigitWrong),
            ("a123456789", IdCheck::NotAnId),
            ("A12345678", IdCheck::NotAnId),
            ("A1234567890", IdCheck::NotAnId),
            ("1123456789", IdCheck::NotAnId),
            ("A323456789", IdCheck::NotAnId),
            ("", IdCheck::NotAnId),
            ("身分證字號", IdCheck::NotAnId),
        ] {
            assert_eq!(check(text), expected, "{text}");
        }
        assert_eq!(normalise(" ａ123456789 "), "A123456789");
        assert_eq!(mask("A123456789"), "A12****789");
    }

    proptest::proptest! {
        #[test]
        fn exactly_one_check_digit_fits(area in 0usize..26, sex in proptest::sample::select(vec!['1', '2', '8', '9']), body in "[0-9]{7}") {
            let letter = LETTERS.as_bytes()[area] as char;
            let fitting = (0..10).filter(|d| check(&format!("{letter}{sex}{body}{d}")) == IdCheck::Valid).count();
            proptest::prop_assert_eq!(fitting, 1);
        }
    }
}
