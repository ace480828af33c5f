//! 校內幹部紀錄 kept by student affairs: a post, what may be reported and corrected, what is refused, what
//! the history says.

use chrono::NaiveDate;

use super::id::{PostId, PostReportId};
use super::import::{LONGEST_TEXT, is_within_reach};
use super::officer::OfficerLevel;
use super::refusal::Refusal;
use super::roster_column::RosterColumn;
use super::term::Term;

/// Longest report, answer or reason, in characters.
pub const WORDS_CHARS: u32 = 300;
/// So many reports of one student may wait for an answer.
pub const OPEN_REPORTS: u32 = 10;

/// One officer post of a student.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OfficerPost {
    pub term: Term,
    /// 單位名稱
    pub unit: String,
    pub from: NaiveDate,
    /// The last day
    pub until: NaiveDate,
    /// 擔任職務名稱
    pub post: String,
    pub level: OfficerLevel,
}

/// Typed words around a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// 回報錯誤
    Report,
    Answer,
    /// Why a post was corrected
    Reason,
}

impl Words {
    pub const ALL: [Self; 3] = [Self::Report, Self::Answer, Self::Reason];
}

/// Why something about officer posts was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficerRefusal {
    /// A personal library has no 學務處.
    NoOfficeHere,
    /// Unknown, or another student's: the same words for both.
    NoSuchPost,
    NoSuchReport,
    NoSuchStudent {
        account: String,
    },
    /// The report has its answer.
    AnsweredAlready,
    /// A report about this post waits for its answer.
    ReportedAlready,
    TooManyReports {
        limit: u32,
    },
    WordsMissing {
        what: Words,
    },
    WordsTooLong {
        what: Words,
        count: u32,
        limit: u32,
    },
    /// Unit or post
    FieldMissing {
        column: RosterColumn,
    },
    FieldTooLong {
        column: RosterColumn,
        limit: u32,
    },
    EndsBeforeStart {
        from: NaiveDate,
        until: NaiveDate,
    },
    TermOutOfReach {
        term: Term,
        current: Term,
    },
    /// The correction says what is there.
    NothingChanged,
    /// The student has this very post already.
    SamePostThere,
    /// Somebody else corrected it since it was shown.
    ChangedMeanwhile,
}

impl From<OfficerRefusal> for Refusal {
    fn from(refusal: OfficerRefusal) -> Self {
        Self::Officer(refusal)
    }
}

/// What happened to an officer post; in the stream of its student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficerEvent {
    Reported { report: PostReportId },
    Answered { report: PostReportId },
    Added { post: PostId },
    Corrected { post: PostId },
    Removed { post: PostId },
}

impl OfficerPost {
    /// Without spaces around its texts.
    pub fn trimmed(&self) -> Self {
        Self {
            unit: self.unit.trim().to_owned(),
            post: self.post.trim().to_owned(),
            ..self.clone()
        }
    }

    /// Whether it may be written by hand; `known` is the term it stands in already, which stays allowed
    /// however old it is.
    ///
    /// # Errors
    /// What is missing, too long, the wrong way round, or far from the current term.
    pub fn require_good(&self, current: Term, known: Option<Term>) -> Result<(), OfficerRefusal> {
        for (column, text) in [(RosterColumn::Unit, &self.unit), (RosterColumn::Post, &self.post)] {
            if text.is_empty() {
                return Err(OfficerRefusal::FieldMissing { column });
            }
            if text.chars().count() > LONGEST_TEXT {
                let limit = u32::try_from(LONGEST_TEXT).unwrap_or(u32::MAX);
                return Err(OfficerRefusal::FieldTooLong { column, limit });
            }
        }
        let (from, until, term) = (self.from, self.until, self.term);
        if until < from {
            return Err(OfficerRefusal::EndsBeforeStart { from, until });
        }
        if !is_within_reach(term, current) && known != Some(term) {
            return Err(OfficerRefusal::TermOutOfReach { term, current });
        }
        Ok(())
    }

    /// Whether both are one post of the same student: what an import takes for the same row.
    pub fn is_same_post(&self, other: &Self) -> bool {
        let key = |post: &Self| (post.term, post.from);
        key(self) == key(other) && self.unit == other.unit && self.post == other.post
    }
}

/// Typed words without spaces around them.
///
/// # Errors
/// [`OfficerRefusal::WordsMissing`], [`OfficerRefusal::WordsTooLong`].
pub fn require_words(what: Words, text: &str) -> Result<String, OfficerRefusal> {
    let count = super::description::count(text);
    if count == 0 {
        return Err(OfficerRefusal::WordsMissing { what });
    }
    let limit = WORDS_CHARS;
    if count > limit {
        return Err(OfficerRefusal::WordsTooLong { what, count, limit });
    }
    Ok(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term::Semester;

    const NOW: Term = Term::new(114, Semester::First);

    fn post() -> OfficerPost {
        OfficerPost {
            term: NOW,
            unit: "二年1班".to_owned(),
            from: NaiveDate::from_ymd_opt(2025, 9, 1).unwrap(),
            until: NaiveDate::from_ymd_opt(2026, 1, 20).unwrap(),
            post: "班長".to_owned(),
            level: OfficerLevel::Class,
        }
    }

    #[test]
    fn a_post_by_hand_is_whole() {
        let check = |post: OfficerPost, known| post.require_good(NOW, known);
        assert_eq!(check(post(), None), Ok(()));
        let mut one = post();
        one.unit = String::new();
        let column = RosterColumn::Unit;
        assert_eq!(check(one, None), Err(OfficerRefusal::FieldMissing { column }));
        let mut one = post();
        one.post = "長".repeat(201);
        let column = RosterColumn::Post;
        assert_eq!(
            check(one, None),
            Err(OfficerRefusal::FieldTooLong { column, limit: 200 })
        );
        let mut one = post();
        std::mem::swap(&mut one.from, &mut one.until);
        assert!(matches!(
            check(one, None),
            Err(OfficerRefusal::EndsBeforeStart { .. })
        ));
        let old = Term::new(101, Semester::First);
        let mut one = post();
        one.term = old;
        assert!(matches!(
            check(one.clone(), None),
            Err(OfficerRefusal::TermOutOfReach { .. })
        ));
        assert_eq!(check(one, Some(old)), Ok(()), "what is there may be corrected");
    }

    #[test]
    fn words_are_there_and_bounded() {
        for what in Words::ALL {
            assert_eq!(
                require_words(what, " \n"),
                Err(OfficerRefusal::WordsMissing { what })
            );
            assert_eq!(require_words(what, " 應為副班長 ").as_deref(), Ok("應為副班長"));
            let long = "字".repeat(301);
            assert!(matches!(
                require_words(what, &long),
                Err(OfficerRefusal::WordsTooLong { count: 301, .. })
            ));
        }
    }
}
