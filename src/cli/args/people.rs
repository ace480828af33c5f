//! `school …`, `account …`, `deputy …`: setting up a school and looking after its people.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};

use crate::domain::access::Role;
use crate::domain::account::{InitialPassword, Status};
use crate::domain::roc::parse_date;
use crate::domain::term::{SchoolYear, Term};
use crate::text::labels;

use super::{ForAccount, Json, school_year, term};

#[derive(Debug, Subcommand)]
pub enum School {
    /// 建立學校檔案庫與系統管理者的帳號；復原碼只顯示一次
    ///
    /// 系統管理者的密碼來自 LICHENG_PASSWORD 或 --password-file，都沒有時在終端機上詢問。
    Create(CreateSchool),
    /// 開始使用前要做的事，做完的打勾
    Checklist(ForAccount),
}

#[derive(Debug, Args)]
pub struct CreateSchool {
    /// 校名
    #[arg(long)]
    pub name: String,
    /// 學校代碼，6 個數字或字母
    #[arg(long)]
    pub code: String,
    /// 系統管理者的帳號
    #[arg(long, value_name = "ACCOUNT")]
    pub admin: String,
    /// 系統管理者的姓名
    #[arg(long, value_name = "NAME", default_value = "系統管理者")]
    pub admin_name: String,
    /// 第一個學年度，例如 114
    #[arg(long, value_parser = school_year)]
    pub year: SchoolYear,
    /// 第一個學期，例如 114-1；沒有寫時是學年度的第 1 學期
    #[arg(long, value_parser = term)]
    pub term: Option<Term>,
    #[command(flatten)]
    pub json: Json,
}

#[derive(Debug, Subcommand)]
pub enum Account {
    /// 變更自己的密碼：新密碼來自 LICHENG_NEW_PASSWORD 或 --new-password-file，否則在終端機上詢問
    Password {
        #[command(flatten)]
        who: ForAccount,
        /// 從這個檔案的第一行讀取新密碼
        #[arg(long, value_name = "FILE")]
        new_password_file: Option<PathBuf>,
    },
    /// 列出帳號
    List {
        #[command(flatten)]
        who: ForAccount,
        #[command(flatten)]
        filter: Filter,
    },
    /// 從未登入過、使用中的帳號
    NeverLoggedIn {
        #[command(flatten)]
        who: ForAccount,
        #[command(flatten)]
        filter: Filter,
    },
    /// 顯示一個帳號
    Show(OneAccount),
    /// 班級與導師
    Classes {
        #[command(flatten)]
        who: ForAccount,
        /// 學期；沒有寫時是目前的學期
        #[arg(long, value_parser = term)]
        term: Option<Term>,
    },
    /// 建立一個帳號；初始密碼只顯示一次
    Create(CreateAccount),
    /// 更改帳號名稱或姓名
    Rename {
        #[command(flatten)]
        one: OneAccount,
        /// 新的帳號名稱
        #[arg(long, value_name = "ACCOUNT", required_unless_present = "name")]
        to: Option<String>,
        /// 新的姓名
        #[arg(long)]
        name: Option<String>,
    },
    /// 指定教職員的身分（限系統管理者）
    Roles {
        #[command(flatten)]
        one: OneAccount,
        /// 身分，可以重複這個選項
        #[arg(long = "role", value_name = "ROLE", value_parser = staff_role(), required = true)]
        roles: Vec<Role>,
    },
    /// 指定班級的導師
    Homeroom {
        #[command(flatten)]
        who: ForAccount,
        #[arg(long, value_parser = term)]
        term: Term,
        #[arg(long)]
        class: String,
        /// 導師的帳號
        #[arg(long, value_name = "ACCOUNT", required_unless_present = "nobody")]
        teacher: Option<String>,
        /// 取消導師
        #[arg(long, conflicts_with = "teacher")]
        nobody: bool,
    },
    /// 給新的初始密碼，只顯示一次
    Reset(OneAccount),
    /// 鎖定
    Lock(OneAccount),
    /// 恢復使用：解除鎖定，或登記錯的停用、畢業、轉出
    Unlock(SomeAccounts),
    /// 停用（教職員離職）
    End(OneAccount),
    /// 登記畢業：在期限內還能登入閱讀與匯出
    Graduate(Leave),
    /// 登記轉出：在期限內還能登入閱讀與匯出
    Transfer(Leave),
    /// 顯示初始密碼的方式；加上選項時設定
    Policy {
        #[command(flatten)]
        who: ForAccount,
        #[arg(long, value_name = "POLICY", value_parser = policy())]
        initial: Option<InitialPassword>,
    },
    /// 把還沒備妥的初始密碼都備妥（視窗開著時會自動在背景進行）
    Prepare(ForAccount),
    /// 把還需要的密碼條做成 PDF
    Slips {
        #[command(flatten)]
        accounts: SomeAccounts,
        /// 存成這個 PDF 檔；已有同名檔案會被取代
        #[arg(long, value_name = "PDF")]
        to: PathBuf,
    },
    /// 登記密碼條已發放：檔案庫不再保留那些密碼
    HandedOut(SomeAccounts),
}

/// Which accounts are listed.
#[derive(Debug, Args)]
pub struct Filter {
    /// 只列這個身分
    #[arg(long, value_parser = role())]
    pub role: Option<Role>,
    /// 只列這個狀態
    #[arg(long, value_parser = status())]
    pub status: Option<Status>,
    /// 只列這個班級
    #[arg(long)]
    pub class: Option<String>,
    /// 帳號或姓名裡有這些字
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
}

#[derive(Debug, Args)]
pub struct OneAccount {
    #[command(flatten)]
    pub who: ForAccount,
    /// 要處理的帳號
    #[arg(value_name = "ACCOUNT")]
    pub target: String,
}

#[derive(Debug, Args)]
pub struct SomeAccounts {
    #[command(flatten)]
    pub who: ForAccount,
    /// 要處理的帳號，可以好幾個
    #[arg(value_name = "ACCOUNT", required_unless_present = "class")]
    pub targets: Vec<String>,
    /// 整個班級（目前學期的座位）
    #[arg(long)]
    pub class: Option<String>,
}

#[derive(Debug, Args)]
pub struct Leave {
    #[command(flatten)]
    pub accounts: SomeAccounts,
    /// 最後可以登入的日期，例如 2026-12-31 或 115/12/31
    #[arg(long, value_parser = date)]
    pub until: NaiveDate,
}

#[derive(Debug, Args)]
pub struct CreateAccount {
    #[command(flatten)]
    pub one: OneAccount,
    /// 姓名
    #[arg(long)]
    pub name: String,
    /// 身分，可以重複這個選項
    #[arg(long = "role", value_name = "ROLE", value_parser = role(), required = true)]
    pub roles: Vec<Role>,
    /// 學生的入學學年度
    #[arg(long, value_parser = school_year)]
    pub entry_year: Option<SchoolYear>,
    /// 學生的班級
    #[arg(long, requires = "term")]
    pub class: Option<String>,
    /// 座號
    #[arg(long, default_value = "", requires = "class")]
    pub seat: String,
    /// 班級的學期
    #[arg(long, value_parser = term)]
    pub term: Option<Term>,
    /// 從這個檔案的第一行讀取身分證字號
    #[arg(long, value_name = "FILE")]
    pub national_id_file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Deputy {
    /// 列出代理人
    List(ForAccount),
    /// 指定代理人
    Add(AddDeputy),
    /// 結束一筆代理
    End {
        #[command(flatten)]
        who: ForAccount,
        /// 代理的代號（deputy list）
        #[arg(value_name = "ID")]
        id: String,
    },
}

#[derive(Debug, Args)]
pub struct AddDeputy {
    #[command(flatten)]
    pub who: ForAccount,
    /// 代理人的帳號
    #[arg(long, value_name = "ACCOUNT")]
    pub deputy: String,
    /// 被代理的教師帳號
    #[arg(long, value_name = "ACCOUNT")]
    pub teacher: String,
    /// 只代理這一門課（account show 列出的代號）；沒有寫時是全部課程
    #[arg(long, value_name = "ID")]
    pub course: Option<String>,
    /// 第一天
    #[arg(long, value_parser = date)]
    pub from: NaiveDate,
    /// 最後一天
    #[arg(long, value_parser = date)]
    pub until: NaiveDate,
    /// 原因
    #[arg(long)]
    pub reason: String,
}

impl School {
    pub(super) fn json(&self) -> bool {
        match self {
            Self::Create(create) => create.json.json,
            Self::Checklist(who) => who.json.json,
        }
    }
}

impl Account {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Password { who, .. }
            | Self::List { who, .. }
            | Self::NeverLoggedIn { who, .. }
            | Self::Classes { who, .. }
            | Self::Homeroom { who, .. }
            | Self::Policy { who, .. }
            | Self::Prepare(who) => who,
            Self::Show(one) | Self::Reset(one) | Self::Lock(one) | Self::End(one) => &one.who,
            Self::Rename { one, .. } | Self::Roles { one, .. } => &one.who,
            Self::Create(create) => &create.one.who,
            Self::Unlock(accounts) | Self::HandedOut(accounts) => &accounts.who,
            Self::Slips { accounts, .. } => &accounts.who,
            Self::Graduate(leave) | Self::Transfer(leave) => &leave.accounts.who,
        }
    }
}

impl Deputy {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::List(who) | Self::End { who, .. } => who,
            Self::Add(add) => &add.who,
        }
    }
}

/// The codes of an enum as clap reads them, each with its name.
fn coded<T: Copy + Send + Sync + 'static>(
    all: Vec<T>,
    code: fn(T) -> &'static str,
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let values: Vec<PossibleValue> = all
        .iter()
        .map(|one| PossibleValue::new(code(*one)).help(name(*one)))
        .collect();
    PossibleValuesParser::new(values).try_map(move |text| {
        let found = all.iter().copied().find(|one| code(*one) == text);
        found.ok_or("不認得的代碼")
    })
}

fn role() -> impl TypedValueParser<Value = Role> {
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Owner);
    coded(roles.collect(), Role::code, labels::role)
}

fn staff_role() -> impl TypedValueParser<Value = Role> {
    let roles = [
        Role::Teacher,
        Role::Registry,
        Role::StudentAffairs,
        Role::Administrator,
    ];
    coded(roles.into(), Role::code, labels::role)
}

fn status() -> impl TypedValueParser<Value = Status> {
    coded(Status::ALL.into(), Status::code, labels::account_status)
}

fn policy() -> impl TypedValueParser<Value = InitialPassword> {
    coded(
        InitialPassword::ALL.into(),
        InitialPassword::code,
        labels::initial_password,
    )
}

fn date(text: &str) -> Result<NaiveDate, String> {
    parse_date(text).ok_or_else(|| "日期寫成 2026-12-31 或 115/12/31 這個樣子".to_owned())
}
