//! Tables that the program writes: empty templates, rows to mend, and what cannot be written.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::{RosterColumn, TemplateWords};
use crate::domain::table::WriteProblem;
use crate::text::message::Message;

use super::columns::{column_meaning, roster};

/// The column beside rows that must be mended.
pub const REASON: &str = "原因";

/// Letters that are named one by one.
const NAMED: usize = 10;

/// The words of the empty template of a roster.
pub fn template_words(kind: RosterKind) -> TemplateWords {
    let mut notes = vec![
        String::new(),
        "標題列請不要改；欄位的順序可以調整，多出來的欄位會略過。".to_owned(),
        "請不要合併儲存格，也不要在資料中間放標題。".to_owned(),
    ];
    if kind == RosterKind::OfficerPosts {
        notes.push("學年度與學期填在「學校資料」那一張工作表。".to_owned());
    }
    if kind == RosterKind::Receipts {
        notes.push(
            "官方收訖明細的欄位尚未公布或確認；實際檔案的欄名不同時，匯入時可以逐欄指定，程式會記住。"
                .to_owned(),
        );
    }
    TemplateWords {
        sheet: roster(kind).to_owned(),
        help_sheet: "說明".to_owned(),
        help_headings: ["欄位", "要不要填", "填什麼"].map(str::to_owned),
        needed: "必填".to_owned(),
        optional: "可以空白".to_owned(),
        meanings: RosterColumn::of(kind)
            .iter()
            .map(|(column, _)| (*column, column_meaning(*column, kind).to_owned()))
            .collect(),
        notes,
    }
}

/// Why a table cannot be written.
pub fn write_problem(problem: &WriteProblem) -> Message {
    match problem {
        WriteProblem::TooManyCells => Message::new(
            "表格太大，沒有匯出。",
            "一張工作表最多 1,048,576 列、16,384 欄。",
            "請縮小範圍，例如一次匯出一個學期或一個年級。",
        ),
        WriteProblem::TextTooLong { place } => Message::new(
            format!("儲存格 {place} 的內容太長，沒有匯出。"),
            "Excel 的一格最多 32,767 個字。",
            "請先縮短那一項的內容，再匯出一次。",
        ),
        WriteProblem::Unwritable(letters) => {
            let named: Vec<String> = letters
                .iter()
                .take(NAMED)
                .map(|one| {
                    let code = u32::from(one.letter);
                    let (letter, text, cells) = (one.letter, &one.text, one.cells);
                    format!("「{letter}」(U+{code:04X}) 在「{text}」等 {cells} 格")
                })
                .collect();
            let more = match letters.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!("，還有其他 {more} 個字"),
            };
            Message::new(
                format!("沒有匯出：有 {} 個字在 Big5 (CP950) 裡沒有。", letters.len()),
                format!("{}{more}；硬寫會變成問號或別的字。", named.join("、")),
                "請改用 xlsx 或「CSV UTF-8」；對方的系統只收 Big5 時，請向他們詢問這些字的寫法。",
            )
        }
    }
}
