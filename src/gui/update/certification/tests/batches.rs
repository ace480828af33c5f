//! Many decided together.

use super::*;

#[test]
fn a_batch_asks_once_counts_what_was_not_opened_and_is_one_undo() {
    let mut play = Play::new();
    play.look();
    play.panel(PanelAction::Which(Which::All));
    play.panel(PanelAction::MarkAll);
    play.panel(PanelAction::Certify);
    let Some(Modal::Batch(question)) = &play.state.modal else {
        panic!()
    };
    assert_eq!(question.left_out, 2, "decided ones are left alone");
    let unopened: Vec<bool> = question.sent.items.iter().map(|seen| seen.unopened).collect();
    assert_eq!(unopened, [false, true, true]);
    play.act(Action::Confirm);
    let refusal = Refusal::ChangedMeanwhile { seen: 3, current: 4 };
    play.done(&[(2, refusal)]);
    let Some(Modal::Summary(summary)) = &play.state.modal else {
        panic!()
    };
    assert_eq!(summary.refused.len(), 1);
    assert!(summary.refused[0].0.contains("學生2"));
    assert_eq!(
        play.state.toast.as_ref().unwrap().text,
        "已認證 2 件，其中 1 件未開啟"
    );
    play.act(Action::CloseModal);
    play.panel(PanelAction::Undo);
    let Command::UndoMany { items } = play.done(&[]) else {
        panic!()
    };
    assert_eq!(items.iter().map(|seen| seen.item.0).collect::<Vec<_>>(), [3, 1]);
    assert!(play.state.panel.undo.is_empty());
}

#[test]
fn a_batch_that_would_lock_students_out_asks_for_those_again_and_stays_one_undo() {
    let mut play = Play::new();
    play.panel(PanelAction::MarkAll);
    play.panel(PanelAction::AskReason);
    play.panel(PanelAction::Reason(ReturnReason::WrongFile));
    play.panel(PanelAction::Return);
    play.act(Action::Confirm);
    play.done(&[(1, Refusal::ReturnLocksOut)]);
    let Some(Modal::Lockout(sent)) = &play.state.modal else {
        panic!()
    };
    assert_eq!(sent.items.len(), 1);
    play.act(Action::Confirm);
    play.done(&[]);
    assert_eq!(play.state.panel.undo.last().unwrap().items.len(), 3);
}

#[test]
fn those_that_would_lock_out_are_asked_about_before_the_rest_is_told() {
    let mut play = Play::new();
    play.panel(PanelAction::MarkAll);
    play.panel(PanelAction::AskReason);
    play.panel(PanelAction::Reason(ReturnReason::WrongFile));
    play.panel(PanelAction::Return);
    play.act(Action::Confirm);
    let changed = Refusal::ChangedMeanwhile { seen: 3, current: 4 };
    play.done(&[(1, Refusal::ReturnLocksOut), (2, changed)]);
    let Some(Modal::Lockout(sent)) = &play.state.modal else {
        panic!()
    };
    assert_eq!(sent.items.len(), 1);
    play.act(Action::CloseModal);
    let Some(Modal::Summary(summary)) = &play.state.modal else {
        panic!()
    };
    assert_eq!(summary.refused.len(), 1);
    assert!(summary.refused[0].0.contains("學生2"));
    assert!(summary.sentence.contains("1 件未開啟"), "{}", summary.sentence);
}

#[test]
fn marking_goes_on_with_the_keys_and_back_again() {
    let mut play = Play::new();
    play.panel(PanelAction::MarkTo(Step::Next));
    play.panel(PanelAction::MarkTo(Step::Next));
    assert_eq!(play.state.panel.selection.marked().len(), 3);
    play.panel(PanelAction::MarkTo(Step::Previous));
    assert_eq!(play.state.panel.selection.marked().len(), 2);
}

#[test]
fn one_by_one_is_marked_and_what_lies_between_is_left_out() {
    let mut play = Play::new();
    let marked = |play: &Play| -> Vec<u64> {
        let marked = play.state.panel.selection.marked().iter();
        marked.map(|item| item.0).collect()
    };
    assert_eq!(play.open(), Some(3));
    play.panel(PanelAction::MarkOpen);
    assert_eq!((marked(&play), play.open()), (vec![3], Some(3)), "it stays open");
    play.panel(PanelAction::Step(Step::Next));
    play.panel(PanelAction::Step(Step::Next));
    let here = play.open().unwrap();
    assert_eq!(marked(&play), [3], "going on leaves it marked");
    play.panel(PanelAction::Certify);
    let Some(Modal::Batch(question)) = &play.state.modal else {
        panic!("what is marked is not what is open: it is asked about")
    };
    assert_eq!(
        question.sent.items,
        [SeenItem {
            unopened: true,
            ..seen(3, 3)
        }]
    );
    play.act(Action::CloseModal);
    play.panel(PanelAction::MarkOpen);
    assert_eq!(marked(&play).len(), 2, "the one between is left out");
    play.panel(PanelAction::MarkOpen);
    assert_eq!((marked(&play), play.open()), (vec![3], Some(here)));
    play.panel(PanelAction::Escape);
    assert!(!play.state.panel.selection.has_marks());
}

#[test]
fn the_marked_one_that_is_open_is_decided_without_a_question() {
    let mut play = Play::new();
    play.panel(PanelAction::MarkOpen);
    play.look_and(PanelAction::Certify);
    assert!(play.state.modal.is_none());
    assert_eq!(play.sent.len(), 1);
    assert!(!play.state.panel.selection.has_marks());
}

#[test]
fn what_has_left_the_list_is_not_marked() {
    let mut play = Play::new();
    play.panel(PanelAction::Search("作品2".into()));
    play.panel(PanelAction::MarkOpen);
    assert!(!play.state.panel.selection.has_marks());
}

#[test]
fn a_batch_with_nothing_to_decide_says_so() {
    let mut play = Play::new();
    play.panel(PanelAction::Which(Which::All));
    play.panel(PanelAction::Pick(item(4), Pick::One));
    play.panel(PanelAction::Pick(item(5), Pick::Toggle));
    play.panel(PanelAction::Certify);
    assert!(play.state.modal.is_none());
    assert!(play.state.said.is_some());
}
