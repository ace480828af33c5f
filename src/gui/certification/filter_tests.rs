//! Which items are shown in which order.

use super::*;
use crate::gui::certification::sample::{at, queue, row};

fn ids(listing: &Listing) -> Vec<u64> {
    listing.order.iter().map(|item| item.0).collect()
}

fn shown(change: impl FnOnce(&mut Filter)) -> Vec<u64> {
    let mut filter = Filter::default();
    change(&mut filter);
    ids(&Listing::of(&queue(), &filter))
}

#[test]
fn what_waits_comes_first_and_courses_stay_together() {
    assert_eq!(
        shown(|_| ()),
        [3, 1, 2],
        "course 20 holds the longest waiting one"
    );
    assert_eq!(shown(|filter| filter.sort = SortBy::Course), [1, 2, 3]);
    let filter = Filter {
        which: Which::All,
        ..Filter::default()
    };
    let listing = Listing::of(&queue(), &filter);
    let heads: Vec<(usize, usize)> = listing
        .lines
        .iter()
        .filter_map(|line| match line.kind {
            LineKind::Course { course, shown } => Some((course, shown)),
            LineKind::Row(_) => None,
        })
        .collect();
    assert_eq!(heads, [(1, 2), (0, 3)]);
}

#[test]
fn a_certified_item_that_is_asked_back_waits_too() {
    let mut queue = queue();
    let certified = queue.rows.iter_mut().find(|row| row.id == ItemId(4)).unwrap();
    certified.requested = Some(at(5));
    let listing = Listing::of(&queue, &Filter::default());
    assert!(listing.place(ItemId(4)).is_some());
    assert_eq!(listing.everything.requested, 1);
    let asked = Filter {
        which: Which::Requested,
        ..Filter::default()
    };
    assert_eq!(ids(&Listing::of(&queue, &asked)), [4]);
    let filed = queue.rows.iter_mut().find(|row| row.id == ItemId(4)).unwrap();
    filed.filed = true;
    let listing = Listing::of(&queue, &Filter::default());
    assert_eq!(listing.place(ItemId(4)), None, "nobody can answer it any more");
}

#[test]
fn each_state_can_be_looked_at() {
    assert_eq!(shown(|filter| filter.which = Which::Certified), [4]);
    assert_eq!(shown(|filter| filter.which = Which::Returned), [5]);
    assert_eq!(
        Listing::of(&queue(), &Filter::default()).counts,
        [3, 5, 3, 1, 1, 0]
    );
}

#[test]
fn names_numbers_and_titles_are_found_whatever_the_case() {
    let all = |search: &str| {
        let search = search.to_owned();
        shown(|filter| (filter.which, filter.search) = (Which::All, search))
    };
    assert_eq!(all("  ABC "), [1], "a title");
    assert_eq!(all("s003"), [3], "a student number");
    assert_eq!(all("學生2"), [2], "a name");
    assert_eq!(all("沒有"), [0; 0]);
}

#[test]
fn course_and_class_narrow_the_counts_and_the_progress() {
    let filter = Filter {
        course: Some(OfferingId(10)),
        ..Filter::default()
    };
    let listing = Listing::of(&queue(), &filter);
    assert_eq!(ids(&listing), [1, 2]);
    assert_eq!((listing.scope.decided(), listing.scope.total), (1, 3));
    assert_eq!(listing.everything.total, 5);
    assert_eq!(shown(|filter| filter.class = Some("資二乙".into())), [3]);
    assert_eq!(listing.classes, ["資二乙", "資二甲"]);
}

#[test]
fn seats_are_numbers_and_what_is_no_number_comes_last() {
    let mut queue = queue();
    let seats = ["10", "9", "9", "插班", "02"];
    for (row, seat) in queue.rows.iter_mut().zip(seats) {
        row.offering = OfferingId(10);
        row.class = "資二甲".into();
        row.seat = seat.into();
    }
    let filter = Filter {
        which: Which::All,
        sort: SortBy::Seat,
        ..Filter::default()
    };
    let listing = Listing::of(&queue, &filter);
    let seats: Vec<&str> = listing
        .order
        .iter()
        .map(|item| queue.row(*item).unwrap().seat.as_str())
        .collect();
    assert_eq!(seats, ["02", "9", "9", "10", "插班"]);
}

#[test]
fn the_oldest_of_a_course_is_told() {
    let listing = Listing::of(&queue(), &Filter::default());
    assert_eq!(listing.courses[1].oldest, Some(at(1)));
    let mut queue = queue();
    queue.rows.push(row(9, 99, OutcomeState::Submitted));
    let listing = Listing::of(&queue, &Filter::default());
    assert_eq!(
        listing.place(ItemId(9)),
        None,
        "no course, no head to stand under"
    );
}
