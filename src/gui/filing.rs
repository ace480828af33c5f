//! What the window knows of 勾選與提交, the office's page.

use crate::domain::access::{Right, may};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::receipt::ReceiptStanding;
use crate::domain::selection::SelectionStage;
use crate::domain::term::SchoolYear;
use crate::engine::{
    ConfirmationOf, FilingView, ItemView, ReceiptView, ReceiptsView, Session, StudentSelection,
};
use crate::worker::FilingResult;

use super::file_work::FileWork;
use super::loadable::Loadable;

/// The parts of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FilingTab {
    /// Who has selected how much
    #[default]
    Progress,
    /// Batches and rosters
    Rosters,
    /// 收訖明細 and what students say of them
    Receipts,
    /// Records from school to school
    Transfer,
}

impl FilingTab {
    pub const ALL: [Self; 4] = [Self::Progress, Self::Rosters, Self::Receipts, Self::Transfer];
}

/// Everything the page knows.
#[derive(Debug, Default)]
pub struct FilingDesk {
    /// `None`: the current selection year
    pub year: Option<SchoolYear>,
    pub view: Loadable<FilingView>,
    pub stage: Option<SelectionStage>,
    pub receipts: Loadable<ReceiptsView>,
    pub standing: Option<ReceiptStanding>,
    /// Whose comparison is open
    pub shown: Option<AccountId>,
    /// By its name
    pub class: Option<String>,
    /// Of the next batch
    pub grade: Option<u8>,
    /// One at a time
    pub work: Option<FileWork<FilingJob>>,
    pub result: Option<FilingResult>,
    /// The student whose brought records are shown
    pub student: Option<String>,
    pub brought: Loadable<Vec<ItemView>>,
}

impl FilingDesk {
    /// The students that are listed, `text` being looked for.
    pub fn listed(&self, text: &str) -> Vec<&StudentSelection> {
        let text = text.trim().to_lowercase();
        let fits = |one: &&StudentSelection| {
            self.stage.is_none_or(|stage| one.stage() == stage)
                && self.class.as_ref().is_none_or(|class| one.class == *class)
                && is_found(&text, [&one.name, &one.account, &one.class])
        };
        self.view
            .ready()
            .map(|view| view.students.iter().filter(fits).collect())
            .unwrap_or_default()
    }

    /// The receipts that are listed, `text` being looked for.
    pub fn listed_receipts(&self, text: &str) -> Vec<&ReceiptView> {
        let text = text.trim().to_lowercase();
        let fits = |one: &&ReceiptView| {
            self.standing.is_none_or(|standing| one.standing == standing)
                && is_found(&text, [&one.name, &one.account, &one.class])
        };
        self.receipts
            .ready()
            .map(|view| view.students.iter().filter(fits).collect())
            .unwrap_or_default()
    }

    /// The comparison that is open.
    pub fn shown_receipt(&self) -> Option<&ReceiptView> {
        let shown = self.shown?;
        let students = &self.receipts.ready()?.students;
        students.iter().find(|one| one.student == shown)
    }

    /// What a student is called, as far as the page knows.
    pub fn name_of(&self, account: &str) -> Option<&str> {
        let students = &self.view.ready()?.students;
        let one = students
            .iter()
            .find(|one| one.account.eq_ignore_ascii_case(account))?;
        Some(&one.name)
    }
}

/// Whether the lower-case `text` stands in one of a student's words; nothing looked for finds everybody.
fn is_found(text: &str, words: [&String; 3]) -> bool {
    text.is_empty() || words.iter().any(|word| word.to_lowercase().contains(text))
}

/// What takes a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingJob {
    Rosters,
    Print,
    Send,
    Check,
    Take,
}

/// What is done on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingAction {
    Year(SchoolYear),
    Stage(Option<SelectionStage>),
    Class(Option<String>),
    /// No filter, nothing looked for
    Clear,
    /// Copies the listed students for a spreadsheet.
    Copy,
    /// Asks before 提交.
    AskFile,
    /// Whose selections the batch will hold
    Grade(Option<u8>),
    /// Asks where the rosters go; one batch, or all.
    Export(Option<u32>),
    /// Opens the page of rosters for a 收訖明細.
    ImportReceipts,
    Standing(Option<ReceiptStanding>),
    /// Opens one student's comparison, or goes back to the list.
    ShowReceipt(Option<AccountId>),
    CopyReceipts,
    /// Asks where the 確認單 of the listed students go.
    Print,
    AskReply(AccountId),
    /// Looks at the student that was typed.
    Student,
    /// Asks where to.
    Send,
    /// Asks which file.
    PickTransfer,
    /// Yes to what was checked
    Take,
    AskAccept(ItemId),
    Cancel,
    ShowFolder,
    CloseResult,
}

/// A question over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingQuestion {
    File,
    Accept(ItemId),
    /// To what a student reported
    Reply(AccountId),
}

/// What a dialog of the system is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilingPick {
    Rosters(SchoolYear, Option<u32>),
    /// 確認單; the year of one's own, where it is known
    Print(Option<SchoolYear>, ConfirmationOf),
    Send(String),
    Transfer(String),
}

/// What the worker was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingAsked {
    Look,
    Receipts,
    Brought,
    Work,
}

/// What a command was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilingPurpose {
    File,
    Accept,
    Reply(AccountId),
}

/// Whether somebody files portfolios.
pub fn files(session: &Session) -> bool {
    may(&session.roles, Right::FilePortfolios)
}

/// The parts that somebody sees.
pub fn tabs(session: &Session) -> Vec<FilingTab> {
    let right = |tab: FilingTab| match tab {
        FilingTab::Progress | FilingTab::Rosters => Right::FilePortfolios,
        FilingTab::Receipts => Right::SeeReceipts,
        FilingTab::Transfer => Right::Transfer,
    };
    // A student has the own 收訖明細 on another page.
    let seen = |tab: &FilingTab| !session.keeps_items() && may(&session.roles, right(*tab));
    FilingTab::ALL.into_iter().filter(seen).collect()
}
