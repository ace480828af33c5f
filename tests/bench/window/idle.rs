//! The processor's time of the whole process while nobody touches the window.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use eframe::egui::{Context, Ui};
use licheng::gui::action::Action;
use licheng::gui::app::App;
use licheng::gui::preferences::DEFAULT_SIZE;
use rustix::time::{ClockId, clock_gettime};

use crate::person::Person;
use crate::program;

pub const SECONDS: u64 = 20;
/// Until what belongs to logging in is over.
const SETTLING: Duration = Duration::from_secs(3);

pub fn run(library: &Path) {
    program::run(DEFAULT_SIZE, |cc| Idle {
        app: program::program(cc, library),
        person: Person::default(),
        watch: None,
        frames: Arc::default(),
        done: Arc::default(),
    });
}

struct Idle {
    app: App,
    person: Person,
    watch: Option<thread::JoinHandle<()>>,
    frames: Arc<AtomicU32>,
    done: Arc<AtomicBool>,
}

impl Idle {
    fn start_watch(&self, ctx: Context) -> thread::JoinHandle<()> {
        let (frames, done) = (self.frames.clone(), self.done.clone());
        thread::spawn(move || {
            thread::sleep(SETTLING);
            let (cpu_before, frames_before) = (cpu_seconds(), frames.load(Ordering::Relaxed));
            thread::sleep(Duration::from_secs(SECONDS));
            let share = (cpu_seconds() - cpu_before) / SECONDS as f64 * 100.0;
            let drawn = frames.load(Ordering::Relaxed) - frames_before;
            println!("{share:.2} % of one core (at most 1 %), {drawn} frames");
            done.store(true, Ordering::Relaxed);
            ctx.request_repaint();
        })
    }
}

impl eframe::App for Idle {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, Some(frame));
        if self.watch.is_none() && self.person.is_in(&mut self.app, ctx) {
            self.watch = Some(self.start_watch(ctx.clone()));
        }
        if self.done.swap(false, Ordering::Relaxed) {
            self.app.act(ctx, Action::CloseWindow);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.frames.fetch_add(1, Ordering::Relaxed);
        self.app.draw(ui, Some(frame));
    }
}

fn cpu_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
