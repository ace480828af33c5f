//! Why a copy, or something in it, is not taken in.

use crate::domain::copies::CopyRefusal;
use crate::text::message::Message;

const ASK_AGAIN: &str = "請用原來的程式重新匯出一份，或換一份沒有改過的備份。";

pub(super) fn refusal(refusal: &CopyRefusal) -> Message {
    match refusal {
        CopyRefusal::NotAZip => Message::new(
            "這個檔案不能匯入。",
            "它不是 ZIP 壓縮檔，或後面缺了一段，多半是下載或複製到一半就中斷。",
            "請選擇本程式匯出的備份（.zip）；如果就是那一份，請重新複製一次。",
        ),
        CopyRefusal::NotACopy => Message::new(
            "這個壓縮檔不是學習歷程備份。",
            "裡面沒有本程式的紀錄檔 portfolio.json，沒有辦法知道哪個檔案屬於哪一件。",
            "請選擇本程式匯出的備份；其他來源的檔案請逐件上傳。",
        ),
        CopyRefusal::NewerVersion { found, known } => Message::new(
            "這份備份是較新的程式匯出的，不能匯入。",
            format!("備份的版本是 {found}，這個程式最多認得版本 {known}。"),
            "請更新本程式，再匯入一次。",
        ),
        CopyRefusal::Malformed { line, column } => Message::new(
            "備份裡的紀錄檔讀不懂，沒有匯入任何內容。",
            format!("portfolio.json 第 {line} 行第 {column} 個位置不是應有的內容，可能被改過或沒有存完整。"),
            ASK_AGAIN,
        ),
        CopyRefusal::UnknownValue { item, field } => Message::new(
            "備份裡的紀錄檔有讀不懂的內容，沒有匯入任何內容。",
            match item {
                0 => format!("portfolio.json 的「{field}」不是本程式會寫的值。"),
                item => format!("portfolio.json 第 {item} 件的「{field}」不是本程式會寫的值。"),
            },
            ASK_AGAIN,
        ),
        CopyRefusal::TooLarge => Message::new(
            "這個壓縮檔不能匯入。",
            "裡面的項目太多，或展開後比一份備份可能的大小還大，看起來不是正常的備份。",
            ASK_AGAIN,
        ),
        CopyRefusal::UnsafeName { name } => Message::new(
            "這個壓縮檔不能匯入。",
            format!("裡面的檔名「{name}」會寫到資料夾外面，正常的備份不會有這種檔名。"),
            "請不要使用這個壓縮檔，也不要解壓縮；向給你的人要一份本程式直接匯出的備份。",
        ),
        CopyRefusal::TwiceThere { name } => Message::new(
            "這個壓縮檔不能匯入。",
            format!("裡面有兩個都叫「{name}」的檔案，分不出哪一個才對。"),
            ASK_AGAIN,
        ),
        CopyRefusal::CannotUnpack { name } => Message::new(
            format!("備份裡的「{name}」解不開。"),
            "它用密碼鎖住，或用了這個程式不認得的壓縮方式。",
            "請用本程式匯出的原始備份；如果用其他軟體重新壓縮過，請改用一般的 ZIP、不要設密碼。",
        ),
        CopyRefusal::FileMissing { name, title } => Message::new(
            format!("備份缺了「{title}」的檔案「{name}」。"),
            "紀錄檔裡有它，壓縮檔裡卻找不到，可能被刪除或改名。",
            ASK_AGAIN,
        ),
        CopyRefusal::FileAltered { name, title } => Message::new(
            format!("「{title}」的檔案「{name}」和備份時不一樣。"),
            "內容的雜湊值對不上：檔案被改過，或在複製時損壞。",
            ASK_AGAIN,
        ),
        CopyRefusal::AlreadyThere { title } => Message::new(
            format!("「{title}」已經在這裡了，沒有再匯入一次。"),
            "同學期、同標題、檔案內容完全相同的紀錄已經有一件。",
            "不需要做任何事。",
        ),
        CopyRefusal::ReasonMissing => Message::new(
            "還沒有採認：請寫下原因。",
            "採認之後，他校的認證在本校就算數，歷程要說得出依據。",
            "請填寫一句依據，例如轉學證明的文號，再採認一次。",
        ),
        CopyRefusal::NothingToAccept => Message::new(
            "這件沒有可以採認的認證。",
            "只有由他校轉入、在原學校認證成功的課程學習成果可以採認。",
            "請確認選的是轉入的成果；本校的成果由任課教師認證。",
        ),
    }
}
