//! A table that cannot be read at all.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::roster_problem::RosterTrouble;
use crate::domain::table::{ForeignTable, TableFormat, TableProblem, TextEncoding};
use crate::text::message::Message;
use crate::text::size::size;

use super::columns::{column, roster};

const NOTHING: &str = "沒有匯入任何資料。";
const SAVE_AS: &str =
    "請用 Excel 開啟，選「另存新檔」，存檔類型選「Excel 活頁簿 (*.xlsx)」，再匯入那個檔案。";

/// The form of a table, for a line such as `Excel 活頁簿，3 張工作表`.
pub const fn table_format(format: TableFormat) -> &'static str {
    match format {
        TableFormat::Xlsx => "Excel 活頁簿",
        TableFormat::Xls => "Excel 97-2003 活頁簿",
        TableFormat::Ods => "OpenDocument 試算表",
        TableFormat::Text(TextEncoding::Utf8) => "文字表格 (UTF-8)",
        TableFormat::Text(TextEncoding::Utf16) => "文字表格 (UTF-16)",
        TableFormat::Text(TextEncoding::Cp950) => "文字表格 (Big5)",
        TableFormat::Html(_) => "網頁表格",
    }
}

/// Why a table cannot be read; `name` is how the person knows it.
pub fn table_problem(name: &str, problem: &TableProblem) -> Message {
    match problem {
        TableProblem::Empty => Message::new(
            format!("「{name}」裡沒有資料。"),
            "檔案是空的，或所有的儲存格都是空白。",
            "請打開檔案確認內容，存檔後再匯入；貼上時請先在 Excel 選取範圍再複製。",
        ),
        TableProblem::TooLarge { bytes, limit } => Message::new(
            format!("「{name}」太大，沒有讀取。"),
            format!(
                "檔案是 {}，上限是 {}；一所 3,000 人學校的修課名冊通常不到 10 MB。",
                size(*bytes),
                size(*limit)
            ),
            "請把需要的那張工作表複製到新的活頁簿（不要圖片），存成 xlsx 再匯入。",
        ),
        TableProblem::UnpacksTooLarge { limit } => Message::new(
            format!("「{name}」解開後太大，沒有讀取。"),
            format!("活頁簿是壓縮過的，解開後超過 {}。", size(*limit)),
            "請把需要的那張工作表複製到新的活頁簿，存成 xlsx 再匯入；不認得來源的檔案請不要開啟。",
        ),
        TableProblem::TooManyCells { limit } => Message::new(
            format!("「{name}」的範圍太大，沒有讀取。"),
            format!("儲存格超過 {limit} 格，可能是格式或公式一直套用到最後一列。"),
            "請選取真正的資料，複製到新的活頁簿，存成 xlsx 再匯入。",
        ),
        TableProblem::PasswordProtected => Message::new(
            format!("「{name}」有密碼保護，打不開。"),
            "活頁簿設了開啟密碼，內容是加密的。",
            "請用 Excel 開啟，在「檔案」的「資訊」裡選「保護活頁簿」清除密碼，存檔後再匯入。",
        ),
        TableProblem::NotATable(foreign) => not_a_table(name, *foreign),
        TableProblem::Damaged(format) => Message::new(
            format!("「{name}」打不開。"),
            format!("看起來是 {}，但內部結構損壞或不完整。", table_format(*format)),
            format!("請重新下載或向提供的人再要一次；Excel 打得開的話，{SAVE_AS}"),
        ),
        TableProblem::NotDecodable { line, before, bytes } => not_decodable(name, *line, before, bytes),
        TableProblem::QuoteOpen { line } => Message::new(
            format!("「{name}」第 {line} 行的引號沒有結束。"),
            "這一行有一個開頭的雙引號，到檔案最後都沒有對應的結尾，後面的資料會全部混在一起。",
            "請用記事本開啟，在那一行補上或刪掉雙引號；或用 Excel 開啟確認後存成 xlsx 再匯入。",
        ),
        TableProblem::QuoteBroken { line } => Message::new(
            format!("「{name}」第 {line} 行的引號位置不對。"),
            "這一行有一欄用雙引號包住，但結尾的引號後面還有文字，分不出欄位到哪裡為止。",
            "內容裡的雙引號要寫成兩個；請修改那一行，或用 Excel 開啟確認後存成 xlsx 再匯入。",
        ),
        TableProblem::Missing => Message::new(
            format!("找不到「{name}」。"),
            "這個位置沒有檔案，可能被移走、改名，或隨身碟已經拔掉。",
            "請確認位置與檔名，再選一次。",
        ),
        TableProblem::IsFolder => Message::new(
            format!("「{name}」是資料夾，不能匯入。"),
            "一次匯入一個檔案。",
            "請打開資料夾，選擇裡面的名冊。",
        ),
        TableProblem::NotReadable => Message::new(
            format!("讀不到「{name}」。"),
            "作業系統不允許讀取，或檔案正被其他程式鎖住。",
            "請先在 Excel 裡關閉它，或把它複製到桌面再匯入。",
        ),
        TableProblem::Cancelled => Message::new(
            format!("已經停止讀取「{name}」。"),
            "讀取在完成以前被取消。",
            "沒有任何變動；需要時可以再匯入一次。",
        ),
    }
}

fn not_a_table(name: &str, foreign: ForeignTable) -> Message {
    let (why, cure) = match foreign {
        ForeignTable::Pdf => (
            "它是 PDF，裡面的表格只是印出來的樣子，沒有欄和列。",
            "請向提供的人要原來的 Excel 檔。",
        ),
        ForeignTable::Document => (
            "它是 Word 之類的文書檔。",
            "請打開後選取整個表格，複製，貼到 Excel 存成 xlsx；也可以直接在匯入的畫面貼上。",
        ),
        ForeignTable::Slides => ("它是簡報檔，不是表格。", "請向提供的人要原來的 Excel 檔。"),
        ForeignTable::Picture => ("它是圖片，認不出裡面的字。", "請向提供的人要原來的 Excel 檔。"),
        ForeignTable::Archive => ("它是一個壓縮檔。", "請先解壓縮，再匯入裡面的名冊。"),
        ForeignTable::Program => (
            "它是可以執行的程式，不是表格。",
            "不認得來源時請不要執行；請另外選擇名冊。",
        ),
        ForeignTable::BinaryWorkbook => ("它是 Excel 二進位活頁簿 (xlsb)。", SAVE_AS),
        ForeignTable::AncientWorkbook => ("它是 Excel 4.0 或更早的格式。", SAVE_AS),
        ForeignTable::Numbers => (
            "它是 Apple Numbers 的檔案。",
            "請用 Numbers 開啟，選「檔案」裡的「輸出至」，選 Excel，再匯入那個檔案。",
        ),
        ForeignTable::ExcelXml => ("它是 Excel 2003 的 XML 格式。", SAVE_AS),
        ForeignTable::SavedPage => ("它是整頁存下來的網頁 (mht)。", SAVE_AS),
        ForeignTable::NoTable => (
            "它是網頁，但裡面沒有表格；可能是系統的錯誤訊息，或登入已經逾時。",
            "請重新登入學校的系統，再下載一次。",
        ),
        ForeignTable::Unknown => (
            "認不出它是什麼格式；能匯入的有 xlsx、xls、ods、csv，以及從 Excel 複製貼上。",
            "請用建立它的軟體開啟，另存成 xlsx 再匯入。",
        ),
    };
    Message::new(format!("「{name}」不是可以匯入的表格。"), why, cure)
}

fn not_decodable(name: &str, line: u32, before: &str, bytes: &[u8]) -> Message {
    let codes: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    let place = if before.is_empty() {
        "行首".to_owned()
    } else {
        format!("「{before}」之後")
    };
    Message::new(
        format!("「{name}」第 {line} 行有認不出的字。"),
        format!(
            "{place}的位元組 {} 不是 UTF-8，在 Big5 (CP950) 裡也沒有字；多半是某一臺電腦自己的造字，硬讀會變成別的字。",
            codes.join(" ")
        ),
        "請在 Excel 裡把那個字改成 Unicode 的字，另存成 xlsx 或「CSV UTF-8」再匯入。",
    )
}

/// Why a table that could be opened cannot be read as this roster.
pub fn roster_trouble(name: &str, trouble: &RosterTrouble) -> Message {
    match trouble {
        RosterTrouble::Table(problem) => table_problem(name, problem),
        RosterTrouble::ColumnsMissing {
            kind,
            columns,
            looks_like,
        } => columns_missing(name, *kind, columns, *looks_like),
        RosterTrouble::SheetMissing => Message::new(
            format!("「{name}」裡沒有選定的那張工作表。"),
            "檔案可能在選好之後改過，或換成了另一個檔案。",
            "請重新選擇檔案與工作表。",
        ),
        RosterTrouble::NoRows => Message::new(
            format!("「{name}」只有標題，下面沒有資料。"),
            "標題列以下的儲存格都是空白。",
            "請填好資料再匯入；資料在另一張工作表時，請改選那一張。",
        ),
    }
}

fn columns_missing(
    name: &str,
    kind: RosterKind,
    columns: &[RosterColumn],
    looks_like: Option<RosterKind>,
) -> Message {
    let names: Vec<String> = columns
        .iter()
        .map(|missing| format!("「{}」", column(*missing, kind)))
        .collect();
    let cure = match looks_like {
        Some(other) => format!(
            "這個檔案看起來是{}，請確認選的種類；若沒有選錯，請指定哪一欄是什麼，或換一張工作表。",
            roster(other)
        ),
        None => format!(
            "請指定哪一欄是什麼，或換一張工作表；也可以下載空白的{}，照它的標題填寫。{NOTHING}",
            roster(kind)
        ),
    };
    Message::new(
        format!("「{name}」還不能當作{}讀取。", roster(kind)),
        format!("找不到這些欄位：{}。", names.join("、")),
        cure,
    )
}
