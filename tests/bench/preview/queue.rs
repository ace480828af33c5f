//! A queue of ten thousand items: what a frame costs while it is scrolled, and how soon a search answers.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Duration;

use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, TouchPhase, Ui, pos2, vec2,
};
use licheng::domain::id::ItemId;
use licheng::gui::action::Action;
use licheng::gui::certification::{PanelAction, Which};

use crate::desk::{self, Desk, FRAME_PARTS};
use crate::documents::{self, Recipe};
use crate::limits;
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
        measuring: Step::Arrive,
        scrolling: Vec::new(),
        questions: VecDeque::new(),
        asked: None,
        answered: Vec::new(),
    });
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Arrive,
    Scroll,
    /// The field of the search gets the focus.
    Focus,
    /// Questions are put one after another.
    Ask,
    Leave,
}

/// What changes the list.
#[derive(Clone, Debug)]
enum Question {
    /// Typed into the search
    Letter(char),
    Filter(&'static str, PanelAction),
}

/// A question that is being answered.
struct Asked {
    question: Question,
    /// The list before
    before: Vec<ItemId>,
    frames: usize,
    dearest: Duration,
    is_answered: bool,
}

struct Queue {
    desk: Desk,
    step: Step,
    /// What the frame under way counts for.
    measuring: Step,
    scrolling: Vec<Duration>,
    questions: VecDeque<Question>,
    asked: Option<Asked>,
    answered: Vec<Asked>,
}

impl Queue {
    fn go_on(&mut self, ctx: &Context) {
        match self.step {
            Step::Arrive if self.desk.sits_at_the_panel(ctx) => {
                self.questions = self.all_questions();
                self.step = Step::Scroll;
            }
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
                self.step = Step::Focus;
            }
            Step::Focus if !self.desk.has_input() && ctx.text_edit_focused() && self.desk.is_quiet() => {
                self.step = Step::Ask;
            }
            Step::Ask if self.asked.is_none() && self.desk.is_quiet() => match self.questions.pop_front() {
                Some(question) => self.ask(ctx, question),
                None => {
                    self.tell();
                    self.desk.app.act(ctx, Action::CloseWindow);
                    self.step = Step::Leave;
                }
            },
            _ => {}
        }
        ctx.request_repaint();
    }

    fn all_questions(&self) -> VecDeque<Question> {
        let panel = &self.desk.app.state().panel;
        let queue = panel.queue.ready().unwrap();
        let course = queue.courses[1].id;
        let class = panel.listing.classes[0].clone();
        let filter = |name, action| Question::Filter(name, action);
        // Titles are 第 0 件作品 to 第 9999 件作品: each letter leaves fewer.
        let letters = "427".chars().map(Question::Letter);
        letters
            .chain([
                filter("the search emptied", PanelAction::Search(String::new())),
                filter("one course", PanelAction::Course(Some(course))),
                filter("all courses", PanelAction::Course(None)),
                filter("one class", PanelAction::Class(Some(class))),
                filter("all classes", PanelAction::Class(None)),
                filter("another state", PanelAction::Which(Which::Certified)),
                filter("what waits", PanelAction::Which(Which::Waiting)),
            ])
            .collect()
    }

    fn ask(&mut self, ctx: &Context, question: Question) {
        let before = self.desk.app.state().panel.listing.order.clone();
        match &question {
            Question::Letter(letter) => self.desk.input(ctx, vec![Event::Text(letter.to_string())]),
            Question::Filter(_, action) => self.desk.app.act(ctx, Action::Panel(action.clone())),
        }
        self.asked = Some(Asked {
            question,
            before,
            frames: 0,
            dearest: Duration::ZERO,
            is_answered: false,
        });
    }

    /// After a frame was drawn.
    fn look(&mut self) {
        let is_waiting = self.desk.has_input();
        if let Some(asked) = self
            .asked
            .as_mut()
            .filter(|asked| !is_waiting && !asked.is_answered)
        {
            asked.frames += 1;
            asked.is_answered = asked.before != self.desk.app.state().panel.listing.order;
            assert!(asked.frames < 1_000, "never answered: {:?}", asked.question);
        }
    }

    fn tell(&mut self) {
        let queue = self.desk.app.state().panel.queue.ready();
        println!("queue of {} items", queue.map_or(0, |queue| queue.rows.len()));
        self.scrolling.sort();
        let most = self.scrolling[self.scrolling.len() * 99 / 100];
        limits::hold(
            most <= SCROLLING_LIMIT,
            &format!(
                "CPU per frame while scrolling, {FRAME_PARTS}: usual {:.1?}, 99 of 100 under {most:.1?} (at most {SCROLLING_LIMIT:.0?}), dearest {:.1?}",
                self.scrolling[self.scrolling.len() / 2],
                self.scrolling[self.scrolling.len() - 1]
            ),
        );
        for asked in &self.answered {
            let name = match &asked.question {
                Question::Letter(letter) => format!("the letter {letter} in the search"),
                Question::Filter(name, _) => (*name).to_owned(),
            };
            limits::hold(
                asked.frames <= 1,
                &format!(
                    "{name}: answered in {} frame (at most 1), CPU of the dearest {:.1?}; {} items were shown",
                    asked.frames,
                    asked.dearest,
                    asked.before.len()
                ),
            );
        }
    }
}

impl eframe::App for Queue {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        if let Some(cost) = self.desk.begin_frame(ctx, raw).map(|cost| cost.all()) {
            match (self.measuring, &mut self.asked) {
                (Step::Scroll, _) => self.scrolling.push(cost),
                (Step::Ask, Some(asked)) => asked.dearest = asked.dearest.max(cost),
                _ => {}
            }
        }
        if self.asked.as_ref().is_some_and(|asked| asked.is_answered) {
            self.answered.extend(self.asked.take());
        }
        self.measuring = self.step;
    }

    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.desk.logic(ctx, frame);
        self.go_on(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.desk.draw(ui, frame);
        self.look();
    }
}
