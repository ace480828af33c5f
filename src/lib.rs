//! 學習歷程檔案 `licheng`.
pub mod domain;
pub mod engine;
#[cfg(feature = "gui")]
pub mod gui;
pub mod media;
pub mod store;
pub mod text;
