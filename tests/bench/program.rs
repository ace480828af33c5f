//! The program in a real window, for the benches that need one, and what a thread has cost.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use eframe::{CreationContext, NativeOptions, egui};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Face, Surroundings, SystemClock, SystemRandom};
use licheng::gui::app::{App, Begin, Sources};
use licheng::media::{CHILD_ARGUMENT, ChildPool};
use licheng::worker::{Worker, WorkerSetup};
use rustix::time::{ClockId, clock_gettime};

/// Runs `make`'s program in a window of `size` points until it closes itself.
pub fn run<A: eframe::App + 'static>(size: [f32; 2], make: impl FnOnce(&CreationContext<'_>) -> A) {
    let options = NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(size),
        ..NativeOptions::default()
    };
    eframe::run_native("學習歷程檔案", options, Box::new(|cc| Ok(Box::new(make(cc)))))
        .expect("this bench needs a screen");
}

/// The program's window on a library, as it starts in earnest.
pub fn program(cc: &CreationContext<'_>, library: &Path) -> App {
    let clock = Arc::new(SystemClock);
    let ids = Arc::new(SystemRandom);
    let children = ChildPool::new(
        env!("CARGO_BIN_EXE_licheng").into(),
        vec![CHILD_ARGUMENT.into()],
        2,
    );
    let surroundings = Surroundings {
        clock: clock.clone(),
        ids: ids.clone(),
        inspector: Arc::new(children),
    };
    // Nobody presses that button here.
    let demonstration = Arc::new(|| Err(Refusal::NotADemonstration.into()));
    let setup = WorkerSetup::new(surroundings, demonstration, Face::Window);
    let ctx = cc.egui_ctx.clone();
    let worker = Worker::start(setup, Arc::new(move || ctx.request_repaint()));
    let sources = Sources {
        clock,
        ids,
        settings_folder: None,
    };
    App::new(&cc.egui_ctx, worker, sources, Begin::Library(library.to_owned()))
}

/// The processor's time of the calling thread so far.
pub fn cpu() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or_default())
}
