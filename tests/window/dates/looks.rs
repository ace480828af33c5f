//! 時程, drawn to be looked at.

use std::sync::Arc;

use licheng::domain::roster::{Located, RosterRows, StudentRow};
use licheng::domain::term::{SchoolYear, Semester, Term};
use licheng::domain::term_rules::LimitName;
use licheng::domain::window::{Audience, Period, WindowKind};
use licheng::engine::{Command, ImportCommand, Roster};
use licheng::gui::action::Action;
use licheng::gui::dates::{DateField, DatesAction, DatesTab, FormOf};
use licheng::gui::route::Page;

use crate::desk::{Desk, LOOKS, Look, PLAIN, small_school};

fn dates(desk: &mut Desk, action: DatesAction) {
    desk.act(Action::Dates(action));
}

fn typed(desk: &mut Desk, texts: &[(DateField, &str)]) {
    for (field, text) in texts {
        dates(desk, DatesAction::Typed(*field, (*text).to_owned()));
    }
}

/// Students of a dozen classes.
fn more_classes() -> Command {
    let names = [
        "一年2班",
        "二年1班",
        "二年2班",
        "三年1班",
        "商一甲",
        "商三甲",
        "忠班",
    ];
    let row = |(number, class): (usize, &&str)| StudentRow {
        account: format!("x{number}"),
        display_name: "學生".into(),
        class: (*class).into(),
        seat: "01".into(),
        national_id: None,
        birth_date: None,
        entry_year: SchoolYear(114),
    };
    let rows = names.iter().enumerate().map(row);
    let rows = (1..).zip(rows).map(|(row, value)| Located { row, value });
    Command::Import(ImportCommand::Apply {
        roster: Roster {
            rows: Arc::new(RosterRows::Students(rows.collect())),
            class_term: None,
        },
        seen: None,
        skip_wrong: false,
    })
}

/// A grade with dates of its own, an extension each for a class and a student, announcements.
fn fill(desk: &mut Desk) {
    dates(
        desk,
        DatesAction::OpenWindow(
            WindowKind::OutcomeUpload,
            Period::Term(Term::new(114, Semester::First)),
        ),
    );
    dates(desk, DatesAction::Audience(Audience::Grade(3)));
    typed(
        desk,
        &[(DateField::FromDate, "115/1/5"), (DateField::ToDate, "115/1/23")],
    );
    desk.act(Action::Confirm);
    for (class, student, closes, reason) in [
        (Some("一年1班"), "", "115/2/6", "到外縣市參加技能競賽"),
        (None, "s1", "115/2/9", "住院"),
    ] {
        dates(desk, DatesAction::Open(FormOf::NewExtension));
        dates(desk, DatesAction::ByClass(class.is_some()));
        if let Some(class) = class {
            dates(desk, DatesAction::Audience(Audience::Class(class.into())));
        }
        typed(
            desk,
            &[
                (DateField::Student, student),
                (DateField::ToDate, closes),
                (DateField::Text, reason),
            ],
        );
        desk.act(Action::Confirm);
        assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    }
    for (text, from, until) in [
        (
            "本週六上午 8 點到 12 點停機維護，請先存好自己的檔案。",
            "115/1/1",
            "115/1/20",
        ),
        (
            "113 學年度的勾選到月底截止；認證成功的成果才能勾選，請早一點確認老師認證了沒有。",
            "115/1/2",
            "115/2/28",
        ),
        ("114-2 的上傳下個月開始。", "115/2/20", "115/4/20"),
    ] {
        dates(desk, DatesAction::Open(FormOf::NewAnnouncement));
        typed(
            desk,
            &[
                (DateField::Text, text),
                (DateField::FromDate, from),
                (DateField::ToDate, until),
            ],
        );
        desk.act(Action::Confirm);
        assert!(desk.state().modal.is_none(), "{:?}", desk.state().said);
    }
}

#[test]
fn the_pages_as_they_look() {
    let tall = Look {
        size: [1280.0, 1500.0],
        ..PLAIN
    };
    for (name, look) in LOOKS.into_iter().chain([("tall", tall)]) {
        let school = small_school();
        school.run(&school.login("r1"), &more_classes()).unwrap();
        let mut desk = Desk::over_school(school, &look);
        desk.log_in("r1", "demo-r1");
        desk.act(Action::Go(Page::Dates(DatesTab::Timetable)));
        desk.picture(&format!("{name}-dates-empty"));
        fill(&mut desk);
        desk.act(Action::DismissToast);
        desk.picture(&format!("{name}-dates"));
        dates(&mut desk, DatesAction::Year(SchoolYear(115)));
        desk.picture(&format!("{name}-dates-next-year"));
        dates(&mut desk, DatesAction::Open(FormOf::NewWindow));
        typed(
            &mut desk,
            &[(DateField::FromDate, "115/9/1"), (DateField::ToDate, "116/13/1")],
        );
        desk.act(Action::Confirm);
        desk.picture(&format!("{name}-dates-form"));
        desk.act(Action::CloseModal);
        let mut terms = desk.state().dates.view.ready().unwrap().terms;
        terms.outcome = terms.outcome.next();
        terms.selection = terms.selection.next();
        dates(&mut desk, DatesAction::AskTerms(terms));
        desk.picture(&format!("{name}-dates-switch"));
        desk.act(Action::CloseModal);
        desk.act(Action::Go(Page::Dates(DatesTab::Extensions)));
        desk.picture(&format!("{name}-dates-extensions"));
        dates(&mut desk, DatesAction::Open(FormOf::NewExtension));
        desk.picture(&format!("{name}-dates-extend"));
        desk.act(Action::CloseModal);
        desk.act(Action::Go(Page::Dates(DatesTab::Rules)));
        dates(&mut desk, DatesAction::Limit(LimitName::Outcomes, "0".into()));
        dates(
            &mut desk,
            DatesAction::Limit(LimitName::DocumentBytes, "4.5".into()),
        );
        desk.picture(&format!("{name}-dates-rules"));
        desk.act(Action::Go(Page::Dates(DatesTab::Announcements)));
        desk.picture(&format!("{name}-dates-announcements"));
        dates(&mut desk, DatesAction::Open(FormOf::NewAnnouncement));
        desk.picture(&format!("{name}-dates-announce"));
        desk.act(Action::CloseModal);
        desk.act(Action::Go(Page::Dates(DatesTab::NewTerm)));
        let (from, to) = (Term::new(114, Semester::First), Term::new(115, Semester::First));
        dates(&mut desk, DatesAction::PromoteTerms(from, to));
        dates(
            &mut desk,
            DatesAction::PromoteClass("一年2班".into(), "二年1班".into()),
        );
        desk.picture(&format!("{name}-dates-new-term"));
        desk.act(Action::Go(Page::Staff));
        desk.picture(&format!("{name}-board-staff"));
        desk.act(Action::Logout);
        desk.log_in("s1", "demo-s1");
        desk.picture(&format!("{name}-board-student"));
    }
}
