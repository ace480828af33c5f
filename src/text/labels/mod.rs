//! Names: one word for one thing, the same everywhere.

mod activity;
mod outcome;
mod people;
mod school;
mod selection;
mod window;

pub use activity::{category, category_contents, list, need, need_meaning};
pub use outcome::{
    act, content_caution, file_kind, origin, overdue, overdue_meaning, return_reason, slot, slot_formats,
    state, state_meaning, work_kind,
};
pub use people::{account_status, deputy_phase, initial_password, officer_level};
pub use school::{
    counter, course_kind, enrolment_mode, grade, grade_term, library_kind, right, role, school_year, term,
};
pub use selection::{not_selectable, part, why_left};
pub use window::{audience, period, phase_name, window_acts, window_kind, window_subject};
