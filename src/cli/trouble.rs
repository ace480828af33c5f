//! Every failure of a command line, with its exit code and its words.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::domain::file::FileProblem;
use crate::domain::moment::Moment;
use crate::domain::no_preview::NoPreview;
use crate::domain::refusal::Refusal;
use crate::domain::roster_problem::RosterTrouble;
use crate::domain::table::TableProblem;
use crate::engine::{self, Failure, StoreError};
use crate::text;

use super::output::Output;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// A rule, a wrong login, content that is not accepted.
    Refused = 1,
    /// The command line itself.
    Usage = 2,
    /// Library, files or system.
    Storage = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command was not done.
#[derive(Debug)]
pub enum Trouble {
    Refused {
        refusal: Box<Refusal>,
        now: Moment,
    },
    /// A file too large to be looked at.
    TooLargeToRead {
        name: String,
        bytes: u64,
        limit: u64,
    },
    /// A file of which there is nothing to draw.
    NoPicture {
        name: String,
        reason: NoPreview,
    },
    Library {
        error: Box<StoreError>,
        path: PathBuf,
    },
    /// A table that cannot be read as a roster.
    Roster {
        name: String,
        trouble: Box<RosterTrouble>,
    },
    /// A sheet or header named on the command line is not in the file; with those that are.
    Wanted {
        wanted: String,
        there: Vec<String>,
    },
    Usage(UsageProblem),
    /// Some of many were refused, and it was said which and why.
    Told,
    /// The person stopped it; nothing half-done is left.
    Cancelled,
    /// A file named on the command line cannot be written or read.
    File {
        path: PathBuf,
        error: io::Error,
    },
    /// Standard output took nothing.
    Output(io::Error),
    /// No screen, no renderer … in the system's own words.
    NoWindow(String),
    /// The platform names no folder for data.
    NoDataFolder,
}

/// What is wrong with a command line beyond what clap sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsageProblem {
    /// No password, and no terminal to ask on.
    NoPassword,
    NoNewPassword,
    NewPasswordsDiffer,
    PasswordsDiffer,
    /// In the environment, but not as text.
    PasswordNotText,
    NewPasswordNotText,
    /// This program was built without a window.
    WithoutWindow,
}

impl Trouble {
    pub fn of(failure: Failure, path: &Path, now: Moment) -> Self {
        match failure {
            Failure::Refused(refusal) => Self::Refused {
                refusal: Box::new(refusal),
                now,
            },
            Failure::Store(error) => Self::library(error, path),
        }
    }

    pub fn library(error: StoreError, path: &Path) -> Self {
        Self::Library {
            error: Box::new(error),
            path: path.to_path_buf(),
        }
    }

    pub fn exit(&self) -> Exit {
        match self {
            Self::Refused { refusal, .. } => match refusal.as_ref() {
                Refusal::File { problem, .. } if is_file_trouble(problem) => Exit::Storage,
                _ => Exit::Refused,
            },
            Self::Told | Self::Cancelled => Exit::Refused,
            Self::NoPicture {
                reason: NoPreview::CannotStart,
                ..
            } => Exit::Storage,
            Self::NoPicture { .. } | Self::TooLargeToRead { .. } => Exit::Refused,
            Self::Roster { trouble, .. } => match trouble.as_ref() {
                RosterTrouble::Table(
                    TableProblem::Missing | TableProblem::IsFolder | TableProblem::NotReadable,
                ) => Exit::Storage,
                _ => Exit::Refused,
            },
            Self::Usage(_) | Self::Wanted { .. } => Exit::Usage,
            // Whoever read has seen enough (`licheng … | head`).
            Self::Output(error) if nobody_reads(error) => Exit::Done,
            Self::Library { .. }
            | Self::File { .. }
            | Self::Output(_)
            | Self::NoWindow(_)
            | Self::NoDataFolder => Exit::Storage,
        }
    }

    /// Says it on standard error.
    pub fn tell(&self, output: &mut Output) {
        if let Self::Library { error, .. } = self {
            log::warn!("library: {error}");
        }
        if let Some(sentence) = self.sentence() {
            output.remark(&sentence);
        }
    }

    /// `None` where nothing is left to be said.
    pub fn sentence(&self) -> Option<String> {
        Some(match self {
            Self::Refused { refusal, now } => refusal_sentence(refusal, *now),
            Self::Told => return None,
            Self::TooLargeToRead { name, bytes, limit } => format!(
                "「{name}」太大，沒有讀取：檔案是 {}，這裡最多讀 {}。請先縮小檔案，或用其他軟體開啟。",
                text::size::size(*bytes),
                text::size::size(*limit)
            ),
            Self::Cancelled => "已取消，沒有留下寫到一半的檔案。".to_owned(),
            Self::NoPicture { name, reason } => {
                format!("「{name}」：{}", text::no_preview(*reason).sentence())
            }
            Self::Library { error, path } => text::store_trouble(&engine::trouble(error, path)).sentence(),
            Self::Roster { name, trouble } => text::rosters::roster_trouble(name, trouble).sentence(),
            Self::Wanted { wanted, there } => {
                let there: Vec<&str> = there
                    .iter()
                    .map(String::as_str)
                    .filter(|name| !name.is_empty())
                    .collect();
                format!("檔案裡沒有「{wanted}」；有的是：{}。", there.join("、"))
            }
            Self::Usage(problem) => problem.sentence().to_owned(),
            Self::File { path, error } => format!("無法讀寫「{}」：{error}", path.display()),
            Self::Output(error) if nobody_reads(error) => return None,
            Self::Output(error) => format!("無法寫出結果：{error}"),
            Self::NoWindow(detail) => format!(
                "無法開啟視窗：這個環境沒有螢幕，或顯示驅動程式不能使用。請在有桌面的電腦上執行，或改用命令列（licheng --help）。\
                 系統訊息：{detail}"
            ),
            Self::NoDataFolder => "找不到存放資料的資料夾。請用 --library 指定檔案庫的位置。".to_owned(),
        })
    }
}

/// A refusal in words, with the option that this face has for it.
pub fn refusal_sentence(refusal: &Refusal, now: Moment) -> String {
    let sentence = text::refusal(refusal, now).sentence();
    format!("{sentence}{}", option_to_name(refusal))
}

/// Not the content is at fault but the file, the disk or the system.
fn is_file_trouble(problem: &FileProblem) -> bool {
    match problem {
        FileProblem::Unreadable
        | FileProblem::Vanished
        | FileProblem::IsFolder
        | FileProblem::NotAFile
        | FileProblem::InspectionFailed => true,
        FileProblem::TooBig { .. }
        | FileProblem::Content(_)
        | FileProblem::WrongEnding { .. }
        | FileProblem::SlotTaken { .. } => false,
    }
}

/// What a window asks in a dialog is an option here.
fn option_to_name(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::File {
            problem: FileProblem::WrongEnding { .. },
            ..
        } => "（命令列：加上 --fix-ending）",
        Refusal::ReturnLocksOut => "（命令列：加上 --confirm-lockout）",
        Refusal::MustChangePassword => "（命令列：licheng account password --account 帳號）",
        _ => "",
    }
}

impl UsageProblem {
    const fn sentence(self) -> &'static str {
        match self {
            Self::NoPassword => {
                "沒有密碼，這裡也沒有終端機可以詢問。請設定環境變數 LICHENG_PASSWORD，或使用 --password-file。"
            }
            Self::NoNewPassword => {
                "沒有新密碼，這裡也沒有終端機可以詢問。請設定環境變數 LICHENG_NEW_PASSWORD，或使用 --new-password-file。"
            }
            Self::NewPasswordsDiffer => "兩次輸入的新密碼不同，密碼沒有變更。",
            Self::PasswordsDiffer => "兩次輸入的密碼不同，沒有建立檔案庫。",
            Self::PasswordNotText => "環境變數 LICHENG_PASSWORD 不是文字（UTF-8）。",
            Self::NewPasswordNotText => "環境變數 LICHENG_NEW_PASSWORD 不是文字（UTF-8）。",
            Self::WithoutWindow => "這個程式沒有視窗。請執行 licheng，或用 licheng-cli --help 查看命令。",
        }
    }
}
/// Whoever read along has seen enough, as `head` does.
fn nobody_reads(error: &io::Error) -> bool {
    /// `ERROR_PIPE_NOT_CONNECTED`, which the standard library does not name
    const NOT_CONNECTED: i32 = 233;
    error.kind() == io::ErrorKind::BrokenPipe
        || (cfg!(windows) && error.raw_os_error() == Some(NOT_CONNECTED))
}
