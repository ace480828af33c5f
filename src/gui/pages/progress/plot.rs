//! The picture of the counts: one bar a row, its states side by side. They are told apart by colour, by
//! how dark they are, by their order and by the numbers in them.

use eframe::egui::{Color32, CornerRadius, Label, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use egui_plot::{Bar, BarChart, GridInput, GridMark, Plot, PlotPoint, Text as PlotText};

use crate::domain::outcome::OutcomeState;
use crate::domain::progress::Tally;
use crate::gui::fonts::{self, Text};
use crate::gui::pages::overview::state_look;
use crate::gui::progress::{Line, Table};
use crate::gui::theme::{Colors, colors, size, space, stroke, type_size};
use crate::text::{labels, progress as words};

/// More bars than anybody compares.
const MOST_BARS: usize = 12;
const BAR: f32 = 30.0;
/// Thickness of a bar, as a share of its room.
const THICK: f64 = 0.62;
/// Room for the numbers below and a little air.
const FOOT: f32 = 34.0;
/// Letters of a name beside its bar.
const NAME_LETTERS: usize = 10;
/// Beside the names: a tick's worth of air.
const NAME_GAP: f32 = space::S;
/// A part narrower than this share of the longest bar shows no number.
const NARROW: f64 = 0.035;
/// Numbers along the foot.
const MOST_MARKS: f64 = 6.0;

/// How much of a state's ink its part of a bar has: steps that are also told apart in grey.
const fn strength(state: OutcomeState) -> f32 {
    match state {
        OutcomeState::Draft => 0.0,
        OutcomeState::Submitted => 0.32,
        OutcomeState::Returned => 0.71,
        OutcomeState::Certified => 1.0,
    }
}

pub(super) fn fill(c: &Colors, state: OutcomeState) -> Color32 {
    let ink = state_look(state).tint(c).ink;
    c.surface_raised.lerp_to_gamma(ink, strength(state))
}

/// What the number in a part is written with.
const fn number_ink(c: &Colors, state: OutcomeState) -> Color32 {
    if strength(state) > 0.5 {
        c.surface_raised
    } else {
        c.ink
    }
}

/// The words of the colours, with the counts of everything that is shown.
pub(super) fn legend_ui(ui: &mut Ui, total: Tally) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        for state in OutcomeState::ALL {
            let c = colors(ui);
            let (rect, _) = ui.allocate_exact_size(vec2(size::SHAPE, size::SHAPE), Sense::hover());
            let edge = Stroke::new(stroke::HAIR, state_look(state).tint(c).ink);
            let corner = CornerRadius::same(crate::gui::theme::radius::TICK);
            ui.painter()
                .rect(rect, corner, fill(c, state), edge, StrokeKind::Inside);
            let text = format!("{} {}", labels::state(state), total.of(state));
            ui.add(Label::new(Text::secondary(text)));
            ui.add_space(space::S);
        }
    });
}

/// How many bars of this table are drawn.
pub(super) fn bars(table: &Table) -> &[Line] {
    &table.lines[..table.lines.len().min(MOST_BARS)]
}

/// Draws the first rows of the table as bars; returns the one that was clicked.
pub(super) fn plot_ui(ui: &mut Ui, name: &str, table: &Table) -> Option<usize> {
    let lines = bars(table);
    let longest = lines.iter().map(|line| line.tally.uploaded()).max().unwrap_or(0);
    if longest == 0 {
        return None;
    }
    let (c, longest) = (*colors(ui), f64::from(longest));
    let names: Vec<String> = lines.iter().map(short_name).collect();
    let first = -(lines.len() as f64) + 0.5;
    let plot = Plot::new(("progress", name))
        .height(BAR * lines.len() as f32 + FOOT)
        .sense(Sense::click())
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_x(false)
        .show_y(false)
        .show_background(false)
        .show_grid([true, false])
        .grid_color(c.line)
        .default_x_bounds(0.0, longest * 1.02)
        .default_y_bounds(first, 0.5)
        .y_axis_min_width(name_room(&names))
        .x_grid_spacer(move |_: GridInput| marks(longest))
        .y_grid_spacer({
            let count = lines.len();
            move |_: GridInput| (0..count).map(|row| mark(-(row as f64), 1.0)).collect()
        })
        .x_axis_formatter(|mark, _| format!("{:.0}", mark.value))
        .y_axis_formatter(move |mark, _| {
            row_at(mark.value)
                .and_then(|row| names.get(row).cloned())
                .unwrap_or_default()
        })
        .label_formatter(|_| None);
    // A plot keeps its bounds; another table has others.
    let response = plot.show(ui, |plot| {
        plot.set_plot_bounds_x(0.0..=longest * 1.02);
        plot.set_plot_bounds_y(first..=0.5);
        for chart in charts(&c, lines) {
            plot.bar_chart(chart);
        }
        for number in numbers(&c, lines, longest) {
            plot.text(number);
        }
    });
    response
        .response
        .widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken(name, lines)));
    let at = response
        .response
        .clicked()
        .then(|| response.response.interact_pointer_pos());
    let value = response.transform.value_from_position(at??);
    row_at(value.y).filter(|row| *row < lines.len())
}

/// As wide as the longest name: they stand at the right of it.
fn name_room(names: &[String]) -> f32 {
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    longest as f32 * type_size::BODY + NAME_GAP
}

fn row_at(y: f64) -> Option<usize> {
    let row = -y.round();
    (row >= 0.0).then_some(row as usize)
}

const fn mark(value: f64, step_size: f64) -> GridMark {
    GridMark { value, step_size }
}

/// Whole numbers, few enough to be read.
fn marks(longest: f64) -> Vec<GridMark> {
    let steps = [
        1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0,
    ];
    let fits = steps.into_iter().find(|step| longest / step <= MOST_MARKS);
    let step = fits.unwrap_or(longest);
    let count = (longest / step).floor() as usize;
    // All equally thick: their distance in points does not matter.
    (0..=count)
        .map(|place| mark(place as f64 * step, longest))
        .collect()
}

/// One chart for each state, each beginning where the one before ends.
fn charts(c: &Colors, lines: &[Line]) -> Vec<BarChart> {
    let mut ends = vec![0.0; lines.len()];
    OutcomeState::ALL
        .into_iter()
        .map(|state| {
            let edge = Stroke::new(stroke::HAIR, state_look(state).tint(c).ink);
            let mut bars = Vec::new();
            for ((row, line), end) in lines.iter().enumerate().zip(&mut ends) {
                let count = f64::from(line.tally.of(state));
                if count > 0.0 {
                    let bar = Bar::new(-(row as f64), count).base_offset(*end).width(THICK);
                    let tip = words::part(&short_name(line), state, line.tally.of(state));
                    bars.push(bar.name(tip).fill(fill(c, state)).stroke(edge));
                }
                *end += count;
            }
            BarChart::new(labels::state(state), bars)
                .horizontal()
                .element_formatter(Box::new(|bar, _| bar.name.clone()))
        })
        .collect()
}

/// The counts, in the parts that have room for them.
fn numbers(c: &Colors, lines: &[Line], longest: f64) -> Vec<PlotText> {
    let mut texts = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        let mut end = 0.0;
        for state in OutcomeState::ALL {
            let count = line.tally.of(state);
            let (width, middle) = (f64::from(count), end + f64::from(count) / 2.0);
            end += width;
            if width < longest * NARROW || count == 0 {
                continue;
            }
            let ink = number_ink(c, state);
            let text =
                eframe::egui::RichText::new(count.to_string()).font(fonts::regular(type_size::SECONDARY));
            texts.push(PlotText::new("", PlotPoint::new(middle, -(row as f64)), text.color(ink)).color(ink));
        }
    }
    texts
}

fn short_name(line: &Line) -> String {
    let name = line
        .cells
        .first()
        .map(crate::gui::progress::Cell::shown)
        .unwrap_or_default();
    if name.chars().count() <= NAME_LETTERS {
        return name;
    }
    let start: String = name.chars().take(NAME_LETTERS).collect();
    format!("{start}…")
}

/// All of the picture in words.
fn spoken(name: &str, lines: &[Line]) -> String {
    let rows = lines.iter().map(|line| words::row(&short_name(line), line.tally));
    format!("{name}：{}", rows.collect::<Vec<_>>().join("；"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::contrast;

    #[test]
    fn the_states_differ_in_grey_too() {
        let grey = |color: Color32| {
            0.2126 * f32::from(color.r()) + 0.7152 * f32::from(color.g()) + 0.0722 * f32::from(color.b())
        };
        for dark in [false, true] {
            let c = Colors::of(dark);
            let mut shades = OutcomeState::ALL.map(|state| grey(fill(c, state)));
            shades.sort_by(f32::total_cmp);
            for pair in shades.windows(2) {
                assert!(pair[1] - pair[0] > 30.0, "dark {dark}: {shades:?}");
            }
        }
    }

    #[test]
    fn the_numbers_can_be_read() {
        for dark in [false, true] {
            let c = Colors::of(dark);
            for state in OutcomeState::ALL {
                let ratio = contrast(number_ink(c, state), fill(c, state));
                assert!(ratio >= 4.5, "dark {dark}, {state:?}: {ratio:.2}:1");
            }
        }
    }

    #[test]
    fn the_foot_has_whole_numbers_and_few() {
        for longest in 1..3000 {
            let marks = marks(f64::from(longest));
            assert!((1..=7).contains(&marks.len()), "{longest}");
            assert!(marks.iter().all(|mark| mark.value.fract() == 0.0), "{longest}");
        }
    }
}
