//! The program's window with a teacher before it who works with the keys alone.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use eframe::CreationContext;
use eframe::egui::{Context, Event, Key, Modifiers, RawInput, Ui};
use licheng::engine::demonstration_password;
use licheng::gui::action::Action;
use licheng::gui::app::App;
use licheng::gui::route::{Page, Route};

use crate::program::{self, cpu};
use crate::school::TEACHER;

/// The window's size in points: a laptop of these days.
const SIZE: [f32; 2] = [1366.0, 768.0];

/// What the costs of frames hold.
pub const FRAME_PARTS: &str =
    "from one frame's input to the next: update, drawing, tessellation, textures and painting";

/// Runs `make`'s program in a window until it closes itself.
pub fn run<A: eframe::App + 'static>(make: impl FnOnce(&CreationContext<'_>) -> A) {
    program::run(SIZE, make);
}

/// What one frame cost the window's thread, in CPU time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Input, and what was heard of the worker
    pub update: Duration,
    /// The pages, and what was done on them
    pub drawing: Duration,
    /// Tessellation, textures and painting
    pub painting: Duration,
}

impl Cost {
    pub fn all(&self) -> Duration {
        self.update + self.drawing + self.painting
    }
}

/// The program with the teacher.
pub struct Desk {
    pub app: App,
    asked_to_log_in: bool,
    asked_for_panel: bool,
    events: VecDeque<Vec<Event>>,
    /// When the part of the frame that is under way began, in CPU time of the window's thread.
    since: Option<Duration>,
    /// The parts that are over.
    cost: Cost,
    /// What the bench itself did in the part under way.
    own: Duration,
}

impl Desk {
    pub fn new(cc: &CreationContext<'_>, library: &Path) -> Self {
        Self {
            app: program::program(cc, library),
            asked_to_log_in: false,
            asked_for_panel: false,
            events: VecDeque::new(),
            since: None,
            cost: Cost::default(),
            own: Duration::ZERO,
        }
    }

    /// Whether the panel is open and nothing is under way.
    pub fn sits_at_the_panel(&mut self, ctx: &Context) -> bool {
        if self.app.state().route == Route::Login && !self.asked_to_log_in {
            self.asked_to_log_in = true;
            self.app.act(
                ctx,
                Action::FillIn {
                    account: TEACHER.to_owned(),
                    password: demonstration_password(TEACHER),
                },
            );
            self.app.act(ctx, Action::Login);
        }
        if self.app.state().snapshot().is_some() && !self.asked_for_panel {
            self.asked_for_panel = true;
            self.app.act(ctx, Action::Go(Page::Certification));
        }
        self.asked_for_panel && self.is_quiet() && self.app.state().viewer.shown.is_some()
    }

    /// Everything asked for is there.
    pub fn is_quiet(&self) -> bool {
        self.app.state().asked.is_empty()
    }

    /// Presses a key in the next frame.
    pub fn press(&mut self, ctx: &Context, key: Key) {
        let event = |pressed| Event::Key {
            key,
            physical_key: Some(key),
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.input(ctx, vec![event(true), event(false)]);
    }

    /// Hands events to one of the next frames, each list to a frame of its own.
    pub fn input(&mut self, ctx: &Context, events: Vec<Event>) {
        self.events.push_back(events);
        ctx.request_repaint();
    }

    pub fn has_input(&self) -> bool {
        !self.events.is_empty()
    }

    /// Begins a frame and hands it its events; says what the one before cost the window's thread.
    pub fn begin_frame(&mut self, ctx: &Context, raw: &mut RawInput) -> Option<Cost> {
        let is_first = self.since.is_none();
        let painting = self.part();
        let before = std::mem::take(&mut self.cost);
        raw.events.extend(self.events.pop_front().unwrap_or_default());
        if self.has_input() {
            ctx.request_repaint();
        }
        (!is_first).then_some(Cost { painting, ..before })
    }

    /// The program's part of the frame before its pages.
    pub fn logic(&mut self, ctx: &Context, frame: &eframe::Frame) {
        self.app.logic(ctx, Some(frame));
        self.cost.update = self.part();
    }

    /// Its pages.
    pub fn draw(&mut self, ui: &mut Ui, frame: &eframe::Frame) {
        self.app.draw(ui, Some(frame));
        self.cost.drawing = self.part();
    }

    /// What the part that ends now cost, without the bench's own work.
    fn part(&mut self) -> Duration {
        let now = cpu();
        let own = std::mem::take(&mut self.own);
        let began = self.since.replace(now).unwrap_or(now);
        (now - began).saturating_sub(own)
    }

    /// Work of the bench on the window's thread, which is not the program's.
    pub fn own_work<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let before = cpu();
        let done = work();
        self.own += cpu() - before;
        done
    }
}
