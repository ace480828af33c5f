//! Lines, what was filed, and how they stand to each other.

use crate::domain::activity::Category;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::{Moment, from_millis};
use crate::domain::receipt::{self, Compared, FiledFacts, ReceiptLine, ReceiptStanding};
use crate::domain::selection::Part;
use crate::domain::term::SchoolYear;
use crate::engine::activity::records as activities;
use crate::engine::answer;
use crate::engine::failure::Failure;
use crate::store::ReadRecords;
use crate::store::record::activity::FiledItemV1;
use crate::store::record::code::Coded;
use crate::store::record::convert;
use crate::store::record::receipt::{ReceiptAnswerV1, ReceiptDeadlineV1, ReceiptLineV1, ReceiptListV1};
use crate::store::record::selection::selection_key;
use crate::store::record::{key, list, load};

/// One student's lines held against what was filed.
pub(in crate::engine) struct Comparison {
    pub lines: Vec<ReceiptLine>,
    /// In the order in which rosters hold it
    pub filed: Vec<FiledFacts>,
    pub compared: Vec<Compared>,
}

impl Comparison {
    /// Tells whether a person saw the same.
    pub fn fingerprint(&self) -> [u8; 32] {
        let text = format!("{:?}", (&self.lines, &self.compared));
        *blake3::hash(text.as_bytes()).as_bytes()
    }
}

/// When lists of a year came, and until when students are asked to answer.
pub(in crate::engine) struct Lists {
    pub latest: Moment,
    /// Excluded
    pub until: Moment,
}

pub(in crate::engine) fn lists(
    records: &impl ReadRecords,
    year: SchoolYear,
) -> Result<Option<Lists>, Failure> {
    let at = year.0.to_be_bytes();
    let Some(there) = load::<ReceiptListV1>(records, &at)? else {
        return Ok(None);
    };
    let latest = from_millis(there.latest);
    let said = load::<ReceiptDeadlineV1>(records, &at)?.map(|said| from_millis(said.until));
    // A list that came after the office set a day gives its three days all the same.
    let until = receipt::earliest_deadline(latest);
    Ok(Some(Lists {
        latest,
        until: said.map_or(until, |said| said.max(until)),
    }))
}

/// What was filed of a student for a year, by term and name.
pub(in crate::engine) fn filed_facts(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
    latest: Option<Moment>,
) -> Result<Vec<FiledFacts>, Failure> {
    let mut facts = Vec::new();
    for (at, filed) in list::<FiledItemV1>(records, &key::one(student.0))? {
        if filed.year != year.0 {
            continue;
        }
        let item = ItemId(key::last_id(&at)?);
        let after_list = latest.is_none_or(|latest| from_millis(filed.at) > latest);
        if let Some((_, outcome)) = answer::outcome(records, item)? {
            let offering = answer::offering(records, OfferingId(outcome.offering))?;
            facts.push(FiledFacts {
                item,
                part: Part::Outcomes,
                semester: convert::term(outcome.term)?.semester,
                course_code: offering.code,
                course_name: offering.name,
                title: outcome.title,
                description: outcome.description,
                md5s: outcome.files.iter().map(|file| file.md5).collect(),
                after_list,
            });
        } else if let Some((_, activity)) = activities::activity(records, item)? {
            let category: Category = Coded::from_code(activity.category)?;
            facts.push(FiledFacts {
                item,
                part: Part::Activities,
                semester: convert::term(activity.term)?.semester,
                course_code: String::new(),
                course_name: String::new(),
                title: activity.values()?.title(category),
                description: activity.description.clone(),
                md5s: activity.files.iter().map(|file| file.md5).collect(),
                after_list,
            });
        }
    }
    facts.sort_by(|one, other| {
        let order = |facts: &FiledFacts| (facts.part, facts.semester);
        order(one).cmp(&order(other)).then_with(|| {
            (&one.course_name, &one.title, one.item).cmp(&(&other.course_name, &other.title, other.item))
        })
    });
    Ok(facts)
}

pub(in crate::engine) fn comparison(
    records: &impl ReadRecords,
    student: AccountId,
    year: SchoolYear,
    latest: Option<Moment>,
) -> Result<Comparison, Failure> {
    let mut lines = Vec::new();
    for (_, record) in list::<ReceiptLineV1>(records, &selection_key(student, year))? {
        lines.push(record.line()?);
    }
    let filed = filed_facts(records, student, year, latest)?;
    let compared = receipt::compare(&lines, &filed);
    Ok(Comparison {
        lines,
        filed,
        compared,
    })
}

pub(in crate::engine) fn standing(
    comparison: &Comparison,
    answer: Option<&ReceiptAnswerV1>,
    has_list: bool,
) -> ReceiptStanding {
    match answer {
        _ if !has_list => ReceiptStanding::NoList,
        None => ReceiptStanding::Waiting,
        Some(answer) if answer.seen != comparison.fingerprint() => ReceiptStanding::Outdated,
        Some(answer) if answer.confirmed => ReceiptStanding::Confirmed,
        Some(answer) if answer.reply.is_some() => ReceiptStanding::Replied,
        Some(_) => ReceiptStanding::Reported,
    }
}
