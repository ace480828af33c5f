//! Why a row cannot be applied, and what deserves a word although it is: reason and cure.

use crate::domain::import::{RowProblem, RowWarning};
use crate::domain::roster::RosterKind;
use crate::text::labels;

use super::roles_text;

/// What a row is about, so that "the same" can be said of it.
const fn same(kind: RosterKind) -> &'static str {
    match kind {
        RosterKind::Students => "學號",
        RosterKind::Teachers => "帳號",
        RosterKind::Courses => "開課班",
        RosterKind::Enrolments => "修課紀錄",
        RosterKind::OfficerPosts => "幹部紀錄",
        RosterKind::Receipts => "收訖明細的項目",
    }
}

/// Reason and cure in whole sentences.
pub fn row_problem(problem: &RowProblem, kind: RosterKind) -> String {
    match problem {
        RowProblem::Missing(column) => format!("「{}」是空的，請補上。", column.header(kind)),
        RowProblem::TooLong { column, limit } => {
            format!("「{}」太長，最多 {limit} 個字，請縮短。", column.header(kind))
        }
        RowProblem::Twice { first } => format!(
            "同一個{}在第 {first} 列已經有了，請只留下正確的那一列。",
            same(kind)
        ),
        RowProblem::NationalIdTwice { first } => {
            format!("身分證字號和第 {first} 列的另一位學生相同，請查明是誰的。")
        }
        RowProblem::NationalIdTaken { account } => {
            format!("身分證字號已經屬於帳號 {account}；如果是同一個人，學號應該相同，請查明後再匯入。")
        }
        RowProblem::NameOfOtherRole { roles, name } => format!(
            "這個帳號已經屬於 {name}，身分是{}；請檢查帳號有沒有打錯。",
            roles_text(roles)
        ),
        RowProblem::AccountEnded { account } => {
            format!("帳號 {account} 已經離校或停用；如果這個人回來了，請先在帳號管理恢復。")
        }
        RowProblem::UnknownStudent { account } => format!(
            "檔案庫裡沒有學號 {account} 的學生；請先匯入學生名冊，或檢查學號（開頭的 0 是不是不見了）。"
        ),
        RowProblem::NotAStudent { account } => {
            format!("帳號 {account} 不是學生，請檢查學號。")
        }
        RowProblem::UnknownTeacher { account } => {
            format!("檔案庫裡沒有教師帳號 {account}；請先匯入教師名冊，或檢查帳號有沒有打錯。")
        }
        RowProblem::NotATeacher { account } => {
            format!("帳號 {account} 不是教師；請檢查帳號，或先匯入教師名冊。")
        }
        RowProblem::TeacherEnded { account } => {
            format!("教師 {account} 已經離職或退休，請改填現在的任課教師。")
        }
        RowProblem::WithoutTeacher => "這門課沒有教師，學生的成果就沒有人能認證；請填教師帳號。".to_owned(),
        RowProblem::UnknownCourse { term, code, groups } if groups.is_empty() => {
            format!("{term} 沒有課程代碼是 {code} 的課；請先匯入課程名冊，或檢查學年度、學期與課程代碼。")
        }
        RowProblem::UnknownCourse { term, code, groups } => format!(
            "{term} 的課程代碼 {code} 沒有這個開課班；請改成其中一個：{}。",
            groups.join("；")
        ),
        RowProblem::TermOutOfReach { term, current } => {
            format!("學期 {term} 離目前的學期（{current}）太遠，看起來是打錯了；請檢查學年度。")
        }
        RowProblem::CourseHasItems { items } => {
            format!("這門課已經有 {items} 件成果，不能改成沒有學分或不收成果的類別；請檢查學分與類別。")
        }
        RowProblem::UnknownNationalId => {
            "找不到身分證字號相同的學生；請檢查號碼，或先用學生名冊補上這位學生的身分證字號。".to_owned()
        }
        RowProblem::BirthDateDiffers => {
            "出生年月日和檔案庫裡的不同；請查明是不是同一位學生，再改正錯的那一邊。".to_owned()
        }
        RowProblem::EndsBeforeStart => "結束日期早於開始日期，請檢查兩個日期。".to_owned(),
    }
}

/// What deserves a look.
pub fn row_warning(warning: &RowWarning) -> String {
    match warning {
        RowWarning::SeatTaken { account } => {
            format!("同一班的這個座號現在是 {account} 的，而這次的檔案裡沒有這位學生；請確認座號。")
        }
        RowWarning::UnusualGrade { grade } => format!(
            "照入學學年度計算，這學期是{}；請確認入學學年度。",
            labels::grade(*grade)
        ),
        RowWarning::SamePersonPerhaps { account } => {
            format!("和帳號 {account} 同名，也同一天出生，可能是同一個人換了學號；請確認要不要新增。")
        }
        RowWarning::NotFiled => {
            "學校沒有為這位學生提交過這一件；學生會看到它列為「不是自己提交的」。".to_owned()
        }
        RowWarning::TeachersLeave { accounts } => format!(
            "{} 不再是這門課的教師；等候認證的成果會改由名冊上的教師處理。",
            accounts.join("、")
        ),
        RowWarning::CorrectionKept => {
            "學務處已經更正過這一筆，名冊上還是更正前的內容；保留更正後的，不會改回去。".to_owned()
        }
    }
}
