//! Content that the national format does not accept, with the way to something it does.

use crate::domain::file::ForeignKind;

use crate::text::message::Message;

pub(super) fn unaccepted(name: &str, kind: ForeignKind) -> Message {
    Message::new(
        format!("「{name}」的格式不能上傳。"),
        format!(
            "{}；能收的是 PDF、JPG、PNG（證明文件）和 MP3、MP4（影音檔）。",
            what_it_is(kind)
        ),
        way_there(kind),
    )
}

const fn what_it_is(kind: ForeignKind) -> &'static str {
    match kind {
        ForeignKind::Word => "它是 Word 之類的文書檔",
        ForeignKind::Slides => "它是 PowerPoint 之類的簡報檔",
        ForeignKind::Sheet => "它是 Excel 之類的試算表",
        ForeignKind::OpenDocument => "它是 OpenDocument 格式（odt、odp）",
        ForeignKind::Heic => "它是 HEIC 照片，多半來自 iPhone",
        ForeignKind::Webp => "它是 WebP 圖片，多半來自網頁",
        ForeignKind::OtherPicture => "它是 GIF、BMP、TIFF、SVG 之類的圖片",
        ForeignKind::Mov => "它是 MOV 影片，多半來自 iPhone 或 Mac",
        ForeignKind::OtherVideo => "它是 AVI、MKV、WMV、WebM 之類的影片",
        ForeignKind::M4a => "它是 M4A 錄音，多半來自手機",
        ForeignKind::OtherSound => "它是 WAV、FLAC、OGG、AAC 之類的聲音檔",
        ForeignKind::Archive => "它是壓縮檔（ZIP、7Z、RAR 等）",
        ForeignKind::Program => "它是可以執行的程式",
        ForeignKind::Text => "它是純文字、網頁或 CSV",
        ForeignKind::Unknown => "認不出它是什麼格式",
    }
}

const fn way_there(kind: ForeignKind) -> &'static str {
    match kind {
        ForeignKind::Word => {
            "請用 Word 開啟後選「另存新檔」，存檔類型選 PDF；Pages 則選「輸出至」PDF。再上傳那個 PDF。"
        }
        ForeignKind::Slides => {
            "請用 PowerPoint 開啟後選「另存新檔」，存檔類型選 PDF；Keynote 則選「輸出至」PDF。有旁白或動畫的可以匯出成 MP4。"
        }
        ForeignKind::Sheet => {
            "請用 Excel 開啟後選「另存新檔」，存檔類型選 PDF；先用「預覽列印」確認版面沒有切斷。"
        }
        ForeignKind::OpenDocument => "請用 LibreOffice 開啟後選「檔案」裡的「匯出為 PDF」，再上傳那個 PDF。",
        ForeignKind::Heic => {
            "在 iPhone 的「設定」選「相機」裡的「格式」，改成「最相容」，以後拍的就是 JPG；已經拍的可以截圖，或在電腦上匯出成 JPG。"
        }
        ForeignKind::Webp => "請用小畫家或其他看圖軟體開啟，另存成 PNG 或 JPG。",
        ForeignKind::OtherPicture => {
            "請用小畫家或其他看圖軟體開啟，另存成 PNG 或 JPG；要保留向量圖可以匯出成 PDF。"
        }
        ForeignKind::Mov => {
            "請用剪輯軟體匯出成 MP4；在 iPhone 的「設定」選「相機」裡的「格式」，改成「最相容」，再用 iMovie 或剪輯 App 輸出 MP4。只改副檔名沒有用。"
        }
        ForeignKind::OtherVideo => "請用剪輯軟體匯出成 MP4（H.264）。只改副檔名沒有用。",
        ForeignKind::M4a => "請用錄音或剪輯軟體匯出成 MP3，例如免費的 Audacity。只改副檔名沒有用。",
        ForeignKind::OtherSound => "請用 Audacity 之類的軟體開啟，匯出成 MP3。只改副檔名沒有用。",
        ForeignKind::Archive => "請先解壓縮，再選裡面的檔案；有好幾份時可以合併成一份 PDF。",
        ForeignKind::Program => "請改上傳成果本身：程式碼可以整理成 PDF，操作過程可以錄成 MP4。",
        ForeignKind::Text => "請用 Word 或瀏覽器開啟，再用「另存新檔」或「列印」存成 PDF。",
        ForeignKind::Unknown => "請用建立它的軟體開啟，另存或匯出成 PDF、JPG、PNG、MP3 或 MP4。",
    }
}
