//! 學習歷程檔案 `licheng`.
pub mod domain;
pub mod engine;
pub mod media;
pub mod store;
