//! Bytes of tables for others: workbooks and CSV.

pub(super) mod csv_text;
pub(super) mod xlsx;
