//! Names and meanings of rosters and their columns.

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;

/// Name of a roster.
pub const fn roster(kind: RosterKind) -> &'static str {
    match kind {
        RosterKind::Students => "學生名冊",
        RosterKind::Teachers => "教師名冊",
        RosterKind::Courses => "開課名冊",
        RosterKind::Enrolments => "修課名冊",
        RosterKind::OfficerPosts => "校內幹部經歷名冊",
        RosterKind::Receipts => "收訖明細",
    }
}

/// What a roster is for, on one line.
pub const fn roster_use(kind: RosterKind) -> &'static str {
    match kind {
        RosterKind::Students => "每位學生一列：帳號、班級座號，以及第一次登入用的身分證字號",
        RosterKind::Teachers => "每位教師一列：帳號與姓名",
        RosterKind::Courses => "每個開課班一列：課程、學分，以及可以認證的教師",
        RosterKind::Enrolments => "每位學生的每門課一列：誰修了哪一個開課班",
        RosterKind::OfficerPosts => "每個幹部職務一列：由學務處匯入，學生只能查詢",
        RosterKind::Receipts => "每一件收到的紀錄一列：全國資料庫回傳，學生確認或回報問題",
    }
}

/// The name of a column in a roster.
pub const fn column(column: RosterColumn, kind: RosterKind) -> &'static str {
    column.header(kind)
}

/// What belongs into a column, with an example, for the page of explanations in an empty template.
pub const fn column_meaning(column: RosterColumn, kind: RosterKind) -> &'static str {
    match column {
        RosterColumn::Account => match kind {
            RosterKind::Teachers => "教師登入用的帳號，不可重複。例：T001",
            _ => "學生的學號，就是登入帳號；前面的 0 要保留，請用文字格式。例：0012345",
        },
        RosterColumn::DisplayName => "姓名。罕用字請用 Unicode 的字，不要用自己電腦的造字。例：王小明",
        RosterColumn::Class => "班級名稱，照學校平常的寫法。例：二年 1 班、商二甲、201",
        RosterColumn::Seat => "座號，1 到 99。例：05",
        RosterColumn::NationalId => match kind {
            RosterKind::OfficerPosts => "學生的身分證號或統一證號，用來找到是哪一位學生。例：A123456789",
            _ => "身分證字號或統一證號，可以空白；第一次登入的密碼。例：A123456789",
        },
        RosterColumn::BirthDate => "出生日期，可以空白；民國 7 碼最保險。例：0980901",
        RosterColumn::EntryYear => "入學的學年度。例：114",
        RosterColumn::Grade => "年級，1 到 3；沒有入學學年度時，可以用它推算。例：2",
        RosterColumn::Year => "學年度。例：114",
        RosterColumn::Semester => "學期，1 或 2。例：1",
        RosterColumn::Term => "學年度和學期寫在同一欄時用，代替前兩欄。例：114-1",
        RosterColumn::CourseCode => "課程計畫的課程代碼，23 碼。例：114550301H11101A0000001",
        RosterColumn::CourseName => "科目名稱。例：國語文",
        RosterColumn::Credits => "學分，可以有小數；進修部填節數。例：4",
        RosterColumn::CourseKind => {
            "課程類別：部定必修、校訂必修、多元選修、加深加廣選修、彈性學習時間、團體活動時間、其他"
        }
        RosterColumn::Group => {
            "開課班，用來分辨同一個課程代碼的不同班；開課名冊與修課名冊的寫法要相同。例：二年 1 班"
        }
        RosterColumn::Teacher => "任課教師的帳號；好幾位時用頓號分開，或分成幾欄。例：T001、T002",
        RosterColumn::Mode => "修習方式：一般、重修、補修、重讀、轉學轉科、借讀；空白就是一般",
        RosterColumn::Unit => "單位名稱：班級、社團或組織。例：熱舞社",
        RosterColumn::From => "任職的第一天，民國 7 碼。例：1140901",
        RosterColumn::Until => "任職的最後一天，民國 7 碼。例：1150120",
        RosterColumn::Post => "擔任職務名稱。例：社長",
        RosterColumn::Part => "課程學習成果或多元表現，可以空白；多元表現的類別名稱也可以",
        RosterColumn::Title => "多元表現的名稱，例如競賽名稱。例：全國科展",
        RosterColumn::Description => "內容簡述；有這一欄就會和學生自己的比對",
        RosterColumn::Md5 => "檔案的 MD5，32 碼；證明文件與影音檔可以分成兩欄",
        RosterColumn::Level => "幹部等級：1 校級、2 班級、3 社團、4 實習、5 校外自治組織團體、9 其他",
    }
}
