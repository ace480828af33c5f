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
/// The place of the school office's functions.
pub const SCHOOL_LIBRARY_LATER: &str = "會和學校行政功能一起推出。";
/// Beside a drag and drop area.
pub const DROP_HERE: &str = "放開滑鼠，加入課程學習成果";
/// What 多元表現 cannot do yet.
pub const ACTIVITIES_LATER: &str = "填寫表單會在下一個版本推出；現在可以先看十個類別各放什麼，把證明和日期準備好。";
/// What 勾選 cannot do yet.
pub const SELECTION_LATER: &str = "勾選功能會在下一個版本推出；下面是到時候可以勾選的成果，請以學校公布的方式為準。";
/// For teachers.
pub const TEACHER_LATER: &str =
    "認證畫面會在下一個版本推出。現在可以查看各項開放時間，並更改自己的密碼。";
/// For the office.
pub const OFFICE_LATER: &str =
    "行政功能會在下一個版本推出。現在可以查看各項開放時間，並更改自己的密碼。";
/// In the list of demonstration accounts.
pub const DEMONSTRATION_ACCOUNTS: &str = "示範學校的帳號都是虛構的。點一個帳號會自動填好，再按「登入」。";
/// On the lock screen.
pub const LOCKED: &str = "畫面已鎖定，打到一半的內容都還在。請輸入密碼繼續。";
/// Where a recovery code is asked for.
pub const FORGOT: &str = "請輸入建立檔案庫時抄下的復原碼，並設定新密碼。用過之後會換一組新的復原碼。";
/// Who is to be asked in a school's library.
pub const FORGOT_SCHOOL: &str = "忘記密碼請洽學校的系統管理者。";
/// Unsaved text in an item.
pub const UNSAVED: &str = "有還沒儲存的修改";
/// What happens with typed text.
pub const AUTOSAVED: &str = "打的字會自動留底，當機或停電也不會不見；按「儲存」才會正式更新。";
/// No dialog answered.
pub const PATH_FIELD: &str = "選檔視窗打不開時，可以把檔案拖進視窗，或在這裡貼上完整路徑。";
/// Writing takes long for no reason that is known.
pub const STILL_WRITING: &str = "正在寫入，請稍候。";
/// Where copies for looking at go.
pub const OPENED_OUTSIDE: &str = "已用其他程式開啟唯讀副本；關閉程式時會刪除副本。";
/// The clock of this computer stands far ahead.
pub const CLOCK_AHEAD: &str = "電腦的時鐘比檔案庫最後的紀錄晚了 30 天以上。如果日期不對，請先調整電腦的時鐘，再開始修改。";

/// An outside copy could not be opened.
pub fn cannot_open_outside(path: &Path) -> Message {
    Message::new(
        "沒有開啟檔案。",
        format!("這台電腦沒有可以開啟「{}」的程式。", name(path)),
        "請用「另存新檔」存到自己的資料夾，再用合適的程式開啟。",
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

/// A number that cannot be read.
pub fn unreadable_number() -> Message {
    Message::new("沒有儲存。", "這裡只能填數字。", "請改成半形數字再儲存，例如 20 或 0.5。")
}

fn name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
