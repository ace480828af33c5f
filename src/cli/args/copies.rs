//! `export …` and `import …`: what people take along and bring back.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::term::SchoolYear;

use super::{ForAccount, Roster, school_year};

#[derive(Debug, Subcommand)]
pub enum Export {
    /// 匯出自己的備份（ZIP）：全部的檔案與紀錄、可以用瀏覽器開啟的網頁、CSV 表格、雜湊值
    Copy(Target),
    /// 匯出自己的學習歷程（PDF）：封面、目錄、每件的紀錄與內容，適合閱讀與列印
    Pdf(Target),
    /// 匯出提交名冊（ZIP，限教務處）：課程學習成果與多元表現名冊（xlsx）、檔案與 MD5
    Rosters {
        #[command(flatten)]
        target: Target,
        /// 學年度，例如 113
        #[arg(long, value_parser = school_year)]
        year: SchoolYear,
        /// 只匯出這個批次；不寫就是這個學年度已提交的全部
        #[arg(long)]
        batch: Option<u32>,
    },
    /// 匯出提交名冊的欄位（JSON），可以修改後再匯入（限教務處）
    Layout(Target),
    /// 匯出收訖明細確認單（PDF，有簽名的地方）：學生印自己的，導師與教務處印學生的
    Confirmation {
        #[command(flatten)]
        target: Target,
        /// 學年度，例如 113；不寫就是最近提交的（學生）或目前勾選的學年度
        #[arg(long, value_parser = school_year)]
        year: Option<SchoolYear>,
        /// 只印這個班（限導師與教務處）
        #[arg(long, conflicts_with = "students")]
        class: Option<String>,
        /// 只印這些學生（學號），可以重複（限導師與教務處）
        #[arg(long = "student")]
        students: Vec<String>,
    },
    /// 匯出學生的轉學資料（ZIP，限教務處）：送出過認證的紀錄與檔案；編輯中的不在裡面
    Transfer {
        #[command(flatten)]
        target: Target,
        /// 學生的帳號（學號）
        #[arg(long)]
        student: String,
    },
}

#[derive(Debug, Args)]
pub struct Target {
    #[command(flatten)]
    pub who: ForAccount,
    /// 存成這個檔案，或存到這個資料夾裡；已有同名檔案會被取代
    #[arg(long, value_name = "PATH")]
    pub to: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum Import {
    #[command(flatten)]
    Roster(Roster),
    /// 匯入備份（ZIP）：已經有的不會重複；備份裡的認證一律註明「匯入（未經本校認證）」
    Copy(Source),
    /// 匯入轉入學生的轉學資料（ZIP，限教務處）：只能查看、不計件數，認證要採認才算
    Transfer {
        #[command(flatten)]
        source: Source,
        /// 學生的帳號（學號）
        #[arg(long)]
        student: String,
    },
    /// 匯入提交名冊的欄位（export layout 的檔案）；不寫檔案就改回內建的（限教務處）
    Layout {
        #[command(flatten)]
        who: ForAccount,
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// 列出學生由他校帶入的紀錄（限教務處）
    Brought {
        #[command(flatten)]
        who: ForAccount,
        /// 學生的帳號（學號）
        #[arg(long)]
        student: String,
    },
    /// 採認他校的認證（限教務處），要寫原因
    Accept {
        #[command(flatten)]
        who: ForAccount,
        /// 學生的帳號（學號）
        #[arg(long)]
        student: String,
        /// 依據，例如轉學證明的文號
        #[arg(long)]
        reason: String,
        /// 紀錄的代號（import brought）
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
    },
}

#[derive(Debug, Args)]
pub struct Source {
    #[command(flatten)]
    pub who: ForAccount,
    /// 本程式匯出的備份
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// 只檢查並列出會匯入什麼，不改變任何內容
    #[arg(long)]
    pub dry_run: bool,
}

impl Export {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Copy(target)
            | Self::Pdf(target)
            | Self::Layout(target)
            | Self::Transfer { target, .. }
            | Self::Confirmation { target, .. }
            | Self::Rosters { target, .. } => &target.who,
        }
    }
}

impl Import {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Copy(source) | Self::Transfer { source, .. } => &source.who,
            Self::Brought { who, .. } | Self::Accept { who, .. } | Self::Layout { who, .. } => who,
            Self::Roster(roster) => roster.who(),
        }
    }
}
