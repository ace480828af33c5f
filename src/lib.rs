//! 學習歷程檔案 `licheng`: the portfolio of Taiwan's senior-high-school students, on their own machine.
//!
//! # One core, three faces
//!
//! The window is the main face, the command line the second face of the same engine; a server for a
//! whole school comes later over the same engine. So everything that can be decided is decided in one
//! place, and faces only ask.
//!
//! ```text
//! domain    the rules, pure: no I/O, no clock, no sentences for people          -> nothing
//! media     bytes of strangers' files: recognise, inspect, draw, in a child     -> domain
//! exchange  tables and bundles the outside world uses: xlsx, csv, zip, pdf, ics  -> domain text
//! store     the library file: redb and bincode live here and nowhere else       -> domain
//! engine    use cases: who may do what, in one transaction                      -> domain media exchange store
//! text      all wording: data becomes 中文                                       -> domain
//! worker    the threads that own the engine for the window                      -> engine media domain demo
//! cli       the command line                                                    -> engine exchange media text domain demo
//! gui       the window                                                          -> worker engine text domain demo
//! demo      makes the demonstration school                                      -> engine exchange domain
//! main, launch, bin   the programs: they choose a face
//! ```
//!
//! Other imports are forbidden; `tests/house_rules` resolves every path and says so.
//!
//! # What always holds
//!
//! 1. One command is one write transaction with one history line per record touched, tied by a command
//!    id. Quota, window and state are decided inside it; what a screen showed before was a hint.
//!    History lines hold ids, codes and hashes, no names and no typed text.
//! 2. Time and randomness come from outside: [`engine::Clock`], [`engine::IdSource`].
//! 3. Rules refuse with data ([`domain::refusal::Refusal`]); [`text`] words every refusal through an
//!    exhaustive match: what was refused, why, what to do now.
//! 4. Nothing blocks a frame: the worker owns the engine, late answers are dropped by their ticket,
//!    idle means no repaint.
//! 5. Views draw from the state and return actions; `update` applies them and returns effects. It needs
//!    no window, disk or thread.
//! 6. Stored shapes ([`store::record`]) are frozen and versioned; a newer file is refused politely, an
//!    older one is migrated after a backup. Golden files of every released format stay in `tests`.
//! 7. Typed text is journaled to the library and survives lock, crash and power cut.
//! 8. Contents of files never change: editing means a new file under a new random id; what a teacher
//!    certified is bound to the hashes of those bytes. Nothing is shared between students.
//!    A decision names the version it saw; one about an item that changed meanwhile is left out and told.
//! 9. Strangers' files are opened in a child process that is killed after 10 s or 512 MB. It keeps the one
//!    document it was asked about last, so that a page or a part of one costs only itself.
//! 10. No secret in a log, an error text or a file name.
//!
//! # Deliberately absent
//!
//! No global state and no "current user": every call of the engine names its session. No path crosses
//! into the engine: content is handed over in pieces and named by an id. No clock in the rules. No
//! automatic term: the three current terms are settings, because windows cross calendar borders.
//!
//! # Choices
//!
//! - redb in its multi-writer mode: windows and command lines of one computer share an open library.
//! - bincode is pinned to 2.0.1 behind [`store::codec`]; 3.0.0 is an empty shell. Its
//!   unmaintained-advisory (RUSTSEC-2025-0141) is accepted: one file imports it, every decode has a byte
//!   limit, and a version byte in front lets another codec take over.
//! - Text is found in a PDF through the renderer's own glyphs, so that a mark stands exactly where the
//!   letters are drawn; a second reader of PDF would disagree with the picture.
//! - Pages are drawn in parts of the size of the screen and kept within a budget of bytes: a thousand
//!   documents take no more memory than fifty. Two threads draw, so that a document that takes its whole
//!   time limit does not hold up the next one.
//! - Video shows facts, the loudness of its sound, and of H.264 up to twelve pictures, each decoded by itself in
//!   safe Rust when it comes into sight. What is coded otherwise says so: a decoder of H.265 in C would be the
//!   one part of the program that a crafted film could take over.
//! - What leaves the program is read by people, so `exchange` words it through `text` as the faces do:
//!   a state has one name on the screen, in a copy and on paper.
//! - A roster is judged by one function for its preview and for applying it; applying refuses if it would
//!   write anything else than was seen, and writes through a journal that knows the way back. A new term
//!   from the last one goes the same way.
//! - The demonstration school is made by these imports and by the commands of its office; only the office
//!   itself is put there.
//! - Progress is counted in a view of its own that holds no titles, so that no face can show what the
//!   right does not reach.
//! - Layouts of the filing rosters and the columns of the 收訖明細 were not seen in any official source: they
//!   are data that the school edits, and every face says so.
//! - The time left in badges is drawn by sleeping exactly until the text changes, not by a ticking clock.

pub mod cli;
pub mod demo;
pub mod domain;
pub mod engine;
pub mod exchange;
#[cfg(feature = "gui")]
pub mod gui;
pub mod media;
pub mod store;
pub mod text;
pub mod worker;
