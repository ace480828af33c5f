//! The page about one record.

use super::flow::{BODY, Flow, HEADING, SOFT, Style, TITLE, WIDTH};
use super::letters::{Letters, Weight};
use super::plan::Filling;
use super::sheet::{Ink, Sheet};
use crate::domain::outcome::OutcomeState;
use crate::exchange::portfolio::{Body, PortfolioFile, PortfolioItem, decision_line, item_facts};
use crate::text::{copy, labels, size};

pub(super) fn sheets(
    item: &PortfolioItem,
    fillings: &[Filling],
    first_page_of: impl Fn(usize) -> usize,
    letters: &Letters,
) -> Vec<Sheet> {
    let mut flow = Flow::begin(letters);
    flow.text(&item.chapter(), SOFT);
    flow.space(2.0);
    flow.text(&item.title, TITLE);
    if let Body::Outcome(outcome) = &item.body {
        let style = Style {
            size: 10.5,
            weight: Weight::Bold,
            ink: state_ink(outcome.state),
        };
        let shape = match outcome.state {
            OutcomeState::Draft => "○",
            OutcomeState::Submitted => "◐",
            OutcomeState::Certified => "●",
            OutcomeState::Returned => "◇",
        };
        let origin = outcome
            .origin
            .map(|origin| format!("　{}", labels::origin(origin)));
        let state = labels::state(outcome.state);
        flow.text(&format!("{shape} {state}{}", origin.unwrap_or_default()), style);
    }
    flow.space(6.0);
    flow.rule();
    heading(&mut flow, copy::DESCRIPTION);
    if item.description.is_empty() {
        flow.text(copy::NO_DESCRIPTION, SOFT);
    } else {
        flow.text(&item.description, BODY);
    }
    heading(&mut flow, copy::RECORD);
    if let Body::Outcome(outcome) = &item.body {
        let course = &outcome.course;
        let kind = labels::course_kind(course.kind);
        flow.fact(
            copy::COURSE,
            &format!("{}（{kind}，{} {}）", course.name, course.credits, copy::CREDITS),
        );
        for (name, value) in [
            (copy::COURSE_CODE, course.code.clone()),
            (copy::TEACHERS, course.teachers.join("、")),
        ] {
            if !value.is_empty() {
                flow.fact(name, &value);
            }
        }
    }
    for (name, value) in item_facts(item) {
        if !value.is_empty() {
            flow.fact(name, &value);
        }
    }
    heading(&mut flow, copy::FILES);
    if item.files.is_empty() {
        flow.text(copy::NO_FILES, SOFT);
    }
    for (number, (file, filling)) in item.files.iter().zip(fillings).enumerate() {
        file_lines(&mut flow, file, filling, first_page_of(number));
    }
    if let Body::Outcome(outcome) = &item.body
        && !outcome.decisions.is_empty()
    {
        heading(&mut flow, copy::DECISIONS);
        for decision in &outcome.decisions {
            flow.text(&decision_line(decision), BODY);
        }
    }
    flow.sheets
}

fn heading(flow: &mut Flow<'_>, text: &str) {
    flow.space(12.0);
    flow.keep_together(44.0);
    flow.text(text, HEADING);
    flow.space(1.0);
}

fn file_lines(flow: &mut Flow<'_>, file: &PortfolioFile, filling: &Filling, first_page: usize) {
    flow.keep_together(34.0);
    let name = flow.letters().one_line(&file.name, BODY.weight, BODY.size, WIDTH);
    flow.text(&name, BODY);
    let mut about = vec![labels::file_kind(file.kind).to_owned()];
    about.extend(file.facts.as_ref().map(size::content_facts));
    about.push(size::size(file.bytes));
    about.push(match filling {
        Filling::Pages(pages) => copy::on_pages(first_page, pages.len()),
        Filling::Missing(reason) if reason.is_of_sound_or_video() => copy::TO_BE_PLAYED.to_owned(),
        Filling::Missing(_) => copy::on_pages(first_page, 1),
    });
    flow.text(&about.join("　"), SOFT);
    flow.space(4.0);
}

pub(super) const fn state_ink(state: OutcomeState) -> Ink {
    match state {
        OutcomeState::Draft => Ink::Draft,
        OutcomeState::Submitted => Ink::Submitted,
        OutcomeState::Certified => Ink::Certified,
        OutcomeState::Returned => Ink::Returned,
    }
}
