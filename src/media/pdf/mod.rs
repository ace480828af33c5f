//! PDF: is it whole, how many pages, and what do they look like.

pub(super) mod draw;
pub(super) mod fonts;
pub(super) mod structure;
