//! The icons: names for the private-use characters of `fonts/LichengIcons.ttf`.
//!
//! The font is a subset of Phosphor Icons (regular, MIT; `fonts/LICENSE-Phosphor.txt`).
//! `fonts/build-icons.sh` reads this file and keeps exactly these characters, so a new icon is a new line
//! here and a run of that script. Draw one with [`paint`]; inside running text it may stand in the string.

use eframe::egui::{Align2, Color32, Painter, Pos2, Rect};

use super::fonts;
use super::theme::size;

// Places of the program
pub const HOUSE: &str = "\u{e2c2}";
pub const BOOK_OPEN: &str = "\u{e0e6}";
pub const TROPHY: &str = "\u{e67e}";
pub const CHECK_SQUARE_OFFSET: &str = "\u{e188}";
pub const ARCHIVE: &str = "\u{e00c}";
pub const QUESTION: &str = "\u{e3e8}";
pub const GEAR: &str = "\u{e270}";
pub const TRAY: &str = "\u{e4aa}";
pub const DATABASE: &str = "\u{e1de}";
pub const USB: &str = "\u{e956}";
pub const LIFEBUOY: &str = "\u{e63a}";

// People and access
pub const USER: &str = "\u{e4c2}";
pub const USERS: &str = "\u{e4d6}";
pub const STUDENT: &str = "\u{e73e}";
pub const CHALKBOARD_TEACHER: &str = "\u{e600}";
pub const BUILDINGS: &str = "\u{e102}";
pub const SIGN_IN: &str = "\u{e428}";
pub const SIGN_OUT: &str = "\u{e42a}";
pub const LOCK: &str = "\u{e2fa}";
pub const LOCK_OPEN: &str = "\u{e306}";
pub const KEY: &str = "\u{e2d6}";
pub const SHIELD_CHECK: &str = "\u{e40c}";
pub const EYE: &str = "\u{e220}";
pub const EYE_SLASH: &str = "\u{e224}";

// Time
pub const CLOCK: &str = "\u{e19a}";
pub const HOURGLASS: &str = "\u{e2b2}";
pub const CALENDAR_BLANK: &str = "\u{e10a}";
pub const CALENDAR_CHECK: &str = "\u{e712}";
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{e1a0}";
pub const BELL: &str = "\u{e0ce}";

// Answers and cautions
pub const INFO: &str = "\u{e2ce}";
pub const WARNING: &str = "\u{e4e0}";
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
pub const CHECK: &str = "\u{e182}";
pub const CHECK_CIRCLE: &str = "\u{e184}";
pub const X: &str = "\u{e4f6}";
pub const X_CIRCLE: &str = "\u{e4f8}";
pub const SEAL_CHECK: &str = "\u{e606}";
pub const PROHIBIT: &str = "\u{e3de}";
pub const LIGHTBULB: &str = "\u{e2dc}";

// Acts
pub const PLUS: &str = "\u{e3d4}";
pub const MINUS: &str = "\u{e32a}";
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
pub const NOTE_PENCIL: &str = "\u{e34c}";
pub const TRASH: &str = "\u{e4a6}";
pub const ARROW_COUNTER_CLOCKWISE: &str = "\u{e038}";
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
pub const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
pub const PAPER_PLANE_TILT: &str = "\u{e398}";
pub const UPLOAD_SIMPLE: &str = "\u{e4c0}";
pub const DOWNLOAD_SIMPLE: &str = "\u{e20c}";
pub const EXPORT: &str = "\u{eaf0}";
pub const FLOPPY_DISK: &str = "\u{e248}";
pub const COPY: &str = "\u{e1ca}";
pub const PRINTER: &str = "\u{e3dc}";
pub const CHAT_TEXT: &str = "\u{e17a}";
pub const LIST_CHECKS: &str = "\u{eadc}";

// Files
pub const FILE: &str = "\u{e230}";
pub const FILE_TEXT: &str = "\u{e23a}";
pub const FILE_PDF: &str = "\u{e702}";
pub const FILE_IMAGE: &str = "\u{ea24}";
pub const FILE_AUDIO: &str = "\u{ea20}";
pub const FILE_VIDEO: &str = "\u{ea22}";
pub const FOLDER_OPEN: &str = "\u{e256}";
pub const LINK_SIMPLE: &str = "\u{e2e6}";
pub const ARROW_SQUARE_OUT: &str = "\u{e5de}";
pub const PLAY: &str = "\u{e3d0}";
pub const PAUSE: &str = "\u{e39e}";
pub const SPEAKER_HIGH: &str = "\u{e44a}";
pub const WAVEFORM: &str = "\u{e802}";
pub const CODE: &str = "\u{e1bc}";

// Finding and moving
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
pub const MAGNIFYING_GLASS_PLUS: &str = "\u{e310}";
pub const MAGNIFYING_GLASS_MINUS: &str = "\u{e30e}";
pub const CARET_DOWN: &str = "\u{e136}";
pub const CARET_RIGHT: &str = "\u{e13a}";
pub const CARET_LEFT: &str = "\u{e138}";
pub const CARET_UP: &str = "\u{e13c}";
pub const ARROW_LEFT: &str = "\u{e058}";
pub const ARROW_RIGHT: &str = "\u{e06c}";
pub const ARROWS_OUT_LINE_HORIZONTAL: &str = "\u{e534}";
pub const ARROWS_OUT: &str = "\u{e0a2}";
pub const FRAME_CORNERS: &str = "\u{e626}";
pub const SIDEBAR_SIMPLE: &str = "\u{ec24}";
pub const MONITOR: &str = "\u{e32e}";
pub const DOTS_THREE: &str = "\u{e1fe}";
pub const SORT_ASCENDING: &str = "\u{e444}";
pub const FUNNEL: &str = "\u{e266}";
pub const LIST: &str = "\u{e2f0}";
pub const KEYBOARD: &str = "\u{e2d8}";

// Kinds of activities
pub const FLAG: &str = "\u{e244}";
pub const HANDSHAKE: &str = "\u{e582}";
pub const FIRST_AID_KIT: &str = "\u{e570}";
pub const MEDAL: &str = "\u{e320}";
pub const CERTIFICATE: &str = "\u{e766}";
pub const BRIEFCASE: &str = "\u{e0ee}";
pub const PAINT_BRUSH: &str = "\u{e6f0}";
pub const WRENCH: &str = "\u{e5d4}";
pub const FLASK: &str = "\u{e79e}";
pub const TAG: &str = "\u{e478}";
pub const BOOKMARK_SIMPLE: &str = "\u{e0ea}";
pub const STAR: &str = "\u{e46a}";

// Light
pub const SUN: &str = "\u{e472}";
pub const MOON: &str = "\u{e330}";
pub const CIRCLE_HALF: &str = "\u{e18c}";

/// Draws `icon` at the usual size, its box centred on `center`.
pub fn paint(painter: &Painter, center: Pos2, icon: &str, color: Color32) -> Rect {
    paint_sized(painter, center, icon, size::ICON, color)
}

/// Draws `icon` with an edge of `edge` points, its box centred on `center`.
pub fn paint_sized(painter: &Painter, center: Pos2, icon: &str, edge: f32, color: Color32) -> Rect {
    painter.text(center, Align2::CENTER_CENTER, icon, fonts::icon_font(edge), color)
}

/// Every icon with its name, for the test of the font and for a table of icons.
pub const ALL: &[(&str, &str)] = &[
    ("HOUSE", HOUSE),
    ("BOOK_OPEN", BOOK_OPEN),
    ("TROPHY", TROPHY),
    ("CHECK_SQUARE_OFFSET", CHECK_SQUARE_OFFSET),
    ("ARCHIVE", ARCHIVE),
    ("QUESTION", QUESTION),
    ("GEAR", GEAR),
    ("TRAY", TRAY),
    ("DATABASE", DATABASE),
    ("USB", USB),
    ("LIFEBUOY", LIFEBUOY),
    ("USER", USER),
    ("USERS", USERS),
    ("STUDENT", STUDENT),
    ("CHALKBOARD_TEACHER", CHALKBOARD_TEACHER),
    ("BUILDINGS", BUILDINGS),
    ("SIGN_IN", SIGN_IN),
    ("SIGN_OUT", SIGN_OUT),
    ("LOCK", LOCK),
    ("LOCK_OPEN", LOCK_OPEN),
    ("KEY", KEY),
    ("SHIELD_CHECK", SHIELD_CHECK),
    ("EYE", EYE),
    ("EYE_SLASH", EYE_SLASH),
    ("CLOCK", CLOCK),
    ("HOURGLASS", HOURGLASS),
    ("CALENDAR_BLANK", CALENDAR_BLANK),
    ("CALENDAR_CHECK", CALENDAR_CHECK),
    ("CLOCK_COUNTER_CLOCKWISE", CLOCK_COUNTER_CLOCKWISE),
    ("BELL", BELL),
    ("INFO", INFO),
    ("WARNING", WARNING),
    ("WARNING_CIRCLE", WARNING_CIRCLE),
    ("CHECK", CHECK),
    ("CHECK_CIRCLE", CHECK_CIRCLE),
    ("X", X),
    ("X_CIRCLE", X_CIRCLE),
    ("SEAL_CHECK", SEAL_CHECK),
    ("PROHIBIT", PROHIBIT),
    ("LIGHTBULB", LIGHTBULB),
    ("PLUS", PLUS),
    ("MINUS", MINUS),
    ("PENCIL_SIMPLE", PENCIL_SIMPLE),
    ("NOTE_PENCIL", NOTE_PENCIL),
    ("TRASH", TRASH),
    ("ARROW_COUNTER_CLOCKWISE", ARROW_COUNTER_CLOCKWISE),
    ("ARROW_CLOCKWISE", ARROW_CLOCKWISE),
    ("ARROW_U_UP_LEFT", ARROW_U_UP_LEFT),
    ("ARROW_U_UP_RIGHT", ARROW_U_UP_RIGHT),
    ("PAPER_PLANE_TILT", PAPER_PLANE_TILT),
    ("UPLOAD_SIMPLE", UPLOAD_SIMPLE),
    ("DOWNLOAD_SIMPLE", DOWNLOAD_SIMPLE),
    ("EXPORT", EXPORT),
    ("FLOPPY_DISK", FLOPPY_DISK),
    ("COPY", COPY),
    ("PRINTER", PRINTER),
    ("CHAT_TEXT", CHAT_TEXT),
    ("LIST_CHECKS", LIST_CHECKS),
    ("FILE", FILE),
    ("FILE_TEXT", FILE_TEXT),
    ("FILE_PDF", FILE_PDF),
    ("FILE_IMAGE", FILE_IMAGE),
    ("FILE_AUDIO", FILE_AUDIO),
    ("FILE_VIDEO", FILE_VIDEO),
    ("FOLDER_OPEN", FOLDER_OPEN),
    ("LINK_SIMPLE", LINK_SIMPLE),
    ("ARROW_SQUARE_OUT", ARROW_SQUARE_OUT),
    ("PLAY", PLAY),
    ("PAUSE", PAUSE),
    ("SPEAKER_HIGH", SPEAKER_HIGH),
    ("MAGNIFYING_GLASS", MAGNIFYING_GLASS),
    ("MAGNIFYING_GLASS_PLUS", MAGNIFYING_GLASS_PLUS),
    ("MAGNIFYING_GLASS_MINUS", MAGNIFYING_GLASS_MINUS),
    ("CARET_DOWN", CARET_DOWN),
    ("CARET_RIGHT", CARET_RIGHT),
    ("CARET_LEFT", CARET_LEFT),
    ("CARET_UP", CARET_UP),
    ("ARROW_LEFT", ARROW_LEFT),
    ("ARROW_RIGHT", ARROW_RIGHT),
    ("ARROWS_OUT_LINE_HORIZONTAL", ARROWS_OUT_LINE_HORIZONTAL),
    ("ARROWS_OUT", ARROWS_OUT),
    ("FRAME_CORNERS", FRAME_CORNERS),
    ("SIDEBAR_SIMPLE", SIDEBAR_SIMPLE),
    ("MONITOR", MONITOR),
    ("WAVEFORM", WAVEFORM),
    ("CODE", CODE),
    ("DOTS_THREE", DOTS_THREE),
    ("SORT_ASCENDING", SORT_ASCENDING),
    ("FUNNEL", FUNNEL),
    ("LIST", LIST),
    ("KEYBOARD", KEYBOARD),
    ("FLAG", FLAG),
    ("HANDSHAKE", HANDSHAKE),
    ("FIRST_AID_KIT", FIRST_AID_KIT),
    ("MEDAL", MEDAL),
    ("CERTIFICATE", CERTIFICATE),
    ("BRIEFCASE", BRIEFCASE),
    ("PAINT_BRUSH", PAINT_BRUSH),
    ("WRENCH", WRENCH),
    ("FLASK", FLASK),
    ("TAG", TAG),
    ("BOOKMARK_SIMPLE", BOOKMARK_SIMPLE),
    ("STAR", STAR),
    ("SUN", SUN),
    ("MOON", MOON),
    ("CIRCLE_HALF", CIRCLE_HALF),
];
