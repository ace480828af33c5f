//! A student's own posts by school year and term, read-only, and what became of reports.

use eframe::egui::{Align, Label, Layout, Ui};

use crate::domain::term::Term;
use crate::engine::{OfficerView, PostView};
use crate::gui::action::Action;
use crate::gui::activities::ActivitiesPlace;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::officers::OfficerQuestion;
use crate::gui::pages::two_lines_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{
    Button, EmptyState, PageHeader, card_ui, cell_ui, divider_ui, section_header_ui, tabs_ui,
};
use crate::text::{labels, officer as said};

use super::posts::ask;
use super::{corrections_ui, inbox, is_empty};

const DAYS: f32 = 180.0;

pub(super) fn head_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    let header = PageHeader::new(said::OWN_TITLE)
        .sentence(said::OWN_SENTENCE)
        .action(Button::primary(said::REPORT_MISSING).icon(icons::CHAT_TEXT));
    if header.ui(ui) {
        actions.push(ask(OfficerQuestion::Report(None)));
    }
    places_ui(ui, true, actions);
    ui.add_space(space::S);
}

/// The two kinds of records side by side, here and on the page of 多元表現.
pub fn places_ui(ui: &mut Ui, school: bool, actions: &mut Vec<Action>) {
    if let Some(chosen) = tabs_ui(ui, &[said::OWN_TAB, said::OWN_TITLE], usize::from(school)) {
        actions.push(Action::Go(if chosen == 1 {
            Page::OfficerPosts(crate::gui::officers::OfficerPlace::Posts)
        } else {
            Page::Activities(ActivitiesPlace::default())
        }));
    }
}

pub(super) fn own_ui(ui: &mut Ui, state: &State, view: &OfficerView, actions: &mut Vec<Action>) {
    if is_empty(view) {
        let _ = EmptyState::new(icons::FLAG, said::OWN_NOTHING, said::OWN_NOTHING_SENTENCE).ui(ui);
        return;
    }
    for term in state.officers.terms() {
        term_ui(ui, view, term, actions);
        ui.add_space(space::S);
    }
    if !view.reports.is_empty() {
        ui.add_space(space::S);
        section_header_ui(ui, said::MY_REPORTS, None, |_| ());
        inbox::inbox_ui(ui, view, false, actions);
    }
}

fn term_ui(ui: &mut Ui, view: &OfficerView, term: Term, actions: &mut Vec<Action>) {
    let posts: Vec<&PostView> = view.posts.iter().filter(|post| post.post.term == term).collect();
    card_ui(ui, |ui| {
        section_header_ui(ui, &labels::term(term), None, |_| ());
        for (place, post) in posts.iter().enumerate() {
            if place > 0 {
                divider_ui(ui);
            }
            post_ui(ui, post, actions);
        }
    });
}

fn post_ui(ui: &mut Ui, view: &PostView, actions: &mut Vec<Action>) {
    let post = &view.post;
    let what = said::post(post);
    ui.allocate_ui_with_layout(
        [ui.available_width(), size::ROW_TALL].into(),
        Layout::right_to_left(Align::Center),
        |ui| {
            let report = Button::secondary(said::REPORT)
                .icon(icons::CHAT_TEXT)
                .tooltip(format!("{}：{what}", said::REPORT))
                .disabled_because(view.reported.then_some(said::WAITS));
            if view.removed {
                ui.label(Text::label(said::standing(true, false, false)));
            } else if report.ui(ui).clicked() {
                actions.push(ask(OfficerQuestion::Report(Some(view.id))));
            }
            ui.add_space(space::S);
            cell_ui(ui, DAYS, |ui| {
                ui.add(Label::new(Text::secondary(said::short_days(post))).truncate());
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let level = Text::secondary(labels::officer_level(post.level));
                two_lines_ui(ui, size::ROW_TALL, Text::strong(&what), level);
            });
        },
    );
    if !view.corrections.is_empty() {
        corrections_ui(ui, &view.corrections);
        ui.add_space(space::XS);
    }
}
