//! 常見問題 holds every question and note of the seed, in full.

use licheng::domain::limits::Limits;
use licheng::domain::seed::SeedRule;
use licheng::gui::action::Action;
use licheng::gui::route::Page;
use licheng::text::faq;

use crate::desk::{Desk, PLAIN, small_school};

#[test]
fn every_question_and_note_of_the_seed_is_on_the_page() {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("s1", "demo-s1");
    for rule in SeedRule::ALL {
        desk.act(Action::Go(Page::Faq(Some(rule))));
        let entry = faq::entry(rule, &Limits::default());
        assert!(desk.has(entry.question), "{rule:?}");
        for paragraph in entry.answer.split('\n') {
            assert!(desk.has(paragraph), "{rule:?}: {paragraph}");
        }
    }
}
