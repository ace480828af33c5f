//! Opens the window: puts together clock, ids, the inspecting children, the worker and the app.

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use eframe::egui::ViewportBuilder;
use licheng::cli::WindowRequest;
use licheng::demo;
use licheng::engine::{
    DEMONSTRATION_FILE, Face, Failure, Location, Origin, Places, StoreError, Surroundings, SystemClock,
    SystemRandom,
};
use licheng::gui::TITLE;
use licheng::gui::app::{App, Begin, Sources};
use licheng::gui::dialogs::window_trouble;
use licheng::gui::preferences::{Preferences, SMALLEST_SIZE};
use licheng::media::{CHILD_ARGUMENT, ChildPool};
use licheng::worker::{DemonstrationOpener, Worker, WorkerSetup};

const ICON: &[u8] = include_bytes!("gui/icon/icon-256.png");
/// Two are kept warm: one draws while the other inspects.
const WARM_CHILDREN: usize = 2;
/// A window that goes sooner never came up properly.
const A_WHILE: Duration = Duration::from_secs(5);

/// Opens the window and returns when it is closed.
///
/// # Errors
/// The system's own words for why there is no screen or no renderer.
pub fn open_window(request: &WindowRequest) -> Result<(), String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let surroundings = Surroundings {
        clock: Arc::new(SystemClock),
        ids: Arc::new(SystemRandom),
        inspector: Arc::new(ChildPool::new(
            program,
            vec![CHILD_ARGUMENT.into()],
            WARM_CHILDREN,
        )),
    };
    let places = Places::of_this_process(request.library.clone());
    let begin = beginning(request, &places);
    let place = if request.demonstration {
        places.demonstration()
    } else {
        Places {
            option: None,
            ..places
        }
        .demonstration()
    };
    let setup = WorkerSetup::new(
        surroundings.clone(),
        demonstration(place, surroundings.clone()),
        Face::Window,
    );
    let sources = Sources {
        clock: surroundings.clock,
        ids: surroundings.ids,
        settings_folder: Preferences::folder(),
    };
    let preferences = sources
        .settings_folder
        .as_deref()
        .map(Preferences::load)
        .unwrap_or_default();
    let came_up = Arc::new(OnceLock::new());
    let told = Arc::clone(&came_up);
    let ended = eframe::run_native(
        "licheng",
        options(preferences.size()),
        Box::new(move |creation| {
            told.get_or_init(Instant::now);
            let ctx = creation.egui_ctx.clone();
            let worker = Worker::start(setup, Arc::new(move || ctx.request_repaint()));
            Ok(Box::new(App::new(&creation.egui_ctx, worker, sources, begin)))
        }),
    );
    ended.map_err(|error| {
        // Whoever double-clicked sees no terminal.
        if cfg!(any(windows, target_os = "macos")) {
            let lived = came_up.get().map(Instant::elapsed);
            window_trouble(lived.is_some_and(|lived| lived >= A_WHILE), &error.to_string());
        }
        error.to_string()
    })
}

fn options(size: [f32; 2]) -> eframe::NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_title(TITLE)
        .with_app_id("licheng")
        .with_inner_size(size)
        .with_min_inner_size(SMALLEST_SIZE);
    match eframe::icon_data::from_png_bytes(ICON) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("the window has no icon: {error}"),
    }
    // OpenGL fails under remote desktop and in virtual machines on Windows.
    #[cfg(windows)]
    let renderer = eframe::Renderer::Wgpu;
    #[cfg(not(windows))]
    let renderer = eframe::Renderer::Glow;
    eframe::NativeOptions {
        viewport,
        renderer,
        ..Default::default()
    }
}

/// A library that was named, or lies beside the program, is opened whatever comes of it; the usual
/// place may be empty, which means a first start.
fn beginning(request: &WindowRequest, places: &Places) -> Begin {
    if request.demonstration {
        return Begin::Demonstration;
    }
    match places.library() {
        Some(Location {
            path,
            origin: Origin::DataFolder,
        }) => Begin::Usual(Some(path)),
        Some(Location { path, .. }) => Begin::Library(path),
        None => Begin::Usual(None),
    }
}

/// The school lies where `demo` was told to put it, else in the data folder: never in the place of a
/// library that somebody named.
fn demonstration(place: Option<Location>, surroundings: Surroundings) -> DemonstrationOpener {
    Arc::new(move || {
        let Some(location) = place.clone() else {
            return Err(Failure::Store(StoreError::FolderMissing {
                path: DEMONSTRATION_FILE.into(),
            }));
        };
        let (engine, _) = demo::open_or_create(&location, &surroundings, Face::Window)?;
        Ok((location.path, engine))
    })
}
