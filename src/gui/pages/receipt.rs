//! The comparison of a 收訖明細 with what was filed, line by line: of the student's page and the office's.

use eframe::egui::{Align, Color32, Label, Layout, Role, Sense, Ui, WidgetInfo, vec2};

use crate::domain::receipt::{Difference, LineVerdict, ReceiptLine, VerdictKind};
use crate::domain::selection::Part;
use crate::engine::{ReceiptEntry, ReceiptItem, ReceiptView};
use crate::gui::fonts::Text;
use crate::gui::icons;
use crate::gui::theme::{colors, size, space};
use crate::gui::widgets::{card_ui, divider_ui, section_header_ui};
use crate::text::{labels, receipts as words};

/// The column of the verdict, in points.
const VERDICT: f32 = 112.0;

pub(super) fn comparison_ui(ui: &mut Ui, view: &ReceiptView) {
    let counts = words::counts(view.entries.len(), |kind| view.count(kind));
    let kinds = [Some(Part::Outcomes), Some(Part::Activities), None];
    for part in kinds {
        let entries: Vec<&ReceiptEntry> = view
            .entries
            .iter()
            .filter(|entry| entry.item.as_ref().map(|item| item.part) == part)
            .collect();
        if entries.is_empty() {
            continue;
        }
        let title = part.map_or(words::PAPER_OTHERS, labels::part);
        let note = (part == Some(Part::Outcomes)).then_some(counts.as_str());
        section_header_ui(ui, title, note, |_| {});
        card_ui(ui, |ui| {
            for (place, entry) in entries.iter().enumerate() {
                if place > 0 {
                    divider_ui(ui);
                    ui.add_space(space::XS);
                }
                entry_ui(ui, entry);
                ui.add_space(space::XS);
            }
        });
        ui.add_space(space::M);
    }
}

fn entry_ui(ui: &mut Ui, entry: &ReceiptEntry) {
    let kind = entry.verdict.kind();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        ui.allocate_ui_with_layout(
            vec2(VERDICT, size::CHIP),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.set_min_width(VERDICT);
                verdict_ui(ui, kind);
            },
        );
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            ui.add(Label::new(Text::strong(entry.name())).wrap());
            let about = about(entry);
            if !about.is_empty() {
                ui.add(Label::new(Text::secondary(about)).wrap());
            }
            if let LineVerdict::Differs(all) = &entry.verdict {
                for one in all {
                    ui.add(Label::new(Text::body(sides(*one, entry))).wrap());
                }
            } else if kind.is_off() {
                ui.add(Label::new(Text::body(words::verdict_meaning(kind))).wrap());
            }
        });
    });
}

fn about(entry: &ReceiptEntry) -> String {
    match &entry.item {
        Some(item) if item.part == Part::Outcomes => words::course(&item.course_name, Some(item.semester)),
        Some(_) => String::new(),
        None => entry
            .line
            .as_ref()
            .map_or_else(String::new, |line| line.course_code.clone()),
    }
}

/// `名稱　學校提交的「物理」　收訖明細「化學」`
fn sides(difference: Difference, entry: &ReceiptEntry) -> String {
    let own = entry.item.as_ref().map(|item| own_side(difference, item));
    let list = entry.line.as_ref().map(|line| list_side(difference, line));
    words::sides(difference, &own.unwrap_or_default(), &list.unwrap_or_default())
}

fn own_side(difference: Difference, item: &ReceiptItem) -> String {
    match difference {
        Difference::Semester => item.semester.number().to_string(),
        Difference::CourseCode => item.course_code.clone(),
        Difference::Name if item.part == Part::Outcomes => item.course_name.clone(),
        Difference::Name => item.title.clone(),
        Difference::Description => item.description.clone(),
        Difference::Files => words::md5s(&item.md5s),
    }
}

fn list_side(difference: Difference, line: &ReceiptLine) -> String {
    match difference {
        Difference::Semester => line
            .semester
            .map_or_else(String::new, |semester| semester.number().to_string()),
        Difference::CourseCode => line.course_code.clone(),
        Difference::Name => line.shown_name().to_owned(),
        Difference::Description => line.description.clone().unwrap_or_default(),
        Difference::Files => words::md5s(&line.md5s),
    }
}

/// Shape and colour beside the word.
fn look(ui: &Ui, kind: VerdictKind) -> (&'static str, Color32) {
    let c = colors(ui);
    match kind {
        VerdictKind::Matches => (icons::CHECK, c.certified.ink),
        VerdictKind::Differs => (icons::WARNING, c.submitted.ink),
        VerdictKind::Missing => (icons::X_CIRCLE, c.returned.ink),
        VerdictKind::NotMine => (icons::WARNING_CIRCLE, c.returned.ink),
        VerdictKind::NotYet => (icons::HOURGLASS, c.ink_soft),
    }
}

fn verdict_ui(ui: &mut Ui, kind: VerdictKind) {
    let (icon, ink) = look(ui, kind);
    let word = words::verdict(kind);
    let (rect, response) = ui.allocate_exact_size(vec2(size::ICON_SMALL, size::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), word));
    icons::paint_sized(ui.painter(), rect.center(), icon, size::ICON_SMALL, ink);
    ui.add(Label::new(Text::secondary(word).color(ink)).truncate())
        .on_hover_text(words::verdict_meaning(kind));
}
