//! 收訖明細: the comparison, what a student can say of it, what the office sees.

use crate::domain::hex::hex;
use crate::domain::moment::Moment;
use crate::domain::receipt::{Difference, ReceiptEvent, ReceiptStanding, VerdictKind};
use crate::domain::term::{SchoolYear, Semester};

use super::labels;
use super::time::{roc_moment, roc_moment_zoned};

pub const TITLE: &str = "收訖明細";
pub const SENTENCE: &str = "全國資料庫收到了哪些，和學校為你提交的逐件比對。請看過每一件，再確認或回報問題。";
pub const CONFIRM: &str = "確認無誤";
pub const REPORT: &str = "回報問題…";
pub const PRINT: &str = "列印確認單…";
pub const ANSWER_BY: &str = "請在這之前回覆";
pub const OWN: &str = "學校提交的";
pub const LIST: &str = "收訖明細";
pub const NOT_THERE: &str = "（沒有）";
pub const FILES: &str = "檔案 MD5";
pub const COLUMNS: [&str; 4] = ["比對", "類別", "學校提交的", "不同的地方"];

/// How one line stands.
pub const fn verdict(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Matches => "相符",
        VerdictKind::Differs => "內容不同",
        VerdictKind::Missing => "明細裡沒有",
        VerdictKind::NotMine => "不是我的",
        VerdictKind::NotYet => "還沒回傳",
    }
}

/// What it means for the student.
pub const fn verdict_meaning(kind: VerdictKind) -> &'static str {
    match kind {
        VerdictKind::Matches => "全國資料庫收到的和學校提交的相同。",
        VerdictKind::Differs => "全國資料庫收到的和學校提交的不完全相同，請看是哪一項。",
        VerdictKind::Missing => "學校提交了這一件，但收訖明細裡沒有，請回報。",
        VerdictKind::NotMine => "收訖明細裡有這一件，但學校沒有為你提交過，請回報。",
        VerdictKind::NotYet => "這一件在收訖明細之後才提交，等下一份明細。",
    }
}

pub const fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Semester => "學期",
        Difference::CourseCode => "課程代碼",
        Difference::Name => "名稱",
        Difference::Description => "內容簡述",
        Difference::Files => "檔案",
    }
}

/// `不同：名稱、檔案`
pub fn differences(all: &[Difference]) -> String {
    let names: Vec<&str> = all.iter().map(|one| difference(*one)).collect();
    format!("不同：{}", names.join("、"))
}

/// How a student stands to the list.
pub const fn standing(standing: ReceiptStanding) -> &'static str {
    match standing {
        ReceiptStanding::NoList => "還沒有明細",
        ReceiptStanding::Waiting => "還沒回覆",
        ReceiptStanding::Reported => "回報問題",
        ReceiptStanding::Replied => "已回覆學生",
        ReceiptStanding::Outdated => "要再確認",
        ReceiptStanding::Confirmed => "已確認",
    }
}

/// What the student reads above the comparison.
pub fn own_standing(standing: ReceiptStanding, at: Option<Moment>) -> String {
    let when = at
        .map(|at| format!("{} ", roc_moment_zoned(at)))
        .unwrap_or_default();
    match standing {
        ReceiptStanding::NoList => "學校還沒有匯入收訖明細。".to_owned(),
        ReceiptStanding::Waiting => "還沒有回覆：請確認無誤，或回報問題。".to_owned(),
        ReceiptStanding::Reported => format!("{when}已經回報問題，等教務處（註冊組）處理。"),
        ReceiptStanding::Replied => "教務處（註冊組）已經回覆你的問題；沒有其他問題的話，請確認。".to_owned(),
        ReceiptStanding::Outdated => "回覆之後明細有更動，請再看一次並確認。".to_owned(),
        ReceiptStanding::Confirmed => format!("{when}已經確認無誤。"),
    }
}

/// `12 件：相符 10、內容不同 1、明細裡沒有 1`
pub fn counts(total: usize, of: impl Fn(VerdictKind) -> usize) -> String {
    let told: Vec<String> = VerdictKind::ALL
        .into_iter()
        .filter(|kind| of(*kind) > 0)
        .map(|kind| format!("{} {}", verdict(kind), of(kind)))
        .collect();
    format!("{total} 件：{}", told.join("、"))
}

/// `115 年 10 月 8 日 (四) 23:59（台北時間）`; `until` is excluded.
pub fn answer_by(until: Moment) -> String {
    roc_moment_zoned(until - chrono::Duration::minutes(1))
}

pub fn came(at: Moment) -> String {
    format!("學校在 {} 匯入", roc_moment(at))
}

/// `物理，第 1 學期`
pub fn course(name: &str, semester: Option<Semester>) -> String {
    match semester {
        Some(semester) => format!("{name}，第 {} 學期", semester.number()),
        None => name.to_owned(),
    }
}

// On paper
pub const PAPER_STUDENT: &str = "學生";
pub const PAPER_COUNTS: &str = "件數";
pub const PAPER_STANDING: &str = "回覆";
pub const PAPER_OTHERS: &str = "收訖明細裡的其他項目";
pub const PAPER_SIGN: &str = "以上內容已經逐件看過。有錯請在簽名前告訴教務處（註冊組）。";
pub const PAPER_SIGNERS: [&str; 3] = ["學生簽名", "家長簽名", "日期"];

pub fn paper_title(year: SchoolYear) -> String {
    format!("{}收訖明細確認單", labels::school_year(year))
}

/// `二年1班 05 號　林喆（1130101）`
pub fn paper_student(class: &str, seat: &str, account: &str, name: &str) -> String {
    let place = match (class.is_empty(), seat.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("{class}　"),
        (false, false) => format!("{class} {seat} 號　"),
    };
    format!("{place}{name}（{account}）")
}

pub fn paper_foot(whose: &str, page: usize, pages: usize) -> String {
    format!("{whose}　第 {page} 頁，共 {pages} 頁")
}

/// A name for the file, to accept or change.
pub fn paper_file(year: SchoolYear, whose: &str) -> String {
    let whose: String = whose
        .chars()
        .filter(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        .collect();
    format!("收訖明細確認單_{year}_{whose}.pdf")
}

pub fn printed(sheets: usize) -> String {
    format!("已存好 {sheets} 位學生的確認單。")
}

/// `名稱：學校提交的「物理」，收訖明細「化學」`
pub fn sides(one: Difference, own: &str, list: &str) -> String {
    let said = |text: &str| {
        if text.is_empty() {
            "（空白）".to_owned()
        } else {
            format!("「{text}」")
        }
    };
    format!(
        "{}：學校提交的{}，收訖明細{}",
        difference(one),
        said(own),
        said(list)
    )
}

/// The first digits are enough to see that they differ.
pub fn md5s(all: &[[u8; 16]]) -> String {
    let all: Vec<String> = all.iter().map(|md5| format!("MD5 {}…", hex(&md5[..4]))).collect();
    all.join("、")
}

// Questions
pub const CONFIRM_TITLE: &str = "確認收訖明細？";
pub const CONFIRM_YES: &str = "確認無誤";
pub const CONFIRM_NO: &str = "再看一下";
pub const CONFIRMED: &str = "已確認收訖明細。";
pub const REPORT_TITLE: &str = "回報收訖明細的問題";
pub const REPORT_BODY: &str = "請寫下哪一件、哪裡不對。教務處（註冊組）會看到，並回覆你。";
pub const REPORT_FIELD: &str = "問題";
pub const REPORT_HINT: &str = "例：物理的檔案不是我上傳的那一份";
pub const REPORT_YES: &str = "送出回報";
pub const REPORT_NO: &str = "取消";
pub const REPORTED: &str = "已回報，教務處（註冊組）會看到。";
pub const WORDS_MISSING: &str = "請寫下問題";

/// What confirming says; lines that are off are named.
pub fn confirm_question(year: SchoolYear, total: usize, off: usize) -> String {
    let year = labels::school_year(year);
    match off {
        0 => format!("{year}共 {total} 件，全部相符。確認之後，教務處會看到你已經確認。"),
        off => format!(
            "{year}共 {total} 件，其中 {off} 件和學校提交的不同。如果那是錯的，請改用「回報問題」；確定沒有錯再確認。"
        ),
    }
}

/// On the overview.
pub fn to_do(year: SchoolYear) -> String {
    format!("{}的收訖明細等你確認", labels::school_year(year))
}

pub const GO: &str = "看明細";

pub fn to_do_why(until: Moment, off: usize) -> String {
    let by = format!("{}以前回覆", answer_by(until));
    match off {
        0 => by,
        off => format!("有 {off} 件和學校提交的不同；{by}"),
    }
}

// The office
pub const ASK_IMPORT: &str = "匯入收訖明細…";
pub const NO_LIST: &str = "還沒有收訖明細";
pub const NO_LIST_SENTENCE: &str =
    "名冊上傳到全國資料庫之後，把它回傳的收訖明細匯入，學生就能逐件比對並確認。";
pub const UNCONFIRMED: &str =
    "收訖明細的官方格式尚未確認：匯入時認不出的欄位可以逐欄指定，程式會記住；沒有的欄位就不比對。";
pub const ALL: &str = "全部";
pub const OFF: &str = "有不同";
pub const STUDENT_COLUMNS: [&str; 8] = ["班級", "座號", "學號", "姓名", "情形", "相符", "有不同", "說明"];
pub const REPLY: &str = "回覆…";
pub const REPLY_TITLE: &str = "回覆學生的回報";
pub const REPLY_FIELD: &str = "回覆";
pub const REPLY_HINT: &str = "例：已向全國資料庫更正，下一份明細會相符";
pub const REPLY_YES: &str = "送出回覆";
pub const REPLIED: &str = "已回覆，學生會看到並再確認一次。";
pub const SHOW: &str = "查看";
pub const BACK: &str = "回到名單";
pub const PRINT_CLASS: &str = "把列出的學生的確認單存成 PDF，每人一張，可以發給全班簽名";
pub const PRINT_SHORT: &str = "確認單…";
pub const MAKING: &str = "正在製作確認單";

/// Above the list of the office.
pub fn head(came: Moment, until: Moment) -> String {
    format!(
        "最近一份在 {} 匯入；請學生在 {}以前回覆（至少 3 天）。",
        roc_moment(came),
        answer_by(until)
    )
}

/// What the student reported, and what came of it.
pub fn reported(words: &str) -> String {
    format!("回報：{words}")
}

pub fn replied(by: &str, at: Moment, words: &str) -> String {
    format!("{by} 在 {} 回覆：{words}", roc_moment(at))
}

/// A line of the history.
pub(super) fn event(event: ReceiptEvent) -> String {
    match event {
        ReceiptEvent::Confirmed { year } => format!("確認 {}收訖明細", labels::school_year(year)),
        ReceiptEvent::Reported { year } => {
            format!("回報 {}收訖明細的問題", labels::school_year(year))
        }
        ReceiptEvent::Replied { year } => {
            format!("回覆 {}收訖明細的問題", labels::school_year(year))
        }
        ReceiptEvent::DeadlineSet { year } => {
            format!("設定 {}收訖明細的確認期限", labels::school_year(year))
        }
    }
}
