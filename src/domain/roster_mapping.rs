//! Which column of a table says what: found by the program, mended by a person, remembered for the next
//! table with the same headers.

use super::roster::RosterKind;
use super::roster_column::{Need, RosterColumn};
use super::term::{SchoolYear, Term};

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Which sheet, counted from 0
    pub sheet: u32,
    /// The row below the header, counted from 0: here the data begin
    pub first_row: u32,
    /// Columns of the table, counted from 0, and what each says
    pub columns: Vec<(u32, RosterColumn)>,
    /// The term of all rows, where no column says it
    pub term: Option<Term>,
    /// The entry year of all rows, where no column says it
    pub entry_year: Option<SchoolYear>,
    /// Digits of a 學號 or 帳號: shorter numbers get zeros in front. Set by a person only.
    pub account_digits: Option<u8>,
}

impl Mapping {
    /// The columns of the table that say `wanted`.
    pub fn columns_of(&self, wanted: RosterColumn) -> impl Iterator<Item = u32> + '_ {
        self.columns
            .iter()
            .filter(move |(_, column)| *column == wanted)
            .map(|(index, _)| *index)
    }

    pub fn has(&self, wanted: RosterColumn) -> bool {
        self.columns_of(wanted).next().is_some()
    }

    /// Gives a column of the table a meaning, or none; a meaning that cannot repeat leaves its old column.
    pub fn assign(&mut self, index: u32, means: Option<RosterColumn>) {
        self.columns.retain(|(known, column)| {
            *known != index && means.is_none_or(|means| *column != means || means.may_repeat())
        });
        if let Some(means) = means {
            self.columns.push((index, means));
            self.columns.sort_unstable();
        }
    }

    fn says_term(&self) -> bool {
        self.term.is_some()
            || self.has(RosterColumn::Term)
            || (self.has(RosterColumn::Year) && self.has(RosterColumn::Semester))
    }

    /// A grade alone says no entry year: the school year it was counted in is needed too.
    fn says_entry_year(&self) -> bool {
        self.entry_year.is_some()
            || self.has(RosterColumn::EntryYear)
            || (self.has(RosterColumn::Grade) && self.term.is_some())
    }

    /// What must still be found before the table can be read.
    pub fn missing(&self, kind: RosterKind) -> Vec<RosterColumn> {
        let mut missing: Vec<RosterColumn> = RosterColumn::of(kind)
            .iter()
            .filter(|(column, need)| *need == Need::Needed && !self.has(*column))
            .map(|(column, _)| *column)
            .collect();
        match kind {
            RosterKind::Students if !self.says_entry_year() => missing.push(RosterColumn::EntryYear),
            RosterKind::Courses | RosterKind::Enrolments | RosterKind::OfficerPosts if !self.says_term() => {
                match (self.has(RosterColumn::Year), self.has(RosterColumn::Semester)) {
                    (true, _) => missing.push(RosterColumn::Semester),
                    (false, true) => missing.push(RosterColumn::Year),
                    (false, false) => missing.extend([RosterColumn::Year, RosterColumn::Semester]),
                }
            }
            RosterKind::Receipts => {
                let has_any = |columns: &[RosterColumn]| columns.iter().any(|column| self.has(*column));
                if !has_any(&[RosterColumn::Account, RosterColumn::NationalId]) {
                    missing.push(RosterColumn::Account);
                }
                if self.term.is_none() && !self.has(RosterColumn::Year) {
                    missing.push(RosterColumn::Year);
                }
                let about = [
                    RosterColumn::Md5,
                    RosterColumn::Title,
                    RosterColumn::CourseName,
                    RosterColumn::CourseCode,
                ];
                if !has_any(&about) {
                    missing.push(RosterColumn::CourseName);
                }
            }
            _ => {}
        }
        missing
    }
}

/// What a header meant when a person said so; `None` means that it is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RememberedHeader {
    /// Without spaces, half-width, as compared
    pub header: String,
    pub means: Option<RosterColumn>,
}

/// Why a column was given its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// Nothing points to a meaning.
    None,
    /// By its contents, or because the header holds a known name: a person should look.
    Likely,
    /// The header is a known other name.
    Alias,
    /// The header is the official name.
    Exact,
    /// A person said so for this header before.
    Remembered,
}

/// One column of a table, for a person to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnGuess {
    /// Counted from 0
    pub index: u32,
    /// As it stands in the table
    pub header: String,
    pub means: Option<RosterColumn>,
    pub confidence: Confidence,
    /// The first filled cells below the header
    pub samples: Vec<String>,
}

/// One sheet of a workbook, for a person to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetGuess {
    pub name: String,
    pub hidden: bool,
    /// Filled rows
    pub rows: u32,
    /// How many columns of the roster were found in it
    pub found: u32,
    /// Everything needed was found
    pub complete: bool,
}

/// What the program makes of a table before anybody helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterGuess {
    pub kind: RosterKind,
    pub mapping: Mapping,
    /// False if no row looks like a header: then nothing is mapped and the data begin at the top.
    pub header_found: bool,
    pub columns: Vec<ColumnGuess>,
    pub sheets: Vec<SheetGuess>,
    /// The table has everything of another roster and not of this one.
    pub looks_like: Option<RosterKind>,
    /// 學校代碼, from the first sheet of the official file
    pub school_code: Option<String>,
}

impl RosterGuess {
    /// Needed and not found.
    pub fn missing(&self) -> Vec<RosterColumn> {
        self.mapping.missing(self.kind)
    }

    /// Everything needed was found by name, so that nobody has to look.
    pub fn is_sure(&self) -> bool {
        self.header_found
            && self.missing().is_empty()
            && self
                .columns
                .iter()
                .all(|column| column.means.is_none() || column.confidence >= Confidence::Alias)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::term::Semester;

    fn mapping(columns: &[RosterColumn]) -> Mapping {
        Mapping {
            sheet: 0,
            first_row: 1,
            columns: (0..).zip(columns.iter().copied()).collect(),
            term: None,
            entry_year: None,
            account_digits: None,
        }
    }

    #[test]
    fn a_term_may_be_said_in_three_ways() {
        use RosterColumn::{Account, CourseCode, Group, Semester as Half, Term as Both, Year};
        let base = [Account, CourseCode, Group];
        let missing =
            |more: &[RosterColumn]| mapping(&[&base[..], more].concat()).missing(RosterKind::Enrolments);
        assert_eq!(missing(&[]), [Year, Half]);
        assert_eq!(missing(&[Year]), [Half]);
        assert_eq!(missing(&[Half]), [Year]);
        assert!(missing(&[Year, Half]).is_empty());
        assert!(missing(&[Both]).is_empty());
        let by_hand = Mapping {
            term: Some(Term::new(114, Semester::First)),
            ..mapping(&base)
        };
        assert!(by_hand.missing(RosterKind::Enrolments).is_empty());
    }

    #[test]
    fn a_meaning_moves_to_the_column_it_is_given_to() {
        use RosterColumn::{Account, DisplayName, Teacher};
        let mut mapping = mapping(&[Account, DisplayName, Teacher]);
        mapping.assign(3, Some(Account));
        assert_eq!(mapping.columns, [(1, DisplayName), (2, Teacher), (3, Account)]);
        mapping.assign(0, Some(Teacher));
        assert_eq!(mapping.columns_of(Teacher).collect::<Vec<_>>(), [0, 2]);
        mapping.assign(1, None);
        assert!(!mapping.has(DisplayName));
    }
}
