//! Marking items one by one, with the key alone.

use eframe::egui::{Event, Key, Modifiers};
use licheng::domain::outcome::OutcomeState;
use licheng::gui::modal::Modal;

use crate::certification::{desk_with, open, press, state_of};
use crate::desk::Desk;

#[test]
fn x_marks_one_alone_and_sleeps_where_letters_are_letters() {
    let (mut desk, items) = desk_with(&["單擺", "彈簧", "斜面"]);
    let marked = |desk: &Desk| desk.state().panel.selection.marked().len();
    let open_now = open(&desk);
    // 注音 is on: the key is known by its place, and a sign comes with it.
    desk.harness.event(Event::Key {
        key: Key::X,
        physical_key: Some(Key::X),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    desk.harness.event(Event::Text("ㄌ".into()));
    desk.settle();
    assert_eq!((marked(&desk), open(&desk)), (1, open_now));
    for pressed in [true, true, true, false] {
        desk.harness.event(Event::Key {
            key: Key::X,
            physical_key: Some(Key::X),
            pressed,
            // egui marks a second press without a release as a repeat.
            repeat: false,
            modifiers: Modifiers::NONE,
        });
        desk.settle();
    }
    assert_eq!(marked(&desk), 1, "held down it does nothing more");

    press(&mut desk, Key::J);
    press(&mut desk, Key::J);
    press(&mut desk, Key::X);
    let selection = &desk.state().panel.selection;
    assert!(selection.is_marked(items[0].id) && selection.is_marked(items[2].id));
    assert!(!selection.is_marked(items[1].id), "not what lies between");

    press(&mut desk, Key::Slash);
    press(&mut desk, Key::X);
    assert_eq!(marked(&desk), 2, "somebody types");
    press(&mut desk, Key::Escape);
    press(&mut desk, Key::F);
    press(&mut desk, Key::X);
    assert_eq!(marked(&desk), 2, "reasons are open");
    press(&mut desk, Key::Escape);
    press(&mut desk, Key::A);
    assert!(matches!(desk.state().modal, Some(Modal::Batch(_))));
    press(&mut desk, Key::X);
    assert_eq!(marked(&desk), 2, "a question is open");
    press(&mut desk, Key::Enter);
    assert_eq!(state_of(&desk, &items[0]), OutcomeState::Certified);
    assert_eq!(state_of(&desk, &items[1]), OutcomeState::Submitted);
    assert_eq!(state_of(&desk, &items[2]), OutcomeState::Certified);
}
