//! Words of a question over the page, from typing to the journal and back.

use crate::gui::edits::DraftKey;
use crate::gui::effect::Effect;
use crate::gui::kept_words::WordsOf;
use crate::gui::state::State;

use super::journal;

/// Something was typed.
pub(super) fn typed(state: &mut State, of: WordsOf, text: String) -> Vec<Effect> {
    state.journal.note(DraftKey::Words(of), &text);
    state.kept_words.insert(of, text);
    journal(state, false)
}

/// What stands there when the question opens.
pub(super) fn begun(state: &State, of: WordsOf) -> String {
    state.kept_words.get(&of).cloned().unwrap_or_default()
}

/// The words have arrived where they belong.
pub(super) fn done(state: &mut State, of: WordsOf) -> Vec<Effect> {
    state.kept_words.remove(&of);
    state.journal.forget(DraftKey::Words(of));
    journal(state, true)
}
