//! Three years as a picture: a row for the courses and each category, a mark for each item.

use chrono::{Months, NaiveDate};
use eframe::egui::{
    Align2, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::page_of;
use crate::domain::activity::Category;
use crate::domain::moment::taipei_date;
use crate::domain::term::{SchoolYear, Semester, Term};
use crate::engine::{Found, FoundKind};
use crate::gui::action::Action;
use crate::gui::fonts;
use crate::gui::state::State;
use crate::gui::theme::{Colors, colors, radius, size, space, stroke, type_size};
use crate::text::{activity, find as said, labels, overview};

/// Least width of a mark, so that one day can be seen and clicked.
const MARK: f32 = 12.0;
/// Height of a mark; a lane is a little higher.
const MARK_HEIGHT: f32 = 14.0;
const LANE: f32 = MARK_HEIGHT + space::XXS;
/// More than so many marks at one time share the last lane.
const MOST_LANES: usize = 6;

/// A row of the picture with its marks.
struct Row<'a> {
    name: &'static str,
    marks: Vec<(NaiveDate, NaiveDate, &'a Found)>,
}

/// The days that are shown.
struct Scale {
    first: NaiveDate,
    last: NaiveDate,
    rect: Rect,
}

impl Scale {
    fn x(&self, day: NaiveDate) -> f32 {
        let whole = (self.last - self.first).num_days().max(1) as f32;
        let share = (day - self.first).num_days() as f32 / whole;
        self.rect.left() + self.rect.width() * share.clamp(0.0, 1.0)
    }
}

pub(super) fn time_line_ui(ui: &mut Ui, state: &State, found: &[Found], actions: &mut Vec<Action>) {
    let rows = rows(found);
    let years = shown_years(state, found);
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    let heights: Vec<f32> = rows.iter().map(|row| height_of(row, ui, *first, *last)).collect();
    let head = size::CONTROL + space::M;
    let height = head + heights.iter().sum::<f32>();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let left = rect.left() + size::TIMELINE_NAME;
    let scale = Scale {
        first: first.first_day(),
        last: last.next().first_day(),
        rect: Rect::from_min_max(pos2(left, rect.top()), rect.max),
    };
    grid_ui(ui, state, &years, &scale, rect, head);
    let mut top = rect.top() + head;
    for (row, height) in rows.iter().zip(heights) {
        row_ui(ui, row, &scale, top, rect, actions);
        top += height;
    }
}

/// The years at school, and those in which something stands.
fn shown_years(state: &State, found: &[Found]) -> Vec<SchoolYear> {
    let studied = state
        .snapshot()
        .and_then(|data| data.status.activity_rules.years)
        .map(|years| years.school_years())
        .unwrap_or_default();
    let of_items = found.iter().flat_map(|one| match one.span {
        Some((from, until)) => vec![SchoolYear::of(from), SchoolYear::of(until)],
        None => vec![one.term.year],
    });
    let (mut first, mut last) = (None, None);
    for year in studied.into_iter().chain(of_items) {
        first = Some(first.map_or(year, |first: SchoolYear| first.min(year)));
        last = Some(last.map_or(year, |last: SchoolYear| last.max(year)));
    }
    match (first, last) {
        (Some(first), Some(last)) => (first.0..=last.0).map(SchoolYear).collect(),
        _ => Vec::new(),
    }
}

fn rows(found: &[Found]) -> Vec<Row<'_>> {
    let courses = Row {
        name: "課程學習成果",
        marks: found
            .iter()
            .filter(|one| matches!(one.kind, FoundKind::Outcome(_)))
            .map(|one| (middle(one.term), middle(one.term), one))
            .collect(),
    };
    let categories = Category::ALL.into_iter().map(|category| Row {
        name: labels::category(category),
        marks: found
            .iter()
            .filter(|one| one.kind == FoundKind::Activity(category))
            .map(|one| {
                let (from, until) = one.span.unwrap_or((middle(one.term), middle(one.term)));
                (from, until, one)
            })
            .collect(),
    });
    let mut rows: Vec<Row<'_>> = std::iter::once(courses)
        .chain(categories)
        .filter(|row| !row.marks.is_empty())
        .collect();
    for row in &mut rows {
        row.marks
            .sort_by_key(|(from, until, one)| (*from, *until, one.id));
    }
    rows
}

/// What has a term but no day stands in the middle of it.
fn middle(term: Term) -> NaiveDate {
    let months = match term.semester {
        Semester::First => 3,
        Semester::Second => 9,
    };
    let first = term.year.first_day();
    first.checked_add_months(Months::new(months)).unwrap_or(first)
}

/// The lane of each mark: the first that is free.
fn lanes(row: &Row<'_>, x: impl Fn(NaiveDate) -> f32) -> Vec<(usize, f32, f32)> {
    let mut ends: Vec<f32> = Vec::new();
    row.marks
        .iter()
        .map(|(from, until, _)| {
            let left = x(*from);
            let right = x(*until).max(left + MARK);
            let free = ends.iter().position(|end| *end + space::XXS / 2.0 <= left);
            let lane = match free {
                Some(lane) => lane,
                None if ends.len() < MOST_LANES => {
                    ends.push(0.0);
                    ends.len() - 1
                }
                None => MOST_LANES - 1,
            };
            ends[lane] = right;
            (lane, left, right)
        })
        .collect()
}

fn height_of(row: &Row<'_>, ui: &Ui, first: SchoolYear, last: SchoolYear) -> f32 {
    let width = (ui.available_width() - size::TIMELINE_NAME).max(1.0);
    let scale = Scale {
        first: first.first_day(),
        last: last.next().first_day(),
        rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 1.0)),
    };
    let used = lanes(row, |day| scale.x(day))
        .iter()
        .map(|(lane, ..)| lane + 1)
        .max();
    (used.unwrap_or(1) as f32 * LANE + space::XS).max(size::ROW)
}

fn grid_ui(ui: &Ui, state: &State, years: &[SchoolYear], scale: &Scale, rect: Rect, head: f32) {
    let c = colors(ui);
    let hair = Stroke::new(stroke::HAIR, c.line);
    let entry = state.snapshot().and_then(|data| data.status.concerned.entry_year);
    for year in years {
        for term in year.terms() {
            let day = match term.semester {
                Semester::First => year.first_day(),
                Semester::Second => {
                    let first = year.first_day();
                    first.checked_add_months(Months::new(6)).unwrap_or(first)
                }
            };
            let x = scale.x(day).round();
            ui.painter().vline(x, rect.y_range(), hair);
            let name = match entry {
                Some(entry) if *year >= entry => labels::grade_term(term, entry),
                _ => term.to_string(),
            };
            ui.painter().text(
                pos2(x + space::XXS, rect.top() + size::CONTROL / 2.0),
                Align2::LEFT_CENTER,
                name,
                fonts::regular(type_size::SECONDARY),
                c.ink_soft,
            );
        }
    }
    let today = taipei_date(state.now);
    if (scale.first..scale.last).contains(&today) {
        let x = scale.x(today).round();
        let bottom = rect.top() + head;
        ui.painter()
            .vline(x, bottom..=rect.bottom(), Stroke::new(stroke::FOCUS, c.ink));
        let word = ui.painter().layout_no_wrap(
            overview::TODAY.to_owned(),
            fonts::bold(type_size::SECONDARY),
            c.surface_raised,
        );
        let flag = Rect::from_center_size(
            pos2(x, bottom - word.size().y / 2.0),
            vec2(word.size().x + space::XS, word.size().y),
        );
        ui.painter()
            .rect_filled(flag, CornerRadius::same(radius::TICK + 1), c.ink);
        ui.painter()
            .galley(flag.min + vec2(space::XXS, 0.0), word, c.surface_raised);
    }
}

fn row_ui(ui: &mut Ui, row: &Row<'_>, scale: &Scale, top: f32, rect: Rect, actions: &mut Vec<Action>) {
    let c = *colors(ui);
    ui.painter()
        .hline(rect.x_range(), top, Stroke::new(stroke::HAIR, c.line));
    ui.painter().text(
        pos2(rect.left(), top + size::ROW / 2.0),
        Align2::LEFT_CENTER,
        said::short_row(row.name),
        fonts::regular(type_size::BODY),
        c.ink,
    );
    let lanes = lanes(row, |day| scale.x(day));
    let used = lanes.iter().map(|(lane, ..)| lane + 1).max().unwrap_or(1);
    // One lane stands beside the name; several begin at the top.
    let begin = ((size::ROW - used as f32 * LANE) / 2.0).max(space::XXS);
    for ((_, _, found), (lane, left, right)) in row.marks.iter().zip(lanes) {
        let y = top + begin + lane as f32 * LANE + space::XXS / 2.0;
        let mark = Rect::from_min_max(pos2(left, y), pos2(right, y + MARK_HEIGHT));
        let response = mark_ui(ui, found, mark, &c);
        if response.clicked() {
            actions.push(Action::Go(page_of(found)));
        }
    }
}

fn mark_ui(ui: &Ui, found: &Found, mark: Rect, c: &Colors) -> Response {
    let id = Id::unique(("time line", found.id));
    let response = ui.interact(mark, id, Sense::click());
    let when = found
        .span
        .map_or_else(|| labels::term(found.term), activity::days);
    let spoken = format!("{}　{when}", found.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let (fill, edge) = match found.kind {
        FoundKind::Outcome(_) => (c.accent_soft, c.accent),
        FoundKind::Activity(_) => (c.accent, c.accent),
    };
    let edge = if response.hovered() || response.has_focus() {
        c.ink
    } else {
        edge
    };
    ui.painter().rect(
        mark,
        CornerRadius::same(radius::TICK + 1),
        fill,
        Stroke::new(
            if response.has_focus() {
                stroke::FOCUS
            } else {
                stroke::HAIR
            },
            edge,
        ),
        eframe::egui::StrokeKind::Inside,
    );
    response.on_hover_text(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ItemId;

    fn found(id: u64, from: u32, until: u32) -> Found {
        let day = |day| NaiveDate::from_ymd_opt(2025, 9, day).unwrap();
        Found {
            id: ItemId(id),
            kind: FoundKind::Activity(Category::Other),
            term: Term::new(114, Semester::First),
            title: String::new(),
            detail: String::new(),
            description: String::new(),
            tags: Vec::new(),
            span: Some((day(from), day(until))),
            file_count: 0,
            is_lacking: false,
        }
    }

    #[test]
    fn what_happens_at_one_time_stands_in_lanes() {
        let all = [found(1, 1, 10), found(2, 5, 8), found(3, 20, 21)];
        let rows = rows(&all);
        let start = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
        let placed = lanes(&rows[0], |day| (day - start).num_days() as f32 * 10.0);
        let used: Vec<usize> = placed.iter().map(|(lane, ..)| *lane).collect();
        assert_eq!(used, [0, 1, 0]);
        assert!(placed.iter().all(|(_, left, right)| right - left >= MARK));
    }
}
