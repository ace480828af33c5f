//! What the office asks about dates and progress.

use std::path::PathBuf;

use crate::domain::promotion::ClassMapping;
use crate::domain::term::Term;
use crate::engine::{ProgressView, PromotionView, Report, Session, TimetableView, workbook};

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
    /// What starting a term from another would do
    Promotion { session: Session, from: Term, to: Term },
    /// Writes the dates that hold for this person as a calendar file
    SaveCalendar { session: Session, to: PathBuf },
    /// Writes tables the person has on the screen as a workbook, a sheet each.
    SaveTables { tables: Vec<Report>, to: PathBuf },
}

/// Their answers.
#[derive(Debug)]
pub enum DatesAnswer {
    Timetable(Box<TimetableView>),
    Progress(Box<ProgressView>),
    Saved(PathBuf),
    Promotion(Box<PromotionView>),
}

pub(super) fn perform(desk: &Desk, request: DatesRequest) -> Result<Answer, Trouble> {
    if let DatesRequest::SaveTables { tables, to } = request {
        let bytes = workbook(&tables).map_err(Trouble::Table)?;
        whole_file::write(&to, &bytes, Readers::AsUsual)?;
        return Ok(Answer::Dates(DatesAnswer::Saved(to)));
    }
    let library = desk.shelf.require()?;
    let answer = match request {
        // Written above: no library is asked.
        DatesRequest::SaveTables { .. } => return Ok(Answer::Done),
        DatesRequest::Timetable { session } => {
            let timetable = library.engine.timetable(&session);
            timetable.map(|timetable| DatesAnswer::Timetable(Box::new(timetable)))
        }
        DatesRequest::Progress { session, term } => {
            let progress = library.engine.progress(&session, term);
            progress.map(|progress| DatesAnswer::Progress(Box::new(progress)))
        }
        DatesRequest::Promotion { session, from, to } => {
            let mapping = ClassMapping::new();
            let view = library.engine.preview_promotion(&session, from, to, &mapping);
            view.map(|view| DatesAnswer::Promotion(Box::new(view)))
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
