//! Sentences that only the window says.

use std::path::Path;

use super::Message;

/// Beside the four choices of the welcome page.
pub const WELCOME: &str = "把高中三年的課程學習成果整理在一個檔案庫裡：上傳、送出認證、倒數截止，都在這裡。";
/// What a personal library is for.
pub const PERSONAL_LIBRARY: &str =
    "自己一個人用：課程、日期和學校平臺上的狀態由自己記錄。檔案只存在這台電腦或自己的隨身碟。";
/// Opening a library that is there.
pub const EXISTING_LIBRARY: &str = "學校或自己先前建立的檔案庫（副檔名 .redb）。";
/// The demonstration school.
pub const DEMONSTRATION: &str = "一所虛構的學校，有現成的帳號和資料，怎麼操作都不會影響自己的檔案庫。";
/// Beside a drag and drop area.
pub const DROP_HERE: &str = "放開滑鼠，加入課程學習成果";
/// In the list of demonstration accounts.
pub const STUDENTS: &str = "學生";
pub const TEACHERS: &str = "教師";
pub const OFFICE: &str = "處室";
pub const DEMONSTRATION_ACCOUNTS: &str = "示範學校的帳號都是虛構的。點一個帳號會自動填好，再按「登入」。";
/// On the lock screen.
pub const LOCKED: &str = "畫面已鎖定，打到一半的內容都還在。請輸入密碼繼續。";
/// Where a recovery code is asked for.
pub const FORGOT: &str = "請輸入建立檔案庫時抄下的復原碼，並設定新密碼。用過之後會換一組新的復原碼。";
/// The window did not come up at all; for somebody who double-clicked.
pub const NO_WINDOW: &str =
    "視窗無法開啟：顯示驅動程式不能使用。請更新顯示卡的驅動程式，或重新啟動電腦再試。資料都沒有變動。";
/// The window was there and went away by itself.
pub const WINDOW_LOST: &str =
    "視窗意外關閉：顯示驅動程式停止運作。已儲存的都還在，打到一半的內容也留著；請重新開啟程式。";
/// Who is to be asked in a school's library.
pub const FORGOT_SCHOOL: &str = "忘記密碼請洽學校的系統管理者。";
/// The one account of a school with a recovery code.
pub const FORGOT_ADMINISTRATOR: &str = "系統管理者用復原碼設定新密碼";
/// Unsaved text in an item.
pub const UNSAVED: &str = "有還沒儲存的修改";
/// What happens with typed text.
pub const AUTOSAVED: &str = "打的字會自動留底，當機或停電也不會不見；按「儲存」才會正式更新。";
/// Beside a button that opens a dialog.
pub const PATH_BUTTON: &str = "輸入檔案路徑";
/// No dialog answered.
pub const PATH_FIELD: &str = "選檔視窗打不開時，可以把檔案拖進視窗，或在這裡貼上完整路徑。";
/// Writing takes long for no reason that is known.
pub const STILL_WRITING: &str = "正在寫入，請稍候。";
/// Where copies for looking at go.
pub const OPENED_OUTSIDE: &str = "已用其他程式開啟唯讀副本；關閉程式時會刪除副本。";

/// An outside copy could not be opened.
pub fn cannot_open_outside(path: &Path) -> Message {
    Message::new(
        "沒有開啟檔案。",
        format!("這台電腦沒有可以開啟「{}」的程式。", name(path)),
        "請用「另存新檔…」存到自己的資料夾，再用合適的程式開啟。",
    )
}

/// A file could not be written where the person wanted it.
pub fn cannot_write(path: &Path, disk_full: bool) -> Message {
    let why = if disk_full {
        "那裡的磁碟空間不足。"
    } else {
        "作業系統不允許寫入那個位置，或隨身碟已經拔除。"
    };
    let cure = if disk_full {
        "請騰出空間，或換一個位置再存一次。"
    } else {
        "請換一個位置再存一次。"
    };
    Message::new(format!("沒有存成「{}」。", name(path)), why, cure)
}

/// A job broke down.
pub fn crashed() -> Message {
    Message::new(
        "剛才的動作沒有完成。",
        "程式在處理時發生錯誤；檔案庫沒有受損，也沒有任何變更。",
        "請再試一次；一直如此，請重新啟動程式。",
    )
}

/// A window's state where there is little room: `開放中，還有 2 天 5 小時` as `開放中 2 天 5 小時`.
pub fn short_status(status: &str) -> String {
    status.replace("，還有 ", " ")
}

/// With still less room the hours beside days go: `開放中 2 天`.
pub fn shortest_status(status: &str) -> String {
    let short = short_status(status);
    match short.split_once(" 天 ") {
        Some((days, _)) => format!("{days} 天"),
        None => short,
    }
}

/// `課程成果上傳·114-1` as `上傳·114-1`, where there is hardly any room.
pub fn short_window_name(name: &str) -> String {
    name.replace("課程成果上傳", "上傳").replace("教師認證", "認證")
}

/// Items were made; in a school the teacher does not see them yet.
pub fn added(count: u32, personal: bool) -> String {
    if personal {
        format!("已加入 {count} 件。")
    } else {
        format!("已加入 {count} 件。記得送出認證，老師才看得到。")
    }
}

/// A write waits for these other programs, by process id.
pub fn waiting_for(others: &[u32]) -> String {
    if others.is_empty() {
        return STILL_WRITING.to_owned();
    }
    let others: Vec<String> = others.iter().map(u32::to_string).collect();
    format!(
        "正在等候寫入：另一個程式（處理程序 {}）正在使用檔案庫。",
        others.join("、")
    )
}

/// Nothing is open.
pub fn no_library() -> Message {
    Message::new("沒有開啟檔案庫。", "檔案庫已經關閉。", "請重新開啟檔案庫。")
}

/// The person stopped it.
pub fn cancelled() -> Message {
    Message::new("已取消。", "依照你的要求停止讀取。", "要加入檔案請再選一次。")
}

/// A date or time that cannot be read.
pub fn unreadable_date() -> Message {
    Message::new(
        "沒有儲存日期。",
        "看不懂輸入的日期或時間。",
        "日期請寫成 115/2/3，時間請寫成 23:59。",
    )
}

/// A date that cannot be read.
pub fn unreadable_day() -> Message {
    Message::new(
        "沒有儲存。",
        "看不懂輸入的日期。",
        "日期請寫成 115/2/3，再試一次。",
    )
}

/// A number that cannot be read.
pub fn unreadable_number() -> Message {
    Message::new(
        "沒有儲存。",
        "這裡只能填數字。",
        "請改成半形數字再儲存，例如 20 或 0.5。",
    )
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
