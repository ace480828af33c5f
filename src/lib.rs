//! 學習歷程檔案 `licheng`.
pub mod domain;
#[cfg(feature = "gui")]
pub mod gui;
