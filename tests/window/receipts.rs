//! 收訖明細 in the window: the office brings a list in, a student compares and answers, the office replies.

use std::fs;

use licheng::domain::access::Role;
use licheng::domain::receipt::ReceiptStanding;
use licheng::domain::roster::RosterKind;
use licheng::engine::ConfirmationOf;
use licheng::gui::action::{Action, Picking};
use licheng::gui::choosing::ChoosingAction;
use licheng::gui::filing::{FilingAction, FilingPick, FilingTab};
use licheng::gui::forms::TextField;
use licheng::gui::imports::{ImportAction, Stage};
use licheng::gui::route::Page;
use licheng::text::{filing, receipts as words};

use crate::desk::{Desk, LOOKS, PLAIN};
use crate::filing::school_with_selections;
use crate::school::at;

/// The office files what is selected.
fn file(desk: &mut Desk) {
    desk.act(Action::Go(Page::Filing(FilingTab::Progress)));
    desk.act(Action::Filing(FilingAction::AskFile));
    desk.act(Action::Confirm);
    desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
}

/// A list as a database might send it: what was filed, a wrong course name for the first line of each
/// student, no last line for those with several, and something strange for the first student.
fn list_of(desk: &Desk) -> String {
    let view = desk.state().filing.receipts.ready().unwrap();
    let mut table = String::from("學年度\t學號\t科目名稱\t名稱\tMD5\n");
    for (number, one) in view.students.iter().enumerate() {
        let kept = one.entries.len().max(2) - 1;
        for (place, entry) in one.entries.iter().take(kept).enumerate() {
            let item = entry.item.as_ref().unwrap();
            let md5: String = item
                .md5s
                .iter()
                .map(|md5| md5.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + " ")
                .collect();
            let course = if place == 0 {
                "化學"
            } else {
                item.course_name.as_str()
            };
            let title = if item.course_name.is_empty() {
                item.title.as_str()
            } else {
                ""
            };
            table.push_str(&format!(
                "{}\t{}\t{course}\t{title}\t{md5}\n",
                view.year, one.account
            ));
        }
        if number == 0 {
            table.push_str(&format!("{}\t{}\t陌生的科目\t\t\n", view.year, one.account));
        }
    }
    table
}

/// Through the page of rosters, as a person would.
fn bring_in(desk: &mut Desk, table: String) {
    desk.act(Action::Filing(FilingAction::ImportReceipts));
    assert_eq!(desk.state().imports.kind, Some(RosterKind::Receipts));
    desk.act(Action::Import(ImportAction::Pasted(table)));
    if matches!(desk.state().imports.stage, Stage::Columns(_)) {
        desk.act(Action::Import(ImportAction::Preview));
    }
    desk.act(Action::Import(ImportAction::Apply));
    assert!(
        matches!(desk.state().imports.stage, Stage::Done(_)),
        "{:?}",
        desk.state().said
    );
}

fn office() -> Desk {
    let school = school_with_selections();
    school.clock.set(at("2026-01-21T00:00"));
    let mut desk = Desk::over_school(school, &PLAIN);
    desk.log_in("r1", "demo-r1");
    file(&mut desk);
    desk
}

#[test]
fn a_student_reports_the_office_replies_the_student_confirms() {
    let mut desk = office();
    assert!(desk.has(words::NO_LIST), "{:?}", desk.state().said);
    let table = list_of(&desk);
    bring_in(&mut desk, table);
    desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
    assert!(desk.has(&filing::counted(words::standing(ReceiptStanding::Waiting), 1)));
    desk.act(Action::Logout);

    desk.log_in("s1", "demo-s1");
    assert!(desk.has(&words::to_do(licheng::domain::term::SchoolYear(114))));
    desk.click_button(words::GO);
    assert_eq!(desk.state().route.page(), Some(&Page::Selection));
    assert!(desk.has("學校提交的「物理」，收訖明細「化學」") && desk.has("陌生的科目"));
    desk.click_button(words::REPORT);
    assert!(!desk.can_press(words::REPORT_YES), "words are wanted");
    desk.type_into(words::REPORT_FIELD, "科目不對");
    desk.click_button(words::REPORT_YES);
    assert!(desk.has(words::REPORTED), "{:?}", desk.state().said);
    assert!(desk.has("等教務處（註冊組）處理") && desk.has("回報：科目不對"));
    desk.act(Action::Logout);

    desk.log_in("r1", "demo-r1");
    desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
    desk.click(&filing::counted(words::standing(ReceiptStanding::Reported), 1));
    let student = desk.state().filing.receipts.ready().unwrap().students[0].student;
    desk.act(Action::Filing(FilingAction::ShowReceipt(Some(student))));
    desk.click_button(words::REPLY);
    desk.type_into(words::REPLY_FIELD, "已請全國資料庫更正");
    desk.click_button(words::REPLY_YES);
    assert!(desk.has(words::REPLIED), "{:?}", desk.state().said);
    assert!(desk.has("已請全國資料庫更正"));
    desk.act(Action::Logout);

    desk.log_in("s1", "demo-s1");
    desk.act(Action::Choosing(ChoosingAction::Receipt(true)));
    desk.act(Action::Go(Page::Selection));
    desk.click_button(words::CONFIRM);
    assert!(desk.has("請改用「回報問題」"), "what is off is named once more");
    desk.act(Action::Confirm);
    assert!(desk.has(words::CONFIRMED), "{:?}", desk.state().said);
    let receipt = desk.state().snapshot().unwrap().receipt.clone().unwrap();
    assert_eq!(receipt.standing, ReceiptStanding::Confirmed);
    assert!(!desk.can_press(words::CONFIRM), "once is enough");
}

#[test]
fn sheets_are_printed_by_the_student_and_by_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = office();
    let table = list_of(&desk);
    bring_in(&mut desk, table);
    desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
    desk.click_button(words::PRINT_SHORT);
    let all = folder.path().join("全班.pdf");
    let picking = desk.answer_dialog(vec![all.clone()]);
    let Picking::Filing(FilingPick::Print(Some(_), ConfirmationOf::Students(accounts))) = picking else {
        panic!("{picking:?}")
    };
    assert_eq!(accounts, ["s1"]);
    assert!(desk.has("1 位學生的確認單"), "{:?}", desk.state().said);
    desk.act(Action::Logout);
    desk.log_in("s1", "demo-s1");
    desk.act(Action::Choosing(ChoosingAction::Receipt(true)));
    desk.act(Action::Go(Page::Selection));
    desk.click_button(words::PRINT);
    let own = folder.path().join("我的.pdf");
    desk.answer_dialog(vec![own.clone()]);
    for path in [all, own] {
        assert!(fs::read(&path).unwrap().starts_with(b"%PDF"), "{path:?}");
    }
}

#[test]
fn the_pages_as_they_look() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-31T08:00"), &look);
        desk.at(at("2026-05-05T09:00"));
        desk.log_in("registry", "demo-registry");
        file(&mut desk);
        desk.picture(&format!("{name}-receipts-none"));
        let table = list_of(&desk);
        bring_in(&mut desk, table);
        desk.picture(&format!("{name}-receipts-imported"));
        desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
        desk.picture(&format!("{name}-receipts"));
        let account = desk.state().filing.receipts.ready().unwrap().students[0]
            .account
            .clone();
        desk.act(Action::Logout);
        let library = desk.state().library.clone().unwrap();
        let all = library.demonstration_accounts.unwrap();
        let student = all
            .iter()
            .find(|one| one.account == account && one.roles == [Role::Student])
            .and_then(|one| one.password.clone())
            .unwrap_or_else(|| format!("demo-{account}"));
        desk.log_in(&account, &student);
        desk.picture(&format!("{name}-receipt-overview"));
        desk.act(Action::Choosing(ChoosingAction::Receipt(true)));
        desk.act(Action::Go(Page::Selection));
        desk.picture(&format!("{name}-receipt"));
        desk.act(Action::Choosing(ChoosingAction::ReportReceipt));
        let problem = "程式設計的科目名稱寫成化學了。".to_owned();
        desk.act(Action::Typed(TextField::ReceiptProblem, problem));
        desk.picture(&format!("{name}-receipt-report"));
        desk.act(Action::Confirm);
        desk.act(Action::Logout);
        desk.log_in("registry", "demo-registry");
        desk.act(Action::Go(Page::Filing(FilingTab::Receipts)));
        let students = &desk.state().filing.receipts.ready().unwrap().students;
        let student = students
            .iter()
            .find(|one| one.account == account)
            .unwrap()
            .student;
        desk.act(Action::Filing(FilingAction::ShowReceipt(Some(student))));
        desk.picture(&format!("{name}-receipts-one"));
    }
}
