//! `certify …`: what teachers and deputies decide.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::domain::outcome::ReturnReason;
use crate::text::labels;

use super::ForAccount;

#[derive(Debug, Subcommand)]
pub enum Certify {
    /// 列出自己任課與代理的課程中，學生已送出的成果；等最久的在最前面
    List(ForAccount),
    /// 認證成功：確認是本人作品，也屬於這門課
    Pass {
        #[command(flatten)]
        items: Decided,
        #[command(flatten)]
        opened: Opened,
    },
    /// 認證失敗：退回給學生，要有原因；認證成功的也可以退回
    Return {
        #[command(flatten)]
        items: Decided,
        #[command(flatten)]
        opened: Opened,
        /// 退回的原因
        #[arg(long, value_name = "CODE", value_parser = reason())]
        reason: ReturnReason,
        /// 給學生的說明；原因是 other 時一定要寫
        #[arg(long, default_value = "")]
        note: String,
        /// 學生的上傳已經截止，知道退回後不能再修改，仍要退回
        #[arg(long)]
        confirm_lockout: bool,
    },
    /// 復原自己最近一次的認證結果；學生之後已有動作的不會復原
    Undo {
        #[command(flatten)]
        items: Decided,
    },
}

/// Which items.
#[derive(Debug, Args)]
pub struct Decided {
    #[command(flatten)]
    pub who: ForAccount,
    /// 成果的代號（certify list），可以一次好幾件；別處剛改過的不會動，並說明原因
    #[arg(value_name = "ID", required = true)]
    pub ids: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Opened {
    /// 檔案已經在別處看過；沒有這個選項時，歷程會註明「未開啟檔案」
    #[arg(long)]
    pub opened: bool,
}

impl Certify {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::List(who) => who,
            Self::Pass { items, .. } | Self::Return { items, .. } | Self::Undo { items } => &items.who,
        }
    }
}

/// The codes of the list of reasons, each with its words in the help.
fn reason() -> impl TypedValueParser<Value = ReturnReason> {
    let codes =
        ReturnReason::ALL.map(|reason| PossibleValue::new(reason.code()).help(labels::return_reason(reason)));
    PossibleValuesParser::new(codes)
        .try_map(|code| ReturnReason::from_code(&code).ok_or_else(|| format!("沒有「{code}」這個原因")))
}
