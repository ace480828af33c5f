//! A thousand items of different documents, each opened with J and scrolled to its end, with caches too
//! small for all: first pages in time, no dear frame, memory that stays flat.

use std::fs;
use std::path::Path;
use std::time::Duration;

use eframe::egui::{Context, Key, RawInput, Ui};
use licheng::domain::id::FileId;
use licheng::gui::action::Action;
use licheng::gui::viewer::Pane;

use crate::desk::{self, Cost, Desk, FRAME_PARTS};
use crate::documents::{self, Recipe};
use crate::limits;
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
    let (least, most) = (*sizes.iter().min().unwrap(), *sizes.iter().max().unwrap());
    println!(
        "{} documents of {:.1} to {:.1} MB",
        documents.len(),
        megabytes(least as u64),
        megabytes(most as u64)
    );
    assert!((1_000_000..=4_000_000).contains(&least) && (1_000_000..=4_000_000).contains(&most));
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
        presses: 0,
        measuring: None,
        costs: Vec::new(),
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
    /// PageDown was pressed, and pressed again until nothing is left below.
    Down,
    Leave,
}

/// A frame that counts, and what was going on.
struct Frame {
    cost: Cost,
    step: Step,
    /// Items seen before
    seen: usize,
}

struct Walk {
    desk: Desk,
    step: Step,
    at: Option<FileId>,
    seen: usize,
    /// Items whose first page was not in the first frame after the key.
    late: usize,
    frames_since_key: u32,
    /// Of PageDown, in all
    presses: usize,
    /// What the frame under way counts for, if it does.
    measuring: Option<Step>,
    costs: Vec<Frame>,
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
            Step::Look | Step::Down if quiet && !self.is_at_the_end() => {
                self.desk.press(ctx, Key::PageDown);
                self.presses += 1;
                self.step = Step::Down;
            }
            Step::Look | Step::Down if quiet => {
                self.seen += 1;
                let memory = self.desk.own_work(resident_bytes);
                self.memory.push(memory);
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

    /// Nothing is left below.
    fn is_at_the_end(&self) -> bool {
        let viewer = &self.desk.app.state().viewer;
        viewer.layout(Pane::Beside).is_none_or(|layout| {
            let bottom = viewer.offset(Pane::Beside)[1] + layout.view()[1];
            bottom >= layout.content()[1] - 1.0
        })
    }

    /// After a frame was drawn.
    fn look(&mut self) {
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
        self.costs.sort_by_key(|frame| frame.cost.all());
        let settled = &self.memory[SETTLED_AFTER..];
        let (least, most) = (settled.iter().min().unwrap(), settled.iter().max().unwrap());
        println!(
            "{} items, each to its end with {} presses of PageDown",
            self.seen, self.presses
        );
        limits::hold(
            self.late == 0,
            &format!(
                "first page in the first frame after the key: {} of {} (all)",
                self.seen - 1 - self.late,
                self.seen - 1
            ),
        );
        let cost = |number: usize| self.costs[number].cost.all();
        let dearest = cost(self.costs.len() - 1);
        let above = self
            .costs
            .iter()
            .filter(|frame| frame.cost.all() > FRAME_LIMIT)
            .count();
        limits::hold(
            dearest <= FRAME_LIMIT,
            &format!(
                "CPU per frame of the window's thread, {FRAME_PARTS}: usual {:.1?}, 99 of 100 under {:.1?}, dearest {dearest:.1?} (at most {FRAME_LIMIT:.0?}; {above} of {} above)",
                cost(self.costs.len() / 2),
                cost(self.costs.len() * 99 / 100),
                self.costs.len()
            ),
        );
        println!("the dearest:");
        for Frame { cost, step, seen } in self.costs.iter().rev().take(8) {
            println!("  after {seen} items, {step:?}: {cost:.1?}");
        }
        let apart = (most - least) as f64 / *least as f64 * 100.0;
        limits::hold(
            apart <= 10.0,
            &format!(
                "memory of parent and children after the first {SETTLED_AFTER}: {:.0} to {:.0} MB, {apart:.1} % apart (at most 10 %); first {:.0}, last {:.0} MB",
                megabytes(*least),
                megabytes(*most),
                megabytes(self.memory[SETTLED_AFTER]),
                megabytes(self.memory[self.memory.len() - 1]),
            ),
        );
    }
}

impl eframe::App for Walk {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        let cost = self.desk.begin_frame(ctx, raw);
        if let (Some(cost), Some(step)) = (cost, self.measuring) {
            let seen = self.seen;
            self.costs.push(Frame { cost, step, seen });
        }
        self.measuring = Some(self.step).filter(|step| !matches!(step, Step::Arrive | Step::Leave));
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
