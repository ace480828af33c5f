//! `receipt …`: 收訖明細.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use crate::domain::term::SchoolYear;

use super::term::day;
use super::{ForAccount, ForSelection};

#[derive(Debug, Subcommand)]
pub enum Receipt {
    /// 逐件比對收訖明細與學校提交的內容
    Show(ForReceipt),
    /// 確認收訖明細無誤
    Confirm(ForReceipt),
    /// 回報收訖明細的問題
    Report {
        #[command(flatten)]
        who: ForReceipt,
        /// 哪一件、哪裡不對
        #[arg(long)]
        words: String,
    },
    /// 列出誰確認了、誰回報了問題、誰還沒回覆（限教務處與導師）
    List(ForSelection),
    /// 回覆學生回報的問題（限教務處）
    Reply {
        #[command(flatten)]
        who: ForSelection,
        /// 學生的帳號（學號）
        #[arg(long)]
        student: String,
        #[arg(long)]
        words: String,
    },
    /// 設定學生確認的最後一天，至少 3 天（限教務處）
    Deadline {
        #[command(flatten)]
        who: ForSelection,
        /// 最後一天（包含），例如 115/10/12 或 2026-10-12
        #[arg(long, value_parser = day)]
        until: NaiveDate,
    },
}

#[derive(Debug, Args)]
pub struct ForReceipt {
    #[command(flatten)]
    pub who: ForAccount,
    /// 學年度，例如 113；不寫就是最近一份收訖明細的學年度
    #[arg(long, value_parser = super::school_year)]
    pub year: Option<SchoolYear>,
}

impl Receipt {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Show(who) | Self::Confirm(who) | Self::Report { who, .. } => &who.who,
            Self::List(who) | Self::Reply { who, .. } | Self::Deadline { who, .. } => &who.who,
        }
    }
}
