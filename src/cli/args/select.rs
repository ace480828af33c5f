//! `select …`: 勾選.

use clap::{Args, Subcommand};

use crate::domain::term::SchoolYear;

use super::{ForAccount, school_year};

#[derive(Debug, Subcommand)]
pub enum Select {
    /// 列出已勾選的、可以勾選的與還不能勾選的
    List(ForSelection),
    /// 勾選，排在已勾選的後面
    Add(SelectItems),
    /// 取消勾選
    Remove(SelectItems),
    /// 重新排序：依新的順序列出同一類勾選的全部代號
    Order(SelectItems),
    /// 確認目前的勾選
    Confirm(ForSelection),
    /// 誰還沒有勾選（限教務處）
    Overview(ForSelection),
    /// 提交已截止學生的勾選，成為一個批次；之後不能再更動（限教務處）
    File {
        #[command(flatten)]
        who: ForSelection,
        /// 只提交這個年級（1 到 3）
        #[arg(long)]
        grade: Option<u8>,
    },
}

#[derive(Debug, Args)]
pub struct ForSelection {
    #[command(flatten)]
    pub who: ForAccount,
    /// 學年度，例如 113；不寫就是目前勾選的學年度
    #[arg(long, value_parser = school_year)]
    pub year: Option<SchoolYear>,
}

#[derive(Debug, Args)]
pub struct SelectItems {
    #[command(flatten)]
    pub who: ForSelection,
    /// 成果或多元表現的代號，可以一次好幾件
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
}

impl Select {
    pub fn who(&self) -> &ForSelection {
        match self {
            Self::List(who) | Self::Confirm(who) | Self::Overview(who) | Self::File { who, .. } => who,
            Self::Add(items) | Self::Remove(items) | Self::Order(items) => &items.who,
        }
    }
}
