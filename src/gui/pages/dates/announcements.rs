//! Tab 公告: what is shown now, what comes, what is over.

use eframe::egui::{Label, Ui};

use crate::engine::{AnnouncementView, TimetableView};
use crate::gui::action::Action;
use crate::gui::dates::{DatesAction, FormOf};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::{size, space};
use crate::gui::widgets::{Button, EmptyState, card_ui, divider_ui, running_text_ui, section_header_ui};
use crate::text::dates::page as words;

pub(super) fn announcements_ui(ui: &mut Ui, state: &State, view: &TimetableView, actions: &mut Vec<Action>) {
    if view.announcements.is_empty() {
        card_ui(ui, |ui| {
            let _ = EmptyState::new(
                icons::BELL,
                words::NO_ANNOUNCEMENTS,
                words::NO_ANNOUNCEMENTS_SENTENCE,
            )
            .ui(ui);
        });
        return;
    }
    let now = state.now;
    type Part<'a> = (&'a str, bool, &'a dyn Fn(&AnnouncementView) -> bool);
    let parts: [Part<'_>; 3] = [
        (words::SHOWN, true, &|one| one.is_shown(now)),
        (words::NOT_YET, true, &|one| {
            !one.is_over(now) && !one.is_shown(now)
        }),
        (words::OVER, false, &|one| one.is_over(now)),
    ];
    for (title, changeable, belongs) in parts {
        let mut all: Vec<&AnnouncementView> = view.announcements.iter().filter(|one| belongs(one)).collect();
        if all.is_empty() {
            continue;
        }
        if changeable {
            all.reverse();
        }
        section_header_ui(ui, title, None, |_| {});
        card_ui(ui, |ui| {
            for (number, one) in all.iter().enumerate() {
                if number > 0 {
                    divider_ui(ui);
                }
                one_ui(ui, one, changeable, actions);
            }
        });
        ui.add_space(space::M);
    }
}

fn one_ui(ui: &mut Ui, one: &AnnouncementView, changeable: bool, actions: &mut Vec<Action>) {
    ui.with_layout(
        eframe::egui::Layout::right_to_left(eframe::egui::Align::Min),
        |ui| {
            if changeable {
                let end = Button::quiet(words::END).tooltip(one.text.clone());
                if end.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::AskEnd(one.id)));
                }
                let edit = Button::quiet(words::CHANGE).tooltip(one.text.clone());
                if edit.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::Open(FormOf::Announcement(one.id))));
                }
            }
            ui.vertical(|ui| {
                ui.set_min_height(size::CONTROL);
                ui.spacing_mut().item_spacing.y = space::XXS;
                running_text_ui(ui, &one.text);
                let about = words::announced(&one.signed.by, one.from, one.ended.unwrap_or(one.until));
                ui.add(Label::new(Text::secondary(about)).wrap());
            });
        },
    );
}
