//! Tab 上限與檔案: the rules of one term, where they come from, and who set them.

use eframe::egui::{Label, Ui};

use crate::domain::dates::NOTE_CHARS;
use crate::domain::description;
use crate::domain::file::FileKind;
use crate::domain::term::Term;
use crate::domain::term_rules::{LimitName, TermRules};
use crate::engine::TimetableView;
use crate::gui::action::Action;
use crate::gui::dates::{DatesAction, RulesForm};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::state::State;
use crate::gui::theme::space;
use crate::gui::widgets::{
    Button, Field, MultilineField, card_ui, running_text_ui, section_header_ui, select_ui,
};
use crate::text::dates::{self, page as words};
use crate::text::labels;

/// The field of a number: its name in one line.
const NUMBER: f32 = 192.0;

/// Why there is nothing to save; `None` when there is.
pub(super) fn nothing_to_save(state: &State) -> Option<&'static str> {
    let view = state.dates.view.ready()?;
    let term = state.dates.shown_term(view);
    let form = state.dates.rules.get(&term);
    let differs = form.is_some_and(|form| form.differs(&view.rules_of(term)));
    (!differs).then_some(words::NOTHING_TO_SAVE)
}

pub(super) fn rules_ui(ui: &mut Ui, state: &State, view: &TimetableView, actions: &mut Vec<Action>) {
    let term = state.dates.shown_term(view);
    let saved = view.rules_of(term);
    let untouched = RulesForm::default();
    let form = state.dates.rules.get(&term).unwrap_or(&untouched);
    ui.horizontal(|ui| {
        term_ui(ui, view, term, actions);
        if form.differs(&saved) {
            ui.add_space(space::S);
            ui.vertical(|ui| {
                ui.add_space(space::L - space::XXS);
                let revert = Button::quiet(words::REVERT_RULES).icon(icons::ARROW_COUNTER_CLOCKWISE);
                if revert.ui(ui).clicked() {
                    actions.push(Action::Dates(DatesAction::RevertRules));
                }
            });
        }
    });
    running_text_ui(ui, words::LIMITS_MEAN);
    ui.add_space(space::S);
    section_header_ui(ui, words::RULES_NUMBERS, None, |_| {});
    card_ui(ui, |ui| numbers_ui(ui, form, &saved, actions));
    ui.add_space(space::M);
    section_header_ui(ui, words::RULES_FILES, None, |_| {});
    card_ui(ui, |ui| files_ui(ui, form, &saved, actions));
    ui.add_space(space::M);
    section_header_ui(ui, words::SOURCE, None, |_| {});
    card_ui(ui, |ui| source_ui(ui, view, term, form, &saved, actions));
}

fn term_ui(ui: &mut Ui, view: &TimetableView, term: Term, actions: &mut Vec<Action>) {
    let mut terms: Vec<Term> = view.rules.iter().map(|rules| rules.term).collect();
    terms.extend(terms.first().map(|newest| newest.next()));
    terms.push(term);
    terms.sort_unstable();
    terms.dedup();
    let names: Vec<String> = terms.iter().map(|term| labels::term(*term)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let place = terms.iter().position(|one| *one == term);
    if let Some(chosen) = select_ui(ui, "rules of", words::RULES_TERM, &names, place, "")
        && let Some(term) = terms.get(chosen)
    {
        actions.push(Action::Dates(DatesAction::Term(*term)));
    }
}

fn numbers_ui(ui: &mut Ui, form: &RulesForm, saved: &TermRules, actions: &mut Vec<Action>) {
    let in_a_row = ((ui.available_width() + space::M) / (NUMBER + space::M)).max(1.0) as usize;
    for limits in LimitName::ALL.chunks(in_a_row) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for limit in limits {
                number_ui(ui, *limit, form, saved, actions);
            }
        });
    }
    let mut required = form
        .description_required
        .unwrap_or(saved.limits.description_required);
    if ui.checkbox(&mut required, words::DESCRIPTION_REQUIRED).changed() {
        actions.push(Action::Dates(DatesAction::DescriptionRequired(required)));
    }
}

fn number_ui(ui: &mut Ui, limit: LimitName, form: &RulesForm, saved: &TermRules, actions: &mut Vec<Action>) {
    let mut text = form.text(limit, saved);
    let wrong = form.check(limit, saved).is_err();
    let (least, most) = limit.range();
    let range = words::range(
        &dates::limit_value(limit, least),
        &dates::limit_value(limit, most),
    );
    let field = Field::new(words::limit_label(limit), &mut text)
        .width(NUMBER)
        .error(wrong.then_some(range))
        .help(words::usual(&usual(limit)));
    if field.ui(ui).changed() {
        actions.push(Action::Dates(DatesAction::Limit(limit, text)));
    }
}

fn usual(limit: LimitName) -> String {
    dates::limit_value(limit, limit.of(&TermRules::default().limits))
}

fn files_ui(ui: &mut Ui, form: &RulesForm, saved: &TermRules, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for kind in FileKind::ALL {
            let mut yes = form.accepts(kind, saved);
            if ui.checkbox(&mut yes, labels::file_kind(kind)).changed() {
                actions.push(Action::Dates(DatesAction::Accept(kind, yes)));
            }
        }
    });
    ui.add(Label::new(Text::secondary(words::RULES_FILES_MEAN)).wrap());
}

fn source_ui(
    ui: &mut Ui,
    view: &TimetableView,
    term: Term,
    form: &RulesForm,
    saved: &TermRules,
    actions: &mut Vec<Action>,
) {
    let mut text = form.source.clone().unwrap_or_else(|| saved.source.clone());
    let used = description::count(&text) as usize;
    let field = MultilineField::new(words::SOURCE_LABEL, &mut text)
        .hint(words::SOURCE_HINT)
        .rows(2)
        .count(used, NOTE_CHARS as usize);
    if field.ui(ui).changed() {
        actions.push(Action::Dates(DatesAction::Source(text)));
    }
    let signed = view.rules.iter().find(|rules| rules.term == term);
    let signed = signed.and_then(|rules| rules.signed.as_ref());
    let said = signed.map_or_else(
        || words::DEFAULTS.to_owned(),
        |signed| words::set_by(&signed.by, signed.at),
    );
    ui.add(Label::new(Text::secondary(said)).wrap());
}
