//! What is to be done after an update, as data: the update itself touches nothing.

use crate::engine::{Command, Secret, Session};
use crate::worker::{Request, Ticket};

use super::action::Picking;
use super::preferences::Preferences;
use super::theme::ThemeChoice;

#[derive(Debug)]
pub enum Effect {
    Send(Ticket, Request),
    /// A command; the request id is drawn when it is sent.
    Run {
        ticket: Ticket,
        session: Session,
        command: Command,
    },
    Cancel(Ticket),
    /// Opens a dialog of the system; `name` is suggested for a file to be written.
    Pick {
        picking: Picking,
        name: Option<String>,
    },
    Copy(Secret),
    /// Asks the system for what was copied.
    RequestPaste,
    Theme(ThemeChoice),
    Remember(Box<Preferences>),
    FocusSearch,
    /// Ends the program.
    Quit,
}
