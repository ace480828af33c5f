//! A cell, or a row, that cannot be read.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_problem::{CellProblem, WrongCell};
use crate::text::message::Message;

use super::columns::column;

/// Which cell, why, and what to do.
pub fn cell_problem(wrong: &WrongCell, kind: RosterKind) -> Message {
    let row = wrong.row;
    let place = match wrong.column {
        Some(known) => format!("第 {row} 列的「{}」", column(known, kind)),
        None => format!("第 {row} 列"),
    };
    let what = if wrong.value.is_empty() {
        format!("{place}沒有讀進來。")
    } else {
        format!("{place}沒有讀進來：「{}」。", wrong.value)
    };
    let (why, cure) = why_and_cure(&wrong.problem, wrong.column);
    Message::new(what, why, cure)
}

/// Why and cure without the place: for the column 原因 beside the row itself.
pub fn reason(wrong: &WrongCell, kind: RosterKind) -> String {
    let (why, cure) = why_and_cure(&wrong.problem, wrong.column);
    match wrong.column {
        Some(known) => format!("「{}」：{why}{cure}", column(known, kind)),
        None => format!("{why}{cure}"),
    }
}

fn why_and_cure(problem: &CellProblem, column: Option<RosterColumn>) -> (String, String) {
    let said = |why: &str, cure: &str| (why.to_owned(), cure.to_owned());
    match problem {
        CellProblem::Missing => said("這一欄一定要填，但儲存格是空白。", "請在這一格填上內容。"),
        CellProblem::Merged(block) => (
            format!("它在合併儲存格 {block} 裡，值只在第一格，其他列是空白。"),
            "請在 Excel 取消合併，把每一列都填上。".to_owned(),
        ),
        CellProblem::FormulaError => said(
            "公式的結果是錯誤值，例如 #N/A 或 #REF!。",
            "請修正公式，或改填內容本身。",
        ),
        CellProblem::FormulaWithoutResult => said(
            "這一格是公式，但檔案裡沒有存計算結果。",
            "請用 Excel 開啟檔案並存檔一次，再匯入。",
        ),
        CellProblem::DigitsLost => said(
            "數字太長，Excel 只保留前 15 位，後面已經變成 0。",
            "請把這一欄改成文字格式，重新輸入完整的號碼。",
        ),
        CellProblem::BecameDate => said(
            "Excel 把它當成了日期，例如把 1-2 變成 1 月 2 日。",
            "請把這一欄改成文字格式，重新輸入。",
        ),
        CellProblem::TooLong { limit } => (
            format!("內容超過 {limit} 個字，看起來放錯了欄位。"),
            "請縮短，或確認欄位的對應。".to_owned(),
        ),
        CellProblem::NotADate => said(
            "認不出這個日期，或沒有這一天。",
            "請寫成民國 7 碼，例如 1140901；114/9/1 或 2025/9/1 也可以。",
        ),
        CellProblem::NotASchoolYear => said("認不出這個學年度。", "請填民國的學年度，例如 114。"),
        CellProblem::NotASemester => said("學期只有 1 和 2。", "請填 1（上學期）或 2（下學期）。"),
        CellProblem::NotATerm => said("認不出這個學年期。", "請寫成 114-1 或 1141。"),
        CellProblem::NotAGrade => said("年級只有 1 到 3。", "請填 1、2 或 3，或改用入學學年度。"),
        CellProblem::NotASeat => said("座號要是 1 到 99 的數字。", "請改成數字，例如 5 或 05。"),
        CellProblem::NotCredits => said(
            "學分要是 0 到 99 的數字，最多兩位小數。",
            "請改成數字，例如 2 或 0.5。",
        ),
        CellProblem::UnknownCourseKind => said(
            "認不出這個課程類別，只寫必修或選修分不出是哪一種。",
            "請填部定必修、校訂必修、多元選修、加深加廣選修、彈性學習時間、團體活動時間或其他。",
        ),
        CellProblem::UnknownMode => said(
            "認不出這個修習方式。",
            "請填一般、重修、補修、重讀、轉學轉科或借讀；空白就是一般。",
        ),
        CellProblem::UnknownLevel => said(
            "認不出這個幹部等級。",
            "請填 1 校級、2 班級、3 社團、4 實習、5 校外自治組織團體或 9 其他。",
        ),
        CellProblem::NotAnMd5 => said(
            "檔案的 MD5 要是 32 個 0 到 9、a 到 f 的字。",
            "請重新下載收訖明細；若這一欄不是 MD5，請改欄位的對應。",
        ),
        CellProblem::EndsBeforeStart => said("結束日期在開始日期之前。", "請對照後更正其中一個日期。"),
        CellProblem::Contradicts { first } => (
            format!(
                "{}和第 {first} 列相同，內容卻不一樣，分不出哪一列是對的。",
                same_what(column)
            ),
            "請更正或刪除其中一列。".to_owned(),
        ),
        CellProblem::SamePerson { first } => (
            format!("第 {first} 列已經有相同的身分證字號，但學號不同。"),
            "同一個人只能有一個學號；請更正其中一列。".to_owned(),
        ),
    }
}

/// What two contradicting rows have in common, by the column that is marked.
const fn same_what(column: Option<RosterColumn>) -> &'static str {
    match column {
        Some(RosterColumn::Account) => "帳號",
        Some(RosterColumn::CourseCode) => "學期、課程代碼與開課班",
        Some(RosterColumn::Mode) => "學生、學期、課程代碼與開課班",
        _ => "資料",
    }
}
