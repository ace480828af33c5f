//! The three parts of every "no".

/// What happened, why, and what to do now; each part is one or more whole sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub what: String,
    pub why: String,
    pub cure: String,
}

impl Message {
    pub(super) fn new(what: impl Into<String>, why: impl Into<String>, cure: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            why: why.into(),
            cure: cure.into(),
        }
    }

    /// All three on one line, for the command line and for tooltips.
    pub fn sentence(&self) -> String {
        let Self { what, why, cure } = self;
        format!("{what}{why}{cure}").replace(['\n', '\r'], " ")
    }
}
