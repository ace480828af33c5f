//! `term …`, `announce …`, `report …`: what the office sets and asks.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::domain::file::FileKind;
use crate::domain::moment::{Moment, from_taipei, parse_moment};
use crate::domain::progress::ProgressBy;
use crate::domain::roc;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::Period;

use super::{ForAccount, WindowName, school_year, term};

#[derive(Debug, Subcommand)]
pub enum TermCommand {
    /// 列出已公布的時程
    List(ForAccount),
    /// 顯示目前學期；加上選項時設定（限教務處）
    Current {
        #[command(flatten)]
        who: ForAccount,
        /// 課程學習成果的學期，例如 114-1
        #[arg(long, value_parser = term)]
        outcome: Option<Term>,
        /// 多元表現的學期
        #[arg(long, value_parser = term)]
        activity: Option<Term>,
        /// 勾選的學年度，例如 113
        #[arg(long, value_parser = school_year)]
        selection: Option<SchoolYear>,
    },
    /// 公布或更改時程（限教務處）
    Set(SetWindow),
    /// 移除一段時程或延長（限教務處）
    Remove(RemoveWindow),
    /// 為一個班級或一位學生延長時間，要有原因（限教務處）
    Extend(ExtendWindow),
    /// 顯示休業式日期；加上選項時設定（限教務處）
    LastDay {
        #[command(flatten)]
        who: ForAccount,
        /// 學期，例如 114-1
        #[arg(value_name = "TERM", value_parser = term)]
        term: Term,
        /// 休業式日期，例如 115/1/20 或 2026-01-20
        #[arg(long, value_parser = day, conflicts_with = "remove")]
        date: Option<NaiveDate>,
        /// 移除日期
        #[arg(long)]
        remove: bool,
    },
    /// 顯示一個學期的件數、檔案與字數規定；加上選項時設定（限教務處）
    Limits(Box<SetRules>),
    /// 檢查時程有沒有不合理的地方（限教務處）
    Check {
        #[command(flatten)]
        who: ForAccount,
        /// 只檢查這個學期或學年度，例如 114-1、114
        #[arg(value_name = "TERM", value_parser = period)]
        period: Option<Period>,
    },
    /// 由上一個學期升級編班：班級和座號帶到新的學期（限教務處）
    Start(StartTerm),
    /// 把對這個人有效的日期存成行事曆檔（.ics），可以匯入手機
    Calendar {
        #[command(flatten)]
        who: ForAccount,
        /// 要寫的檔案
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct StartTerm {
    #[command(flatten)]
    pub who: ForAccount,
    /// 新的學期，例如 115-1
    #[arg(value_name = "TERM", value_parser = term)]
    pub to: Term,
    /// 原來的學期，例如 114-2
    #[arg(long, value_name = "TERM", value_parser = term)]
    pub from: Term,
    /// 這個班級去哪裡，可以重複，例如 --map 一年1班=二年1班；等號後面留空是畢業離校
    #[arg(long = "map", value_name = "原班級=新班級", value_parser = class_map)]
    pub maps: Vec<(String, String)>,
    /// 只預覽，不套用
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct SetWindow {
    #[command(flatten)]
    pub who: ForAccount,
    /// 114-1；多元表現與勾選是學年度，例如 114
    #[arg(value_name = "TERM", value_parser = period)]
    pub period: Period,
    #[arg(long)]
    pub window: WindowName,
    /// 只給這個年級（1 到 3）
    #[arg(long)]
    pub grade: Option<u8>,
    /// 開放時間，RFC 3339；沒有時區時視為台北時間，年份也可以寫民國年
    #[arg(long, value_parser = moment)]
    pub opens: Moment,
    /// 截止時間（這一分鐘也算在內）
    #[arg(long, value_parser = moment)]
    pub closes: Moment,
}

#[derive(Debug, Args)]
pub struct RemoveWindow {
    #[command(flatten)]
    pub who: ForAccount,
    /// 114-1；多元表現與勾選是學年度，例如 114
    #[arg(value_name = "TERM", value_parser = period)]
    pub period: Period,
    #[arg(long)]
    pub window: WindowName,
    /// 這個年級的時程
    #[arg(long, conflicts_with_all = ["class", "student"])]
    pub grade: Option<u8>,
    /// 這個班級的延長
    #[arg(long, conflicts_with = "student")]
    pub class: Option<String>,
    /// 這位學生的延長（學號）
    #[arg(long)]
    pub student: Option<String>,
}

#[derive(Debug, Args)]
pub struct ExtendWindow {
    #[command(flatten)]
    pub who: ForAccount,
    /// 114-1；多元表現與勾選是學年度，例如 114
    #[arg(value_name = "TERM", value_parser = period)]
    pub period: Period,
    #[arg(long)]
    pub window: WindowName,
    #[command(flatten)]
    pub whom: ExtendFor,
    /// 開放時間；沒有寫時和原本的時間一樣
    #[arg(long, value_parser = moment)]
    pub opens: Option<Moment>,
    /// 截止時間（這一分鐘也算在內）
    #[arg(long, value_parser = moment)]
    pub closes: Moment,
    /// 原因：教務處和當事人看得到
    #[arg(long)]
    pub reason: String,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct ExtendFor {
    /// 班級名稱
    #[arg(long)]
    pub class: Option<String>,
    /// 學號
    #[arg(long)]
    pub student: Option<String>,
}

#[derive(Debug, Args)]
pub struct SetRules {
    #[command(flatten)]
    pub who: ForAccount,
    /// 學期，例如 114-1
    #[arg(value_name = "TERM", value_parser = term)]
    pub term: Term,
    #[command(flatten)]
    pub changes: RuleChanges,
}

#[derive(Debug, Args)]
#[group(multiple = true)]
pub struct RuleChanges {
    /// 課程學習成果件數上限
    #[arg(long, value_name = "N")]
    pub outcomes: Option<u64>,
    /// 多元表現件數上限
    #[arg(long, value_name = "N")]
    pub activities: Option<u64>,
    /// 證明文件大小上限，例如 4MB
    #[arg(long, value_name = "SIZE", value_parser = bytes)]
    pub document_size: Option<u64>,
    /// 影音檔大小上限，例如 10MB
    #[arg(long, value_name = "SIZE", value_parser = bytes)]
    pub media_size: Option<u64>,
    /// 簡述字數上限
    #[arg(long, value_name = "N")]
    pub description_chars: Option<u64>,
    /// 是否一定要寫簡述
    #[arg(long, value_name = "BOOL")]
    pub description_required: Option<bool>,
    /// 名稱字數上限
    #[arg(long, value_name = "N")]
    pub title_chars: Option<u64>,
    /// 一學年度勾選課程學習成果的上限
    #[arg(long, value_name = "N")]
    pub selected_outcomes: Option<u64>,
    /// 一學年度勾選多元表現的上限
    #[arg(long, value_name = "N")]
    pub selected_activities: Option<u64>,
    /// 補正期（天）
    #[arg(long, value_name = "N")]
    pub mending_days: Option<u64>,
    /// 垃圾桶保留天數
    #[arg(long, value_name = "N")]
    pub trash_days: Option<u64>,
    /// 收哪些檔案，用逗號分開
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kind())]
    pub accept: Vec<FileKind>,
    /// 依據：公文字號、會議或校內規定；更改任何一項時都要寫
    #[arg(long)]
    pub source: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Announce {
    /// 列出公告
    List(ForAccount),
    /// 發布一則公告：顯示在每個人的總覽上
    Add {
        #[command(flatten)]
        who: ForAccount,
        #[command(flatten)]
        content: AnnouncementContent,
    },
    /// 修改一則公告
    Edit {
        #[command(flatten)]
        who: ForAccount,
        /// 公告的代號（announce list）
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        content: AnnouncementContent,
    },
    /// 提早結束一則公告
    End {
        #[command(flatten)]
        who: ForAccount,
        /// 公告的代號（announce list）
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Debug, Args)]
pub struct AnnouncementContent {
    /// 公告的內容
    #[arg(long)]
    pub text: String,
    /// 從這個時間開始顯示；沒有寫時從現在開始
    #[arg(long, value_parser = moment)]
    pub from: Option<Moment>,
    /// 顯示到這個時間為止
    #[arg(long, value_parser = moment)]
    pub until: Moment,
}

#[derive(Debug, Subcommand)]
pub enum Report {
    /// 上傳與認證的進度：只有件數，沒有內容
    Progress {
        #[command(flatten)]
        who: ForAccount,
        /// 學期；沒有寫時是目前的課程學習成果學期
        #[arg(long, value_parser = term)]
        term: Option<Term>,
        /// 按班級、課程或教師；沒有寫時全部列出
        #[arg(long, value_parser = by())]
        by: Option<ProgressBy>,
    },
}

impl TermCommand {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::List(who)
            | Self::Current { who, .. }
            | Self::LastDay { who, .. }
            | Self::Check { who, .. }
            | Self::Calendar { who, .. } => who,
            Self::Set(set) => &set.who,
            Self::Start(start) => &start.who,
            Self::Remove(remove) => &remove.who,
            Self::Extend(extend) => &extend.who,
            Self::Limits(set) => &set.who,
        }
    }
}

impl Announce {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::List(who) | Self::Add { who, .. } | Self::Edit { who, .. } | Self::End { who, .. } => who,
        }
    }
}

impl Report {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Progress { who, .. } => who,
        }
    }
}

fn period(text: &str) -> Result<Period, String> {
    if let Ok(term) = text.parse() {
        return Ok(Period::Term(term));
    }
    text.parse()
        .map(Period::Year)
        .map_err(|_| "寫成 114-1（學期）或 114（學年度）".to_owned())
}

fn class_map(text: &str) -> Result<(String, String), String> {
    let (old, new) = text
        .split_once('=')
        .ok_or_else(|| "寫成 一年1班=二年1班".to_owned())?;
    Ok((old.trim().to_owned(), new.trim().to_owned()))
}

pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    roc::parse_date(text).ok_or_else(|| "日期寫成 115/1/20 或 2026-01-20 這個樣子".to_owned())
}

fn moment(text: &str) -> Result<Moment, String> {
    read_moment(text).ok_or_else(|| "時間寫成 2026-02-03T23:59 這個樣子，也可以加上時區 +08:00".to_owned())
}

/// As [`parse_moment`], and `115-02-03T23:59` and `115/2/3 23:59`: nobody means the year 115 AD.
fn read_moment(text: &str) -> Option<Moment> {
    let parts = text.trim().split_once(['T', ' ']);
    let local = parts.and_then(|(date, time)| {
        let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").ok()?;
        Some(from_taipei(roc::parse_date(date)?, time))
    });
    local.or_else(|| parse_moment(text))
}

/// `4MB`, `4.5 MB`, `512KB`, `4194304`; 1 MB = 2^20 bytes, as the platforms count.
fn bytes(text: &str) -> Result<u64, String> {
    let wrong = || "大小寫成 4MB、512KB，或位元組數".to_owned();
    let upper = text.trim().to_ascii_uppercase();
    let (number, unit) = match (upper.strip_suffix("MB"), upper.strip_suffix("KB")) {
        (Some(number), _) => (number, 1u64 << 20),
        (None, Some(number)) => (number, 1 << 10),
        (None, None) => return upper.parse().map_err(|_| wrong()),
    };
    let (whole, part) = number.trim().split_once('.').unwrap_or((number.trim(), "0"));
    let whole: u64 = whole.parse().map_err(|_| wrong())?;
    let digits = u32::try_from(part.len())
        .ok()
        .filter(|digits| (1..=3).contains(digits));
    let scale = 10u64.pow(digits.ok_or_else(wrong)?);
    let part: u64 = part.parse().map_err(|_| wrong())?;
    whole
        .checked_mul(unit)
        .and_then(|bytes| bytes.checked_add(part * unit / scale))
        .ok_or_else(wrong)
}

fn kind() -> impl TypedValueParser<Value = FileKind> {
    PossibleValuesParser::new(FileKind::ALL.map(FileKind::ending)).try_map(|ending| {
        let kind = FileKind::ALL.into_iter().find(|kind| kind.ending() == ending);
        kind.ok_or_else(|| format!("沒有「{ending}」這種檔案"))
    })
}

fn by() -> impl TypedValueParser<Value = ProgressBy> {
    let codes = ProgressBy::ALL.map(|by| PossibleValue::new(by.code()).help(crate::text::progress::by(by)));
    PossibleValuesParser::new(codes).try_map(|code| {
        let by = ProgressBy::ALL.into_iter().find(|by| by.code() == code);
        by.ok_or_else(|| format!("不能按「{code}」列出"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_both_calendars() {
        let expected = parse_moment("2026-02-03T23:59");
        for text in [
            "2026-02-03T23:59",
            "115-02-03T23:59",
            "115/2/3 23:59",
            "1150203 23:59",
        ] {
            assert_eq!(read_moment(text), expected, "{text}");
        }
        assert_eq!(read_moment("2026-02-03T15:59Z"), None);
        assert_eq!(read_moment("2026-02-03T15:59:00Z"), expected);
        assert_eq!(read_moment("115-02-30T23:59"), None);
    }

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, expected) in [
            ("4MB", Ok(4 << 20)),
            ("4.5 mb", Ok((4 << 20) + (1 << 19))),
            ("512KB", Ok(512 << 10)),
            ("1000", Ok(1000)),
            ("MB", Err(())),
            ("4.MB", Err(())),
            ("-4MB", Err(())),
            ("99999999999999999999MB", Err(())),
            ("四MB", Err(())),
        ] {
            assert_eq!(bytes(text).map_err(|_| ()), expected, "{text}");
        }
    }
}
