//! PDF: is it whole, how many pages, what do they look like and say, and what could it do by itself.

mod active;
pub(super) mod draw;
mod find;
pub(super) mod fonts;
mod letters;
pub(super) mod structure;
pub(super) mod view;
mod wording;

use crate::domain::file::ContentProblem;
use crate::media::PreviewTrouble;

/// Why a document that cannot be opened cannot be shown.
pub(super) fn trouble(problem: ContentProblem) -> PreviewTrouble {
    match problem {
        ContentProblem::NeedsPassword => PreviewTrouble::NeedsPassword,
        ContentProblem::Empty
        | ContentProblem::Unaccepted(_)
        | ContentProblem::Unparseable(_)
        | ContentProblem::CutOff(_) => PreviewTrouble::CannotDraw,
    }
}
