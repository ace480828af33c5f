//! The form of a category, made from its declaration.

use eframe::egui::{Label, Ui};

use super::View;
use super::item::Open;
use crate::domain::activity::field::{DateRole, Field as Declared, FieldKey, FieldKind, FieldProblem, Value};
use crate::domain::activity::lists::Lists;
use crate::domain::description;
use crate::gui::action::Action;
use crate::gui::activities::{ActivityAction, Part};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Button, Field, MultilineField, key_text_ui, link_ui, menu_button_ui, menu_item_ui, select_ui,
};
use crate::text::{activity as said, labels, notes, screen};

pub(super) fn form_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    if open.editable {
        fields_ui(ui, view, open, actions);
        words_ui(ui, view, open, actions);
    } else {
        locked_ui(ui, view, open);
    }
    // Tags are one's own and never filed: they stay open.
    tags_ui(ui, view, open, actions);
    unsaved_ui(ui, view, open, actions);
}

fn lists<'a>(view: &'a View<'_>) -> &'a Lists {
    &view.data.status.activity_rules.lists
}

/// Names have a row of their own; what is short stands two in a row.
fn fields_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let mut waiting: Option<&Declared> = None;
    for field in open.category.fields() {
        let wide = matches!(field.kind, FieldKind::Text(50..) | FieldKind::Suggested(..));
        match (wide, waiting.take()) {
            (true, before) => {
                if let Some(before) = before {
                    pair_ui(ui, view, open, before, None, actions);
                }
                field_ui(ui, view, open, field, actions);
            }
            (false, Some(before)) => pair_ui(ui, view, open, before, Some(field), actions),
            (false, None) => waiting = Some(field),
        }
    }
    if let Some(before) = waiting {
        pair_ui(ui, view, open, before, None, actions);
    }
}

fn pair_ui(
    ui: &mut Ui,
    view: &View<'_>,
    open: &Open<'_>,
    left: &Declared,
    right: Option<&Declared>,
    actions: &mut Vec<Action>,
) {
    let half = (ui.available_width() - space::M) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        for field in [Some(left), right].into_iter().flatten() {
            ui.vertical(|ui| {
                ui.set_width(half);
                ui.spacing_mut().combo_width = half;
                field_ui(ui, view, open, field, actions);
            });
        }
    });
}

fn field_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, field: &Declared, actions: &mut Vec<Action>) {
    let part = Part::Field(field.key);
    let text = view.state.activities.text(open.key, part, open.item);
    match field.kind {
        FieldKind::Code(codes) => {
            let options: Vec<&str> = codes.iter().map(|(_, words)| *words).collect();
            choice_ui(ui, open, field, &options, &text, actions);
        }
        FieldKind::OneOf(list) => {
            let entries = lists(view).entries(list);
            let mut options: Vec<&str> = entries.iter().map(String::as_str).collect();
            // What was chosen before the list changed stays what it is.
            if !text.is_empty() && !options.contains(&text.as_str()) {
                options.push(&text);
            }
            choice_ui(ui, open, field, &options, &text, actions);
        }
        FieldKind::Suggested(list, _) => {
            ui.horizontal_top(|ui| {
                let room = ui.available_width() - size::CONTROL - space::XS;
                ui.vertical(|ui| {
                    ui.set_width(room);
                    text_ui(ui, view, open, field, text, actions);
                });
                suggestions_ui(ui, open, field, lists(view).entries(list), actions);
            });
        }
        FieldKind::Text(_)
        | FieldKind::Date(_)
        | FieldKind::Amount(_)
        | FieldKind::Credits(_)
        | FieldKind::Whole(..) => text_ui(ui, view, open, field, text, actions),
    }
}

fn unsound(view: &View<'_>, open: &Open<'_>) -> Option<(FieldKey, FieldProblem)> {
    let rules = &view.data.status.activity_rules;
    let activities = &view.state.activities;
    activities.unsound((open.key, open.category), open.item, &rules.lists, rules.years)
}

/// `必填·照獎狀上的全名`
fn help(field: &Declared) -> String {
    match field.help {
        "" => labels::need(field.need).to_owned(),
        help => format!("{}·{help}", labels::need(field.need)),
    }
}

fn text_ui(
    ui: &mut Ui,
    view: &View<'_>,
    open: &Open<'_>,
    field: &Declared,
    text: String,
    actions: &mut Vec<Action>,
) {
    let part = Part::Field(field.key);
    let typed = view.state.activities.typed.get(&open.key);
    let problem =
        typed.and_then(|typed| typed.problem(field, &text, lists(view), unsound(view, open).as_ref()));
    let mut help = help(field);
    // A date that was understood is said in words, so that a slip is seen.
    if let (FieldKind::Date(_), Ok(Some(value @ Value::Date(_)))) =
        (field.kind, field.read(&text, lists(view)))
    {
        help = said::value(field, &value);
    }
    let mut typed = text;
    let response = Field::new(field.name, &mut typed)
        .hint(example(field))
        .help(help)
        .error(problem.map(|problem| said::problem(&problem)))
        .ui(ui);
    keep_ui(&response, open, part, typed, actions);
}

/// What stands in an empty field.
const fn example(field: &Declared) -> &'static str {
    match field.kind {
        FieldKind::Date(DateRole::On | DateRole::Begins | DateRole::Ends) => "114/9/1",
        FieldKind::Amount(_) => "2.5",
        FieldKind::Credits(_) => "2",
        _ => "",
    }
}

fn choice_ui(
    ui: &mut Ui,
    open: &Open<'_>,
    field: &Declared,
    options: &[&str],
    text: &str,
    actions: &mut Vec<Action>,
) {
    let selected = options.iter().position(|option| *option == text);
    ui.spacing_mut().item_spacing.y = space::XXS;
    let id = ("activity field", open.key, field.key);
    if let Some(chosen) = select_ui(ui, id, field.name, options, selected, "請選擇")
        && let Some(option) = options.get(chosen)
    {
        let part = Part::Field(field.key);
        actions.push(Action::Activity(ActivityAction::Typed(
            open.key,
            part,
            (*option).to_owned(),
        )));
    }
    ui.add(Label::new(Text::secondary(help(field))).wrap());
}

fn suggestions_ui(
    ui: &mut Ui,
    open: &Open<'_>,
    field: &Declared,
    entries: &[String],
    actions: &mut Vec<Action>,
) {
    ui.vertical(|ui| {
        ui.add_space(size::CONTROL - space::XS);
        let button = Button::icon_only(icons::CARET_DOWN, format!("{}的建議", field.name));
        menu_button_ui(ui, button, |ui| {
            for entry in entries {
                if menu_item_ui(ui, icons::CARET_RIGHT, entry, "").clicked() {
                    let part = Part::Field(field.key);
                    let action = ActivityAction::Typed(open.key, part, entry.clone());
                    actions.push(Action::Activity(action));
                    ui.close();
                }
            }
        });
    });
}

fn words_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let activities = &view.state.activities;
    let mut text = activities.text(open.key, Part::Description, open.item);
    let limit = view.data.status.limits.description_chars as usize;
    let used = description::count(&text) as usize;
    let response = MultilineField::new("簡述", &mut text)
        .count(used, limit)
        .help(format!(
            "選填，但審查的人會先讀它。{}",
            notes::DESCRIPTION_COUNTING
        ))
        .rows(3)
        .ui(ui);
    keep_ui(&response, open, Part::Description, text, actions);
    let mut link = activities.text(open.key, Part::Link, open.item);
    let response = Field::new(said::LINK, &mut link)
        .hint("https://")
        .help(format!("選填·{}", said::LINK_HELP))
        .ui(ui);
    keep_ui(&response, open, Part::Link, link, actions);
}

fn tags_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let mut tags = view.state.activities.text(open.key, Part::Tags, open.item);
    let response = Field::new(said::TAGS, &mut tags).help(said::TAGS_HELP).ui(ui);
    keep_ui(&response, open, Part::Tags, tags, actions);
}

fn keep_ui(
    response: &eframe::egui::Response,
    open: &Open<'_>,
    part: Part,
    typed: String,
    actions: &mut Vec<Action>,
) {
    if response.changed() {
        actions.push(Action::Activity(ActivityAction::Typed(open.key, part, typed)));
    }
    if response.lost_focus() {
        actions.push(Action::Activity(ActivityAction::Left(open.key, part)));
    }
}

fn locked_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>) {
    let Some(item) = open.item else { return };
    for field in open.category.fields() {
        let shown = item
            .values
            .get(field.key)
            .map_or_else(|| "沒有填".to_owned(), |value| said::value(field, value));
        key_text_ui(ui, field.name, &shown);
    }
    let shown = |text: &str, none: &'static str| {
        if text.trim().is_empty() {
            none.to_owned()
        } else {
            text.to_owned()
        }
    };
    key_text_ui(ui, "簡述", &shown(&item.description, "沒有寫"));
    key_text_ui(ui, said::LINK, &shown(item.link.as_deref().unwrap_or(""), "沒有"));
    if let Some(years) = view.data.status.activity_rules.years {
        ui.add(Label::new(Text::secondary(said::years(years)).color(colors(ui).ink_soft)).wrap());
    }
}

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, open: &Open<'_>, actions: &mut Vec<Action>) {
    let unsaved = match open.item {
        Some(item) => view.state.activities.has_unsaved(item, lists(view)),
        None => {
            let typed = view.state.activities.typed.get(&open.key);
            typed.is_some_and(|typed| !typed.is_empty()) || !view.state.activities.files.is_empty()
        }
    };
    if !unsaved {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(Text::secondary(format!(
            "{}。{}",
            screen::UNSAVED,
            screen::AUTOSAVED
        )));
        if link_ui(ui, "放棄修改").clicked() {
            actions.push(Action::Activity(ActivityAction::Revert(open.key)));
        }
    });
}
