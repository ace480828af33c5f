//! Names: one word for one thing, the same everywhere.

mod activity;
mod outcome;
mod school;
mod window;

pub use activity::{category, category_contents};
pub use outcome::{
    act, content_caution, file_kind, origin, overdue, overdue_meaning, return_reason, slot, slot_formats,
    state, state_meaning, work_kind,
};
pub use school::{
    counter, course_kind, enrolment_mode, grade, grade_term, library_kind, right, role, school_year, term,
};
pub use window::{audience, period, phase_name, window_acts, window_kind, window_subject};
