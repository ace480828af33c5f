//! The processor's time of the window's thread in `logic` and `ui`, frame by frame, while a large file is
//! dropped on a course, read, stored and shown.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::{Context, Ui};
use licheng::gui::action::{Action, IntakeAction};
use licheng::gui::app::App;
use licheng::gui::intake::{Intake, RowFile};
use licheng::gui::modal::Modal;
use licheng::gui::preferences::DEFAULT_SIZE;
use licheng::gui::route::{OutcomesPlace, Page};

use crate::person::{Person, is_quiet};
use crate::program::{self, cpu};

const LIMIT: Duration = Duration::from_millis(16);

pub fn run(library: &Path, film: &Path) {
    program::run(DEFAULT_SIZE, |cc| Adding {
        app: program::program(cc, library),
        person: Person::default(),
        step: Step::LogIn,
        film: film.to_owned(),
        items_before: 0,
        frames: BTreeMap::new(),
    });
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    LogIn,
    Drop,
    Send,
    Wait,
    Show,
    Leave,
}

struct Adding {
    app: App,
    person: Person,
    step: Step,
    film: PathBuf,
    items_before: usize,
    /// By the number of the frame, from the drop on.
    frames: BTreeMap<u64, Duration>,
}

impl Adding {
    /// The next thing the person does, when it is time for it.
    fn go_on(&mut self, ctx: &Context) {
        let next = match self.step {
            Step::LogIn if self.person.is_in(&mut self.app, ctx) => {
                self.items_before = self.items();
                self.app
                    .act(ctx, Action::Go(Page::Outcomes(OutcomesPlace::default())));
                Step::Drop
            }
            Step::Drop if is_quiet(&self.app) => {
                let term = self.app.state().shown_term().expect("the page shows a term");
                let course = self.app.state().uploadable_courses(term)[0].id;
                self.app
                    .act(ctx, Action::Dropped(vec![self.film.clone()], Some(course)));
                Step::Send
            }
            Step::Send if self.is_taken() => {
                self.app.act(ctx, Action::Intake(IntakeAction::Send));
                Step::Wait
            }
            Step::Wait if self.items() > self.items_before && is_quiet(&self.app) => Step::Show,
            Step::Show => {
                self.tell();
                self.app.act(ctx, Action::CloseWindow);
                Step::Leave
            }
            _ => return,
        };
        self.step = next;
        ctx.request_repaint();
    }

    fn items(&self) -> usize {
        self.app.state().snapshot().map_or(0, |data| data.items.len())
    }

    fn form(&self) -> Option<&Intake> {
        match &self.app.state().modal {
            Some(Modal::Add(form)) => Some(form),
            _ => None,
        }
    }

    fn is_taken(&self) -> bool {
        match self.form().map(|form| &form.rows[0].file) {
            Some(RowFile::Taken(_)) => true,
            Some(RowFile::Refused { trouble, .. }) => panic!("the film was refused: {trouble:?}"),
            _ => false,
        }
    }

    fn tell(&self) {
        let mut times: Vec<Duration> = self.frames.values().copied().collect();
        times.sort();
        let (worst, usual) = (times[times.len() - 1], times[times.len() / 2]);
        println!(
            "dearest frame {worst:.1?} of CPU (at most {LIMIT:.0?}), usual {usual:.1?}, {} frames",
            times.len()
        );
    }

    fn charge(&mut self, ctx: &Context, since: Duration) {
        if matches!(self.step, Step::Send | Step::Wait | Step::Show) {
            *self.frames.entry(ctx.cumulative_frame_nr()).or_default() += cpu() - since;
        }
    }
}

impl eframe::App for Adding {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        let before = cpu();
        self.app.logic(ctx, Some(frame));
        self.go_on(ctx);
        self.charge(ctx, before);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let before = cpu();
        self.app.draw(ui, Some(frame));
        self.charge(&ui.ctx().clone(), before);
    }
}
