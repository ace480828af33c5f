//! What the badges show.

use crate::domain::quota::Usage;
use crate::domain::window::{Audience, Concerned};
use crate::engine::failure::Failure;
use crate::engine::session::Session;
use crate::engine::{Engine, activity, answer, guard};

use super::StatusView;
use super::activities::activity_rules;

impl Engine {
    /// Terms, counters and windows of this person. Phases and times left follow from it and the clock.
    ///
    /// # Errors
    /// A session that is over, or the library's trouble.
    pub fn status(&self, session: &Session) -> Result<StatusView, Failure> {
        self.library.read(|txn| {
            guard::require_full_session(txn, session)?;
            let settings = answer::settings(txn)?;
            let terms = answer::current_terms(&settings)?;
            let keeps_items = session.keeps_items();
            let concerned = if keeps_items {
                answer::concerned(txn, session.account)?
            } else {
                Concerned::default()
            };
            let limits = answer::limits(txn, terms.outcome)?;
            let outcomes = if keeps_items {
                answer::outcome_usage(txn, session.account, terms.outcome)?
            } else {
                Usage {
                    used: 0,
                    limit: limits.outcomes_per_term,
                }
            };
            let activity_rules = activity_rules(txn, session, terms.activity)?;
            let activities = if keeps_items {
                activity::records::usage(txn, session.account, terms.activity)?.0
            } else {
                Usage {
                    used: 0,
                    limit: answer::limits(txn, terms.activity)?.activities_per_term,
                }
            };
            let mut windows = answer::plain_windows(txn)?;
            windows.retain(|window| match &window.audience {
                Audience::Student(student) => concerned.student == Some(*student),
                _ => true,
            });
            Ok(StatusView {
                library: answer::kind_of(&self.library),
                school_name: settings.school_name,
                terms,
                outcomes,
                activities,
                limits,
                windows,
                concerned,
                clock: guard::clock_verdict(txn, self.clock.now())?,
                activity_rules,
            })
        })
    }
}
