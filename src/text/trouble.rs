//! Trouble with a library file, in words: what to do, and that nothing was overwritten.

use std::path::Path;

use crate::domain::trouble::{LibraryTrouble, Program};

use super::message::Message;

/// What is wrong with the library file, why, and what to do next.
pub fn store_trouble(trouble: &LibraryTrouble) -> Message {
    match trouble {
        LibraryTrouble::Missing { path } => Message::new(
            format!("找不到檔案庫{}。", quoted(path)),
            "這個位置沒有檔案：可能被移走、改了名稱，或隨身碟還沒有插上。",
            "請插上隨身碟或選「開啟既有檔案庫」找到它；第一次使用請建立新的檔案庫。",
        ),
        LibraryTrouble::FolderMissing { path } => Message::new(
            format!("找不到資料夾{}。", quoted(path)),
            "檔案庫要放在已經存在的資料夾裡，程式不會自己在別處另外建立。",
            "請先建立這個資料夾，或換一個位置。",
        ),
        LibraryTrouble::AlreadyExists { path } => Message::new(
            format!("沒有建立檔案庫：{}已經存在。", quoted(path)),
            "程式從不覆蓋已經存在的檔案，原來的內容沒有變動。",
            "要用原來的檔案庫請選「開啟既有檔案庫」；要建立新的請換一個檔名。",
        ),
        LibraryTrouble::NotALibrary { path } => Message::new(
            format!("{}不是學習歷程檔案庫。", quoted(path)),
            "這個檔案不是本程式建立的；檔案沒有變動。",
            "請確認選的是副檔名 .redb 的檔案庫，或建立新的檔案庫。",
        ),
        LibraryTrouble::NewerVersion { found, known } => Message::new(
            "這個檔案庫是較新版本的程式建立的，現在打不開。",
            format!("檔案庫格式是第 {found} 版，這個程式只認得到第 {known} 版；檔案沒有變動。"),
            "請更新程式後再開啟。",
        ),
        LibraryTrouble::Damaged { path } => Message::new(
            format!("檔案庫{}損壞了。", quoted(path)),
            "內容互相矛盾，繼續使用可能弄壞更多資料，所以停在這裡；檔案沒有被覆蓋。",
            "請先把這個檔案複製一份留存，再從最近的備份復原；沒有備份時，請把留存的那一份交給協助你的人。",
        ),
        LibraryTrouble::NeedsWriting { path } => Message::new(
            format!("檔案庫{}要先整理才能開啟。", quoted(path)),
            "它是舊版格式，或上次沒有正常關閉；這次只要求讀取，所以檔案沒有變動。",
            "請用一般方式開啟一次程式，整理會自動完成。",
        ),
        LibraryTrouble::NotWritable { path } => Message::new(
            format!("檔案庫{}不能寫入。", quoted(path)),
            "作業系統不允許寫入這個檔案或資料夾，可能是唯讀、隨身碟防寫，或權限不足；內容沒有變動。",
            "請解除唯讀或防寫，或把檔案庫移到自己可以寫入的資料夾。",
        ),
        LibraryTrouble::Unreadable { path } => Message::new(
            format!("檔案庫{}讀不到。", quoted(path)),
            "作業系統不允許讀取，或磁碟出了問題；檔案沒有變動。",
            "請確認這個檔案屬於你的帳號，隨身碟請重新插上，再試一次。",
        ),
        LibraryTrouble::ReadOnly { path } => Message::new(
            format!("沒有儲存：檔案庫{}是以唯讀方式開啟的。", quoted(path)),
            "唯讀時只能看，不能更改；內容沒有變動。",
            "請關閉後用一般方式重新開啟。",
        ),
        LibraryTrouble::DiskFull { path } => Message::new(
            format!("沒有儲存：{}所在的磁碟空間不足。", quoted(path)),
            "磁碟已滿，或超過可用的配額；這次的變更沒有寫入，先前的資料都還在。",
            "請刪除不需要的檔案騰出空間，再試一次。",
        ),
        LibraryTrouble::InUse { others } => Message::new(
            "檔案庫正由其他程式使用，現在不能這樣做。",
            format!(
                "這項工作要單獨使用檔案庫，目前{}；檔案沒有變動。",
                who_has_it(others)
            ),
            "請先關閉那個程式，再試一次。",
        ),
        LibraryTrouble::BusyWriting {
            waited_seconds,
            others,
        } => Message::new(
            "沒有儲存：等不到寫入的機會。",
            format!(
                "已經等了 {waited_seconds} 秒，{}；這次的變更沒有寫入。",
                who_has_it(others)
            ),
            "請稍候再試一次；一直如此請關閉另一個程式。",
        ),
        LibraryTrouble::NetworkShare { path, file_system } => Message::new(
            format!("檔案庫{}在網路磁碟上，不能寫入。", quoted(path)),
            format!("網路磁碟（{file_system}）無法保證資料確實寫好，斷線時可能損壞；檔案沒有變動。"),
            "請把檔案庫複製到這台電腦或隨身碟再開啟；學校多人同時使用，要等網路版推出。",
        ),
        LibraryTrouble::NeedsReopen => Message::new(
            "檔案庫已停止讀寫。",
            "先前讀寫時發生錯誤，或檔案庫已經關閉；為了保護資料，先停在這裡。已儲存的資料都還在。",
            "請確認磁碟或隨身碟仍然連接，再按「重新開啟」。",
        ),
        LibraryTrouble::Other { detail } => Message::new(
            "讀寫檔案庫時發生錯誤。",
            format!("系統回報：{detail}。這次的變更沒有寫入，先前的資料都還在。"),
            "請再試一次；一直如此，請記下上面的訊息，交給協助你的人。",
        ),
    }
}

/// For whom a write is waiting, while it waits.
pub fn waiting_for(others: &[Program]) -> String {
    format!("正在等候寫入：{}。", who_has_it(others))
}

fn who_has_it(others: &[Program]) -> String {
    if others.is_empty() {
        return "有另一個程式正在使用檔案庫".to_owned();
    }
    let names: Vec<String> = others
        .iter()
        .map(|other| {
            let face = if other.is_window { "視窗" } else { "命令列" };
            format!("{face}（處理程序 {}）", other.pid)
        })
        .collect();
    format!("使用檔案庫的有：{}", names.join("、"))
}

fn quoted(path: &Path) -> String {
    format!("「{}」", path.display())
}
