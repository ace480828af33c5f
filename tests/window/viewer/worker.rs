//! The pane in a window, with a worker that answers by hand.

use crate::desk::small_school;
use crate::school::at;
use eframe::egui::{Event, Key, Role, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use licheng::domain::active_content::ActiveCount;
use licheng::domain::file::FileKind;
use licheng::domain::id::{FileId, ItemId};
use licheng::domain::no_preview::NoPreview;
use licheng::engine::Session;
use licheng::gui::action::{Action, ItemAction};
use licheng::gui::effect::Effect;
use licheng::gui::state::State;
use licheng::gui::theme::ThemeChoice;
use licheng::gui::update::update;
use licheng::gui::viewer::{Pane, Shown, ViewerAction, Zoom, key_actions, viewer_ui};
use licheng::worker::{
    Answer, Film, FoundText, MediaOutline, Message, Outline, PageSize, PageView, PreviewPixels, Request,
};
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;

pub const FILE: FileId = FileId(1);
pub const ITEM: ItemId = ItemId(9);

/// Sessions come from an engine alone; whose it is does not matter here.
pub fn session() -> Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(|| small_school().login("t1")).clone()
}

/// What the worker would say of the one document there is.
pub struct Document {
    pub kind: FileKind,
    pub outline: Result<Outline, NoPreview>,
    pub page_fails: Option<(u32, NoPreview)>,
    pub found: FoundText,
}

pub struct Desk {
    pub state: State,
    pub document: Document,
    /// Requests nobody has answered yet
    pub open: Vec<Effect>,
    /// What was done outside of the pane
    pub items: Vec<ItemAction>,
    pub frames: usize,
}

pub type Shared = Rc<RefCell<Desk>>;

pub fn a4(count: usize) -> Vec<PageSize> {
    vec![
        PageSize {
            width: 595.0,
            height: 842.0
        };
        count
    ]
}

pub fn pdf(pages: Vec<PageSize>, active: Vec<ActiveCount>) -> Document {
    Document {
        kind: FileKind::Pdf,
        outline: Ok(Outline::Pages { pages, active }),
        page_fails: None,
        found: FoundText::default(),
    }
}

/// A page with a heading and lines, so that crispness and position can be seen.
pub fn drawn(view: PageView, pages: &[PageSize], see_through: bool) -> PreviewPixels {
    let page = pages[view.page as usize];
    let whole = (view.width_px as f32 * page.height / page.width).round().max(1.0) as u32;
    let (x0, y0, width, height) = match view.part {
        Some(part) => (part.x, part.y, part.width, part.height),
        None => (0, 0, view.width_px, whole),
    };
    let mut pixels = Vec::with_capacity((width * height * 4) as usize);
    for y in y0..y0 + height {
        for x in x0..x0 + width {
            let (u, v) = (x as f32 / view.width_px as f32, y as f32 / whole as f32);
            let heading = (0.06..0.09).contains(&v) && (0.1..0.55).contains(&u);
            let row = v > 0.14 && v < 0.92 && (v * 60.0).fract() < 0.4;
            let ragged = 0.9 - ((v * 60.0).floor() * 0.37).fract() * 0.12;
            let ink = heading || (row && (0.1..ragged).contains(&u));
            let figure = (0.5..0.75).contains(&v) && (0.3..0.7).contains(&u);
            pixels.extend(match (figure, ink, see_through) {
                (true, ..) => [60, 120 + (u * 100.0) as u8, 160, 255],
                (_, true, _) => [50, 50, 54, 255],
                (_, _, true) => [255, 255, 255, 0],
                _ => [255, 255, 255, 255],
            });
        }
    }
    PreviewPixels {
        width,
        height,
        pixels,
    }
}

impl Desk {
    pub fn act(&mut self, action: Action) {
        if let Action::Item(action) = &action {
            self.items.push(action.clone());
            return;
        }
        let now = self.state.now;
        let effects = update(&mut self.state, action, now);
        for effect in effects {
            match effect {
                Effect::Cancel(gone) => self
                    .open
                    .retain(|open| !matches!(open, Effect::Send(ticket, _) if *ticket == gone)),
                other => self.open.push(other),
            }
        }
    }

    pub fn answer(&mut self) {
        for effect in std::mem::take(&mut self.open) {
            let Effect::Send(ticket, request) = effect else {
                panic!("{effect:?}");
            };
            let pages = match &self.document.outline {
                Ok(Outline::Media(MediaOutline {
                    film: Some(Film::Pictures { size, millis }),
                    ..
                })) => vec![*size; millis.len()],
                Ok(outline) => outline.page_sizes().to_vec(),
                Err(_) => Vec::new(),
            };
            let see_through = matches!(
                self.document.outline,
                Ok(Outline::Picture { has_alpha: true, .. })
            );
            let answer = match request {
                Request::Outline { file, .. } => Answer::Outline {
                    file,
                    outline: self.document.outline.clone(),
                },
                Request::Draw { file, view, .. } => Answer::Drawn {
                    file,
                    view,
                    image: match self.document.page_fails {
                        Some((page, reason)) if page == view.page => Err(reason),
                        _ => Ok(drawn(view, &pages, see_through)),
                    },
                },
                Request::FindText { file, text, .. } => Answer::Found {
                    file,
                    text,
                    found: Ok(self.document.found.clone()),
                },
                other => panic!("{other:?}"),
            };
            let answer = Box::new(Ok(answer));
            self.act(Action::Heard(Message::Answer { ticket, answer }));
        }
    }
}

pub struct Window {
    pub harness: Harness<'static, Shared>,
    pub desk: Shared,
}

impl Window {
    pub fn new(document: Document, size: [f32; 2], theme: Theme) -> Self {
        let mut state = State::new(at("2026-03-04T10:30:00"), Default::default());
        state.session = Some(session());
        let kind = document.kind;
        let mut desk = Desk {
            state,
            document,
            open: Vec::new(),
            items: Vec::new(),
            frames: 0,
        };
        desk.act(Action::Viewer(ViewerAction::Show(Some(Shown {
            item: ITEM,
            file: FILE,
            kind,
            name: format!("單擺實驗.{}", kind.ending()),
            bytes: 3_400_000,
        }))));
        let desk = Rc::new(RefCell::new(desk));
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_max_steps(40)
            // Faster than a double click
            .with_step_dt(0.02)
            .wgpu()
            .with_context_setup(|ctx| {
                licheng::gui::fonts::install(ctx);
                licheng::gui::theme::apply(ctx, ThemeChoice::System);
            })
            .build_ui_state(
                |ui, desk: &mut Shared| {
                    let mut desk = desk.borrow_mut();
                    desk.frames += 1;
                    let keys = key_actions(ui.ctx(), &desk.state);
                    let mut actions: Vec<Action> = keys.into_iter().map(Action::Viewer).collect();
                    viewer_ui(ui, &desk.state, Pane::Beside, &mut actions);
                    if !actions.is_empty() {
                        ui.ctx().request_repaint();
                    }
                    for action in actions {
                        desk.act(action);
                    }
                },
                Rc::clone(&desk),
            );
        harness.run();
        let mut window = Self { harness, desk };
        window.settle();
        window
    }

    pub fn settle(&mut self) {
        self.harness.run();
        while !self.desk.borrow().open.is_empty() {
            self.desk.borrow_mut().answer();
            self.harness.run();
        }
    }

    pub fn act(&mut self, action: ViewerAction) {
        self.desk.borrow_mut().act(Action::Viewer(action));
        self.settle();
    }

    pub fn click(&mut self, label: &str) {
        let button = self.harness.get_by_role_and_label(Role::Button, label);
        button.click();
        self.settle();
    }

    pub fn click_link(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Link, label).click();
        self.settle();
    }

    /// An entry of the menu that is open.
    pub fn choose(&mut self, label: &str) {
        let entry = self.harness.get_by_role_and_label(Role::MenuItem, label);
        entry.click();
        self.settle();
    }

    pub fn zoom_percent(&self) -> i32 {
        let factor = self.desk.borrow().state.viewer.factor(Pane::Beside);
        (factor.unwrap() * 100.0).round() as i32
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn hear(&mut self, event: Event) {
        self.harness.event(event);
        self.settle();
    }

    pub fn page(&self) -> u32 {
        self.desk.borrow().state.viewer.current_page(Pane::Beside)
    }

    pub fn zoom(&self) -> Zoom {
        self.desk.borrow().state.viewer.zoom()
    }

    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    pub fn picture(&mut self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
        std::fs::create_dir_all(&folder).unwrap();
        let picture = self.harness.render().unwrap();
        picture.save(folder.join(format!("viewer-{name}.png"))).unwrap();
    }
}

pub const WIDE: [f32; 2] = [760.0, 700.0];
pub const NARROW: [f32; 2] = [408.0, 600.0];
pub const NARROWEST: [f32; 2] = [260.0, 600.0];

pub fn window(document: Document) -> Window {
    Window::new(document, WIDE, Theme::Light)
}
