//! The page 匯入名冊.

use crate::domain::import::{ImportReport, LastImport, RowCounts};
use crate::domain::roster::RosterKind;
use crate::domain::roster_column::{Need, RosterColumn};
use crate::domain::roster_mapping::Confidence;
use crate::text::time;

use super::{counts, dependence};
use crate::text::rosters::roster;

pub const TITLE: &str = "匯入名冊";
pub const SENTENCE: &str =
    "從 Excel 或其他試算表匯入。先預覽再寫入：整份成功，或完全不動；檔案中沒有的資料不會刪除。";
pub const PICK: &str = "選擇檔案…";
pub const PASTE: &str = "貼上";
pub const PASTE_TOOLTIP: &str = "貼上在 Excel 複製的表格，連同標題列（也可以按 Ctrl+V）";
pub const TEMPLATE: &str = "下載空白範本…";
pub const DROP_HERE: &str = "放開以匯入這份名冊";
pub const DROP_TITLE: &str = "把名冊檔案拖到這裡";
pub const DROP_SENTENCE: &str =
    "可以用 xlsx、xls、ods、csv（UTF-8 或 Big5），也可以在 Excel 選取表格，複製後在這裡按 Ctrl+V。";
pub const PATH: &str = "或輸入檔案的位置";
pub const PATH_HINT: &str = "/home/…/學生名冊.xlsx";
pub const OPEN_PATH: &str = "開啟";
pub const COLUMNS_NEEDED: &str = "名冊的欄位";
pub const LAST: &str = "最後一次匯入";
pub const UNDO: &str = "取消匯入";
pub const UNDO_ELLIPSIS: &str = "取消這次匯入…";
pub const UNDO_QUESTION: &str = "取消最後一次匯入？";
pub const PREVIEW: &str = "預覽";
pub const BACK_TO_COLUMNS: &str = "欄位對應";
pub const ANOTHER_FILE: &str = "換一個檔案";
pub const MORE: &str = "再匯入一份";
pub const SAVE_WRONG: &str = "儲存有誤的列…";
pub const COPY_ROWS: &str = "複製這些列";
pub const CANCEL: &str = "停止";
pub const SHEET: &str = "工作表";
pub const HEADER_ROW: &str = "標題列";
pub const CLASS_TERM: &str = "班級與座號的學期";
pub const TERM: &str = "學期（檔案裡沒有學期欄）";
pub const LIST_YEAR: &str = "提交的學年度";
pub const FILE_COLUMN: &str = "檔案裡的欄";
pub const SAMPLES: &str = "前幾筆資料";
pub const MEANS: &str = "是什麼";
pub const NOT_READ: &str = "不讀取";
pub const NOTHING_SHOWN: &str = "這裡沒有資料列";
pub const PASTED: &str = "貼上的表格";

/// `匯入學生名冊`
pub fn title(kind: RosterKind) -> String {
    format!("匯入{}", roster(kind))
}

/// What a roster brings, and what it needs before.
pub const fn about(kind: RosterKind) -> &'static str {
    match kind {
        RosterKind::Students => {
            "建立學生帳號，並記下這學期的班級與座號。身分證字號可以省略；填了就能當作初始密碼，學務處匯入幹部名冊時也靠它找到學生。"
        }
        RosterKind::Teachers => "建立教師帳號。教務處、學務處的人也教課時，帳號和姓名相同就會加上教師身分。",
        RosterKind::Courses => {
            "建立開課班與任課教師；同一個開課班有好幾位教師時，任何一位都能認證。請先匯入教師名冊。"
        }
        RosterKind::Enrolments => {
            "記下哪位學生修哪一門課；學生要修了課才能上傳成果。請先匯入學生和課程名冊。"
        }
        RosterKind::Receipts => {
            "匯入全國資料庫回傳的收訖明細，學生就能逐件比對並確認。官方格式尚未確認：欄名認不出來時，請指定每一欄是什麼；學號與身分證字號擇一，科目名稱、名稱、課程代碼、MD5 至少一項。"
        }
        RosterKind::OfficerPosts => {
            "匯入校內幹部經歷，學生只能查詢。用身分證字號找到學生，所以學生名冊要先有身分證字號。"
        }
    }
}

/// The columns of a roster in one line: needed ones first.
pub fn columns(kind: RosterKind) -> [(&'static str, String); 3] {
    let of = |wanted: Need| {
        let names: Vec<&str> = RosterColumn::of(kind)
            .iter()
            .filter(|(_, need)| *need == wanted)
            .map(|(column, _)| column.header(kind))
            .collect();
        names.join("、")
    };
    [
        ("一定要有", of(Need::Needed)),
        ("擇一填寫", of(Need::Alternative)),
        ("可以省略", of(Need::Optional)),
    ]
}

/// Why a column has its meaning.
pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::None => "",
        Confidence::Likely => "看內容猜的，請確認",
        Confidence::Alias => "常見的欄名",
        Confidence::Exact => "欄名相同",
        Confidence::Remembered => "上次的設定",
    }
}

/// What must still be found.
pub fn missing(columns: &[RosterColumn], kind: RosterKind) -> String {
    let names: Vec<&str> = columns.iter().map(|column| column.header(kind)).collect();
    format!("還要指定：{}。", names.join("、"))
}

/// The table looks like another roster.
pub fn looks_like(other: RosterKind) -> String {
    format!("這份檔案看起來是{}。", roster(other))
}

/// Above the columns.
pub fn columns_sentence(name: &str, rows: u32) -> String {
    let name = if name.is_empty() { PASTED } else { name };
    format!("{name}，{rows} 列。請確認每一欄是什麼；改過的對應會記住，下次同樣的欄名就不必再選。")
}

/// Above the rows.
pub fn preview_sentence(name: &str, rows: RowCounts) -> String {
    let name = if name.is_empty() { PASTED } else { name };
    format!("{name}：{}。還沒有寫入。", counts(rows))
}

/// Which row holds the names of the columns; `first_row` is the one below it, counted from 0.
pub fn header_row(first_row: u32) -> String {
    match first_row {
        0 => "沒有標題列".to_owned(),
        row => format!("第 {row} 列"),
    }
}

/// The button that writes.
pub fn apply(rows: u32) -> String {
    format!("匯入 {rows} 筆")
}

pub const NOTHING_NEW: &str = "檔案庫裡的資料已經和這份名冊相同，不需要匯入。";

pub fn wrong_first(wrong: usize) -> String {
    format!("有 {wrong} 列有誤；請改正，或勾選略過。")
}

pub fn skip_wrong(wrong: usize) -> String {
    format!("略過有誤的 {wrong} 列，匯入其餘的")
}

/// What came of it.
pub fn done(report: &ImportReport) -> String {
    format!("已匯入{}：{}。", roster(report.kind), counts(report.counts))
}

/// What to do next in a school that is being set up.
pub const fn next(kind: RosterKind) -> &'static str {
    match kind {
        RosterKind::Students => "新學生的初始密碼會在背景準備；接著可以匯入教師和課程名冊。",
        RosterKind::Teachers => "新教師的初始密碼會在背景準備；接著可以匯入課程名冊。",
        RosterKind::Courses => "接著請匯入修課名冊，學生才看得到自己的課。",
        RosterKind::Enrolments => "學生現在看得到這些課，可以在開放期間上傳成果。",
        RosterKind::Receipts => {
            "學生現在可以在「勾選」比對並確認，至少有 3 天；誰回報了問題，請看「勾選與提交」的收訖明細。"
        }
        RosterKind::OfficerPosts => "學生現在可以依學年度與學期查詢自己的校內幹部紀錄。",
    }
}

/// What the last import was.
pub fn last(last: &LastImport) -> String {
    format!(
        "{}，{} 在 {} 匯入：{}。",
        roster(last.kind),
        last.by,
        time::roc_moment(last.at),
        counts(RowCounts {
            unchanged: 0,
            ..last.counts
        })
    )
}

/// Why it cannot be undone; `None`: it can.
pub fn held(last: &LastImport) -> Option<String> {
    let first = last.held_by.first()?;
    Some(match last.held_by_count {
        0 | 1 => format!("不能取消：{}", dependence(first)),
        more => format!("不能取消：有 {more} 項資料要靠它，例如：{}", dependence(first)),
    })
}

/// What undoing does.
pub fn undo_question(last: &LastImport) -> String {
    format!(
        "{}會回到匯入之前：新增的 {} 筆移除，變更的 {} 筆改回原樣。",
        roster(last.kind),
        last.counts.new,
        last.counts.changed
    )
}

/// What is going on.
pub const OPENING: &str = "正在讀取檔案";
pub const CHECKING: &str = "正在檢查每一列";
pub const COMPARING: &str = "正在和檔案庫比對";
pub const WRITING: &str = "正在寫入，完成前請不要關閉程式";

pub const ALL_ROWS: &str = "全部";
pub const NOTED: &str = "要留意";

/// `新增 60`
pub fn filter(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

pub fn more_notices(count: usize) -> String {
    format!("另有 {count} 則說明，移到這裡查看。")
}
