//! Reasons, notes, and the second question.

use super::*;

#[test]
fn what_was_written_comes_back_when_the_return_is_taken_back() {
    let mut play = Play::new();
    play.look_and(PanelAction::AskReason);
    play.panel(PanelAction::Reason(ReturnReason::Other));
    play.panel(PanelAction::Note("缺第 2 頁".into()));
    play.panel(PanelAction::Return);
    play.done(&[]);
    assert!(play.state.panel.returns.draft(ReturnOf::Item(item(3))).is_none());
    play.panel(PanelAction::Undo);
    play.done(&[]);
    let draft = play.state.panel.returns.draft(ReturnOf::Item(item(3))).unwrap();
    assert_eq!(draft.reason, Some(ReturnReason::Other));
    assert_eq!(draft.note, "缺第 2 頁");
    assert!(
        play.drafts.iter().any(|(_, text)| text == "缺第 2 頁"),
        "and in the journal"
    );
}

#[test]
fn a_return_needs_a_reason_and_other_reasons_need_words() {
    let mut play = Play::new();
    play.look_and(PanelAction::AskReason);
    play.panel(PanelAction::Return);
    assert!(play.sent.is_empty(), "no reason yet");
    play.panel(PanelAction::Reason(ReturnReason::Other));
    play.panel(PanelAction::Note("  ".into()));
    play.panel(PanelAction::Return);
    assert!(play.sent.is_empty(), "no words yet");
    play.panel(PanelAction::Note("請補上封面\n".into()));
    play.panel(PanelAction::Return);
    let command = play.done(&[]);
    let Command::DecideMany { verdict, .. } = command else {
        panic!()
    };
    assert_eq!(
        verdict,
        Verdict::Return {
            reason: ReturnReason::Other,
            note: "請補上封面".into(),
            lockout_confirmed: false
        }
    );
    assert!(play.state.panel.returns.draft(ReturnOf::Item(item(3))).is_none());
    let last: Vec<_> = play.drafts.iter().rev().take(2).collect();
    assert!(
        last.iter()
            .all(|(field, text)| field.starts_with("return/") && text.is_empty())
    );
}

#[test]
fn a_note_is_journaled_while_it_is_typed_and_waits_for_its_item() {
    let mut play = Play::new();
    play.look_and(PanelAction::AskReason);
    play.panel(PanelAction::Note("請".into()));
    assert_eq!(play.drafts.len(), 1, "the first burst at once");
    play.panel(PanelAction::Note("請重拍".into()));
    assert_eq!(play.drafts.len(), 1, "not more than one write in two seconds");
    play.now += Duration::seconds(2);
    play.act(Action::Tick);
    assert_eq!(play.drafts.last().unwrap().1, "請重拍");
    play.panel(PanelAction::Note("請重拍第二頁".into()));
    play.panel(PanelAction::Step(Step::Next));
    assert_eq!(play.drafts.last().unwrap().1, "請重拍第二頁", "going on keeps it");
    assert_eq!(play.state.panel.returns.open, None);
    play.panel(PanelAction::Step(Step::Previous));
    play.panel(PanelAction::AskReason);
    let draft = play.state.panel.returns.draft(ReturnOf::Item(item(3))).unwrap();
    assert_eq!(draft.note, "請重拍第二頁");
    play.panel(PanelAction::Escape);
    assert_eq!(play.state.panel.returns.open, None);
    assert!(play.state.panel.returns.draft(ReturnOf::Item(item(3))).is_some());
}

#[test]
fn a_return_after_the_upload_window_asks_a_second_time() {
    let mut play = Play::new();
    play.look();
    play.now = sample::at(31);
    play.panel(PanelAction::AskReason);
    play.panel(PanelAction::Reason(ReturnReason::CannotOpen));
    play.panel(PanelAction::Return);
    assert!(play.sent.is_empty());
    assert!(matches!(play.state.modal, Some(Modal::Lockout(_))));
    play.act(Action::CloseModal);
    assert!(
        play.state.panel.returns.open.is_some(),
        "what is written is still there"
    );
    play.panel(PanelAction::Return);
    play.act(Action::Confirm);
    let Command::DecideMany { verdict, .. } = play.done(&[]) else {
        panic!()
    };
    assert!(matches!(
        verdict,
        Verdict::Return {
            lockout_confirmed: true,
            ..
        }
    ));
}
