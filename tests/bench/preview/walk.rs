//! A thousand items of different documents, each opened with J and scrolled to its end, with caches too
//! small for all: first pages in time, no dear frame, memory that stays flat.

use std::fs;
use std::path::Path;
use std::time::Duration;

use eframe::egui::{Context, Key, RawInput, Ui};
use licheng::domain::id::FileId;
use licheng::gui::action::Action;

use crate::desk::{self, Desk};
use crate::documents::{self, Recipe};
use crate::school::{self, Plan};

const STUDENTS: usize = 50;
const ITEMS_EACH: usize = 20;
const DOCUMENTS: u32 = 32;
const FRAME_LIMIT: Duration = Duration::from_millis(16);
/// From here on memory is to stay where it is.
const SETTLED_AFTER: usize = 50;

/// Makes the school: run in a process of its own, so that making it leaves no memory behind.
pub fn prepare(library: &Path) {
    let documents: Vec<Vec<u8>> = (0..DOCUMENTS)
        .map(|seed| {
            documents::pdf(Recipe {
                pages: 3 + seed % 12,
                photo_px: 900 + 40 * (seed % 8),
                seed: seed + 1,
                scanned: seed % 3 == 0,
                least_bytes: 1_000_000,
            })
        })
        .collect();
    let sizes: Vec<usize> = documents.iter().map(Vec::len).collect();
    println!(
        "{} documents of {:.1} to {:.1} MB",
        documents.len(),
        *sizes.iter().min().unwrap() as f64 / 1e6,
        *sizes.iter().max().unwrap() as f64 / 1e6
    );
    let file = |number: usize| {
        documents::distinct(
            &documents[number % documents.len()],
            u32::try_from(number).unwrap(),
        )
    };
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
    desk::run(|cc| Walk {
        desk: Desk::new(cc, library),
        step: Step::Arrive,
        at: None,
        seen: 0,
        late: 0,
        frames_since_key: 0,
        dear: 0,
        dearest: Duration::ZERO,
        usual: Vec::new(),
        memory: Vec::new(),
    });
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Arrive,
    /// J was pressed; the next item is awaited.
    Next,
    /// The first page is there, and what was asked for besides.
    Look,
    /// End was pressed.
    End,
    Leave,
}

struct Walk {
    desk: Desk,
    step: Step,
    at: Option<FileId>,
    seen: usize,
    /// Items whose first page was not in the first frame after the key.
    late: usize,
    frames_since_key: u32,
    dear: usize,
    dearest: Duration,
    usual: Vec<Duration>,
    /// Of parent and children, after each item.
    memory: Vec<u64>,
}

impl Walk {
    fn shown(&self) -> Option<FileId> {
        self.desk
            .app
            .state()
            .viewer
            .shown
            .as_ref()
            .map(|shown| shown.file)
    }

    fn is_painted(&self) -> bool {
        self.shown()
            .is_some_and(|file| self.desk.app.state().viewer.was_painted(file))
    }

    fn go_on(&mut self, ctx: &Context) {
        let quiet = self.desk.is_quiet() && !self.desk.has_input();
        match self.step {
            Step::Arrive if self.desk.sits_at_the_panel(ctx) && self.is_painted() => {
                self.at = self.shown();
                self.step = Step::Look;
            }
            Step::Look if quiet => {
                self.desk.press(ctx, Key::End);
                self.step = Step::End;
            }
            Step::End if quiet => {
                self.seen += 1;
                self.memory.push(resident_bytes());
                if self.seen == STUDENTS * ITEMS_EACH {
                    self.tell();
                    self.desk.app.act(ctx, Action::CloseWindow);
                    self.step = Step::Leave;
                } else {
                    self.desk.press(ctx, Key::J);
                    self.frames_since_key = 0;
                    self.step = Step::Next;
                }
            }
            _ => {}
        }
        ctx.request_repaint();
    }

    /// After a frame was drawn.
    fn note(&mut self, cost: Duration) {
        if matches!(self.step, Step::Arrive | Step::Leave) {
            return;
        }
        self.usual.push(cost);
        self.dearest = self.dearest.max(cost);
        self.dear += usize::from(cost > FRAME_LIMIT);
        if self.step != Step::Next || self.shown() == self.at {
            return;
        }
        // The frame that hears the key is drawn as it was; the next one is the first after it.
        self.frames_since_key += 1;
        if self.is_painted() {
            self.late += usize::from(self.frames_since_key > 2);
            self.at = self.shown();
            self.step = Step::Look;
        }
    }

    fn tell(&mut self) {
        self.usual.sort();
        let settled = &self.memory[SETTLED_AFTER..];
        let (least, most) = (settled.iter().min().unwrap(), settled.iter().max().unwrap());
        println!("{} items, each to its end", self.seen);
        println!(
            "  first page in the first frame after the key: {} of {}",
            self.seen - 1 - self.late,
            self.seen - 1
        );
        println!(
            "  CPU per frame of the window's thread: usual {:.1?}, dearest {:.1?} (at most {FRAME_LIMIT:.0?}; {} of {} above)",
            self.usual[self.usual.len() / 2],
            self.dearest,
            self.dear,
            self.usual.len()
        );
        println!(
            "  memory of parent and children after the first {SETTLED_AFTER}: {:.0} to {:.0} MB, {:.1} % apart (at most 10 %); first {:.0}, last {:.0} MB",
            megabytes(*least),
            megabytes(*most),
            (most - least) as f64 / *least as f64 * 100.0,
            megabytes(self.memory[SETTLED_AFTER]),
            megabytes(self.memory[self.memory.len() - 1]),
        );
    }
}

impl eframe::App for Walk {
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

/// Of this process and its children (Linux).
fn resident_bytes() -> u64 {
    let own = std::process::id().to_string();
    let mut total = 0;
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        // `self` and `thread-self` stand there once more.
        let is_process = entry.file_name().to_string_lossy().parse::<u32>().is_ok();
        if !is_process {
            continue;
        }
        let Ok(status) = fs::read_to_string(entry.path().join("status")) else {
            continue;
        };
        let field = |name: &str| {
            status
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .map(str::trim)
        };
        let is_mine = field("Pid:") == Some(own.as_str()) || field("PPid:") == Some(own.as_str());
        if is_mine && let Some(kilobytes) = field("VmRSS:").and_then(|text| text.split(' ').next()) {
            total += kilobytes.parse::<u64>().unwrap() * 1024;
        }
    }
    total
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
