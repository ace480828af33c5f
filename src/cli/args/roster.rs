//! `import students|teachers|…`: rosters of the office.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::Term;

use super::{ForAccount, term};

/// The rosters; other things that can be imported stand beside them.
#[derive(Debug, Subcommand)]
pub enum Roster {
    /// 學生名冊：學號、姓名、班級、座號、身分證字號、出生年月日、入學學年度
    Students(ImportRoster),
    /// 教師名冊：帳號、姓名
    Teachers(ImportRoster),
    /// 課程名冊：學年度、學期、課程代碼、科目名稱、學分、類別、開課班、教師帳號
    Courses(ImportRoster),
    /// 修課名冊：學號、學年度、學期、課程代碼、開課班、修習方式
    Enrolments(ImportRoster),
    /// 校內幹部經歷名冊（限學務處）
    OfficerPosts(ImportRoster),
    /// 收訖明細：全國資料庫回傳的清單；欄位可以用 --map 指定（限教務處）
    Receipts(ImportRoster),
    /// 取消最後一次匯入；之後已有資料靠它時不能取消
    Undo(ForAccount),
}

#[derive(Debug, Args)]
pub struct ImportRoster {
    #[command(flatten)]
    pub who: ForAccount,
    /// xlsx、xls、ods、csv（UTF-8 或 Big5）或網頁表格
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// 只看會新增、變更什麼，不寫入
    #[arg(long)]
    pub dry_run: bool,
    /// 有誤的列略過，匯入其餘的
    #[arg(long)]
    pub skip_wrong: bool,
    /// 指定檔案的哪一欄是什麼，可以重複，例如 --map 學號=學生編號
    #[arg(long = "map", value_name = "欄名=標題", value_parser = map)]
    pub maps: Vec<ColumnMap>,
    /// 工作表名稱
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// 學期，例如 114-1：學生名冊的班級座號屬於哪個學期，其他名冊沒有學期欄時是哪個學期
    #[arg(long, value_parser = term)]
    pub term: Option<Term>,
}

/// Which header of the file means which column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMap {
    pub column: RosterColumn,
    pub header: String,
}

impl Roster {
    pub fn who(&self) -> &ForAccount {
        match self {
            Self::Undo(who) => who,
            Self::Students(roster)
            | Self::Teachers(roster)
            | Self::Courses(roster)
            | Self::Enrolments(roster)
            | Self::OfficerPosts(roster)
            | Self::Receipts(roster) => &roster.who,
        }
    }

    /// Which roster is imported, unless something else is asked.
    pub fn roster(&self) -> Option<(RosterKind, &ImportRoster)> {
        Some(match self {
            Self::Students(roster) => (RosterKind::Students, roster),
            Self::Teachers(roster) => (RosterKind::Teachers, roster),
            Self::Courses(roster) => (RosterKind::Courses, roster),
            Self::Enrolments(roster) => (RosterKind::Enrolments, roster),
            Self::OfficerPosts(roster) => (RosterKind::OfficerPosts, roster),
            Self::Receipts(roster) => (RosterKind::Receipts, roster),
            Self::Undo(_) => return None,
        })
    }
}

/// `學號=學生編號`; the column by its official name or its code.
fn map(text: &str) -> Result<ColumnMap, String> {
    let (name, header) = text
        .split_once('=')
        .ok_or_else(|| "寫成「欄名=標題」，例如 學號=學生編號".to_owned())?;
    let name = name.trim();
    let is_named = |column: &RosterColumn| {
        column.code() == name
            || RosterKind::ALL
                .into_iter()
                .any(|kind| column.header(kind) == name)
    };
    let column = RosterColumn::ALL
        .into_iter()
        .find(is_named)
        .ok_or_else(|| format!("沒有叫做「{name}」的欄；可以用的有：{}", names()))?;
    Ok(ColumnMap {
        column,
        header: header.trim().to_owned(),
    })
}

fn names() -> String {
    let mut names: Vec<&str> = RosterKind::ALL
        .into_iter()
        .flat_map(|kind| {
            RosterColumn::of(kind)
                .iter()
                .map(move |(column, _)| column.header(kind))
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_officially_or_by_code() {
        let account = |header: &str| ColumnMap {
            column: RosterColumn::Account,
            header: header.to_owned(),
        };
        assert_eq!(map("學號= 學生編號 "), Ok(account("學生編號")));
        assert_eq!(map("account=a=b"), Ok(account("a=b")));
        assert!(map("學號").is_err());
        assert!(map("沒有=甲").unwrap_err().contains("學號"));
    }
}
