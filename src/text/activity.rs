//! Sentences of 多元表現: forms, hints, cautions, lists.

use chrono::{Datelike, NaiveDate};

use crate::domain::activity::Category;
use crate::domain::activity::act::ActivityAttention;
use crate::domain::activity::declaration;
use crate::domain::activity::field::{Amount, DateRole, Field, FieldKey, FieldKind, FieldProblem, Value};
use crate::domain::activity::record::{ActivityCaution, Values};
use crate::domain::activity::years::StudyYears;
use crate::domain::roc::roc_year;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::Window;

use super::labels;
use super::time::{roc_date, roc_moment_zoned};

pub const WAITING_FOR_DOCUMENT: &str = "等候證明文件";
pub const LINK: &str = "外部連結";
pub const LINK_HELP: &str = "一個 https:// 開頭的網址，例如公開的作品或報導。";
pub const TAGS: &str = "我的標籤";
pub const TAGS_HELP: &str = "自己尋找用的，用空格分開；不會提交。";
pub const WAITING_SHORT: &str = "待補檔";
pub const INCOMPLETE_SHORT: &str = "待補欄";
pub const FILED: &str = "已提交";
pub const ALL_YEARS: &str = "全部學年度";
pub const FIRST_STEP: &str = "新增第一件";
pub const NOTHING: &str = "還沒有多元表現";
pub const NOTHING_SENTENCE: &str =
    "課程以外的高中生活都算：競賽、證照、志工、社團、打工、作品、營隊。拿到證明就先放進來，之後還能再補。";
pub const EMPTY_CATEGORIES: &str = "還可以放的類別";
pub const CHOOSE: &str = "這該放哪一類？";
pub const CHOOSE_SENTENCE: &str = "選一個類別；不確定的話，打幾個字找找看。";
pub const CHOOSE_SEARCH: &str = "找例子";
pub const CHOOSE_HINT: &str = "例如 多益、志工、工讀、營隊、小論文";
pub const CHOOSE_NOTHING: &str = "沒有符合的例子，換個短一點的詞試試；都不是的話，請放「其他多元表現紀錄」。";
pub const FILES_NOTE: &str = "證明文件和影音檔各一個；還沒拿到可以之後再補";
pub const DELETE_SELECTED: &str = "這一件已經勾選，刪除後也會從勾選移出。";
pub const UPLOAD_TERM: &str = "上傳學期";
pub const INCOMPLETE: &str = "欄位還沒填齊";
pub const CORRECT_AS_COPY: &str =
    "這件已經不能修改。內容要更正時，請用「複製成新的一件」，改好的算在現在的上傳學期。";
pub const WITHOUT_TITLE: &str = "（還沒有名稱）";

/// `3 件`
pub fn count(count: usize) -> String {
    format!("{count} 件")
}

/// Files were let go before it was known where they belong.
pub fn files_to_place(count: usize) -> String {
    format!("有 {count} 個檔案等著放進來。選一個類別，檔案會一起帶過去。")
}

/// The question before copying.
pub fn copy_question(title: &str, term: Term) -> String {
    format!("「{title}」的欄位、簡述、標籤與檔案會複製成新的一件，算在 {term} 的件數裡；原來的一件不會改變。")
}

/// `114/9/1–114/9/30` where there is little room.
pub fn short_span(category: Category, values: &Values) -> String {
    values.span(category).map_or_else(String::new, short_days)
}

/// `114/9/1`, `114/9/1–114/9/30`
pub fn short_days((from, until): (NaiveDate, NaiveDate)) -> String {
    let day = |date: NaiveDate| format!("{}/{}/{}", roc_year(date), date.month(), date.day());
    if from == until {
        day(from)
    } else {
        format!("{}–{}", day(from), day(until))
    }
}

/// `114 年 9 月 1 日 (一)`, or from … to …
pub fn days((from, until): (NaiveDate, NaiveDate)) -> String {
    if from == until {
        roc_date(from)
    } else {
        format!("{} 到 {}", roc_date(from), roc_date(until))
    }
}

/// At the head of a category's form; `None` where nothing special holds.
pub const fn hint(category: Category) -> Option<&'static str> {
    match category {
        Category::Competition => Some(
            "一取得獎狀或成績公告就先上傳，別等到期末。結果公布日期一定要填，教育部會查核，請照獎狀或公告填寫。",
        ),
        Category::Certificate => Some("證書還沒寄到也可以先存，之後再補檔案；多元表現整個學年都開放。"),
        Category::Service => {
            Some("時數照服務證明填寫；參與心得（做了什麼、學到什麼）可以寫在簡述，或一起放進文件。")
        }
        Category::Officer => {
            Some("校內幹部的經歷由學務處匯入，不用自己填；這裡放自己的事蹟，或校外組織的幹部。")
        }
        Category::College => {
            Some("只收有學分的課程。沒有學分的短期課程、線上課程，請放「其他多元表現紀錄」。")
        }
        Category::Flexible | Category::Group | Category::Workplace | Category::Work | Category::Other => None,
    }
}

/// What may stand in a field, for a form or a help page: `日期`, `1 到 18`.
pub fn field_form(field: &Field) -> String {
    match field.kind {
        FieldKind::Text(limit) | FieldKind::Suggested(_, limit) => format!("最多 {limit} 字"),
        FieldKind::Date(_) => "日期，例如 1140901、114/9/1".to_owned(),
        FieldKind::Amount(_) | FieldKind::Credits(_) => "數字，可以有小數".to_owned(),
        FieldKind::Whole(least, most) => format!("{least} 到 {most}"),
        FieldKind::Code(codes) => {
            let words: Vec<&str> = codes.iter().map(|(_, words)| *words).collect();
            words.join("、")
        }
        FieldKind::OneOf(list) => format!("從「{}」選一個", labels::list(list)),
    }
}

/// A value for people: dates in words.
pub fn value(field: &Field, value: &Value) -> String {
    match value {
        Value::Date(date) => roc_date(*date),
        other => match field.kind {
            FieldKind::Amount(_) => format!("{} 小時", field.write(other)),
            FieldKind::Credits(_) => format!("{} 學分", field.write(other)),
            _ => field.write(other),
        },
    }
}

/// A value as a form shows it for typing on: dates as `114/9/1`.
pub fn form_text(field: &Field, value: &Value) -> String {
    match value {
        Value::Date(date) => format!("{}/{}/{}", roc_year(*date), date.month(), date.day()),
        other => field.write(other),
    }
}

/// What is wrong with a field, in one line under it.
pub fn problem(problem: &FieldProblem) -> String {
    match problem {
        FieldProblem::Missing => "還沒有填".to_owned(),
        FieldProblem::TooLong { count, limit } => format!("最多 {limit} 字，現在是 {count} 字"),
        FieldProblem::NotADate => "看不懂這個日期，請寫成 114/9/1 或 1140901".to_owned(),
        FieldProblem::NotANumber => "只能填數字".to_owned(),
        FieldProblem::TooFine { places: 0 } => "要填整數".to_owned(),
        FieldProblem::TooFine { places } => format!("小數最多 {places} 位"),
        FieldProblem::OutOfRange { least: 1, most } => format!("要大於 0，最多 {}", Amount(*most)),
        FieldProblem::OutOfRange { least, most } => {
            format!("要在 {} 到 {} 之間", Amount(*least), Amount(*most))
        }
        FieldProblem::NotAChoice { choices: _ } => "沒有這個選項".to_owned(),
        FieldProblem::NoCredit => "先修課程要有學分；沒有學分的請放「其他多元表現紀錄」".to_owned(),
        FieldProblem::EndsBeforeBegin { .. } => "結束日期早於開始日期".to_owned(),
        FieldProblem::OutsideYears { .. } => "不在高中在學期間".to_owned(),
    }
}

/// The title of an item, or that it has none.
pub fn title(category: Category, values: &Values) -> String {
    let title = values.title(category);
    if title.is_empty() {
        WITHOUT_TITLE.to_owned()
    } else {
        title
    }
}

/// `114 年 9 月 1 日 (一)`, or from … to …; empty where the category has no dates.
pub fn span(category: Category, values: &Values) -> String {
    values.span(category).map_or_else(String::new, days)
}

/// What else is worth seeing in a row: the filled fields that neither name nor date the item.
pub fn summary(category: Category, values: &Values) -> String {
    let parts: Vec<String> = category
        .fields()
        .iter()
        .filter(|field| {
            !field.titles
                && ![DateRole::On, DateRole::Begins, DateRole::Ends]
                    .iter()
                    .any(|role| field.is_date(*role))
        })
        .filter_map(|field| values.get(field.key).map(|held| value(field, held)))
        .collect();
    parts.join("·")
}

/// `還沒填：競賽等級、獎項`
pub fn lacking(fields: &[FieldKey]) -> String {
    let names: Vec<&str> = fields
        .iter()
        .filter_map(|key| declaration::field(*key))
        .map(|(_, field)| field.name)
        .collect();
    format!("還沒填：{}", names.join("、"))
}

pub fn caution(caution: ActivityCaution) -> String {
    match caution {
        ActivityCaution::BeganEarlier { first } => format!(
            "開始日期早於入學的 {}；可以放，但只有入學之後的部分算是高中的表現，簡述裡請說明。",
            roc_date(first)
        ),
        ActivityCaution::InFuture { field } => {
            let name = declaration::field(field).map_or("", |(_, field)| field.name);
            format!("「{name}」是還沒到的日期，請再確認一次。")
        }
    }
}

pub const fn attention(reason: ActivityAttention) -> &'static str {
    match reason {
        ActivityAttention::Incomplete => "欄位還沒填齊，提交前要補上",
        ActivityAttention::NoDocument => "還沒有證明文件，拿到之後再補",
        ActivityAttention::NoDescription => "還沒有簡述，審查的人會先看簡述",
    }
}

/// The button beside it.
pub const fn next_step(reason: ActivityAttention) -> &'static str {
    match reason {
        ActivityAttention::Incomplete => "補欄位",
        ActivityAttention::NoDocument => "補檔案",
        ActivityAttention::NoDescription => "補簡述",
    }
}

/// For somebody in the last school year: there is no next opening to wait for.
pub fn last_year(year: SchoolYear, window: Option<&Window>) -> String {
    window.map_or_else(
        || {
            format!(
                "{}是你在學的最後一個學年度，之後不會再開放。",
                labels::school_year(year)
            )
        },
        |window| {
            format!(
                "{}是你在學的最後一個學年度，最後的上傳時間是 {}，之後不會再開放。",
                labels::school_year(year),
                roc_moment_zoned(window.closes)
            )
        },
    )
}

/// From when to when something must have happened.
pub fn years(years: StudyYears) -> String {
    format!("在學期間：{}", days((years.first, years.last)))
}
