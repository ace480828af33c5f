//! A workbook → the typed rows of a roster (the contract is [`crate::domain::roster`]).
//!
//! Three steps, so that a person may look in between: [`guess`] finds sheet, header and columns; a person
//! may change the [`Mapping`](crate::domain::roster_mapping::Mapping), and [`remember`] says what is worth
//! keeping of it; [`read`] reads the rows. A wrong row never stops the others from being read.

mod guess;
mod header;
mod kinds;
mod names;
mod read;
mod row;
mod template;
mod value;
mod zeros;

pub use guess::{guess, guess_at, remember};
pub use read::{Reading, read};
pub use template::{rows_to_mend, template};

use crate::domain::roster::RosterKind;
use crate::domain::roster_column::{Need, RosterColumn};

/// The columns of a roster in the order of its template.
pub fn layout(kind: RosterKind) -> &'static [(RosterColumn, Need)] {
    RosterColumn::of(kind)
}
