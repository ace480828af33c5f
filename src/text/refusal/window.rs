//! Refusals about dates.

use crate::domain::moment::Moment;
use crate::domain::window::{Period, Phase, Window, WindowKind};

use crate::text::labels;
use crate::text::message::Message;
use crate::text::time::{countdown, roc_moment, roc_moment_zoned};
use crate::text::window_line::next_opening;

/// The window that was shut.
pub(super) struct Shut<'a> {
    pub kind: WindowKind,
    pub period: Period,
    pub phase: Phase,
    pub window: Option<&'a Window>,
    pub next: Option<&'a Window>,
}

pub(super) fn shut(shut: &Shut<'_>, now: Moment) -> Message {
    let subject = labels::window_subject(shut.kind, shut.period);
    let acts = labels::window_acts(shut.kind);
    match (shut.phase, shut.window) {
        (Phase::Unannounced, _) | (_, None) => Message::new(
            format!("{subject}的日期尚未公布，現在不能{acts}。"),
            "學校要先公布開放日期，在那之前一律不開放。",
            "日期由教務處（註冊組）在學期初公布，公布後這裡會自動更新。檔案可以先準備好。",
        ),
        (Phase::NotOpen, Some(window)) => {
            let left = countdown(window.opens, now)
                .map(|left| format!("，{left}"))
                .unwrap_or_default();
            Message::new(
                format!("{subject}還沒有開放，現在不能{acts}。"),
                format!("開放時間是 {}{left}。", roc_moment_zoned(window.opens)),
                format!("請在開放之後、{} 截止之前完成。", roc_moment(window.closes)),
            )
        }
        (Phase::Closed | Phase::Open | Phase::ClosingSoon, Some(window)) => Message::new(
            format!("{subject}已經截止，不能再{acts}。"),
            format!(
                "截止時間是 {}；{}",
                roc_moment_zoned(window.closes),
                what_it_means(shut.kind)
            ),
            format!("{}{}", next_opening(shut.next), way_out(shut.kind)),
        ),
    }
}

/// What the passed deadline does to what is there.
const fn what_it_means(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => {
            "截止後一律不能更動，還在編輯中的列為「逾期未送出」，認證失敗的列為「逾期未更正」。"
        }
        WindowKind::Certification => "截止後認證結果不再更動，還在認證中的列為「逾期未認證」。",
        WindowKind::Activity => "截止後這個學年度的多元表現一律不能更動。",
        WindowKind::Selection => "截止後勾選的內容一律不能更動。",
    }
}

const fn way_out(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => {
            "課程成果跟著該學期的課程，不能改放別的學期；已上傳的內容仍可查看、另存。有特殊情形請儘快洽教務處（註冊組）。"
        }
        WindowKind::Certification => "需要延長時，請洽教務處（註冊組）。",
        WindowKind::Activity => {
            "暑假沒趕上也沒關係：新學年度開放後可以補傳，只要是高中在學期間的表現，哪一個學年度上傳都可以。"
        }
        WindowKind::Selection => "有特殊情形請儘快洽教務處（註冊組）。",
    }
}

pub(super) fn ends_before_start(opens: Moment, closes: Moment) -> Message {
    Message::new(
        "沒有儲存這段開放時間。",
        format!(
            "截止時間 {} 早於開放時間 {}（台北時間）。",
            roc_moment(closes),
            roc_moment(opens)
        ),
        "請把截止時間改到開放時間之後。",
    )
}

pub(super) fn period_mismatch(kind: WindowKind) -> Message {
    let (belongs, example) = if kind.is_per_term() {
        ("學期", "114-1")
    } else {
        ("學年度", "114")
    };
    let name = labels::window_kind(kind);
    Message::new(
        format!("沒有設定「{name}」的開放時間。"),
        format!("「{name}」是按{belongs}開放的。"),
        format!("請指定{belongs}，例如 {example}。"),
    )
}

pub(super) fn unknown_grade(grade: u8) -> Message {
    Message::new(
        format!("沒有設定開放時間：找不到年級「{grade}」。"),
        "年級只有 1、2、3，也就是高一、高二、高三。",
        "請填 1、2 或 3；要給全校用就不要指定年級。",
    )
}

pub(super) fn clock_behind(clock: Moment, newest: Moment) -> Message {
    Message::new(
        "這台電腦的時鐘可能慢了，有期限的動作先停下來。",
        format!(
            "電腦顯示 {}，但檔案庫裡最新一筆紀錄是 {}（台北時間）。",
            roc_moment(clock),
            roc_moment(newest)
        ),
        "請把電腦的日期與時間調整正確再試一次；時鐘其實沒錯時，請系統管理者或檔案庫擁有者確認並寫下原因。",
    )
}
