//! The library file: records and file contents of one portfolio, committed together.
//!
//! The only place that knows the storage engine (redb) and the codec (bincode). Everything above sees
//! [`Library`], transactions with the traits of [`kv`] and [`contents`], and [`codec`].
//!
//! - A change is durable when `write` answers, or has no effect at all.
//! - Opening never changes what is not ours; creating never replaces anything.
//! - Several programs of one computer share a library; compaction and migration need it alone.
//! - After an input/output error the library stops until it is reopened, and says so.
//! - No clock and no randomness: times, ids and keys come from outside.

pub mod codec;
pub mod contents;
pub mod kv;
pub mod location;
pub mod network;
pub mod record;

mod closing;
mod damage;
mod error;
mod files;
mod header;
mod library;
mod memory;
mod migration;
mod opening;
mod presence;
mod source;
mod transaction;
mod waiting;

pub use closing::{CloseReport, Compaction};
pub use contents::{ReadContents, WriteContents};
pub use error::StoreError;
pub use header::{FORMAT_VERSION, Holdings, LibraryHeader, LibraryKind, NameKey};
pub use kv::{KeyRange, Order, ReadRecords, Table, WriteRecords};
pub use library::Library;
pub use memory::SharedMemory;
pub use migration::Migrated;
pub use opening::Opening;
pub use presence::{Face, OtherProgram};
pub use source::OpenMode;
pub use transaction::{ReadTxn, WriteTxn};
pub use waiting::{WritePatience, WriteWait};

#[cfg(test)]
mod tests;
