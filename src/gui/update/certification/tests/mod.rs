//! The panel without a window: a hand-made engine answers what the panel asks.

mod batches;
mod returning;

use chrono::Duration;

use crate::domain::access::Role;
use crate::domain::id::{AccountId, ItemId, OfferingId};
use crate::domain::moment::Moment;
use crate::domain::outcome::{OutcomeState, ReturnReason};
use crate::domain::refusal::Refusal;
use crate::engine::{Batch, Command, QueueView, Reply, SeenItem, Session, Verdict};
use crate::gui::action::Action;
use crate::gui::certification::{PanelAction, Pick, ReturnOf, Step, Which, sample};
use crate::gui::effect::Effect;
use crate::gui::modal::Modal;
use crate::gui::preferences::Preferences;
use crate::gui::route::{Page, Route};
use crate::gui::state::{State, ToastUndo};
use crate::gui::update::update;
use crate::gui::viewer::{Pane, ViewerAction};
use crate::worker::{Answer, Message, Request, Ticket, Trouble};

struct Play {
    state: State,
    queue: QueueView,
    now: Moment,
    /// Commands that nobody has answered yet.
    sent: Vec<(Ticket, Command)>,
    drafts: Vec<(String, String)>,
}

fn teacher() -> Session {
    Session {
        account: AccountId(1),
        account_name: "t1".into(),
        display_name: "陳老師".into(),
        roles: vec![Role::Teacher],
        must_change_password: false,
        standing: crate::domain::account::Standing::ACTIVE,
        epoch: 1,
    }
}

fn item(id: u64) -> ItemId {
    ItemId(id)
}

fn seen(id: u64, version: u64) -> SeenItem {
    SeenItem {
        item: item(id),
        version,
        unopened: false,
    }
}

impl Play {
    fn new() -> Self {
        Self::with(sample::queue())
    }

    fn with(queue: QueueView) -> Self {
        let now = sample::at(10);
        let mut state = State::new(now, Preferences::default());
        state.session = Some(teacher());
        state.route = Route::At(Page::Certification);
        let mut play = Self {
            state,
            queue,
            now,
            sent: Vec::new(),
            drafts: Vec::new(),
        };
        play.changed();
        play
    }

    /// The library changed, by whomever.
    fn changed(&mut self) {
        self.act(Action::Heard(Message::LibraryChanged));
    }

    fn act(&mut self, action: Action) {
        let effects = update(&mut self.state, action, self.now);
        self.carry_out(effects);
    }

    fn panel(&mut self, action: PanelAction) {
        self.act(Action::Panel(action));
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let answer = match effect {
                Effect::Run { ticket, command, .. } => {
                    self.sent.push((ticket, command));
                    continue;
                }
                Effect::Send(ticket, Request::Queue { .. }) => {
                    (ticket, Answer::Queue(Box::new(self.queue.clone())))
                }
                Effect::Send(ticket, Request::Case { item, .. }) => {
                    let answer = match self.queue.row(item) {
                        Some(row) => Ok(Answer::Case(Box::new(sample::case(row)))),
                        None => Err(Trouble::Refused(Refusal::NoSuchItem)),
                    };
                    self.answer(ticket, answer);
                    continue;
                }
                Effect::Send(_, Request::SaveDraft { field, text, .. }) => {
                    self.drafts.push((field, text));
                    continue;
                }
                _ => continue,
            };
            self.answer(answer.0, Ok(answer.1));
        }
    }

    fn answer(&mut self, ticket: Ticket, answer: Result<Answer, Trouble>) {
        self.act(Action::Heard(Message::Answer {
            ticket,
            answer: Box::new(answer),
        }));
    }

    /// The engine has done what was sent first: states change as it would change them.
    fn done(&mut self, refused: &[(u64, Refusal)]) -> Command {
        let (ticket, command) = self.sent.remove(0);
        let mut batch = Batch::default();
        let (items, to) = match &command {
            Command::DecideMany { items, verdict } => (items, super::deciding::result(verdict)),
            Command::UndoMany { items } => (items, OutcomeState::Submitted),
            other => panic!("{other:?}"),
        };
        for seen in items {
            if let Some((id, refusal)) = refused.iter().find(|(id, _)| item(*id) == seen.item) {
                batch.refused.push((item(*id), refusal.clone()));
                continue;
            }
            let row = self
                .queue
                .rows
                .iter_mut()
                .find(|row| row.id == seen.item)
                .unwrap();
            row.state = to;
            row.version += 1;
            row.mine = to != OutcomeState::Submitted;
            batch.done.push(SeenItem {
                version: row.version,
                ..*seen
            });
        }
        self.answer(ticket, Ok(Answer::Ran(Box::new(Reply::Batch(batch)))));
        command
    }

    fn open(&self) -> Option<u64> {
        self.state.panel.selection.open.map(|item| item.0)
    }

    /// The document of the open item has been on the screen.
    fn look(&mut self) {
        let open = self.state.panel.selection.open.unwrap();
        let attempt = self.state.panel.row(open).unwrap().attempt;
        self.state.panel.opened.insert(open, attempt);
    }

    fn look_and(&mut self, action: PanelAction) {
        self.look();
        self.panel(action);
    }
}

#[test]
fn the_longest_waiting_is_open_with_its_document_and_its_neighbours_are_at_hand() {
    let play = Play::new();
    assert_eq!(play.open(), Some(3));
    let shown = play.state.viewer.shown.as_ref().unwrap();
    assert_eq!((shown.item, shown.file.0), (item(3), 3));
    for neighbour in [1, 2] {
        assert!(play.state.panel.cases.get(item(neighbour)).is_some());
    }
    assert!(play.state.panel.cases.get(item(4)).is_none(), "out of sight");
}

#[test]
fn decisions_sleep_until_the_document_has_been_on_the_screen() {
    let mut play = Play::new();
    play.panel(PanelAction::Certify);
    play.panel(PanelAction::AskReason);
    assert!(play.sent.is_empty());
    assert_eq!(play.state.panel.returns.open, None);
    play.look_and(PanelAction::Certify);
    assert_eq!(play.sent.len(), 1);
    assert_eq!(play.open(), Some(1), "on to the next one at once");
    play.panel(PanelAction::Certify);
    assert_eq!(play.sent.len(), 1, "the next one has not been seen");
}

#[test]
fn an_item_that_came_back_with_another_file_is_asleep_again() {
    let mut play = Play::new();
    play.look();
    let row = play.queue.rows.iter_mut().find(|row| row.id == item(3)).unwrap();
    (row.attempt, row.version) = (2, 5);
    play.changed();
    play.panel(PanelAction::Certify);
    assert!(play.sent.is_empty());
    assert_eq!(
        play.state.panel.elsewhere.as_deref(),
        Some(crate::text::certification::RESUBMITTED)
    );
}

#[test]
fn a_decision_is_sent_with_the_version_seen_and_told_when_it_is_done() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    assert!(play.state.panel.is_pending(item(3)));
    assert_eq!(
        play.state.panel.row(item(3)).unwrap().state,
        OutcomeState::Submitted
    );
    assert!(play.state.toast.is_none(), "nothing is said before it is so");
    let command = play.done(&[]);
    assert_eq!(
        command,
        Command::DecideMany {
            items: vec![seen(3, 3)],
            verdict: Verdict::Certify
        }
    );
    let toast = play.state.toast.as_ref().unwrap();
    assert_eq!(toast.text, "已認證：學生3 程式設計");
    assert_eq!(toast.undo, Some(ToastUndo::Decision));
    assert!(!play.state.panel.is_pending(item(3)));
    assert_eq!(play.state.panel.listing.place(item(3)), None, "it waits no more");
}

#[test]
fn next_undecided_begins_again_at_the_top_and_ends_with_a_word() {
    let mut play = Play::new();
    play.panel(PanelAction::Pick(item(2), Pick::One));
    play.panel(PanelAction::Step(Step::NextUndecided));
    assert_eq!(play.open(), Some(3));
    play.panel(PanelAction::Step(Step::Previous));
    assert_eq!(play.open(), Some(3), "nothing stands above the first");
    for id in [3, 1] {
        play.panel(PanelAction::Pick(item(id), Pick::One));
        play.look_and(PanelAction::Certify);
        play.done(&[]);
    }
    assert_eq!(play.open(), Some(2));
    play.panel(PanelAction::Step(Step::NextUndecided));
    assert_eq!(play.open(), Some(2));
    let toast = play.state.toast.as_ref().unwrap();
    assert_eq!(toast.text, crate::text::certification::NO_NEXT);
}

#[test]
fn an_item_that_left_the_list_keeps_its_place() {
    let mut play = Play::new();
    play.panel(PanelAction::Pick(item(1), Pick::One));
    play.look();
    play.queue.rows.retain(|row| row.id != item(3));
    // Somebody else decided the open one: it leaves what waits, and stays open.
    let row = play.queue.rows.iter_mut().find(|row| row.id == item(1)).unwrap();
    (row.state, row.version) = (OutcomeState::Certified, 4);
    play.changed();
    assert_eq!(play.open(), Some(1));
    assert!(play.state.panel.elsewhere.is_some());
    play.panel(PanelAction::Step(Step::NextUndecided));
    assert_eq!(play.open(), Some(2));
}

#[test]
fn undo_takes_the_latest_act_back_and_goes_there() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    play.done(&[]);
    play.look_and(PanelAction::Certify);
    play.done(&[]);
    play.panel(PanelAction::Undo);
    assert_eq!(
        play.done(&[]),
        Command::UndoMany {
            items: vec![seen(1, 4)]
        }
    );
    assert_eq!(play.open(), Some(1));
    play.panel(PanelAction::Undo);
    assert_eq!(
        play.done(&[]),
        Command::UndoMany {
            items: vec![seen(3, 4)]
        }
    );
    assert_eq!(play.open(), Some(3));
    assert!(play.state.panel.elsewhere.is_none(), "it was oneself");
    play.panel(PanelAction::Undo);
    assert!(play.sent.is_empty());
}

#[test]
fn undo_waits_for_a_decision_that_is_still_under_way() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    play.panel(PanelAction::Undo);
    assert_eq!(play.sent.len(), 1);
    play.done(&[]);
    assert_eq!(
        play.done(&[]),
        Command::UndoMany {
            items: vec![seen(3, 4)]
        }
    );
}

#[test]
fn undo_pressed_twice_takes_two_acts_back() {
    let mut play = Play::new();
    for _ in 0..2 {
        play.look_and(PanelAction::Certify);
        play.done(&[]);
    }
    play.panel(PanelAction::Undo);
    play.panel(PanelAction::Undo);
    for id in [1, 3] {
        let items = vec![seen(id, 4)];
        assert_eq!(play.done(&[]), Command::UndoMany { items });
    }
    assert!(play.sent.is_empty());
}

#[test]
fn a_session_that_ends_leaves_nothing_under_way() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    let (ticket, _) = play.sent.remove(0);
    play.answer(ticket, Err(Trouble::Refused(Refusal::SessionOver)));
    assert!(matches!(play.state.route, Route::Locked { .. }));
    assert!(!play.state.panel.is_pending(item(3)));
    play.panel(PanelAction::Undo);
    assert!(play.sent.is_empty(), "undo does not wait for it either");
}

#[test]
fn a_refused_decision_is_named_with_the_way_back_and_overwrites_nothing() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    let row = play.queue.rows.iter_mut().find(|row| row.id == item(3)).unwrap();
    (row.state, row.version) = (OutcomeState::Returned, 4);
    play.done(&[(3, Refusal::ChangedMeanwhile { seen: 3, current: 4 })]);
    let notice = &play.state.panel.notices[0];
    assert_eq!(notice.item, item(3));
    assert!(notice.message.what.contains("學生3"), "{notice:?}");
    assert!(play.state.toast.is_none());
    assert!(play.state.panel.undo.is_empty());
    assert_eq!(
        play.state.panel.row(item(3)).unwrap().state,
        OutcomeState::Returned
    );
    play.panel(PanelAction::Back(item(3)));
    assert_eq!(play.open(), Some(3));
    assert!(play.state.panel.notices.is_empty());
}

#[test]
fn a_broken_library_leaves_the_item_undecided_and_says_so() {
    let mut play = Play::new();
    play.look_and(PanelAction::Certify);
    let (ticket, _) = play.sent.remove(0);
    play.answer(ticket, Err(Trouble::Crashed));
    assert!(!play.state.panel.is_pending(item(3)));
    assert!(play.state.panel.is_undecided(item(3)));
    assert_eq!(play.state.panel.notices.len(), 1);
}

#[test]
fn what_the_rules_refuse_is_said_by_the_key_too() {
    let mut play = Play::new();
    play.look();
    play.now = sample::at(41);
    play.panel(PanelAction::Certify);
    assert!(play.sent.is_empty());
    assert!(play.state.panel.notices[0].message.why.contains("截止"));
}

#[test]
fn after_a_login_the_queue_opens_if_something_waits() {
    let land = |queue: QueueView| {
        let mut play = Play::with(QueueView::default());
        play.queue = queue;
        play.state.route = Route::At(Page::Staff);
        play.state.panel = Default::default();
        play.state.panel.land = true;
        play.changed();
        play.state.route
    };
    assert_eq!(land(sample::queue()), Route::At(Page::Certification));
    assert_eq!(land(QueueView::default()), Route::At(Page::Staff));
}

#[test]
fn a_course_of_the_overview_opens_its_own_queue() {
    let mut play = Play::new();
    play.act(Action::Go(Page::Staff));
    play.panel(PanelAction::OpenCourse(OfferingId(10)));
    assert_eq!(play.state.route, Route::At(Page::Certification));
    assert_eq!(play.open(), Some(1));
    assert_eq!(play.state.panel.listing.order, [item(1), item(2)]);
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut play = Play::new();
    let alone = || Action::Viewer(ViewerAction::TogglePane(Pane::Alone));
    play.act(alone());
    play.look();
    play.panel(PanelAction::AskReason);
    assert!(!play.state.viewer.alone, "the reasons stand in the record");
    play.panel(PanelAction::Escape);
    play.panel(PanelAction::MarkAll);
    play.act(alone());
    play.panel(PanelAction::Escape);
    assert!(play.state.panel.selection.is_many());
    play.panel(PanelAction::Escape);
    assert!(!play.state.panel.selection.is_many());
}
