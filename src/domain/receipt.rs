//! 收訖明細: the list that the national database sends back of what it received. Its layout was seen nowhere,
//! so a line says what its columns happen to say, and is compared only in that (domain.md sections 3 and 5).

use chrono::Duration;

use super::id::ItemId;
use super::moment::{Moment, start_of_day, taipei_date};
use super::selection::Part;
use super::term::{SchoolYear, Semester};

/// Students get at least so many days to confirm.
pub const DAYS_TO_ANSWER: i64 = 3;
/// Letters of what a student reports, or the office replies.
pub const LONGEST_WORDS: usize = 500;

/// One line of the list, as far as its columns go: empty where they say nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ReceiptLine {
    pub part: Option<Part>,
    pub semester: Option<Semester>,
    pub course_code: String,
    pub course_name: String,
    /// Of an activity
    pub title: String,
    /// `None`: there is no such column
    pub description: Option<String>,
    /// Of its files
    pub md5s: Vec<[u8; 16]>,
}

/// A line with whose it is: by 學號, by national ID, or by both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptRow {
    /// Empty where there is no such column
    pub account: String,
    pub national_id: Option<String>,
    /// The school year for which it was filed
    pub year: SchoolYear,
    pub line: ReceiptLine,
}

/// What was filed of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledFacts {
    pub item: ItemId,
    pub part: Part,
    pub semester: Semester,
    /// Empty for an activity
    pub course_code: String,
    pub course_name: String,
    /// An outcome's own title is not filed.
    pub title: String,
    pub description: String,
    pub md5s: Vec<[u8; 16]>,
    /// Filed after the newest list came: it cannot be in there yet.
    pub after_list: bool,
}

/// In what a line and the own record differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Difference {
    Semester,
    CourseCode,
    /// 科目名稱, or the name of an activity
    Name,
    Description,
    Files,
}

impl Difference {
    pub const ALL: [Self; 5] = [
        Self::Semester,
        Self::CourseCode,
        Self::Name,
        Self::Description,
        Self::Files,
    ];
}

/// How a line stands to the own record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineVerdict {
    Matches,
    /// Never empty
    Differs(Vec<Difference>),
    /// Filed, and not in the list
    Missing,
    /// In the list, and never filed by this student
    NotMine,
    /// Filed after the newest list came
    NotYet,
}

/// [`LineVerdict`] without what differs, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerdictKind {
    Matches,
    Differs,
    Missing,
    NotMine,
    NotYet,
}

impl LineVerdict {
    pub const fn kind(&self) -> VerdictKind {
        match self {
            Self::Matches => VerdictKind::Matches,
            Self::Differs(_) => VerdictKind::Differs,
            Self::Missing => VerdictKind::Missing,
            Self::NotMine => VerdictKind::NotMine,
            Self::NotYet => VerdictKind::NotYet,
        }
    }
}

impl VerdictKind {
    pub const ALL: [Self; 5] = [
        Self::Matches,
        Self::Differs,
        Self::Missing,
        Self::NotMine,
        Self::NotYet,
    ];

    /// Worth a look before anything is confirmed.
    pub const fn is_off(self) -> bool {
        matches!(self, Self::Differs | Self::Missing | Self::NotMine)
    }
}

/// One line of the comparison: places among the lines and among what was filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub line: Option<usize>,
    pub filed: Option<usize>,
    pub verdict: LineVerdict,
}

/// How a student stands to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReceiptStanding {
    /// No list came yet.
    NoList,
    /// Not answered
    Waiting,
    /// Reported, and not replied to
    Reported,
    /// Reported, and the office replied
    Replied,
    /// Answered, and the lines changed since: to be looked at again
    Outdated,
    Confirmed,
}

impl ReceiptStanding {
    pub const ALL: [Self; 6] = [
        Self::NoList,
        Self::Waiting,
        Self::Reported,
        Self::Replied,
        Self::Outdated,
        Self::Confirmed,
    ];

    /// Whether the student still has to look.
    pub const fn waits_for_student(self) -> bool {
        matches!(self, Self::Waiting | Self::Replied | Self::Outdated)
    }
}

/// Lines of the history about receipts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiptEvent {
    Confirmed { year: SchoolYear },
    Reported { year: SchoolYear },
    Replied { year: SchoolYear },
    DeadlineSet { year: SchoolYear },
}

/// Why nothing was done with a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptRefusal {
    /// No list of this year came yet, or this student has nothing to do with it.
    NoList {
        year: SchoolYear,
    },
    /// The lines are other ones than those that were looked at.
    ChangedSince {
        year: SchoolYear,
    },
    /// A report, or a reply, without words
    WordsMissing,
    WordsTooLong {
        count: u32,
        limit: u32,
    },
    /// Students would get less than three days.
    TooShort {
        earliest: Moment,
    },
    /// This student reported nothing.
    NothingReported,
}

/// Until when students can at least answer a list that came at `came`: the end of the third day after it.
pub fn earliest_deadline(came: Moment) -> Moment {
    start_of_day(taipei_date(came)) + Duration::days(DAYS_TO_ANSWER + 1)
}

/// As texts are compared: no spaces, half-width, in small letters. A spreadsheet changes these by itself.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

fn same(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

impl ReceiptLine {
    /// 科目名稱 of an outcome, the name of an activity: where only one column has a name, it is that.
    fn name(&self, part: Part) -> &str {
        let [first, second] = match part {
            Part::Outcomes => [&self.course_name, &self.title],
            Part::Activities => [&self.title, &self.course_name],
        };
        if first.is_empty() { second } else { first }
    }

    /// How a line is called.
    pub fn shown_name(&self) -> &str {
        let name = self.name(self.part.unwrap_or(Part::Outcomes));
        if name.is_empty() { &self.course_code } else { name }
    }

    /// How much speaks for this line being about that item; 0: nothing does.
    fn kinship(&self, filed: &FiledFacts) -> u32 {
        if self.part.is_some_and(|part| part != filed.part) {
            return 0;
        }
        let name = self.name(filed.part);
        let files = filed.md5s.iter().filter(|md5| self.md5s.contains(md5)).count();
        let by_files = 16 * u32::from(files > 0);
        let by_code =
            4 * u32::from(!filed.course_code.is_empty() && same(&self.course_code, &filed.course_code));
        let by_name = 4 * u32::from(!name.is_empty() && same(name, filed.name()));
        let known = by_files + by_code + by_name;
        if known == 0 {
            return 0;
        }
        let by_words = self
            .description
            .as_ref()
            .is_some_and(|words| same(words, &filed.description));
        let by_term = self.semester == Some(filed.semester);
        known + 2 * u32::from(by_words) + u32::from(by_term)
    }

    /// In what it differs, as far as it says anything.
    fn differences(&self, filed: &FiledFacts) -> Vec<Difference> {
        let name = self.name(filed.part);
        let files_differ = {
            let sorted = |md5s: &[[u8; 16]]| {
                let mut md5s = md5s.to_vec();
                md5s.sort_unstable();
                md5s
            };
            !self.md5s.is_empty() && sorted(&self.md5s) != sorted(&filed.md5s)
        };
        Difference::ALL
            .into_iter()
            .filter(|difference| match difference {
                // An activity is filed for the whole year.
                Difference::Semester => {
                    filed.part == Part::Outcomes
                        && self.semester.is_some_and(|semester| semester != filed.semester)
                }
                Difference::CourseCode => {
                    !self.course_code.is_empty() && !same(&self.course_code, &filed.course_code)
                }
                Difference::Name => !name.is_empty() && !same(name, filed.name()),
                Difference::Description => self
                    .description
                    .as_ref()
                    .is_some_and(|words| !same(words, &filed.description)),
                Difference::Files => files_differ,
            })
            .collect()
    }
}

impl FiledFacts {
    /// By which the national list calls it.
    fn name(&self) -> &str {
        match self.part {
            Part::Outcomes => &self.course_name,
            Part::Activities => &self.title,
        }
    }
}

/// Which item each line is about: the closest kin first; each item has one line at most.
pub fn match_up(lines: &[ReceiptLine], filed: &[FiledFacts]) -> Vec<Option<usize>> {
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for (place, facts) in filed.iter().enumerate() {
            let kinship = line.kinship(facts);
            if kinship > 0 {
                pairs.push((kinship, at, place));
            }
        }
    }
    pairs.sort_by_key(|(kinship, at, place)| (std::cmp::Reverse(*kinship), *at, *place));
    let mut found = vec![None; lines.len()];
    let mut taken = vec![false; filed.len()];
    for (_, at, place) in pairs {
        if found.get(at).is_some_and(Option::is_none) && taken.get(place) == Some(&false) {
            found[at] = Some(place);
            taken[place] = true;
        }
    }
    found
}

/// Holds a student's lines against what was filed: first what was filed, in its order, then lines that are
/// nobody's.
pub fn compare(lines: &[ReceiptLine], filed: &[FiledFacts]) -> Vec<Compared> {
    let found = match_up(lines, filed);
    let mut compared = Vec::with_capacity(filed.len() + lines.len());
    for (place, facts) in filed.iter().enumerate() {
        let line = found.iter().position(|item| *item == Some(place));
        let verdict = match line.and_then(|at| lines.get(at)) {
            Some(line) => match line.differences(facts) {
                differences if differences.is_empty() => LineVerdict::Matches,
                differences => LineVerdict::Differs(differences),
            },
            None if facts.after_list => LineVerdict::NotYet,
            None => LineVerdict::Missing,
        };
        compared.push(Compared {
            line,
            filed: Some(place),
            verdict,
        });
    }
    for (at, _) in found.iter().enumerate().filter(|(_, item)| item.is_none()) {
        compared.push(Compared {
            line: Some(at),
            filed: None,
            verdict: LineVerdict::NotMine,
        });
    }
    compared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::parse_moment;

    fn outcome(id: u64, code: &str, name: &str, md5: u8) -> FiledFacts {
        FiledFacts {
            item: ItemId(id),
            part: Part::Outcomes,
            semester: Semester::First,
            course_code: code.to_owned(),
            course_name: name.to_owned(),
            title: String::new(),
            description: "單擺".to_owned(),
            md5s: vec![[md5; 16]],
            after_list: false,
        }
    }

    fn line(code: &str, name: &str, md5s: &[u8]) -> ReceiptLine {
        ReceiptLine {
            course_code: code.to_owned(),
            course_name: name.to_owned(),
            md5s: md5s.iter().map(|md5| [*md5; 16]).collect(),
            ..ReceiptLine::default()
        }
    }

    fn verdicts(lines: &[ReceiptLine], filed: &[FiledFacts]) -> Vec<LineVerdict> {
        compare(lines, filed).into_iter().map(|one| one.verdict).collect()
    }

    #[test]
    fn files_tell_two_items_of_one_course_apart() {
        let filed = [outcome(1, "A1", "物理", 1), outcome(2, "A1", "物理", 2)];
        let lines = [line("A1", "物理", &[2]), line("A1", "物理", &[1])];
        assert_eq!(match_up(&lines, &filed), [Some(1), Some(0)]);
        assert_eq!(
            verdicts(&lines, &filed),
            [LineVerdict::Matches, LineVerdict::Matches]
        );
        // One of them was not received.
        assert_eq!(
            verdicts(&lines[..1], &filed),
            [LineVerdict::Missing, LineVerdict::Matches]
        );
    }

    #[test]
    fn what_differs_is_named_and_what_a_list_does_not_say_is_not() {
        let filed = [outcome(1, "A1", "物理", 1)];
        assert_eq!(
            verdicts(&[line("", "物 理", &[])], &filed),
            [LineVerdict::Matches]
        );
        assert_eq!(
            verdicts(&[line("A1", "化學", &[3])], &filed),
            [LineVerdict::Differs(vec![Difference::Name, Difference::Files])]
        );
        let said = ReceiptLine {
            semester: Some(Semester::Second),
            description: Some("擺".to_owned()),
            ..line("Ａ１", "物理", &[1])
        };
        assert_eq!(
            verdicts(&[said], &filed),
            [LineVerdict::Differs(vec![
                Difference::Semester,
                Difference::Description
            ])]
        );
    }

    #[test]
    fn what_is_nobodys_stands_at_the_end_and_late_batches_wait() {
        let late = FiledFacts {
            after_list: true,
            ..outcome(2, "B2", "歷史", 2)
        };
        let filed = [outcome(1, "A1", "物理", 1), late];
        let strange = line("C3", "美術", &[9]);
        let activity = ReceiptLine {
            part: Some(Part::Activities),
            ..line("A1", "物理", &[1])
        };
        assert_eq!(
            verdicts(&[strange, activity], &filed),
            [
                LineVerdict::Missing,
                LineVerdict::NotYet,
                LineVerdict::NotMine,
                LineVerdict::NotMine
            ]
        );
    }

    #[test]
    fn an_activity_is_known_by_its_title() {
        let filed = [FiledFacts {
            part: Part::Activities,
            course_code: String::new(),
            course_name: String::new(),
            title: "科展".to_owned(),
            ..outcome(1, "", "", 1)
        }];
        let said = ReceiptLine {
            title: "科展".to_owned(),
            semester: Some(Semester::Second),
            ..ReceiptLine::default()
        };
        assert_eq!(
            verdicts(&[said], &filed),
            [LineVerdict::Matches],
            "filed for the whole year"
        );
    }

    #[test]
    fn three_whole_days_are_given() {
        let came = parse_moment("2026-10-05T15:20").unwrap();
        assert_eq!(earliest_deadline(came), parse_moment("2026-10-09T00:00").unwrap());
    }
}
