//! Read, but worth a word.

use crate::domain::roster_problem::RosterWarning;

/// One or more whole sentences: what was noticed and what to do if it is wrong.
pub fn roster_warning(warning: &RosterWarning) -> String {
    match warning {
        RosterWarning::IdCheckDigit { row } => {
            format!("第 {row} 列的身分證字號檢查碼不符，請對照證件；仍然會匯入。")
        }
        RosterWarning::IdShape { row } => format!(
            "第 {row} 列不是身分證字號或統一證號的格式，可能是護照號碼或打錯；請對照證件，仍然會匯入。"
        ),
        RosterWarning::ZerosPerhapsLost { row, value, padded } => format!(
            "第 {row} 列的帳號是「{value}」，比其他列短，前面的 0 可能被 Excel 去掉了；若應該是「{padded}」，請設定補 0，或把該欄改成文字格式重新輸入。"
        ),
        RosterWarning::ZerosFromFormat { row, shown } => {
            format!("第 {row} 列的帳號在檔案裡是數字，依儲存格格式讀成「{shown}」；最好把該欄改成文字格式。")
        }
        RosterWarning::ZerosAdded { rows } => {
            format!("有 {rows} 列的帳號依設定在前面補了 0。")
        }
        RosterWarning::SameRow { row, first } => {
            format!("第 {row} 列和第 {first} 列完全相同，只算一次。")
        }
        RosterWarning::TeachersJoined { row, first } => {
            format!("第 {row} 列和第 {first} 列是同一個開課班，教師合併在一起。")
        }
        RosterWarning::SeatTaken { row, first } => {
            format!("第 {row} 列和第 {first} 列的班級與座號相同，請確認。")
        }
        RosterWarning::FooterSkipped { row, text } => {
            format!("第 {row} 列「{text}」看起來是合計或附註，沒有當作資料讀取。")
        }
        RosterWarning::CodeLength { rows, first } => {
            format!("有 {rows} 列的課程代碼不是 23 碼（第一個在第 {first} 列），請對照課程計畫；仍然會匯入。")
        }
        RosterWarning::NoTeacher { row } => {
            format!("第 {row} 列沒有教師，學生送出後沒有人能認證；請補上教師帳號。")
        }
        RosterWarning::EntryYearFromGrade { rows } => {
            format!("有 {rows} 列的入學學年度是由年級推算的；重讀、復學、轉學的學生可能不對，請確認。")
        }
        RosterWarning::OutsideSchoolYear { row } => {
            format!("第 {row} 列的任職日期不在這個學年度裡，請確認日期或學年度。")
        }
        RosterWarning::MergedIgnored { block } => {
            format!("合併儲存格 {block} 只有第一格有值，其他列當作空白；需要時請取消合併並填滿。")
        }
        RosterWarning::LostLetter { row, letter } => lost_letter(*row, *letter),
        RosterWarning::HiddenSheet { name } => {
            format!("工作表「{name}」在檔案裡是隱藏的，請確認沒有選錯。")
        }
        RosterWarning::OtherSheets { names } => format!(
            "工作表「{}」看起來也是這種名冊，這一次沒有讀取；需要時請另外匯入。",
            names.join("」「")
        ),
    }
}

fn lost_letter(row: u32, letter: char) -> String {
    match letter {
        '?' | '？' | '□' | '\u{FFFD}' => format!(
            "第 {row} 列的姓名裡有「{}」，可能是存檔時失去了罕用字；請對照原來的名冊，用 xlsx 或「CSV UTF-8」重新存檔。",
            if letter == '\u{FFFD}' { '□' } else { letter }
        ),
        made => format!(
            "第 {row} 列的姓名裡有造字 U+{:04X}，在別的電腦上看不到；請改用 Unicode 的字。",
            u32::from(made)
        ),
    }
}
