//! Refusals about 收訖明細.

use crate::domain::receipt::{DAYS_TO_ANSWER, ReceiptRefusal};
use crate::text::labels;
use crate::text::message::Message;
use crate::text::receipts::answer_by;

pub(super) fn refusal(refusal: &ReceiptRefusal) -> Message {
    match refusal {
        ReceiptRefusal::NoList { year } => Message::new(
            format!("{}沒有你可以回覆的收訖明細。", labels::school_year(*year)),
            "學校還沒有匯入這個學年度的收訖明細，或裡面沒有你的項目。",
            "請等學校匯入；覺得漏了，請洽教務處（註冊組）。",
        ),
        ReceiptRefusal::ChangedSince { year } => Message::new(
            format!("{}的收訖明細還沒有確認。", labels::school_year(*year)),
            "你看過之後，學校又匯入了新的明細，內容不同了。",
            "請看過更新後的內容，再確認或回報一次。",
        ),
        ReceiptRefusal::WordsMissing => Message::new(
            "還沒有送出：沒有寫內容。",
            "要寫下哪一件、哪裡不對，對方才知道怎麼處理。",
            "請寫一句話，再送出一次。",
        ),
        ReceiptRefusal::WordsTooLong { count, limit } => Message::new(
            "還沒有送出：內容太長。",
            format!("寫了 {count} 個字，最多 {limit} 個字。"),
            "請縮短，或分成幾次說明。",
        ),
        ReceiptRefusal::TooShort { earliest } => Message::new(
            "確認期限沒有改變。",
            format!("學生至少要有 {DAYS_TO_ANSWER} 天可以確認收訖明細。"),
            format!("請設定在 {} 或之後。", answer_by(*earliest)),
        ),
        ReceiptRefusal::NothingReported => Message::new(
            "沒有可以回覆的問題。",
            "這位學生沒有回報問題，或剛才已經改成確認無誤。",
            "請重新整理名單，看現在的情形。",
        ),
    }
}
