//! The rows of a preview in the order of the file, and which of them are shown.

use std::collections::{BTreeMap, HashMap};

use crate::domain::import::{ImportPreview, StandingKind};
use crate::domain::roster_problem::{RosterWarning, WrongCell};

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A row that was read: its place in the preview
    Judged(usize),
    /// A row that could not be read: its first wrong cell, and how many it has
    Unread { first: usize, cells: usize },
    /// A record that no row speaks of: its place among them
    Absent(usize),
}

/// Which lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Filter {
    All,
    Rows(StandingKind),
    /// Rows that deserve a word
    Noted,
    Absent,
}

impl Filter {
    /// In the order of the chips.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Rows(StandingKind::New),
        Self::Rows(StandingKind::Changed),
        Self::Rows(StandingKind::Unchanged),
        Self::Rows(StandingKind::Wrong),
        Self::Noted,
        Self::Absent,
    ];
}

/// All lines, and the shown ones.
#[derive(Debug, Default)]
pub struct Listing {
    entries: Vec<Entry>,
    counts: BTreeMap<Filter, usize>,
    filter: Option<Filter>,
    shown: Vec<Entry>,
    /// Places of the warnings about single rows, by row
    noted: HashMap<u32, Vec<usize>>,
}

impl Listing {
    /// Of a preview and the cells that could not be read; shows what is wrong first, if anything is.
    pub fn of(preview: &ImportPreview, wrong: &[WrongCell], warnings: &[RosterWarning]) -> Self {
        let mut noted: HashMap<u32, Vec<usize>> = HashMap::new();
        for (place, warning) in warnings.iter().enumerate() {
            if let Some(row) = warning.row() {
                noted.entry(row).or_default().push(place);
            }
        }
        let mut by_row: BTreeMap<u32, Entry> = BTreeMap::new();
        for (place, cell) in wrong.iter().enumerate() {
            match by_row.get_mut(&cell.row) {
                Some(Entry::Unread { cells, .. }) => *cells += 1,
                _ => {
                    by_row.insert(
                        cell.row,
                        Entry::Unread {
                            first: place,
                            cells: 1,
                        },
                    );
                }
            }
        }
        let judged = preview.rows.iter().enumerate();
        by_row.extend(judged.map(|(place, row)| (row.row, Entry::Judged(place))));
        let mut listing = Self {
            entries: by_row.into_values().collect(),
            noted,
            ..Self::default()
        };
        listing
            .entries
            .extend((0..preview.absent.len()).map(Entry::Absent));
        for filter in Filter::ALL {
            let count = listing.matching(filter, preview).count();
            listing.counts.insert(filter, count);
        }
        let first = if listing.count(Filter::Rows(StandingKind::Wrong)) > 0 {
            Filter::Rows(StandingKind::Wrong)
        } else {
            Filter::All
        };
        listing.show(first, preview);
        listing
    }

    /// Shows the lines of this filter.
    pub fn show(&mut self, filter: Filter, preview: &ImportPreview) {
        self.shown = self.matching(filter, preview).collect();
        self.filter = Some(filter);
    }

    pub fn filter(&self) -> Filter {
        self.filter.unwrap_or(Filter::All)
    }

    pub fn shown(&self) -> &[Entry] {
        &self.shown
    }

    pub fn count(&self, filter: Filter) -> usize {
        self.counts.get(&filter).copied().unwrap_or(0)
    }

    /// Places of the warnings about this row.
    pub fn notes(&self, row: u32) -> &[usize] {
        self.noted.get(&row).map_or(&[], Vec::as_slice)
    }

    /// Rows that will not be applied.
    pub fn wrong(&self) -> usize {
        self.count(Filter::Rows(StandingKind::Wrong))
    }

    fn matching<'l>(
        &'l self,
        filter: Filter,
        preview: &'l ImportPreview,
    ) -> impl Iterator<Item = Entry> + 'l {
        let fits = move |entry: &Entry| match (*entry, filter) {
            (Entry::Absent(_), Filter::Absent) => true,
            (Entry::Absent(_), _) | (_, Filter::Absent) => false,
            (_, Filter::All) => true,
            (Entry::Unread { .. }, Filter::Rows(kind)) => kind == StandingKind::Wrong,
            (Entry::Unread { .. }, Filter::Noted) => false,
            (Entry::Judged(place), Filter::Rows(kind)) => preview
                .rows
                .get(place)
                .is_some_and(|row| row.standing.kind() == kind),
            (Entry::Judged(place), Filter::Noted) => preview
                .rows
                .get(place)
                .is_some_and(|row| !row.warnings.is_empty() || self.noted.contains_key(&row.row)),
        };
        self.entries.iter().copied().filter(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::import::{
        Fingerprint, JudgedRow, RowCounts, RowProblem, RowWarning, Standing, Subject,
    };
    use crate::domain::roster::RosterKind;
    use crate::domain::roster_column::RosterColumn;
    use crate::domain::roster_problem::CellProblem;
    use crate::domain::term::{Semester, Term};

    fn preview() -> ImportPreview {
        let row = |row, standing, warnings| JudgedRow {
            row,
            subject: Subject::default(),
            standing,
            warnings,
        };
        let wrong = Standing::Wrong(vec![RowProblem::UnknownNationalId]);
        let rows = vec![
            row(2, Standing::New, vec![RowWarning::UnusualGrade { grade: 9 }]),
            row(3, Standing::Unchanged, Vec::new()),
            row(5, wrong, Vec::new()),
            row(6, Standing::New, Vec::new()),
        ];
        ImportPreview {
            kind: RosterKind::Students,
            term: Term::new(114, Semester::First),
            counts: RowCounts::of(&rows),
            rows,
            absent: vec![Subject::default()],
            fingerprint: Fingerprint([0; 32]),
        }
    }

    fn cell(row: u32) -> WrongCell {
        WrongCell {
            row,
            column: Some(RosterColumn::Seat),
            value: String::new(),
            problem: CellProblem::Missing,
        }
    }

    #[test]
    fn rows_that_could_not_be_read_stand_where_they_are_in_the_file() {
        let preview = preview();
        let mut listing = Listing::of(
            &preview,
            &[cell(4), cell(4), cell(7)],
            &[
                RosterWarning::IdShape { row: 3 },
                RosterWarning::ZerosAdded { rows: 2 },
            ],
        );
        let wrong = Filter::Rows(StandingKind::Wrong);
        assert_eq!(listing.filter(), wrong, "what is wrong comes first");
        assert_eq!(
            listing.shown(),
            [
                Entry::Unread { first: 0, cells: 2 },
                Entry::Judged(2),
                Entry::Unread { first: 2, cells: 1 }
            ]
        );
        listing.show(Filter::All, &preview);
        assert_eq!(listing.shown().len(), 6, "the absent are no rows");
        let counts = Filter::ALL.map(|filter| listing.count(filter));
        assert_eq!(counts, [6, 2, 0, 1, 3, 2, 1]);
        listing.show(Filter::Noted, &preview);
        assert_eq!(listing.shown(), [Entry::Judged(0), Entry::Judged(1)]);
        assert_eq!((listing.notes(3), listing.notes(2)), (&[0][..], &[][..]));
        listing.show(Filter::Absent, &preview);
        assert_eq!(listing.shown(), [Entry::Absent(0)]);
    }
}
