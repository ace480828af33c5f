//! Why a document cannot be shown, and what to do instead.

use crate::domain::file::FileKind;
use crate::domain::no_preview::NoPreview;

use super::labels;
use super::message::Message;

const OPEN_ELSEWHERE: &str = "請用「另存新檔…」存下來，或「以預設程式開啟」查看。";

/// For the place where the document would be.
pub fn no_preview(reason: NoPreview) -> Message {
    let cannot = "這份檔案無法在這裡顯示。";
    match reason {
        NoPreview::NoPages(kind) => Message::new(
            format!("{}沒有頁面可以顯示。", labels::file_kind(kind)),
            match kind {
                FileKind::Mp4 => "這裡只畫得出常見的 H.264 影片的畫面，這一部要用播放器開啟。",
                _ => "聲音與影片要用播放器開啟。",
            },
            "請用「以預設播放器開啟」播放，或用「另存新檔…」存下來。",
        ),
        NoPreview::NoSuchPage { count } => Message::new(
            "這份檔案沒有這一頁。",
            format!("這份檔案只有 {count} 頁。"),
            "請選擇範圍內的頁碼。",
        ),
        NoPreview::NoSuchFrame { count } => Message::new(
            "這部影片沒有這個畫面。",
            format!("這部影片可以看 {count} 個畫面。"),
            "請選擇範圍內的號碼。",
        ),
        NoPreview::NeedsPassword => Message::new(
            cannot,
            "它設有密碼，要輸入密碼才能開啟。",
            "請學生改交沒有密碼的版本；知道密碼時，可以用「另存新檔…」存下來，再用其他軟體開啟。",
        ),
        NoPreview::TooLarge => Message::new(
            cannot,
            "畫面的像素太多，超過記憶體的上限。",
            format!("請縮小顯示比例再試；仍然不行，{OPEN_ELSEWHERE}"),
        ),
        NoPreview::CannotDraw => Message::new(cannot, "內容已損壞，或用了這裡不支援的格式。", OPEN_ELSEWHERE),
        NoPreview::TooSlow => Message::new(
            cannot,
            "內容太複雜，在時限內畫不完，所以停了下來。",
            format!("可以再試一次；仍然不行，{OPEN_ELSEWHERE}"),
        ),
        NoPreview::TooBig => Message::new(
            cannot,
            "內容展開後太大，超過記憶體的上限，所以停了下來。",
            OPEN_ELSEWHERE,
        ),
        NoPreview::Crashed => Message::new(
            cannot,
            "讀取這份內容時發生錯誤，已經停止；本程式和資料都不受影響。",
            OPEN_ELSEWHERE,
        ),
        NoPreview::CannotStart => Message::new(
            cannot,
            "用來讀取檔案的程式無法啟動。",
            format!("請再試一次，或重新啟動本程式；急用時，{OPEN_ELSEWHERE}"),
        ),
    }
}
