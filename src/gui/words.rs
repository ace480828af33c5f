//! Troubles of the worker in words.

use crate::domain::moment::Moment;
use crate::domain::refusal::Refusal;
use crate::domain::seed::SeedRule;
use crate::domain::trouble::LibraryTrouble;
use crate::text::{self, Message, screen};
use crate::worker::Trouble;

use super::state::Said;

/// What happened, why, what now.
pub fn message(trouble: &Trouble, now: Moment) -> Message {
    match trouble {
        Trouble::Refused(refusal) => text::refusal(refusal, now),
        Trouble::Library(trouble) => text::store_trouble(trouble),
        Trouble::LocalFile { name, problem } => text::refusal(
            &Refusal::File {
                name: name.clone(),
                problem: problem.clone(),
            },
            now,
        ),
        Trouble::Roster { name, trouble } => {
            let name = if name.is_empty() {
                text::imports::PASTED
            } else {
                name
            };
            text::rosters::roster_trouble(name, trouble)
        }
        Trouble::Table(problem) => text::rosters::write_problem(problem),
        Trouble::CannotWrite { path, disk_full } => screen::cannot_write(path, *disk_full),
        Trouble::CannotOpenOutside { path } => screen::cannot_open_outside(path),
        Trouble::Cancelled => screen::cancelled(),
        Trouble::Crashed => screen::crashed(),
        Trouble::NoLibrary => screen::no_library(),
    }
}

/// The question of 常見問題 that explains it.
pub fn rule(trouble: &Trouble) -> Option<SeedRule> {
    match trouble {
        Trouble::Refused(refusal) => refusal.explained_by(),
        Trouble::LocalFile { name, problem } => Refusal::File {
            name: name.clone(),
            problem: problem.clone(),
        }
        .explained_by(),
        _ => None,
    }
}

pub fn said(trouble: &Trouble, now: Moment) -> Said {
    Said {
        message: message(trouble, now),
        rule: rule(trouble),
        reopen: matches!(trouble, Trouble::Library(LibraryTrouble::NeedsReopen)),
    }
}

/// One short reason for a button that is off.
pub fn reason(refusal: &Refusal, now: Moment) -> String {
    let message = text::refusal(refusal, now);
    format!("{}{}", message.why, message.cure)
}
