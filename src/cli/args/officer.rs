//! `officer …`: 校內幹部紀錄.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::domain::officer::OfficerLevel;
use crate::domain::term::Term;
use crate::text::labels;

use super::term::day;
use super::{ForAccount, term};

#[derive(Debug, Subcommand)]
pub enum Officer {
    /// 列出校內幹部紀錄：學生看自己的，學務處看全校的
    List {
        #[command(flatten)]
        who: ForAccount,
        /// 只列這個學期，例如 114-1
        #[arg(long, value_parser = term)]
        term: Option<Term>,
        /// 只列這個班級
        #[arg(long)]
        class: Option<String>,
        /// 只列這位學生（學號）
        #[arg(long)]
        student: Option<String>,
    },
    /// 回報錯誤給學務處（限學生）；不指定哪一筆時，是少了一筆
    Report {
        #[command(flatten)]
        who: ForAccount,
        /// 紀錄的代號（officer list）
        #[arg(long, value_name = "ID")]
        post: Option<String>,
        /// 哪裡有錯
        #[arg(value_name = "WORDS")]
        words: String,
    },
    /// 回報與回覆：學生看自己的，學務處看全校的
    Inbox {
        #[command(flatten)]
        who: ForAccount,
        /// 只列還沒有回覆的
        #[arg(long)]
        open: bool,
    },
    /// 回覆一則回報（限學務處）
    Answer {
        #[command(flatten)]
        who: ForAccount,
        /// 回報的代號（officer inbox）
        #[arg(value_name = "ID")]
        report: String,
        /// 處理的結果
        #[arg(value_name = "WORDS")]
        words: String,
    },
    /// 更正一筆紀錄（限學務處）；沒有寫的欄位不變
    Correct {
        #[command(flatten)]
        who: ForAccount,
        /// 紀錄的代號（officer list）
        #[arg(value_name = "ID")]
        post: String,
        #[command(flatten)]
        changes: PostChanges,
        #[command(flatten)]
        why: Why,
    },
    /// 新增名冊上沒有的一筆（限學務處）
    Add {
        #[command(flatten)]
        who: ForAccount,
        /// 學號
        #[arg(long)]
        student: String,
        #[command(flatten)]
        post: WholePost,
        #[command(flatten)]
        why: Why,
    },
    /// 移除一筆紀錄（限學務處）；更正紀錄裡仍然看得到
    Remove {
        #[command(flatten)]
        who: ForAccount,
        /// 紀錄的代號（officer list）
        #[arg(value_name = "ID")]
        post: String,
        #[command(flatten)]
        why: Why,
    },
}

/// Why something was corrected.
#[derive(Debug, Args)]
pub struct Why {
    /// 原因：學生看得到
    #[arg(long)]
    pub reason: String,
    /// 因為這則回報（officer inbox）
    #[arg(long, value_name = "ID")]
    pub report: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct PostChanges {
    /// 學期，例如 114-1
    #[arg(long, value_parser = term)]
    pub term: Option<Term>,
    /// 單位名稱
    #[arg(long)]
    pub unit: Option<String>,
    /// 擔任職務名稱
    #[arg(long)]
    pub post_name: Option<String>,
    /// 開始日期，例如 114/9/1
    #[arg(long, value_parser = day)]
    pub from: Option<NaiveDate>,
    /// 結束日期
    #[arg(long, value_parser = day)]
    pub until: Option<NaiveDate>,
    /// 幹部等級
    #[arg(long, value_parser = level)]
    pub level: Option<OfficerLevel>,
}

#[derive(Debug, Args)]
pub struct WholePost {
    /// 學期，例如 114-1
    #[arg(long, value_parser = term)]
    pub term: Term,
    /// 單位名稱
    #[arg(long)]
    pub unit: String,
    /// 擔任職務名稱
    #[arg(long)]
    pub post_name: String,
    /// 開始日期，例如 114/9/1
    #[arg(long, value_parser = day)]
    pub from: NaiveDate,
    /// 結束日期
    #[arg(long, value_parser = day)]
    pub until: NaiveDate,
    /// 幹部等級
    #[arg(long, value_parser = level)]
    pub level: OfficerLevel,
}

impl Officer {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::List { who, .. }
            | Self::Report { who, .. }
            | Self::Inbox { who, .. }
            | Self::Answer { who, .. }
            | Self::Correct { who, .. }
            | Self::Add { who, .. }
            | Self::Remove { who, .. } => who,
        }
    }
}

/// By the official number or by its name.
fn level(text: &str) -> Result<OfficerLevel, String> {
    let named = OfficerLevel::ALL
        .into_iter()
        .find(|level| text == labels::officer_level(*level) || text.parse() == Ok(level.number()));
    named.ok_or_else(|| {
        let all =
            OfficerLevel::ALL.map(|level| format!("{} {}", level.number(), labels::officer_level(level)));
        format!("幹部等級寫代碼或名稱：{}", all.join("、"))
    })
}
