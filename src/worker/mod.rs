//! The background threads that own the engine, so that nothing blocks a frame (design.md, invariant 4).
//!
//! The window sends [`Request`]s under [`Ticket`]s and receives [`Message`]s; the worker wakes the
//! window once per message and knows nothing of egui. Two threads: one for records, in order; one for
//! files (reading, inspecting, drawing, saving), so that a slow stick does not hold up a click.
//! A panic in a job becomes [`Trouble::Crashed`].

mod message;

pub use message::{
    Answer, Delivery, Message, Opened, PickedFile, Preview, Request, Snapshot, Ticket, Trouble,
};
