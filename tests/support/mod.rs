//! Tools shared by the tests.
#![allow(dead_code, reason = "each test binary uses its own part")]
pub mod crash_backend;
pub mod school;
