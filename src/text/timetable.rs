//! What looks wrong in announced dates: what it is, why it matters, what to do.

use crate::domain::timetable::{Caution, DAYS_AFTER_LAST_DAY};
use crate::domain::window::{Audience, WindowKind};

use super::labels;
use super::message::Message;
use super::time::{roc_date, roc_moment};

/// Words a caution. `student` is the name of the student whose extension it speaks of.
pub fn caution(caution: &Caution, student: Option<&str>) -> Message {
    let subject = |kind, period| labels::window_subject(kind, period);
    let whom = |audience: &Audience| labels::audience(audience, student);
    match caution {
        Caution::NotAnnounced { kind, period } => Message::new(
            format!("{}的日期尚未公布。", subject(*kind, *period)),
            format!(
                "這是目前設定的學期，沒有日期就不能{}。",
                labels::window_acts(*kind)
            ),
            "請設定開放與截止時間；如果目前學期選錯了，請改選正確的學期。",
        ),
        Caution::AnotherIsOpen { kind, period, open } => Message::new(
            format!(
                "{}正在開放，但目前學期還是 {}。",
                subject(*kind, *open),
                labels::period(*period)
            ),
            "狀態列和總覽顯示的是目前學期，大家會以為已經截止。",
            format!("請把目前學期切換到 {}。", labels::period(*open)),
        ),
        Caution::UploadWithoutCertification { term, audience } => Message::new(
            format!("{term} {}有上傳時間，沒有認證時間。", whom(audience)),
            "學生送出以後，老師沒有辦法認證。",
            format!("請設定 {term} 的教師認證時間，通常比上傳多一個星期。"),
        ),
        Caution::CertificationWithoutUpload { term, audience } => Message::new(
            format!("{term} {}有認證時間，沒有上傳時間。", whom(audience)),
            "學生不能上傳，也就沒有可以認證的成果。",
            format!("請設定 {term} 的課程成果上傳時間。"),
        ),
        Caution::CertificationEndsFirst {
            term,
            audience,
            upload_closes,
            certification_closes,
        } => Message::new(
            format!("{term} {}的認證比上傳早截止。", whom(audience)),
            format!(
                "認證 {} 截止，上傳 {} 才截止；最後送出的成果沒有人能認證。",
                roc_moment(*certification_closes),
                roc_moment(*upload_closes)
            ),
            "請延後認證的截止時間，通常比上傳晚一個星期。",
        ),
        Caution::CertificationStartsLate {
            term,
            audience,
            upload_closes,
            certification_opens,
        } => Message::new(
            format!("{term} {}在上傳截止之後才開始認證。", whom(audience)),
            format!(
                "上傳 {} 截止，認證 {} 開始；被退回的成果學生來不及更正。",
                roc_moment(*upload_closes),
                roc_moment(*certification_opens)
            ),
            "請讓認證提早開始，或在規定裡設定補正期。",
        ),
        Caution::TooSoonAfterLastDay {
            term,
            audience,
            last_day,
            closes,
        } => Message::new(
            format!(
                "{term} {}的上傳在休業式後不到 {DAYS_AFTER_LAST_DAY} 天就截止。",
                whom(audience)
            ),
            format!(
                "休業式是 {}，上傳 {} 截止；除了高三下學期，規定休業式後至少要開放兩個星期。",
                roc_date(*last_day),
                roc_moment(*closes)
            ),
            "請延後上傳的截止時間，或確認休業式的日期。",
        ),
        Caution::LastDayUnknown { term } => Message::new(
            format!("{term} 還沒有填休業式的日期。"),
            "沒有休業式的日期，就不能檢查上傳是否在休業式後開放滿兩個星期。",
            format!("請填上 {term} 的休業式日期。"),
        ),
        Caution::SelectionBeforeCertification {
            year,
            audience,
            opens,
            certification_opens,
        } => Message::new(
            format!(
                "{}{}的勾選比認證早開始。",
                labels::school_year(*year),
                whom(audience)
            ),
            match certification_opens {
                Some(first) => format!(
                    "勾選 {} 開始，認證 {} 才開始；只有認證成功的成果才能勾選。",
                    roc_moment(*opens),
                    roc_moment(*first)
                ),
                None => format!(
                    "勾選 {} 開始，但這個學年度沒有任何認證時間；只有認證成功的成果才能勾選。",
                    roc_moment(*opens)
                ),
            },
            "請確認勾選的學年度和時間，或先設定教師認證的時間。",
        ),
        Caution::SelectionEndsFirst {
            year,
            audience,
            closes,
            certification_closes,
        } => Message::new(
            format!(
                "{}{}的勾選比認證早截止。",
                labels::school_year(*year),
                whom(audience)
            ),
            format!(
                "勾選 {} 截止，認證 {} 才截止；最後認證成功的成果來不及勾選。",
                roc_moment(*closes),
                roc_moment(*certification_closes)
            ),
            "請延後勾選的截止時間，或提早認證的截止時間。",
        ),
        Caution::Overlap {
            kind,
            earlier,
            later,
            from,
            closes,
        } => Message::new(
            format!(
                "{} 和 {} 的{}同時開放。",
                labels::period(*earlier),
                labels::period(*later),
                labels::window_kind(*kind)
            ),
            format!(
                "從 {} 到 {} 兩個都開著；{}",
                roc_moment(*from),
                roc_moment(*closes),
                overlap_means(*kind)
            ),
            "請把前一個的截止時間提早，或把後一個的開放時間延後。",
        ),
        Caution::FarFromPeriod {
            kind,
            period,
            audience,
            opens,
            closes,
        } => Message::new(
            format!(
                "{}（{}）的日期離{}太遠。",
                subject(*kind, *period),
                whom(audience),
                belongs(*kind)
            ),
            format!(
                "填的是 {} 到 {}，可能是年份打錯了。",
                roc_moment(*opens),
                roc_moment(*closes)
            ),
            "請檢查年份和月份，再儲存一次。",
        ),
        Caution::Short {
            kind,
            period,
            audience,
            minutes,
        } => Message::new(
            format!("{}（{}）開放不到一天。", subject(*kind, *period), whom(audience)),
            format!("從開放到截止只有 {}。", hours(*minutes)),
            "請檢查日期，也請檢查上午和下午。",
        ),
        Caution::ExtensionAddsNothing {
            kind,
            period,
            audience,
            closes,
        } => Message::new(
            format!("{}給{}的延長沒有作用。", subject(*kind, *period), whom(audience)),
            format!("原本的時間就開放到 {}，延長的時間都在裡面。", roc_moment(*closes)),
            "請移除這筆延長，或把截止時間再往後延。",
        ),
    }
}

const fn overlap_means(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::OutcomeUpload => "學生容易把成果放到錯的學期。",
        WindowKind::Certification => "老師要同時認證兩個學期。",
        WindowKind::Activity => "學生容易把多元表現放到錯的學年度。",
        WindowKind::Selection => "學生容易勾選錯學年度。",
    }
}

const fn belongs(kind: WindowKind) -> &'static str {
    if kind.is_per_term() {
        "這個學期"
    } else {
        "這個學年度"
    }
}

/// `45 分`, `3 小時`, `3 小時 20 分`
fn hours(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} 分"),
        (hours, 0) => format!("{hours} 小時"),
        (hours, minutes) => format!("{hours} 小時 {minutes} 分"),
    }
}
