//! The certification panel: which item is open, what is decided, what is loaded.

mod deciding;
mod loading;
mod moving;
mod returning;
#[cfg(test)]
mod tests;

use crate::domain::access::Role;
use crate::domain::id::ItemId;
use crate::engine::{Reply, SeenItem};
use crate::gui::certification::{BatchQuestion, PanelAction, Sent, SidePane, Which};
use crate::gui::effect::Effect;
use crate::gui::loadable::Loadable;
use crate::gui::modal::Modal;
use crate::gui::route::{Page, Route};
use crate::gui::state::{Asked, State};
use crate::gui::viewer::{Pane, ViewerAction};
use crate::worker::{Answer, Trouble};

pub(super) use loading::{entered, reload};
pub use moving::is_opened;
pub(super) use moving::tick;
pub(super) use returning::take_draft;

/// What a request of the panel was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PanelAsked {
    Queue,
    Case(ItemId),
}

/// What a command of the panel was for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PanelPurpose {
    Decide(Box<Sent>),
    Undo(Vec<SeenItem>),
}

/// Whether this person has a queue at all: teachers, and with them their deputies.
pub fn decides(state: &State) -> bool {
    state
        .session
        .as_ref()
        .is_some_and(|session| session.has(Role::Teacher) && !session.must_change_password)
}

pub(super) fn update(state: &mut State, action: PanelAction) -> Vec<Effect> {
    match action {
        PanelAction::Refresh => {
            if let Some(item) = state.panel.selection.open {
                state.panel.cases.retry(item);
            }
            reload(state)
        }
        PanelAction::Which(which) => filter(state, |state| state.panel.filter.which = which),
        PanelAction::Course(course) => filter(state, |state| state.panel.filter.course = course),
        PanelAction::Class(class) => filter(state, |state| state.panel.filter.class = class),
        PanelAction::Sort(sort) => filter(state, |state| state.panel.filter.sort = sort),
        PanelAction::Search(search) => filter(state, |state| state.panel.filter.search = search),
        PanelAction::Pick(item, pick) => moving::pick(state, item, pick),
        PanelAction::MarkAll => {
            let panel = &mut state.panel;
            panel.selection.mark_all(&panel.listing.order);
            Vec::new()
        }
        PanelAction::MarkOpen => moving::mark_open(state),
        PanelAction::ClearMarks => {
            state.panel.selection.clear_marks();
            returning::close(state)
        }
        PanelAction::Step(step) => moving::step(state, step),
        PanelAction::MarkTo(step) => moving::mark_to(state, step),
        PanelAction::Certify => deciding::certify(state),
        PanelAction::AskReason => returning::ask(state),
        PanelAction::Reason(reason) => returning::reason(state, reason),
        PanelAction::Note(text) => returning::note(state, text),
        PanelAction::CloseReasons => returning::close(state),
        PanelAction::Return => deciding::give_back(state),
        PanelAction::Undo => deciding::undo(state),
        PanelAction::UndoOpen => deciding::undo_open(state),
        PanelAction::ShowFile(file) => moving::show_file(state, file),
        PanelAction::Width { pane, width, done } => {
            match pane {
                SidePane::Queue => state.preferences.set_queue_width(width),
                SidePane::Record => state.preferences.set_record_width(width),
            }
            if done {
                return vec![Effect::Remember(Box::new(state.preferences.clone()))];
            }
            Vec::new()
        }
        PanelAction::History(item) => super::items::history(state, item),
        PanelAction::OpenCourse(course) => {
            let filter = &mut state.panel.filter;
            filter.which = Which::Waiting;
            (filter.course, filter.class) = (Some(course), None);
            filter.search.clear();
            state.panel.list();
            let first = state.panel.listing.order.first().copied();
            let mut effects = super::go(state, Page::Certification);
            if let Some(first) = first {
                effects.extend(moving::open(state, first));
            }
            effects
        }
        PanelAction::Back(item) => {
            state.panel.notices.retain(|notice| notice.item != item);
            let mut effects = super::go(state, Page::Certification);
            effects.extend(moving::open(state, item));
            effects
        }
        PanelAction::DismissNotice(place) => {
            if place < state.panel.notices.len() {
                state.panel.notices.remove(place);
            }
            Vec::new()
        }
        PanelAction::Escape => escape(state),
    }
}

/// Another part of the queue is looked at.
fn filter(state: &mut State, change: impl FnOnce(&mut State)) -> Vec<Effect> {
    change(state);
    let had = !state.panel.listing.order.is_empty();
    state.panel.list();
    let panel = &mut state.panel;
    panel.reveal += 1;
    let out_of_sight = panel
        .selection
        .open
        .is_none_or(|open| panel.listing.place(open).is_none());
    if out_of_sight {
        panel.position = 0;
    }
    // Nothing was open because nothing was there: now something is.
    if !had
        && state.panel.selection.open.is_none()
        && let Some(first) = state.panel.listing.order.first().copied()
    {
        return moving::open(state, first);
    }
    loading::prepare(state)
}

/// The nearest thing that is open closes.
fn escape(state: &mut State) -> Vec<Effect> {
    if state.panel.returns.open.is_some() {
        return returning::close(state);
    }
    if state.viewer.search.open {
        return super::viewer::update(state, ViewerAction::CloseSearch);
    }
    if state.viewer.alone {
        return super::viewer::update(state, ViewerAction::TogglePane(Pane::Alone));
    }
    state.panel.selection.clear_marks();
    Vec::new()
}

/// The question before a batch was answered with yes.
pub(super) fn confirm_batch(state: &mut State, question: BatchQuestion) -> Vec<Effect> {
    deciding::send(state, question.sent)
}

/// Yes, although the students will not be able to mend it.
pub(super) fn confirm_lockout(state: &mut State, sent: Sent) -> Vec<Effect> {
    deciding::send(state, sent)
}

/// No question is open any more: what became of a batch can be told.
pub(super) fn question_closed(state: &mut State) {
    if state.modal.is_none() {
        state.modal = state.panel.summary.take().map(Modal::Summary);
    }
}

/// The session is over: nothing is under way any more, and everything is asked for again after the next
/// login.
pub(super) fn abandoned(state: &mut State, asked: &Asked) {
    match asked {
        Asked::Decide(PanelPurpose::Decide(sent)) => deciding::settle(state, sent),
        Asked::Decide(PanelPurpose::Undo(_)) => state.panel.undoing.clear(),
        Asked::Panel(PanelAsked::Case(item)) => state.panel.cases.unasked(*item),
        Asked::Panel(PanelAsked::Queue) if state.panel.queue.ready().is_none() => {
            state.panel.queue = Loadable::NotAsked;
        }
        _ => return,
    }
    state.panel.undo_when_answered = false;
}

pub(super) fn answered(state: &mut State, asked: PanelAsked, answer: Answer) -> Vec<Effect> {
    match (asked, answer) {
        (PanelAsked::Queue, Answer::Queue(queue)) => loading::queue_came(state, *queue),
        (PanelAsked::Case(_), Answer::Case(case)) => loading::case_came(state, *case),
        (asked, answer) => {
            log::error!("{asked:?} was answered with something else: {answer:?}");
            Vec::new()
        }
    }
}

pub(super) fn failed(state: &mut State, asked: PanelAsked, trouble: &Trouble) -> Vec<Effect> {
    loading::failed(state, asked, trouble)
}

pub(super) fn ran(state: &mut State, purpose: PanelPurpose, reply: Reply) -> Vec<Effect> {
    let Reply::Batch(batch) = reply else {
        log::error!("a batch was answered with something else: {reply:?}");
        return reload(state);
    };
    match purpose {
        PanelPurpose::Decide(sent) => deciding::decided(state, *sent, batch),
        PanelPurpose::Undo(items) => deciding::undone(state, &items, batch),
    }
}

pub(super) fn refused(state: &mut State, purpose: PanelPurpose, trouble: &Trouble) -> Vec<Effect> {
    match purpose {
        PanelPurpose::Decide(sent) => deciding::decision_failed(state, &sent, trouble),
        PanelPurpose::Undo(items) => deciding::undo_failed(state, &items, trouble),
    }
}

/// The person's name and course of an item, for messages.
fn who(state: &State, item: ItemId) -> String {
    let panel = &state.panel;
    if let (Some(row), Some(queue)) = (panel.row(item), panel.queue.ready()) {
        let course = queue
            .course(row.offering)
            .map_or("", |course| course.name.as_str());
        return format!("{} {course}", row.student_name).trim_end().to_owned();
    }
    panel.cases.get(item).map_or_else(String::new, |case| {
        format!("{} {}", case.item.student_name, case.item.course_name)
    })
}

/// Whether the panel is on the screen.
fn is_shown(state: &State) -> bool {
    matches!(state.route, Route::At(Page::Certification))
}
