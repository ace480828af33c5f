//! A new term from the last one, class by class.

use licheng::domain::term::{Semester, Term};
use licheng::gui::action::Action;
use licheng::gui::dates::{DatesAction, DatesTab};
use licheng::gui::route::Page;
use licheng::text::imports;
use licheng::text::promotion as words;

use crate::desk::{Desk, PLAIN, small_school};
use crate::school::TERM;

const NEXT: Term = Term::new(115, Semester::First);

fn classes(desk: &Desk, term: Term) -> Vec<String> {
    let view = desk.state().dates.view.ready().unwrap();
    let found = view.classes.iter().find(|(of, _)| *of == term);
    found.map(|(_, classes)| classes.clone()).unwrap_or_default()
}

#[test]
fn classes_are_promoted_after_a_preview_and_taken_back() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Imports));
    desk.click(words::FROM_LAST_TERM);
    assert!(desk.has("2 位學生編班。"), "the second semester by itself");
    desk.act(Action::Dates(DatesAction::PromoteTerms(TERM, NEXT)));
    let field = desk.state().dates.promotion.wanted().unwrap();
    assert_eq!(words::goes(field.moves[0].goes.as_ref()), "二年1班");
    desk.type_into("一年1班", "二年忠班");
    desk.click_button(words::APPLY);
    assert!(desk.has("2 位學生會有 115-1 的班級和座號"));
    desk.act(Action::Confirm);
    assert!(desk.state().said.is_none(), "{:?}", desk.state().said);
    assert_eq!(classes(&desk, NEXT), ["二年忠班"]);
    assert!(desk.has(words::UNDO_HINT) && desk.has(words::NOTHING_TO_DO));
    assert!(!desk.can_press(words::APPLY));

    desk.act(Action::Go(Page::Imports));
    desk.act(Action::Import(licheng::gui::imports::ImportAction::AskUndo));
    desk.act(Action::Confirm);
    assert!(desk.has(imports::TITLE));
    desk.act(Action::Go(Page::Dates(DatesTab::NewTerm)));
    assert_eq!(classes(&desk, NEXT), Vec::<String>::new());
    assert!(desk.can_press(words::APPLY), "as before");
}

#[test]
fn a_name_that_says_nothing_is_asked_for() {
    let school = small_school();
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Dates(DatesTab::NewTerm)));
    desk.act(Action::Dates(DatesAction::PromoteTerms(TERM, NEXT)));
    desk.act(Action::Dates(DatesAction::PromoteClass(
        "一年1班".into(),
        String::new(),
    )));
    assert!(desk.has(words::LEAVES), "an emptied name leaves");
    assert!(!desk.can_press(words::APPLY), "nobody is left to move");
    desk.type_into("一年1班", "301");
    assert!(desk.can_press(words::APPLY));
    desk.act(Action::Dates(DatesAction::PromoteTerms(
        Term::new(113, Semester::First),
        TERM,
    )));
    assert!(desk.has("113-1 沒有學生的班級"));
    assert!(!desk.can_press(words::APPLY));
}
