//! Refusals about files: each names the file, the fact and the cure.

use crate::domain::file::{ContentProblem, FileKind, FileProblem, Slot};

use super::foreign;
use crate::text::labels;
use crate::text::message::Message;
use crate::text::size::size;

pub(super) fn problem(name: &str, problem: &FileProblem) -> Message {
    match problem {
        FileProblem::TooBig { bytes, limit, slot } => too_big(name, *bytes, *limit, *slot),
        FileProblem::Content(content) => content_problem(name, *content),
        FileProblem::WrongEnding { kind } => Message::new(
            format!("「{name}」的副檔名和內容不符。"),
            format!("它的內容其實是 {}。", labels::file_kind(*kind)),
            format!(
                "確認沒有選錯檔案後，可以照樣加入；內容不變，副檔名會改成 .{}。",
                kind.ending()
            ),
        ),
        FileProblem::SlotTaken { slot } => Message::new(
            format!("「{name}」放不進去：{}的位置已經有檔案。", labels::slot(*slot)),
            "每件最多一個證明文件和一個影音檔。",
            "請取代原來的檔案、把幾份合併成一份 PDF，或另外新增一件。",
        ),
        FileProblem::Unreadable => Message::new(
            format!("讀不到「{name}」。"),
            "作業系統不允許讀取，或磁碟、隨身碟出了問題。",
            "請確認在其他軟體打得開它，把它複製到桌面後再選一次。",
        ),
        FileProblem::Vanished => Message::new(
            format!("讀取中找不到「{name}」。"),
            "讀到一半時檔案被移走、改名或刪除，也可能是隨身碟拔掉了；沒有加入任何內容。",
            "請確認檔案還在，再選一次。",
        ),
        FileProblem::IsFolder => Message::new(
            format!("「{name}」是資料夾，不能加入。"),
            "每次加入的是檔案，不是整個資料夾。",
            "請打開資料夾，選擇裡面的檔案。",
        ),
        FileProblem::NotAFile => Message::new(
            format!("「{name}」不是一般檔案，不能加入。"),
            "它是裝置或系統用的特殊項目，沒有可以收下的內容。",
            "請選擇 PDF、JPG、PNG、MP3 或 MP4 檔案。",
        ),
        FileProblem::InspectionFailed => Message::new(
            format!("「{name}」沒有檢查完成，所以沒有加入。"),
            "檢查檔案的程式沒有順利執行；檔案本身不一定有問題。",
            "請再試一次；仍然不行，請重新匯出或另存一份新的檔案，或重新啟動本程式。",
        ),
    }
}

pub(super) fn stage_missing() -> Message {
    Message::new(
        "檔案要重新選一次。",
        "先前讀進來的內容已經不在，可能是等太久，或程式重新啟動過。",
        "請再選一次檔案，然後儲存。",
    )
}

fn too_big(name: &str, bytes: u64, limit: u64, slot: Slot) -> Message {
    let why = format!(
        "檔案是 {}，超過上限 {} 多 {}（{}：{}）。",
        size(bytes),
        size(limit),
        size(bytes.saturating_sub(limit)),
        labels::slot(slot),
        labels::slot_formats(slot)
    );
    let cure = match slot {
        Slot::Document => {
            "Word 或簡報另存 PDF 時選「最小檔案大小」；手機掃描請降低解析度；照片縮到長邊 2000 像素再存成 JPG，或先縮小圖片再製作 PDF。"
        }
        Slot::Media => {
            "請縮短長度或降低品質再匯出：10 MB 大約是 MP3 聲音 6 分鐘、480p 影片 50 秒、720p 影片 20 秒。"
        }
    };
    Message::new(format!("「{name}」太大，沒有加入。"), why, cure)
}

fn content_problem(name: &str, problem: ContentProblem) -> Message {
    match problem {
        ContentProblem::Empty => Message::new(
            format!("「{name}」是空的，沒有加入。"),
            "檔案大小是 0，裡面沒有任何內容，可能還沒下載完或沒有存好。",
            "請用原來的軟體打開、重新儲存，再選一次。",
        ),
        ContentProblem::Unaccepted(kind) => foreign::unaccepted(name, kind),
        ContentProblem::Unparseable(kind) => Message::new(
            format!("「{name}」打不開，沒有加入。"),
            format!(
                "看起來是 {}，但內部結構損壞，老師也會打不開。",
                labels::file_kind(kind)
            ),
            export_again(kind),
        ),
        ContentProblem::CutOff(kind) => Message::new(
            format!("「{name}」不完整，沒有加入。"),
            format!(
                "看起來是 {}，但後面缺了一段，多半是下載或複製到一半就中斷。",
                labels::file_kind(kind)
            ),
            "請重新下載或複製一次，確認打得開之後再選。",
        ),
        ContentProblem::NeedsPassword => Message::new(
            format!("「{name}」需要密碼才能打開，沒有加入。"),
            "上鎖的 PDF 老師和審查的人都打不開。",
            "請用原來的軟體打開，取消密碼保護，另存一份沒有密碼的 PDF 再選。",
        ),
    }
}

const fn export_again(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "請用原來的軟體重新另存成 PDF，或打開後用「列印」選擇存成 PDF。",
        FileKind::Jpeg | FileKind::Png => "請用看圖軟體打開後另存一份新的圖片；打不開就要重新拍照或截圖。",
        FileKind::Mp3 => "請用錄音或剪輯軟體重新匯出成 MP3。",
        FileKind::Mp4 => "請用剪輯軟體重新匯出成 MP4。",
    }
}
