//! The cover, and the table of contents.

use super::flow::{BODY, Flow, HEADING, LEFT, SOFT, Style, TITLE, WIDTH, words, words_to};
use super::letters::{Letters, Weight};
use super::record::state_ink;
use super::sheet::{Ink, Sheet};
use crate::domain::act::LibraryKind;
use crate::exchange::portfolio::{Body, Portfolio};
use crate::text::{copy, labels, time};

pub(super) fn cover(portfolio: &Portfolio, letters: &Letters) -> Sheet {
    const NAME: Style = Style {
        size: 38.0,
        weight: Weight::Bold,
        ink: Ink::Black,
    };
    let mut flow = Flow::begin(letters);
    flow.space(150.0);
    let y = flow.next_line(13.0);
    let kind = Style {
        size: 13.0,
        weight: Weight::Bold,
        ink: Ink::Accent,
    };
    flow.mark(words(copy::PDF_TITLE.to_owned(), LEFT, y, kind));
    flow.space(8.0);
    flow.text(&portfolio.owner.name, NAME);
    flow.space(16.0);
    flow.bar(56.0, 3.0, Ink::Accent);
    flow.space(40.0);
    let source = &portfolio.source;
    let school = match source.library {
        LibraryKind::Personal => String::new(),
        _ => source.school_name.clone(),
    };
    let entry_year = portfolio
        .owner
        .entry_year
        .map(labels::school_year)
        .unwrap_or_default();
    let summary = copy::summary(
        portfolio.outcomes().count(),
        portfolio.activities().count(),
        portfolio.files().count(),
    );
    for (name, value) in [
        (copy::SCHOOL, school),
        (copy::ACCOUNT, portfolio.owner.account.clone()),
        (copy::ENTRY_YEAR, entry_year),
        (copy::CONTENT, summary),
        (copy::MADE, time::roc_moment_zoned(portfolio.made)),
    ] {
        if !value.is_empty() {
            flow.fact(name, &value);
            flow.space(4.0);
        }
    }
    let mut sheet = flow.sheets.swap_remove(0);
    let foot = letters.one_line(copy::PDF_ABOUT, SOFT.weight, SOFT.size, WIDTH);
    sheet.marks.push(words(foot, LEFT, super::flow::BOTTOM, SOFT));
    sheet
}

/// A line of the table of contents that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    /// Which sheet of the table.
    pub sheet: usize,
    /// From the top.
    pub y: f32,
    pub height: f32,
    pub item: usize,
}

/// The table of contents. `page_of` gives the number of the page on which an item begins; how many sheets
/// the table takes does not depend on it.
pub(super) fn contents(
    portfolio: &Portfolio,
    letters: &Letters,
    page_of: impl Fn(usize) -> usize,
) -> (Vec<Sheet>, Vec<Link>) {
    let mut flow = Flow::begin(letters);
    flow.text(copy::CONTENTS, TITLE);
    flow.space(10.0);
    let mut links = Vec::new();
    let mut before = None;
    for (number, item) in portfolio.items.iter().enumerate() {
        let chapter = item.chapter();
        if before.as_ref() != Some(&chapter) {
            flow.space(10.0);
            flow.keep_together(48.0);
            flow.text(&chapter, HEADING);
            before = Some(chapter);
        }
        let y = flow.next_line(BODY.size);
        links.push(Link {
            sheet: flow.sheet_number(),
            y: y - BODY.size,
            height: BODY.size * 1.4,
            item: number,
        });
        let page = page_of(number).to_string();
        let right = LEFT + WIDTH;
        flow.mark(words_to(letters, page, right, y, BODY));
        let mut title_width = WIDTH - 44.0;
        if let Body::Outcome(outcome) = &item.body {
            let state = Style {
                ink: state_ink(outcome.state),
                ..SOFT
            };
            let word = labels::state(outcome.state).to_owned();
            flow.mark(words_to(letters, word, right - 44.0, y, state));
            title_width -= 56.0;
        }
        let title = letters.one_line(&item.title, BODY.weight, BODY.size, title_width);
        flow.mark(words(title, LEFT, y, BODY));
    }
    (flow.sheets, links)
}
