//! What the window knows of 校內幹部紀錄: the posts and reports that were read, what is looked for, and
//! the question that is open.

use crate::domain::access::{Right, may};
use crate::domain::id::{PostId, PostReportId};
use crate::domain::officer::OfficerLevel;
use crate::domain::term::Term;
use crate::engine::{OfficerView, PostView, Session};

use super::loadable::Loadable;

/// Where on the page of officer posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfficerPlace {
    /// 幹部名冊; for a student the own posts and reports
    #[default]
    Posts,
    /// 回報
    Inbox,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Officers {
    pub view: Loadable<OfficerView>,
    /// Something changed while it was read.
    pub again: bool,
    /// Only this term
    pub term: Option<Term>,
}

impl Officers {
    /// Reports that wait for an answer.
    pub fn open(&self) -> usize {
        self.view.ready().map_or(0, OfficerView::open)
    }

    /// The posts that are looked for.
    pub fn shown(&self, text: &str) -> Vec<&PostView> {
        let posts = self.view.ready().map(|view| view.posts.as_slice());
        posts
            .unwrap_or_default()
            .iter()
            .filter(|post| self.term.is_none_or(|term| post.post.term == term) && post.matches(text))
            .collect()
    }

    /// Terms with posts, newest first.
    pub fn terms(&self) -> Vec<Term> {
        let posts = self.view.ready().map(|view| view.posts.as_slice());
        let mut terms: Vec<Term> = posts
            .unwrap_or_default()
            .iter()
            .map(|post| post.post.term)
            .collect();
        terms.sort_unstable();
        terms.dedup();
        terms.reverse();
        terms
    }
}

/// Whether this person looks after the posts of the school.
pub fn keeps(session: &Session) -> bool {
    may(&session.roles, Right::KeepOfficerPosts)
}

/// Whether this person has posts of their own.
pub fn has_own(session: &Session) -> bool {
    may(&session.roles, Right::OwnOfficerPosts)
}

/// What is done with officer posts.
#[derive(Debug, Clone, PartialEq)]
pub enum OfficerAction {
    Term(Option<Term>),
    Ask(OfficerQuestion),
    /// In the open form
    FormTerm(Term),
    Level(OfficerLevel),
    /// The form for a post that was reported missing
    AddFor(PostReportId),
    /// Copies the listed posts for a spreadsheet.
    Copy,
}

/// What is asked over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficerQuestion {
    /// 回報錯誤; `None`: a post is missing
    Report(Option<PostId>),
    Answer(PostReportId),
    /// A correction, or (`None`) a post by hand
    Edit {
        post: Option<PostId>,
        report: Option<PostReportId>,
        term: Term,
        level: OfficerLevel,
    },
    Remove {
        post: PostId,
        report: Option<PostReportId>,
    },
}
