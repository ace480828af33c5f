//! Tools shared by the tests.
pub mod crash_backend;
