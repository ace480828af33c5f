//! What counts toward 20 (domain.md 2b, `[seed] 4`).

use super::limits::Limits;
use super::refusal::Refusal;
use super::term::Term;

/// The two counters of a semester.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counter {
    /// 課程學習成果
    Outcome,
    /// 多元表現
    Activity,
}

impl Limits {
    pub const fn quota(&self, counter: Counter) -> u32 {
        match counter {
            Counter::Outcome => self.outcomes_per_term,
            Counter::Activity => self.activities_per_term,
        }
    }
}

/// Used and limit of one counter in one term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Usage {
    pub used: u32,
    pub limit: u32,
}

impl Usage {
    pub const fn left(self) -> u32 {
        self.limit.saturating_sub(self.used)
    }
}

/// Whether an item counts: all four states do; trash, officer posts and records brought from
/// another school do not.
pub const fn counts(trashed: bool, brought_from_elsewhere: bool) -> bool {
    !trashed && !brought_from_elsewhere
}

/// Refuses an act that would raise the count by `more` beyond the limit. A limit lowered below what
/// is already there blocks only such acts.
///
/// # Errors
/// [`Refusal::QuotaReached`].
pub fn require_room(counter: Counter, term: Term, usage: Usage, more: u32) -> Result<(), Refusal> {
    if more == 0 || usage.used.saturating_add(more) <= usage.limit {
        return Ok(());
    }
    Err(Refusal::QuotaReached {
        counter,
        term,
        used: usage.used,
        limit: usage.limit,
        more,
    })
}

#[cfg(test)]
mod tests {
    use super::super::term::Semester;
    use super::*;

    proptest::proptest! {
        #[test]
        fn never_beyond_the_limit(used in 0u32..40, limit in 0u32..40, more in 0u32..5) {
            let term = Term::new(114, Semester::First);
            let verdict = require_room(Counter::Outcome, term, Usage { used, limit }, more);
            proptest::prop_assert_eq!(verdict.is_ok(), more == 0 || used + more <= limit);
        }
    }
}
