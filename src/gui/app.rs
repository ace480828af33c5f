//! The window: hears the worker and the dialogs, draws, applies, and carries out effects. The only part
//! that knows threads and time.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, Context, OutputCommand, Ui, ViewportCommand};

use super::action::{Action, Picking};
use super::command;
use super::dialogs::Dialogs;
use super::effect::Effect;
use super::pages::want_search;
use super::preferences::Preferences;
use super::shell::window_ui;
use super::state::State;
use super::update::{open, update};
use super::{fonts, theme, wake};
use crate::engine::{Clock, IdSource};
use crate::worker::{Opened, Request, Worker};

/// Where the window gets time and randomness from, and where it keeps its settings.
#[derive(Clone)]
pub struct Sources {
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn IdSource>,
    /// `None`: nothing is remembered.
    pub settings_folder: Option<PathBuf>,
}

/// Which library the window begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// Named by the person, or lying beside the program: opened, whatever comes of it.
    Library(PathBuf),
    /// The usual place, if something is there; else the library opened last; else the welcome page.
    Usual(Option<PathBuf>),
    Demonstration,
}

/// The program's window.
pub struct App {
    state: State,
    worker: Worker,
    sources: Sources,
    dialogs: Dialogs,
    /// Dialogs that would be open, where there is no window (tests).
    asked_dialogs: Vec<Picking>,
    quitting: bool,
}

impl App {
    /// Prepares `ctx` and begins with `begin`.
    pub fn new(ctx: &Context, worker: Worker, sources: Sources, begin: Begin) -> Self {
        let mut app = Self::bare(ctx, worker, sources);
        let effects = app.begin(begin);
        app.carry_out(ctx, None, effects);
        app
    }

    /// With a library that the worker has open already, on its login page.
    pub fn with_library(ctx: &Context, worker: Worker, sources: Sources, opened: Opened) -> Self {
        let mut app = Self::bare(ctx, worker, sources);
        app.state.wanted = Some(opened.path.clone());
        app.state.library = Some(opened);
        app.state.route = super::route::Route::Login;
        app
    }

    fn bare(ctx: &Context, worker: Worker, sources: Sources) -> Self {
        let preferences = sources
            .settings_folder
            .as_deref()
            .map(Preferences::load)
            .unwrap_or_default();
        fonts::install(ctx);
        theme::apply(ctx, preferences.theme());
        let repaint = ctx.clone();
        Self {
            state: State::new(sources.clock.now(), preferences),
            worker,
            sources,
            dialogs: Dialogs::new(Arc::new(move || repaint.request_repaint())),
            asked_dialogs: Vec::new(),
            quitting: false,
        }
    }

    fn begin(&mut self, begin: Begin) -> Vec<Effect> {
        let now = self.sources.clock.now();
        match begin {
            Begin::Library(path) => {
                self.state.default_library = Some(path.clone());
                open(&mut self.state, path)
            }
            Begin::Usual(path) => {
                self.state.default_library.clone_from(&path);
                let last = self.state.preferences.library.clone();
                // Also a folder or a dead link there is worth a word: only nothing at all means welcome.
                let there = [path, last]
                    .into_iter()
                    .flatten()
                    .find(|path| std::fs::symlink_metadata(path).is_ok());
                match there {
                    Some(path) => open(&mut self.state, path),
                    None => Vec::new(),
                }
            }
            Begin::Demonstration => update(&mut self.state, Action::OpenDemonstration, now),
        }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    pub fn worker(&self) -> &Worker {
        &self.worker
    }

    /// The dialogs asked for since the last call, where no window can open them.
    pub fn take_asked_dialogs(&mut self) -> Vec<Picking> {
        std::mem::take(&mut self.asked_dialogs)
    }

    /// Applies an action as if it came from a page.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        self.apply(ctx, None, vec![action]);
        ctx.request_repaint();
    }

    /// Hears what came in, and does what is due by the clock. Runs also while the window is hidden.
    pub fn logic(&mut self, ctx: &Context, frame: Option<&eframe::Frame>) {
        let mut actions: Vec<Action> = Vec::new();
        if ctx.input(|input| !input.events.is_empty() || !input.raw.dropped_files.is_empty()) {
            actions.push(Action::Touched);
        }
        actions.extend(self.worker.receive().into_iter().map(Action::Heard));
        let answers = self.dialogs.receive();
        actions.extend(
            answers
                .into_iter()
                .map(|(picking, paths)| Action::Picked(picking, paths)),
        );
        let viewport = ctx.input(|input| input.viewport().clone());
        if let Some(rect) = viewport.inner_rect.filter(|_| viewport.maximized != Some(true)) {
            actions.push(Action::Resized([rect.width(), rect.height()]));
        }
        if viewport.close_requested() && !self.quitting {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            actions.push(Action::CloseWindow);
        }
        // What appears may take a second pass to find its place.
        let heard = actions
            .iter()
            .any(|action| !matches!(action, Action::Touched | Action::Resized(_)));
        if heard {
            ctx.request_repaint();
        }
        actions.push(Action::Tick);
        self.apply(ctx, frame, actions);
    }

    /// Draws, applies what was done, and says when to draw again.
    pub fn draw(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let ctx = ui.ctx().clone();
        self.state.dragging = ctx.input(|input| !input.raw.hovered_files.is_empty());
        let mut actions = command::pressed(&ctx, &self.state);
        actions.extend(window_ui(ui, &self.state));
        let acted = !actions.is_empty();
        self.apply(&ctx, frame, actions);
        if acted {
            ctx.request_repaint();
        } else if let Some(sleep) = wake::sleep(&self.state) {
            ctx.request_repaint_after(sleep);
        }
    }

    fn apply(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, actions: Vec<Action>) {
        for action in actions {
            let now = self.sources.clock.now();
            let effects = update(&mut self.state, action, now);
            self.carry_out(ctx, frame, effects);
        }
    }

    fn carry_out(&mut self, ctx: &Context, frame: Option<&eframe::Frame>, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(ticket, request) => self.worker.send(ticket, request),
                Effect::Run {
                    ticket,
                    session,
                    command,
                } => {
                    let mut bytes = [0; 16];
                    self.sources.ids.fill(&mut bytes);
                    let request = crate::domain::id::RequestId(u128::from_be_bytes(bytes));
                    self.worker.send(
                        ticket,
                        Request::Run {
                            session,
                            request,
                            command,
                        },
                    );
                }
                Effect::Cancel(ticket) => self.worker.cancel(ticket),
                Effect::Pick { picking, name } => match frame {
                    Some(frame) => self.dialogs.open(picking, name, frame),
                    None => self.asked_dialogs.push(picking),
                },
                Effect::Copy(text) => {
                    ctx.send_cmd(OutputCommand::CopyText(text.reveal().to_owned()));
                }
                Effect::RequestPaste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
                Effect::Theme(choice) => theme::apply(ctx, choice),
                Effect::Remember(preferences) => {
                    if let Some(folder) = &self.sources.settings_folder {
                        preferences.save(folder);
                    }
                }
                Effect::FocusSearch => want_search(ctx),
                Effect::Quit => {
                    self.quitting = true;
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, frame: &mut eframe::Frame) {
        Self::logic(self, ctx, Some(frame));
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.draw(ui, Some(frame));
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::Colors::of(visuals.dark_mode)
            .surface
            .to_normalized_gamma_f32()
    }
}
