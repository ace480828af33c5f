//! Words of what people take along: the page in a copy, its tables, the printed portfolio.

use crate::domain::copies::CopyKind;

pub const TITLE: &str = "學習歷程備份";
pub const PDF_TITLE: &str = "學習歷程";
/// For names of files.
pub const fn file_name(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Zip => "學習歷程備份",
        CopyKind::Pdf => "學習歷程",
        CopyKind::Transfer => "學習歷程轉學資料",
        CopyKind::Rosters => "提交名冊",
    }
}

pub const MD5_LIST: &str = "雜湊值-MD5.txt";
pub const BLAKE3_LIST: &str = "雜湊值-BLAKE3.txt";
pub const OUTCOME_TABLE: &str = "課程學習成果.csv";
pub const ACTIVITY_TABLE: &str = "多元表現.csv";

pub const OUTCOME_COLUMNS: [&str; 20] = [
    "學期",
    "課程",
    "課程代碼",
    "學分",
    "課程類別",
    "任課教師",
    "標題",
    "成果種類",
    "簡述",
    "狀態",
    "狀態來源",
    "認證者",
    "認證時間（台北時間）",
    "退回原因",
    "檔案",
    "檔案大小（位元組）",
    "檔案位置",
    "MD5",
    "新增時間（台北時間）",
    "修改時間（台北時間）",
];

pub const ACTIVITY_COLUMNS: [&str; 13] = [
    "學期",
    "類別",
    "名稱",
    "內容",
    "簡述",
    "連結",
    "標籤",
    "檔案",
    "檔案大小（位元組）",
    "檔案位置",
    "MD5",
    "新增時間（台北時間）",
    "修改時間（台北時間）",
];

pub const SCHOOL: &str = "學校";
pub const PERSONAL_LIBRARY: &str = "個人檔案庫";
pub const NAME: &str = "姓名";
pub const ACCOUNT: &str = "學號";
pub const ENTRY_YEAR: &str = "入學學年度";
pub const MADE: &str = "製作時間";
pub const CONTENTS: &str = "目錄";
pub const DESCRIPTION: &str = "簡述";
pub const NO_DESCRIPTION: &str = "沒有寫簡述。";
pub const FILES: &str = "檔案";
pub const NO_FILES: &str = "這件沒有檔案。";
pub const DECISIONS: &str = "認證紀錄";
pub const COURSE: &str = "課程";
pub const COURSE_CODE: &str = "課程代碼";
pub const CREDITS: &str = "學分";
pub const TEACHERS: &str = "任課教師";
pub const WORK_KIND: &str = "成果種類";
pub const SUBMITTED: &str = "送出";
pub const CREATED: &str = "新增";
pub const UPDATED: &str = "修改";
pub const LINK: &str = "連結";
pub const TAGS: &str = "標籤";
pub const BROUGHT: &str = "由他校帶入";
pub const FILED: &str = "已提交";
pub const MARKS: &str = "註記";
pub const NOTHING: &str = "還沒有任何紀錄。";
pub const ABOUT: &str = "這是個人的備份，不是學校開立的證明。檔案就在這個資料夾裡；點檔名就能打開。表格（CSV）可以用 Excel 開啟，雜湊值清單可以確認檔案沒有變動，portfolio.json 可以匯入程式。";
pub const PDF_ABOUT: &str = "本冊由學生自行輸出，不是學校開立的證明。";
/// The clock of every time in it.
pub const ZONE: &str = "時間都是台北時間。";

/// `課程學習成果 12 件、多元表現 3 件，共 18 個檔案`
pub fn summary(outcomes: usize, activities: usize, files: usize) -> String {
    let mut parts = Vec::new();
    if outcomes > 0 || activities == 0 {
        parts.push(format!("課程學習成果 {outcomes} 件"));
    }
    if activities > 0 {
        parts.push(format!("多元表現 {activities} 件"));
    }
    format!("{}，共 {files} 個檔案", parts.join("、"))
}

/// `第 3 頁，共 120 頁`
pub fn page_of(page: usize, pages: usize) -> String {
    format!("第 {page} 頁，共 {pages} 頁")
}

pub const RECORD: &str = "紀錄";
pub const CONTENT: &str = "內容";
pub const NOT_PUT_IN: &str = "這份檔案沒有放進來";
pub const OPEN_THE_FILE: &str = "檔案本身沒有遺失：請在備份（ZIP）裡開啟原檔。";
pub const TO_BE_PLAYED: &str = "影音檔：請開啟備份（ZIP）裡的檔案播放";

/// `第 12 頁`, `第 12 到 15 頁`
pub fn on_pages(first: usize, count: usize) -> String {
    match count {
        0 | 1 => format!("第 {first} 頁"),
        count => format!("第 {first} 到 {} 頁", first + count - 1),
    }
}

pub const FILING_NOTE_FILE: &str = "說明.txt";

/// What whoever files has to know. Lines end as Windows wants them.
pub fn filing_note(incomplete: &[(&str, &str)]) -> String {
    let mut lines = vec![
        "這些名冊的欄位順序尚未經主管機關確認，上傳前請和當年度公告的格式核對：".to_owned(),
        "・7_學生課程學習成果名冊：沒有看過官方檔案，欄位是依規定的項目排列。".to_owned(),
        "・2_學生自填多元表現名冊：依現行平臺的欄位，「內容簡述」的位置尚未確認。".to_owned(),
        "日期是 7 位數的民國年月日；所有儲存格都是文字。檔案在「檔案」資料夾，MD5 在「雜湊值-MD5.txt」。"
            .to_owned(),
    ];
    if !incomplete.is_empty() {
        lines.push(String::new());
        lines.push("以下學生沒有身分證號或出生年月日，請補上後重新匯出：".to_owned());
        lines.extend(
            incomplete
                .iter()
                .map(|(account, name)| format!("・{account} {name}")),
        );
    }
    lines.push(String::new());
    format!("\u{FEFF}{}", lines.join("\r\n"))
}
