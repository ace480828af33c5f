//! By which names the columns go in the tables of schools.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_mapping::Confidence;
use crate::exchange::letters::bare;

/// Other names of a column, beside the official one.
const fn others(column: RosterColumn, kind: RosterKind) -> &'static [&'static str] {
    match column {
        RosterColumn::Account => match kind {
            RosterKind::Teachers => &[
                "教師帳號",
                "登入帳號",
                "教師代號",
                "教師代碼",
                "教師編號",
                "職員代號",
                "員工編號",
                "人事代號",
            ],
            _ => &["帳號", "學生學號", "學生帳號", "學生代號", "學號帳號", "登入帳號"],
        },
        RosterColumn::DisplayName => &["學生姓名", "教師姓名", "中文姓名", "老師姓名", "姓名中文"],
        RosterColumn::Class => &["班別", "班級名稱", "就讀班級", "班名", "所屬班級", "原班級"],
        RosterColumn::Seat => &["班級座號", "座位號碼", "座號號碼"],
        RosterColumn::NationalId => &[
            "身分證號",
            "身分證字號",
            "身分證統一編號",
            "國民身分證統一編號",
            "身分證號碼",
            "身分證",
            "身份證字號",
            "身份證號",
            "身份證統一編號",
            "身份證號碼",
            "身份證",
            "統一證號",
            "身分證字號或居留證號",
            "身分證/居留證號",
        ],
        RosterColumn::BirthDate => &["生日", "出生日期", "出生年月日期", "出生"],
        RosterColumn::EntryYear => &["入學年度", "入學學年", "入學年"],
        RosterColumn::Grade => &["就讀年級", "年級別", "學生年級"],
        RosterColumn::Year => &["學年", "開課學年度", "開課學年", "修課學年度"],
        RosterColumn::Semester => &["開課學期", "修課學期", "學期別"],
        RosterColumn::Term => &["學年學期", "學年度學期", "學年度/學期", "學年/學期", "開課學年期"],
        RosterColumn::CourseCode => &["課程代號", "科目代碼", "科目代號", "課程計畫代碼", "課程編碼"],
        RosterColumn::CourseName => &["課程名稱", "科目", "課程", "課名", "科目中文名稱", "課程中文名稱"],
        RosterColumn::Credits => &["學分數", "學分/節數", "學分節數"],
        RosterColumn::CourseKind => &["課程類別", "課程類型", "科目類別", "必選修", "必/選修", "修別"],
        RosterColumn::Group => &[
            "開課班級",
            "開課班別",
            "開課班級名稱",
            "選課班級",
            "選課班別",
            "上課班級",
            "教學班",
            "教學班級",
            "班群",
        ],
        RosterColumn::Teacher => &[
            "任課教師帳號",
            "授課教師帳號",
            "教師代號",
            "任課教師代號",
            "授課教師代號",
            "老師帳號",
        ],
        RosterColumn::Mode => &[
            "修課方式",
            "修讀方式",
            "修習類別",
            "修課類別",
            "修課別",
            "修習別",
            "修習狀態",
        ],
        RosterColumn::Unit => &["單位", "社團名稱", "單位(班級/社團)名稱"],
        RosterColumn::From => &["起始日期", "任職開始日期", "開始日", "起日", "任職起日"],
        RosterColumn::Until => &["終止日期", "任職結束日期", "結束日", "迄日", "訖日", "任職迄日"],
        RosterColumn::Post => &["擔任職務", "職務名稱", "職務", "幹部名稱", "職稱", "幹部職稱"],
        RosterColumn::Part => &["資料類別", "紀錄類別", "項目類別", "表現類別", "種類"],
        RosterColumn::Title => &[
            "紀錄名稱",
            "項目名稱",
            "多元表現名稱",
            "成果名稱",
            "作品名稱",
            "活動名稱",
        ],
        RosterColumn::Description => &["簡述", "成果簡述", "文字簡述", "說明"],
        RosterColumn::Md5 => &[
            "檔案MD5",
            "檔案雜湊值",
            "雜湊值",
            "檔案驗證碼",
            "文件MD5",
            "證明文件MD5",
            "影音檔案MD5",
            "影音MD5",
        ],
        RosterColumn::Level => &["等級", "幹部級別", "幹部等級代碼", "級別"],
    }
}

/// Words that point to a column although they may mean something near it.
const fn hints(column: RosterColumn, kind: RosterKind) -> &'static [&'static str] {
    match (column, kind) {
        (RosterColumn::Teacher, _) => &["任課教師", "授課教師", "任課老師", "教師姓名", "教師"],
        (RosterColumn::Group, _) => &["班級", "班別"],
        (RosterColumn::Credits, _) => &["節數"],
        (RosterColumn::CourseCode, _) => &["代碼"],
        (RosterColumn::Account, RosterKind::Students | RosterKind::Enrolments) => &["學生編號"],
        (RosterColumn::DisplayName, _) => &["名字"],
        (RosterColumn::Md5, _) => &["MD5", "雜湊"],
        _ => &[],
    }
}

/// What a header says in this roster, and how surely. `header` as it stands in the table.
pub(super) fn meaning(header: &str, kind: RosterKind) -> Option<(RosterColumn, Confidence)> {
    let full = plain(header);
    if full.is_empty() {
        return None;
    }
    // 學號(必填), 出生年月日(民國7碼), 教師帳號2
    let short = without_remarks(&full);
    let mut best: Option<(RosterColumn, Confidence, usize)> = None;
    for (column, _) in RosterColumn::of(kind) {
        let official = column.header(kind);
        let known = others(*column, kind);
        let found = if full == official || short == official {
            Some((Confidence::Exact, official.len()))
        } else if known.iter().any(|name| full == *name || short == *name) {
            Some((Confidence::Alias, 0))
        } else {
            known
                .iter()
                .chain([&official])
                .chain(hints(*column, kind))
                .filter(|name| name.chars().count() > 1 && full.contains(**name))
                .map(|name| name.len())
                .max()
                .map(|length| (Confidence::Likely, length))
        };
        // Among names that are only part of the header, the longest says most.
        if let Some((confidence, length)) = found
            && best.is_none_or(|(_, known, longest)| (confidence, length) > (known, longest))
        {
            best = Some((*column, confidence, length));
        }
    }
    best.map(|(column, confidence, _)| (column, confidence))
}

/// As headers are compared and remembered: no spaces, no stars, half-width.
pub(super) fn plain(header: &str) -> String {
    bare(header)
        .trim_matches(|letter| matches!(letter, '*' | '※' | ':' | '●' | '◎' | '#'))
        .to_owned()
}

fn without_remarks(header: &str) -> String {
    let mut depth = 0_u32;
    let mut short = String::new();
    for letter in header.chars() {
        match letter {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            letter if depth == 0 && letter != '*' => short.push(letter),
            _ => {}
        }
    }
    short
        .trim_end_matches(|letter: char| letter.is_ascii_digit())
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_schools_are_understood() {
        use Confidence::{Alias, Exact, Likely};
        use RosterColumn as C;
        use RosterKind::{Courses, Enrolments, OfficerPosts, Students, Teachers};
        for (header, kind, expected) in [
            ("學號", Students, Some((C::Account, Exact))),
            ("帳號", Students, Some((C::Account, Alias))),
            (" 學 號\n", Students, Some((C::Account, Exact))),
            ("＊學號（必填）", Students, Some((C::Account, Exact))),
            ("學生姓名", Students, Some((C::DisplayName, Alias))),
            ("家長姓名", Students, Some((C::DisplayName, Likely))),
            ("班別", Students, Some((C::Class, Alias))),
            ("身分證統一編號", Students, Some((C::NationalId, Alias))),
            ("身份證字號", Students, Some((C::NationalId, Alias))),
            ("出生年月日(民國7碼)", Students, Some((C::BirthDate, Exact))),
            ("入學學年度", Students, Some((C::EntryYear, Exact))),
            ("年級", Students, Some((C::Grade, Exact))),
            ("電話", Students, None),
            ("", Students, None),
            ("教師帳號", Teachers, Some((C::Account, Alias))),
            ("學年度", Courses, Some((C::Year, Exact))),
            ("學年期", Courses, Some((C::Term, Exact))),
            ("課程名稱", Courses, Some((C::CourseName, Alias))),
            ("學分數", Courses, Some((C::Credits, Alias))),
            ("教師帳號2", Courses, Some((C::Teacher, Exact))),
            ("任課教師", Courses, Some((C::Teacher, Likely))),
            ("班級", Enrolments, Some((C::Group, Likely))),
            ("修習方式", Enrolments, Some((C::Mode, Exact))),
            ("身分證號", OfficerPosts, Some((C::NationalId, Exact))),
            ("擔任職務", OfficerPosts, Some((C::Post, Alias))),
            ("幹部等級", OfficerPosts, Some((C::Level, Exact))),
        ] {
            assert_eq!(meaning(header, kind), expected, "{header} {kind:?}");
        }
    }

    /// A name that means two columns of one roster would be a coin toss.
    #[test]
    fn no_name_means_two_columns() {
        for kind in RosterKind::ALL {
            let mut seen = std::collections::HashMap::new();
            for (column, _) in RosterColumn::of(kind) {
                let mut names: Vec<&str> = others(*column, kind).to_vec();
                names.push(column.header(kind));
                names.sort_unstable();
                names.dedup();
                for name in names {
                    assert_eq!(plain(name), name);
                    assert_eq!(seen.insert(name, *column), None, "{name} of {kind:?}");
                }
            }
        }
    }
}
