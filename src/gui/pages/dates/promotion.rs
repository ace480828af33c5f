//! Tab 新學期: class by class where the students of one term go in the next.

use eframe::egui::{Label, Ui};

use crate::domain::promotion::{ClassMove, Goes, MoveProblem};
use crate::domain::term::{SchoolYear, Term};
use crate::gui::action::Action;
use crate::gui::dates::DatesAction;
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::loadable::Loadable;
use crate::gui::pages::trouble_ui;
use crate::gui::route::Page;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::update::dates::promotion_terms;
use crate::gui::widgets::{
    EmptyState, Field, Notice, NoticeKind, card_ui, link_ui, running_text_ui, section_header_ui, select_ui,
    waiting_ui,
};
use crate::text::{imports, labels, promotion as words};

/// A class with its new name.
const CLASS: f32 = 192.0;

pub(super) fn promotion_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    running_text_ui(ui, words::SENTENCE);
    terms_ui(ui, state, actions);
    ui.add_space(space::S);
    if let Some((to, count)) = state.dates.promotion.done {
        let notice = Notice::new(NoticeKind::Success, words::done(to, count))
            .why(words::UNDO_HINT)
            .action(imports::TITLE);
        if notice.ui(ui) {
            actions.push(Action::Go(Page::Imports));
        }
        ui.add_space(space::S);
    }
    match &state.dates.promotion.view {
        Loadable::Ready(_) => classes_ui(ui, state, actions),
        Loadable::Failed(trouble) => {
            trouble_ui(ui, state, trouble, None);
        }
        Loadable::NotAsked | Loadable::Loading => waiting_ui(ui, words::READING),
    }
}

fn terms_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some((from, to)) = promotion_terms(state) else {
        return;
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let years = [from.year.previous(), from.year, from.year.next()];
        let olds: Vec<Term> = years.into_iter().flat_map(SchoolYear::terms).collect();
        if let Some(chosen) = term_ui(ui, words::FROM, &olds, from) {
            actions.push(Action::Dates(DatesAction::PromoteTerms(chosen, chosen.next())));
        }
        let mut news: Vec<Term> = from
            .year
            .terms()
            .into_iter()
            .filter(|term| *term > from)
            .collect();
        news.extend(from.year.next().terms());
        if let Some(chosen) = term_ui(ui, words::TO, &news, to) {
            actions.push(Action::Dates(DatesAction::PromoteTerms(from, chosen)));
        }
    });
}

fn term_ui(ui: &mut Ui, label: &str, terms: &[Term], now: Term) -> Option<Term> {
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = terms.iter().position(|term| *term == now);
    let chosen = select_ui(ui, ("promotion", label), label, &names, place, "")?;
    terms.get(chosen).copied()
}

fn classes_ui(ui: &mut Ui, state: &State, actions: &mut Vec<Action>) {
    let Some(wanted) = state.dates.promotion.wanted() else {
        return;
    };
    let note = words::summary(wanted.moving(), wanted.leaving(), wanted.already);
    section_header_ui(ui, words::CLASSES, Some(&note), |_| {});
    card_ui(ui, |ui| {
        if wanted.moves.is_empty() {
            let empty = EmptyState::new(
                icons::CHECK_CIRCLE,
                words::NOTHING_TO_DO,
                words::NOTHING_TO_DO_SENTENCE,
            );
            let _ = empty.ui(ui);
            return;
        }
        ui.add(Label::new(Text::secondary(words::ASK)).wrap());
        if wanted.without_year > 0 {
            let said = words::without_year(wanted.without_year);
            ui.add(Label::new(Text::secondary(said)).wrap());
        }
        ui.add_space(space::XS);
        let in_a_row = ((ui.available_width() + space::M) / (CLASS + space::M)).max(1.0) as usize;
        for row in wanted.moves.chunks(in_a_row) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for one in row {
                    class_ui(ui, state, one, actions);
                }
            });
            ui.add_space(space::XXS);
        }
    });
}

fn class_ui(ui: &mut Ui, state: &State, one: &ClassMove, actions: &mut Vec<Action>) {
    let class = &one.class.name;
    let mut text = match state.dates.promotion.typed.get(class) {
        Some(typed) => typed.clone(),
        None => match &one.goes {
            Some(Goes::To(name)) => name.clone(),
            Some(Goes::Leaves) | None => String::new(),
        },
    };
    let count = words::students(one.class.students);
    let help = match one.goes {
        Some(Goes::Leaves) => format!("{count}　{}", words::LEAVES),
        _ => count,
    };
    let unmapped = one.problem == Some(MoveProblem::Unmapped);
    ui.vertical(|ui| {
        ui.set_width(CLASS);
        let field = Field::new(class, &mut text)
            .width(CLASS)
            .help(help)
            .error(one.problem.as_ref().map(words::problem));
        if field.ui(ui).changed() {
            actions.push(Action::Dates(DatesAction::PromoteClass(class.clone(), text)));
        }
        if unmapped && link_ui(ui, words::LEAVES).clicked() {
            actions.push(Action::Dates(DatesAction::PromoteClass(
                class.clone(),
                String::new(),
            )));
        }
    });
}
