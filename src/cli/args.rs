//! Commands and options.

mod activity;
mod certify;
mod copies;
mod officer;
mod people;
mod receipt;
mod roster;
mod select;
mod term;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::domain::file::Slot;
use crate::domain::term::{SchoolYear, Term};
use crate::domain::window::WindowKind;

pub use activity::{Activity, AddActivity, EditActivity, Narrow, OneActivity, StudentYears};
pub use certify::{Certify, Decided};
pub use copies::{Export, Import, Source, Target};
pub use officer::{Officer, PostChanges, Why};
pub use people::{
    Account, AddDeputy, CreateAccount, CreateSchool, Deputy, Filter, OneAccount, School, SomeAccounts,
};
pub use receipt::{ForReceipt, Receipt};
pub use roster::{ImportRoster, Roster};
pub use select::{ForSelection, Select, SelectItems};
pub use term::{
    Announce, AnnouncementContent, ExtendWindow, RemoveWindow, Report, RuleChanges, SetRules, SetWindow,
    StartTerm, TermCommand,
};

/// 學習歷程檔案。不加子命令時開啟視窗。
///
/// 密碼來自環境變數 LICHENG_PASSWORD 或 --password-file，都沒有時在終端機上詢問；密碼從不寫在命令列上。
///
/// 結束代碼：0 完成；1 被拒絕（規則、登入、檔案內容）；2 用法錯誤；3 檔案庫或檔案讀寫問題。
#[derive(Debug, Parser)]
#[command(name = "licheng", version, max_term_width = 100)]
pub struct Arguments {
    /// 檔案庫的位置（也可以用環境變數 LICHENG_LIBRARY）
    #[arg(long, global = true, value_name = "FILE")]
    pub library: Option<PathBuf>,

    /// 從這個檔案的第一行讀取密碼
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,

    /// 把警告也顯示在標準錯誤輸出
    #[arg(long, global = true)]
    pub verbose: bool,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 開啟示範學校：虛構的人物與作品，可以放心試用
    Demo(Demo),
    /// 各項時程的狀態與已用件數
    Status(ForAccount),
    /// 課程
    #[command(subcommand)]
    Course(Course),
    /// 課程學習成果
    #[command(subcommand)]
    Item(Item),
    /// 多元表現
    #[command(subcommand)]
    Activity(Activity),
    /// 勾選
    #[command(subcommand)]
    Select(Select),
    /// 收訖明細：比對、確認或回報
    #[command(subcommand)]
    Receipt(Receipt),
    /// 教師認證
    #[command(subcommand)]
    Certify(Certify),
    /// 時程與目前學期
    #[command(subcommand)]
    Term(TermCommand),
    /// 公告
    #[command(subcommand)]
    Announce(Announce),
    /// 報表
    #[command(subcommand)]
    Report(Report),
    /// 校內幹部紀錄
    #[command(subcommand)]
    Officer(Officer),
    /// 帳號
    #[command(subcommand)]
    Account(Account),
    /// 代理人
    #[command(subcommand)]
    Deputy(Deputy),
    /// 學校檔案庫
    #[command(subcommand)]
    School(School),
    /// 權限一覽：誰能做什麼、看到多少（不需要帳號）
    Rights(Json),
    /// 匯出：自己的備份、轉學資料、提交名冊、確認單
    #[command(subcommand)]
    Export(Export),
    /// 匯入：名冊、收訖明細、備份、轉學資料
    #[command(subcommand)]
    Import(Import),
    /// 檢查一個檔案能不能上傳、裡面有什麼（不需要帳號）
    Inspect(Inspect),
    /// 把檔案的一頁畫成 PNG 圖片（不需要帳號）
    Render(Render),
}

#[derive(Debug, Args)]
pub struct Json {
    /// 輸出一份 JSON 文件
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// 只建立並列出帳號，不開啟視窗
    #[arg(long)]
    pub no_window: bool,
    /// 將示範日期移到今天
    #[arg(long)]
    pub refresh_dates: bool,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Inspect {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Args)]
pub struct Render {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// 第幾頁，從 1 開始；影片是第幾個畫面（最多 12 個）
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub page: u32,
    /// 寬度（像素）；圖片和影片的畫面不會放大
    #[arg(long, value_name = "PX", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=16384))]
    pub width: u32,
    /// 存成這個 PNG 檔；已有同名檔案會被取代
    #[arg(long, value_name = "PNG")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct ForAccount {
    /// 帳號（學號）
    #[arg(long)]
    pub account: String,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Subcommand)]
pub enum Course {
    /// 列出課程
    List {
        #[command(flatten)]
        who: ForAccount,
        /// 只列這個學期，例如 114-1
        #[arg(long, value_parser = term)]
        term: Option<Term>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Item {
    /// 新增一件成果
    Add(AddItem),
    /// 列出成果
    List {
        #[command(flatten)]
        who: ForAccount,
        /// 只列這個學期，例如 114-1
        #[arg(long, value_parser = term)]
        term: Option<Term>,
        /// 改列已刪除、還能復原的
        #[arg(long)]
        trashed: bool,
    },
    /// 顯示一件成果
    Show(OneItem),
    /// 送出認證
    Submit(OneItem),
    /// 刪除（上傳截止前可以復原）
    Delete(OneItem),
    /// 復原已刪除的成果
    Restore(OneItem),
    /// 請老師退回
    RequestReturn(OneItem),
    /// 撤回「請老師退回」
    WithdrawRequest(OneItem),
    /// 修改一件成果
    Edit(EditItem),
    /// 把一個檔案存到別處
    SaveFile {
        #[command(flatten)]
        item: OneItem,
        /// 哪一個檔案
        #[arg(long)]
        slot: SlotName,
        /// 存成這個檔案；已有同名檔案會被取代
        #[arg(long, value_name = "PATH")]
        to: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct OneItem {
    #[command(flatten)]
    pub who: ForAccount,
    /// 成果的代號
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct AddItem {
    #[command(flatten)]
    pub who: ForAccount,
    /// 學期，例如 114-1
    #[arg(long, value_parser = term)]
    pub term: Term,
    /// 課程的代號（course list）
    #[arg(long, value_name = "ID")]
    pub course: String,
    #[arg(long)]
    pub title: String,
    /// 檔案：證明文件與影音檔各一個，可以重複這個選項
    #[arg(long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// 簡述
    #[arg(long, default_value = "")]
    pub description: String,
    #[command(flatten)]
    pub endings: Endings,
}

#[derive(Debug, Args)]
pub struct EditItem {
    #[command(flatten)]
    pub item: OneItem,
    #[command(flatten)]
    pub changes: ItemChanges,
    #[command(flatten)]
    pub endings: Endings,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct ItemChanges {
    #[arg(long)]
    pub title: Option<String>,
    /// 簡述
    #[arg(long)]
    pub description: Option<String>,
    /// 改屬同學期的另一門課
    #[arg(long, value_name = "ID")]
    pub course: Option<String>,
    /// 新的檔案；同一位置的舊檔案會被取代
    #[arg(long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// 移除這個位置的檔案
    #[arg(long, value_name = "SLOT")]
    pub remove: Vec<SlotName>,
}

#[derive(Debug, Args)]
pub struct Endings {
    /// 副檔名與內容不符時，改用正確的副檔名儲存
    #[arg(long)]
    pub fix_ending: bool,
}

/// The place of a file in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SlotName {
    Document,
    Media,
}

/// What a window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WindowName {
    OutcomeUpload,
    Certification,
    Activity,
    Selection,
}

impl From<SlotName> for Slot {
    fn from(name: SlotName) -> Self {
        match name {
            SlotName::Document => Self::Document,
            SlotName::Media => Self::Media,
        }
    }
}

impl From<WindowName> for WindowKind {
    fn from(name: WindowName) -> Self {
        match name {
            WindowName::OutcomeUpload => Self::OutcomeUpload,
            WindowName::Certification => Self::Certification,
            WindowName::Activity => Self::Activity,
            WindowName::Selection => Self::Selection,
        }
    }
}

impl Arguments {
    /// Whether one JSON document is wanted.
    /// Whether a window comes of it, in a program that has one.
    pub fn opens_window(&self) -> bool {
        match &self.command {
            None => true,
            Some(Command::Demo(demo)) => !demo.no_window,
            Some(_) => false,
        }
    }

    pub fn json(&self) -> bool {
        self.command.as_ref().is_some_and(Command::json)
    }
}

impl Command {
    fn json(&self) -> bool {
        match self {
            Self::Demo(demo) => demo.json.json,
            Self::Status(who) => who.json.json,
            Self::Course(Course::List { who, .. }) => who.json.json,
            Self::Item(item) => item.who().json.json,
            Self::Activity(activity) => activity.json(),
            Self::Select(select) => select.who().who.json.json,
            Self::Receipt(receipt) => receipt.who().json.json,
            Self::Certify(certify) => certify.who().json.json,
            Self::Account(account) => account.who().json.json,
            Self::Deputy(deputy) => deputy.who().json.json,
            Self::School(school) => school.json(),
            Self::Rights(json) => json.json,
            Self::Export(export) => export.who().json.json,
            Self::Import(import) => import.who().json.json,
            Self::Term(command) => command.who().json.json,
            Self::Announce(command) => command.who().json.json,
            Self::Report(command) => command.who().json.json,
            Self::Officer(command) => command.who().json.json,
            Self::Inspect(inspect) => inspect.json.json,
            Self::Render(_) => false,
        }
    }
}

impl Item {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Add(add) => &add.who,
            Self::List { who, .. } => who,
            Self::Show(item)
            | Self::Submit(item)
            | Self::Delete(item)
            | Self::Restore(item)
            | Self::RequestReturn(item)
            | Self::WithdrawRequest(item)
            | Self::SaveFile { item, .. } => &item.who,
            Self::Edit(edit) => &edit.item.who,
        }
    }
}

fn term(text: &str) -> Result<Term, String> {
    text.parse().map_err(|_| "學期寫成 114-1 這個樣子".to_owned())
}

fn school_year(text: &str) -> Result<SchoolYear, String> {
    text.parse().map_err(|_| "學年度寫成 114 這個樣子".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_options_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
