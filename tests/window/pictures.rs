//! Every page, drawn to `target/pictures/` to be looked at. A missing glyph, a nameless input or a page that
//! never settles fails here.

use eframe::egui::Theme;
use licheng::domain::outcome::OutcomeState;
use licheng::gui::action::Action;
use licheng::gui::modal::Modal;
use licheng::gui::route::{OutcomesPlace, Page};

use crate::desk::{Desk, Look, PLAIN};
use crate::school::at;

const LOOKS: [(&str, Look); 4] = [
    ("light", PLAIN),
    (
        "dark",
        Look {
            theme: Theme::Dark,
            ..PLAIN
        },
    ),
    (
        "small",
        Look {
            size: [1024.0, 700.0],
            ..PLAIN
        },
    ),
    (
        "double",
        Look {
            size: [1280.0, 800.0],
            scale: 2.0,
            ..PLAIN
        },
    ),
];

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

#[test]
fn every_page_of_a_student() {
    for (name, look) in LOOKS {
        let mut desk = Desk::demonstration(at("2026-03-04T10:30:00"), &look);
        desk.picture(&format!("{name}-login"));
        log_in_first(&mut desk, |account| {
            account.roles == [licheng::domain::access::Role::Student]
        });
        desk.picture(&format!("{name}-overview"));
        desk.act(Action::Go(Page::Outcomes(OutcomesPlace::default())));
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
            (Page::Activities, "activities"),
            (Page::Selection, "selection"),
            (Page::Faq(None), "faq"),
        ] {
            desk.act(Action::Go(page));
            desk.picture(&format!("{name}-{file}"));
        }
        desk.act(Action::Ask(Modal::Keys));
        desk.picture(&format!("{name}-keys"));
        desk.act(Action::CloseModal);
        desk.act(Action::Lock);
        desk.picture(&format!("{name}-locked"));
    }
}

#[test]
fn the_pages_before_and_beside() {
    for (name, look) in LOOKS {
        let mut desk = Desk::without_library(at("2026-03-04T10:30:00"), &look);
        desk.picture(&format!("{name}-welcome"));
        desk.act(Action::ShowCreatePersonal);
        desk.picture(&format!("{name}-create"));
    }
}
