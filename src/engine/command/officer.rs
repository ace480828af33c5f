//! 校內幹部紀錄: what students report and what student affairs does about it.

use crate::domain::access::Right;
use crate::domain::id::{AccountId, PostId, PostReportId};
use crate::domain::officer_post::OfficerPost;

/// Why student affairs adds, changes or removes a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostCorrection {
    /// What was wrong; shown to the student
    pub reason: String,
    /// The report that led to it
    pub report: Option<PostReportId>,
}

/// One change around officer posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficerCommand {
    /// A student reports an error in an own post, or (`None`) that one is missing.
    Report { post: Option<PostId>, words: String },
    /// The answer to a report.
    Answer {
        student: AccountId,
        report: PostReportId,
        words: String,
    },
    /// A post by hand.
    Add {
        /// By 學號
        student: String,
        post: OfficerPost,
        correction: PostCorrection,
    },
    Correct {
        student: AccountId,
        post: PostId,
        /// As it was shown
        seen: OfficerPost,
        to: OfficerPost,
        correction: PostCorrection,
    },
    Remove {
        student: AccountId,
        post: PostId,
        /// As it was shown
        seen: OfficerPost,
        correction: PostCorrection,
    },
}

impl OfficerCommand {
    pub(super) const fn right(&self) -> Right {
        match self {
            Self::Report { .. } => Right::OwnOfficerPosts,
            Self::Answer { .. } | Self::Add { .. } | Self::Correct { .. } | Self::Remove { .. } => {
                Right::KeepOfficerPosts
            }
        }
    }
}
