//! 勾選與提交: the office sees who has selected, files a batch, takes the rosters and transfers along.

use std::fs;

use licheng::domain::selection::SelectionStage;
use licheng::domain::term::SchoolYear;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{Command, SelectionCommand};
use licheng::gui::action::{Action, Picking};
use licheng::gui::filing::{FilingAction, FilingPick, FilingTab};
use licheng::gui::forms::TextField;
use licheng::gui::route::Page;
use licheng::text::{copies as copy_words, filing as words};
use licheng::worker::FilingResult;

use crate::desk::{Desk, LOOKS, Look, PLAIN, small_school};
use crate::school::{School, at, certify};

const YEAR: SchoolYear = SchoolYear(114);

fn select(school: &School, session: &licheng::engine::Session, item: licheng::domain::id::ItemId) {
    let tick = SelectionCommand::Tick { year: YEAR, item };
    school.run(session, &Command::Selection(tick)).unwrap();
}

/// s1 has selected a certified outcome, s2 nothing; the window of 114 is over.
pub fn school_with_selections() -> School {
    let school = small_school();
    let (student, teacher, registry) = (school.login("s1"), school.login("t1"), school.login("r1"));
    let terms = Command::SetCurrentTerms {
        outcome: crate::school::TERM,
        activity: crate::school::TERM,
        selection: YEAR,
    };
    school.run(&registry, &terms).unwrap();
    let window = Command::SetWindow {
        kind: WindowKind::Selection,
        period: Period::Year(YEAR),
        audience: Audience::All,
        opens: at("2026-01-02T08:00"),
        closes: at("2026-01-20T23:59"),
    };
    school.run(&registry, &window).unwrap();
    let item = school.item(&teacher, &certify(&school.submitted(&student, "單擺實驗")));
    select(&school, &student, item.id);
    school
}

fn office(school: School, look: &Look) -> Desk {
    let mut desk = Desk::over_school(school, look);
    desk.log_in("r1", "demo-r1");
    desk.click(words::TITLE);
    assert_eq!(
        desk.state().route.page(),
        Some(&Page::Filing(FilingTab::Progress))
    );
    desk
}

#[test]
fn the_office_sees_who_is_how_far_and_takes_the_list_along() {
    let mut desk = office(school_with_selections(), &PLAIN);
    assert!(desk.has("114 學年度 勾選與提交") && desk.has("全校：115 年 1 月 20 日"));
    assert!(desk.has("王堃") && desk.has("林𡘙"));
    assert!(!desk.can_press(words::FILE), "the window is still open");
    desk.click(&words::counted(words::stage(SelectionStage::Nothing), 1));
    let listed = |desk: &Desk| -> Vec<String> {
        let text = desk.state().forms.text(TextField::SearchStudents).to_owned();
        let listed = desk.state().filing.listed(&text);
        listed.iter().map(|one| one.account.clone()).collect()
    };
    assert_eq!(listed(&desk), ["s2"]);
    desk.type_into(words::SEARCH, "沒有這個人");
    assert!(listed(&desk).is_empty() && desk.has(words::NOBODY));
    desk.click_button(words::CLEAR);
    assert_eq!(listed(&desk), ["s1", "s2"]);
    desk.type_into(words::SEARCH, "𡘙");
    assert_eq!(listed(&desk), ["s1"]);
    desk.click_button(words::COPY);
    assert!(desk.has(&words::copied(1)));
}

#[test]
fn a_batch_is_filed_after_a_question_and_its_rosters_are_saved() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("名冊.zip");
    let school = school_with_selections();
    school.clock.set(at("2026-01-21T00:00"));
    let mut desk = office(school, &PLAIN);
    assert!(desk.has(&words::counted(words::stage(SelectionStage::Ready), 1)));
    desk.click_button(words::FILE);
    assert!(
        desk.has("鎖定") && desk.has("1 位學生"),
        "it names its consequence"
    );
    desk.act(Action::Filing(FilingAction::Grade(Some(3))));
    assert!(
        !desk.can_press(&words::file_these(0)),
        "nobody of 高三 has selected"
    );
    desk.act(Action::Filing(FilingAction::Grade(None)));
    desk.click_button(words::FILE_CANCEL);
    assert!(desk.state().filing.view.ready().unwrap().batches.is_empty());
    desk.click_button(words::FILE);
    desk.click_button(&words::file_these(1));
    assert_eq!(
        desk.state().route.page(),
        Some(&Page::Filing(FilingTab::Rosters)),
        "{:?}",
        desk.state().said
    );
    assert!(desk.has(&words::batch_counts(1, 1)) && desk.has(words::UNCONFIRMED));
    assert!(!desk.can_press(words::FILE), "once is enough");

    desk.click_button(words::EXPORT);
    let picking = desk.answer_dialog(Vec::new());
    assert_eq!(picking, Picking::Filing(FilingPick::Rosters(YEAR, Some(1))));
    assert!(desk.state().filing.work.is_none(), "a closed dialog does nothing");
    desk.click_button(words::EXPORT);
    desk.answer_dialog(vec![to.clone()]);
    assert!(to.exists());
    let Some(FilingResult::Rosters { rosters, .. }) = &desk.state().filing.result else {
        panic!("{:?}", desk.state().said)
    };
    assert_eq!((rosters.students, rosters.incomplete.len()), (1, 1));
    assert!(desk.has(copy_words::SHOW_FOLDER) && desk.has("s1"));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no half file is left"
    );
}

#[test]
fn records_go_out_with_a_student_and_come_in_with_another() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("轉學.zip");
    let mut desk = office(school_with_selections(), &PLAIN);
    desk.click("轉學資料");
    assert!(!desk.can_press(words::SEND), "of whom is not said yet");
    desk.type_into(words::STUDENT, "s1");
    desk.click_button(words::SEND);
    let picking = desk.answer_dialog(vec![to.clone()]);
    assert_eq!(picking, Picking::Filing(FilingPick::Send("s1".into())));
    assert!(to.exists() && desk.has("已匯出 s1 的轉學資料"));

    desk.type_into(words::STUDENT, "s2");
    desk.click_button(words::LOOK);
    assert!(desk.has(words::NOTHING_BROUGHT), "{:?}", desk.state().said);
    desk.click_button(words::TAKE);
    desk.answer_dialog(vec![to]);
    assert!(desk.has("這份資料的姓名是「林𡘙」，要帶入的學生是 s2 王堃"));
    desk.click_button(&words::take_these(1));
    assert!(desk.has("單擺實驗"), "{:?}", desk.state().said);
    desk.click_button(words::ACCEPT);
    assert!(!desk.can_press(words::ACCEPT_YES), "a reason is wanted");
    desk.type_into(words::REASON, "轉學證明第 12 號");
    desk.click_button(words::ACCEPT_YES);
    assert!(desk.has(words::ACCEPTED), "{:?}", desk.state().said);
    assert!(!desk.can_press(words::ACCEPT), "once is enough");

    desk.type_into(words::STUDENT, "nobody");
    desk.click_button(words::LOOK);
    assert!(desk.state().said.is_some(), "an unknown student is said");
}

#[test]
fn the_page_is_the_offices_alone() {
    let mut desk = Desk::over_school(school_with_selections(), &PLAIN);
    desk.log_in("t1", "demo-t1");
    assert!(!desk.has(words::TITLE));
    desk.act(Action::Logout);
    desk.log_in("a1", "demo-a1");
    desk.click(words::TITLE);
    assert!(
        desk.has(words::TABS[1]) && !desk.has(words::TABS[2]),
        "transfers are the registry's"
    );
}

#[test]
fn the_page_as_it_looks() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.log_in("registry", "demo-registry");
        desk.act(Action::Go(Page::Filing(FilingTab::Progress)));
        desk.picture(&format!("{name}-filing"));
        desk.act(Action::Logout);
        desk.at(at("2026-03-31T08:00"));
        desk.log_in("registry", "demo-registry");
        desk.act(Action::Go(Page::Filing(FilingTab::Progress)));
        desk.picture(&format!("{name}-filing-closed"));
        desk.act(Action::Filing(FilingAction::AskFile));
        desk.picture(&format!("{name}-filing-question"));
        desk.act(Action::Confirm);
        desk.picture(&format!("{name}-filing-batches"));
        let folder = tempfile::tempdir().unwrap();
        desk.act(Action::Filing(FilingAction::Export(None)));
        desk.answer_dialog(vec![folder.path().join("名冊.zip")]);
        desk.picture(&format!("{name}-filing-exported"));
        desk.act(Action::Go(Page::Filing(FilingTab::Transfer)));
        desk.act(Action::Typed(TextField::TransferStudent, "1130201".into()));
        desk.act(Action::Filing(FilingAction::Send));
        let transfer = folder.path().join("轉學.zip");
        desk.answer_dialog(vec![transfer.clone()]);
        desk.act(Action::Typed(TextField::TransferStudent, "1130202".into()));
        desk.act(Action::Filing(FilingAction::PickTransfer));
        desk.answer_dialog(vec![transfer]);
        desk.picture(&format!("{name}-filing-transfer-checked"));
        desk.act(Action::Filing(FilingAction::Take));
        desk.picture(&format!("{name}-filing-transfer"));
    }
}
