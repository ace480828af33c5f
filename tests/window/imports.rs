//! 匯入名冊: from a pasted table or a file to records and back; and how the page looks.

use std::path::PathBuf;

use eframe::egui::Event;
use licheng::domain::import::StandingKind;
use licheng::domain::roster::RosterKind;
use licheng::gui::action::{Action, Picking};
use licheng::gui::imports::{Filter, ImportAction, Stage};
use licheng::gui::loadable::Loadable;
use licheng::gui::route::Page;
use licheng::text::imports as words;

use crate::desk::{Desk, LOOKS, PLAIN, small_school};
use crate::school::at;

const STUDENTS: &str = "學號\t姓名\t班級\t座號\t入學學年度\n\
    0012345\t林小喆\t二年1班\t07\t113\n0012346\t黃𡘙廷\t二年1班\t08\t113\n";

fn office() -> Desk {
    let mut desk = Desk::over_school(small_school(), &PLAIN);
    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Imports));
    desk
}

fn paste(desk: &mut Desk, text: &str) {
    desk.harness.event(Event::Paste(text.to_owned()));
    desk.settle();
}

fn counts(desk: &Desk) -> [u32; 4] {
    let Stage::Preview(_, sheet) = &desk.state().imports.stage else {
        panic!("{:?}; {:?}", desk.state().imports.stage, desk.state().said);
    };
    [
        StandingKind::New,
        StandingKind::Changed,
        StandingKind::Unchanged,
        StandingKind::Wrong,
    ]
    .map(|kind| sheet.preview.counts.get(kind))
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/rosters")
        .join(name)
}

#[test]
fn a_pasted_table_comes_in_once_and_goes_out_again() {
    let mut desk = office();
    paste(&mut desk, STUDENTS);
    assert_eq!(counts(&desk), [2, 0, 0, 0]);
    assert!(desk.has("林小喆"));
    desk.click_button(&words::apply(2));
    assert!(matches!(desk.state().imports.stage, Stage::Done(_)));

    desk.click_button(words::MORE);
    paste(&mut desk, STUDENTS);
    assert_eq!(counts(&desk), [0, 0, 2, 0]);
    assert!(!desk.can_press(&words::apply(0)), "there is nothing to do");
    desk.click_button(words::ANOTHER_FILE);

    let Loadable::Ready(Some(last)) = &desk.state().imports.last else {
        panic!("{:?}", desk.state().imports.last);
    };
    assert_eq!((last.kind, last.counts.new), (RosterKind::Students, 2));
    desk.click_button(words::UNDO_ELLIPSIS);
    desk.click_button(words::UNDO);
    assert!(matches!(desk.state().imports.last, Loadable::Ready(None)));
    paste(&mut desk, STUDENTS);
    assert_eq!(counts(&desk), [2, 0, 0, 0], "they are new again");
}

#[test]
fn wrong_rows_stand_in_the_way_until_they_are_left_out() {
    let mut desk = office();
    paste(
        &mut desk,
        &format!("{STUDENTS}0012347\t王大文\t二年1班\t座號\t113\n"),
    );
    assert!(!desk.can_press(&words::apply(2)));
    desk.act(Action::Import(ImportAction::Filter(Filter::Rows(
        StandingKind::Wrong,
    ))));
    assert!(desk.has("座號") && !desk.has("林小喆"));
    desk.click(&words::skip_wrong(1));
    desk.click_button(&words::apply(2));
    let Stage::Done(report) = &desk.state().imports.stage else {
        panic!("{:?}", desk.state().said);
    };
    assert_eq!(report.counts.new, 2);
}

#[test]
fn wrong_rows_are_saved_as_a_file_to_mend() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("有誤的列.xlsx");
    let mut desk = office();
    paste(
        &mut desk,
        &format!("{STUDENTS}0012347\t王大文\t二年1班\t座號\t113\n"),
    );
    desk.click_button(words::SAVE_WRONG);
    let picking = desk.answer_dialog(vec![to.clone()]);
    assert_eq!(picking, Picking::SaveWrongRows);
    assert!(std::fs::metadata(to).unwrap().len() > 1000);
    assert_eq!(counts(&desk)[0], 2, "the preview is still there");
}

#[test]
fn columns_are_named_by_hand_and_remembered() {
    let table = "代號\t稱呼\nT900\t江老師\n";
    let mut desk = office();
    desk.act(Action::Import(ImportAction::Kind(RosterKind::Teachers)));
    paste(&mut desk, table);
    assert!(matches!(desk.state().imports.stage, Stage::Columns(_)));
    assert!(!desk.can_press(words::PREVIEW));
    // No name is known, so that the first row is taken for a teacher.
    desk.choose(words::HEADER_ROW, &words::header_row(1));
    for (header, means) in [("代號", "帳號"), ("稱呼", "姓名")] {
        desk.choose(header, means);
    }
    desk.click_button(words::PREVIEW);
    assert_eq!(counts(&desk), [1, 0, 0, 0]);
    desk.click_button(&words::apply(1));
    desk.click_button(words::MORE);
    paste(&mut desk, table);
    assert!(
        matches!(desk.state().imports.stage, Stage::Preview(..)),
        "the same headers are known now: {:?}",
        desk.state().imports.stage
    );
}

#[test]
fn what_is_no_roster_is_said_and_changes_nothing() {
    let mut desk = office();
    for name in ["protected.ods", "broken-quote.csv", "made-character.csv"] {
        desk.click_button(words::PICK);
        assert_eq!(desk.answer_dialog(vec![fixture(name)]), Picking::Roster);
        assert!(desk.state().said.is_some(), "{name}");
        desk.act(Action::DismissNotice);
        assert!(matches!(desk.state().imports.stage, Stage::Choosing), "{name}");
    }
    desk.click_button(words::PICK);
    desk.answer_dialog(Vec::new());
    assert!(desk.state().said.is_none() && desk.state().imports.job.is_none());
}

#[test]
fn the_page_as_it_looks() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.log_in("registry", "demo-registry");
        desk.act(Action::Go(Page::Imports));
        desk.picture(&format!("{name}-imports"));
        desk.act(Action::Import(ImportAction::Pick));
        desk.answer_dialog(vec![fixture("numbers.xlsx")]);
        desk.picture(&format!("{name}-imports-numbers"));
        desk.act(Action::Import(ImportAction::Columns));
        desk.picture(&format!("{name}-imports-columns"));
        desk.act(Action::Import(ImportAction::Again));
        desk.act(Action::Import(ImportAction::Pick));
        desk.answer_dialog(vec![fixture("students.xlsx")]);
        desk.picture(&format!("{name}-imports-preview"));
        desk.act(Action::Import(ImportAction::SkipWrong(true)));
        desk.act(Action::Import(ImportAction::Apply));
        desk.picture(&format!("{name}-imports-done"));
        desk.act(Action::Import(ImportAction::Again));
        desk.act(Action::Import(ImportAction::AskUndo));
        desk.picture(&format!("{name}-imports-undo"));
    }
}
