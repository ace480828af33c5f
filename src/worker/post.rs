//! The way back to the window.

use std::sync::mpsc::Sender;

use super::Waker;
use super::jobs::Jobs;
use super::message::{Answer, Message, Ticket, Trouble};

/// Sends messages, waking the window once for each.
pub(super) struct Post {
    messages: Sender<Message>,
    waker: Waker,
    pub jobs: Jobs,
}

impl Post {
    pub fn new(messages: Sender<Message>, waker: Waker) -> Self {
        Self {
            messages,
            waker,
            jobs: Jobs::default(),
        }
    }

    pub fn send(&self, message: Message) {
        // Without a window nobody is left to be told.
        if self.messages.send(message).is_ok() {
            (self.waker)();
        }
    }

    /// Ends the job.
    pub fn answer(&self, ticket: Ticket, answer: Result<Answer, Trouble>) {
        self.jobs.end(ticket);
        self.send(Message::Answer {
            ticket,
            answer: Box::new(answer),
        });
    }
}
