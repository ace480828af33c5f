//! Which items the queue shows, and in which order. Worked out once per change, never per frame.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::domain::id::{ItemId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::outcome::OutcomeState;
use crate::engine::{QueueRow, QueueView};

/// Which states are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// 待我處理
    #[default]
    Waiting,
    All,
    /// 認證中
    Submitted,
    Certified,
    Returned,
    /// Somebody asks to get an item back.
    Requested,
}

impl Which {
    pub const ALL: [Self; 6] = [
        Self::Waiting,
        Self::All,
        Self::Submitted,
        Self::Certified,
        Self::Returned,
        Self::Requested,
    ];

    fn takes(self, row: &QueueRow) -> bool {
        match self {
            Self::Waiting => row.waits(),
            Self::All => true,
            Self::Submitted => row.state == OutcomeState::Submitted,
            Self::Certified => row.state == OutcomeState::Certified,
            Self::Returned => row.state == OutcomeState::Returned,
            Self::Requested => row.requested.is_some(),
        }
    }
}

/// What stands above what. Courses stay together always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// Longest waiting first; what is decided comes after, latest first.
    #[default]
    Waiting,
    Seat,
    Name,
    /// Courses as the overview lists them, longest waiting first in each.
    Course,
}

impl SortBy {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Seat, Self::Name, Self::Course];
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub which: Which,
    pub course: Option<OfferingId>,
    pub class: Option<String>,
    pub sort: SortBy,
    pub search: String,
}

impl Filter {
    /// Course and class: the part of the queue that progress and counts speak of.
    fn in_scope(&self, row: &QueueRow) -> bool {
        self.course.is_none_or(|course| course == row.offering)
            && self.class.as_ref().is_none_or(|class| *class == row.class)
    }
}

/// One line of the queue as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    pub kind: LineKind,
    /// Heads of courses above it: they are lower than rows.
    pub heads_before: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// The head of this course, by its place in [`QueueView::courses`].
    Course { course: usize, shown: usize },
    /// An item, by its place in [`QueueView::rows`].
    Row(usize),
}

/// How a course stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub total: usize,
    pub waiting: usize,
    pub requested: usize,
    /// Since when the oldest of the waiting ones waits.
    pub oldest: Option<Moment>,
}

impl Tally {
    pub const fn decided(&self) -> usize {
        self.total - self.waiting
    }

    fn take(&mut self, row: &QueueRow) {
        self.total += 1;
        if row.requested.is_some() {
            self.requested += 1;
        }
        if row.waits() {
            self.waiting += 1;
            let since = row.waiting_since();
            if self
                .oldest
                .is_none_or(|oldest| since.is_some_and(|since| since < oldest))
            {
                self.oldest = since;
            }
        }
    }
}

/// The queue as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    pub lines: Vec<Line>,
    /// The items in the order of the lines.
    pub order: Vec<ItemId>,
    /// How many each choice of [`Which`] would show, in the order of [`Which::ALL`].
    pub counts: [usize; Which::ALL.len()],
    /// Of the chosen course and class, whatever the state.
    pub scope: Tally,
    /// Of everything.
    pub everything: Tally,
    /// One for each course of the queue.
    pub courses: Vec<Tally>,
    /// Classes to choose from.
    pub classes: Vec<String>,
    rows: HashMap<ItemId, usize>,
    places: HashMap<ItemId, usize>,
}

impl Listing {
    pub fn of(queue: &QueueView, filter: &Filter) -> Self {
        let mut listing = Self::default();
        let course_places: HashMap<OfferingId, usize> = queue
            .courses
            .iter()
            .enumerate()
            .map(|(place, course)| (course.id, place))
            .collect();
        listing.courses = vec![Tally::default(); queue.courses.len()];
        let wanted = filter.search.trim().to_lowercase();
        let mut classes: BTreeSet<&str> = BTreeSet::new();
        let mut shown: Vec<usize> = Vec::new();
        for (place, row) in queue.rows.iter().enumerate() {
            listing.rows.insert(row.id, place);
            listing.everything.take(row);
            if let Some(course) = course_places.get(&row.offering) {
                listing.courses[*course].take(row);
            }
            classes.insert(&row.class);
            if !filter.in_scope(row) {
                continue;
            }
            listing.scope.take(row);
            if !matches(row, &wanted) {
                continue;
            }
            for (count, which) in listing.counts.iter_mut().zip(Which::ALL) {
                *count += usize::from(which.takes(row));
            }
            if filter.which.takes(row) {
                shown.push(place);
            }
        }
        listing.classes = classes.into_iter().map(str::to_owned).collect();
        listing.lay_out(queue, filter.sort, &course_places, shown);
        listing
    }

    /// Courses together, each with its head; the engine hands rows over in waiting order.
    fn lay_out(
        &mut self,
        queue: &QueueView,
        sort: SortBy,
        course_places: &HashMap<OfferingId, usize>,
        shown: Vec<usize>,
    ) {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); queue.courses.len()];
        let mut met: Vec<usize> = Vec::new();
        for place in shown {
            // A row of a course that is not in the list cannot be shown with a head.
            let Some(course) = course_places.get(&queue.rows[place].offering) else {
                continue;
            };
            if groups[*course].is_empty() {
                met.push(*course);
            }
            groups[*course].push(place);
        }
        if sort != SortBy::Waiting {
            met.sort_unstable();
        }
        for (heads_before, course) in met.into_iter().enumerate() {
            let mut group = std::mem::take(&mut groups[course]);
            match sort {
                SortBy::Waiting | SortBy::Course => {}
                SortBy::Seat => group.sort_by_cached_key(|place| seat_key(&queue.rows[*place])),
                SortBy::Name => group.sort_by_cached_key(|place| queue.rows[*place].student_name.clone()),
            }
            self.lines.push(Line {
                kind: LineKind::Course {
                    course,
                    shown: group.len(),
                },
                heads_before,
            });
            for place in group {
                let item = queue.rows[place].id;
                self.places.insert(item, self.order.len());
                self.order.push(item);
                self.lines.push(Line {
                    kind: LineKind::Row(place),
                    heads_before: heads_before + 1,
                });
            }
        }
    }

    /// Where an item stands in [`Listing::order`].
    pub fn place(&self, item: ItemId) -> Option<usize> {
        self.places.get(&item).copied()
    }

    /// Where an item stands in [`QueueView::rows`], shown or not.
    pub fn row_place(&self, item: ItemId) -> Option<usize> {
        self.rows.get(&item).copied()
    }
}

fn matches(row: &QueueRow, wanted: &str) -> bool {
    wanted.is_empty()
        || [&row.student_name, &row.account, &row.title]
            .into_iter()
            .any(|text| text.to_lowercase().contains(wanted))
}

/// By class, then by number; seats that are no numbers come after.
fn seat_key(row: &QueueRow) -> (String, Reverse<bool>, u32, String) {
    let number = row.seat.parse().ok();
    (
        row.class.clone(),
        Reverse(number.is_some()),
        number.unwrap_or_default(),
        row.seat.clone(),
    )
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;
