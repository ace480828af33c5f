//! A window over a library in memory, with a clock moved by hand.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use licheng::demo;
use licheng::domain::limits::Limits;
use licheng::domain::moment::Moment;
use licheng::engine::{Clock, Engine, Face, Failure, HandClock, SeededIds, Surroundings};
use licheng::gui::action::{Action, Picking};
use licheng::gui::app::{App, Sources};
use licheng::gui::state::State;
use licheng::gui::theme::ThemeChoice;
use licheng::media::{InProcess, Inspector};
use licheng::store::{Library, SharedMemory};
use licheng::worker::{Opened, Worker, WorkerSetup};

use crate::school::{FirstLetters, School};

/// Long enough for any job on a busy machine; a test that needs it all has failed.
const PATIENCE: Duration = Duration::from_secs(120);

/// The app is made in the first pass, when there is a context.
pub struct Slot {
    prepared: Option<(Worker, Sources, Option<Opened>)>,
    app: Option<App>,
}

impl Slot {
    fn app(&mut self, ctx: &egui::Context) -> &mut App {
        if let Some((worker, sources, opened)) = self.prepared.take() {
            self.app = Some(match opened {
                Some(opened) => App::with_library(ctx, worker, sources, opened),
                None => App::new(ctx, worker, sources, licheng::gui::app::Begin::Usual(None)),
            });
        }
        self.app.as_mut().unwrap()
    }
}

pub struct Look {
    pub theme: egui::Theme,
    pub size: [f32; 2],
    pub scale: f32,
}

pub const PLAIN: Look = Look {
    theme: egui::Theme::Light,
    size: [1280.0, 800.0],
    scale: 1.0,
};

pub const LIGHT: (&str, Look) = ("light", PLAIN);
pub const DARK: (&str, Look) = (
    "dark",
    Look {
        theme: egui::Theme::Dark,
        ..PLAIN
    },
);
pub const SMALL: (&str, Look) = (
    "small",
    Look {
        size: [1024.0, 700.0],
        ..PLAIN
    },
);
pub const DOUBLE: (&str, Look) = ("double", Look { scale: 2.0, ..PLAIN });

/// As every page is drawn to be looked at, by the name its pictures begin with.
pub const LOOKS: [(&str, Look); 4] = [LIGHT, DARK, SMALL, DOUBLE];

pub struct Desk {
    pub harness: Harness<'static, Slot>,
    pub clock: Arc<HandClock>,
}

fn surroundings(clock: &Arc<HandClock>, inspector: Arc<dyn Inspector>) -> Surroundings {
    Surroundings {
        clock: Arc::clone(clock) as Arc<dyn Clock>,
        ids: Arc::new(SeededIds::new("window")),
        inspector,
    }
}

/// Two students, a few courses, open windows.
pub fn small_school() -> School {
    School::new()
}

/// With room for so many outcomes a term.
pub fn school_with_limit(outcomes_per_term: u32) -> School {
    School::with_limits(Limits {
        outcomes_per_term,
        ..Limits::default()
    })
}

/// In memory that outlives the window.
pub fn school_in(memory: SharedMemory) -> School {
    let library = Library::create_with_backend(memory, &crate::school::header()).unwrap();
    School::in_library(library, Limits::default())
}

impl Desk {
    pub fn over_school(school: School, look: &Look) -> Self {
        Self::with_inspector(Some(school.engine), school.clock, look, Arc::new(FirstLetters))
    }

    /// Another window over what the first left behind.
    pub fn over_memory(memory: SharedMemory, clock: Arc<HandClock>) -> Self {
        let library = Library::open_with_backend(memory).unwrap();
        let inspector = Arc::new(FirstLetters);
        let engine = Engine::new(
            library,
            Arc::clone(&clock) as Arc<dyn Clock>,
            Arc::new(SeededIds::new("again")),
            inspector.clone(),
        );
        Self::with_inspector(Some(engine), clock, &PLAIN, inspector)
    }

    /// The demonstration school.
    pub fn demonstration(now: Moment, look: &Look) -> Self {
        let clock = Arc::new(HandClock::at(now));
        let inspector = Arc::new(InProcess);
        let engine = demo::build(None, surroundings(&clock, inspector.clone()), Face::CommandLine).unwrap();
        Self::with_inspector(Some(engine), clock, look, inspector)
    }

    /// Nothing yet.
    pub fn without_library(now: Moment, look: &Look) -> Self {
        Self::with_inspector(None, Arc::new(HandClock::at(now)), look, Arc::new(InProcess))
    }

    pub fn with_inspector(
        engine: Option<Engine>,
        clock: Arc<HandClock>,
        look: &Look,
        inspector: Arc<dyn Inspector>,
    ) -> Self {
        let path = PathBuf::from("memory.redb");
        let opened = engine.as_ref().map(|engine| Opened {
            path: path.clone(),
            kind: engine.library_kind(),
            school_name: engine.school_name().unwrap(),
            initial_password: engine.initial_password().unwrap(),
            demonstration_accounts: engine.demonstration_accounts().unwrap(),
            others: 0,
        });
        let surroundings = surroundings(&clock, inspector);
        let no_demonstration = Arc::new(|| {
            Err(Failure::Refused(
                licheng::domain::refusal::Refusal::NotADemonstration,
            ))
        });
        let setup = WorkerSetup::new(surroundings.clone(), no_demonstration, Face::Window);
        let waker = Arc::new(|| ());
        let worker = match engine {
            Some(engine) => Worker::with_engine(engine, path, setup, waker),
            None => Worker::start(setup, waker),
        };
        let sources = Sources {
            clock: surroundings.clock,
            ids: surroundings.ids,
            settings_folder: None,
        };
        let slot = Slot {
            prepared: Some((worker, sources, opened)),
            app: None,
        };
        let harness = Harness::builder()
            .with_size(look.size)
            .with_pixels_per_point(look.scale)
            .with_theme(look.theme)
            .with_max_steps(12)
            .wgpu()
            .with_context_setup(|ctx| {
                licheng::gui::fonts::install(ctx);
                licheng::gui::theme::apply(ctx, ThemeChoice::System);
            })
            .build_ui_state(
                |ui, slot: &mut Slot| {
                    let ctx = ui.ctx().clone();
                    let app = slot.app(&ctx);
                    app.logic(&ctx, None);
                    app.draw(ui, None);
                },
                slot,
            );
        let mut desk = Self { harness, clock };
        desk.settle();
        let choice = match look.theme {
            egui::Theme::Dark => ThemeChoice::Dark,
            egui::Theme::Light => ThemeChoice::Light,
        };
        desk.act(Action::Theme(choice));
        desk
    }

    pub fn app(&self) -> &App {
        self.harness.state().app.as_ref().unwrap()
    }

    pub fn state(&self) -> &State {
        self.app().state()
    }

    pub fn act(&mut self, action: Action) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().app.as_mut().unwrap().act(&ctx, action);
        self.settle();
    }

    /// Draws, and lets the worker finish everything it was asked.
    pub fn settle(&mut self) {
        loop {
            self.harness.run();
            let messages = self.app().worker().wait_idle(PATIENCE);
            if messages.is_empty() {
                return;
            }
            let ctx = self.harness.ctx.clone();
            for message in messages {
                let app = self.harness.state_mut().app.as_mut().unwrap();
                app.act(&ctx, Action::Heard(message));
            }
        }
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Presses a button, scrolling to it first as a person would.
    pub fn click_button(&mut self, label: &str) {
        if !self.is_in_sight(label) {
            self.button(label).scroll_to_me();
            self.settle();
        }
        self.button(label).click();
        self.settle();
    }

    fn button<'a>(&'a self, label: &'a str) -> Node<'a> {
        let mut found = self.harness.query_all_by_role_and_label(Role::Button, label);
        found.next().unwrap_or_else(|| {
            panic!(
                "no button {label}, but {:?}; {:?}",
                self.buttons(),
                self.state().said
            )
        })
    }

    fn is_in_sight(&self, label: &str) -> bool {
        let screen = self.harness.ctx.content_rect();
        screen.contains(self.button(label).rect().center())
    }

    /// Goes to a page by the column at the left.
    pub fn go_to(&mut self, page: &str) {
        self.harness.get_by_role_and_label(Role::Tab, page).click();
        self.settle();
    }

    /// Opens the choice of this name and takes an option.
    pub fn choose(&mut self, name: &str, option: &str) {
        self.harness.get_by_role_and_label(Role::ComboBox, name).click();
        self.settle();
        self.harness.get_by_role_and_label(Role::Button, option).click();
        self.settle();
    }

    /// Draws what comes of it and lets the worker work on.
    pub fn press_without_waiting(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.harness.run();
    }

    fn buttons(&self) -> Vec<String> {
        let all = self.harness.query_all_by_role(Role::Button);
        all.filter_map(|node| node.accesskit_node().label()).collect()
    }

    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    /// Whether a button that can be pressed carries exactly this name.
    pub fn can_press(&self, label: &str) -> bool {
        self.harness
            .query_all_by_role_and_label(Role::Button, label)
            .any(|node| !node.accesskit_node().is_disabled())
    }

    pub fn type_into(&mut self, label: &str, text: &str) {
        let node = self
            .harness
            .query_all_by_label(label)
            .find(|node| egui::accessibility::is_input(node.accesskit_node().role()))
            .unwrap_or_else(|| panic!("no field {label}"));
        node.focus();
        self.harness.run();
        self.harness
            .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.settle();
    }

    pub fn log_in(&mut self, account: &str, password: &str) {
        self.type_into("帳號", account);
        self.type_into("密碼", password);
        self.click_button("登入");
    }

    /// Answers the dialog that is open, as the system would.
    pub fn answer_dialog(&mut self, paths: Vec<PathBuf>) -> Picking {
        let mut asked = self
            .harness
            .state_mut()
            .app
            .as_mut()
            .unwrap()
            .take_asked_dialogs();
        let picking = asked.pop().expect("no dialog was asked for");
        self.act(Action::Picked(picking.clone(), paths));
        picking
    }

    /// Moves the clock; the window draws as it would when it wakes.
    pub fn at(&mut self, now: Moment) {
        self.clock.set(now);
        self.settle();
    }

    /// While something is held over the window it never comes to rest.
    pub fn picture_in_motion(&mut self, name: &str) {
        self.harness.run_steps(4);
        self.save_picture(name);
    }

    pub fn picture(&mut self, name: &str) {
        self.settle();
        self.save_picture(name);
    }

    fn save_picture(&mut self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
        std::fs::create_dir_all(&folder).unwrap();
        let picture = self.harness.render().unwrap();
        picture.save(folder.join(format!("{name}.png"))).unwrap();
    }
}
