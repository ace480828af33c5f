//! Windows of time as bars, with a line for today.

use eframe::egui::{
    Align2, CornerRadius, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::line;
use super::shape::Phase;
use crate::gui::fonts;
use crate::gui::theme::{Colors, colors, radius, size, space, stroke, type_size};

/// One window as a bar. Places are fractions of the shown time; what lies outside 0 to 1 is cut off.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineBar {
    /// What the window is for.
    pub name: String,
    /// Where it opens.
    pub from: f32,
    /// Where it closes.
    pub to: f32,
    /// Where it stands.
    pub phase: Phase,
    /// Dates and time left, in a few words; after the bar if it fits, else before it.
    pub note: String,
}

/// A few windows over a stretch of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The windows, one row each.
    pub bars: Vec<TimelineBar>,
    /// Marks of the scale: place and word, such as the first of a month.
    pub marks: Vec<(f32, String)>,
    /// Where today is, and its word.
    pub today: Option<(f32, String)>,
}

impl Timeline {
    /// Draws the scale and the bars, as wide as the surroundings.
    pub fn ui(&self, ui: &mut Ui) {
        let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
        let scale = self.scale_ui(ui);
        for bar in &self.bars {
            self.bar_ui(ui, bar, scale);
        }
        self.paint_today(ui, scale);
        ui.spacing_mut().item_spacing.y = gap;
    }

    /// The stretch of the screen that shows the time, as high as the row of marks.
    fn scale_ui(&self, ui: &mut Ui) -> Rect {
        let c = colors(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::CHIP), Sense::hover());
        let left = (rect.left() + size::TIMELINE_NAME).min(rect.right());
        let scale = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        let bottom = rect.bottom() + size::ROW * self.bars.len() as f32;
        for (place, word) in &self.marks {
            if let Some(x) = place_of(scale, *place) {
                let font = fonts::regular(type_size::SECONDARY);
                ui.painter().text(
                    pos2(x + space::XXS, rect.center().y),
                    Align2::LEFT_CENTER,
                    word,
                    font,
                    c.ink_soft,
                );
                ui.painter()
                    .vline(x, rect.top()..=bottom, Stroke::new(stroke::HAIR, c.line));
            }
        }
        scale
    }

    fn bar_ui(&self, ui: &mut Ui, bar: &TimelineBar, scale: Rect) {
        let c = colors(ui);
        let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::hover());
        let spoken = format!("{} {}", bar.name, bar.note);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &spoken));
        let middle = row.center().y;
        let name_room = size::TIMELINE_NAME - space::XS;
        let name = line::layout(ui, &bar.name, fonts::regular(type_size::BODY), c.ink, name_room);
        line::paint(ui, pos2(row.left(), middle), name, c.ink);

        let (from, to) = (bar.from.clamp(0.0, 1.0), bar.to.clamp(0.0, 1.0));
        let at = |place: f32| scale.left() + scale.width() * place;
        let rect = Rect::from_min_max(
            pos2(at(from), middle - size::CHIP / 2.0),
            pos2(
                at(to).max(at(from) + size::ICON + space::XS),
                middle + size::CHIP / 2.0,
            ),
        );
        let corner = CornerRadius::same(radius::CONTROL);
        ui.painter().rect(
            rect,
            corner,
            fill_of(bar.phase, c),
            Stroke::new(stroke::HAIR, edge_of(bar.phase, c)),
            StrokeKind::Inside,
        );
        let ink = ink_of(bar.phase, c);
        let shape_center = pos2(rect.left() + space::XXS + size::ICON / 2.0, middle);
        bar.phase.paint(ui.painter(), shape_center, ink);
        paint_note(
            ui,
            bar,
            rect,
            scale,
            self.today.as_ref().and_then(|(place, _)| place_of(scale, *place)),
        );
        response.on_hover_text(spoken);
    }

    fn paint_today(&self, ui: &Ui, scale: Rect) {
        let Some((place, word)) = &self.today else { return };
        let Some(x) = place_of(scale, *place) else { return };
        let c = colors(ui);
        let bottom = scale.bottom() + size::ROW * self.bars.len() as f32;
        ui.painter()
            .vline(x, scale.bottom()..=bottom, Stroke::new(stroke::FOCUS, c.ink));
        let galley = line::layout(
            ui,
            word,
            fonts::bold(type_size::SECONDARY),
            c.surface_raised,
            f32::INFINITY,
        );
        let half = galley.size().x / 2.0 + space::XXS;
        let center_x = x.clamp(
            scale.left() + half,
            (scale.right() - half).max(scale.left() + half),
        );
        let flag = Rect::from_center_size(
            pos2(center_x, scale.center().y),
            vec2(2.0 * half, galley.size().y),
        );
        ui.painter()
            .rect_filled(flag, CornerRadius::same(radius::TICK + 1), c.ink);
        line::paint(
            ui,
            pos2(flag.left() + space::XXS, flag.center().y),
            galley,
            c.surface_raised,
        );
    }
}

fn place_of(scale: Rect, place: f32) -> Option<f32> {
    (0.0..=1.0)
        .contains(&place)
        .then(|| (scale.left() + scale.width() * place).round())
}

/// A long bar as strong as a badge would shout: amber stays, but pale.
fn fill_of(phase: Phase, c: &Colors) -> eframe::egui::Color32 {
    if phase == Phase::ClosingSoon {
        c.submitted.soft
    } else {
        phase.fill(c)
    }
}

fn ink_of(phase: Phase, c: &Colors) -> eframe::egui::Color32 {
    if phase == Phase::ClosingSoon {
        c.submitted.ink
    } else {
        phase.ink(c)
    }
}

fn edge_of(phase: Phase, c: &Colors) -> eframe::egui::Color32 {
    match phase {
        Phase::Open => c.accent,
        Phase::ClosingSoon => c.submitted.ink,
        Phase::Unannounced | Phase::NotOpen | Phase::Closed => c.control_line,
    }
}

/// Paints the note where it fits; where it fits nowhere, the tooltip and the accessible name have it.
fn paint_note(ui: &Ui, bar: &TimelineBar, rect: Rect, scale: Rect, today: Option<f32>) {
    let c = colors(ui);
    let urgent = bar.phase == Phase::ClosingSoon;
    let font = if urgent { fonts::bold } else { fonts::regular };
    let ink = eframe::egui::Color32::PLACEHOLDER;
    let galley = line::layout(ui, &bar.note, font(type_size::SECONDARY), ink, f32::INFINITY);
    if let Some((x, inside)) = note_place(rect.x_range(), scale.x_range(), today, galley.size().x) {
        let ink = if inside { ink_of(bar.phase, c) } else { c.ink_soft };
        line::paint(ui, pos2(x, rect.center().y), galley, ink);
    }
}

/// Where a note of `width` begins, and whether that is inside the bar: in it, in it after today, after it, or
/// before it; the first of these that is clear of today's line, else the first with room.
fn note_place(bar: Rangef, scale: Rangef, today: Option<f32>, width: f32) -> Option<(f32, bool)> {
    let first = bar.min + space::XXS + size::ICON + space::XXS;
    let places = [
        (first, true),
        (today.unwrap_or(first).max(first) + space::XS, true),
        (bar.max + space::XS, false),
        (bar.min - space::XS - width, false),
    ];
    let fits = |&&(x, inside): &&(f32, bool)| {
        let room = if inside {
            Rangef::new(bar.min, bar.max - space::XXS)
        } else {
            scale
        };
        room.contains(x) && room.contains(x + width)
    };
    let is_clear =
        |&&(x, _): &&(f32, bool)| today.is_none_or(|line| !Rangef::new(x, x + width).contains(line));
    places
        .iter()
        .filter(fits)
        .find(is_clear)
        .or_else(|| places.iter().find(fits))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCALE: Rangef = Rangef {
        min: 100.0,
        max: 500.0,
    };

    #[track_caller]
    fn assert_place(bar: (f32, f32), today: Option<f32>, width: f32, expected: Option<(f32, bool)>) {
        assert_eq!(
            note_place(Rangef::new(bar.0, bar.1), SCALE, today, width),
            expected
        );
    }

    #[test]
    fn a_note_stands_where_it_fits_and_keeps_clear_of_today() {
        assert_place((100.0, 400.0), None, 200.0, Some((126.0, true)));
        assert_place((100.0, 400.0), Some(150.0), 200.0, Some((158.0, true)));
        assert_place((100.0, 300.0), Some(150.0), 150.0, Some((308.0, false)));
        assert_place((300.0, 480.0), Some(350.0), 150.0, Some((142.0, false)));
        assert_place((100.0, 490.0), Some(300.0), 350.0, Some((126.0, true)));
        assert_place((100.0, 490.0), None, 380.0, None);
    }
}
