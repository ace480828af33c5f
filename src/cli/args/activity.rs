//! `activity …`: 多元表現.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::domain::activity::Category;
use crate::domain::activity::lists::List;
use crate::domain::roc::parse_date;
use crate::domain::term::SchoolYear;
use crate::text::labels;

use super::{Endings, ForAccount, Json, SlotName, school_year};

#[derive(Debug, Subcommand)]
pub enum Activity {
    /// 列出多元表現；可以用類別、學年度、標籤、文字篩選
    List {
        #[command(flatten)]
        who: ForAccount,
        #[command(flatten)]
        narrow: Narrow,
        /// 改列已刪除、還能復原的
        #[arg(long)]
        trashed: bool,
    },
    /// 顯示一件多元表現
    Show(OneActivity),
    /// 新增一件；欄位用正式名稱，例如 --field 競賽名稱=…（activity fields 列出全部欄位）
    Add(AddActivity),
    /// 修改一件
    Edit(EditActivity),
    /// 刪除（截止前可以復原）
    Delete(OneActivity),
    /// 復原已刪除的
    Restore(OneActivity),
    /// 複製成新的一件，算在目前的上傳學期；已截止的要更正時也用這個
    Copy {
        #[command(flatten)]
        one: OneActivity,
        /// 檔案也一起複製
        #[arg(long)]
        with_files: bool,
    },
    /// 設定自己的標籤；不加 --tag 就清空。課程學習成果也可以用
    Tag {
        #[command(flatten)]
        one: OneActivity,
        /// 可以重複這個選項
        #[arg(long = "tag", value_name = "TAG")]
        tags: Vec<String>,
    },
    /// 把一個檔案存到別處
    SaveFile {
        #[command(flatten)]
        one: OneActivity,
        /// 哪一個檔案
        #[arg(long)]
        slot: SlotName,
        /// 存成這個檔案；已有同名檔案會被取代
        #[arg(long, value_name = "PATH")]
        to: PathBuf,
    },
    /// 列出每一類的欄位（不需要帳號）
    Fields {
        #[arg(long, value_parser = category())]
        category: Option<Category>,
        #[command(flatten)]
        json: Json,
    },
    /// 這該放哪一類？用文字查（不需要帳號）
    Where {
        #[arg(value_name = "WORDS")]
        words: Vec<String>,
        #[command(flatten)]
        json: Json,
    },
    /// 設定一位學生的在學期間：重讀、休學、轉學（限教務處、學務處）
    Years(StudentYears),
    /// 顯示或設定選項清單（設定限教務處、學務處）
    Choices {
        #[command(flatten)]
        who: ForAccount,
        #[arg(value_name = "LIST", value_parser = list())]
        list: List,
        /// 新的選項，依序重複這個選項；整份清單會換成這些
        #[arg(long = "entry", value_name = "TEXT")]
        entries: Vec<String>,
    },
    /// 多元表現的件數按學年度或按學期計算（限教務處、學務處）
    Quota {
        #[command(flatten)]
        who: ForAccount,
        /// 學年度，例如 114
        #[arg(value_parser = school_year)]
        year: SchoolYear,
        /// 一整個學年度合計最多幾件
        #[arg(long, required_unless_present = "per_term", conflicts_with = "per_term")]
        limit: Option<u32>,
        /// 恢復成每學期各自計算
        #[arg(long)]
        per_term: bool,
    },
}

/// What narrows a list.
#[derive(Debug, Args)]
pub struct Narrow {
    /// 只列這一類
    #[arg(long, value_parser = category())]
    pub category: Option<Category>,
    /// 只列這個學年度上傳的，例如 114
    #[arg(long, value_parser = school_year)]
    pub year: Option<SchoolYear>,
    /// 只列有這個標籤的
    #[arg(long)]
    pub tag: Option<String>,
    /// 只列含有這些文字的
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub find: String,
}

#[derive(Debug, Args)]
pub struct OneActivity {
    #[command(flatten)]
    pub who: ForAccount,
    /// 多元表現的代號
    #[arg(value_name = "ID")]
    pub id: String,
}

#[derive(Debug, Args)]
pub struct AddActivity {
    #[command(flatten)]
    pub who: ForAccount,
    #[arg(long, value_parser = category())]
    pub category: Category,
    /// 一個欄位：正式名稱=內容，可以重複這個選項
    #[arg(long = "field", value_name = "NAME=VALUE", value_parser = field)]
    pub fields: Vec<(String, String)>,
    /// 簡述
    #[arg(long, default_value = "")]
    pub description: String,
    /// 外部連結，https:// 開頭
    #[arg(long, value_name = "URL", default_value = "")]
    pub link: String,
    /// 檔案：證明文件與影音檔各一個，可以重複這個選項；還沒有也可以先存
    #[arg(long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// 自己的標籤，可以重複這個選項
    #[arg(long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    #[command(flatten)]
    pub endings: Endings,
}

#[derive(Debug, Args)]
pub struct EditActivity {
    #[command(flatten)]
    pub one: OneActivity,
    #[command(flatten)]
    pub changes: Changes,
    #[command(flatten)]
    pub endings: Endings,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub struct Changes {
    /// 改放這一類；名稱相同的欄位會帶過去
    #[arg(long, value_parser = category())]
    pub category: Option<Category>,
    /// 一個欄位：正式名稱=內容；內容空白就清空
    #[arg(long = "field", value_name = "NAME=VALUE", value_parser = field)]
    pub fields: Vec<(String, String)>,
    /// 簡述
    #[arg(long)]
    pub description: Option<String>,
    /// 外部連結；空白就清空
    #[arg(long, value_name = "URL")]
    pub link: Option<String>,
    /// 新的檔案；同一位置的舊檔案會被取代
    #[arg(long = "file", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// 移除這個位置的檔案
    #[arg(long, value_name = "SLOT")]
    pub remove: Vec<SlotName>,
}

#[derive(Debug, Args)]
pub struct StudentYears {
    #[command(flatten)]
    pub who: ForAccount,
    /// 學生的帳號（學號）
    #[arg(long)]
    pub student: String,
    /// 三年之外延長的學年數
    #[arg(long, default_value_t = 0)]
    pub extra_years: u8,
    /// 離校日期
    #[arg(long, value_parser = date)]
    pub left: Option<NaiveDate>,
}

impl Activity {
    /// Whether one JSON document is wanted.
    pub fn json(&self) -> bool {
        match self {
            Self::Fields { json, .. } | Self::Where { json, .. } => json.json,
            Self::List { who, .. } | Self::Choices { who, .. } | Self::Quota { who, .. } => who.json.json,
            Self::Show(one)
            | Self::Delete(one)
            | Self::Restore(one)
            | Self::Copy { one, .. }
            | Self::Tag { one, .. }
            | Self::SaveFile { one, .. } => one.who.json.json,
            Self::Add(add) => add.who.json.json,
            Self::Edit(edit) => edit.one.who.json.json,
            Self::Years(years) => years.who.json.json,
        }
    }
}

fn field(text: &str) -> Result<(String, String), String> {
    text.split_once(['=', '＝'])
        .map(|(name, value)| (name.trim().to_owned(), value.to_owned()))
        .filter(|(name, _)| !name.is_empty())
        .ok_or_else(|| "欄位寫成 正式名稱=內容，例如 結果公布日期=1140901".to_owned())
}

fn date(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "日期寫成 1140901、114/9/1 或 2025-09-01".to_owned())
}

/// The codes of the categories, each with its official name in the help.
pub fn category() -> impl TypedValueParser<Value = Category> {
    let codes =
        Category::ALL.map(|category| PossibleValue::new(category.code()).help(labels::category(category)));
    PossibleValuesParser::new(codes)
        .try_map(|code| Category::from_code(&code).ok_or_else(|| format!("沒有「{code}」這一類")))
}

fn list() -> impl TypedValueParser<Value = List> {
    let codes = List::ALL.map(|list| PossibleValue::new(list.code()).help(labels::list(list)));
    PossibleValuesParser::new(codes)
        .try_map(|code| List::from_code(&code).ok_or_else(|| format!("沒有「{code}」這份清單")))
}
