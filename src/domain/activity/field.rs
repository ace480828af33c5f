//! What a field of a category is, and reading what somebody typed into it.

use chrono::NaiveDate;

use crate::domain::description::count;
use crate::domain::roc;

use super::lists::{List, Lists};

/// Names a field in records. Once released a number is never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldKey(pub u16);

/// Whether a field must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// Without it nothing is saved: what names the item, and its dates.
    Must,
    /// May come later (「一取得就先上傳」); until then the item is named as incomplete.
    Should,
    /// Left empty where it does not apply.
    May,
}

/// What a date says about the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DateRole {
    /// The one day of it
    On,
    Begins,
    Ends,
}

/// The type of a field. Amounts in hundredths, so that 2.5 hours need no floating point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// At most so many characters, counted as in a description
    Text(u32),
    Date(DateRole),
    /// Up to two places behind the point, above zero and at most this
    Amount(u32),
    /// Credits: as an amount, but without any the item belongs to another category (`[seed] 2`)
    Credits(u32),
    Whole(u32, u32),
    /// Official numbers with their words
    Code(&'static [(u8, &'static str)]),
    /// One of a list that the school edits
    OneOf(List),
    /// Free text (at most so many characters) for which the list makes suggestions
    Suggested(List, u32),
}

/// One field of one category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub key: FieldKey,
    pub need: Need,
    /// The official name: column of the rosters, label of the form, name on the command line
    pub name: &'static str,
    pub kind: FieldKind,
    /// Part of the item's title in lists
    pub titles: bool,
    /// One short sentence for whoever fills it in; may be empty
    pub help: &'static str,
}

/// A value as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    Text(String),
    Date(NaiveDate),
    /// In hundredths
    Amount(u32),
    Whole(u32),
    Code(u8),
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldProblem {
    Missing,
    TooLong {
        count: u32,
        limit: u32,
    },
    NotADate,
    NotANumber,
    /// More than two places behind the point, or any where only whole numbers are wanted
    TooFine {
        places: u8,
    },
    /// In hundredths
    OutOfRange {
        least: u32,
        most: u32,
    },
    NotAChoice {
        choices: Vec<String>,
    },
    /// A 先修 course without credit
    NoCredit,
    EndsBeforeBegin {
        begins: NaiveDate,
        ends: NaiveDate,
    },
    OutsideYears {
        date: NaiveDate,
        first: NaiveDate,
        last: NaiveDate,
    },
}

impl Field {
    /// The value of what was typed; `None` for an empty field, whether or not it must be filled.
    ///
    /// # Errors
    /// The problem, by the field's type.
    pub fn read(&self, text: &str, lists: &Lists) -> Result<Option<Value>, FieldProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let value = match self.kind {
            FieldKind::Text(limit) | FieldKind::Suggested(_, limit) => one_line(text, limit)?,
            FieldKind::Date(_) => Value::Date(roc::parse_date(text).ok_or(FieldProblem::NotADate)?),
            FieldKind::Amount(most) => Value::Amount(within(hundredths(text, 2)?, 1, most)?),
            FieldKind::Credits(most) => match hundredths(text, 2)? {
                0 => return Err(FieldProblem::NoCredit),
                credits => Value::Amount(within(credits, 1, most)?),
            },
            FieldKind::Whole(least, most) => {
                let amount = within(hundredths(text, 0)?, least * 100, most * 100)?;
                Value::Whole(amount / 100)
            }
            FieldKind::Code(codes) => Value::Code(code_of(text, codes)?),
            FieldKind::OneOf(list) => Value::Text(chosen(text, lists.entries(list))?),
        };
        Ok(Some(value))
    }

    /// As rosters, forms and the command line write it: dates in seven digits, codes by their words.
    pub fn write(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Date(date) => roc::roc_digits(*date),
            Value::Amount(amount) => Amount(*amount).to_string(),
            Value::Whole(number) => number.to_string(),
            Value::Code(code) => self
                .code_words(*code)
                .map_or_else(|| code.to_string(), str::to_owned),
        }
    }

    /// The official number of a code, everything else as [`Field::write`]: what a roster's cell holds.
    pub fn roster_cell(&self, value: &Value) -> String {
        match value {
            Value::Code(code) => code.to_string(),
            other => self.write(other),
        }
    }

    /// The words of a code; `None` where the field has no such code.
    pub fn code_words(&self, code: u8) -> Option<&'static str> {
        match self.kind {
            FieldKind::Code(codes) => codes
                .iter()
                .find(|(known, _)| *known == code)
                .map(|(_, words)| *words),
            _ => None,
        }
    }

    pub const fn is_date(&self, wanted: DateRole) -> bool {
        matches!(self.kind, FieldKind::Date(role) if role as u8 == wanted as u8)
    }
}

/// Hundredths as people write them: `2`, `2.5`, `0.25`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount(pub u32);

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// Rosters have one line per item: line breaks and other controls become spaces.
fn one_line(text: &str, limit: u32) -> Result<Value, FieldProblem> {
    let count = count(text);
    if count > limit {
        return Err(FieldProblem::TooLong { count, limit });
    }
    let line: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    Ok(Value::Text(line))
}

/// Reads a number with at most `places` digits behind the point; full-width digits are accepted.
fn hundredths(text: &str, places: u8) -> Result<u32, FieldProblem> {
    let text: String = text.chars().map(half_width).collect();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.is_empty() && part.is_empty() {
        return Err(FieldProblem::NotANumber);
    }
    let part = part.trim_end_matches('0');
    if part.len() > usize::from(places) {
        return Err(FieldProblem::TooFine { places });
    }
    let whole: u32 = match whole {
        "" => 0,
        digits => digits.parse().unwrap_or(u32::MAX),
    };
    let part: u32 = format!("{part:0<2}").parse().unwrap_or(0);
    Ok(whole.saturating_mul(100).saturating_add(part))
}

fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' => {
            char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')).unwrap_or(letter)
        }
        '．' => '.',
        other => other,
    }
}

fn within(amount: u32, least: u32, most: u32) -> Result<u32, FieldProblem> {
    if (least..=most).contains(&amount) {
        Ok(amount)
    } else {
        Err(FieldProblem::OutOfRange { least, most })
    }
}

/// By its number or by its words.
fn code_of(text: &str, codes: &[(u8, &str)]) -> Result<u8, FieldProblem> {
    let number: String = text.chars().map(half_width).collect();
    let number: Option<u8> = number.parse().ok();
    codes
        .iter()
        .find(|(code, words)| Some(*code) == number || *words == text)
        .map(|(code, _)| *code)
        .ok_or_else(|| FieldProblem::NotAChoice {
            choices: codes
                .iter()
                .map(|(code, words)| format!("{code} {words}"))
                .collect(),
        })
}

fn chosen(text: &str, entries: &[String]) -> Result<String, FieldProblem> {
    if entries.iter().any(|entry| entry == text) {
        return Ok(text.to_owned());
    }
    Err(FieldProblem::NotAChoice {
        choices: entries.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("2", Ok(200)),
            ("2.5", Ok(250)),
            ("0.25", Ok(25)),
            (".5", Ok(50)),
            ("3.", Ok(300)),
            ("１２．５", Ok(1250)),
            ("2.50", Ok(250)),
            ("2.125", Err(FieldProblem::TooFine { places: 2 })),
            ("", Err(FieldProblem::NotANumber)),
            (".", Err(FieldProblem::NotANumber)),
            ("-1", Err(FieldProblem::NotANumber)),
            ("1e3", Err(FieldProblem::NotANumber)),
            ("兩小時", Err(FieldProblem::NotANumber)),
            ("99999999999", Ok(u32::MAX)),
        ] {
            assert_eq!(hundredths(text, 2), expected, "{text}");
        }
        assert_eq!(hundredths("2.0", 0), Ok(200));
        assert_eq!(hundredths("2.5", 0), Err(FieldProblem::TooFine { places: 0 }));
        assert_eq!(
            [200, 250, 25].map(|n| Amount(n).to_string()),
            ["2", "2.5", "0.25"]
        );
    }

    proptest::proptest! {
        #[test]
        fn written_amounts_read_back(amount in 0u32..1_000_000) {
            proptest::prop_assert_eq!(hundredths(&Amount(amount).to_string(), 2), Ok(amount));
        }
    }
}
