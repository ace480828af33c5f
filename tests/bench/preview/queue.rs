//! A queue of ten thousand items: what a frame costs while it is scrolled, and how soon a search answers.

use std::path::Path;
use std::time::Duration;

use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, TouchPhase, Ui, pos2, vec2,
};
use licheng::gui::action::Action;

use crate::desk::{self, Desk};
use crate::documents::{self, Recipe};
use crate::school::{self, Plan};

const STUDENTS: usize = 50;
const ITEMS_EACH: usize = 200;
const SCROLLING_LIMIT: Duration = Duration::from_millis(4);
const FRAMES: usize = 300;
/// Over the queue, below its filters.
const OVER_THE_QUEUE: [f32; 2] = [160.0, 560.0];

pub fn prepare(library: &Path) {
    let document = documents::pdf(Recipe {
        pages: 1,
        photo_px: 32,
        seed: 1,
        scanned: false,
        least_bytes: 0,
    });
    let file = |number: usize| documents::distinct(&document, u32::try_from(number).unwrap());
    // In one file per item the disk is the bench; the queue is not.
    let engine = school::make(
        Some(library),
        &Plan {
            students: STUDENTS,
            items_each: ITEMS_EACH,
            file: &file,
        },
    );
    engine.library().close().unwrap();
}

pub fn run(library: &Path) {
    desk::run(|cc| Queue {
        desk: Desk::new(cc, library),
        step: Step::Arrive,
        scrolling: Vec::new(),
        searching: Vec::new(),
    });
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Arrive,
    Scroll,
    Search,
    Leave,
}

struct Queue {
    desk: Desk,
    step: Step,
    scrolling: Vec<Duration>,
    searching: Vec<Duration>,
}

impl Queue {
    fn go_on(&mut self, ctx: &Context) {
        match self.step {
            Step::Arrive if self.desk.sits_at_the_panel(ctx) => self.step = Step::Scroll,
            Step::Scroll if self.scrolling.len() < FRAMES => {
                let [x, y] = OVER_THE_QUEUE;
                self.desk.input(
                    ctx,
                    vec![
                        Event::PointerMoved(pos2(x, y)),
                        Event::MouseWheel {
                            unit: MouseWheelUnit::Point,
                            delta: vec2(0.0, -700.0),
                            phase: TouchPhase::Move,
                            source: MouseWheelSource::Wheel,
                            modifiers: Modifiers::NONE,
                        },
                    ],
                );
            }
            Step::Scroll => {
                self.desk.press(ctx, Key::Slash);
                for letter in "學生0042".chars() {
                    self.desk.input(ctx, vec![Event::Text(letter.to_string())]);
                }
                self.step = Step::Search;
            }
            Step::Search if !self.desk.has_input() && self.desk.is_quiet() => {
                self.tell();
                self.desk.app.act(ctx, Action::CloseWindow);
                self.step = Step::Leave;
            }
            _ => {}
        }
        ctx.request_repaint();
    }

    fn note(&mut self, cost: Duration) {
        match self.step {
            Step::Scroll => self.scrolling.push(cost),
            Step::Search => self.searching.push(cost),
            Step::Arrive | Step::Leave => {}
        }
    }

    fn tell(&mut self) {
        let panel = &self.desk.app.state().panel;
        println!(
            "queue of {} items; the search leaves {}",
            panel.queue.ready().map_or(0, |queue| queue.rows.len()),
            panel.listing.order.len()
        );
        self.scrolling.sort();
        println!(
            "  CPU per frame while scrolling: usual {:.1?}, 99 of 100 under {:.1?}, dearest {:.1?} (at most {SCROLLING_LIMIT:.0?})",
            self.scrolling[self.scrolling.len() / 2],
            self.scrolling[self.scrolling.len() * 99 / 100],
            self.scrolling[self.scrolling.len() - 1]
        );
        println!(
            "  CPU of the dearest frame while searching: {:.1?} (each letter is answered in the next frame)",
            self.searching.iter().max().unwrap()
        );
    }
}

impl eframe::App for Queue {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        self.desk.feed(ctx, raw);
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.desk.logic(ctx, frame);
        self.go_on(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let cost = self.desk.draw(ui, frame);
        self.note(cost);
    }
}
