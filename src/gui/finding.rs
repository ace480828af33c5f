//! What the window knows of the page that finds everything: what is looked for, and what was found.

use crate::domain::activity::Category;
use crate::domain::term::SchoolYear;
use crate::engine::{FindQuery, Found};

use super::loadable::Loadable;

/// See the module.
#[derive(Debug, Clone, Default)]
pub struct Finding {
    pub query: FindQuery,
    /// Of the latest question; shown until the next answer is here
    pub found: Loadable<Vec<Found>>,
    /// Every item of this person, for the filters
    pub tags: Vec<String>,
    /// As a picture of three years instead of a list
    pub as_time_line: bool,
}

/// What is done on that page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindAction {
    Text(String),
    Category(Option<Category>),
    Year(Option<SchoolYear>),
    Tag(Option<String>),
    AsTimeLine(bool),
    Clear,
}
