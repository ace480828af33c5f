//! Ten categories as sections, activities as rows.

use eframe::egui::{Align, Color32, Label, Layout, Sense, Ui, vec2};

use super::{View, category_icon, go, is_compact};
use crate::domain::activity::Category;
use crate::domain::seed::SeedRule;
use crate::engine::ActivityView;
use crate::gui::action::Action;
use crate::gui::activities::{ActivityAction, FormKey};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::pages::control_row_ui;
use crate::gui::pages::outcomes::looks::file_icon;
use crate::gui::route::Page;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{
    Button, EmptyState, ListRow, card_ui, cell_ui, link_ui, quota_meter_ui, section_header_ui,
};
use crate::gui::words;
use crate::text::{activity as said, labels, notes, pages};

const DATE_COLUMN: f32 = 190.0;
const FILE_COLUMN: f32 = 96.0;
const TERM_COLUMN: f32 = 48.0;
/// Room for 「等候證明文件」 with its mark.
const WAITING_COLUMN: f32 = 128.0;

pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    let status = &view.data.status;
    if !narrow {
        card_ui(ui, |ui| {
            let usage = status.activities;
            let subject = if status.activity_rules.counted_per_year {
                labels::school_year(status.terms.activity.year)
            } else {
                labels::term(status.terms.activity)
            };
            quota_meter_ui(ui, &format!("多元表現　{subject}"), usage.used, usage.limit, None);
        });
        ui.add_space(space::S);
    }
    if view.data.activities.is_empty() {
        let add = Button::primary(said::FIRST_STEP).icon(icons::PLUS);
        let empty = EmptyState::new(icons::TROPHY, said::NOTHING, said::NOTHING_SENTENCE);
        if empty.action(add).ui(ui) {
            actions.push(Action::Activity(ActivityAction::Choose));
        }
    }
    let mut empty = Vec::new();
    for category in Category::ALL {
        let items: Vec<&ActivityView> = view.shown().filter(|item| item.category() == category).collect();
        if items.is_empty() {
            empty.push(category);
        } else {
            category_ui(ui, view, category, &items, narrow, actions);
            ui.add_space(space::S);
        }
    }
    if !empty.is_empty() {
        empty_categories_ui(ui, view, &empty, narrow, actions);
        ui.add_space(space::S);
    }
    foot_ui(ui, actions);
}

fn add_button(view: &View<'_>, category: Category) -> Button {
    let refusal = view.state.may_add_activity(1).err();
    let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
    let name = format!("新增{}", labels::category(category));
    Button::icon_only(icons::PLUS, name).disabled_because(reason)
}

fn icon_ui(ui: &mut Ui, category: Category) {
    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    icons::paint(
        ui.painter(),
        rect.center(),
        category_icon(category),
        colors(ui).accent,
    );
}

fn category_ui(
    ui: &mut Ui,
    view: &View<'_>,
    category: Category,
    items: &[&ActivityView],
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    card_ui(ui, |ui| {
        ui.horizontal(|ui| {
            icon_ui(ui, category);
            let count = said::count(items.len());
            section_header_ui(ui, labels::category(category), Some(&count), |ui| {
                if add_button(view, category).ui(ui).clicked() {
                    actions.push(Action::Activity(ActivityAction::New(category)));
                }
            });
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in items.iter().enumerate() {
            row_ui(ui, view, item, index + 1 == items.len(), narrow, actions);
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    item: &ActivityView,
    last: bool,
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    let category = item.category();
    let lists = &view.data.status.activity_rules.lists;
    let unsaved = view.state.activities.has_unsaved(item, lists);
    let title = said::title(category, &item.values);
    let form = FormKey::Item(item.id);
    let waiting = if item.waits_for_document() {
        said::WAITING_FOR_DOCUMENT
    } else {
        ""
    };
    let row = ListRow::new(format!("{title} {waiting}"))
        .selected(view.place.open == Some(form))
        .last(last)
        .ui(ui, item.id, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let compact = narrow || is_compact(ui);
                if !narrow {
                    cell_ui(ui, TERM_COLUMN, |ui| {
                        ui.label(Text::secondary(item.facts.term.to_string()));
                    });
                }
                let column = if narrow { FILE_COLUMN } else { WAITING_COLUMN };
                cell_ui(ui, column, |ui| mark_ui(ui, item, narrow));
                if !compact {
                    cell_ui(ui, DATE_COLUMN, |ui| {
                        let span = said::short_span(category, &item.values);
                        ui.add(Label::new(Text::secondary(span)).truncate())
                    });
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = if unsaved {
                        format!("{title}（未儲存）")
                    } else {
                        title.clone()
                    };
                    if narrow {
                        ui.add(Label::new(Text::body(title)).truncate());
                    } else {
                        title_ui(ui, &title, &said::summary(category, &item.values));
                    }
                });
            });
        })
        .response;
    if row.clicked() {
        go(view, actions, |place| place.open = Some(form));
    }
}

/// The title, and what else is worth seeing in what room is left.
fn title_ui(ui: &mut Ui, title: &str, summary: &str) {
    let room = ui.available_width();
    ui.scope(|ui| {
        ui.set_max_width(room * 0.62);
        ui.add(Label::new(Text::body(title)).truncate());
    });
    ui.add(Label::new(Text::secondary(summary)).truncate());
}

/// What is to be done with it, else its files.
fn mark_ui(ui: &mut Ui, item: &ActivityView, narrow: bool) {
    let c = colors(ui);
    if item.facts.filed.is_some() {
        word_ui(ui, icons::LOCK, said::FILED, c.ink_soft);
    } else if !item.lacking.is_empty() {
        let word = if narrow {
            said::INCOMPLETE_SHORT
        } else {
            said::INCOMPLETE
        };
        word_ui(ui, icons::WARNING, word, c.submitted.ink);
    } else if item.waits_for_document() {
        let word = if narrow {
            said::WAITING_SHORT
        } else {
            said::WAITING_FOR_DOCUMENT
        };
        word_ui(ui, icons::HOURGLASS, word, c.draft.ink);
    } else {
        ui.spacing_mut().item_spacing.x = space::XXS;
        for file in &item.files {
            let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
            icons::paint(
                ui.painter(),
                rect.center(),
                file_icon(file.kind),
                colors(ui).ink_soft,
            );
            if item.files.len() == 1 {
                ui.add(Label::new(Text::secondary(crate::text::size::size(file.bytes))).truncate());
            }
        }
    }
}

/// An icon and a word: nothing is known by colour alone.
fn word_ui(ui: &mut Ui, icon: &'static str, word: &str, ink: Color32) {
    ui.spacing_mut().item_spacing.x = space::XXS;
    let (rect, _) = ui.allocate_exact_size(vec2(size::ICON, size::ICON), Sense::hover());
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate());
}

/// What else there is room for, one line each.
fn empty_categories_ui(
    ui: &mut Ui,
    view: &View<'_>,
    empty: &[Category],
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    card_ui(ui, |ui| {
        let note = (!narrow).then_some(pages::ACTIVITIES_NO_CERTIFICATION);
        section_header_ui(ui, said::EMPTY_CATEGORIES, note, |ui| {
            if !narrow && link_ui(ui, said::CHOOSE).clicked() {
                actions.push(Action::Activity(ActivityAction::Choose));
            }
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        for category in empty {
            let category = *category;
            control_row_ui(
                ui,
                size::ROW,
                actions,
                |ui, actions| {
                    if add_button(view, category).ui(ui).clicked() {
                        actions.push(Action::Activity(ActivityAction::New(category)));
                    }
                },
                |ui| {
                    icon_ui(ui, category);
                    if narrow {
                        ui.add(Label::new(Text::body(labels::category(category))).truncate());
                        return;
                    }
                    cell_ui(ui, size::TIMELINE_NAME + space::XL, |ui| {
                        ui.add(Label::new(Text::body(labels::category(category))).truncate())
                    });
                    ui.add(Label::new(Text::secondary(labels::category_contents(category))).truncate());
                },
            );
        }
    });
}

fn foot_ui(ui: &mut Ui, actions: &mut Vec<Action>) {
    if link_ui(ui, pages::LATE_CERTIFICATES).clicked() {
        actions.push(Action::Go(Page::Faq(Some(SeedRule::LateCertificates))));
    }
    ui.add(Label::new(Text::secondary(pages::ACTIVITIES_OFFICER_POSTS)).wrap());
    ui.add(Label::new(Text::secondary(notes::VOLUNTARY)).wrap());
}
