//! The process that opens strangers' files, from both ends.
//!
//! The parent writes a request, the child writes a reply, both through pipes; see `frame` for the bytes
//! and `wire` for their meaning. A child keeps the one document it was asked about last, so that further
//! pages need neither its bytes nor another reading; `pool` remembers which child has which. Nothing
//! depends on that, so a child can be killed at any time. It ends when its standard input closes, also while it works: then nobody waits for the answer.

mod frame;
pub(super) mod limits;
mod pool;
mod process;
mod seats;
mod serve;
mod wire;

pub use pool::ChildPool;
pub use serve::serve;
pub(super) use wire::{NoFilmMirror, active_counts};
