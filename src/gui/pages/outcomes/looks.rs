//! States and files as the widgets draw them.

use eframe::egui::{Response, Ui};

use crate::domain::file::FileKind;
use crate::domain::outcome::OutcomeState;
use crate::engine::FileView;
use crate::gui::icons;
use crate::gui::widgets::{State as Look, state_chip_ui};
use crate::text::{labels, size};

pub const fn look(state: OutcomeState) -> Look {
    match state {
        OutcomeState::Draft => Look::Draft,
        OutcomeState::Submitted => Look::Submitted,
        OutcomeState::Certified => Look::Certified,
        OutcomeState::Returned => Look::Returned,
    }
}

pub fn chip_ui(ui: &mut Ui, state: OutcomeState) -> Response {
    state_chip_ui(ui, look(state), labels::state(state))
}

pub const fn file_icon(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => icons::FILE_PDF,
        FileKind::Jpeg | FileKind::Png => icons::FILE_IMAGE,
        FileKind::Mp3 => icons::FILE_AUDIO,
        FileKind::Mp4 => icons::FILE_VIDEO,
    }
}

/// `3.2 MB，12 頁`
pub fn file_facts(file: &FileView) -> String {
    let mut facts = size::size(file.bytes);
    if let Some(known) = &file.facts {
        facts.push('，');
        facts.push_str(&size::content_facts(known));
    }
    facts
}
