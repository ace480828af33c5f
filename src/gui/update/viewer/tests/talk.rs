//! A conversation with the worker, made by hand.

use super::super::update;
use crate::domain::access::Role;
use crate::domain::file::FileKind;
use crate::domain::id::{AccountId, FileId, ItemId};
use crate::domain::moment::parse_moment;
use crate::engine::Session;
use crate::gui::action::Action;
use crate::gui::effect::Effect;
use crate::gui::preferences::Preferences;
use crate::gui::state::State;
use crate::gui::viewer::{Pane, Shown, Sight, ViewerAction};
use crate::worker::{Answer, Message, Outline, PageSize, PageView, PreviewPixels, Request, Ticket, Trouble};
use std::collections::BTreeMap;

pub const PANE: Pane = Pane::Beside;
pub const SIGHT: Sight = Sight {
    width: 620.0,
    height: 500.0,
    pixels_per_point: 1.0,
};

pub fn shown(file: u64) -> Shown {
    Shown {
        item: ItemId(file + 1000),
        file: FileId(file),
        kind: FileKind::Pdf,
        name: format!("{file}.pdf"),
        bytes: 1000,
    }
}

pub fn a4(count: usize) -> Outline {
    let size = PageSize {
        width: 595.0,
        height: 842.0,
    };
    Outline::Pages {
        pages: vec![size; count],
        active: Vec::new(),
    }
}

/// A state with the worker's side of the conversation.
pub struct Talk {
    pub state: State,
    /// Requests sent and not answered or cancelled, in the order they were sent
    pub open: BTreeMap<Ticket, Request>,
    pub cancelled: Vec<Ticket>,
    pub most: usize,
    pub outline: Outline,
}

impl Talk {
    pub fn new(outline: Outline) -> Self {
        let mut state = State::new(
            parse_moment("2026-03-04T10:00:00").unwrap(),
            Preferences::default(),
        );
        state.session = Some(Session {
            account: AccountId(1),
            account_name: "t1".into(),
            display_name: "王堃".into(),
            roles: vec![Role::Teacher],
            must_change_password: false,
            standing: crate::domain::account::Standing::ACTIVE,
            epoch: 1,
        });
        let mut talk = Self {
            state,
            open: BTreeMap::new(),
            cancelled: Vec::new(),
            most: 0,
            outline,
        };
        talk.act(ViewerAction::Seen(PANE, SIGHT));
        talk
    }

    pub fn act(&mut self, action: ViewerAction) {
        let effects = update(&mut self.state, action);
        self.take(effects);
    }

    pub fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Send(ticket, request) => {
                    self.open.insert(ticket, request);
                }
                Effect::Cancel(ticket) => {
                    self.open.remove(&ticket);
                    self.cancelled.push(ticket);
                }
                other => panic!("{other:?}"),
            }
        }
        self.most = self.most.max(self.open.len());
    }

    pub fn hear(&mut self, ticket: Ticket, answer: Result<Answer, Trouble>) {
        let answer = Box::new(answer);
        let heard = Action::Heard(Message::Answer { ticket, answer });
        let now = self.state.now;
        let effects = crate::gui::update::update(&mut self.state, heard, now);
        self.take(effects);
    }

    pub fn answer(&self, request: &Request) -> Answer {
        match request {
            Request::Outline { file, .. } => Answer::Outline {
                file: *file,
                outline: Ok(self.outline.clone()),
            },
            Request::Draw { file, view, .. } => Answer::Drawn {
                file: *file,
                view: *view,
                image: Ok(pixels(*view)),
            },
            other => panic!("{other:?}"),
        }
    }

    /// Answers the oldest request.
    pub fn answer_one(&mut self) -> bool {
        let Some((ticket, request)) = self.open.pop_first() else {
            return false;
        };
        let answer = self.answer(&request);
        self.hear(ticket, Ok(answer));
        true
    }

    pub fn settle(&mut self) {
        for _ in 0..10_000 {
            if !self.answer_one() {
                return;
            }
        }
        panic!("the pane never has enough");
    }

    pub fn show(&mut self, file: u64) {
        self.act(ViewerAction::Show(Some(shown(file))));
    }

    pub fn views(&self) -> Vec<PageView> {
        self.open
            .values()
            .filter_map(|request| match request {
                Request::Draw { view, .. } => Some(*view),
                _ => None,
            })
            .collect()
    }

    pub fn draws_page(&self, page: u32) -> bool {
        self.views().iter().any(|view| view.page == page)
    }

    pub fn percent(&self) -> i32 {
        (self.state.viewer.factor(PANE).unwrap() * 100.0).round() as i32
    }
}

/// As many bytes as the real picture would have.
pub fn pixels(view: PageView) -> PreviewPixels {
    let (width, height) = match view.part {
        Some(part) => (part.width, part.height),
        None => (view.width_px, view.width_px * 842 / 595),
    };
    PreviewPixels {
        width,
        height: height.max(1),
        pixels: vec![255; (width * height.max(1) * 4) as usize],
    }
}
