//! 校內幹部紀錄, for its student and for student affairs.

use std::collections::{BTreeMap, HashMap};

use crate::domain::access::{Right, may};
use crate::domain::id::{AccountId, PostId, PostReportId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::officer_post::OfficerPost;
use crate::domain::term::Term;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, guard};
use crate::store::record::account::{AccountV1, PlacementV1};
use crate::store::record::convert::term;
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::officer_care::{PostCorrectionV1, PostReportV1};
use crate::store::record::{key, list, load};
use crate::store::{ReadRecords, StoreError};

/// Whose post or report it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostStudent {
    pub name: String,
    /// 學號
    pub account: String,
    /// In the term of the post, else the latest
    pub class: String,
    pub seat: String,
}

/// What was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionView {
    /// `None`: added by hand
    pub before: Option<OfficerPost>,
    /// `None`: removed
    pub after: Option<OfficerPost>,
    pub reason: String,
    pub by: String,
    pub at: Moment,
    pub report: Option<PostReportId>,
}

/// One officer post with its corrections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostView {
    pub id: PostId,
    pub student_id: AccountId,
    pub student: PostStudent,
    /// As it is; where it was removed, as it was last
    pub post: OfficerPost,
    pub removed: bool,
    /// Newest first
    pub corrections: Vec<CorrectionView>,
    /// A report about it waits for its answer.
    pub reported: bool,
}

/// 回報
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostReportView {
    pub id: PostReportId,
    pub student_id: AccountId,
    pub student: PostStudent,
    /// `None`: one is missing
    pub post: Option<PostId>,
    /// The post as it stood when it was reported
    pub stood: Option<OfficerPost>,
    pub words: String,
    pub at: Moment,
    pub answer: Option<PostAnswer>,
    /// What was corrected because of it
    pub corrections: Vec<CorrectionView>,
}

/// What student affairs answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostAnswer {
    pub words: String,
    pub by: String,
    pub at: Moment,
}

/// Posts and reports: a student's own, or all of the school.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OfficerView {
    /// Newest term first, then by class, seat and beginning
    pub posts: Vec<PostView>,
    /// Open ones first and longest waiting first; then the answered ones, newest first
    pub reports: Vec<PostReportView>,
}

impl OfficerView {
    /// How many reports wait for an answer.
    pub fn open(&self) -> usize {
        self.reports.iter().filter(|report| report.is_open()).count()
    }

    pub fn post(&self, id: PostId) -> Option<&PostView> {
        self.posts.iter().find(|post| post.id == id)
    }

    pub fn report(&self, id: PostReportId) -> Option<&PostReportView> {
        self.reports.iter().find(|report| report.id == id)
    }
}

impl PostReportView {
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

impl PostView {
    /// Whether every word of `text` is in the student's or the post's names.
    pub fn matches(&self, text: &str) -> bool {
        let (student, post) = (&self.student, &self.post);
        let all = [
            &student.name,
            &student.account,
            &student.class,
            &post.unit,
            &post.post,
        ];
        text.split_whitespace()
            .all(|word| all.iter().any(|field| field.contains(word)))
    }
}

impl Engine {
    /// The officer posts of the student who asks, and what became of the reports about them.
    ///
    /// # Errors
    /// [`Refusal::NoRight`](crate::domain::refusal::Refusal::NoRight), a session that is over, or the
    /// library's trouble.
    pub fn own_officer_posts(&self, session: &Session) -> Result<OfficerView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::OwnOfficerPosts)?;
            Ok(view(txn, Some(session.account))?)
        })
    }

    /// All officer posts of the school and all reports, for student affairs.
    ///
    /// # Errors
    /// As [`Engine::own_officer_posts`].
    pub fn officer_posts(&self, session: &Session) -> Result<OfficerView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::KeepOfficerPosts)?;
            Ok(view(txn, None)?)
        })
    }

    /// What this person may see: all for student affairs, the own ones for a student.
    ///
    /// # Errors
    /// As [`Engine::own_officer_posts`].
    pub fn officer_view(&self, session: &Session) -> Result<OfficerView, Failure> {
        if may(&session.roles, Right::KeepOfficerPosts) {
            self.officer_posts(session)
        } else {
            self.own_officer_posts(session)
        }
    }
}

/// Corrections with whose they are, and of which post and report.
type Corrections = BTreeMap<(u64, u64), Vec<CorrectionView>>;

fn view(records: &impl ReadRecords, only: Option<AccountId>) -> Result<OfficerView, StoreError> {
    let prefix = only.map(|student| key::one(student.0));
    let prefix = prefix.as_ref().map_or(&[][..], |key| &key[..]);
    let mut people = People::new(records);
    let mut corrections = Corrections::new();
    // Numbered in the order in which they were made: the newest first.
    for (at, correction) in list::<PostCorrectionV1>(records, prefix)?.into_iter().rev() {
        let place = (key::first_id(&at)?, correction.post);
        let correction = people.correction(correction)?;
        corrections.entry(place).or_default().push(correction);
    }
    let mut reports = Vec::new();
    for (at, report) in list::<PostReportV1>(records, prefix)? {
        let student = key::first_id(&at)?;
        reports.push(people.report(student, key::last_id(&at)?, report, &corrections)?);
    }
    let mut posts = Vec::new();
    for (at, post) in list::<OfficerPostV1>(records, prefix)? {
        let (student, id) = (key::first_id(&at)?, key::last_id(&at)?);
        let corrections = corrections.remove(&(student, id)).unwrap_or_default();
        posts.push(people.post(student, id, post.try_into()?, false, corrections)?);
    }
    // What is left was removed, by a correction or by taking an import back.
    for ((student, id), corrections) in corrections {
        let last = corrections.first().and_then(|newest| newest.before.clone());
        let removed = corrections.first().is_some_and(|newest| newest.after.is_none());
        if let Some(last) = last.filter(|_| removed) {
            posts.push(people.post(student, id, last, true, corrections)?);
        }
    }
    for post in &mut posts {
        post.reported = reports
            .iter()
            .any(|report| report.is_open() && report.post == Some(post.id));
    }
    posts.sort_by(|one, other| {
        let place = |post: &PostView| (post.student.class.clone(), post.student.seat.clone());
        (other.post.term, place(one), one.post.from, one.id).cmp(&(
            one.post.term,
            place(other),
            other.post.from,
            other.id,
        ))
    });
    reports.sort_by_key(|report| {
        let at = report.at.timestamp_millis();
        (!report.is_open(), if report.is_open() { at } else { -at })
    });
    Ok(OfficerView { posts, reports })
}

/// Names, read once each.
struct People<'a, R> {
    records: &'a R,
    accounts: HashMap<u64, Option<AccountV1>>,
    placements: HashMap<u64, Vec<(Term, PlacementV1)>>,
}

impl<'a, R: ReadRecords> People<'a, R> {
    fn new(records: &'a R) -> Self {
        Self {
            records,
            accounts: HashMap::new(),
            placements: HashMap::new(),
        }
    }

    fn account(&mut self, id: u64) -> Result<Option<&AccountV1>, StoreError> {
        if let std::collections::hash_map::Entry::Vacant(place) = self.accounts.entry(id) {
            place.insert(load::<AccountV1>(self.records, &key::one(id))?);
        }
        Ok(self.accounts.get(&id).and_then(Option::as_ref))
    }

    fn name(&mut self, id: u64) -> Result<String, StoreError> {
        Ok(self.account(id)?.map_or_else(
            || AccountId(id).to_string(),
            |account| account.display_name.clone(),
        ))
    }

    fn student(&mut self, id: u64, wanted: Option<Term>) -> Result<PostStudent, StoreError> {
        if !self.placements.contains_key(&id) {
            let mut all = Vec::new();
            for (at, placement) in list::<PlacementV1>(self.records, &key::one(id))? {
                let code = at.last_chunk::<2>().map_or(0, |bytes| u16::from_be_bytes(*bytes));
                all.push((term(code)?, placement));
            }
            self.placements.insert(id, all);
        }
        let name = self.name(id)?;
        let account = self.account(id)?.map(|account| account.name.clone());
        let all = self.placements.get(&id).map(Vec::as_slice).unwrap_or_default();
        let place = all.iter().find(|(term, _)| Some(*term) == wanted).or(all.last());
        Ok(PostStudent {
            name,
            account: account.unwrap_or_default(),
            class: place.map_or_else(String::new, |(_, place)| place.class.clone()),
            seat: place.map_or_else(String::new, |(_, place)| place.seat.clone()),
        })
    }

    fn post(
        &mut self,
        student: u64,
        id: u64,
        post: OfficerPost,
        removed: bool,
        corrections: Vec<CorrectionView>,
    ) -> Result<PostView, StoreError> {
        Ok(PostView {
            id: PostId(id),
            student_id: AccountId(student),
            student: self.student(student, Some(post.term))?,
            post,
            removed,
            corrections,
            reported: false,
        })
    }

    fn correction(&mut self, record: PostCorrectionV1) -> Result<CorrectionView, StoreError> {
        Ok(CorrectionView {
            before: record.before.map(TryInto::try_into).transpose()?,
            after: record.after.map(TryInto::try_into).transpose()?,
            reason: record.reason,
            by: self.name(record.by)?,
            at: from_millis(record.at),
            report: record.report.map(PostReportId),
        })
    }

    fn report(
        &mut self,
        student: u64,
        id: u64,
        record: PostReportV1,
        corrections: &Corrections,
    ) -> Result<PostReportView, StoreError> {
        let stood: Option<OfficerPost> = record.stood.map(TryInto::try_into).transpose()?;
        let of_student = corrections.range((student, 0)..=(student, u64::MAX));
        let because = of_student
            .flat_map(|(_, corrections)| corrections)
            .filter(|correction| correction.report == Some(PostReportId(id)));
        let answer = match record.answer {
            Some(answer) => Some(PostAnswer {
                words: answer.words,
                by: self.name(answer.by)?,
                at: from_millis(answer.at),
            }),
            None => None,
        };
        Ok(PostReportView {
            id: PostReportId(id),
            student_id: AccountId(student),
            student: self.student(student, stood.as_ref().map(|post| post.term))?,
            post: record.post.map(PostId),
            stood,
            words: record.words,
            at: from_millis(record.at),
            answer,
            corrections: because.cloned().collect(),
        })
    }
}
