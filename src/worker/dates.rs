//! What the office asks about dates and progress.

use std::path::PathBuf;

use crate::domain::term::Term;
use crate::engine::{ProgressView, Session, TimetableView};

use super::desk::Desk;
use super::message::{Answer, Delivery, Trouble};
use super::whole_file::{self, Readers};

/// Questions about dates and progress.
#[derive(Debug, Clone)]
pub enum DatesRequest {
    /// Windows, 休業式, rules and announcements, for those who set them
    Timetable { session: Session },
    /// Counts of a term
    Progress { session: Session, term: Term },
    /// Writes the dates that hold for this person as a calendar file
    SaveCalendar { session: Session, to: PathBuf },
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
        DatesRequest::SaveCalendar { session, to } => {
            let calendar = library.engine.calendar(&session);
            let calendar = calendar.map_err(|failure| library.trouble(failure))?;
            whole_file::write(&to, calendar.as_bytes(), Readers::AsUsual)?;
            return Ok(Answer::Saved(Delivery::SavedTo(to)));
        }
    };
    answer
        .map(Answer::Dates)
        .map_err(|failure| library.trouble(failure))
}
