//! Words being written in a question over the page: they stay when it is put away, when the program is
//! locked, and through the journal when it ends without a goodbye (design.md, invariant 8).

use crate::domain::id::{AccountId, PostId, PostReportId};
use crate::gui::choosing::ChoosingQuestion;
use crate::gui::dates::FormOf;
use crate::gui::filing::FilingQuestion;
use crate::gui::forms::TextField;
use crate::gui::modal::Modal;
use crate::gui::officers::OfficerQuestion;

/// What the words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordsOf {
    /// A new announcement
    Announcement,
    /// The reason of a new extension
    ExtensionReason,
    /// 回報: a post is wrong, or (`None`) missing.
    PostReport(Option<PostId>),
    /// What student affairs answer to it.
    PostAnswer(PostReportId),
    /// What is wrong in the own 收訖明細.
    ReceiptProblem,
    /// What the office replies to that student.
    ReceiptReply(AccountId),
}

impl WordsOf {
    /// Its name in the journal: ids only.
    pub fn name(self) -> String {
        match self {
            Self::Announcement => "words/announcement".to_owned(),
            Self::ExtensionReason => "words/extension".to_owned(),
            Self::PostReport(Some(post)) => format!("words/post-report/{post}"),
            Self::PostReport(None) => "words/post-missing".to_owned(),
            Self::PostAnswer(report) => format!("words/post-answer/{report}"),
            Self::ReceiptProblem => "words/receipt-problem".to_owned(),
            Self::ReceiptReply(student) => format!("words/receipt-reply/{student}"),
        }
    }

    /// From what follows `words/`.
    pub fn from_name(kind: &str, id: Option<&str>) -> Option<Self> {
        Some(match (kind, id) {
            ("announcement", None) => Self::Announcement,
            ("extension", None) => Self::ExtensionReason,
            ("post-report", Some(id)) => Self::PostReport(Some(id.parse().ok()?)),
            ("post-missing", None) => Self::PostReport(None),
            ("post-answer", Some(id)) => Self::PostAnswer(id.parse().ok()?),
            ("receipt-problem", None) => Self::ReceiptProblem,
            ("receipt-reply", Some(id)) => Self::ReceiptReply(id.parse().ok()?),
            _ => return None,
        })
    }

    /// What `field` is for while `open` asks.
    pub const fn typed_in(field: TextField, open: Option<&Modal>) -> Option<Self> {
        match (field, open) {
            (TextField::PostWords, Some(Modal::Officer(question))) => Self::of_officer(*question),
            (TextField::ReceiptProblem, Some(Modal::Choosing(ChoosingQuestion::ReportReceipt))) => {
                Some(Self::ReceiptProblem)
            }
            (TextField::ReceiptReply, Some(Modal::Filing(FilingQuestion::Reply(student)))) => {
                Some(Self::ReceiptReply(*student))
            }
            _ => None,
        }
    }

    /// A correction begins with its reason empty each time: it belongs to what is corrected just then.
    pub const fn of_officer(question: OfficerQuestion) -> Option<Self> {
        match question {
            OfficerQuestion::Report(post) => Some(Self::PostReport(post)),
            OfficerQuestion::Answer(report) => Some(Self::PostAnswer(report)),
            OfficerQuestion::Edit { .. } | OfficerQuestion::Remove { .. } => None,
        }
    }

    pub const fn of_dates(form: FormOf) -> Option<Self> {
        match form {
            FormOf::NewAnnouncement => Some(Self::Announcement),
            FormOf::NewExtension => Some(Self::ExtensionReason),
            FormOf::NewWindow
            | FormOf::Window(_)
            | FormOf::LastDay(_)
            | FormOf::Extension(_)
            | FormOf::Announcement(_) => None,
        }
    }
}
