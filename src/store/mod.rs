//! The library file.
