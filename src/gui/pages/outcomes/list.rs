//! Courses of the term as sections, items as rows.

use eframe::egui::{Align, Label, Layout, Ui};

use super::View;
use super::looks::{chip_ui, file_icon};
use crate::domain::course::EnrolmentMode;
use crate::domain::course::bears_outcomes;
use crate::domain::outcome::OutcomeState;
use crate::domain::seed::SeedRule;
use crate::engine::{CourseView, ItemView};
use crate::gui::action::{Action, SettingsAction};
use crate::gui::fonts::Text;
use crate::gui::forms::TextField;
use crate::gui::icons;
use crate::gui::pages::note_course_place;
use crate::gui::route::{OutcomesPlace, Page};
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{Button, EmptyState, ListRow, card_ui, cell_ui, link_ui, section_header_ui};
use crate::gui::words;
use crate::text::{labels, time};

const FILE_COLUMN: f32 = 150.0;
const KIND_COLUMN: f32 = 110.0;
const DATE_COLUMN: f32 = 100.0;

pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>, narrow: bool, actions: &mut Vec<Action>) {
    let wanted = view
        .state
        .forms
        .text(TextField::SearchItems)
        .trim()
        .to_lowercase();
    let courses: Vec<&CourseView> = view
        .data
        .courses
        .iter()
        .filter(|course| course.term == view.term)
        .collect();
    if courses.is_empty() {
        empty_ui(ui, view, actions);
        return;
    }
    let mut found = 0;
    for course in courses {
        let items: Vec<&ItemView> = view
            .data
            .items
            .iter()
            .filter(|item| item.facts.offering == course.id && item.facts.term == view.term)
            .filter(|item| matches(item, &wanted))
            .collect();
        if !wanted.is_empty() && items.is_empty() {
            continue;
        }
        found += items.len();
        course_ui(ui, view, course, &items, narrow, actions);
        ui.add_space(space::S);
    }
    if !wanted.is_empty() && found == 0 {
        let clear = Button::secondary("清除搜尋");
        let empty = EmptyState::new(
            icons::MAGNIFYING_GLASS,
            "沒有符合的成果",
            "換個短一點的詞，或換一個學期。",
        );
        if empty.action(clear).ui(ui) {
            actions.push(Action::Typed(TextField::SearchItems, String::new()));
        }
    }
}

fn matches(item: &ItemView, wanted: &str) -> bool {
    wanted.is_empty()
        || [&item.title, &item.course_name, &item.description]
            .iter()
            .any(|text| text.to_lowercase().contains(wanted))
}

fn empty_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    if view.state.is_personal() {
        let add = Button::primary("新增課程").icon(icons::PLUS);
        let empty = EmptyState::new(
            icons::BOOK_OPEN,
            "這個學期還沒有課程",
            "課程學習成果要放在課程底下。先新增這個學期有學分的課程。",
        );
        if empty.action(add).ui(ui) {
            actions.push(Action::Settings(SettingsAction::EditCourse(None, view.term)));
        }
        return;
    }
    let _ = EmptyState::new(
        icons::BOOK_OPEN,
        "這個學期沒有修課紀錄",
        "課程由教務處（註冊組）匯入；有缺漏請洽教務處。",
    )
    .ui(ui);
}

fn course_ui(
    ui: &mut Ui,
    view: &View<'_>,
    course: &CourseView,
    items: &[&ItemView],
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    let takes_items = bears_outcomes(course.kind, course.credits);
    let card = card_ui(ui, |ui| {
        let mut about = about(course, narrow);
        if takes_items && items.is_empty() {
            about.push_str("　還沒有成果");
        }
        section_header_ui(ui, &course.name, Some(&about), |ui| {
            if !takes_items {
                return;
            }
            let refusal = view.state.may_create(view.term, 1).err();
            let reason = refusal.map(|refusal| words::reason(&refusal, view.state.now));
            let add = if narrow {
                Button::icon_only(icons::PLUS, format!("在{}新增成果", course.name))
            } else {
                Button::quiet("新增")
                    .icon(icons::PLUS)
                    .of(course.name.clone())
                    .tooltip(format!("在{}新增成果", course.name))
            };
            let add = if course.withdrawn { add.enabled(false) } else { add };
            if add.disabled_because(reason).ui(ui).clicked() {
                actions.push(Action::Add(Some(course.id)));
            }
        });
        if !takes_items {
            ui.horizontal(|ui| {
                ui.label(Text::secondary("沒有學分的課程不能上傳課程學習成果。"));
                if link_ui(ui, "哪些課程可以？").clicked() {
                    actions.push(Action::Go(Page::Faq(Some(SeedRule::CourseWork))));
                }
            });
            return;
        }
        if course.withdrawn {
            ui.label(Text::secondary("已退選：原有的成果只能看。"));
        }
        if items.is_empty() {
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in items.iter().enumerate() {
            row_ui(ui, view, item, index + 1 == items.len(), narrow, actions);
        }
    });
    if takes_items && !course.withdrawn {
        let seen = card.response.rect.intersect(ui.clip_rect());
        if seen.is_positive() {
            note_course_place(ui.ctx(), course.id, seen);
        }
    }
}

/// `校訂必修·2 學分·王堃老師`
fn about(course: &CourseView, narrow: bool) -> String {
    let mut parts = Vec::new();
    if !narrow {
        parts.push(labels::course_kind(course.kind).to_owned());
    }
    parts.push(format!("{} 學分", course.credits));
    if !course.teachers.is_empty() {
        parts.push(course.teachers.join("、"));
    }
    if course.mode != EnrolmentMode::Regular {
        parts.push(labels::enrolment_mode(course.mode).to_owned());
    }
    parts.join("·")
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    item: &ItemView,
    last: bool,
    narrow: bool,
    actions: &mut Vec<Action>,
) {
    let unsaved = view.state.has_unsaved(item);
    let name = format!("{} {}", item.title, labels::state(item.state()));
    let row = ListRow::new(name)
        .selected(view.place.item == Some(item.id))
        .last(last)
        .ui(ui, item.id, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let compact = narrow || super::is_compact(ui);
                if !compact {
                    cell_ui(ui, DATE_COLUMN, |ui| ui.label(Text::secondary(when(view, item))));
                }
                cell_ui(ui, size::CHIP_COLUMN, |ui| chip_ui(ui, item.state()));
                if !narrow {
                    cell_ui(ui, FILE_COLUMN, |ui| files_ui(ui, item));
                }
                if !compact {
                    let kind = item.work_kind.map(labels::work_kind).unwrap_or_default();
                    cell_ui(ui, KIND_COLUMN, |ui| {
                        ui.add(Label::new(Text::secondary(kind)).truncate())
                    });
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let title = if unsaved {
                        format!("{}（未儲存）", item.title)
                    } else {
                        item.title.clone()
                    };
                    ui.add(Label::new(Text::body(title)).truncate());
                });
            });
        })
        .response;
    if row.clicked() {
        actions.push(Action::Place(OutcomesPlace {
            term: Some(view.term),
            item: Some(item.id),
            trash: false,
        }));
    }
}

/// Since when it waits, or the day of the last change.
fn when(view: &View<'_>, item: &ItemView) -> String {
    if let (OutcomeState::Submitted, Some(since)) = (item.state(), item.submitted) {
        return time::waited_days(since, view.state.now);
    }
    use chrono::Datelike;
    let day = crate::domain::moment::taipei_date(item.updated);
    format!("{} 月 {} 日更新", day.month(), day.day())
}

fn files_ui(ui: &mut Ui, item: &ItemView) {
    let ink = colors(ui).ink_soft;
    if item.files.is_empty() {
        ui.label(Text::secondary("還沒有檔案"));
        return;
    }
    ui.spacing_mut().item_spacing.x = space::XXS;
    for file in &item.files {
        let (rect, _) = ui.allocate_exact_size(
            eframe::egui::vec2(size::ICON, size::ICON),
            eframe::egui::Sense::hover(),
        );
        icons::paint(ui.painter(), rect.center(), file_icon(file.kind), ink);
        ui.add(Label::new(Text::secondary(crate::text::size::size(file.bytes))).truncate());
    }
}
