//! What the office asks about dates and progress.

use crate::domain::term::Term;
use crate::engine::{ProgressView, Session, TimetableView};

use super::desk::Desk;
use super::message::{Answer, Trouble};

/// Questions about dates and progress.
#[derive(Debug, Clone)]
pub enum DatesRequest {
    /// Windows, 休業式, rules and announcements, for those who set them
    Timetable { session: Session },
    /// Counts of a term
    Progress { session: Session, term: Term },
}

/// Their answers.
#[derive(Debug)]
pub enum DatesAnswer {
    Timetable(Box<TimetableView>),
    Progress(Box<ProgressView>),
}

pub(super) fn perform(desk: &Desk, request: DatesRequest) -> Result<Answer, Trouble> {
    let library = desk.shelf.require()?;
    let answer = match request {
        DatesRequest::Timetable { session } => {
            let timetable = library.engine.timetable(&session);
            timetable.map(|timetable| DatesAnswer::Timetable(Box::new(timetable)))
        }
        DatesRequest::Progress { session, term } => {
            let progress = library.engine.progress(&session, term);
            progress.map(|progress| DatesAnswer::Progress(Box::new(progress)))
        }
    };
    answer
        .map(Answer::Dates)
        .map_err(|failure| library.trouble(failure))
}
