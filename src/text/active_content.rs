//! What a document could do by itself: named, so that a person knows before opening it elsewhere.

use crate::domain::active_content::{ActiveContent, ActiveCount};

use super::message::Message;

/// A name for a list, as people may have read it elsewhere.
pub const fn active_content(content: ActiveContent) -> &'static str {
    match content {
        ActiveContent::JavaScript => "JavaScript 程式",
        ActiveContent::Launch => "啟動其他程式",
        ActiveContent::OpenAction => "開啟時的動作",
        ActiveContent::AdditionalAction => "隨事件執行的動作",
        ActiveContent::EmbeddedFile => "內嵌檔案",
        ActiveContent::Xfa => "XFA 動態表單",
        ActiveContent::SendsForm => "送出或匯入表單資料",
        ActiveContent::RemoteLink => "網頁連結",
        ActiveContent::OtherDocument => "連到其他檔案的連結",
        ActiveContent::Multimedia => "影音或 3D 內容",
    }
}

/// What it would do in a program that runs it.
pub const fn active_content_meaning(content: ActiveContent) -> &'static str {
    match content {
        ActiveContent::JavaScript => "在其他軟體開啟時，可能自動執行程式碼。",
        ActiveContent::Launch => "在其他軟體開啟時，可能啟動電腦上的程式或打開檔案。",
        ActiveContent::OpenAction => "在其他軟體開啟時，會立刻做某個動作。",
        ActiveContent::AdditionalAction => "翻頁或點選欄位時，會做某個動作。",
        ActiveContent::EmbeddedFile => "裡面還包著別的檔案，這裡不會打開。",
        ActiveContent::Xfa => "表單由內附的程式產生，這裡看到的可能不完整。",
        ActiveContent::SendsForm => "可能把填寫的內容送到別處，或讀入外部資料。",
        ActiveContent::RemoteLink => "點選後會連到網路上的網頁。",
        ActiveContent::OtherDocument => "點選後會打開另一份檔案。",
        ActiveContent::Multimedia => "有聲音、影片或 3D 內容，這裡不會播放。",
    }
}

/// `JavaScript 程式 2 個、內嵌檔案 1 個`
fn active_list(counts: &[ActiveCount]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .map(|counted| format!("{} {} 個", active_content(counted.content), counted.count))
        .collect();
    parts.join("、")
}

/// For the strip above a document that holds some; `None` when there is nothing to say.
pub fn active_banner(counts: &[ActiveCount]) -> Option<Message> {
    (!counts.is_empty()).then(|| {
        Message::new(
            format!("這份 PDF 含有：{}。", active_list(counts)),
            "在這裡一律不會執行。",
            "用其他軟體開啟前，請先確認來源可靠。",
        )
    })
}
