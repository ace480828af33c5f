//! What one cell says, by the meaning of its column.

use chrono::NaiveDate;

use crate::domain::activity::Category;
use crate::domain::course::{CourseKind, Credits, EnrolmentMode};
use crate::domain::officer::OfficerLevel;
use crate::domain::roc;
use crate::domain::roster_problem::CellProblem;
use crate::domain::selection::Part;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::exchange::day::day_of_serial;
use crate::exchange::letters::{bare, half_width, trimmed};
use crate::exchange::table::Cell;
use crate::text::labels::category;

/// From here on a spreadsheet keeps only the first 15 digits of a number.
const DIGITS_LOST_FROM: f64 = 1e15;

/// A cell where text is meant: numbers as they would be typed, spaces at the ends gone.
///
/// # Errors
/// What keeps the cell from being text.
pub(super) fn text(cell: &Cell) -> Result<String, CellProblem> {
    match cell {
        Cell::Empty => Ok(String::new()),
        Cell::Text(text) => Ok(typed(text)),
        Cell::Number { value, digits } => number(*value, *digits),
        Cell::Date(_) => Err(CellProblem::BecameDate),
        Cell::Flag(flag) => Ok(if *flag { "TRUE" } else { "FALSE" }.to_owned()),
        Cell::Error => Err(CellProblem::FormulaError),
        Cell::NoResult => Err(CellProblem::FormulaWithoutResult),
    }
}

/// Also takes off what people put around numbers so that a spreadsheet keeps their zeros: `="0012"`, `'0012`.
fn typed(text: &str) -> String {
    let text = trimmed(text);
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        return trimmed(inner).to_owned();
    }
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|letter: char| letter.is_ascii_digit()) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

fn number(value: f64, digits: u8) -> Result<String, CellProblem> {
    if !value.is_finite() || value.abs() >= DIGITS_LOST_FROM {
        return Err(CellProblem::DigitsLost);
    }
    if value.fract() == 0.0 {
        return Ok(format!("{value:0width$.0}", width = usize::from(digits)));
    }
    Ok(value.to_string())
}

/// How a cell is shown to a person: never fails.
pub(super) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => trimmed(text).to_owned(),
        Cell::Number { value, digits } => number(*value, *digits).unwrap_or_else(|_| format!("{value:e}")),
        Cell::Date(date) => roc::roc_digits(*date),
        Cell::Error => "#N/A".to_owned(),
        Cell::Empty | Cell::NoResult => String::new(),
        Cell::Flag(flag) => if *flag { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

/// A date in any form of the rosters, or a day number of five digits.
///
/// # Errors
/// [`CellProblem::NotADate`], or what keeps the cell from being read.
pub(super) fn date(cell: &Cell, from_1904: bool) -> Result<Option<NaiveDate>, CellProblem> {
    if let Cell::Date(date) = cell {
        return Ok(Some(*date));
    }
    let text = half_width(&text(cell)?);
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // 114年9月1日, 民國114.09.01, 2025/9/1 00:00:00, 2025-09-01T00:00:00
    let day: String = text
        .get(..end_of_day(text))
        .unwrap_or(text)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let day = day
        .trim_start_matches("中華民國")
        .trim_start_matches("民國")
        .replace(['年', '月'], "/")
        .replace('日', "");
    if let Some(date) = roc::parse_date(&day) {
        return Ok(Some(date));
    }
    // 10000 is in 1927, 99999 in 2173; no other form has five digits.
    let serial = (day.len() == 5)
        .then(|| day.parse::<u32>().ok())
        .flatten()
        .filter(|serial| *serial >= 10_000)
        .and_then(|serial| day_of_serial(f64::from(serial), from_1904));
    serial.map(Some).ok_or(CellProblem::NotADate)
}

/// Where the time of day begins: `2025/9/1 上午 12:00:00`, `2025-09-01T00:00:00`.
fn end_of_day(text: &str) -> usize {
    let marks = ["上午", "下午", "T"];
    let mark = marks.iter().filter_map(|mark| text.find(mark)).min();
    let hour = || {
        let colon = text.find(':')?;
        text.get(..colon)?.rfind(' ')
    };
    mark.or_else(hour).unwrap_or(text.len())
}

/// `114`, `114學年度`, `114 學年`
pub(super) fn school_year(text: &str) -> Option<SchoolYear> {
    let text = bare(text);
    let text = text.trim_start_matches("民國");
    ["學年度", "學年", "年度", "年", ""]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))
        .and_then(|year| year.parse().ok())
}

/// `課程學習成果`, `多元表現`, or the name of one of its categories; anything else says nothing.
pub(super) fn part(text: &str) -> Option<Part> {
    let text = bare(text);
    if text.contains("課程") && text.contains("成果") {
        return Some(Part::Outcomes);
    }
    let names = Category::ALL.into_iter().map(category);
    let is_activity = text.contains("多元表現") || names.map(bare).any(|name| name == text);
    is_activity.then_some(Part::Activities)
}

/// 32 hexadecimal digits.
pub(super) fn md5(text: &str) -> Option<[u8; 16]> {
    let text = bare(text);
    if text.len() != 32 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    u128::from_str_radix(&text, 16).ok().map(u128::to_be_bytes)
}

/// `1`, `上`, `上學期`, `第一學期`, `第1學期`
pub(super) fn semester(text: &str) -> Option<Semester> {
    let text = bare(text);
    let text = text.strip_suffix("學期").unwrap_or(&text);
    match text.strip_prefix('第').unwrap_or(text) {
        "1" | "一" | "上" | "01" => Some(Semester::First),
        "2" | "二" | "下" | "02" => Some(Semester::Second),
        _ => None,
    }
}

/// `114-1`, `1141`, `114上`, `114學年度第1學期`, `114/1`, `114.1`
pub(super) fn term(text: &str) -> Option<Term> {
    let text = bare(text);
    if let Ok(term) = text.replace(['/', '.', '_'], "-").parse() {
        return Some(term);
    }
    let split = text.find(|letter: char| !letter.is_ascii_digit())?;
    let (year, rest) = text.split_at(split);
    let rest = rest
        .trim_start_matches("學年度")
        .trim_start_matches("學年")
        .trim_start_matches('年');
    Some(Term {
        year: year.parse().ok()?,
        semester: semester(rest)?,
    })
}

/// The first term that a title names: `國立某某高中114學年度第1學期選課名單`.
pub(super) fn term_in_title(text: &str) -> Option<Term> {
    let text = bare(text);
    let at = text.find("學年")?;
    let before = text.get(..at)?;
    let start = before
        .rfind(|letter: char| !letter.is_ascii_digit())
        .and_then(|place| {
            before
                .get(place..)?
                .chars()
                .next()
                .map(|letter| place + letter.len_utf8())
        })
        .unwrap_or(0);
    let year = before.get(start..)?.parse().ok()?;
    let rest = text.get(at..)?;
    let end = rest.find("學期")?;
    let rest = rest
        .get(..end)?
        .trim_start_matches("學年度")
        .trim_start_matches("學年");
    Some(Term {
        year,
        semester: semester(rest)?,
    })
}

/// `1`, `高一`, `一年級`, `一`
pub(super) fn grade(text: &str) -> Option<u16> {
    let text = bare(text);
    let text = text
        .trim_start_matches('高')
        .trim_end_matches("年級")
        .trim_end_matches('年');
    match text {
        "1" | "一" | "01" => Some(1),
        "2" | "二" | "02" => Some(2),
        "3" | "三" | "03" => Some(3),
        _ => None,
    }
}

/// Two digits.
pub(super) fn seat(text: &str) -> Option<String> {
    let text = bare(text);
    let text = text.strip_suffix('號').unwrap_or(&text);
    let number: u8 = text.parse().ok().filter(|number| (1..=99).contains(number))?;
    Some(format!("{number:02}"))
}

/// Less than a hundred.
pub(super) fn credits(text: &str) -> Option<Credits> {
    let text = bare(text);
    let text = text.trim_end_matches("學分");
    text.parse().ok().filter(|credits| *credits < Credits::whole(100))
}

/// By its names. 必修 or 選修 alone says too little.
pub(super) fn course_kind(text: &str) -> Option<CourseKind> {
    let text = bare(text);
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    // 校訂選修 and 補強性選修 bear credit but have no name of their own in the rules.
    let kind = if holds(&["部定"]) {
        CourseKind::MinistryRequired
    } else if holds(&["校訂必修"]) {
        CourseKind::SchoolRequired
    } else if holds(&["加深加廣"]) {
        CourseKind::Advanced
    } else if holds(&["多元選修"]) || text == "多元" {
        CourseKind::Elective
    } else if holds(&["彈性學習", "彈性時間"]) || text == "彈性" {
        CourseKind::FlexibleLearning
    } else if holds(&["團體活動"]) {
        CourseKind::GroupActivity
    } else if holds(&["其他", "其它", "校訂選修", "補強"]) {
        CourseKind::Other
    } else {
        return None;
    };
    Some(kind)
}

/// By its names; empty is 一般.
pub(super) fn mode(text: &str) -> Option<EnrolmentMode> {
    match bare(text).as_str() {
        "" | "一般" | "一般修習" | "正常" | "正常修習" | "正修" | "修習" => {
            Some(EnrolmentMode::Regular)
        }
        "重修" => Some(EnrolmentMode::Retake),
        "補修" => Some(EnrolmentMode::MakeUp),
        "重讀" => Some(EnrolmentMode::RepeatedYear),
        "轉學轉科" | "轉學" | "轉科" | "轉學(轉科)" | "轉學(科)" | "轉入" => {
            Some(EnrolmentMode::Transfer)
        }
        "借讀" => Some(EnrolmentMode::Guest),
        _ => None,
    }
}

/// `2`, `班級`, `2班級`, `2.班級`, `班級幹部`
pub(super) fn level(text: &str) -> Option<OfficerLevel> {
    let text = bare(text);
    let number: String = text.chars().take_while(char::is_ascii_digit).collect();
    let name = text
        .get(number.len()..)
        .unwrap_or_default()
        .trim_start_matches(['.', '-', ':', '、'])
        .trim_end_matches("幹部");
    let named = match name {
        "" => None,
        "校級" | "全校" | "學校" => Some(OfficerLevel::School),
        "班級" | "班" => Some(OfficerLevel::Class),
        "社團" => Some(OfficerLevel::Club),
        "實習" => Some(OfficerLevel::Internship),
        "校外自治組織團體" | "校外自治組織" | "校外自治團體" => {
            Some(OfficerLevel::OutsideSelfGovernment)
        }
        "其他" | "其它" => Some(OfficerLevel::Other),
        _ => return None,
    };
    if number.is_empty() {
        return named;
    }
    // A number and a name that disagree say nothing.
    let numbered = number.parse().ok().and_then(OfficerLevel::from_number)?;
    (named.is_none() || named == Some(numbered)).then_some(numbered)
}

/// Accounts in one cell, separated by 、 , ; / or a new line.
pub(super) fn accounts(text: &str) -> Vec<String> {
    half_width(text)
        .split(['、', ',', ';', '/', '\n', '\r'])
        .map(|part| trimmed(part).to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests;
