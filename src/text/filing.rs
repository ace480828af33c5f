//! 勾選與提交: the office's page.

use crate::domain::moment::Moment;
use crate::domain::selection::SelectionStage;
use crate::domain::term::SchoolYear;

use super::labels;
use super::time::roc_moment;

pub const TITLE: &str = "勾選與提交";
pub const TABS: [&str; 4] = ["勾選情形", "提交名冊", "收訖明細", "轉學資料"];
pub const LOADING: &str = "正在清點全校的勾選…";
pub const YEAR: &str = "學年度";
pub const NO_WINDOW: &str = "這個學年度的勾選日期還沒有公布。";
pub const FILE: &str = "提交…";
pub const NOTHING_READY: &str = "沒有可以提交的勾選：要等學生的勾選截止，而且還沒有提交過。";

// Who is how far
pub const ALL: &str = "全部";
pub const CLASS: &str = "班級";
pub const ALL_CLASSES: &str = "全部班級";
pub const NO_CLASS: &str = "（沒有班級）";
pub const SEARCH: &str = "搜尋";
pub const SEARCH_HINT: &str = "姓名、學號或班級";
pub const COPY: &str = "複製這份名單";
pub const COPY_TOOLTIP: &str = "複製列出的學生，可以貼到 Excel 或通知裡";
pub const COLUMNS: [&str; 8] = [
    "班級",
    "座號",
    "學號",
    "姓名",
    "課程成果",
    "多元表現",
    "情形",
    "說明",
];
pub const NOBODY: &str = "沒有符合的學生";
pub const NOBODY_SENTENCE: &str = "換一個班級或情形，或清除搜尋的文字。";
pub const CLEAR: &str = "清除條件";
pub const NO_STUDENTS: &str = "這個學年度沒有學生";
pub const NO_STUDENTS_SENTENCE: &str = "匯入學生名冊之後，這裡會列出每個人勾選到哪裡。";

/// How far a student is, in few words.
pub const fn stage(stage: SelectionStage) -> &'static str {
    match stage {
        SelectionStage::Nothing => "還沒勾選",
        SelectionStage::Unconfirmed => "還沒確認",
        SelectionStage::Confirmed => "已確認",
        SelectionStage::Ready => "等候提交",
        SelectionStage::Filed => "已提交",
    }
}

/// `二年1班　3／38 位還沒勾選`
pub fn class_option(class: &str, all: usize, lacking: usize) -> String {
    match lacking {
        0 => format!("{class}　{all} 位"),
        lacking => format!("{class}　{lacking}／{all} 位還沒勾選"),
    }
}

/// `還沒勾選 12`
pub fn counted(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

/// What stands beside the stage.
pub fn note(confirmed: Option<Moment>, filed: usize, ready: usize) -> String {
    let mut parts = Vec::new();
    if filed > 0 {
        parts.push(format!("已提交 {filed} 件"));
    }
    if ready > 0 {
        parts.push(format!("可以提交 {ready} 件"));
    }
    if filed == 0
        && let Some(at) = confirmed
    {
        parts.push(format!("{} 確認", roc_moment(at)));
    }
    parts.join("，")
}

pub fn copied(students: usize) -> String {
    format!("已複製 {students} 位學生，可以貼到 Excel。")
}

/// `全校：115 年 9 月 30 日 (三) 23:59 截止，已截止`
pub fn window_line(audience: &str, closes: Moment, phase: &str) -> String {
    format!("{audience}：{} 截止（台北時間），{phase}。", roc_moment(closes))
}

// 提交
pub const FILE_TITLE: &str = "提交勾選？";
pub const FILE_GRADE: &str = "範圍";
pub const ALL_GRADES: &str = "全部年級";
pub const FILE_CANCEL: &str = "先不提交";
pub const LOCKED: &str =
    "提交之後，這些項目會鎖定，認證結果也會凍結：學生不能再改，老師也不能再退回，不能取消。";
pub const TWO_BATCHES: &str = "高三可以先提交一批、其他年級之後再提交；沒有截止的學生不會包含在內。";

/// What would be filed.
pub fn file_question(year: SchoolYear, students: usize, items: usize) -> String {
    format!(
        "{}有 {students} 位學生的勾選已經截止，共 {items} 件，會成為一個批次。",
        labels::school_year(year)
    )
}

pub fn file_these(items: usize) -> String {
    format!("提交 {items} 件")
}

/// What came of it.
pub fn filed(year: SchoolYear) -> String {
    format!("{}的勾選已經提交，接著請匯出名冊。", labels::school_year(year))
}

// Rosters
pub const BATCHES: &str = "已提交的批次";
pub const NO_BATCHES: &str = "還沒有提交";
pub const NO_BATCHES_SENTENCE: &str =
    "學生的勾選截止後，按「提交」成為一個批次；名冊與檔案要從批次匯出，上傳到全國資料庫。";
pub const NOT_YOUR_FILES: &str = "名冊裡有學生的檔案，由教務處匯出。";
pub const EXPORT: &str = "匯出名冊…";
pub const ALL_BATCHES: &str = "全部批次";
pub const MAKING_ROSTERS: &str = "正在匯出名冊與檔案";
pub const UNCONFIRMED: &str = "名冊格式未經官方確認";

/// `第 2 批`
pub fn batch(number: u32) -> String {
    format!("第 {number} 批")
}

/// Who filed it and when.
pub fn batch_about(at: Moment, by: &str) -> String {
    format!("{}　{by} 提交", roc_moment(at))
}

pub fn batch_counts(students: u32, items: u32) -> String {
    format!("{students} 位學生，{items} 件")
}

/// Rosters are whole.
pub fn rosters_written(students: u32, items: u32, files: u32, size: &str) -> String {
    format!("已匯出提交名冊：{students} 位學生、{items} 件、{files} 個檔案，{size}")
}

/// Whose rows say of nobody.
pub fn incomplete(accounts: &[String]) -> String {
    const NAMED: usize = 8;
    let named: Vec<&str> = accounts.iter().take(NAMED).map(String::as_str).collect();
    let more = match accounts.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("，還有 {more} 位"),
    };
    format!(
        "{} 位學生沒有身分證號或出生年月日，名冊裡這兩欄是空白的：{}{more}。",
        accounts.len(),
        named.join("、")
    )
}

pub const INCOMPLETE_CURE: &str = "請用學生名冊補上，再匯出一次。";

// Columns of the rosters
pub const LAYOUT: &str = "名冊的欄位";
pub const LAYOUT_STANDARD: &str = "程式內建的欄位，未經官方確認";
pub const LAYOUT_OWN: &str = "學校自訂的欄位";
pub const LAYOUT_HOW: &str = "欄名與順序不同時，可以用命令列匯出成檔案、修改後再匯入（licheng export layout、licheng import layout）。";
pub const LAYOUT_FILE: &str = "提交名冊的欄位.json";
pub const LAYOUT_SAVED: &str = "已存好目前的欄位";
pub const LAYOUT_SET: &str = "已改用檔案裡的欄位；之後匯出的名冊都照這個格式。";
pub const LAYOUT_STANDARD_SET: &str = "已改回程式內建的欄位。";
pub const FIELDS: &str = "（各類別自己的欄位）";

/// In the file that a school edits.
pub fn layout_about(outcomes: &str, activities: &str) -> Vec<String> {
    vec![
        "提交名冊的檔名與欄位。heading 是欄名，field 是內容；順序就是由左到右的順序。".to_owned(),
        format!("outcomes 可以用的 field：{outcomes}"),
        format!("activities 可以用的 field：{activities}；fields 是各類別自己的欄位，一定要有一個。"),
        "不需要的欄刪掉，程式沒有的欄用 empty（留空白）。".to_owned(),
    ]
}

pub fn unknown_field(field: &str) -> String {
    format!("「{field}」不是可以用的 field，請看檔案開頭的說明。")
}

// Records from school to school
pub const STUDENT: &str = "學生的學號";
pub const STUDENT_HINT: &str = "例：11430101";
pub const LOOK: &str = "查看";
pub const TRANSFER_SENTENCE: &str =
    "學生轉出時，把送出過認證的紀錄與檔案匯出給對方學校；學生轉入時，把對方的檔案匯入，認證要採認才算。";
pub const SEND_NAME: &str = "學生轉出";
pub const TAKE_NAME: &str = "學生轉入";
pub const SEND: &str = "匯出轉學資料…";
pub const SEND_ABOUT: &str = "ZIP 檔：送出過認證的紀錄、檔案與 MD5；編輯中的仍是學生自己的，不在裡面";
pub const TAKE: &str = "匯入轉學資料…";
pub const TAKE_ABOUT: &str = "先檢查並列出會帶入什麼，確認後才匯入；帶入的只能查看、不計件數";
pub const BROUGHT: &str = "由他校帶入的紀錄";
pub const NOTHING_BROUGHT: &str = "這位學生沒有由他校帶入的紀錄";
pub const NOTHING_BROUGHT_SENTENCE: &str = "匯入轉學資料之後，這裡會列出每一件，認證成功的可以逐件採認。";
pub const READING: &str = "正在讀取…";
pub const ACCEPT: &str = "採認…";
pub const ACCEPT_TITLE: &str = "採認他校的認證？";
pub const ACCEPT_YES: &str = "採認";
pub const ACCEPT_NO: &str = "先不採認";
pub const REASON: &str = "依據";
pub const REASON_HINT: &str = "例如轉學證明的文號";
pub const REASON_MISSING: &str = "請寫下依據";
pub const ACCEPTED: &str = "已採認，學生可以在該學年度勾選這一件。";
pub const SENDING: &str = "正在匯出轉學資料";
pub const CHECKING: &str = "正在檢查轉學資料";
pub const TAKING: &str = "正在匯入轉學資料";

/// What accepting does.
pub fn accept_question(title: &str, course: &str) -> String {
    format!(
        "「{title}」（{course}）在原學校認證成功。採認之後在本校也算數，可以勾選與提交；依據會留在這一件的歷程裡。"
    )
}

/// A transfer is whole.
pub fn sent(student: &str, items: u32, files: u32, size: &str) -> String {
    format!("已匯出 {student} 的轉學資料：{items} 件、{files} 個檔案，{size}")
}

pub fn take_these(count: usize) -> String {
    format!("帶入 {count} 件")
}

/// The zip names somebody else than the chosen student.
pub fn other_owner(name: &str, student: &str) -> String {
    format!("這份資料的姓名是「{name}」，要帶入的學生是 {student}。請確認沒有選錯。")
}
