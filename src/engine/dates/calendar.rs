//! The dates that hold for one person, as a calendar file.

use crate::domain::id::WindowId;
use crate::domain::window::{self, Audience, Period, Window, WindowKind};
use crate::engine::dates::rules::last_days;
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, answer, guard};
use crate::exchange::calendar;

impl Engine {
    /// The windows that hold for this person as a calendar file (RFC 5545), and 休業式: a student's own with
    /// the extensions, for everybody else those for all and for the grades.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn calendar(&self, session: &Session) -> Result<String, Failure> {
        let now = self.clock.now();
        let library = self.library.header().library_id;
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let views = answer::windows(txn)?;
            let mut windows: Vec<(WindowId, Window)> = if session.keeps_items() {
                let who = answer::concerned(txn, session.account)?;
                let holds = |of: &Window| {
                    let all = views.iter().map(|view| &view.window);
                    window::holding(all, of.kind, of.period, &who).contains(&of)
                };
                let held = views.iter().filter(|view| holds(&view.window));
                held.map(|view| (view.id, view.window.clone())).collect()
            } else {
                let general = views
                    .into_iter()
                    .filter(|view| matches!(view.window.audience, Audience::All | Audience::Grade(_)));
                general.map(|view| (view.id, view.window)).collect()
            };
            windows.sort_by_key(|(id, window)| (window.opens, window.closes, order(window), *id));
            let school = answer::settings(txn)?.school_name;
            let last_days = last_days(txn)?;
            Ok(calendar::calendar(&school, library, now, &windows, &last_days))
        })
    }
}

fn order(window: &Window) -> (Period, WindowKind) {
    (window.period, window.kind)
}
