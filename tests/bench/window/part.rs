//! Opens windows: every part of the bench in the same kind.

use std::path::Path;
use std::sync::Arc;

use eframe::{CreationContext, NativeOptions, egui};
use licheng::domain::refusal::Refusal;
use licheng::engine::{Face, Surroundings, SystemClock, SystemRandom};
use licheng::gui::app::{App, Begin, Sources};
use licheng::gui::preferences::DEFAULT_SIZE;
use licheng::media::{CHILD_ARGUMENT, ChildPool};
use licheng::worker::{Worker, WorkerSetup};

/// Runs `make`'s program in a window until it closes itself.
pub fn run<A: eframe::App + 'static>(make: impl FnOnce(&CreationContext<'_>) -> A) {
    let options = NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size(DEFAULT_SIZE),
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
