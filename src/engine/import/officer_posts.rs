//! 校內幹部經歷名冊: students are named by their national IDs.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::domain::import::{RowProblem, RowWarning, Subject, Value, is_within_reach};
use crate::domain::national_id;
use crate::domain::officer::OfficerLevel;
use crate::domain::roster::{Located, OfficerPostRow};
use crate::domain::roster_column::RosterColumn;
use crate::domain::term::Term;
use crate::store::ReadRecords;
use crate::store::record::code::Coded;
use crate::store::record::officer::OfficerPostV1;
use crate::store::record::officer_care::PostCorrectionV1;
use crate::store::record::{key, list};

use super::books::{Identities, People};
use super::plan::{Draft, Halt, Plan, Steps, Write};

/// Posts that are the same one: of one student in one term, with the same unit and name. There may be
/// several, at different times.
type SamePost = (u64, u16, String, String);

fn same_post(student: u64, post: &OfficerPostV1) -> SamePost {
    (student, post.term, post.unit.clone(), post.post.clone())
}

pub(super) fn judge(
    records: &impl ReadRecords,
    rows: &[Located<OfficerPostRow>],
    current: Term,
    steps: &mut Steps<'_>,
) -> Result<Plan, Halt> {
    let (people, identities) = (People::load(records)?, Identities::load(records)?);
    let mut there: BTreeMap<SamePost, Vec<(u64, OfficerPostV1)>> = BTreeMap::new();
    for (at, post) in list::<OfficerPostV1>(records, &[])? {
        let id = key::last_id(&at)?;
        there
            .entry(same_post(key::first_id(&at)?, &post))
            .or_default()
            .push((id, post));
    }
    let students: Vec<Option<u64>> = rows
        .iter()
        .map(|row| {
            let id = national_id::normalise(&row.value.national_id);
            identities.by_national_id.get(&id).copied()
        })
        .collect();
    let corrected = Corrected::load(records)?;
    let found = pair_up(rows, &students, &mut there, &corrected);
    let (mut plan, mut met) = (Plan::default(), HashMap::new());
    let mut terms = HashSet::new();
    for (place, Located { row, value }) in rows.iter().enumerate() {
        steps.step()?;
        terms.insert(value.term.code());
        let student = students[place];
        let mut draft = Draft::of(Subject {
            detail: value.post.clone(),
            ..student.map(|id| people.subject_of(id)).unwrap_or_default()
        });
        require(&mut draft, value, current);
        let Some(student) = student else {
            draft.problem(RowProblem::UnknownNationalId);
            plan.refuse(*row, draft);
            continue;
        };
        let known = identities.by_account.get(&student).and_then(|it| it.birth_date());
        if known.is_some() && value.birth_date.is_some() && known != value.birth_date {
            draft.problem(RowProblem::BirthDateDiffers);
        }
        let wanted = stored(value);
        if let Some(first) = met.get(&(same_post(student, &wanted), wanted.from)) {
            draft.problem(RowProblem::Twice { first: *first });
        }
        met.entry((same_post(student, &wanted), wanted.from))
            .or_insert(*row);
        let before = found.get(&place).and_then(Paired::there);
        match found.get(&place) {
            Some(Paired::Corrected) => draft.warnings.push(RowWarning::CorrectionKept),
            Some(Paired::There(_, before)) => compare(&mut draft, before, value)?,
            None => draft.is_new = true,
        }
        plan.add(*row, draft, || Write::Post {
            student,
            id: before,
            post: wanted,
        });
    }
    for ((student, term, _, name), posts) in &there {
        for _ in posts.iter().filter(|_| terms.contains(term)) {
            plan.absent.push(Subject {
                detail: name.clone(),
                ..people.subject_of(*student)
            });
        }
    }
    Ok(plan)
}

fn require(draft: &mut Draft, row: &OfficerPostRow, current: Term) {
    draft.require(RosterColumn::NationalId, &row.national_id, true);
    draft.require(RosterColumn::Unit, &row.unit, true);
    draft.require(RosterColumn::Post, &row.post, true);
    if row.until < row.from {
        draft.problem(RowProblem::EndsBeforeStart);
    }
    if !is_within_reach(row.term, current) {
        let term = row.term;
        draft.problem(RowProblem::TermOutOfReach { term, current });
    }
}

/// What a row is about.
enum Paired {
    There(u64, OfficerPostV1),
    /// A post as it stood before student affairs corrected it: an old roster does not undo that.
    Corrected,
}

impl Paired {
    fn there(&self) -> Option<u64> {
        match self {
            Self::There(id, _) => Some(*id),
            Self::Corrected => None,
        }
    }
}

/// Student, term, name and first day: few posts share them.
type Around = (u64, u16, String, i32);

/// Posts as they stood before a correction, with the post's id.
struct Corrected(HashMap<Around, Vec<(u64, OfficerPostV1)>>);

impl Corrected {
    fn load(records: &impl ReadRecords) -> Result<Self, Halt> {
        let mut all = Self(HashMap::new());
        for (at, correction) in list::<PostCorrectionV1>(records, &[])? {
            let student = key::first_id(&at)?;
            if let Some(before) = correction.before {
                let known = all.0.entry(Self::place(student, &before)).or_default();
                known.push((correction.post, before));
            }
        }
        Ok(all)
    }

    fn place(student: u64, post: &OfficerPostV1) -> Around {
        (student, post.term, post.post.clone(), post.from)
    }

    /// The post that said all of this before it was corrected.
    fn find(&self, student: u64, said: &OfficerPostV1) -> Option<u64> {
        let known = self.0.get(&Self::place(student, said))?;
        let found = known.iter().find(|(_, before)| before == said);
        found.map(|(post, _)| *post)
    }
}

/// The record that each row is about, taken out of `there`: first those that began on the same day, then
/// what was corrected since, then the others in the order of their beginnings, so that a mended date is a
/// change and no second post.
fn pair_up(
    rows: &[Located<OfficerPostRow>],
    students: &[Option<u64>],
    there: &mut BTreeMap<SamePost, Vec<(u64, OfficerPostV1)>>,
    corrected: &Corrected,
) -> HashMap<usize, Paired> {
    let mut found = HashMap::new();
    let mut open: Vec<(SamePost, i32, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let Some(student) = students[place] else { continue };
        let wanted = stored(&row.value);
        let same = same_post(student, &wanted);
        let posts = there.get_mut(&same);
        let exact = posts.and_then(|posts| {
            let at = posts.iter().position(|(_, post)| post.from == wanted.from)?;
            Some(posts.remove(at))
        });
        match exact {
            Some((id, post)) => {
                let kept = post != wanted && corrected.find(student, &wanted) == Some(id);
                let exact = if kept {
                    Paired::Corrected
                } else {
                    Paired::There(id, post)
                };
                found.insert(place, exact);
            }
            None => open.push((same, wanted.from, place)),
        }
    }
    open.retain(|((student, ..), _, place)| {
        let kept = corrected.find(*student, &stored(&rows[*place].value));
        if let Some(post) = kept {
            take_out(there, *student, post);
            found.insert(*place, Paired::Corrected);
        }
        kept.is_none()
    });
    open.sort();
    for (same, _, place) in open {
        let Some(posts) = there.get_mut(&same) else {
            continue;
        };
        let first = posts.iter().enumerate().min_by_key(|(_, (_, post))| post.from);
        if let Some((at, _)) = first {
            let (id, post) = posts.remove(at);
            found.insert(place, Paired::There(id, post));
        }
    }
    found
}

/// A row speaks of this post, whatever it is called now.
fn take_out(there: &mut BTreeMap<SamePost, Vec<(u64, OfficerPostV1)>>, student: u64, post: u64) {
    let of_student = there.iter_mut().filter(|((of, ..), _)| *of == student);
    for (_, posts) in of_student {
        posts.retain(|(id, _)| *id != post);
    }
}

fn stored(row: &OfficerPostRow) -> OfficerPostV1 {
    OfficerPostV1 {
        term: row.term.code(),
        unit: row.unit.clone(),
        from: OfficerPostV1::day(row.from),
        until: OfficerPostV1::day(row.until),
        post: row.post.clone(),
        level: row.level.code(),
    }
}

fn compare(draft: &mut Draft, before: &OfficerPostV1, row: &OfficerPostRow) -> Result<(), Halt> {
    let date = |day: i32| Value::Date(OfficerPostV1::date(day));
    draft.compare_column(RosterColumn::From, date(before.from), Value::Date(row.from));
    draft.compare_column(RosterColumn::Until, date(before.until), Value::Date(row.until));
    draft.compare_column(
        RosterColumn::Level,
        Value::Level(OfficerLevel::from_code(before.level)?),
        Value::Level(row.level),
    );
    Ok(())
}
