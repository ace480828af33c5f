//! The program's window with a teacher before it who works with the keys alone.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use eframe::CreationContext;
use eframe::egui::{self, Context, Event, Key, Modifiers, RawInput};
use licheng::engine::demonstration_password;
use licheng::gui::action::Action;
use licheng::gui::app::App;
use licheng::gui::route::{Page, Route};

use crate::program::{self, cpu};
use crate::school::TEACHER;

/// The window's size in points: a laptop of these days.
const SIZE: [f32; 2] = [1366.0, 768.0];

/// Runs `make`'s program in a window until it closes itself.
pub fn run<A: eframe::App + 'static>(make: impl FnOnce(&CreationContext<'_>) -> A) {
    program::run(SIZE, make);
}

/// The program with the teacher.
pub struct Desk {
    pub app: App,
    asked_to_log_in: bool,
    asked_for_panel: bool,
    events: VecDeque<Vec<Event>>,
    /// CPU time of the frame that is being drawn.
    frame: Duration,
}

impl Desk {
    pub fn new(cc: &CreationContext<'_>, library: &Path) -> Self {
        Self {
            app: program::program(cc, library),
            asked_to_log_in: false,
            asked_for_panel: false,
            events: VecDeque::new(),
            frame: Duration::ZERO,
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

    pub fn feed(&mut self, ctx: &Context, raw: &mut RawInput) {
        raw.events.extend(self.events.pop_front().unwrap_or_default());
        if self.has_input() {
            ctx.request_repaint();
        }
    }

    pub fn logic(&mut self, ctx: &Context, frame: &eframe::Frame) {
        let before = cpu();
        self.app.logic(ctx, Some(frame));
        self.frame = cpu() - before;
    }

    /// Draws; says what the whole frame cost the window's thread.
    pub fn draw(&mut self, ui: &mut egui::Ui, frame: &eframe::Frame) -> Duration {
        let before = cpu();
        self.app.draw(ui, Some(frame));
        self.frame + (cpu() - before)
    }
}
