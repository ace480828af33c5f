//! Opens the window and hands it the worker.

use std::sync::{Arc, OnceLock};

use eframe::egui::{self, IconData, ViewportBuilder};

use super::app::{App, Begin, Sources};
use super::preferences::{Preferences, SMALLEST_SIZE};
use super::theme::Colors;
use crate::worker::{Worker, WorkerSetup};

/// No window could be opened: no display, or no renderer that works. In the system's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoWindow {
    pub detail: String,
}

/// Shows the window until it is closed.
///
/// # Errors
/// [`NoWindow`]; then nothing was opened.
pub fn run(setup: WorkerSetup, sources: Sources, begin: Begin) -> Result<(), NoWindow> {
    let preferences = sources
        .settings_folder
        .as_deref()
        .map(Preferences::load)
        .unwrap_or_default();
    let viewport = ViewportBuilder::default()
        .with_title(super::TITLE)
        .with_app_id("licheng")
        .with_inner_size(preferences.size())
        .with_min_inner_size(SMALLEST_SIZE)
        .with_icon(icon());
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    eframe::run_native(
        "licheng",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let repaint = ctx.clone();
            let worker = Worker::start(setup, Arc::new(move || repaint.request_repaint()));
            Ok(Box::new(App::new(&ctx, worker, sources, begin)))
        }),
    )
    .map_err(|error| NoWindow {
        detail: error.to_string(),
    })
}

/// Edge of the icon in pixels.
const ICON_EDGE: usize = 64;

/// A sheet with three lines and a mark, in the accent of the light theme.
fn icon() -> Arc<IconData> {
    static ICON: OnceLock<Arc<IconData>> = OnceLock::new();
    ICON.get_or_init(|| Arc::new(draw_icon())).clone()
}

fn draw_icon() -> IconData {
    let colors = Colors::of(false);
    let mut rgba = Vec::with_capacity(ICON_EDGE * ICON_EDGE * 4);
    for y in 0..ICON_EDGE {
        for x in 0..ICON_EDGE {
            let pixel = match part_of_icon(x, y) {
                IconPart::Outside => egui::Color32::TRANSPARENT,
                IconPart::Ground => colors.accent,
                IconPart::Paper => colors.on_accent,
                IconPart::Line => colors.accent,
                IconPart::Mark => colors.closing,
            };
            rgba.extend(pixel.to_array());
        }
    }
    let edge = u32::try_from(ICON_EDGE).unwrap_or_default();
    IconData {
        rgba,
        width: edge,
        height: edge,
    }
}

enum IconPart {
    Outside,
    Ground,
    Paper,
    Line,
    Mark,
}

fn part_of_icon(x: usize, y: usize) -> IconPart {
    const CORNER: usize = 14;
    let from_edge = |at: usize| at.min(ICON_EDGE - 1 - at);
    let (dx, dy) = (
        CORNER.saturating_sub(from_edge(x)),
        CORNER.saturating_sub(from_edge(y)),
    );
    if dx * dx + dy * dy > CORNER * CORNER {
        return IconPart::Outside;
    }
    let mark = (x.abs_diff(44), y.abs_diff(44));
    if mark.0 * mark.0 + mark.1 * mark.1 <= 81 {
        return IconPart::Mark;
    }
    if !(17..=46).contains(&x) || !(12..=51).contains(&y) {
        return IconPart::Ground;
    }
    let line = (23..=40).contains(&x) && [21, 22, 23, 29, 30, 31, 37, 38, 39].contains(&y);
    if line { IconPart::Line } else { IconPart::Paper }
}
