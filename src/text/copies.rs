//! Copies in words: lines of the history, the page 我的備份.

use crate::domain::copies::{CopyEvent, CopyKind};

/// What was made.
pub const fn kind(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Zip => "備份（ZIP）",
        CopyKind::Pdf => "學習歷程（PDF）",
        CopyKind::Transfer => "轉學資料",
        CopyKind::Rosters => "提交名冊",
    }
}

/// As a line of the history says it.
pub(super) fn event(event: &CopyEvent) -> String {
    match event {
        CopyEvent::Made { kind: made, items } => format!("匯出{}，共 {items} 件", kind(*made)),
        CopyEvent::Imported { hashes: _ } => "由備份匯入".to_owned(),
        CopyEvent::CertificationAccepted { hashes: _ } => "採認他校的認證".to_owned(),
    }
}

pub const WILL_ADD: &str = "可以匯入";
pub const ADDED: &str = "已匯入";
pub const BROUGHT: &str = "留作他校紀錄（只能查看，不計件數）";
pub const ALREADY_THERE: &str = "已經有了";
pub const REFUSED: &str = "不能匯入";

/// What an import did, or would do.
pub fn import_summary(added: usize, already_there: usize, refused: usize, dry_run: bool) -> String {
    let verb = if dry_run { "可以匯入" } else { "匯入" };
    format!("{verb} {added} 件；已經有的 {already_there} 件；不能匯入的 {refused} 件。")
}

// The page 我的備份

pub const TITLE: &str = "我的備份";
pub const SENTENCE: &str = "把自己的檔案與紀錄帶走：任何時候都可以，截止後、畢業後也一樣。";
pub const MAKE_ZIP: &str = "匯出備份";
pub const MAKE_ZIP_SHORT: &str = "匯出 ZIP…";
pub const MAKE_PDF: &str = "匯出 PDF…";
pub const PICK_IMPORT: &str = "選擇備份…";
pub const LOOKING: &str = "正在清點…";
pub const CONTENT: &str = "備份裡有什麼";
pub const CONTENT_KEY: &str = "內容";
pub const NEVER: &str = "還沒有匯出過";
pub const WAYS: &str = "匯出與匯入";
pub const ZIP_NAME: &str = "備份（ZIP）";
pub const ZIP_ABOUT: &str = "全部的檔案與紀錄、用瀏覽器就能看的網頁、表格與雜湊值";
pub const PDF_NAME: &str = "學習歷程（PDF）";
pub const PDF_ABOUT: &str = "封面、目錄、每件的紀錄與內容，適合閱讀與列印";
pub const IMPORT_NAME: &str = "匯入備份";
pub const IMPORT_ABOUT: &str = "先檢查並列出會匯入什麼，確認後才匯入；已經有的不會重複";
pub const GOOD_TO_KNOW: &str = "備份小提醒";
pub const HINTS: [&str; 3] = [
    "垃圾桶裡的不在備份裡。備份沒有加密，請和其他重要的個人檔案一樣保管。",
    "每學期上傳截止後匯出一次，存到另一個磁碟或隨身碟，放在不同的地方。",
    "備份可以匯入自己的個人檔案庫；裡面的認證會註明「匯入（未經本校認證）」。",
];
pub const MAKING_ZIP: &str = "正在匯出備份";
pub const MAKING_PDF: &str = "正在製作 PDF";
pub const CHECKING: &str = "正在檢查備份";
pub const IMPORTING: &str = "正在匯入";
pub const ENDING: &str = "正在取消…";
pub const CANCEL: &str = "取消";
pub const CLOSE: &str = "不匯入";
pub const CANCELLED: &str = "已取消，沒有留下寫到一半的檔案。";
pub const SHOW_FOLDER: &str = "開啟資料夾";
pub const CHECKED: &str = "檢查結果";
pub const FROM: &str = "來源";
pub const RESULT: &str = "結果";
pub const BROUGHT_SHORT: &str = "留作紀錄";
pub const IMPORTED_STATES: &str = "匯入後，認證狀態會註明「匯入（未經本校認證）」，不能用來勾選與提交。";
pub const IMPORT_CANCELLED: &str = "已經匯入的留著；要繼續，再匯入同一份備份就可以。";

/// Of which kind the last copy is.
pub const fn last_key(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Zip => "上次匯出 ZIP",
        CopyKind::Pdf => "上次匯出 PDF",
        CopyKind::Transfer => "上次匯出轉學資料",
        CopyKind::Rosters => "上次匯出提交名冊",
    }
}

/// When, and how much.
pub fn last_made(when: &str, items: u32) -> String {
    format!("{when}，{items} 件")
}

/// What the last copy lacks.
pub fn changed_since(items: usize) -> String {
    format!("上次匯出之後又新增或修改了 {items} 件，可以再匯出一次。")
}

/// A copy is whole.
pub fn written(made: CopyKind, items: u32, files: u32, size: &str) -> String {
    match made {
        CopyKind::Pdf => format!("已匯出{}：{items} 件，{size}", kind(made)),
        CopyKind::Zip | CopyKind::Transfer | CopyKind::Rosters => {
            format!("已匯出{}：{items} 件、{files} 個檔案，{size}", kind(made))
        }
    }
}

/// The copy names somebody else.
pub fn other_owner(name: &str) -> String {
    format!("這份備份的姓名是「{name}」，和你登入的姓名不同。請確認沒有選錯。")
}

/// On the button that says yes.
pub fn import_these(count: usize) -> String {
    format!("匯入 {count} 件")
}

/// Beside every roster for the national database.
pub const LAYOUT_UNCONFIRMED: &str =
    "名冊的欄位順序尚未經主管機關確認，上傳前請和當年度公告的格式核對（見壓縮檔裡的「說明.txt」）。";

/// A row of a roster that says of nobody.
pub fn incomplete(account: &str) -> String {
    format!("學生 {account} 沒有身分證號或出生年月日，名冊裡這兩欄是空白的。請補上後重新匯出。")
}
