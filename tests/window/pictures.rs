//! Every page, drawn to `target/pictures/` to be looked at. A missing glyph, a nameless input or a page that
//! never settles fails here.

use eframe::egui::HoveredFile;
use licheng::domain::access::Role;
use licheng::domain::activity::Category;
use licheng::domain::outcome::{OutcomeState, ReturnReason};
use licheng::domain::window::{Period, WindowKind};
use licheng::gui::action::{Action, ItemAction, SettingsAction};
use licheng::gui::activities::{ActivitiesPlace, ActivityAction, FormKey};
use licheng::gui::certification::{PanelAction, Pick, Which};
use licheng::gui::choosing::ChoosingAction;
use licheng::gui::finding::FindAction;
use licheng::gui::forms::TextField;
use licheng::gui::modal::Modal;
use licheng::gui::officers::{OfficerAction, OfficerPlace, OfficerQuestion};
use licheng::gui::progress::{ProgressAction, ProgressPlace, ProgressTab};
use licheng::gui::route::{OutcomesPlace, Page, Route};
use licheng::gui::viewer::{Pane, ViewerAction};

use crate::desk::{DARK, DOUBLE, Desk, LIGHT, LOOKS, Look, PLAIN, SMALL};
use crate::school::at;

/// The smallest window that can be had, for the pages that are the hardest to fit.
const SMALLEST: (&str, Look) = (
    "smallest",
    Look {
        size: [900.0, 600.0],
        ..PLAIN
    },
);

fn log_in_first(desk: &mut Desk, wanted: impl Fn(&licheng::engine::DemonstrationAccount) -> bool) {
    let library = desk.state().library.clone().unwrap();
    let account = library
        .demonstration_accounts
        .unwrap()
        .into_iter()
        .find(wanted)
        .unwrap();
    desk.log_in(&account.account, &account.password.unwrap());
}

/// One test for each look, so that they share the computer's cores.
#[test]
fn a_student_in_the_light_theme() {
    student_pages(&LIGHT);
}

#[test]
fn a_student_in_the_dark_theme() {
    student_pages(&DARK);
}

#[test]
fn a_student_in_a_small_window() {
    student_pages(&SMALL);
}

#[test]
fn a_student_in_the_smallest_window() {
    student_pages(&SMALLEST);
}

#[test]
fn a_student_on_a_dense_screen() {
    student_pages(&DOUBLE);
}

fn student_pages((name, look): &(&str, Look)) {
    {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), look);
        desk.picture(&format!("{name}-login"));
        log_in_first(&mut desk, |account| account.roles == [Role::Student]);
        desk.picture(&format!("{name}-overview"));
        desk.act(Action::Go(Page::Outcomes(OutcomesPlace::default())));
        desk.act(Action::Ask(Modal::Keys));
        desk.picture(&format!("{name}-keys"));
        desk.act(Action::CloseModal);
        desk.picture(&format!("{name}-outcomes"));
        let items = desk.state().snapshot().unwrap().items.clone();
        for state in OutcomeState::ALL {
            if let Some(item) = items.iter().find(|item| item.state() == state) {
                desk.act(Action::Go(Page::item(item.id, item.facts.term)));
                desk.picture(&format!("{name}-item-{state:?}").to_lowercase());
                if state == OutcomeState::Draft {
                    desk.act(Action::Ask(Modal::Submit(item.id)));
                    desk.picture(&format!("{name}-submit"));
                    desk.act(Action::CloseModal);
                }
            }
        }
        desk.act(Action::Add(None));
        desk.picture(&format!("{name}-add"));
        desk.act(Action::CloseModal);
        desk.act(Action::Place(OutcomesPlace {
            trash: true,
            ..OutcomesPlace::default()
        }));
        desk.picture(&format!("{name}-trash"));
        for (page, file) in [
            (Page::Selection, "selection"),
            (Page::Find, "find"),
            (Page::Faq(None), "faq"),
        ] {
            desk.act(Action::Go(page));
            desk.picture(&format!("{name}-{file}"));
        }
        activity_pages(&mut desk, name);
        desk.act(Action::Ask(Modal::Keys));
        desk.picture(&format!("{name}-keys"));
        desk.act(Action::CloseModal);
        desk.act(Action::Go(Page::Outcomes(OutcomesPlace::default())));
        desk.harness
            .input_mut()
            .hovered_files
            .push(HoveredFile::default());
        desk.picture_in_motion(&format!("{name}-drag"));
        desk.harness.input_mut().hovered_files.clear();
        let draft = items.iter().find(|item| item.state() == OutcomeState::Draft);
        let draft = draft.map(|item| item.id).unwrap();
        desk.act(Action::Item(ItemAction::WithdrawRequest(draft)));
        desk.picture(&format!("{name}-refused"));
        desk.act(Action::Lock);
        desk.picture(&format!("{name}-locked"));
    }
}

fn activity_pages(desk: &mut Desk, name: &str) {
    desk.act(Action::Find(FindAction::AsTimeLine(true)));
    desk.act(Action::Go(Page::Find));
    desk.picture(&format!("{name}-time-line"));
    desk.act(Action::Choosing(ChoosingAction::Board(true)));
    let chosen = desk.state().selection().unwrap().outcomes[0].found.id;
    desk.act(Action::Choosing(ChoosingAction::Suppose(chosen, true)));
    desk.act(Action::Go(Page::Selection));
    desk.picture(&format!("{name}-what-if"));
    desk.act(Action::Choosing(ChoosingAction::Board(false)));
    desk.act(Action::Choosing(ChoosingAction::Confirm));
    desk.picture(&format!("{name}-selection-confirm"));
    desk.act(Action::CloseModal);
    desk.act(Action::Go(Page::Activities(ActivitiesPlace::default())));
    desk.picture(&format!("{name}-activities"));
    let activities = desk.state().snapshot().unwrap().activities.clone();
    for category in [Category::Competition, Category::Certificate, Category::Service] {
        let one = activities.iter().find(|one| one.category() == category).unwrap();
        desk.act(Action::Go(Page::activity(one.id)));
        desk.picture(&format!("{name}-activity-{}", category.code()));
    }
    desk.act(Action::Activity(ActivityAction::New(Category::Workplace)));
    desk.picture(&format!("{name}-activity-new"));
    desk.act(Action::Activity(ActivityAction::Save(FormKey::New(
        Category::Workplace,
    ))));
    desk.picture(&format!("{name}-activity-refused"));
    desk.act(Action::DismissNotice);
    desk.act(Action::Activity(ActivityAction::Choose));
    desk.picture(&format!("{name}-activity-choose"));
    desk.act(Action::Typed(TextField::SearchPlaces, "小論文".into()));
    desk.picture(&format!("{name}-activity-where"));
    desk.act(Action::CloseModal);
}

#[test]
fn the_pages_before_and_beside() {
    for (name, look) in LOOKS.into_iter().chain([SMALLEST]) {
        let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &look);
        desk.picture(&format!("{name}-welcome"));
        desk.act(Action::ShowCreatePersonal);
        desk.picture(&format!("{name}-create"));
    }
}

/// A personal library: the code that is shown once, courses, dates, states that are recorded.
#[test]
fn a_personal_library_from_the_first_start() {
    let folder = tempfile::tempdir().unwrap();
    for (name, look) in LOOKS.into_iter().chain([SMALLEST]) {
        let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &look);
        desk.act(Action::ShowCreatePersonal);
        desk.type_into("姓名", "林喆");
        desk.type_into("帳號", "me");
        desk.type_into("密碼", "correct horse");
        desk.type_into("再輸入一次密碼", "correct horse");
        let path = folder.path().join(format!("{name}.redb"));
        desk.act(Action::Typed(
            TextField::NewLibraryPath,
            path.display().to_string(),
        ));
        desk.act(Action::CreatePersonal);
        desk.picture(&format!("{name}-recovery"));
        assert!(desk.state().recovery.is_some(), "{:?}", desk.state().said);
        desk.act(Action::RecoveryDone);
        assert!(
            desk.state().recovery.is_some(),
            "the code is not written down yet"
        );
        desk.act(Action::RecoveryWrittenDown(true));
        desk.act(Action::RecoveryDone);
        desk.picture(&format!("{name}-personal-overview"));
        desk.act(Action::Go(Page::Settings));
        let saved = desk.state().forms.text(TextField::ProfileName).to_owned();
        desk.act(Action::Typed(TextField::ProfileName, "林喆喆".to_owned()));
        desk.act(Action::Go(Page::Settings));
        assert_eq!(
            desk.state().forms.text(TextField::ProfileName),
            "林喆喆",
            "what is typed stays"
        );
        desk.act(Action::Typed(TextField::ProfileName, saved));
        let term = desk.state().snapshot().unwrap().status.terms.outcome;
        desk.act(Action::Settings(SettingsAction::EditCourse(None, term)));
        desk.act(Action::Typed(TextField::CourseName, "程式設計".into()));
        desk.picture(&format!("{name}-personal-course"));
        desk.act(Action::Confirm);
        assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
        let period = Period::Term(term);
        desk.act(Action::Settings(SettingsAction::EditWindow(
            WindowKind::OutcomeUpload,
            period,
        )));
        for (field, text) in [
            (TextField::OpensDate, "115/2/23"),
            (TextField::ClosesDate, "115/7/10"),
        ] {
            desk.act(Action::Typed(field, text.into()));
        }
        desk.picture(&format!("{name}-personal-dates"));
        desk.act(Action::Confirm);
        assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
        desk.picture(&format!("{name}-settings"));
        let course = desk.state().snapshot().unwrap().courses[0].id;
        desk.act(Action::Add(Some(course)));
        desk.type_into("標題", "我的第一支程式");
        desk.act(Action::Confirm);
        desk.picture(&format!("{name}-personal-item"));
        let item = desk.state().snapshot().unwrap().items[0].id;
        desk.act(Action::Item(ItemAction::RecordState(
            item,
            OutcomeState::Certified,
        )));
        desk.act(Action::Confirm);
        assert!(desk.has("認證成功"));
    }
}

/// The certification panel of a teacher of the demonstration school.
#[test]
fn a_teacher_certifies_in_both_themes() {
    certification_pages(&LIGHT);
    certification_pages(&DARK);
}

#[test]
fn a_teacher_certifies_in_small_windows_and_on_a_dense_screen() {
    certification_pages(&SMALL);
    certification_pages(&SMALLEST);
    certification_pages(&DOUBLE);
}

fn certification_pages((name, look): &(&str, Look)) {
    let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), look);
    log_in_first(&mut desk, |account| account.account == "t02");
    assert_eq!(desk.state().route, Route::At(Page::Certification));
    desk.picture(&format!("{name}-certify"));
    let panel = |action| Action::Panel(action);
    desk.act(panel(PanelAction::AskReason));
    desk.act(panel(PanelAction::Reason(ReturnReason::Other)));
    desk.picture(&format!("{name}-certify-reason"));
    desk.act(panel(PanelAction::CloseReasons));
    desk.act(panel(PanelAction::Which(Which::All)));
    desk.picture(&format!("{name}-certify-all"));
    desk.act(panel(PanelAction::MarkOpen));
    desk.picture(&format!("{name}-certify-one-marked"));
    desk.act(panel(PanelAction::MarkAll));
    desk.picture(&format!("{name}-certify-marked"));
    desk.act(panel(PanelAction::Certify));
    desk.picture(&format!("{name}-certify-question"));
    desk.act(Action::Confirm);
    desk.picture(&format!("{name}-certify-done"));
    desk.act(panel(PanelAction::Undo));
    desk.act(Action::Ask(Modal::Keys));
    desk.picture(&format!("{name}-certify-keys"));
    desk.act(Action::CloseModal);
    desk.act(Action::Viewer(ViewerAction::TogglePane(Pane::Alone)));
    desk.picture(&format!("{name}-certify-alone"));
    desk.act(Action::Go(Page::Staff));
    desk.picture(&format!("{name}-staff"));
}

/// A video of the demonstration school beside its record.
#[test]
fn a_teacher_looks_at_a_video() {
    for (name, look) in [LIGHT, DARK, SMALL] {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.log_in("t08", "demo-t08");
        desk.act(Action::Panel(PanelAction::Which(Which::All)));
        let queue = desk.state().panel.queue.ready().unwrap();
        let film = queue.rows.iter().find(|row| row.title == "插入排序動畫").unwrap();
        let pick = PanelAction::Pick(film.id, Pick::One);
        desk.act(Action::Panel(pick));
        assert!(desk.has("影片畫面 0:00") && desk.has("影片畫面 0:07"));
        desk.picture(&format!("{name}-certify-video"));
    }
}

/// 進度 of the office.
#[test]
fn progress_of_the_school() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.log_in("registry", "demo-registry");
        desk.picture(&format!("{name}-office"));
        for tab in ProgressTab::ALL {
            desk.act(Action::Go(Page::Progress(ProgressPlace { tab, open: None })));
            desk.picture(&format!("{name}-progress-{tab:?}").to_lowercase());
        }
        let view = desk.state().progress.view.ready().unwrap();
        let (teacher, class) = (view.teachers[0].key.clone(), view.classes[0].key.clone());
        for (file, tab, key) in [
            ("waiting", ProgressTab::Teacher, teacher),
            ("students", ProgressTab::Class, class),
        ] {
            let open = Some(key);
            desk.act(Action::Go(Page::Progress(ProgressPlace { tab, open })));
            desk.picture(&format!("{name}-progress-{file}"));
        }
        let term = desk.state().snapshot().unwrap().status.terms.outcome.next();
        desk.act(Action::Progress(ProgressAction::Term(term)));
        desk.picture(&format!("{name}-progress-empty"));
    }
}

/// 校內幹部紀錄 of a student and of student affairs.
#[test]
fn officer_posts() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.log_in("1130103", "demo-1130103");
        desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
        desk.picture(&format!("{name}-officers-own"));
        desk.act(Action::Officer(OfficerAction::Ask(OfficerQuestion::Report(None))));
        desk.picture(&format!("{name}-officers-report"));
        desk.act(Action::CloseModal);
        desk.act(Action::Go(Page::Activities(ActivitiesPlace::default())));
        desk.picture(&format!("{name}-officers-beside"));
        desk.act(Action::Logout);
        desk.log_in("affairs", "demo-affairs");
        desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Posts)));
        desk.picture(&format!("{name}-officers"));
        desk.act(Action::Go(Page::OfficerPosts(OfficerPlace::Inbox)));
        desk.picture(&format!("{name}-officers-inbox"));
        desk.click_button("更正…");
        desk.picture(&format!("{name}-officers-correct"));
        desk.act(Action::CloseModal);
    }
}

/// A teacher, the office, a refusal, a library in trouble.
#[test]
fn staff_and_troubles() {
    for (name, look) in LOOKS.into_iter().chain([SMALLEST]) {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        log_in_first(&mut desk, |account| account.roles.contains(&Role::Teacher));
        desk.picture(&format!("{name}-staff"));
        desk.act(Action::Logout);
        desk.log_in("1130101", "wrong password");
        desk.picture(&format!("{name}-login-failed"));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("照片.redb");
        std::fs::write(&path, "這不是檔案庫".repeat(1000)).unwrap();
        desk.act(Action::Typed(TextField::LibraryPath, path.display().to_string()));
        desk.act(Action::OpenTypedLibrary);
        desk.picture(&format!("{name}-trouble"));
    }
}
