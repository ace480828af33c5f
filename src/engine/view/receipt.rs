//! 收訖明細 as its student, and the office, see it.

use std::collections::BTreeSet;

use crate::domain::access::{Reach, Right, reaches};
use crate::domain::id::{AccountId, ItemId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::receipt::{LineVerdict, ReceiptLine, ReceiptStanding, VerdictKind};
use crate::domain::refusal::Refusal;
use crate::domain::selection::Part;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::engine::failure::Failure;
use crate::engine::login::normalised_name;
use crate::engine::receipt::records::{self, Lists};
use crate::engine::selection::placement;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::store::ReadRecords;
use crate::store::record::activity::FiledItemV1;
use crate::store::record::people::HomeroomV1;
use crate::store::record::receipt::{ReceiptAnswerV1, ReceiptLineV1, ReceiptListV1, year_of_line};
use crate::store::record::selection::selection_key;
use crate::store::record::{key, list, load};

/// A filed item, as the list would call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptItem {
    pub id: ItemId,
    pub part: Part,
    pub semester: Semester,
    pub course_code: String,
    /// Empty for an activity
    pub course_name: String,
    pub title: String,
    pub description: String,
    pub md5s: Vec<[u8; 16]>,
}

/// One line of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptEntry {
    pub verdict: LineVerdict,
    pub item: Option<ReceiptItem>,
    pub line: Option<ReceiptLine>,
}

impl ReceiptEntry {
    /// How it is called: as the student knows it, else as the list does.
    pub fn name(&self) -> &str {
        match (&self.item, &self.line) {
            (Some(item), _) => &item.title,
            (None, Some(line)) => line.shown_name(),
            (None, None) => "",
        }
    }
}

/// What a student said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptAnswer {
    pub at: Moment,
    pub confirmed: bool,
    pub words: String,
    /// When, who, words
    pub reply: Option<(Moment, String, String)>,
}

/// One student's 收訖明細 of a school year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptView {
    pub year: SchoolYear,
    pub student: AccountId,
    pub account: String,
    pub name: String,
    pub class: String,
    pub seat: String,
    /// What was filed first, then lines that are nobody's
    pub entries: Vec<ReceiptEntry>,
    /// Of what stands there, for [`ReceiptCommand`](crate::engine::ReceiptCommand)
    pub fingerprint: [u8; 32],
    /// When the newest list came
    pub came: Option<Moment>,
    /// Until when an answer is asked for, excluded
    pub until: Option<Moment>,
    pub standing: ReceiptStanding,
    pub answer: Option<ReceiptAnswer>,
}

impl ReceiptView {
    pub fn count(&self, kind: VerdictKind) -> usize {
        let of_kind = |entry: &&ReceiptEntry| entry.verdict.kind() == kind;
        self.entries.iter().filter(of_kind).count()
    }

    /// Lines that are worth a look.
    pub fn off(&self) -> usize {
        let off = |entry: &&ReceiptEntry| entry.verdict.kind().is_off();
        self.entries.iter().filter(off).count()
    }
}

/// All of a school year, for the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptsView {
    pub year: SchoolYear,
    pub came: Option<Moment>,
    pub until: Option<Moment>,
    /// By class and seat
    pub students: Vec<ReceiptView>,
}

fn view(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
    lists: Option<&Lists>,
) -> Result<ReceiptView, Failure> {
    let comparison = records::comparison(records, student, year, lists.map(|lists| lists.latest))?;
    let said = load::<ReceiptAnswerV1>(records, &selection_key(student, year))?;
    let standing = records::standing(&comparison, said.as_ref(), lists.is_some());
    let entries = comparison
        .compared
        .iter()
        .map(|one| ReceiptEntry {
            verdict: one.verdict.clone(),
            item: one
                .filed
                .and_then(|place| comparison.filed.get(place))
                .map(|facts| ReceiptItem {
                    id: facts.item,
                    part: facts.part,
                    semester: facts.semester,
                    course_code: facts.course_code.clone(),
                    course_name: facts.course_name.clone(),
                    title: facts.title.clone(),
                    description: facts.description.clone(),
                    md5s: facts.md5s.clone(),
                }),
            line: one.line.and_then(|place| comparison.lines.get(place)).cloned(),
        })
        .collect();
    let answer = match said {
        None => None,
        Some(said) => Some(ReceiptAnswer {
            at: from_millis(said.at),
            confirmed: said.confirmed,
            words: said.words,
            reply: match said.reply {
                None => None,
                Some(reply) => Some((
                    from_millis(reply.at),
                    answer::display_name(records, AccountId(reply.by))?,
                    reply.words,
                )),
            },
        }),
    };
    let account = answer::account(records, student)?;
    let (class, seat) = placement(records, student, year)?;
    Ok(ReceiptView {
        year,
        student,
        account: account.name,
        name: account.display_name,
        class,
        seat,
        entries,
        fingerprint: comparison.fingerprint(),
        came: lists.map(|lists| lists.latest),
        until: lists.map(|lists| lists.until),
        standing,
        answer,
    })
}

/// What somebody can print: of this year, or else of the newest for which something was filed or came.
/// At most one.
pub(in crate::engine) fn own_receipt(
    records: &impl ReadRecords,
    student: AccountId,
    year: Option<SchoolYear>,
) -> Result<Vec<ReceiptView>, Failure> {
    let mut years: BTreeSet<SchoolYear> = BTreeSet::new();
    match year {
        Some(year) => {
            years.insert(year);
        }
        None => {
            for (_, filed) in list::<FiledItemV1>(records, &key::one(student.0))? {
                years.insert(SchoolYear(filed.year));
            }
            for (at, _) in list::<ReceiptLineV1>(records, &key::one(student.0))? {
                years.insert(year_of_line(&at)?);
            }
        }
    }
    for year in years.into_iter().rev() {
        let lists = records::lists(records, year)?;
        let view = view(records, student, year, lists.as_ref())?;
        if !view.entries.is_empty() {
            return Ok(vec![view]);
        }
    }
    Ok(Vec::new())
}

/// Students who have something to do with the lists of a year.
fn concerned(records: &impl ReadRecords, year: SchoolYear) -> Result<BTreeSet<u64>, Failure> {
    let mut students = BTreeSet::new();
    for (at, filed) in list::<FiledItemV1>(records, &[])? {
        if filed.year == year.0 {
            students.insert(key::first_id(&at)?);
        }
    }
    for (at, _) in list::<ReceiptLineV1>(records, &[])? {
        if year_of_line(&at)? == year {
            students.insert(key::first_id(&at)?);
        }
    }
    Ok(students)
}

/// The classes that somebody is 導師 of: in the terms of `year`, and now, when the list comes.
fn classes_of(
    records: &impl ReadRecords,
    teacher: AccountId,
    year: SchoolYear,
) -> Result<Vec<(Term, String)>, Failure> {
    let current = answer::current_terms(&answer::settings(records)?)?.outcome;
    let [first, second] = year.terms();
    let mut classes = Vec::new();
    for term in BTreeSet::from([first, second, current]) {
        for (_, homeroom) in list::<HomeroomV1>(records, &term.code().to_be_bytes())? {
            if homeroom.teacher == teacher.0 {
                classes.push((term, homeroom.class));
            }
        }
    }
    Ok(classes)
}

fn sits_in(
    records: &impl ReadRecords,
    student: AccountId,
    classes: &[(Term, String)],
) -> Result<bool, Failure> {
    for (term, class) in classes {
        if answer::class_and_seat(records, student, *term)?.0 == *class {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Engine {
    /// One's own 收訖明細; without a year the newest of which a list came and that says anything of this
    /// student. `None`: there is none yet.
    ///
    /// # Errors
    /// A session that is over, no right, or the library's trouble.
    pub fn receipt(
        &self,
        session: &Session,
        year: Option<SchoolYear>,
    ) -> Result<Option<ReceiptView>, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::SeeReceipts)?;
            let mut years = match year {
                Some(year) => vec![year],
                None => list::<ReceiptListV1>(txn, &[])?
                    .iter()
                    .filter_map(|(at, _)| at.first_chunk::<2>())
                    .map(|bytes| SchoolYear(u16::from_be_bytes(*bytes)))
                    .collect(),
            };
            years.sort_unstable();
            for year in years.into_iter().rev() {
                let Some(lists) = records::lists(txn, year)? else {
                    continue;
                };
                let view = view(txn, session.account, year, Some(&lists))?;
                if !view.entries.is_empty() {
                    return Ok(Some(view));
                }
            }
            Ok(None)
        })
    }

    /// The 收訖明細 of everybody for a year (`None`: the current selection year), by class and seat: of the
    /// whole school for 教務處, of one's own class for a 導師.
    ///
    /// # Errors
    /// [`Refusal::NoRight`], or the library's trouble.
    pub fn receipts(&self, session: &Session, year: Option<SchoolYear>) -> Result<ReceiptsView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let year = match year {
                Some(year) => year,
                None => answer::current_terms(&answer::settings(txn)?)?.selection,
            };
            let right = Right::SeeReceipts;
            let everybody = reaches(&session.roles, right, Reach::Everything);
            if !everybody && !reaches(&session.roles, right, Reach::OwnClass) {
                return Err(Refusal::NoRight { right }.into());
            }
            let classes = if everybody {
                Vec::new()
            } else {
                classes_of(txn, session.account, year)?
            };
            let lists = records::lists(txn, year)?;
            let mut students = Vec::new();
            for student in concerned(txn, year)? {
                let student = AccountId(student);
                if everybody || sits_in(txn, student, &classes)? {
                    students.push(view(txn, student, year, lists.as_ref())?);
                }
            }
            students.sort_by(|one, other| {
                (&one.class, &one.seat, &one.account).cmp(&(&other.class, &other.seat, &other.account))
            });
            Ok(ReceiptsView {
                year,
                came: lists.as_ref().map(|lists| lists.latest),
                until: lists.map(|lists| lists.until),
                students,
            })
        })
    }

    /// The account of a student who has something to do with a receipt, by 學號.
    ///
    /// # Errors
    /// [`Refusal::NoSuchAccount`], or the library's trouble.
    pub fn receipt_student(&self, session: &Session, name: &str) -> Result<AccountId, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            guard::require(session, Right::FilePortfolios)?;
            let id = self.account_id_by_name(txn, &normalised_name(name))?;
            Ok(id.ok_or(Refusal::NoSuchAccount)?)
        })
    }
}
