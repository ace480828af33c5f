//! Rosters that the office imports: names of their columns, and everything that can be wrong with a
//! table, a row or a cell.

mod cell;
mod columns;
mod table;
mod warning;
mod writing;

pub use cell::{cell_problem, reason};
pub use columns::{column, column_meaning, roster, roster_use};
pub use table::{roster_trouble, table_format, table_problem};
pub use warning::roster_warning;
pub use writing::{REASON, template_words, write_problem};

#[cfg(test)]
pub(super) mod samples;
