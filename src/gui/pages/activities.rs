//! 多元表現: the ten categories, what belongs where, counter and window.

use eframe::egui::Ui;

use crate::domain::activity::Category;
use crate::domain::seed::SeedRule;
use crate::domain::window::WindowKind;
use crate::gui::action::Action;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Notice, NoticeKind, PageHeader, card_ui, link_ui, page_ui, quota_meter_ui, section_header_ui,
};
use crate::text::{labels, notes, pages as words};

use super::window_words::window_words;

pub fn activities_page_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(data) = state.snapshot() else { return };
    let status = &data.status;
    let line = window_words(status, WindowKind::Activity, state.now);
    page_ui(ui, "activities", |ui| {
        let _ = PageHeader::new(words::ACTIVITIES_TITLE)
            .sentence(line.sentence)
            .ui(ui);
        let usage = status.activities;
        let name = format!(
            "{} {}",
            labels::term(status.terms.activity),
            words::ACTIVITIES_TITLE
        );
        quota_meter_ui(ui, &name, usage.used, usage.limit, None);
        ui.add_space(space::M);
        if Notice::new(NoticeKind::Info, words::ACTIVITIES_LATER)
            .why(words::ACTIVITIES_LATER_WHY)
            .now(words::ACTIVITIES_LATER_NOW)
            .action(words::READ_IN_FAQ)
            .ui(ui)
        {
            actions.push(Action::Go(Page::Faq(Some(SeedRule::Activities))));
        }
        ui.add_space(space::L);
        section_header_ui(
            ui,
            words::ACTIVITIES_CATEGORIES,
            Some(words::ACTIVITIES_NO_CERTIFICATION),
            |ui| {
                if link_ui(ui, words::LATE_CERTIFICATES).clicked() {
                    actions.push(Action::Go(Page::Faq(Some(SeedRule::LateCertificates))));
                }
            },
        );
        for (number, category) in (1..).zip(Category::ALL) {
            card_ui(ui, |ui| category_ui(ui, number, category));
            ui.add_space(space::XS);
        }
        ui.add_space(space::S);
        ui.label(Text::secondary(words::ACTIVITIES_OFFICER_POSTS));
        ui.label(Text::secondary(notes::VOLUNTARY));
    });
}

fn category_ui(ui: &mut Ui, number: u8, category: Category) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size([size::ICON_LARGE; 2].into(), eframe::egui::Sense::hover());
        icons::paint(ui.painter(), rect.center(), icon(category), colors(ui).accent);
        ui.add_space(space::XS);
        ui.vertical(|ui| {
            ui.label(Text::strong(format!("{number}. {}", labels::category(category))));
            ui.add(eframe::egui::Label::new(Text::secondary(labels::category_contents(category))).wrap());
        });
    });
}

const fn icon(category: Category) -> &'static str {
    match category {
        Category::Officer => icons::FLAG,
        Category::Competition => icons::TROPHY,
        Category::Certificate => icons::CERTIFICATE,
        Category::Service => icons::HANDSHAKE,
        Category::Flexible => icons::LIGHTBULB,
        Category::Group => icons::USERS,
        Category::Workplace => icons::BRIEFCASE,
        Category::Work => icons::PAINT_BRUSH,
        Category::College => icons::STUDENT,
        Category::Other => icons::STAR,
    }
}
