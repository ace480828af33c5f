//! What stands at the top of everybody's overview.

use crate::domain::moment::Moment;
use crate::text::time::{roc_moment, roc_moment_zoned};

pub const OWN_EXTENSION: &str = "你的時間有延長";

/// Under an announcement: from whom, and until when it is shown.
pub fn until(by: &str, until: Moment) -> String {
    format!("{by}　顯示到 {}", roc_moment_zoned(until))
}

/// An extension as the person it is for reads it.
pub fn own_extension(subject: &str, closes: Moment, reason: &str) -> String {
    format!(
        "{subject}延長到 {}（台北時間），原因：{reason}。",
        roc_moment(closes)
    )
}

/// Samples, for the test of all sentences.
#[cfg(test)]
pub fn samples(now: Moment) -> Vec<String> {
    vec![
        until("註冊組", now),
        own_extension("114-1 課程成果上傳", now, "住院"),
    ]
}
