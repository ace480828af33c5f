//! The letters in which the wording is drawn, on the screen, on paper and in documents that bring no font
//! of their own. Each face is in the program once. See `fonts/README.md`.

/// Licheng Sans: Chinese and Latin, as far as names need.
pub static SANS_REGULAR: &[u8] = include_bytes!("../../fonts/LichengSans-Regular.otf");
pub static SANS_BOLD: &[u8] = include_bytes!("../../fonts/LichengSans-Bold.otf");
/// Rare characters that the others lack.
pub static RARE: &[u8] = include_bytes!("../../fonts/LichengHana.ttf");
